"""Names in a row have between them what the language of the brief puts there."""

from pathlib import Path

import pytest
from tests.laws.trial import from_file

from briefgen.document import Table, plain
from briefgen.document.walk import texts

SCENARIO = """
title: A night bus
question: Should there be a night bus?
decision_maker: Town council
neutral: true
options: [{id: no-change, name: No change, baseline: true}, {id: trial, name: Trial}]
stakeholders: [{id: riders, name: Riders}, {id: taxi, name: Lindby Taxi}]
"""


@pytest.mark.parametrize(("lang", "row"), [("en", "Riders; Lindby Taxi"), ("fr", "Riders [en]\u202f; Lindby Taxi")])
def test_parties_that_say_nothing_are_named_with_the_signs_of_the_language(tmp_path: Path, lang: str, row: str) -> None:
    """A French paper named them with English semicolons, without a space before."""
    document = from_file(tmp_path, SCENARIO, lang).document
    (table,) = (block for block in document.blocks if isinstance(block, Table) and block.anchor == "silence")
    cells = [
        plain(inlines)
        for line in table.body
        for cell in line.cells
        for block in cell.blocks
        for inlines in texts(block)
    ]
    assert any(row in cell for cell in cells)
