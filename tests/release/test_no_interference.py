"""What is withheld makes no difference: with other words, numbers and days in it, the files are the same to the byte.

So it is not told by an order, a colour, a sum, a digest or a gap in numbers either, for which no scan can look."""

import datetime as dt
import os
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from tests.release.briefed import bytes_of, written
from tests.release.marked import Marked, above, marked, secret

from briefgen.commands.options import Format, RenderOptions
from briefgen.model.marking import LABELS, as_span

SEED = int(os.environ.get("BRIEFGEN_SEED", "1"))
TEMPLATES = ("options-paper", "decision-note", "evidence-annex")
_WORD = re.compile(r"w(\d+)w")


def otherwise(made: Marked, limit: str) -> Any:
    """The values of a scenario with other words, numbers and days in what is above a marking, and one piece more."""
    words = secret(made, limit)
    closed = {each["id"] for each in made.values.get("sources", []) if above(each.get("marking", ""), limit)}

    def word(found: re.Match[str]) -> str:
        return f"w{int(found[1]) + 50_000}w" if found[0] in words else found[0]

    def other(value: Any, hidden: bool) -> Any:
        match value:
            case dict():
                quoted = {each.get("source") for each in value.get("evidence", []) if isinstance(each, dict)}
                below = hidden or above(value.get("marking", ""), limit) or not quoted.isdisjoint(closed)
                return {key: each if key == "audiences" else other(each, below) for key, each in value.items()}
            case list():
                return [other(each, hidden) for each in value]
            case str():
                return _WORD.sub(word, value)
            case bool():
                return value
            case int() | float() if hidden:
                return value + 1 if value < 4 else value - 1
            case dt.date() if hidden:
                return value - dt.timedelta(days=3)
            case _:
                return value

    values = other(made.values, False)
    if limit != LABELS[-1]:
        more = {"id": "one-more", "text": "w99w is not known.", "marking": LABELS[-1]}
        values["gaps"] = [*values.get("gaps", []), more]
    return values


def files(values: Any, order: RenderOptions) -> Mapping[Format, bytes]:
    with TemporaryDirectory() as place:
        folder = Path(place, "paper")  # Word files name it
        folder.mkdir()
        data, faults = bytes_of(written(deepcopy(values), folder), order)
    assert [each.message for each in faults if each.severity == "error"] == []
    return data


def differ(seed: int) -> int:
    """Compares the briefs of one scenario and of its like; returns how many there were, and something withheld."""
    made, limit = marked(seed), LABELS[seed % 4]
    order = RenderOptions(("docx", "pdf", "html"), audience=as_span(limit), template=TEMPLATES[seed % 3])
    review = RenderOptions(("docx",), audience=as_span(limit), template=TEMPLATES[seed % 3], review=True)
    like = otherwise(made, limit)
    assert like != made.values
    for asked in (order, review):
        ours, theirs = files(made.values, asked), files(like, asked)
        assert {form: theirs.get(form) == data for form, data in ours.items()} == dict.fromkeys(ours, True), seed
    return bool(ours) and bool(secret(made, limit))


@pytest.mark.slow
def test_what_is_withheld_makes_no_difference() -> None:
    assert differ(3)


@pytest.mark.soak
def test_what_is_withheld_makes_no_difference_in_100_scenarios() -> None:
    assert sum(differ(seed) for seed in range(SEED, SEED + 100)) > 60


def test_what_is_released_makes_one() -> None:
    """Else the law would prove nothing."""
    made = marked(3)
    limit = LABELS[3]
    order = RenderOptions(("html",), audience=as_span(limit))
    assert files(made.values, order) != files(otherwise(made, LABELS[0]), order)
