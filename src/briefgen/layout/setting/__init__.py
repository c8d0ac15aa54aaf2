"""Matter → strips of a given width, ready to be stacked on pages."""
