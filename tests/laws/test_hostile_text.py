"""Hostile text in every field changes no structure and breaks no writer.

Each trial is a scenario drawn by its number and filled twice, with harmless and with hostile words; what comes of both
is compared, and what comes of the hostile one is read back from every format.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from tests.laws.hostile import HARMLESS, MARK, REFUSED, harmless, markdown, steady
from tests.laws.readings import of_document
from tests.laws.shape import everything, structure
from tests.laws.trial import Made, from_file, from_model, holds, prose_paths
from tests.scenarios import Leaf, as_yaml, filled, leaves, replaced, tree

from briefgen.document import Document

SEED = int(os.environ.get("BRIEFGEN_SEED", "2022"))
BATCH = 50
BATCHES = 2_000 // BATCH


class Trial:
    """A scenario without its words, and two ways to fill it, by the number of the field: harmless and hostile."""

    def __init__(self, seed: str, folder: Path, hostile: Callable[[Random, int, Leaf], str]) -> None:
        random = Random(seed)
        self.folder = folder
        self.tree = tree(random)
        self.lang = random.choice(["en", "fr"])
        self.leaves = list(leaves(self.tree))
        self.calm = {leaf: harmless(number) for number, leaf in enumerate(self.leaves)}
        self.wild = {leaf: hostile(random, number, leaf) for number, leaf in enumerate(self.leaves)}

    def made(self, words: dict[Leaf, str]) -> Made:
        """What comes of a file with these words."""
        return from_file(self.folder, as_yaml(filled(self.tree, words.__getitem__)), self.lang)

    def swapped(self, text: str) -> str:
        """A text of the calm scenario with its words exchanged."""
        found = HARMLESS.match(text)
        return self.wild[self.leaves[int(found[1])]] + text[found.end() :] if found else text


def any_field(random: Random, number: int, leaf: Leaf) -> str:
    return steady(random, number)


def prose_as_markdown(random: Random, number: int, leaf: Leaf) -> str:
    return markdown(random, number) if leaf.kind == "prose" else steady(random, number)


def with_controls(random: Random, number: int, leaf: Leaf) -> str:
    controls = [each for each in REFUSED if "\r" not in each]  # a line end means something to Markdown
    return f"{steady(random, number)} {random.choice(controls)} {random.choice(controls)} end"


def nothing_but_words_changes(seed: str, folder: Path) -> None:
    trial = Trial(seed, folder, any_field)
    calm, wild = trial.made(trial.calm), trial.made(trial.wild)
    assert wild.faults == calm.faults == []
    assert wild.loaded.scenario == replaced(calm.loaded.scenario, trial.swapped)
    assert everything(wild.document) == everything(calm.document)
    holds(wild)


def prose_changes_itself_alone(seed: str, folder: Path) -> None:
    trial = Trial(seed, folder, prose_as_markdown)
    calm, wild = trial.made(trial.calm), trial.made(trial.wild)
    assert wild.faults == calm.faults == []
    assert wild.loaded.scenario == replaced(calm.loaded.scenario, trial.swapped)
    prose = prose_paths(calm.loaded)
    assert structure(wild.document.blocks, prose) == structure(calm.document.blocks, prose)
    assert fields_shown(calm.document) <= fields_shown(wild.document)
    holds(wild)


def what_no_file_holds_is_borne(seed: str, folder: Path) -> None:
    trial = Trial(seed, folder, with_controls)
    calm = trial.made(trial.calm)
    wild = from_model(calm.loaded, replaced(calm.loaded.scenario, trial.swapped), trial.lang)
    assert everything(wild.document) == everything(calm.document)
    holds(wild)


def fields_shown(document: Document) -> set[str]:
    """The fields of which words stand in the text, by their marks."""
    return {found for _, words in of_document(document) for found in MARK.findall(words)}


LAWS = (nothing_but_words_changes, prose_changes_itself_alone, what_no_file_holds_is_borne)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("number", range(10))
def test_hostile_words(law: Callable[[str, Path], None], number: int, tmp_path: Path) -> None:
    law(f"0/{number}", tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(BATCHES))
def test_hostile_words_in_2000_briefs(batch: int, tmp_path: Path) -> None:
    for number in range(batch * BATCH, (batch + 1) * BATCH):
        law, seed = LAWS[number % len(LAWS)], f"{SEED}/{number}"
        try:
            law(seed, tmp_path)
        except BaseException:
            print(f"{law.__name__}({seed!r}, tmp_path)")  # noqa: T201  (to run it again)
            raise
