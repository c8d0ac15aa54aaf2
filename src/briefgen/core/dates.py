"""Dates that may be known to the day, the month or the year."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class PartialDate:
    """A day, a month or a year: `2022-10-28`, `2022-10`, `2022`.

    It can be compared with a `datetime.date`: dates are ordered by their first day, then by their last, and one that is
    known to the day equals that day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Raises a ValueError if there is no such date."""
        dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def read(cls, text: str) -> "PartialDate | None":
        """The date that is written in a text in ISO 8601; None if it is something else, or no day of the calendar."""
        found = _WRITTEN.fullmatch(text)
        if not found:
            return None
        try:
            return cls(*(int(part) for part in found.groups() if part))
        except ValueError:
            return None

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def middle(self) -> dt.date:
        """The day in the middle, which stands for it on a scale."""
        return self.first + (self.last - self.first) / 2

    def isoformat(self) -> str:
        """As it is written in a file."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)

    __str__ = isoformat

    def __repr__(self) -> str:
        return f"PartialDate({self.isoformat()})"

    def __eq__(self, other: object) -> bool:
        ends = _ends(other)
        return ends == (self.first, self.last) if ends else NotImplemented

    def __lt__(self, other: object) -> bool:
        ends = _ends(other)
        return (self.first, self.last) < ends if ends else NotImplemented

    def __hash__(self) -> int:
        return hash(self.first) if self.day else hash((self.first, self.last))


def _ends(value: object) -> tuple[dt.date, dt.date] | None:
    match value:
        case PartialDate():
            return value.first, value.last
        case dt.date():
            return value, value
        case _:
            return None
