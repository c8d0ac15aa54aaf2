"""What a reader of each format finds: kinds and words of headings, paragraphs, items, cells and captions, in order.

Contents, references to pages, note marks, notes at the foot and running heads are left out: formats show them in ways
of their own.
"""

from tests.laws.readings.document import of_document
from tests.laws.readings.found import Reading, folded
from tests.laws.readings.native import of_native
from tests.laws.readings.pdf import of_pdf
from tests.laws.readings.word import of_docx

__all__ = ["Reading", "folded", "of_document", "of_docx", "of_native", "of_pdf"]
