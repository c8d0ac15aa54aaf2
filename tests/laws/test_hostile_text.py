"""Hostile text in every field changes no structure and breaks no writer.

Each trial is a scenario drawn by its number and filled twice, with harmless and with hostile words. A trial that fails
says the fields that did it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.laws.hostile import REFUSED, harmless, markdown, steady
from tests.laws.shape import everything, structure
from tests.laws.trial import Made, from_file, from_model, holds, prose_paths
from tests.scenarios import Leaf, as_yaml, filled, leaves, replaced, tree

SEED = int(os.environ.get("BRIEFGEN_SEED", "2022"))
BATCH = 50
BATCHES = 2_000 // BATCH


class Trial:
    """A scenario without its words, and two ways to fill it: `calm` and `wild`, by the number of the field."""

    def __init__(self, seed: str, folder: Path, wild: Callable[[Random, int, Leaf], str]) -> None:
        self.random = Random(seed)
        self.folder = folder
        self.tree = tree(self.random)
        self.lang = self.random.choice(["en", "fr"])
        self.leaves = list(leaves(self.tree))
        self.numbers = {leaf.path: number for number, leaf in enumerate(self.leaves)}
        self.wild = {leaf.path: wild(self.random, number, leaf) for number, leaf in enumerate(self.leaves)}

    def calm_words(self, leaf: Leaf) -> str:
        return harmless(self.numbers[leaf.path], leaf)

    def wild_words(self, leaf: Leaf) -> str:
        return self.wild[leaf.path]

    def made(self, words: Callable[[Leaf], str]) -> Made:
        return from_file(self.folder, as_yaml(filled(self.tree, words)), self.lang)

    def swapped(self, text: str) -> str:
        """A text of the calm scenario with its words exchanged."""
        number, _, rest = text.removeprefix("w").partition("w some words")
        return self.wild[self.leaves[int(number)].path] + rest if rest or text.endswith(" some words") else text


def any_field(random: Random, number: int, leaf: Leaf) -> str:
    return steady(random, number)


def prose_as_markdown(random: Random, number: int, leaf: Leaf) -> str:
    return markdown(random, number) if leaf.kind == "prose" else steady(random, number)


def with_controls(random: Random, number: int, leaf: Leaf) -> str:
    controls = [each for each in REFUSED if "\r" not in each]  # a line end means something to Markdown
    return f"{steady(random, number)} {random.choice(controls)} {random.choice(controls)} end"


def nothing_but_words_changes(seed: str, folder: Path) -> None:
    trial = Trial(seed, folder, any_field)
    calm, wild = trial.made(trial.calm_words), trial.made(trial.wild_words)
    assert wild.faults == calm.faults == []
    assert wild.loaded.scenario == replaced(calm.loaded.scenario, trial.swapped)
    assert everything(wild.document) == everything(calm.document)
    holds(wild)


def prose_changes_itself_alone(seed: str, folder: Path) -> None:
    trial = Trial(seed, folder, prose_as_markdown)
    calm, wild = trial.made(trial.calm_words), trial.made(trial.wild_words)
    assert wild.faults == calm.faults == []
    assert wild.loaded.scenario == replaced(calm.loaded.scenario, trial.swapped)
    prose = prose_paths(calm.loaded)
    assert structure(wild.document.blocks, prose) == structure(calm.document.blocks, prose)
    holds(wild)


def what_no_file_holds_is_borne(seed: str, folder: Path) -> None:
    trial = Trial(seed, folder, with_controls)
    calm = trial.made(trial.calm_words)
    wild = from_model(calm.loaded, replaced(calm.loaded.scenario, trial.swapped), trial.lang)
    assert everything(wild.document) == everything(calm.document)
    holds(wild)


LAWS = (nothing_but_words_changes, prose_changes_itself_alone, what_no_file_holds_is_borne)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("number", range(12))
def test_hostile_words(law: Callable[[str, Path], None], number: int, tmp_path: Path) -> None:
    law(f"0/{number}", tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(BATCHES))
def test_hostile_words_in_2000_briefs(batch: int, tmp_path: Path) -> None:
    print(f"seed {SEED}, briefs {batch * BATCH} to {(batch + 1) * BATCH - 1}")  # noqa: T201
    for number in range(batch * BATCH, (batch + 1) * BATCH):
        LAWS[number % len(LAWS)](f"{SEED}/{number}", tmp_path)
