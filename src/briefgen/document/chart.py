"""Charts as data: what is shown, without colours and coordinates. `charts/` draws them, writers place the drawing."""

import datetime as dt
from collections.abc import Callable
from math import fsum
from typing import Any, Literal, TypeAlias

import msgspec

from briefgen.document.inlines import Inlines, LineBreak, Link, NoteMark, Paged, Reference, Run, TemplateText, plain


class Moment(msgspec.Struct, frozen=True):
    """One date of a timeline."""

    when: Inlines
    """The date in words."""
    label: Inlines
    day: dt.date | None = None
    """None where no exact day is known; it is then after the one before it, without a position on the scale."""
    kind: Literal["event", "deadline", "as-of"] = "event"
    """`deadline`: the day by which to decide; `as-of`: the day up to which the evidence reaches."""


class Timeline(msgspec.Struct, frozen=True, tag=True):
    """Dates on a scale, in order of time."""

    moments: tuple[Moment, ...]


class Weighed(msgspec.Struct, frozen=True):
    """A criterion with its weight, out of 100."""

    label: Inlines
    weight: float
    stated: str
    """The weight as it is printed, rounded, in the document's language."""


class Portion(msgspec.Struct, frozen=True):
    """What one cell adds to the score of its option, in points of 100: minimum and maximum."""

    low: float
    high: float
    empty: bool = False
    """Nothing is known: it may add anything from nothing to the whole weight."""


class Scored(msgspec.Struct, frozen=True):
    """An option with a portion for each criterion."""

    label: Inlines
    portions: tuple[Portion, ...]
    score: Inlines
    """The sum as printed: “47–61”."""
    remark: Inlines = ()
    """Why it is excluded from the ranking, if it is."""

    @property
    def low(self) -> float:
        """Its minimum score."""
        return fsum(portion.low for portion in self.portions)

    @property
    def high(self) -> float:
        """Its maximum score."""
        return fsum(portion.high for portion in self.portions)


class Contributions(msgspec.Struct, frozen=True, tag=True):
    """What each criterion adds to the score of each option, and the score."""

    criteria: tuple[Weighed, ...]
    options: tuple[Scored, ...]
    scale: Inlines
    """The title of the scale: “Score, 0 to 100”."""


class Course(msgspec.Struct, frozen=True):
    """The score of an option, from no weight on the criterion to all of it; between the two it is a straight line."""

    label: Inlines
    without: tuple[float, float]
    """Minimum and maximum, in points of 100, where the criterion has no weight."""
    alone: tuple[float, float]
    """Minimum and maximum where it has all the weight."""
    leads: bool = False


class Turn(msgspec.Struct, frozen=True):
    """A weight at which options change places; `score` is where their lines cross."""

    weight: float
    """Percent."""
    score: float
    label: Inlines


class Sensitivity(msgspec.Struct, frozen=True, tag=True):
    """The scores of the options over the weight of one criterion."""

    options: tuple[Course, ...]
    weight: float
    """As stated, in percent."""
    stated: Inlines
    """Its label: “now 10%”."""
    turns: tuple[Turn, ...]
    across: Inlines
    """The title of the horizontal axis."""
    up: Inlines
    """The title of the vertical axis."""
    percent: str = "{number}%"
    """The format of percentages in the language."""


class Ranked(msgspec.Struct, frozen=True):
    """How often an option takes each rank, from first to last, as shares of 1."""

    label: Inlines
    shares: tuple[float, ...]


class Acceptability(msgspec.Struct, frozen=True, tag=True):
    """How often each option takes each rank."""

    ranks: tuple[Inlines, ...]
    """The names of the ranks."""
    options: tuple[Ranked, ...]
    percent: str = "{number}%"


Chart: TypeAlias = Timeline | Contributions | Sensitivity | Acceptability


# Charts with plain labels, all that a drawing needs.


def in_plain_words(chart: Chart, clean: Callable[[str], str] = str) -> Chart:
    """The chart without the marks and origins of its labels. `clean` is applied to all its words."""
    return _plain(chart, clean)  # type: ignore[no-any-return]  # of the same class


def _plain(value: Any, clean: Callable[[str], str]) -> Any:
    match value:
        case str():
            return clean(value)
        case (Run() | Link() | LineBreak() | NoteMark() | Paged() | Reference(), *_):
            words = clean(plain(value))
            return (Run(words, TemplateText()),) if words else ()
        case tuple():
            return tuple(_plain(each, clean) for each in value)
        case msgspec.Struct():
            return type(value)(*(_plain(getattr(value, name), clean) for name in value.__struct_fields__))
        case _:
            return value
