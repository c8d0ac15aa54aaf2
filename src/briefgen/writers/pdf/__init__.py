"""Documents as PDF files: painted from the layout, tagged as they are painted."""

from briefgen.writers.pdf.write import paint, write

__all__ = ["paint", "write"]
