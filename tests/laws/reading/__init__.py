"""What a reader of each format finds: kinds and words of headings, paragraphs, items, cells and captions, in order.

Contents, references to pages, note marks, notes at the foot and running heads are left out: formats show them in ways
of their own.
"""

from tests.laws.reading.document import of_document
from tests.laws.reading.found import Reading, folded
from tests.laws.reading.native import of_native
from tests.laws.reading.pdf import of_pdf
from tests.laws.reading.word import of_docx

__all__ = ["Reading", "folded", "of_document", "of_docx", "of_native", "of_pdf"]
