"""Prompt files, versioned; data only."""
