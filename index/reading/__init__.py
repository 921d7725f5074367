"""Files -> manuscripts, one file a format; .docx and .pdf are parsed in a guarded child process."""
