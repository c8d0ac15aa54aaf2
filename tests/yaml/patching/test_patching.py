"""What a patched file looks like: the author's own way of writing, with other words."""

import pytest

from briefgen.core.source import SourceFile
from briefgen.yaml.edit.patch import Replacement, patch
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence


def at(node: Node | None, *steps: str | int) -> Node:
    for step in steps:
        if isinstance(step, int):
            assert isinstance(node, Sequence)
            node = node.items[step]
        else:
            assert isinstance(node, Mapping)
            node = next(entry.value for entry in node.entries if entry.key.text == step)
    assert node is not None
    return node


def replaced(text: str, old: str, new: str, *steps: str | int) -> str:
    """The file with `old` exchanged for `new` in the value of `a`, or where the steps lead."""
    source = SourceFile("f.yaml", text)
    node = at(parse(source)[0], *(steps or ("a",)))
    assert isinstance(node, Scalar)
    assert old in node.text
    value = node.text.replace(old, new, 1) if old else new
    patched = patch(source, [Replacement(node.span, value)])
    assert patched.refused == ()
    return patched.text


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        # The style stays, and so do the comment and the space before it.
        ("a: Air defence   # keep me\n", "Air", "Sea", "a: Sea defence   # keep me\n"),
        ("a: 'it''s late'\n", "late", "Ana's", "a: 'it''s Ana''s'\n"),
        ('a: "caf\\u00e9\\tau lait"\n', "lait", 'l"ait', 'a: "caf\\u00e9\\tau l\\"ait"\n'),
        ("a: [one, two]\n", "two", "three", "a: [one, three]\n"),
        ("a: &name one  # x\nb: *name\n", "one", "two", "a: &name two  # x\nb: *name\n"),
        ("a: 4\n", "4", "5.5", "a: 5.5\n"),
        ("a:\nb: 1\n", "", "words", "a: words\nb: 1\n"),
        # Where it cannot, the nearest one takes its place.
        ("a: Air defence # why\n", "Air", "Air: sea", 'a: "Air: sea defence" # why\n'),
        ("a: Air defence\n", "Air", '"Air": sea', "a: '\"Air\": sea defence'\n"),
        ("a: [one, two]\n", "two", "two, three", 'a: [one, "two, three"]\n'),
        ("a: twelve\n", "twelve", "12", 'a: "12"\n'),
        ("a: no news\n", "no news", "null", 'a: "null"\n'),
        ("a: 'one'\n", "one", "one \n two", 'a: "one \\n two"\n'),
        ("a: > # why\n  one\n  two\n", "two", "two\r\n", 'a: "one two\\r\\n\\n" # why\n'),
        ("a: | # why\n  one\n", "one\n", "", 'a: "" # why\n'),
        # Blocks keep indentation, header and comment; a line end at the end is told by the header.
        ("a: >-  # why\n    one\n    two\nb: 1\n", "two", "2", "a: >-  # why\n    one\n    2\nb: 1\n"),
        ("a: |\n  one\n  two\n", "two\n", "two", "a: |-\n  one\n  two\n"),
        ("a: |-\n  one\n\nb: 1\n", "one", "one\n", "a: |\n  one\n\nb: 1\n"),
        ("a: |+\n  one\n\n\nb: 1\n", "one", "two", "a: |+\n  two\n\n\nb: 1\n"),
        ("a: |\n  one\n", "one", "  one", "a: |2\n    one\n"),
        ("a: |\n  one\n", "one", "\tone", "a: |2\n  \tone\n"),
        ("a: >2\n    one\n  two\n", "one", "1", "a: >2\n    1\n  two\n"),
        ("a: >\n  one\n  two\n", "two", "two\n  - x\ny", "a: >\n  one\n  two\n    - x\n  y\n"),
        ("a: |\n  - one\n  - two\n", "one", "one\n- more", "a: |\n  - one\n  - more\n  - two\n"),
        ("a: >\n  one\n  two\n", "one two", "one\ntwo", "a: >\n  one\n\n  two\n"),
        # A text over several lines keeps them.
        ("a: one two\n  three\n\n  four\n", "three", "3", "a: one two\n  3\n\n  four\n"),
        ('a: "one \\\n  two\n   three"\n', "three", "3", 'a: "one \\\n  two\n   3"\n'),
        ("a: 'one\n  two: three'\n", "one", "isn't", "a: 'isn''t\n  two: three'\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_value_is_written_as_the_one_before_it(before: str, old: str, new: str, after: str, line_end: str) -> None:
    steps: tuple[str | int, ...] = ("a", 1) if before.startswith("a: [") else ("a",)
    assert replaced(before.replace("\n", line_end), old, new, *steps) == after.replace("\n", line_end)


FOLDED = """\
summary: >
  Ottawa sends an assessment team to Haiti, which reports within
  two months. What it finds informs any later decision on a force,
  and nothing is promised before it has reported to the cabinet.

  The team is small.
next: x
"""


def test_only_the_line_with_the_changed_word_differs() -> None:
    assert replaced(FOLDED, "later", "new", "summary") == FOLDED.replace("later", "new")


def test_a_line_that_becomes_too_wide_is_broken_and_the_others_stay() -> None:
    after = replaced(FOLDED, "any later", "whatever the cabinet may come to think of as a later", "summary")
    assert after.splitlines() == [
        *FOLDED.splitlines()[:2],
        "  two months. What it finds informs whatever the cabinet may come",
        "  to think of as a later decision on a force,",
        *FOLDED.splitlines()[3:],
    ]


def test_words_that_go_over_the_end_of_a_line_join_its_halves() -> None:
    after = replaced(FOLDED, "within two", "in", "summary")
    assert after.splitlines()[1:4] == [
        "  Ottawa sends an assessment team to Haiti, which reports in",
        "  months. What it finds informs any later decision on a force,",
        "  and nothing is promised before it has reported to the cabinet.",
    ]


def test_a_value_behind_an_alias_is_changed_where_it_is_written() -> None:
    text = "a: &words one\nb: *words\nc: [*words, x]\n"
    source = SourceFile("f.yaml", text)
    alias = at(parse(source)[0], "c", 0)
    patched = patch(source, [Replacement(alias.span, "two")])
    assert patched.text == "a: &words two\nb: *words\nc: [*words, x]\n"


def test_what_no_file_may_hold_is_refused_and_the_rest_is_written() -> None:
    source = SourceFile("f.yaml", "a: one\nb: two\n")
    tree, _ = parse(source)
    bad, good = Replacement(at(tree, "a").span, "x\0y"), Replacement(at(tree, "b").span, "2 euros")
    patched = patch(source, [bad, good])
    assert patched.text == "a: one\nb: 2 euros\n"
    assert patched.refused == (bad,)


def test_two_values_for_one_place_are_not_both_written() -> None:
    source = SourceFile("f.yaml", "a: one\n")
    span = at(parse(source)[0], "a").span
    patched = patch(source, [Replacement(span, "x"), Replacement(span, "y"), Replacement(span, "x")])
    assert patched.text == "a: x\n"
    assert [cause.value for cause in patched.refused if isinstance(cause, Replacement)] == ["y"]


def test_keys_and_places_without_a_value_are_refused() -> None:
    source = SourceFile("f.yaml", "a: [x]\n")
    tree, _ = parse(source)
    assert isinstance(tree, Mapping)
    for span in (tree.entries[0].key.span, tree.entries[0].value.span):
        assert patch(source, [Replacement(span, "x")]).text == source.text
        assert patch(source, [Replacement(span, "x")]).refused


def test_a_file_with_faults_of_syntax_is_left_alone() -> None:
    source = SourceFile("f.yaml", "a: one\n")
    broken = SourceFile("f.yaml", "a: one\nb: [\n")
    replacement = Replacement(at(parse(source)[0], "a").span, "two")
    assert patch(broken, [replacement]).text == broken.text
    assert patch(broken, [replacement]).refused == (replacement,)


def test_a_text_may_begin_with_a_space_that_does_not_break() -> None:
    """Its span left the space out where an anchor or a tag stood before it, so a patch would have doubled it."""
    assert replaced("a: &x \xa0one\n", "one", "two") == "a: &x \xa0two\n"
