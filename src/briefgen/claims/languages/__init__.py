"""Word lists, one language a file."""
