"""Portion marks: a line says what marking it bears, and never a lower one than what it says."""

from msgspec.structs import replace
from tests.laws.briefs import brief, loaded, theme

from briefgen.commands.render import write
from briefgen.core.source import SourceFile
from briefgen.document import Computed, Document, Run, plain
from briefgen.document.walk import texts
from briefgen.exhibits import with_portions
from briefgen.model.marking import LABELS, on_black
from briefgen.theme import read, shipped

SCENARIO = loaded("kelmouth-2026").scenario


def made() -> Document:
    return with_portions(brief("kelmouth-2026", "en"), SCENARIO)


def lines(document: Document) -> list[str]:
    return [plain(line) for block in document.blocks for line in texts(block)]


def test_a_paragraph_bears_its_marking_before_its_words() -> None:
    found = lines(made())
    assert any(line.startswith("(TLP:CLEAR) About 70 per cent of Kelmouth") for line in found)
    assert any(line.startswith("(TLP:AMBER) Between 2014 and 2024 the main burst") for line in found), "it has a span"


def test_a_span_marks_its_own_paragraph_and_no_other_of_its_field() -> None:
    assert any(line.startswith("(TLP:CLEAR) Without the main there are the Cold Elm") for line in lines(made()))


def test_a_cell_bears_the_marking_of_what_is_in_it_though_it_has_a_sign() -> None:
    assert any(line.startswith("(TLP:CLEAR) ▼ against: 62.5 litres") for line in lines(made()))


def test_no_line_bears_less_than_the_pieces_whose_words_it_says() -> None:
    amber = {fact.id for fact in SCENARIO.facts if fact.marking == "TLP:AMBER"}
    assert amber
    statements = [plain(line) for line in _statements(amber)]
    assert statements
    assert all(line.startswith("(TLP:AMBER) ") for line in statements)


def _statements(facts: set[str]) -> list[tuple[Run, ...]]:
    return [
        line  # type: ignore[misc]
        for block in made().blocks
        for line in texts(block)
        if any(getattr(getattr(each, "origin", None), "path", "").split(".")[:2][-1] in facts for each in line)
    ]


def test_a_note_bears_the_marking_of_the_facts_that_quote_its_passage() -> None:
    found = {plain(note.content).split(" ")[0] for note in made().notes}
    assert found == {"(TLP:CLEAR)", "(TLP:GREEN)", "(TLP:AMBER)"}


def test_what_was_worked_out_bears_the_marking_of_the_paper() -> None:
    assert any(line.startswith("(TLP:AMBER) “Link and reline” leads on most weightings") for line in lines(made()))


def test_marks_are_computed_so_no_reviewer_edits_them() -> None:
    marks = [
        each
        for block in made().blocks
        for line in texts(block)
        for each in line
        if isinstance(each, Run) and each.text.strip(" ()") in LABELS
    ]
    assert marks
    assert all(isinstance(each.origin, Computed) for each in marks)


def test_a_scenario_without_markings_has_none() -> None:
    bare = replace(loaded("starter").scenario, marking="")
    document = brief("starter", "en")
    assert with_portions(document, bare) == document


def test_all_formats_say_them() -> None:
    files = write(made(), theme(), "a4", ("docx", "html", "pdf"))
    assert "(TLP:CLEAR) " in files["html"].decode()
    assert files["docx"].startswith(b"PK")
    assert files["pdf"].startswith(b"%PDF")


def test_a_theme_asks_for_them() -> None:
    path = shipped()["plain"]
    below, _ = read(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert below is not None
    assert not below.portion_marks
    own, faults = read(SourceFile("own.yaml", "portion-marks: true\n"), below)
    assert own is not None, faults
    assert own.portion_marks


def test_a_label_can_be_read_on_black() -> None:
    """Letters of a dark colour were black on black."""
    for given in ("#000080", "#000000", "#8B0000", "#FF2B2B", "#FFC000", "#33FF00"):
        red, green, blue = (
            each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
            for each in (int(on_black(given)[at : at + 2], 16) / 255 for at in (1, 3, 5))
        )
        assert (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05 >= 4.5
    assert on_black("#FFC000") == "#FFC000"
    assert on_black("#FF2B2B") == "#FF2B2B"
