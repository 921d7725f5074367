"""Bundled sample reports, written for Zhibi; every unit and person in them is invented."""
