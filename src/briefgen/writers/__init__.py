"""Writers: Document → bytes of a format. To add one: a folder, and a line in FORMATS."""

from briefgen.writers.write import FORMATS, Format, write

__all__ = ["FORMATS", "Format", "write"]
