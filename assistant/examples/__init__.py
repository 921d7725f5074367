"""Example briefs, written for Zhibi; every unit and figure in them is invented."""
