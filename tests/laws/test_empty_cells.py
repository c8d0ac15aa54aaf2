"""An empty cell stays empty: without score, leaning and result it prints no number, no sign and no ground."""

from pathlib import Path
from random import Random

import pytest
from tests.laws.briefs import SHIPPED, brief, loaded
from tests.laws.hostile import harmless
from tests.laws.shape import runs
from tests.laws.trial import from_file
from tests.scenarios import as_yaml, filled, leaves, tree

from briefgen.analysis import coverage
from briefgen.document import Cell, Computed, Document, Table, TemplateText
from briefgen.document.walk import texts
from briefgen.model.options import Assessment, Criterion, Option
from briefgen.model.scenario import Scenario


def assert_empty_cells_are_empty(scenario: Scenario, document: Document) -> int:
    """Returns how many cells were empty."""
    return sum(
        in_table(scenario, document, kind, anchor)
        for kind, anchor in (("weighted", "options-by-criteria"), ("screening", "screening"))
    )


def in_table(scenario: Scenario, document: Document, kind: str, anchor: str) -> int:
    table = next((block for block in document.blocks if isinstance(block, Table) and block.anchor == anchor), None)
    if table is None:
        return 0
    criteria = [criterion for criterion in scenario.criteria if criterion.kind == kind]
    count = 0
    for criterion, row in zip(criteria, table.body, strict=True):
        for option, cell in zip(scenario.options, row.cells[1:], strict=True):
            given = option.assessments.get(criterion.id)
            if given is None or (given.score is None and given.leaning is None and given.result is None):
                count += 1
                assert_empty(cell, given, option, criterion)
    return count


def assert_empty(cell: Cell, given: Assessment | None, option: Option, criterion: Criterion) -> None:
    where = f"{option.id}, {criterion.id}"
    shown = [run for block in cell.blocks for line in texts(block) for run in runs(line)]
    first, *rest = shown
    assert cell.ground == "", where
    assert isinstance(first.origin, TemplateText) and not any(map(str.isdigit, first.text)), where
    assert not any(
        isinstance(run.origin, Computed) or run.marks & {"sign", "for", "against", "mixed"} for run in shown
    ), where
    if given is None or given.reason is None:
        assert rest == [], where


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_in_the_shipped_scenarios(name: str, lang: str) -> None:
    empty = assert_empty_cells_are_empty(loaded(name).scenario, brief(name, lang))
    assert empty >= coverage(loaded(name).scenario).empty


def test_in_any_scenario(tmp_path: Path) -> None:
    empty = 0
    for number in range(40):
        grown = tree(Random(f"cells/{number}"))
        words = {leaf: harmless(at) for at, leaf in enumerate(leaves(grown))}
        made = from_file(tmp_path, as_yaml(filled(grown, words.__getitem__)), "en")
        empty += assert_empty_cells_are_empty(made.loaded.scenario, made.document)
    assert empty > 40
