"""An item is added at the end of a list in the style of the file, and all else stays as it was."""

from random import Random

import pytest
from tests.yaml.patching.test_patching_laws import SEED
from tests.yaml.patching.written import file

from briefgen.core.source import SourceFile
from briefgen.yaml.edit.appending import append
from briefgen.yaml.edit.growing import data
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Sequence

ITEM = '- id: b   # new\n  say: "B: c"\n'

CASES = {
    "an empty file": ("", (), ITEM),
    "a file of comments": ("# none yet\n", (), f"# none yet\n{ITEM}"),
    "an empty list": ("# none yet\n[]\n", (), f"# none yet\n{ITEM}"),
    "a list": ("- id: a\n", (), f"- id: a\n{ITEM}"),
    "a list without a line end": ("- id: a", (), f"- id: a\n{ITEM}"),
    "one item": ("id: a\nsay: >\n  So.\n", (), f"- id: a\n  say: >\n    So.\n{ITEM}"),
    "comments of the last item": ("- id: a\n  # more\n\n# end\n", (), f"- id: a\n  # more\n{ITEM}\n# end\n"),
    "empty lines between items": ("- id: a\n\n- id: c\n", (), f"- id: a\n\n- id: c\n\n{ITEM}"),
    "a block that keeps its line ends": (
        "- id: a\n  say: |+\n    So.\n\n", (), f"- id: a\n  say: |+\n    So.\n\n{ITEM}",
    ),
    "a missing key": ("x: 1\n", ("s",), 'x: 1\n\ns:\n  - id: b   # new\n    say: "B: c"\n'),
    "a key without a value": ("s:   # mine\nx: 1\n", ("s",), 's:   # mine\n  - id: b   # new\n    say: "B: c"\nx: 1\n'),
    "an empty list below a key": ("s: []   # mine\n", ("s",), 's:   # mine\n  - id: b   # new\n    say: "B: c"\n'),
    "the indentation of other lists": ("l:\n- 1\ns: []\n", ("s",), f"l:\n- 1\ns:\n{ITEM}"),
    "a list in brackets": ("s: [{id: a}]   # mine\n", ("s",), 's: [{id: a}, {id: b, say: "B: c"}]   # mine\n'),
    "brackets over lines": ("s: [\n  {id: a},\n]\n", ("s",), 's: [\n  {id: a},\n  {id: b, say: "B: c"},\n]\n'),
    "a list of an item": (
        "s:\n  - id: a\n    e:\n      - x: 1\n    z: 2\n", ("s", 0, "e"),
        's:\n  - id: a\n    e:\n      - x: 1\n      - id: b   # new\n        say: "B: c"\n    z: 2\n',
    ),
    "a list of an item in brackets": ("- {id: a}\n", (0, "e"), '- {id: a, e: [{id: b, say: "B: c"}]}\n'),
    "Windows line ends": ("s:\r\n- id: a\r\n", ("s",), 's:\r\n- id: a\r\n- id: b   # new\r\n  say: "B: c"\r\n'),
    "a text in place of a list": ("s: a.yaml\n", ("s",), None),
    "a list that stands in two places": ("s: &a [{id: a}]\nt: *a\n", ("s",), None),
    "a file with a mistake": ("s: [\n", ("s",), None),
}  # fmt: skip


@pytest.mark.parametrize(("before", "address", "after"), CASES.values(), ids=CASES)
def test_an_item_is_added(before: str, address: tuple[str | int, ...], after: str | None) -> None:
    assert append(SourceFile("f", before), address, ITEM) == after


def lists(node: Node | None, way: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], int]]:
    """The way to each list, and how many items it has."""
    match node:
        case Mapping(entries=entries):
            return [found for entry in entries for found in lists(entry.value, (*way, entry.key.text))]
        case Sequence(items=items):
            inner = [found for number, item in enumerate(items) for found in lists(item, (*way, number))]
            return [(way, len(items)), *inner]
        case _:
            return []


def values_at(node: object, way: tuple[str | int, ...]) -> object:
    for step in way:
        node = dict(node)[step] if isinstance(step, str) else node[step]  # type: ignore[call-overload, index]
    return node


def test_any_list_of_any_file_takes_an_item_or_is_left_alone() -> None:
    random = Random(SEED)
    added = tried = 0
    for _ in range(300):
        source = SourceFile("f", file(random).text)
        root, _ = parse(source)
        ways = [*lists(root), *([(("new",), 0)] if isinstance(root, Mapping) else [])]
        for way, count in ways[:5]:
            tried += 1
            text = append(source, way, ITEM)
            if text is None:
                continue
            added += 1
            read, faults = parse(SourceFile("f", text))
            assert read is not None
            assert not faults
            new = values_at(data(read), way)
            assert isinstance(new, list)
            assert len(new) == count + 1
            assert new[-1] == [("id", "b"), ("say", "B: c")]
    assert tried > 300
    assert added > tried * 0.9, f"{tried - added} of {tried} were left alone (seed {SEED})"
