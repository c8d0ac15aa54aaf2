"""A house style: the DOCX or DOTX of an organisation, opened by python-docx, which a brief is written into.

Its styles, lists, theme, page, headers and footers stay; what a brief needs beyond them is added in its measures. The
file is untrusted: `opening` reads it through `ooxml.opening`, corrects its faults and leaves out what acts or leads
outside.
"""

from briefgen.docx.reference.opening import MAX_BYTES, ReferenceDocument, open_reference, read_reference
from briefgen.docx.reference.styles import missing_styles

__all__ = ["MAX_BYTES", "ReferenceDocument", "missing_styles", "open_reference", "read_reference"]
