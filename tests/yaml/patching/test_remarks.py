"""What reviewers said stands above what they spoke of."""

import pytest
from tests.yaml.patching.test_patching import at

from briefgen.core.source import SourceFile
from briefgen.yaml.edit.patch import Remark, Replacement, patch
from briefgen.yaml.parse import parse

SAID = "Ana Ruiz, 2026-03-02: Is this still so?"


def remarked(text: str, words: str, *steps: str | int) -> str:
    source = SourceFile("f.yaml", text)
    patched = patch(source, [], [Remark(at(parse(source)[0], *steps).span, words)])
    assert patched.refused == ()
    assert parse(SourceFile("f.yaml", patched.text))[0] is not None
    return patched.text


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        ("a: x\nb: y\n", ("b",), "a: x\n# {}\nb: y\n"),
        ("a: x\nb: y\n", (), "# {}\na: x\nb: y\n"),
        ("a:\n  b: >\n    words\n  c: x\n", ("a", "b"), "a:\n  # {}\n  b: >\n    words\n  c: x\n"),
        ("a:\n  b: |\n    words\n\n  c: x\n", ("a", "c"), "a:\n  b: |\n    words\n\n  # {}\n  c: x\n"),
        ("a:\n- id: x\n  b: y\n", ("a", 0, "id"), "a:\n# {}\n- id: x\n  b: y\n"),
        ("a:\n- id: x\n  b: y\n", ("a", 0), "a:\n# {}\n- id: x\n  b: y\n"),
        ("a:\n- id: x\n  b: y\n", ("a", 0, "b"), "a:\n- id: x\n  # {}\n  b: y\n"),
        ("a: [x,\n  y]\n", ("a", 1), "a: [x,\n  # {}\n  y]\n"),
        ("a: {b: 'x\n  y', c: z}\n", ("a", "c"), "# {}\na: {b: 'x\n  y', c: z}\n"),
        ("a:\n  # before\n  b: x", ("a", "b"), "a:\n  # before\n  # {}\n  b: x"),
    ],
)
def test_a_remark_stands_above_its_value(before: str, steps: tuple[str | int, ...], after: str, line_end: str) -> None:
    expected = after.replace("{}", SAID).replace("\n", line_end)
    assert remarked(before.replace("\n", line_end), SAID, *steps) == expected


def test_a_long_remark_is_broken_and_its_paragraphs_are_kept() -> None:
    words = "Ana Ruiz, 2026-03-02: " + "The team has been sent already, has it not? " * 4 + "\nSee the last cable."
    assert remarked("a:\n  b: x\n", words, "a", "b").splitlines() == [
        "a:",
        "  # Ana Ruiz, 2026-03-02: The team has been sent already, has it not? The team has been sent",
        "  # already, has it not? The team has been sent already, has it not? The team has been sent already,",
        "  # has it not?",
        "  # See the last cable.",
        "  b: x",
    ]


def test_the_same_remark_is_not_written_twice() -> None:
    once = remarked("a: x\nb: y\n", SAID, "b")
    assert remarked(once, SAID, "b") == once


def test_a_remark_cannot_leave_its_comment() -> None:
    words = "Eve: one\r\nb: y\x85c: z\u2028d: 1\x00\ufeff\nyaml-language-server: $schema=http://x"
    lines = ["# Eve: one", "# b: y", "# c: z", "# d: 1", "# … yaml-language-server: $schema=http://x", "a: x"]
    assert remarked("a: x\n", words, "a").splitlines() == lines


def test_remarks_and_values_go_in_together() -> None:
    source = SourceFile("f.yaml", "a: x\nb:\n  - c: one\n    d: two\n")
    tree, _ = parse(source)
    span = at(tree, "b", 0, "d").span
    patched = patch(source, [Replacement(span, "2 days"), Replacement(at(tree, "a").span, "y")], [Remark(span, SAID)])
    assert patched.text == f"a: y\nb:\n  - c: one\n    # {SAID}\n    d: 2 days\n"
