"""Document → box tree and structure tree."""
