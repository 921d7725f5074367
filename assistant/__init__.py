"""The desk: facts and hits in; drafts and findings out."""
