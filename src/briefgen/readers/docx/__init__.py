"""A DOCX that briefgen wrote → the Document that it was written from, as far as Word keeps one.

The file may come from anyone: it goes through the safe reader, and nothing that it names is followed. Word does not
keep which field or line of a template words come from, what a format without pages would say, the shares of columns,
and the words around the numbers in the margins. docs/redline.md tells it to users.
"""

from briefgen.readers.docx.read import Read, as_kept, read

__all__ = ["Read", "as_kept", "read"]
