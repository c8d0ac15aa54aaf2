"""Languages: interface words from catalogues, and how dates, numbers and quotations are written, and where
no line ends."""

from briefgen.locale.locale import FORMATS, LANGUAGES, Formats, Locale, load
from briefgen.locale.ties import tied, untied

__all__ = ["FORMATS", "LANGUAGES", "Formats", "Locale", "load", "tied", "untied"]
