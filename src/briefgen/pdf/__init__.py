"""Documents as PDF files: painted from the layout on ReportLab's canvas, tagged as they are painted."""

from briefgen.pdf.document import isolate
from briefgen.pdf.write import paint, write

isolate()  # before anything else imports ReportLab


__all__ = ["paint", "write"]
