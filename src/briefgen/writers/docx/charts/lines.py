"""Lines over the weight of a criterion, and the columns of the sheet that they are drawn from.

The ground of a band is a row of broad upright lines and its hatching one of fine lines; they follow it by formulas.
"""

from collections.abc import Callable, Sequence
from math import fsum
from typing import Literal

import msgspec

from briefgen.charts.lettering import Lettering, clean
from briefgen.charts.sensitivity import NEAR
from briefgen.document import Course as Scores
from briefgen.writers.docx.charts import looks
from briefgen.writers.docx.charts.scatter import Course, marker, named
from briefgen.writers.docx.charts.sheet import Cell, Column, Sheet, Span, Worked, below, cell, head, letters

_ = str  # marks interface messages; they are translated where they are shown

_DASHES = ("dash", "sysDot", "lgDashDot", "sysDash", "lgDash", "")
_BROAD, _FINE = 100, 80
"""Upright lines in a ground, which touch, and in a hatching."""
_VEIL = 0.14
"""Of the accent in a ground, through which lines are seen."""
_NONE, _ALL = 2, 3
"""The rows of no weight and of all of it."""


class Flag(msgspec.Struct, frozen=True):
    """A weight that is named."""

    weight: float
    score: float | None
    """Where options turn there."""
    words: str
    side: Literal["l", "r"]
    """Of its line, where its words stand."""


class Lines:
    """The columns, which grow as lines are drawn. The first one has the two weights."""

    def __init__(self, text: Callable[[str], str], across: str, code: str) -> None:
        self.columns = [Column(across, (0.0, 100.0), code)]
        self._text = text
        self._drawn: list[tuple[Scores, int, bool]] = []
        """Each option, the column of its least, and whether that of its most stands behind it."""

    def bands(self, options: Sequence[Scores], wide: float) -> list[Course]:
        """The lines of each option; the one that leads has a ground, the next one a hatching."""
        lines: list[Course] = []
        grounds: list[Course] = []
        others, hatched = 0, False
        for option in options:
            band = max(most - least for least, most in (option.without, option.alone)) >= NEAR
            self._drawn.append((option, len(self.columns), band))
            if option.leads:
                look = looks.line(looks.ACCENT, 1.5)
            else:
                look = looks.line(looks.TEXT, 0.9, _DASHES[others % len(_DASHES)])
                others += 1
            for message, end in ((_("{option}: at least"), 0), (_("{option}: at most"), 1))[: 1 + band]:
                name = self._text(message).format(option=clean(option.label)) if band else clean(option.label)
                at = self._add(name, (option.without[end], option.alone[end]))
                lines.append(Course(head(at), Span(0, _NONE, _ALL), Span(at, _NONE, _ALL), looks.shape("", look)))
            if band and option.leads:
                grounds.append(self._uprights(_BROAD, looks.line(looks.veil(_VEIL), wide / _BROAD)))
            elif band and not hatched:
                hatched = True
                grounds.append(self._uprights(_FINE, looks.line(looks.FINE, 0.4)))
        return grounds + lines

    def _uprights(self, count: int, look: str) -> Course:
        """Lines across the last band, from its least to its most, each apart from the next by an empty row."""
        option, least, _band = self._drawn[-1]
        weights: list[Cell] = []
        scores: list[Cell] = []
        x = letters(len(self.columns))
        for step in range(count):
            weight = (step + 0.5) * 100 / count
            for end in (0, 1):
                y, row = letters(least + end), _NONE + len(weights)
                weights.append(weight)
                scores.append(
                    Worked(
                        f"${y}${_NONE}+(${y}${_ALL}-${y}${_NONE})*{x}{row}/100",
                        option.without[end] + (option.alone[end] - option.without[end]) * weight / 100,
                    )
                )
            weights.append(None)
            scores.append(None)
        across = self._add(self._text(_("weight")), tuple(weights))
        up = self._add(self._text(_("{option}: open")).format(option=clean(option.label)), tuple(scores))
        sheet = Sheet(tuple(self.columns))
        return Course(head(up), below(sheet, across), below(sheet, up), looks.shape("", look))

    def staff(self, flag: Flag, ends: tuple[float, float], type_: Lettering) -> Course:
        """An upright line at a weight, its words at its upper end, and a point where options turn."""
        turns = flag.score is not None
        scores = ends if flag.score is None else (ends[0], flag.score, ends[1])
        across = self._add(self._text(_("weight")), (flag.weight,) * len(scores))
        up = self._add(flag.words, scores)
        ink = looks.ACCENT if turns else looks.TEXT
        point = f'<c:dPt><c:idx val="1"/>{marker(6, ink)}<c:bubble3D val="0"/></c:dPt>' if turns else ""
        words = looks.letters(type_, ink, strong=not turns, wrap="none")
        return Course(
            head(up), Span(across, _NONE, 1 + len(scores)), Span(up, _NONE, 1 + len(scores)),
            looks.shape("", looks.line(ink, 0.9, "dash" if turns else "")),
            points=point + named(len(scores) - 1, words, flag.side),
        )  # fmt: skip

    def name(self, at: int, moved: float, words: str) -> Course:
        """The name of an option at the end of its lines; `moved` up by so many points of the score."""
        option, least, band = self._drawn[at]
        lower, upper = letters(least), letters(least + 1)
        middle = f"({lower}{_ALL}+{upper}{_ALL})/2" if band else f"{lower}{_ALL}"
        value = fsum(option.alone) / 2 if band else option.alone[0]
        place = self._add(clean(option.label), (None, Worked(f"{middle}+{moved:.6f}", value + moved)))
        return Course(head(place), cell(0, _ALL), cell(place, _ALL), points=named(0, words))

    def _add(self, name: str, cells: tuple[Cell, ...]) -> int:
        self.columns.append(Column(name, cells))
        return len(self.columns) - 1
