"""The outcome of looking for a quote as a diagnostic, with the entry to paste."""

from typing import assert_never

from briefgen.core.diagnostic import Finding
from briefgen.core.diagnostic import Place as Words
from briefgen.evidence.locate import FEWEST_LETTERS, FEWEST_WORDS, REACH
from briefgen.evidence.lock import (
    Absent,
    Altered,
    Ambiguous,
    Change,
    Found,
    InHeading,
    Location,
    Misplaced,
    PartsTooFarApart,
    Place,
    Selector,
    TooShort,
)
from briefgen.yaml.tree import quoted


def around(selector: Selector) -> str:
    """The prefix and the suffix of a quote on one line: `prefix: "the"`."""
    parts = [("prefix", selector.prefix), ("suffix", selector.suffix)]
    return ", ".join(f"{key}: {quoted(words)}" for key, words in parts if words)


def entry(source: str, selector: Selector, where: str) -> str:
    """The lines for the `evidence` of a fact."""
    fields = [("quote", selector.quote), ("prefix", selector.prefix), ("suffix", selector.suffix)]
    lines = [f"- source: {source}"]
    lines += [f"  {key}: {quoted(words)}" for key, words in fields if words]
    if where:
        lines.append(f"  page: {where if ' ' in where else quoted(where)}")
    return "\n".join(lines) + "\n"


# The result of looking for a quote → the message for its author.

MOST_CHANGES = 3
"""Reported of one quote."""
MOST_LETTERS = 60
"""Of the words of one change."""


def quote_finding(location: Location, selector: Selector, path: str, source: str) -> Finding | None:
    """The fault of a quote at `path`; None where the quote was found."""
    match location:
        case Found():
            return None
        case TooShort():
            return short_quote(path)
        case Absent():
            return Finding(
                "quote-absent",
                path,
                f"This quote does not stand in the text of `{source}`, nor anything like it.",
                f"`briefgen quote WORDS SCENARIO` finds a passage by its words. Is `{source}` the right source?",
            )
        case Altered(corrected=corrected, changes=changes, where=where):
            return Finding(
                "quote-altered",
                path,
                f"This is not word for word what stands in `{source}` ({_at(where)}): {_changes(changes)}.",
                f"Write quote: {quoted(corrected)}",
                Words(*changes[0].span) if changes else None,
            )
        case PartsTooFarApart(wheres=wheres):
            return Finding(
                "quote-altered",
                path,
                f"The parts of this quote stand in `{source}`, but not in this order within {REACH} characters of one "
                f"another: {', '.join(_at(where) for where in wheres)}.",
                "Quote them as two passages.",
            )
        case Misplaced(places=places):
            given = "prefix" if selector.prefix else "suffix"
            if selector.prefix and selector.suffix:
                given = "prefix and suffix"
            return Finding(
                "quote-altered",
                path,
                f"This quote stands in `{source}` ({_wheres(places, len(places))}), but not with this {given}.",
                _choices(places) or f"Leave the {given} out; the quote stands only once.",
            )
        case Ambiguous(places=places, count=count):
            return Finding(
                "quote-ambiguous",
                path,
                f"This quote stands {count} times in `{source}`: {_wheres(places, count)}.",
                _choices(places) or "Quote more words.",
            )
        case InHeading(place=place):
            return Finding(
                "quote-from-heading",
                path,
                f"These words stand in a heading of `{source}` ({_at(place.where)}), and headings are no evidence.",
                "Quote a passage of the text, or take the line out of the source's `headings` if it is none.",
            )
        case _:
            assert_never(location)


def short_quote(path: str) -> Finding:
    """A quote that is too short wherever it is."""
    return Finding(
        "quote-too-short",
        path,
        f"This quote is too short to carry a statement: it needs {FEWEST_WORDS} words and {FEWEST_LETTERS} letters, "
        "or a figure.",
        "Quote the whole passage that says it.",
    )


def _changes(changes: tuple[Change, ...]) -> str:
    descriptions = [_change(change) for change in changes[:MOST_CHANGES]]
    more = len(changes) - len(descriptions)
    return (
        "; ".join(descriptions) + (f"; and {more} more" if more else "")
        if descriptions
        else "the words are the same, but not the marks"
    )


def _change(change: Change) -> str:
    ours, theirs = _cut(change.quote), _cut(change.source)
    if not ours:
        return f"it leaves out “{theirs}”"
    if not theirs:
        return f"it adds “{ours}”"
    return f"“{ours}” stands for “{theirs}”"


def _cut(words: str) -> str:
    return words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…"


def _choices(places: tuple[tuple[Place, Selector], ...]) -> str:
    """What to add for each of the places."""
    descriptions = [f"for {_at(place.where)} {around(selector)}" for place, selector in places if around(selector)]
    return f"Add what singles it out: {'; '.join(descriptions)}." if descriptions else ""


def _wheres(places: tuple[tuple[Place, Selector], ...], count: int) -> str:
    names = list(dict.fromkeys(_at(place.where) for place, _ in places))
    return ", ".join(names) + (" …" if count > len(places) else "")


def _at(where: str) -> str:
    return where if " " in where else f"page {where}"
