"""A part of a DOCX → its paragraphs, with what Word tracked in them.

`part` goes through it; `runs` reads what stands in a run; `place` knows what is open where they stand, and gathers the
stretches; `fields` has what Word works out; `joining` makes a paragraph of its stretches.

ISO/IEC 29500-1: content controls in 17.5.2, revisions in 17.13.5, comments in 17.13.4, fields in 17.16.
"""

from briefgen.review.reading.part import lines_of
from briefgen.review.reading.refusal import TooMuch

__all__ = ["TooMuch", "lines_of"]
