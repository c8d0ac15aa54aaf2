"""Reference documents: the DOCX or DOTX of an organisation whose house style a brief uses.

Its styles, lists, theme, page, headers and footers are used; what a brief needs beyond them is added to match. The file
is untrusted: `opening` reads it through `ooxml.opening`, repairs it, and removes active and external content.
"""

from briefgen.docx.reference.opening import MAX_BYTES, ReferenceDocument, open_reference, read_reference
from briefgen.docx.reference.styles import missing_styles

__all__ = ["MAX_BYTES", "ReferenceDocument", "missing_styles", "open_reference", "read_reference"]
