"""The evidence annex says once what neighbours share, and gives sentences without facts the room of the facts."""

from pathlib import Path

from tests.explanations.pages import lay
from tests.laws.briefs import brief
from tests.use_cases import document

from briefgen.document import Cell, Table, plain
from briefgen.document.walk import texts
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.model.read import load


def said(cell: Cell) -> list[str]:
    return [plain(line) for block in cell.blocks for line in texts(block)]


def tables(lang: str = "en", name: str = "haiti-2022") -> dict[str, Table]:
    blocks = brief(name, lang, "evidence-annex").blocks
    return {block.anchor: block for block in blocks if isinstance(block, Table)}


def test_a_sentence_without_facts_takes_the_room_of_the_facts() -> None:
    sentence, remark = next(
        row.cells for row in tables()["trace-criteria-table"].body if said(row.cells[0])[0].startswith("Whether people")
    )
    assert sentence.colspan == 2
    assert len(said(sentence)) == 1  # what it is stands in the other cell alone
    assert said(remark) == ["Definition; no passage is needed."]


def test_cells_on_which_the_sources_are_silent_stand_in_one_row() -> None:
    names, hole = tables()["trace-option-no-action-table"].body[-1].cells
    assert said(hole) == ["Open: empty cell."]
    assert [name.rpartition(" · ")[2] for name in said(names)] == [
        "Legitimacy and acceptance",
        "Lessons of earlier missions",
        "Risk of collusion",
        "Political transition",
    ]


def test_a_fact_that_neighbours_rest_on_is_said_once() -> None:
    first, second, third, fourth = tables()["trace-stakeholders-table"].body[:4]
    assert said(first.cells[1])[0].startswith(
        "In early October Prime Minister Ariel Henry and 18 top-ranking officials"
    )
    for row in (second, third):
        assert [cell.colspan for cell in row.cells] == [1, 2]
        assert said(row.cells[1]) == ["The same fact as above."]
    assert said(fourth.cells[1]) == ["Open: not stated."]


def test_how_far_passages_are_verified_is_said_once_and_beside_the_others() -> None:
    words = [
        line
        for table in tables(name="kelmouth-2026").values()
        for row in table.body
        for c in row.cells
        for line in said(c)
    ]
    assert not [line for line in words if "found word for word" in line]
    assert [line for line in words if "as verified on" in line]  # the one source whose text is not passed on


def test_the_overview_says_what_is_counted() -> None:
    rows = [[" ".join(said(cell)) for cell in row.cells] for row in tables()["trace-overview"].body]
    assert rows[0] == ["Stated as a fact", "44", "Says how things are; a fact and its passage stand beside it."]
    assert rows[-1] == ["Open: not stated", "32", "Nothing is said of where the party stands on this option."]


NUMBERED = """\
background: |
  There are two ways:

  2. The bus leaves at 23:10 [@last-bus]. It is full [@last-bus].

     They wait.
  3. - They walk.
"""


def test_a_sentence_that_begins_an_item_has_its_number(tmp_path: Path) -> None:
    """The annex gives each sentence by itself; the number leads back to the list of the paper."""
    lay([("scenario.yaml", NUMBERED)], tmp_path)
    loaded, _ = load(World(tmp_path), Path("scenario.yaml"))
    assert loaded is not None
    made, _ = document(World(tmp_path), loaded, "evidence-annex", load_locale("en"), "en")
    assert made is not None
    table = next(block for block in made.blocks if isinstance(block, Table) and block.anchor == "trace-issue-table")
    assert [said(row.cells[0])[0] for row in table.body] == [
        "There are two ways:",
        "2.\u00a0The bus leaves at 23:10.",
        "It is full.",
        "They wait.",
        "They walk.",
    ]
