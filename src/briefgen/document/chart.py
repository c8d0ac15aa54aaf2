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
    """None where no exact day is known; it then stands behind the one before it, without a place on the scale."""
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
    """What one cell adds to the score of its option, in points of 100: at the least and at the most."""

    low: float
    high: float
    empty: bool = False
    """Nothing is known of it; it may be worth anything from nothing to the whole weight."""


class Scored(msgspec.Struct, frozen=True):
    """An option with a portion for each criterion."""

    label: Inlines
    portions: tuple[Portion, ...]
    score: Inlines
    """The sum in words: “47–61”."""
    remark: Inlines = ()
    """Why it is out of the ranking, where it is."""

    @property
    def low(self) -> float:
        """The least that it scores."""
        return fsum(portion.low for portion in self.portions)

    @property
    def high(self) -> float:
        """The most that it scores."""
        return fsum(portion.high for portion in self.portions)


class Contributions(msgspec.Struct, frozen=True, tag=True):
    """What each criterion adds to the score of each option, and the score."""

    criteria: tuple[Weighed, ...]
    options: tuple[Scored, ...]
    scale: Inlines
    """What the scores are: “Score, 0 to 100”."""


class Course(msgspec.Struct, frozen=True):
    """The score of an option, from no weight on the criterion to all of it; between the two it is a straight line."""

    label: Inlines
    without: tuple[float, float]
    """At the least and at the most, in points of 100, where the criterion counts for nothing."""
    alone: tuple[float, float]
    """The same where nothing else counts."""
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
    """As it is stated, in percent."""
    stated: Inlines
    """What is said of it: “now 10%”."""
    turns: tuple[Turn, ...]
    across: Inlines
    """What runs from left to right, and from bottom to top."""
    up: Inlines
    percent: str = "{number}%"
    """How the language writes a share."""


class Ranked(msgspec.Struct, frozen=True):
    """How often an option takes each rank, from the first to the last, in shares of 1."""

    label: Inlines
    shares: tuple[float, ...]


class Acceptability(msgspec.Struct, frozen=True, tag=True):
    """How often each option takes each rank."""

    ranks: tuple[Inlines, ...]
    """What the ranks are called."""
    options: tuple[Ranked, ...]
    percent: str = "{number}%"


Chart: TypeAlias = Timeline | Contributions | Sensitivity | Acceptability


# Charts with plain words for labels: all that a drawing takes of them.


def in_plain_words(chart: Chart, clean: Callable[[str], str] = str) -> Chart:
    """The chart; of its labels neither the look nor where they come from. `clean` is done to all its words."""
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
