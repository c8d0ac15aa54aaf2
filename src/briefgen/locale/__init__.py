"""Languages: interface words from catalogues, and how dates, numbers and quotations are written."""

from briefgen.locale.formats import FORMATS, Formats
from briefgen.locale.locale import LANGUAGES, Locale, load

__all__ = ["FORMATS", "LANGUAGES", "Formats", "Locale", "load"]
