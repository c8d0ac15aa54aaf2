"""The result of applying a review, as text."""

from collections.abc import Iterator
from typing import assert_never

import click

from briefgen.cli.reviewed_text import lines as of_review
from briefgen.merging import Applied, Conflict, Outcome, Remarked, Said, Unchanged, Unplaced, Wanted
from briefgen.merging.outcome import both, paths_of
from briefgen.prose.model import MARK
from briefgen.source import Span
from briefgen.verbs.apply_review import AppliedReview
from briefgen.world.names import printable, printed


def lines(applied: AppliedReview) -> Iterator[str]:
    """Each change with its result, in the order of the files as they are now; then what a person has to decide."""
    origins, names = applied.reviews.loaded.origins, [file.name for file in applied.reviews.loaded.files]

    def place(outcome: Outcome) -> Span | None:
        path = _paths(_cause(outcome))[-1]
        return origins.get(path) or (origins.at(path) if isinstance(outcome, Remarked) else None)

    def order(each: tuple[Outcome, Span | None]) -> tuple[int, int]:
        span = each[1]
        return (names.index(span.file.name), span.start) if span else (len(names), 0)

    for outcome, span in sorted(((each, place(each)) for each in applied.home.outcomes), key=order):
        where = f"{printable(printed(span.file.name))}:{span.line}: " if span else ""
        first, *more = _outcome(outcome)
        yield where + first
        yield from more
    if applied.left:
        yield "For you to decide; none of this was written:"
        yield from of_review(applied.reviews, applied.left)


def summary(applied: AppliedReview) -> str:
    """“4 of 6 changes and comments were written into 2 files.”"""
    outcomes = applied.home.outcomes
    written = sum(isinstance(each, Applied | Remarked) for each in outcomes)
    there = sum(isinstance(each, Unchanged) for each in outcomes)
    files = len(applied.home.files)
    said = f"{written} of {len(outcomes)} changes and comments were written into {files} file{'s' * (files != 1)}"
    return said + (f"; {there} {'was' if there == 1 else 'were'} there already." if there else ".")


def _outcome(outcome: Outcome) -> Iterator[str]:
    match outcome:
        case Applied():
            yield f"{_bold('written')}: {_fields(outcome.change)}"
        case Remarked():
            yield f"{_bold('comment written')}: {printable(outcome.said.path)}"
        case Unchanged():
            yield f"{_bold('there already')}: {_fields(outcome.change)}"
        case Conflict():
            yield f"{_bold('conflict')}: {printable(outcome.path)} was changed on both sides; nothing was written."
            yield f"    It was:           {_shown(outcome.base)}"
            yield f"    The file says:    {_shown(outcome.now)}"
            yield f"    The reviewer has: {_shown(outcome.edited)}"
        case Unplaced():
            yield f"{_bold('not written')}: {_fields(outcome.cause)}: {printable(outcome.reason)}"
            yield from _wanted(outcome.cause)
        case _:
            assert_never(outcome)


def _cause(outcome: Outcome) -> Wanted | Said | str:
    """The change that a result is about; of a conflict, the path."""
    match outcome:
        case Applied(change=change) | Unchanged(change=change):
            return change
        case Remarked(said=said):
            return said
        case Unplaced(cause=cause):
            return cause
        case Conflict(path=path):
            return path
        case _:
            assert_never(outcome)


def _paths(cause: Wanted | Said | str) -> tuple[str, ...]:
    if isinstance(cause, str):
        return (cause,)
    return (cause.path,) if isinstance(cause, Said) else paths_of(cause)


def _fields(cause: Wanted | Said) -> str:
    """The field that a change is about, or both fields that it touches."""
    return " → ".join(map(printable, _paths(cause)))


def _wanted(cause: Wanted | Said) -> Iterator[str]:
    """The words of what was not written."""
    if isinstance(cause, Said):
        yield f"    {printable(cause.author)}: {_shown(cause.words)}"
        return
    old, new = both(cause)
    if old == new:
        yield f"    {_shown(old)}"
    else:
        yield f"    It was:           {_shown(old)}"
        yield f"    The reviewer has: {_shown(new) or '(deleted)'}"


def _bold(words: str) -> str:
    return click.style(words, bold=True)


def _shown(words: str) -> str:
    return printable(words.replace(MARK, "[@]").replace("\n", " "))
