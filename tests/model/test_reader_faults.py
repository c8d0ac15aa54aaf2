"""What the reader answers to what analysts write. Each case: a file, the place and code of each fault, words of it."""

import time

import pytest
from tests.model.model_of_tests import GOOD, Option, Paper

from briefgen.core.diagnostic import in_order
from briefgen.core.source import SourceFile
from briefgen.model.reading.context import Reading
from briefgen.model.reading.reader import read_struct
from briefgen.yaml.parse import parse

PAPER = "title: T\noptions: [{id: a, name: A}]\n"
OPTION = "id: a\nname: A\n"

PAPERS = [
    # -- keys
    ("tilte: T\noptions: [{id: a, name: A}]", ["1:1 unknown-key Did you mean `title`?"]),
    (PAPER + "colour: red", ["3:1 unknown-key Known here: `title`, `options`, `facts`"]),
    ("options: [{id: a, name: A}]", ["1:1 missing-key The file has no `title`"]),
    ("title: T\noptions:\n  - id: a\n    baseline: true", ["3:5 missing-key `a` has no `name`"]),
    (PAPER + "facts:\n- id: f\n  statement: S\n  evidence:\n  - source: s\n    quote: q\n    attributed-to: CBC",
     ["9:5 unknown-key `attributed_to` belongs further out"]),
    # -- nothing where something is wanted
    ("title:\noptions: [{id: a, name: A}]", ["1:1 empty-value `title` is empty", "1:1 empty-value text of one line"]),
    ("title: T\noptions: []", ["2:1 empty-value `options` is empty"]),
    ("title: T\noptions:\n  - id: a\n    name: A\n  -", ["5:4 empty-value Item 2 of `options` is empty"]),
    ("title: {en: T, fr: }\noptions: [{id: a, name: A}]", ["1:16 empty-value `fr` is empty"]),
    (PAPER + "waive: {a: }", ["3:9 empty-value `a` is empty"]),
    # -- lists and mappings
    ("title: T\noptions: a", ["2:10 wrong-type `options` should be a list; this is the text “a”",
                              "2:10 wrong-type Write it as a list: `- a`"]),
    ("title: T\noptions: {id: a, name: A}", ["2:10 wrong-type `- id: …`"]),
    ("title: T\noptions:\n  no-action:\n    name: A", ["3:3 wrong-type `- id: no-action`"]),
    (PAPER + "waive:\n  - a: b", ["4:3 wrong-type without `-`"]),
    (PAPER + "edition: 2", ["3:10 wrong-type a mapping with `number` and `date`; this is the number 2"]),
    (PAPER + "edition: number:2", ["3:10 wrong-type a space after the colon"]),
    (PAPER + "edition:\n- number: 2", ["4:1 wrong-type Remove the `-`"]),
    ("- title: T", ["1:1 wrong-type The file should be a mapping"]),
    (PAPER + "edition: 2", ["3:10 wrong-type Write it below, indented: `number: 2`"]),
    (PAPER + "facts:\n  • one\n  • two", ["4:3 wrong-type in place of `•`: `- one`"]),
    # -- keys as others call them
    ("titre: T\noptions: [{id: a, name: A}]", ["1:1 unknown-key Did you mean `title`?"]),
    ("title: T\noptions: [{id: a, title: A}]", ["2:19 unknown-key Did you mean `name`?"]),
    ("title\u00a0: T\noptions: [{id: a, name: A}]", ["1:1 unknown-key Did you mean `title`? It holds U+00A0"]),
    # -- text by language
    ("title: {text: T}\noptions: [{id: a, name: A}]", ["1:9 wrong-type `text` is not a language code"]),
    ("title:\n  Canada: what now\noptions: [{id: a, name: A}]", ["2:3 wrong-type in quotes"]),
    ("title: {en: T, EN-gb: U}\noptions: [{id: a, name: A}]", ["1:16 unknown-language Did you mean `en-GB`?"]),
    ("title: {en: T, French: U}\noptions: [{id: a, name: A}]", ["1:16 unknown-language Did you mean `fr`?"]),
    ("title: {en: T, en-UK: U}\noptions: [{id: a, name: A}]", ["1:16 unknown-language Did you mean `en-GB`?"]),
    ("title: {en: T, gr: U}\noptions: [{id: a, name: A}]", ["1:16 unknown-language Did you mean `el`?"]),
    ("title: [a, b]\noptions: [{id: a, name: A}]", ["1:8 wrong-type begin a text with `[`"]),
    ("title:\n  - a\noptions: [{id: a, name: A}]", ["2:3 wrong-type a list of 1"]),
    ("title: {en: [a]}\noptions: [{id: a, name: A}]", ["1:13 wrong-type text of one line"]),
    ("title: |\n  one\n  two\noptions: [{id: a, name: A}]", ["1:8 several-lines `>` instead of `|`"]),
    # -- ids
    ("title: T\noptions: [{id: No Action, name: A}]", ["2:16 bad-id `no-action`"]),
    ("title: T\noptions: [{id: équipe_A, name: A}]", ["2:16 bad-id `equipe-a`"]),
    ("title: T\noptions: [{id: -, name: A}]", ["2:16 bad-id single hyphens"]),
    ("title: T\noptions: [{id: " + "a" * 65 + ", name: A}]", ["2:16 bad-id at most 64"]),
    ("title: T\noptions: [{id: [a], name: A}]", ["2:16 bad-id one word"]),
    ("title: T\noptions:\n- {id: a, name: A}\n- {id: b, name: B}\n- {id: a, name: C}",
     ["5:8 duplicate-id it first stands on line 3"]),
    (PAPER + "waive: {Long Quote: x}", ["3:9 bad-id `long-quote`"]),
    # -- numbers
    (PAPER + "threshold: half", ["3:12 wrong-type `threshold` should be a number; this is the text “half”"]),
    (PAPER + "threshold: 50%", ["3:12 wrong-type Write `50`"]),
    (PAPER + 'threshold: "50"', ["3:12 wrong-type without quotes"]),
    (PAPER + "threshold: 33,5", ["3:12 wrong-type Write `33.5`"]),
    (PAPER + "threshold: 10,000", ["3:12 wrong-type Write `10000`"]),
    (PAPER + "threshold: true", ["3:12 wrong-type this is `true`"]),
    (PAPER + "threshold: .nan", ["3:12 wrong-type should be a number"]),
    (PAPER + "threshold: 101", ["3:12 out-of-range more than 0 and at most 100"]),
    (PAPER + "threshold: 0", ["3:12 out-of-range more than 0"]),
    (PAPER + "edition: {number: 2.5}", ["3:19 wrong-type a whole number"]),
    (PAPER + "edition: {number: two}", ["3:19 wrong-type Write `2`"]),
    (PAPER + "edition: {number: 100}", ["3:19 out-of-range at least 1 and at most 99"]),
    (PAPER + "threshold: 6O", ["3:12 wrong-type Write `60`: here a letter, `O`, stands for a digit"]),
    (PAPER + "threshold: 4l", ["3:12 wrong-type Write `41`: here a letter, `l`"]),
    (PAPER + "threshold: 60 %", ["3:12 wrong-type Write `60`"]),
    (PAPER + "threshold: 60\u00a0pour cent", ["3:12 wrong-type Write `60`"]),
    (PAPER + "threshold: 0,6", ["3:12 wrong-type Write `0.6`"]),
    (PAPER + "threshold: \u221260", ["3:12 wrong-type Write `-60`"]),
    (PAPER + "threshold: \uff16\uff10", ["3:12 wrong-type Write `60`."]),
    (PAPER + "threshold: about 60", ["3:12 wrong-type the number alone: `60`"]),
    (PAPER + "threshold: \u20ac60", ["3:12 wrong-type the number alone: `60`"]),
    (PAPER + "threshold: 60 points", ["3:12 wrong-type the number alone: `60`"]),
    (PAPER + "threshold: 20 as agreed with the steering group", ["3:12 wrong-type Write the number alone: `20`"]),
    (PAPER + "threshold: 20 as agreed with all of them in 2024", ["3:12 wrong-type Write one number, in digits"]),
    (PAPER + "threshold: 20 Donaudampfschifffahrt!", ["3:12 wrong-type Write one number, in digits"]),
    (PAPER + "threshold: 60# weight", ["3:12 wrong-type `60 #`"]),
    (PAPER + "threshold: 55\u201380%", ["3:12 wrong-type one number, and no range"]),
    (PAPER + "threshold: n/a", ["3:12 wrong-type leave the line out"]),
    (PAPER + "edition: {number: v2}", ["3:19 wrong-type the number alone: `2`"]),
    (PAPER + "edition: {number: 1st}", ["3:19 wrong-type the number alone: `1`"]),
    # -- dates
    (PAPER + "deadline: 28/10/2022", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: 4/5/2022", ["3:11 not-a-date `2022-05-04` or `2022-04-05`"]),
    (PAPER + "deadline: 28 October 2022", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: Oct. 28, 2022", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: 20221028", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: 2022-1-5", ["3:11 not-a-date Write `2022-01-05`"]),
    (PAPER + "deadline: 2022-13-45", ["3:11 not-a-date no month 13", "3:11 not-a-date in this order: `2022-10-28`"]),
    (PAPER + "deadline: 2O22-10-28", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: 2022\u201310\u201328", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: Friday, 28 October 2022", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: 28.10.22", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: 1er mai 2022", ["3:11 not-a-date Write `2022-05-01`"]),
    (PAPER + "deadline: 28 de octubre de 2022", ["3:11 not-a-date Write `2022-10-28`"]),
    (PAPER + "deadline: october 2022", ["3:11 not-a-date A full date is needed: `2022-10-…`"]),
    (PAPER + "deadline: 2022", ["3:11 not-a-date A full date is needed: `2022-…-…`"]),
    (PAPER + "deadline: soon", ["3:11 not-a-date year, month and day"]),
    (PAPER + "deadline: 2022-02-30", ["3:11 not-a-date February 2022 has 28 days",
                                        "3:11 not-a-date The last day of that month is `2022-02-28`"]),
    (PAPER + "deadline: 2022-28-10", ["3:11 not-a-date there is no month 28", "3:11 not-a-date mean `2022-10-28`"]),
    (PAPER + "deadline: 0000-01-01", ["3:11 not-a-date no year 0"]),
    (PAPER + "deadline: [2022]", ["3:11 wrong-type a date"]),
    # -- texts
    (PAPER + "code: " + "x" * 9, ["3:7 too-long at most 8"]),
    (PAPER + "code: [x]", ["3:7 wrong-type must be quoted"]),
    ("title: " + "x" * 20_001 + "\noptions: [{id: a, name: A}]", ["1:8 too-long 20,001 characters"]),
]  # fmt: skip

OPTIONS = [
    (OPTION + "baseline: yes",
     ["3:11 wrong-type `true` or `false`; this is the text “yes”", "3:11 wrong-type Write `true`"]),
    (OPTION + "baseline: Yes.", ["3:11 wrong-type Write `true`"]),
    (OPTION + "baseline: non", ["3:11 wrong-type Write `false`"]),
    (OPTION + "baseline: ture", ["3:11 wrong-type Did you mean `true`?"]),
    (OPTION + "baseline: perhaps", ["3:11 wrong-type Write `true` or `false`"]),
    (OPTION + "baseline: 'False'", ["3:11 wrong-type without quotes"]),
    (OPTION + "cells: {x: {certainty: High}}",
     ["3:24 unknown-value Did you mean `high`? It is one of `low`, `moderate` or `high`"]),
    (OPTION + "cells: {x: {certainty: modrate}}", ["3:24 unknown-value Did you mean `moderate`?"]),
    (OPTION + "cells: {x: {certainty: medium}}", ["3:24 unknown-value Did you mean `moderate`?"]),
    (OPTION + "cells: {x: {certainty: very high}}", ["3:24 unknown-value Did you mean `high`?"]),
    (OPTION + "cells: {x: {certainty: moderate-high}}", ["3:24 unknown-value It is one of `low`"]),
    (OPTION + "cells: {x: {certainty: low# scant}}", ["3:24 unknown-value `low #`"]),
    (OPTION + "cells: {x: {certainty: 3}}", ["3:24 unknown-value It is one of"]),
    (OPTION + "cells: {x: {certainty: [low]}}", ["3:24 wrong-type a list of 1"]),
    (OPTION + "cells: {x: {score: four}}",
     ["3:20 wrong-type should be a number; this is the text “four”", "3:20 wrong-type Write `4`"]),
    (OPTION + "cells: {x: {score: 3-4}}", ["3:20 wrong-type `{low: 3, high: 4}`"]),
    (OPTION + "cells: {x: {score: {low: 3}}}", ["3:20 missing-key `score` has no `high`"]),
    (OPTION + "cells: {x: {score: {low: 3, hihg: 4}}}", ["3:29 unknown-key Did you mean `high`?"]),
    (OPTION + "cells: {x: {score: 3 à 4}}", ["3:20 wrong-type `{low: 3, high: 4}`"]),
    (OPTION + "cells: {x: {score: '?'}}", ["3:20 wrong-type leave the line out"]),
    (OPTION + "cells: {x: {score: [3, 4]}}", ["3:20 wrong-type a number or a mapping with `low` and `high`"]),
    (OPTION + "cells: {x: {basis: one, two: 3}}", ["3:20 wrong-type `- one`", "3:25 unknown-key Known here"]),
    (OPTION + 'cells: {x: {basis: "one, two"}}', ["3:20 wrong-type `[one, two]`"]),
    (OPTION + "cells: {x: {basis: [one, [two], ]}}", ["3:26 wrong-type Item 2 of `basis` should be the id of a fact"]),
    (OPTION + "cells: {x: 4}", ["3:12 wrong-type a mapping with `score`, `certainty` and `basis`"]),
    (OPTION + "summary: {text: x, kind: y}", ["3:11 wrong-type `text` is not a language code"]),
    (OPTION + "summary: [a]\nbaseline: no\ncolour: 1", ["3:10 wrong-type", "4:11 wrong-type", "5:1 unknown-key"]),
]  # fmt: skip


def told(text: str, cls: type[Paper] | type[Option]) -> list[tuple[str, str]]:
    source = SourceFile("f.yaml", text)
    tree, faults = parse(source)
    reading = Reading()
    if tree is not None:
        assert read_struct(tree, cls, reading, "") is not None or reading.diagnostics
    out = []
    for fault in in_order([*faults, *reading.diagnostics]):
        assert fault.span is not None
        assert fault.span.file is source
        out.append((f"{fault.span.line}:{fault.span.column} {fault.code}", f"{fault.message} {fault.hint}"))
    return out


def check(text: str, cls: type[Paper] | type[Option], lines: list[str]) -> None:
    found = told(text, cls)
    expected = [
        (" ".join(parts[:2]), parts[2] if len(parts) > 2 else "") for line in lines for parts in [line.split(" ", 2)]
    ]
    assert list(dict.fromkeys(place for place, _ in expected)) == [place for place, _ in found], found
    for place, words in expected:
        assert any(place == where and words in message for where, message in found), found


@pytest.mark.parametrize(("text", "lines"), PAPERS, ids=[case[1][0][:50] for case in PAPERS])
def test_a_fault_of_a_paper(text: str, lines: list[str]) -> None:
    check(text, Paper, lines)


@pytest.mark.parametrize(("text", "lines"), OPTIONS, ids=[case[1][0][:50] for case in OPTIONS])
def test_a_fault_of_an_option(text: str, lines: list[str]) -> None:
    check(text, Option, lines)


def test_a_file_of_rubbish_is_answered_soon_and_in_short() -> None:
    began = time.perf_counter()
    found = told(PAPER + "".join(f"k{number}: x\n" for number in range(20_000)), Paper)
    assert time.perf_counter() - began < 6
    assert len(found) == 1_001
    assert any("too-many-faults" in place for place, _ in found)


def test_a_key_of_a_million_letters_takes_no_long_time() -> None:
    began = time.perf_counter()
    found = told(PAPER + "? " + "titl" * 250_000 + "\n: x", Paper)
    assert time.perf_counter() - began < 2
    assert [place for place, _ in found] == ["3:3 unknown-key"]
    assert len(found[0][1]) < 1_000


def test_the_good_file_is_good() -> None:
    assert told(GOOD, Paper) == []
