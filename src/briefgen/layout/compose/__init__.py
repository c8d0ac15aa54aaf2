"""Document → matter to be set, and the tree of elements it belongs to."""
