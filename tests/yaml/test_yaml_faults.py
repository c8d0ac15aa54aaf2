"""What is wrong with a file's YAML: where, in which words, and how to mend it. Read it as a manual."""

import time

import pytest

import yaml
from briefgen.core.source import SourceFile
from briefgen.yaml.characters import MOST_SHOWN
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping

# Each case: the file, and for each fault its place and code, and words that stand in its message or hint.
CASES = [
    # -- texts that begin with a character of YAML's own
    ("a: [@team-agreed] Ottawa sends a team.", ["1:4 yaml-text-start begins with `[` as a list",
                                                '1:4 yaml-text-start `a: "[@team-agreed] Ottawa sends a team."`']),
    ("basis: [@a; @b]", ["1:8 yaml-text-start For a list of ids, write `[a, b]`"]),
    ("a: [What it finds]{.judgement}", ["1:4 yaml-text-start text follows the closing bracket"]),
    ("a: [the report](https://x.org) says", ["1:4 yaml-text-start quotes"]),
    ("a: @team", ["1:4 yaml-text-start cannot begin with `@`"]),
    ("a: `code`", ["1:4 yaml-text-start cannot begin with a backtick"]),
    ("a: %x", ["1:4 yaml-text-start cannot begin with `%`"]),
    ("%x", ["1:3 yaml-syntax while scanning a directive"]),
    ("a: *Never* again", ["1:4 yaml-text-start cannot begin with `*`"]),
    ("a: **Never** again", ["1:4 yaml-text-start cannot begin with `*`"]),
    ("a: *never", ["1:4 yaml-alias begin a text with `*`"]),
    ("a: *never again", ["1:4 yaml-text-start quotes"]),
    ("a: & so on", ["1:4 yaml-text-start cannot begin with `&`"]),
    ("a: !important x", ["1:4 yaml-tag only `!!str`"]),
    ("a: - b", ["1:4 yaml-text-start cannot begin with `- `"]),
    ("a: ? b", ["1:4 yaml-text-start cannot begin with `?`"]),
    ("a: ] b", ["1:4 yaml-text-start cannot begin with `]`"]),
    ("a: , b", ["1:4 yaml-text-start cannot begin with `,`"]),
    ("a: > said", ["1:4 yaml-text-start quotes: `a: \"> said\"`"]),
    ("a:\n  * one\n  * two", ["2:3 yaml-text-start `|` after the key"]),
    # -- colons
    ("a: Note: this", ["1:8 yaml-colon quotes: `a: \"Note: this\"`"]),
    ('- a: "Note": this', ["1:12 yaml-colon quotes: `- a: '\"Note\": this'`"]),
    ("- {id: a, text: No bus: none}", ['1:23 yaml-colon quotes: `text: "No bus: none"`']),
    ("a: {b: say \"x\": y}", ["1:15 yaml-colon quotes: `b: 'say \"x\": y'`"]),
    ("a: [All: members: x, b]", ['1:17 yaml-colon quotes: `"All: members: x"`']),
    ("- {id: a,\n   text: No bus: none}", ['2:16 yaml-colon quotes: `text: "No bus: none"`']),
    ("a: Note: this\n  goes on", ["1:8 yaml-colon or after `>`"]),
    ("a:b\nc: d", ["1:2 yaml-colon Write `a: b`"]),
    ("a: b\ntitle\n", ["2:1 yaml-colon is not `key: value`"]),
    ("title\nb: c", ["1:1 yaml-colon This line has no colon"]),
    ("a:\u00a0b\nc: d", ["1:2 yaml-colon U+00A0", "1:2 yaml-colon Write `a: b`"]),
    ("a: 1, b: 2", ["1:8 yaml-colon If `b` is a key, begin a new line with it"]),
    ("a: Note: this  # ours", ["1:8 yaml-colon quotes: `a: \"Note: this\"`"]),
    # -- signs of other languages
    ("a:\n  • b: c\n    d: e", ["2:3 yaml-syntax Write `- b: c`"]),
    ("a:\n  -b: c\n    d: e", ["2:3 yaml-syntax Write `- b: c`"]),
    ("a: 1\n// the file number\nb: 2", ["2:1 yaml-colon A comment begins with `# `"]),
    # -- comments
    ("a: >\n  one\n  # ask Anna\n  two\nb: 1", ["3:3 yaml-comment this line is part of the text"]),
    ("a: >\r\n  one\r\n  # ask Anna\r\n", ["3:3 yaml-comment this line is part of the text"]),
    ("a: >\n  # one\n\n  # two\n  three\nb: |\n  c\n  # d", []),
    ("a: >  # as it stands\n  one #1\n  #two\nb: 1", []),
    ("a: Bill #12 of 2022\r\nb: 1", ["1:9 yaml-comment put the text in quotes"]),
    ("a: 1 # so it is\nb: 'Bill #12' #\n# all\nc: x#y", []),
    # -- indentation
    ("a: 1\n- b: 2", ["2:1 yaml-indentation Write the key of the list"]),
    ("a: 1\n  b: 2", ["2:3 yaml-indentation indented more than the line above"]),
    ("a:\n    b: 1\n  c: 2", ["3:3 yaml-indentation does not match any line"]),
    ("  a: 1\nb: 2", ["2:1 yaml-indentation further left than the first key"]),
    ("a:\n  - b\n  c: d", ["3:3 yaml-indentation neither begins an item"]),
    ("- a: b\n c: d", ["2:2 yaml-indentation neither begins an item"]),
    ("a: |\n  one\n two", ["3:2 yaml-indentation the text that begins after `|` on line 1"]),
    ("- a\n-b\n", ["2:1 yaml-syntax Write `- b`"]),
    ("a: >\nOne two.\nb: 1", ["2:1 yaml-indentation A text after `>` must be indented more than its key"]),
    ("a:\n  -\n  b: c", ["3:3 yaml-indentation What belongs to the `-` above"]),
    ("a:\n  b: 1  # one\nc: 2  # two\n  d: 3", ["3:1 yaml-indentation indented less than the lines before"]),
    # -- quotation marks and brackets, told where they are opened
    ("a: 'one\nb: two\n", ["1:4 yaml-unclosed never closed"]),
    ('a: "one\nb: "two"\n', ["1:4 yaml-unclosed closed only on line 2"]),
    ("a: 'it's'", ["1:7 yaml-unclosed `it''s`"]),
    ('- {a: b, c: "one}\n- {a: b, c: "two"}', ["1:13 yaml-unclosed closed only on line 2"]),
    ('"a": "b",\n"c": "d"', ["1:9 yaml-unclosed a `,` too many"]),
    ('a: "No", he said', ["1:8 yaml-unclosed other kind of quotes"]),
    ("a: [x, y\nb: z\n", ["1:4 yaml-unclosed `[` is never closed"]),
    ("a: [", ["1:4 yaml-unclosed `[` is never closed"]),
    ("a: {b: [c", ["1:8 yaml-unclosed `[` is never closed"]),
    ('a: ["X" there]', ["1:9 yaml-unclosed must be in double quotes", "1:9 yaml-unclosed `'\"X\" there'`"]),
    ("- {id: a, text: It acts [@b].}", ['1:25 yaml-unclosed Put the text in quotes: `text: "It acts [@b]."`']),
    ("- {id: a, text: He said [@b], text: c}", ['1:25 yaml-unclosed `text: "He said [@b]"`']),
    ("a: [b, , c]", ["1:8 yaml-syntax Something is missing before this `,`"]),
    ('a: "C:\\quarry"', ["1:7 yaml-escape `\\q` does not stand for a character"]),
    # -- keys
    ("a: 1\nb: 2\na: 3", ["3:1 yaml-duplicate-key line 1 already has it"]),
    ('a: 1\n"a": 2', ["2:1 yaml-duplicate-key line 1 already has it"]),
    ("- a: 1\n- a: 2", []),
    ("<<: {a: 1}", ["1:1 yaml-merge-key YAML 1.1"]),
    ("? [a]\n: b", ["1:3 yaml-key a list or a mapping"]),
    ("a: {{ title }}", ["1:5 yaml-key in quotes"]),
    # -- documents, tags, aliases
    ("a: 1\n---\nb: 2", ["2:1 yaml-several-documents second document"]),
    ("a: 1\n...\nb: 2", ["3:1 yaml-syntax did not find expected <document start>"]),
    ("---\na: 1\n...\n", []),
    ("a: !!int 3", ["1:4 yaml-tag `!!int`"]),
    ("a: !!map {b: c}", ["1:4 yaml-tag `!!map`"]),
    ("a: &x [1, *x]", ["1:11 yaml-alias contains it"]),
    # -- characters
    ("a:\n\tb: c", ["2:1 yaml-tab two for each level"]),
    ("a:\n  b: c\n\td: e\n\tf: g\n", ["3:1 yaml-tab spaces", "4:1 yaml-tab spaces"]),
    ("[\n\ta]", ["2:1 yaml-tab spaces"]),
    ("a: |\n  one\n  \ttwo\n", []),
    ("a: one\ttwo", []),
    ("a: x\x00y", ["1:5 yaml-control-character UTF-8"]),
    ("a: \x07\nb: \x1b[1m", ["1:4 yaml-control-character U+0007", "2:4 yaml-control-character U+001B"]),
    ("a: x\u2028y\x85z", ["1:7 yaml-line-end U+0085"]),
    ("a: 1\rb: 2", ["1:5 yaml-line-end LF"]),
    ("a: 1\rb: 2\rc: 3\r", ["1:5 yaml-line-end LF"]),
    ("a: \ufeff'1'", ["1:4 yaml-control-character byte order mark"]),
    ("a: 1\n\ufeff- b", ["2:1 yaml-control-character byte order mark"]),
    ("a: \ud83d", ["1:4 yaml-surrogate half a character"]),
    ("a: \ufffe", ["1:4 yaml-control-character U+FFFE"]),
    ("a: \x07\n\tb: 1", ["1:4 yaml-control-character U+0007", "2:1 yaml-tab spaces"]),
    ('a: "x\\0y"', ["1:4 yaml-control-character escape"]),
    ('a: "\\ud83d\\ude00"', ["1:5 yaml-escape does not stand for a character"]),
]  # fmt: skip


def told(text: str) -> list[tuple[str, str]]:
    _, faults = parse(SourceFile("f.yaml", text))
    out = []
    for fault in faults:
        assert fault.span is not None
        assert fault.severity == ("warning" if fault.code == "yaml-comment" else "error")
        assert fault.hint
        assert 0 <= fault.span.start <= fault.span.end
        out.append((f"{fault.span.line}:{fault.span.column} {fault.code}", f"{fault.message} {fault.hint}"))
    return out


@pytest.mark.parametrize(
    ("text", "lines"), CASES, ids=[text[:30].encode("unicode_escape").decode() for text, _ in CASES]
)
def test_a_fault_is_told(text: str, lines: list[str]) -> None:
    found = told(text)
    assert list(dict.fromkeys(" ".join(line.split(" ", 2)[:2]) for line in lines)) == [place for place, _ in found]
    for line in lines:
        place, words = " ".join(line.split(" ", 2)[:2]), line.split(" ", 2)[2]
        assert any(place == where and words in message for where, message in found), found


@pytest.mark.parametrize(
    ("text", "lines"), CASES, ids=[text[:30].encode("unicode_escape").decode() for text, _ in CASES]
)
def test_without_libyaml_the_same_mistakes_are_recognised(
    text: str, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if text in ('a: "\\ud83d\\ude00"', "%x", "a: one\ttwo", "a: |\n  one\n  \ttwo\n"):
        pytest.skip("the parser in Python takes this otherwise")
    monkeypatch.delattr(yaml, "CBaseLoader")
    codes = [line.split(" ", 2)[1] for line in lines]
    assert list(dict.fromkeys(codes)) == list(dict.fromkeys(place.split()[1] for place, _ in told(text)))


def test_a_tree_is_kept_beside_faults_that_are_not_of_syntax() -> None:
    tree, faults = parse(SourceFile("f.yaml", "a: 1\na: 2\n<<: x\nb: !x y\n"))
    assert len(faults) == 3
    assert tree is not None


def test_what_stands_below_a_second_beginning_is_read() -> None:
    tree, faults = parse(SourceFile("f.yaml", "a: 1\n---\nb: 2\na: 3\n"))
    assert [fault.code for fault in faults] == ["yaml-several-documents"]
    assert isinstance(tree, Mapping)
    assert [(entry.key.text, entry.value.span.text) for entry in tree.entries] == [("a", "1"), ("b", "2")]


def test_twenty_odd_characters_are_told_one_by_one_and_the_rest_is_counted() -> None:
    found = told("a: " + "\x07" * 50)
    assert len(found) == MOST_SHOWN + 1
    assert "30 more" in found[-1][1]


def test_aliases_cannot_stand_for_a_billion_values() -> None:
    lines = ["a: &a [" + ", ".join("x" * 10) + "]"]
    lines += [f"{c}: &{c} [{', '.join([f'*{chr(ord(c) - 1)}'] * 10)}]" for c in "bcdefghij"]
    began = time.perf_counter()
    assert [place.split()[1] for place, _ in told("\n".join(lines))] == ["yaml-too-large"]
    assert time.perf_counter() - began < 2


def test_aliases_cannot_repeat_a_long_text_without_end() -> None:
    text = "a: &a " + "word " * 20_000 + "\nb: [" + ", ".join(["*a"] * 500) + "]"
    assert [place.split()[1] for place, _ in told(text)] == ["yaml-too-large"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_has_an_end(opening: str) -> None:
    began = time.perf_counter()
    assert [place.split()[1] for place, _ in told(opening * 5000)] == ["yaml-too-deep"]
    assert time.perf_counter() - began < 2


def test_aliases_cannot_nest_deeper_than_brackets() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 100)]
    assert [place.split()[1] for place, _ in told("\n".join(lines))] == ["yaml-too-deep"]


def test_a_file_of_five_million_characters_is_refused() -> None:
    assert [place for place, _ in told("a: " + "x" * 5_000_000)] == ["1:1 yaml-too-large"]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + " " * 400_000 + "b: c",
        "a: b\n" + " " * 400_000 + "c",
        "a: [" + "- " * 100_000 + "]",
        "- " * 20 + "a: @" + "'\"" * 200_000,
        "|#" * 200_000 + "\n\tx",
        "a: 'b" + "\n" * 400_000,
    ],
)
def test_a_long_line_takes_no_long_time(text: str) -> None:
    began = time.perf_counter()
    told(text)
    assert time.perf_counter() - began < 3
