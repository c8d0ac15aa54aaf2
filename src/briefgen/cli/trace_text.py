"""A trace as lines for a terminal: field, sentence, fact, passage, source, each a step further in."""

import textwrap
from collections import Counter
from collections.abc import Iterator

from briefgen.claims.trace import Ground, Passage, Statement
from briefgen.cli.readership import readership
from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.exhibits.notes import passage as quoted
from briefgen.exhibits.trace import HOLES, KINDS, holes, kinds, place, source_and_page, state
from briefgen.locale import Locale
from briefgen.verbs.trace import Traced
from briefgen.world.names import printable

_ = str  # marks interface messages; they are translated where they are shown

WIDTH = 98
STEP = "  "
_SPACES = {0xA0: " ", 0x202F: " "}
"""No-break spaces, which not every terminal shows as a space."""


def lines(traced: Traced, locale: Locale) -> list[str]:
    """The whole trace of one scenario."""
    return [printable(line.translate(_SPACES)) for line in _lines(traced, Words(locale, traced.lang))]


def _lines(traced: Traced, words: Words) -> Iterator[str]:
    yield plain(words.label(traced.loaded.scenario.title))
    if traced.addressed:
        yield from readership(traced.addressed.readers, words, WIDTH)
    yield from _wrapped(summary(traced.statements, words), 0)
    path = ""
    for each in traced.statements:
        if each.path != path:
            yield ""
            yield each.path
            path = each.path
        yield from _wrapped(f"{each.words} [{kinds(each.kinds, words)}]", 1)
        yield from _missing(holes(each.holes, words), 2)
        for ground in each.grounds:
            yield from _ground(ground, words)


def summary(statements: tuple[Statement, ...], words: Words) -> str:
    """“stated as a fact: 31, judgement: 12. Open: cites nothing: 3.”."""
    kinds_of = Counter(kind for each in statements for kind in each.kinds)
    found = Counter(hole for each in statements for hole in each.every_hole)
    number, text = words.locale.number, words.locale.text
    colon = text(_(": "))
    counts = ", ".join(text(KINDS[kind]) + colon + number(kinds_of[kind]) for kind in KINDS if kinds_of[kind])
    missing = ", ".join(text(HOLES[hole]) + colon + number(found[hole]) for hole in HOLES if found[hole])
    told = text(_("Open: {holes}.")).format(holes=missing) if missing else text(_("Nothing is open."))
    return f"{counts}. {told}" if counts else told


def _ground(ground: Ground, words: Words) -> Iterator[str]:
    said = plain(words.line(ground.fact.statement)) if ground.fact and ground.link != "own" else ""
    yield from _wrapped(f"@{ground.fact_id}  {said}".rstrip(), 2)
    yield from _missing(holes(ground.holes, words), 3)
    for passage in ground.passages:
        yield from _wrapped(plain(quoted(passage.evidence, passage.source, words, "")), 3)
        yield from _wrapped(_stands(ground, passage, words), 3)
        yield from _missing(holes(passage.holes, words), 3)


def _stands(ground: Ground, passage: Passage, words: Words) -> str:
    speaker = ground.fact.attributed_to if ground.fact else None
    parts = [plain(source_and_page(passage, words)), place(passage, words)]
    parts += [plain(words.label(speaker)) if speaker else "", state(passage, words)]
    return " · ".join(filter(None, parts))


def _missing(told: str, depth: int) -> Iterator[str]:
    if told:
        yield from _wrapped(f"× {told}", depth)


def _wrapped(text: str, depth: int) -> Iterator[str]:
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=STEP * depth, subsequent_indent=STEP * depth, break_on_hyphens=False
    )
