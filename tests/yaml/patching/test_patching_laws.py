"""Patched YAML differs only in the edited scalars, byte for byte, and reads as what was meant."""

import os
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.yaml.patching.written import changed, file

from briefgen.core.source import SourceFile
from briefgen.yaml.edit.patch import Remark, Replacement, patch
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, resolve

SEED = int(os.environ.get("BRIEFGEN_SEED", "2022"))
BLOCKS = ("literal", "folded")
CASES, BATCH = 2_000, 100


def values(node: Node | None) -> list[Scalar]:
    """The scalars that are values, in the order of the file."""
    match node:
        case Scalar():
            return [node]
        case Mapping(entries=entries):
            return [found for entry in entries for found in values(entry.value)]
        case Sequence(items=items):
            return [found for item in items for found in values(item)]
    return []


def shape(node: Node | None) -> object:
    """The tree without its values."""
    match node:
        case Mapping(entries=entries):
            return [(entry.key.text, shape(entry.value)) for entry in entries]
        case Sequence(items=items):
            return [shape(item) for item in items]
    return None


def only_the_edited_differ(seed: str) -> int:
    """How many values of a random file were edited."""
    random = Random(seed)
    source = SourceFile("f.yaml", file(random).text)
    tree, faults = parse(source)
    assert not [fault for fault in faults if fault.severity == "error"], (source.text, faults)
    before = values(tree)
    edits = {number: changed(random, before[number].text) for number in range(len(before)) if random.random() < 0.4}
    patched = patch(source, [Replacement(before[number].span, value) for number, value in edits.items()])
    refused = {cause.span.start for cause in patched.refused}
    edits = {number: value for number, value in edits.items() if before[number].span.start not in refused}
    assert not patched.refused, (source.text, patched.refused)

    read, faults = parse(SourceFile("f.yaml", patched.text))
    assert not [fault for fault in faults if fault.severity == "error"], patched.text
    after = values(read)
    assert shape(read) == shape(tree)
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        if number in edits and edits[number] != old.text:
            assert new.text == edits[number]
            assert isinstance(resolve(new), str) or type(resolve(old)) is not str
        else:
            assert (new.span.text, resolve(new)) == (old.span.text, resolve(old)) or new.text == "nan"
    edited = [number for number, value in edits.items() if value != before[number].text]
    assert_the_rest_is_as_it_was(source.text, patched.text, [(before[number], after[number]) for number in edited])
    return len(edited)


def assert_the_rest_is_as_it_was(old: str, new: str, edited: list[tuple[Scalar, Scalar]]) -> None:
    """All that stands between the edited scalars, to the byte. Between a key and a value that was nothing is a new
    space; what a value ends with, and the comment in the header of a block, may lie outside its new span."""
    if not edited:
        assert new == old
        return
    ends = [before.span.end for before, _ in edited]
    starts = [*(before.span.start for before, _ in edited[1:]), len(old)]
    kept = [old[end:start] for end, start in zip(ends, starts, strict=True)]
    at = edited[0][0].span.start
    assert new[:at] == old[:at]
    for number, (before, after) in enumerate(edited):
        assert new[at : after.span.start] in ("", " ")
        at = len(new) - len(kept[-1]) if number == len(edited) - 1 else new.index(kept[number], after.span.end)
        comment = before.span.text.splitlines()[0].lstrip("|>0123456789+-") if before.style in BLOCKS else ""
        assert new[after.span.end : at].replace(comment, "").strip() == ""
        assert new.startswith(kept[number], at)
        at += len(kept[number])


def test_only_the_edited_scalars_differ() -> None:
    assert sum(only_the_edited_differ(f"2022/{number}") for number in range(150)) > 150


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(CASES // BATCH))
def test_only_the_edited_scalars_differ_in_2000_files(batch: int) -> None:
    for number in range(batch * BATCH, (batch + 1) * BATCH):
        seed = f"{SEED}/{number}"
        try:
            only_the_edited_differ(seed)
        except BaseException:
            print(f"only_the_edited_differ({seed!r})")  # noqa: T201  (to run it again)
            raise


@given(st.integers(0, 1 << 32), st.text(max_size=40))
def test_any_text_is_written_or_refused_and_a_remark_changes_no_value(seed: int, words: str) -> None:
    random = Random(seed)
    source = SourceFile("f.yaml", file(random).text)
    tree, _ = parse(source)
    before = values(tree)
    chosen = random.choice(before)
    patched = patch(source, [Replacement(chosen.span, words)], [Remark(random.choice(before).span, f"Ana: {words}")])
    read, faults = parse(SourceFile("f.yaml", patched.text))
    assert not [fault for fault in faults if fault.severity == "error"]
    assert shape(read) == shape(tree)
    expected = chosen.text if any(isinstance(cause, Replacement) for cause in patched.refused) else words
    assert [new.text for new in values(read)] == [expected if old is chosen else old.text for old in before]
    added = patched.text.count("\n") - source.text.count("\n")
    assert added > 0 or not any(isinstance(cause, Remark) for cause in patched.refused)


@given(st.lists(st.integers(0, 11), min_size=30, max_size=80), st.data())
def test_lines_without_a_changed_word_stay_in_a_folded_text(lengths: list[int], data: st.DataObject) -> None:
    """The line of the word may be broken; no other is touched."""
    words = [f"w{number}{'x' * length}" for number, length in enumerate(lengths)]
    lines = [" ".join(words[at : at + 7]) for at in range(0, len(words), 7)]
    text = "a:\n  b: >\n" + "".join(f"    {line}\n" for line in lines) + "  c: d\n"
    source = SourceFile("f.yaml", text)
    node = next(scalar for scalar in values(parse(source)[0]) if scalar.style == "folded")
    word = data.draw(st.sampled_from(words[:-1]))
    new = data.draw(st.sampled_from(("", "y ", "a few other words ", "y" * 60 + " ")))
    patched = patch(source, [Replacement(node.span, node.text.replace(f"{word} ", new))]).text
    width = max(map(len, text.splitlines()))
    assert [line for line in text.splitlines() if word not in line.split()] == [
        line for line in patched.splitlines() if line in text.splitlines()
    ]
    assert all(len(line) <= width or " " not in line.strip() for line in patched.splitlines())
