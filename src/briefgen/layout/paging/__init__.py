"""Strips → pages, with notes at their feet, running lines and the numbers filled in."""
