"""The lines of a paragraph, as a whole: what costs how much, and that nothing cheaper was overlooked."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.breaking import lines, segments
from tests.layout.test_laws import law

from briefgen.layout.line_breaking import Breakpoints, Spacing, best, breakpoints, filled, line_between, natural
from briefgen.theme import Theme

RAGGED = Spacing(rag=21, stretch=0, shrink=0, tolerance=10_000, min_last_line=40)
JUSTIFIED = Spacing(rag=0.01, stretch=0.5, shrink=1 / 3, tolerance=8, min_last_line=40)

LONG = "interdepartmentalresponsibilitiesmunicipality"

WORDS = (
    "a", "of", "the", "water", "union", "committee", "municipality", "responsibilities", "well-known", "and/or",
    "interdepartmental", "reconsidering", "(and", "costs)", "“environmental”", "1,250", "no.^1", "**Strong**",
)  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(" ".join)
long_texts = st.lists(st.sampled_from(WORDS), min_size=10, max_size=120).map(" ".join)


def ratio(places: Breakpoints, measure: float, spacing: Spacing, a: int, b: int) -> float | None:
    """How far a line is stretched (or shrunk, below 0), as a part of what it should be; None where it cannot be."""
    slack = measure - (places.ends[b] - places.starts[a])
    spaces = places.blanks[b] - places.dropped[a]
    if slack < 0:
        shrunk = slack / (spaces * spacing.shrink) if spaces * spacing.shrink else 0.0
        return shrunk if slack >= -spaces * spacing.shrink - 0.01 else None
    if b == len(places.ends) - 1:
        return 0.0
    found = slack / (spacing.rag + spaces * spacing.stretch)
    return found if found <= spacing.tolerance else None


def cost(places: Breakpoints, measure: float, spacing: Spacing, ends: list[int]) -> float | None:
    """The demerits of a paragraph, written down once more: from the paper and the constants, without the search."""
    total, before, hyphens = 0.0, 1, 0
    for a, b in pairwise([0, *ends]):
        stretched = ratio(places, measure, spacing, a, b)
        if stretched is None:
            return None
        total += (10 + 100 * abs(stretched) ** 3) ** 2
        fitness = [stretched < -0.5, -0.5 <= stretched <= 0.5, 0.5 < stretched <= 1, stretched > 1].index(True)
        total += 10_000 if abs(fitness - before) > 1 else 0
        before = fitness
        last = b == len(places.ends) - 1
        if last:
            total += 1_000_000 if hyphens else 0
            total += 600_000 if a and places.ends[b] - places.starts[a] < spacing.min_last_line else 0
        hyphens = hyphens + 1 if places.hyphens[b] else 0
        total += 2500 if hyphens else 0
        total += 10_000 if hyphens == 2 else 0
        if hyphens > 2:
            return None
    return total


def ways(places: Breakpoints) -> Iterator[list[int]]:
    """Every way to break a paragraph."""
    last = len(places.ends) - 1
    for count in range(last):
        for inner in combinations(range(1, last), count):
            yield [*inner, last]


@law
@given(texts, st.sampled_from((60, 90, 120, 170)), st.sampled_from((RAGGED, JUSTIFIED)))
def test_no_way_to_break_a_paragraph_is_cheaper(theme: Theme, text: str, measure: float, spacing: Spacing) -> None:
    given_segments = segments(theme, text)
    places = breakpoints(given_segments, "en")
    if len(places.ends) > 15:
        places = breakpoints(given_segments)
    costs = [found for way in ways(places) if (found := cost(places, measure, spacing, way)) is not None]
    chosen = best(places, measure, spacing)
    assert (chosen is None) == (not costs)
    if chosen is not None:
        assert cost(places, measure, spacing, chosen) == pytest.approx(min(costs))


@law
@given(long_texts, st.sampled_from((90, 140, 200, 440)))
def test_lines_filled_one_after_the_other_are_never_better(theme: Theme, text: str, measure: float) -> None:
    given_segments = segments(theme, text)
    places = breakpoints(given_segments, "en")
    one_by_one: list[int] = []
    start = 0
    for line in filled(given_segments, measure, "en")[:-1]:
        start += len(line)
        one_by_one.append(places.at.index((start, 0)))
    filled_cost = cost(places, measure, RAGGED, [*one_by_one, len(places.ends) - 1])
    chosen = best(places, measure, RAGGED)
    assert chosen and filled_cost and cost(places, measure, RAGGED, chosen) <= filled_cost


@law
@given(long_texts, st.sampled_from((30, 90, 140, 200, 440)), st.sampled_from(("left", "justify")))
def test_every_line_keeps_to_its_measure(theme: Theme, text: str, measure: float, align: str) -> None:
    from briefgen.layout.line_breaking import SHRINK, broken

    given_segments = segments(theme, text)
    found = broken(given_segments, measure, "en", align)  # type: ignore[arg-type]
    for line in found:
        spaces = sum(segment.space for segment in line[1:])
        room = spaces * SHRINK if align == "justify" else 0
        assert natural(line) <= measure + room + 0.01 or (len(line) == 1 and len(line[0].text) == 1)
    whole = "".join(segment.text.removesuffix("-") for segment in given_segments)
    assert "".join(s.text.removesuffix("-") for line in found for s in line).replace("-", "") == whole.replace("-", "")


@law
@given(long_texts, st.sampled_from((90, 140, 200, 440)))
def test_three_hyphens_never_stand_below_each_other(theme: Theme, text: str, measure: float) -> None:
    for align in ("left", "justify"):
        run = 0
        for line in lines(theme, text, measure, align):  # type: ignore[arg-type]
            run = run + 1 if line.endswith("-") else 0
            assert run < 3


@law
@given(long_texts, st.sampled_from((90, 440)), st.sampled_from(("left", "justify")))
def test_the_same_paragraph_gives_the_same_lines(theme: Theme, text: str, measure: float, align: str) -> None:
    assert lines(theme, text, measure, align) == lines(theme, text, measure, align)  # type: ignore[arg-type]


def test_lines_join_to_the_paragraph_even_where_a_word_takes_three(theme: Theme) -> None:
    given_segments = segments(theme, LONG)
    places = breakpoints(given_segments, "en")
    chosen = best(places, 90, RAGGED)
    assert chosen and len(chosen) > 2
    made = [line_between(given_segments, places, a, b) for a, b in pairwise([0, *chosen])]
    for (a, b), line in zip(pairwise([0, *chosen]), made, strict=True):
        assert natural(line) == pytest.approx(places.ends[b] - places.starts[a])
    assert "".join(line[0].text.removesuffix("-") for line in made) == LONG


def test_work_grows_with_the_paragraph_and_not_with_its_square(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: how many ways were looked at, for a paragraph and for one four times as long."""
    from briefgen.layout import line_breaking as totalfit

    def work(times: int) -> int:
        count = 0
        add = totalfit._add

        def counted(*given: object) -> None:
            nonlocal count
            count += 1
            add(*given)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(totalfit, "_add", counted)
            lines(theme, "Kelmouth draws its water from one main which crosses the valley. " * times, 440)
        return count

    once, four = work(25), work(100)
    assert 3 * once < four < 5 * once
    assert four < 1100 * 12  # words × a dozen
