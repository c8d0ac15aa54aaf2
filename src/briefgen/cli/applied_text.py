"""What became of a review that was applied, as lines for a person."""

from collections.abc import Iterator
from typing import assert_never

import click

from briefgen.cli.reviewed_text import lines as of_review
from briefgen.merging import Applied, Conflict, Outcome, Remarked, Said, Unchanged, Unplaced, Wanted
from briefgen.merging.outcome import paths_of
from briefgen.prose.model import MARK
from briefgen.verbs.apply_review import AppliedReview
from briefgen.world.names import printable, printed


def lines(applied: AppliedReview) -> Iterator[str]:
    """Each change with what became of it, then what is left to a person."""
    for outcome in applied.home.outcomes:
        yield from _outcome(outcome)
    if applied.left:
        yield "Left to you; nothing of this was written:"
        yield from of_review(applied.reviews, applied.left)


def summary(applied: AppliedReview) -> str:
    """“4 of 6 changes and comments were written into 2 files.”"""
    outcomes = applied.home.outcomes
    written = sum(isinstance(each, Applied | Remarked) for each in outcomes)
    there = sum(isinstance(each, Unchanged) for each in outcomes)
    files = len(applied.home.files)
    said = f"{written} of {len(outcomes)} changes and comments were written into {files} file{'s' * (files != 1)}"
    return said + (f"; {there} stood there already." if there else ".")


def _outcome(outcome: Outcome) -> Iterator[str]:
    match outcome:
        case Applied():
            yield f"{_at(outcome.file, outcome.line)}: {_bold('written')}: {_fields(outcome.change)}"
        case Remarked():
            yield f"{_at(outcome.file, outcome.line)}: {_bold('comment written')}: {printable(outcome.said.path)}"
        case Unchanged():
            yield f"{_bold('there already')}: {_fields(outcome.change)}"
        case Conflict():
            yield f"{_bold('conflict')}: {printable(outcome.path)} was changed on both sides; nothing was written."
            yield f"    It was:           {_shown(outcome.base)}"
            yield f"    The file says:    {_shown(outcome.now)}"
            yield f"    The reviewer has: {_shown(outcome.edited)}"
        case Unplaced():
            yield f"{_bold('not written')}: {_fields(outcome.cause)}: {printable(outcome.reason)}"
        case _:
            assert_never(outcome)


def _fields(cause: Wanted | Said) -> str:
    """The field that something is about, or both that it goes through."""
    paths = (cause.path,) if isinstance(cause, Said) else paths_of(cause)
    return " → ".join(map(printable, paths))


def _at(file: str, line: int) -> str:
    return f"{printable(printed(file))}:{line}"


def _bold(words: str) -> str:
    return click.style(words, bold=True)


def _shown(words: str) -> str:
    return printable(words.replace(MARK, "[@]").replace("\n", " "))
