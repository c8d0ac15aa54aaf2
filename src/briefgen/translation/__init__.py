"""What goes out to a translator and comes home: the fields of a scenario as units of XLIFF, their Markdown as codes."""

from briefgen.translation.reading import NotXliff, Translated, read
from briefgen.translation.returning import Refused, returned
from briefgen.translation.units import NOTES, Unit, units
from briefgen.translation.xliff import write

__all__ = ["NOTES", "NotXliff", "Refused", "Translated", "Unit", "read", "returned", "units", "write"]
