"""What goes out to a translator and comes home: the fields of a scenario as units of XLIFF, their Markdown as codes."""

from briefgen.translation.returning import Refused, returned
from briefgen.translation.units import NOTES, PART, Unit, units
from briefgen.translation.xliff import NotXliff, Translated, read, write

__all__ = ["NOTES", "PART", "NotXliff", "Refused", "Translated", "Unit", "read", "returned", "units", "write"]
