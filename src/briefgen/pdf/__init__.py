"""Documents as PDF files: layout painted on ReportLab's canvas and tagged."""

from briefgen.pdf.isolation import isolate

isolate()  # before anything else imports ReportLab

from briefgen.pdf.writer import paint, write  # noqa: E402

__all__ = ["paint", "write"]
