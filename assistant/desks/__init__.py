"""The desks that the assistant is made of: each holds the acts on one noun of an opened data folder."""
