"""What is kept of the Markdown of a rendered template: a brief is the same with it; no word of a scenario is in it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.template.small_world import HAITI, Scenario, files, frame

from briefgen.document import Document
from briefgen.source import SourceFile
from briefgen.template import Parses, compose, load, markdown

TEMPLATE = """# {{ scenario.title }}

The paper on **{{ scenario.title }}**, with a [link](https://example.org) and [words]{lang=fr}.

{% for option in scenario.options %}
- {{ option.name }}: {{ option.summary }}
{% endfor %}

| Option | What it is |
| --- | ---: |
{% for option in scenario.options %}| {{ option.name }} | {{ option.summary }} |
{% endfor %}

:::{callout} Note
Nothing is *sure*.
:::
"""


def made(parses: Parses, scenario: Scenario = HAITI, text: str = TEMPLATE) -> Document:
    template, faults = load("main", {"main": SourceFile("main.md.j2", text)} | files({}))
    assert template is not None, faults
    return compose(template, {"scenario": scenario}, frame(), parses).document


def test_a_brief_of_other_words_is_made_without_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Parses()
    made(first)
    assert first.changed
    other = msgspec.structs.replace(HAITI, title=msgspec.structs.replace(HAITI.title, texts={"en": "*Other* words"}))
    wanted = made(Parses(), other)
    monkeypatch.setattr(markdown, "blocks", None)
    monkeypatch.setattr(markdown, "line", None)
    again = Parses(first.dumped())
    assert made(again, other) == wanted
    assert not again.changed


def test_no_word_of_a_scenario_is_kept() -> None:
    parses = Parses()
    made(parses)
    kept = parses.dumped()
    assert b"The paper on" in kept
    for words in ("Haiti", *(name for option in HAITI.options for name in option.name.texts.values())):
        assert words.encode() not in kept


def test_what_is_no_longer_asked_for_is_forgotten() -> None:
    parses = Parses()
    made(parses)
    less = Parses(parses.dumped())
    made(less, text="One line.\n")
    assert less.changed
    assert len(less.dumped()) < len(parses.dumped())


@given(st.data())
def test_what_is_damaged_is_parsed_anew(data: st.DataObject) -> None:
    parses = Parses()
    wanted = made(parses)
    kept = bytearray(parses.dumped())
    kept[data.draw(st.integers(0, len(kept) - 1))] ^= data.draw(st.integers(1, 255))
    assert made(Parses(bytes(kept[: data.draw(st.integers(0, len(kept)))]))) == wanted


@given(st.text(alphabet=" \n#*_`[]{}()|:-.>1aé\\", max_size=60))
def test_any_markdown_comes_to_the_same_when_it_was_kept(text: str) -> None:
    parses = Parses()
    blocks, line = parses.blocks(text), parses.line(text)
    again = Parses(parses.dumped())
    assert (again.blocks(text), again.line(text)) == (blocks, line)
    assert not again.changed
