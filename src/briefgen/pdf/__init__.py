"""Documents as PDF files: painted from the layout on ReportLab's canvas, tagged as they are painted."""

from briefgen.pdf.isolation import isolate

isolate()  # before anything else imports ReportLab

from briefgen.pdf.writer import paint, write  # noqa: E402

__all__ = ["paint", "write"]
