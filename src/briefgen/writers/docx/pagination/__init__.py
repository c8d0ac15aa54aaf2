"""The pages on which Word will set what is written for it, for the numbers in contents and references.

Worked out from the text as it is written, in Word's manner: lines one after the other, letters not kerned, words whole.
Widths are those of our fonts; what is bold in a line is taken for the rest of it. So a number may be a page off where
a page ends close to a heading.
"""

from briefgen.writers.docx.pagination.pages import pages_of

__all__ = ["pages_of"]
