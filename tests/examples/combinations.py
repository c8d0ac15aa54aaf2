"""The combinations in which the shipped examples can be rendered, and a small slice of them that holds every pair.

A combination is one file: an example by a template, in a language, for an audience, on a paper, in a format and a look.
Most faults of a file come from one property or from two that meet; so a slice in which each pair of properties meets at
least once in each format finds nearly all that the full matrix finds, in a small part of the files.
"""

from collections.abc import Iterable
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tests.laws.briefs import every_brief
from tests.use_cases import reported

from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.prepare import Examined, examine
from briefgen.commands.render import rendered_bytes
from briefgen.docx.reference.opening import ReferenceDocument
from briefgen.io.filesystem import World, shipped
from briefgen.theme import PAPERS, PaperName

Pairs: TypeAlias = frozenset[tuple[str, tuple[str, str], tuple[str, str]]]
"""Format, and name and value of two properties."""

LOOKS: dict[Format, tuple[str, ...]] = {
    "docx": ("plain", "german", "pandoc", "libreoffice", "review", "embedded-fonts"),
    "pdf": ("plain",),
    "html": ("plain",),
}
HOUSES = ("german", "pandoc", "libreoffice")
"""House styles of others: made by code, pandoc's own, and the first as LibreOffice saves it."""


class Combination(NamedTuple):
    """What to render."""

    example: str
    template: str
    lang: str
    audience: str
    paper: PaperName
    form: Format
    look: str
    option: str

    @property
    def name(self) -> str:
        """A name for its file."""
        return "-".join(filter(None, self[:5] + self[6:])) + f".{self.form}"

    def pairs(self) -> Pairs:
        """All pairs of its properties, each with the format. The option is left out: one brief on an option is built
        like another."""
        named = [(name, value) for name, value in self._asdict().items() if name not in ("form", "option")]
        return frozenset((self.form, *pair) for pair in combinations(named, 2))


@cache
def matrix() -> tuple[Combination, ...]:
    """All combinations, in a fixed order."""
    return tuple(
        Combination(example, template, lang, audience, paper, form, look, option)
        for example, lang, template, option in every_brief()
        for audience in ("", "public")
        for paper in PAPERS
        for form, looks in LOOKS.items()
        for look in looks
    )


def pairwise(rows: Iterable[Combination]) -> list[Combination]:
    """A few of the rows that hold every pair of properties of all: greedily the row with most pairs that are still
    missing, the first of several."""
    pairs = {row: row.pairs() for row in rows}
    missing = Pairs().union(*pairs.values())
    chosen = []
    while missing:
        best = max(pairs, key=lambda row: len(pairs[row] & missing))
        chosen.append(best)
        missing -= pairs[best]
    return chosen


@cache
def pairwise_slice() -> tuple[Combination, ...]:
    """The combinations that CI looks at."""
    return tuple(pairwise(matrix()))


@cache
def _examined(example: str) -> Examined:
    return examine(World(shipped("scenarios")), Path(example, "scenario.yaml"), ())


def render(row: Combination, house: ReferenceDocument | None = None) -> bytes:
    """The file of a combination. `house`: the house style that its look names."""
    order = RenderOptions(
        (row.form,), template=row.template, paper=row.paper, option=row.option, lang=row.lang, audience=row.audience,
        embed_fonts=row.look == "embedded-fonts", review=row.look == "review", reference_document=house, force=True,
    )  # fmt: skip
    made, faults = reported(rendered_bytes, World(shipped("scenarios")), Path(row.example, "scenario.yaml"), order,
                            examined=_examined(row.example))  # fmt: skip
    assert made, [fault.message for fault in faults if fault.severity == "error"]
    (data,) = made.values()
    return data
