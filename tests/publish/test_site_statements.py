"""The statements of a brief, as the search of a site has them."""

from pathlib import Path

import pytest
from tests.use_cases import reported

from briefgen import html
from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import prepare
from briefgen.io.filesystem import World, shipped
from briefgen.site.model import Statement
from briefgen.site.search import statements


@pytest.mark.parametrize("template", ["options-paper", "decision-note", "option-note"])
def test_each_statement_leads_to_a_place_of_the_page_that_has_its_words(template: str) -> None:
    option = "trial" if template == "option-note" else ""
    order = RenderOptions(formats=(), template=template, audience="public", option=option)
    made, _found = reported(prepare, World(Path.cwd()), shipped("scenarios") / "starter" / "scenario.yaml", order)
    assert made
    page = html.write(made.brief.document, made.theme).decode()
    found = statements(made.brief.document)
    assert found
    for each in found:
        assert each.text and each.passage
        assert f'id="{place(each)}"' in page


def place(statement: Statement) -> str:
    return f"cite-{statement.note}-{statement.occurrence}" if statement.occurrence else f"note-{statement.note}"
