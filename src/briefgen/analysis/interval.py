"""A number that is known only to lie between two others."""

import msgspec


class Interval(msgspec.Struct, frozen=True):
    """From `low` to `high`, both included; where they are equal, the number is known."""

    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


WHOLE = Interval(0.0, 1.0)
"""The value of an empty cell: the whole scale, neither zero nor average."""

TOLERANCE = 1e-9
"""Differences of values below it are rounding."""
