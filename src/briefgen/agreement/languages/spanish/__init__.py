"""Spanish, a subject a file."""
