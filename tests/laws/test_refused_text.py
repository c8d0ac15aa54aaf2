"""What a file may not hold, or what cannot be shown, is answered at its place; nothing raises and nothing is lost."""

import re
from pathlib import Path

import pytest
from tests.laws.hostile import REFUSED
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import plain
from briefgen.document.walk import texts
from briefgen.io.filesystem import World
from briefgen.markup.model import Prose
from briefgen.markup.parse import parse

SCENARIO = """\
title: A title
question: Which?
decision_maker: The council
neutral: true
reference: R-1
language: en
likelihood_scale: icd203
options:
  - {id: wait, name: Wait, baseline: true}
  - id: act
    name: Act
    risks: [{id: cost, text: It costs., likelihood: likely}]
sources: [{id: paper, title: The paper, url: "https://example.org"}]
facts:
  - id: f
    statement: It is so.
    evidence: [{source: paper, quote: it is so indeed and always, page: "12"}]
"""
FIELDS = (
    "title: A title",
    "question: Which?",
    "reference: R-1",
    "quote: it is so indeed and always",
    "statement: It is so.",
    "language: en",
)


def faults(folder: Path, text: bytes) -> list[Diagnostic]:
    (folder / "scenario.yaml").write_bytes(text)
    _, found = reported(check, World(folder), Path("scenario.yaml"))
    return [fault for fault in found if fault.severity == "error"]


def line_of(field: str) -> int:
    return SCENARIO[: SCENARIO.index(field)].count("\n") + 1


def lines(found: list[Diagnostic]) -> set[int]:
    return {fault.span.line for fault in found if fault.span}


def test_the_scenario_of_these_tests_is_sound(tmp_path: Path) -> None:
    assert faults(tmp_path, SCENARIO.encode()) == []


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("character", REFUSED, ids=ascii)
def test_a_control_character_is_told_where_it_stands(tmp_path: Path, field: str, character: str) -> None:
    text = SCENARIO.replace(field, f"{field[:-1]}{character}{field[-1]}")
    found = faults(tmp_path, text.encode("utf-8", "surrogatepass"))
    assert found
    no_utf8 = "\ud800" <= character <= "\udfff"  # nothing in such a file can be read
    assert no_utf8 or line_of(field) in lines(found), found


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("escape", [r"\0", r"\x01", r"\x1b", r"\x7f", r"\x85", r"\ufffe", r"\ud800", r"\r", r"\a"])
def test_an_escape_for_one_is_told_as_well(tmp_path: Path, field: str, escape: str) -> None:
    key, _, value = field.partition(": ")
    found = faults(tmp_path, SCENARIO.replace(field, f'{key}: "{value}{escape}"').encode())
    assert line_of(field) in lines(found), found


@pytest.mark.parametrize("field", FIELDS[:-1])  # the last is no text, but the code of a language
@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\ufeff", "\u200f", "\u061c"], ids=ascii)
def test_a_mark_that_pasting_leaves_is_no_fault_and_not_printed(tmp_path: Path, field: str, mark: str) -> None:
    text = SCENARIO.replace(field, f"{field[:-1]}{mark}{field[-1]}{mark}")
    assert faults(tmp_path, text.encode()) == []


@pytest.mark.parametrize("field", ["language: en", "likelihood: likely", "likelihood_scale: icd203"])
@pytest.mark.parametrize("words", ["{{ 7 }}", "<w:p/>", "\u202ee", "../..", "W" * 10_000], ids=lambda words: words[:8])
def test_a_text_by_which_the_program_chooses_is_checked(tmp_path: Path, field: str, words: str) -> None:
    key = field.partition(":")[0]
    found = faults(tmp_path, SCENARIO.replace(field, f"{key}: '{words}'").encode())
    assert line_of(field) in lines(found), found


@pytest.mark.parametrize("words", ["\u200e", "\u202a\u202c", "\u2066 \u2069"], ids=ascii)
def test_a_name_that_shows_nothing_is_empty(tmp_path: Path, words: str) -> None:
    found = faults(tmp_path, SCENARIO.replace("title: A title", f"title: '{words}'").encode())
    assert [fault.code for fault in found] == ["empty-value"]


@pytest.mark.parametrize("depth", [3, 12, 40, 1_000])
@pytest.mark.parametrize("sign", ["- ", "1. ", "> ", "*", "[", "`"])
def test_no_word_is_lost_however_deep_it_stands(sign: str, depth: int) -> None:
    parsed = parse(Prose("p", "factual", {"en": f"First.\n\n{sign * depth}deep\n\nLast."}), "en")
    shown = " ".join(plain(line) for block in parsed.blocks for line in texts(block))
    told = any(finding.severity == "error" for finding in parsed.findings)
    assert told or re.findall("First|deep|Last", shown) == ["First", "deep", "Last"]
