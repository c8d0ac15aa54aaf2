"""Citations become notes, numbered as they are read."""

import msgspec
from tests.template.document_notation import line, shown
from tests.template.small_world import HAITI, composed, prose

from briefgen.document.walk import note_marks

TEMPLATE = """{{ scenario.question }}

:::{table} Cells
| a | b |
|---|---|
| {{ scenario.options[1].cells['us'] }} | x |

So: {{ scenario.options[1].summary }}
:::

# Notes

:::{notes}
:::
"""


def asked(words: str) -> object:
    return msgspec.structs.replace(HAITI, question=prose("question", words))


def test_the_first_mark_sets_the_note_and_the_others_repeat_its_number() -> None:
    document = composed(TEMPLATE, asked("One [@team]. Two [@poll]. Three [@team].")).document
    assert [(mark.number, mark.occurrence) for mark in note_marks(document)] == [
        (1, 1), (2, 1), (1, 2), (2, 2), (1, 3), (3, 1), (1, 4),
    ]  # fmt: skip
    assert [(note.number, line(note.content)) for note in document.notes] == [
        (1, "Ottawa sends a team."), (2, "Many are against."), (3, "Gangs hold two thirds of the capital."),
    ]  # fmt: skip


def test_another_locator_is_another_note() -> None:
    document = composed(TEMPLATE, asked("One [@team, p. 1]. Two [@team, p. 2]. Three [@team, p. 1].")).document
    assert [line(note.content) for note in document.notes][:2] == [
        "Ottawa sends a team. p. 1",
        "Ottawa sends a team. p. 2",
    ]


def test_the_end_notes_hold_the_whole_and_lead_back() -> None:
    document = composed(TEMPLATE, asked("One [@poll].")).document
    assert shown(document.blocks[-1:]).splitlines()[:3] == [
        "1#note-1 In full: Many are against.",
        "         small: Back to where it is cited: <1 → #cite-1-1>, <2 → #cite-1-2>",
        "2#note-2 In full: Ottawa sends a team.",
    ]


def test_what_is_printed_twice_is_cited_twice() -> None:
    document = composed("{{ scenario.question }} {{ scenario.question }}", asked("One [@poll].")).document
    assert shown(document.blocks) == "One.^1.1 One.^1.2"


def test_an_unknown_fact_leaves_no_mark_and_no_gap() -> None:
    made = composed("{{ scenario.question }}\n\n:::{notes}\n:::", asked("One [@a], two [@poll], three [@b]."))
    assert shown(made.document.blocks[:1]) == "One, two,^1.1 three."
    assert [note.number for note in made.document.notes] == [1]
    assert [each.message for each in made.findings] == ["There is no fact `a`.", "There is no fact `b`."]
