"""Every node knows the exact characters that it is written in."""

import pytest

from briefgen.core.source import SourceFile
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Entry, Mapping, Node, Scalar, Sequence


def tree(text: str) -> Node:
    node, faults = parse(SourceFile("f.yaml", text))
    assert faults == []
    assert node is not None
    return node


def at(node: Node, *steps: str | int) -> Node:
    for step in steps:
        if isinstance(step, int):
            assert isinstance(node, Sequence)
            node = node.items[step]
        else:
            assert isinstance(node, Mapping)
            node = next(entry.value for entry in node.entries if entry.key.text == step)
    return node


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "steps", "written"),
    [
        ("a: 1\nb: two words # said\n", ("b",), "two words"),
        ("😀: 𝄞𝄞\nb: 𝄞 x\n", ("b",), "𝄞 x"),
        ("a: 'it''s'\n", ("a",), "'it''s'"),
        ('a: "x\\ny" # no\n', ("a",), '"x\\ny"'),
        ("a: |\n  one\n  two\n\n\nb: 1\n", ("a",), "|\n  one\n  two"),
        ("a: >-\n  one\n\n  two\n", ("a",), ">-\n  one\n\n  two"),
        ("a: |\nb: 1\n", ("a",), "|"),
        ("a: one\n  two\nb: 1\n", ("a",), "one\n  two"),
        ("a:\nb: 1\n", ("a",), ""),
        ("a: &name one\n", ("a",), "one"),
        ("a: !!str 12\n", ("a",), "12"),
        ("a: &name # why\n  b: c\n", ("a",), "b: c"),
        ("a:\n  - x\n  - y: z\n\n# end\nb: 1\n", ("a",), "- x\n  - y: z"),
        ("a:\n  - x\n  - y: z\n    k:\n      - l\n\nb: 1\n", ("a", 1), "y: z\n    k:\n      - l"),
        ("a: [x, {y: z} ] # no\n", ("a",), "[x, {y: z} ]"),
        ("a: [x, {y: z} ]\n", ("a", 1), "{y: z}"),
        ("a: &l [x]\nb: *l\n", ("b",), "[x]"),
    ],
)
def test_a_node_covers_what_is_written(text: str, steps: tuple[str | int, ...], written: str, newline: str) -> None:
    node = at(tree(text.replace("\n", newline)), *steps)
    assert node.span.text == written.replace("\n", newline)


def test_an_empty_value_stands_after_its_colon() -> None:
    span = at(tree("a: 1\nbc:\nd: 1\n"), "bc").span
    assert (span.line, span.column, span.text) == (2, 4, "")


@pytest.mark.parametrize(
    ("written", "style"),
    [("x", "plain"), ("'x'", "single"), ('"x"', "double"), ("|\n  x", "literal"), (">\n  x", "folded")],
)
def test_a_scalar_remembers_how_it_is_written(written: str, style: str) -> None:
    node = at(tree(f"a: {written}\n"), "a")
    assert isinstance(node, Scalar)
    assert node.style == style


def test_keys_have_places_too() -> None:
    node = tree("a: 1\n'b c': 2\n")
    assert isinstance(node, Mapping)
    assert [entry.key.span.text for entry in node.entries] == ["a", "'b c'"]


def test_an_alias_is_the_node_that_its_anchor_names() -> None:
    node = tree("a: &x {k: v}\nb: *x\n")
    assert at(node, "a") is at(node, "b")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n"])
def test_an_empty_file_is_no_fault(text: str) -> None:
    node, faults = parse(SourceFile("f.yaml", text))
    assert faults == []
    assert node is None or (isinstance(node, Scalar) and node.text == "")


def test_a_tree_compares_by_value() -> None:
    source = SourceFile("f.yaml", "a: [1, 2]\n")
    first, second = parse(source)[0], parse(source)[0]
    assert first == second
    assert isinstance(first, Mapping)
    assert isinstance(first.entries[0], Entry)
