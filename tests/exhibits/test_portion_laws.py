"""Laws of portion marks, over markings at random: no line bears less than the pieces whose words it says, and none
bears more where all its pieces bear what the scenario does."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from tests.release.briefed import written
from tests.release.marked import above, is_word, marked, secret
from tests.release.remarked import remarked
from tests.use_cases import document

from briefgen.document import Authored, Block, Computed, Document, Inlines, NoteMark, Run, TitleBlock, plain
from briefgen.document.walk import texts
from briefgen.exhibits import with_portions
from briefgen.io.filesystem import World, shipped
from briefgen.locale import load as load_locale
from briefgen.markup.marking import written as spans_in
from briefgen.model.marking import LABELS
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.model.walk import markings
from briefgen.model.walk import texts as fields

SEED = int(os.environ.get("BRIEFGEN_SEED", "1"))


def made(folder: Path, template: str) -> tuple[Loaded, Document]:
    """A scenario, and its brief with marks."""
    loaded, faults = load(World(folder), Path("scenario.yaml"))
    assert loaded is not None, faults
    composed, faults = document(World(folder), loaded, template, load_locale("en"), "en")
    assert composed is not None, faults
    return loaded, with_portions(composed, loaded.scenario)


def lines(of: Document) -> Iterator[Inlines]:
    """The lines that bear marks: the head of the first page bears that of the paper."""
    blocks: list[Block] = [block for block in of.blocks if not isinstance(block, TitleBlock)]
    for block in blocks:
        yield from texts(block)
    yield from (note.content for note in of.notes)


def bears(line: Inlines) -> str:
    """The mark of a line; empty where it has none."""
    first = line[0] if line else None
    return first.text.strip("() ") if isinstance(first, Run) and first.origin == Computed("marking") else ""


def words_of(line: Inlines) -> set[str]:
    text = plain(line)
    return {word for word in "".join(each if each.isalnum() else " " for each in text).split() if is_word(word)}


def look_at_words(seed: int, template: str) -> int:
    """Every word of a scenario tells for itself who may see it; returns in how many lines there was one that not all
    may see."""
    generated = marked(seed)
    count = 0
    with TemporaryDirectory() as place:
        _, brief = made(written(generated.values, Path(place)), template)
    found = [(bears(line), words_of(line), plain(line)) for line in lines(brief)]
    for limit in LABELS[:-1]:
        hidden = secret(generated, limit)
        for label, words, text in found:
            if words & hidden:
                count += 1
                assert label, f"{seed}: no mark, with words above {limit}: {text}"
                assert above(label, limit), f"{seed}: {label}, with words above {limit}: {text}"
    return count


def labels_of(path: str, scenario: Scenario) -> set[str]:
    """What the items on the way to a path are marked with, worked out here once more."""
    parts = path.split(".")
    ways = {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
    return {label for at, label in markings(scenario) if at.removesuffix(".marking") in ways}


def of_quotes(scenario: Scenario) -> dict[str, set[str]]:
    """Each passage, by its letters, with the markings of its source and of the facts that quote it."""
    sources = {source.id: source.marking for source in scenario.sources}
    out: dict[str, set[str]] = {}
    for fact in scenario.facts:
        for each in fact.evidence:
            found = out.setdefault(letters(each.quote), set())
            found |= {label for label in (fact.marking, sources.get(each.source, "")) if label}
    return out


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def look_at_pieces(name: str, seed: int, template: str) -> tuple[int, int]:
    """An example with other markings; returns how many lines bear more than the scenario, and how many do not."""
    random = Random(seed)
    high = low = 0
    with TemporaryDirectory() as place:
        loaded, brief = made(remarked(shipped("scenarios") / name, Path(place), random, 0.15), template)
    scenario = loaded.scenario
    quotes = of_quotes(scenario)
    spanned = {
        f"{text.path}.{lang}"
        for text in fields(scenario)
        for lang, words in text.texts.items()
        if spans_in(words)
    }  # fmt: skip
    for line in lines(brief):
        runs = [each for each in line if isinstance(each, Run)]
        at = {run.origin.path for run in runs if isinstance(run.origin, Authored)}
        at |= {run.origin.of for run in runs if isinstance(run.origin, Computed) and run.origin.of}
        at |= {each.origin.path for each in line if isinstance(each, NoteMark) and each.origin}
        needed = {label for path in at for label in labels_of(path, scenario)}
        for run in runs:
            said = letters(run.text)
            if run.text.startswith("“") and len(said) > 20:
                cut = "…" in run.text  # its first words; a whole one may begin a longer one that is another passage
                needed |= {
                    label
                    for quote, found in quotes.items()
                    if (quote.startswith(said) if cut else quote == said)
                    for label in found
                }
        label = bears(line)
        assert label or not at, f"{name} {seed}: no mark: {plain(line)}"
        for each in needed:
            assert not above(each, label), f"{name} {seed}: {label}, with words of {each}: {plain(line)}"
        worked_out = any(
            isinstance(run.origin, Computed)
            and not run.origin.of
            and letters(run.text)
            and run.origin.what != "marking"
            for run in runs
        )
        signs = any(run.marks & {"sign", "for", "against", "mixed"} for run in runs)
        facts = any(path.startswith("facts.") for path in at)  # they bear the marking of their sources as well
        if at and not needed and not at & spanned and not worked_out and not signs and not facts:
            low += 1
            if not any(
                len(path.split(".")) == 4 for path in at
            ):  # the names of a cell, which have markings of their own
                assert label == scenario.marking, f"{name} {seed}: {label}, for nothing: {plain(line)}"
        high += label not in ("", scenario.marking)
    return high, low


@pytest.mark.parametrize("template", ["options-paper", "evidence-annex"])
@pytest.mark.parametrize("seed", range(SEED, SEED + 6))
def test_no_line_says_a_word_that_is_marked_higher(seed: int, template: str) -> None:
    look_at_words(seed, template)


def test_the_law_of_words_has_something_to_look_at() -> None:
    assert sum(look_at_words(seed, "options-paper") for seed in range(1, 4)) > 20


@pytest.mark.parametrize("template", ["options-paper", "decision-note", "evidence-annex"])
@pytest.mark.parametrize("name", ["kelmouth-2026", "starter"])
@pytest.mark.parametrize("seed", range(SEED, SEED + 2))
def test_a_line_bears_the_markings_of_its_pieces_and_no_other(name: str, seed: int, template: str) -> None:
    high, low = look_at_pieces(name, seed, template)
    assert high
    assert low or template == "evidence-annex"


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(SEED, SEED + 100))
def test_no_line_bears_too_little_in_many_scenarios(seed: int) -> None:
    for template in ("options-paper", "evidence-annex"):
        look_at_words(seed, template)
        look_at_pieces("kelmouth-2026", seed, template)
