"""The shelf: sample files in, hits out."""
