"""English, a subject a file."""
