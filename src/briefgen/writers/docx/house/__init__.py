"""A house style: styles, numbering, page, headers and footers of a DOCX or DOTX that someone's office owns.

What a brief needs and the house has not got is made in the house's measure. A given file is untrusted: it goes through
the safe reader, and nothing of it that acts or leads outside is carried over.
"""

from briefgen.writers.docx.house.model import House
from briefgen.writers.docx.house.read import MOST_BYTES, read
from briefgen.writers.docx.house.suiting import missing

__all__ = ["MOST_BYTES", "House", "missing", "read"]
