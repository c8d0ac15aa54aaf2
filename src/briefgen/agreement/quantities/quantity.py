"""A quantity as a value."""

from typing import Literal, TypeAlias

import msgspec

Kind: TypeAlias = Literal["number", "share", "ordinal", "factor", "vague", "time"]
"""`12`; “two-thirds”; “third”; “doubled”; “hundreds”; `18:30`."""

Bound: TypeAlias = Literal["exact", "about", "least", "most"]


class Quantity(msgspec.Struct, frozen=True):
    """A number where it stands. Offsets are those of the text."""

    values: tuple[float, ...]
    """What it may be, the likeliest first: `1.250` is 1,250 in one country and 1.25 in another. A share is one of 1, a
    time of day is in minutes."""
    start: int
    end: int
    kind: Kind = "number"
    bound: Bound = "exact"
    unit: str = ""
    """A name of `units.UNITS`."""
    per: str = ""
    """The period of a rate: `day`."""
    counted: str = ""
    """What kind of thing is counted: `household`."""
    precision: float = 0
    """The value of one in its last digit that is not zero: 1,250 is precise to ten."""
    after: int = 0
    """Where its unit, or what is counted, ends."""
    terms: tuple[float, ...] = ()
    """Of “17 of 30”, both numbers."""

    @property
    def value(self) -> float:
        """What it most likely is."""
        return self.values[0]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it stands, in part, in a stretch of the text."""
        return start < self.end and self.start < end
