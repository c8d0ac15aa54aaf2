"""What briefgen promises of its speed, race by race."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Goal:
    """A contender of ours beside others: ours ÷ (sum of `against` − sum of `less`) is at most `limit`.

    Where `against` is empty, the limit is seconds, or MB.
    """

    ours: str
    against: tuple[str, ...]
    limit: float | None
    """None: shown, but no promise."""
    less: tuple[str, ...] = ()
    what: Literal["time", "time per unit", "peak"] = "time"
    """Of medians. The unit is a page, where the contender has pages; else a copy of the brief."""


COLD = (
    Goal("briefgen --help", ("import click",), 1.5),
    Goal("briefgen render", ("pandoc", "typst"), 1.2),
    Goal("briefgen render --to pdf", ("typst",), 2.0),
    Goal("briefgen render --to pdf", ("WeasyPrint",), 1 / 6),
    Goal("briefgen, from its Document", ("typst",), 2.0),
    Goal("briefgen, from its Document", ("WeasyPrint",), 1 / 6),
    Goal("briefgen render", ("pandoc, Markdown", "typst"), None),
    Goal("briefgen render", ("pandoc", "typst"), None, less=("import typst",)),
    Goal("render, nothing kept", ("pandoc", "typst"), None),
    Goal("render --to pdf, nothing kept", ("typst",), None),
    Goal("render --to pdf, nothing kept", ("WeasyPrint",), None),
    Goal("briefgen check", ("python",), None),
)
"""`pandoc` reads its own tree, ready made, which takes it half as long as the Markdown that an author would write: the
promise is the harder one. Without `import typst`: as if typst were a program that needs no Python to start it. `render`
begins with the scenario, and checks and composes it; `from its Document` begins where typst and WeasyPrint do."""

WARM = (
    Goal("briefgen, all text new", ("typst, all text new",), 1.0),
    Goal("briefgen", ("typst",), None),
    Goal("briefgen", ("WeasyPrint",), None),
)
"""With a word changed in each run of text, typst lays out all of it, as briefgen does. With one word changed it lays
out what hangs on it and remembers the rest: no promise is made beside what is remembered."""

SCALE = (
    Goal("briefgen × 100", ("briefgen × 10",), 1.15, what="time per unit"),
    Goal("briefgen × 10", ("briefgen × 1",), None, what="time per unit"),
    Goal("briefgen × 100", ("typst × 100",), 1.0),
    Goal("briefgen × 10", ("typst × 10",), None),
    Goal("briefgen × 10", ("WeasyPrint × 10",), None),
    Goal("briefgen × 100", (), 300, what="peak"),
    Goal("typst × 100", (), None, what="peak"),
)

DOCX = (
    Goal("briefgen", ("docxtpl",), 1.0),
    Goal("briefgen", ("pandoc",), 1.0),
    Goal("briefgen, without charts", ("docxtpl, without charts",), 1.0),
    Goal("briefgen, without charts", ("pandoc, without charts",), 1.0),
)

DOCX_SCALE = (
    Goal("briefgen, 2,000 rows", (), 1.0),
    Goal("briefgen, 2,000 rows", ("docxtpl, 2,000 rows",), None),
    Goal("briefgen × 100", ("briefgen × 10",), 1.15, what="time per unit"),
    Goal("briefgen × 10", ("docxtpl × 10",), None),
    Goal("briefgen × 100", ("pandoc × 100",), None),
    Goal("briefgen × 100", (), None, what="peak"),
)

BATCH = (
    Goal("briefgen render", ("typst + docxtpl",), 0.5),
    Goal("briefgen render", ("typst + pandoc",), None),
)
"""The peers begin with what is composed already, and docxtpl is the faster of the two that make the DOCX."""

UNCHANGED = (
    Goal("one brief, unchanged", ("import click",), 1.5),
    Goal("100 briefs, unchanged", ("import click",), 1.5),
)
