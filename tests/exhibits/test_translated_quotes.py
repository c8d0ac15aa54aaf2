"""A quote in another language than the brief stands in its own words, and then in ours, said to be ours."""

from pathlib import Path
from typing import NamedTuple

import pytest
from tests.laws.readings import folded
from tests.laws.trial import Made, from_file

from briefgen.document import Authored, Inlines, List, Run, plain
from briefgen.document.walk import texts

SCENARIO = """
title: A night bus
question: Should there be a night bus? [@last-bus]
decision_maker: Town council
language: {scenario}
neutral: true
options: [{{id: no-change, name: No change, baseline: true}}]
sources: [{{id: survey, title: Survey, language: {source}}}]
facts:
  - id: last-bus
    statement: The last bus leaves at 23:10.
    evidence: [{{source: survey, quote: "{quote}", page: par. 3{translation}}}]
"""

LONG = "the last bus leaves the station at 23:10 and the next one goes at five in the morning"
LONG_FR = "le dernier autobus quitte la gare à 23 h 10 et le suivant part à cinq heures du matin"


class Case(NamedTuple):
    """The language of the brief and of the source, the translations, and what the two notes say of the passage."""

    brief: str
    source: str
    quote: str
    translation: str
    foot: str
    end: str
    scenario: str = "en"


CASES = {
    "into French, in guillemets": Case(
        "fr", "en", "the last bus", "{fr: le dernier autobus}",
        "Survey, par. 3\u00a0: «\u202fle dernier autobus\u202f» (notre traduction).",
        "Survey, par. 3\u00a0: «\u202fthe last bus\u202f» (notre traduction\u00a0: «\u202fle dernier autobus\u202f»).",
    ),
    "into English": Case(
        "en", "fr", "le dernier autobus", "{en: the last bus}",
        "Survey, par. 3: “the last bus” (our translation).",
        "Survey, par. 3: “le dernier autobus” (our translation: “the last bus”).",
    ),
    "in the language of the brief, the source needs none": Case(
        "en", "en", "the last bus", "{fr: le dernier autobus}",
        "Survey, par. 3: “the last bus”.",
        "Survey, par. 3: “the last bus”.",
    ),
    "of another region, the source needs none": Case(
        "fr-CA", "fr-FR", "le dernier bus", "{fr-CA: le dernier autobus}",
        "Survey, par. 3\u00a0: «\u202fle dernier bus\u202f».",
        "Survey, par. 3\u00a0: «\u202fle dernier bus\u202f».",
    ),
    "a translation for another region will do": Case(
        "fr-CA", "en", "the last bus", "{fr: le dernier autobus}",
        "Survey, par. 3\u00a0: «\u202fle dernier autobus\u202f» (notre traduction).",
        "Survey, par. 3\u00a0: «\u202fthe last bus\u202f» (notre traduction\u00a0: «\u202fle dernier autobus\u202f»).",
    ),
    "that of the brief's own region comes first": Case(
        "fr-CA", "en", "the last bus", "{fr: le dernier bus, fr-CA: le dernier autobus}",
        "Survey, par. 3\u00a0: «\u202fle dernier autobus\u202f» (notre traduction).",
        "Survey, par. 3\u00a0: «\u202fthe last bus\u202f» (notre traduction\u00a0: «\u202fle dernier autobus\u202f»).",
    ),
    "without one, the quote stands as it is": Case(
        "fr", "en", "the last bus", "",
        "Survey, par. 3\u00a0: «\u202fthe last bus\u202f».",
        "Survey, par. 3\u00a0: «\u202fthe last bus\u202f».",
    ),
    "one into a third language is no help": Case(
        "fr", "en", "the last bus", "{de: der letzte Bus}",
        "Survey, par. 3\u00a0: «\u202fthe last bus\u202f».",
        "Survey, par. 3\u00a0: «\u202fthe last bus\u202f».",
    ),
    "one without a language is in that of the scenario": Case(
        "fr", "en", "the last bus", "le dernier autobus",
        "Survey, par. 3\u00a0: «\u202fle dernier autobus\u202f» (notre traduction).",
        "Survey, par. 3\u00a0: «\u202fthe last bus\u202f» (notre traduction\u00a0: «\u202fle dernier autobus\u202f»).",
        scenario="fr",
    ),
    "double marks within English ones become single ones": Case(
        "en", "fr", "le « dernier autobus »", "{en: the “last bus”}",
        "Survey, par. 3: “the ‘last bus’” (our translation).",
        "Survey, par. 3: “le « dernier autobus »” (our translation: “the ‘last bus’”).",
    ),
    "the foot of the page has its first words, the end notes the whole": Case(
        "fr", "en", LONG, "{fr: " + LONG_FR + "}",
        "Survey, par. 3\u00a0: «\u202fle dernier autobus quitte la gare à …\u202f» (notre traduction).",
        f"Survey, par. 3\u00a0: «\u202f{LONG}\u202f» (notre traduction\u00a0: «\u202f{LONG_FR}\u202f»).",
    ),
}  # fmt: skip


def made(case: Case, folder: Path) -> Made:
    translation = f", translation: {case.translation}" if case.translation else ""
    text = SCENARIO.format(scenario=case.scenario, source=case.source, quote=case.quote, translation=translation)
    return from_file(folder, text, case.brief)


def passage(of: Made) -> Inlines:
    """The line of the one end note that has the passage."""
    notes = next(block for block in of.document.blocks if isinstance(block, List) and block.role == "notes")
    return next(line for block in notes.items[0].blocks[1:] for line in texts(block))


cases = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


@cases
def test_the_foot_of_the_page(case: Case, tmp_path: Path) -> None:
    (note,) = made(case, tmp_path).document.notes
    assert folded(plain(note.content)) == folded(case.foot)


@cases
def test_the_end_note(case: Case, tmp_path: Path) -> None:
    assert folded(plain(passage(made(case, tmp_path)))) == folded(case.end)


def test_each_of_the_two_is_in_its_own_language(tmp_path: Path) -> None:
    """For those who have it read aloud: the original is tagged, the translation is in the language of the brief."""
    case = CASES["into French, in guillemets"]
    runs = [run for run in passage(made(case, tmp_path)) if isinstance(run, Run)]
    (quoted,) = [run for run in runs if "the last bus" in run.text]
    (ours,) = [run for run in runs if "le dernier autobus" in run.text]
    assert (quoted.lang, ours.lang) == ("en", "")


def test_a_translation_knows_where_it_was_written(tmp_path: Path) -> None:
    runs = passage(made(CASES["into French, in guillemets"], tmp_path))
    (ours,) = [run for run in runs if isinstance(run, Run) and run.text == "le dernier autobus"]
    assert ours.origin == Authored("facts.last-bus.evidence.1.translation.fr")


@pytest.mark.parametrize("words", ["\\u202e\\u2028<b>x</b>", "{{ x }} [@nobody] **x**", "“” « »", "(our translation)"])
def test_a_translation_is_words_and_nothing_else(words: str, tmp_path: Path) -> None:
    case = Case("fr", "en", "the last bus", '{fr: "' + words + '"}', "", "")
    with_it = made(case, tmp_path)
    without = made(case._replace(translation=""), tmp_path)
    assert [type(block) for block in with_it.document.blocks] == [type(block) for block in without.document.blocks]
    assert not [finding for finding in with_it.findings if finding.severity == "error"]
