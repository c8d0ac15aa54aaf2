"""Files of ours → Documents."""
