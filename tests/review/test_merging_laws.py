"""Changes of two people who began with the same text."""

from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.commands.apply_review import write_changes
from briefgen.io.filesystem import World
from briefgen.markup.model import MARK, Prose
from briefgen.markup.plain import BETWEEN, plain
from briefgen.model.read import load
from briefgen.model.walk import proses
from briefgen.review.combine import merge_text
from briefgen.review.model import Applied, Edit

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", ".", "\n\n", "e f", MARK]), max_size=8).map(" ".join)
EXAMPLES = Path(__file__).parents[2] / "scenarios"


@pytest.mark.parametrize(
    ("base", "now", "new", "after"),
    [
        ("one two three", "one two three", "one 2 three", "one 2 three"),
        ("one two three", "one 2 three", "one two three", "one 2 three"),
        ("one two three four", "1 two three four", "one two 3 four", "1 two 3 four"),
        ("one two three", "one 2 three", "one 2 three", "one 2 three"),
        ("one two three", "one 2 three", "one zwei three", None),
        ("one two three", "one 2 three", "one two 3", None),  # neighbours
        ("one two three", "one three", "one two or three", None),
        ("one, two", "one, two and more", "1, two", "1, two and more"),
        ("one", "one two", "one three", None),
        ("one\u00a0two", "one two", "one\u00a02", "one 2"),
    ],
)
def test_what_comes_of_two_changes(base: str, now: str, new: str, after: str | None) -> None:
    assert merge_text(base, now, new) == after


@given(WORDS, WORDS, WORDS)
def test_one_side_alone_wins_and_neither_comes_first(base: str, one: str, other: str) -> None:
    assert merge_text(base, base, one) == one
    assert merge_text(base, one, base) == one
    assert merge_text(base, one, one) == one
    assert merge_text(base, one, other) == merge_text(base, other, one)


@pytest.mark.parametrize("name", ["haiti-2022", "kelmouth-2026"])
def test_a_word_of_every_field_of_the_examples_can_be_changed(name: str, tmp_path: Path) -> None:
    """All of them at once; then each reads as the reviewer left it, and no line differs that holds no changed word."""
    random = Random(name)
    copytree(EXAMPLES / name, tmp_path / name)
    world, file = World(tmp_path), Path(name) / "scenario.yaml"
    loaded, _ = load(world, file)
    assert loaded is not None
    before = {source.name: source.text for source in loaded.files}
    changes = list(
        dict.fromkeys(_edit(random, prose, lang) for prose in proses(loaded.scenario) for lang in prose.texts)
    )
    done, faults = write_changes(world, file, changes)
    assert done is not None
    assert faults == []
    lost = [outcome for outcome in done.outcomes if not isinstance(outcome, Applied)]
    assert lost == []
    again, _ = load(world, file)
    assert again is not None
    found = {
        f"{prose.path}.{lang}": plain(text, lang).split(BETWEEN)
        for prose in proses(again.scenario)
        for lang, text in prose.texts.items()
    }
    assert [found[change.path][change.block] for change in changes] == [change.left for change in changes]
    for source in again.files:
        old, new = before[source.name].splitlines(), source.text.splitlines()
        assert len(new) <= len(old) + len(changes)
        assert [line for line in new if line not in old and "qwertz" not in line and not _is_half(line, old)] == []


def _edit(random: Random, prose: Prose, lang: str) -> Edit:
    blocks = plain(prose.texts[lang], lang).split(BETWEEN)
    block = random.randrange(len(blocks))
    parts = blocks[block].split(" ")
    at = random.choice([number for number, part in enumerate(parts) if part.strip(MARK)])
    return Edit(f"{prose.path}.{lang}", block, blocks[block], " ".join([*parts[:at], "qwertz", *parts[at + 1 :]]))


def _is_half(line: str, old: list[str]) -> bool:
    """Whether a line is half of one that became too wide with its changed word."""
    return any(each.startswith(line) or each.endswith(line.strip()) for each in old)
