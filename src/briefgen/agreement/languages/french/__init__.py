"""French, a subject a file."""
