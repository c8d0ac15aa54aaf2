"""The quantities of a text: digits and words, magnitudes, fractions, percentages, ordinals, with their units.

`reading` goes through the tokens of a text once. What stands at a token is looked for in this order: a share
(`shares`), a number (`numbers`, of `digits` or `spelled`), an ordinal or the like; then what is said beside it
(`beside`)."""

from briefgen.agreement.quantities.apart import apart
from briefgen.agreement.quantities.quantity import Bound, Kind, Quantity
from briefgen.agreement.quantities.reading import quantities

__all__ = ["Bound", "Kind", "Quantity", "apart", "quantities"]
