"""A part of a DOCX → its paragraphs, with what Word tracked in them.

`part` reads its elements in order; `runs` reads a run; `place` has what is open there and gathers the stretches.

ISO/IEC 29500-1: content controls in 17.5.2, revisions in 17.13.5, comments in 17.13.4, fields in 17.16.
"""

from briefgen.review.reading.part import lines_of
from briefgen.review.reading.place import TooMuch

__all__ = ["TooMuch", "lines_of"]
