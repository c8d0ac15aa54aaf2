"""Every interface word is said in every language, and what is compiled is what was translated."""

import re
from pathlib import Path

import pytest
from tests.languages.catalogues import CATALOGUES, LANGUAGES, compiled, messages, read
from tests.laws.trial import lines
from tests.use_cases import document

from briefgen.document import plain
from briefgen.io.filesystem import World
from briefgen.locale import LANGUAGES as SHIPPED
from briefgen.locale import load
from briefgen.model.read import load as scenario_of
from briefgen.model.vocabulary import SCALES

SLOT = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_is_translated_and_keeps_its_slots(lang):
    catalogue = read(lang)
    faults = []
    for message in messages():
        forms = (message,) if isinstance(message, str) else message
        entry = catalogue.get(forms[0])
        said = [] if entry is None else [entry.string] if isinstance(entry.string, str) else list(entry.string)
        if not said or not all(said):
            faults.append(f"not translated: {forms[0]}")
        elif any(set(SLOT.findall(text)) != set(SLOT.findall(forms[-1])) for text in said):
            faults.append(f"other slots: {forms[0]}")
    assert not faults, "run `make catalogues`\n" + "\n".join(faults)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_translated_that_is_no_longer_said(lang):
    said = {message if isinstance(message, str) else message[0] for message in messages()}
    kept = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in read(lang) if entry.id}
    assert kept <= said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_translators(lang):
    assert (CATALOGUES / f"{lang}.mo").read_bytes() == compiled(read(lang))


def test_every_language_of_briefs_has_a_catalogue():
    assert {"en", *LANGUAGES} == set(SHIPPED)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_translation_is_a_guess(lang):
    assert [entry.id for entry in read(lang) if entry.id and entry.fuzzy] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plurals_go_with_the_number(lang):
    """In French nought is one; in Spanish and English it is many."""
    words = load(lang)
    said = [words.plural("{n} fact", "{n} facts", n) for n in (0, 1, 2, 1_000_000)]
    one, many = {"fr": ("{n} fait", "{n} faits"), "es": ("{n} hecho", "{n} hechos")}[lang]
    assert said == [one if lang == "fr" else many, one, many, many]


@pytest.mark.parametrize(("lang", "wrong"), [("es", r"[“”]|«\s|\s»|\s[:;!%]"), ("fr", r"[“”]|«(?!\s)|(?<!\s)[»;!?:]")])
def test_marks_are_those_of_the_language(lang, wrong):
    """French has spaces inside its quotation marks and before high punctuation, Spanish none."""
    said = [
        text
        for entry in read(lang)
        if entry.id
        for text in ([entry.string] if isinstance(entry.string, str) else entry.string)
    ]
    assert [text for text in said if re.search(wrong, text) and text != ": "] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_terms_of_likelihood_stay_apart(lang):
    """Each term of a scale has a word of its own in each language, and no label of TLP is said in another."""
    words = load(lang)
    for scale in SCALES.values():
        terms = [words.text(term) for step in scale.bands for term in step.terms]
        assert len(set(terms)) == len(terms)
    assert not [entry.id for entry in read(lang) if "TLP" in str(entry.id)]


COUNT = re.compile(r"\{(?:n|after|all|count|empty|found|inferred|many|silent|stated|total|unsupported)\}\s+(\w+)")
NO_NOUNS = {"and", "for", "is", "of", "open"}
DRAWN = "{n} cases"
"""Of which there are always thousands."""


def test_a_number_before_a_noun_has_a_singular_and_a_plural():
    single = [message for message in messages() if isinstance(message, str) and DRAWN not in message]
    assert [text for text in single if not set(COUNT.findall(text)) <= NO_NOUNS] == []


ONE_OF_EACH = """
title: Night bus
question: Should there be one?
decision_maker: Council
as_of: 2026-01-01
deadline: 2026-01-02
neutral: true
background: The last bus goes at 23:10 [@last-bus].
options:
  - {id: none, name: Leave it, baseline: true, definition: All stays as it is.}
  - id: bus
    name: A bus
    definition: A bus goes at one.
    assessments: {use: {reason: 'It goes at 23:10 [@last-bus].', score: 3, leaning: for}}
criteria: [{id: use, name: Use, definition: How many ride., weight: 100}]
stakeholders: [{id: union, name: The union, positions: {bus: {stance: supports, basis: stated, text: It is for it.}}}]
key_dates:
  - {id: vote, date: 2026-01-05, event: The vote.}
  - {id: start, date: 2025-12-01, event: The start.}
sources: [{id: s, title: Timetable, url: "https://bus.example"}]
facts:
  - {id: last-bus, statement: The last bus leaves at 23:10., evidence: [{source: s, quote: leaves at 23:10}]}
"""


@pytest.mark.parametrize("lang", ["en", *LANGUAGES])
@pytest.mark.parametrize("template", ["options-paper", "decision-note", "evidence-annex"])
def test_one_of_a_thing_is_in_the_singular(tmp_path, template, lang):
    (tmp_path / "scenario.yaml").write_text(ONE_OF_EACH)
    scenario, faults = scenario_of(World(tmp_path), Path("scenario.yaml"))
    assert scenario is not None, faults
    made, findings = document(World(tmp_path), scenario, template, load(lang), lang)
    assert made is not None, findings
    said = re.findall(r"(?<![\w.,:/-])1\s+([^\W\d]+)", " | ".join(plain(line) for line in lines(made)))
    assert len(said) > 1
    assert [word for word in said if word.endswith("s") and word != "des"] == []
