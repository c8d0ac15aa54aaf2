"""A house style: the DOCX or DOTX of an organisation, opened by python-docx, which a brief is written into.

Its styles, lists, theme, page, headers and footers stay; what a brief needs beyond them is added in its measures. The
file is untrusted: `opening` reads it through `ooxml.opening`, corrects its faults and leaves out what acts or leads
outside.
"""

from briefgen.docx.reference.opening import MOST_BYTES, House, open_house, read
from briefgen.docx.reference.styles import missing

__all__ = ["MOST_BYTES", "House", "missing", "open_house", "read"]
