"""A paper says all that its authors wrote of an option, and of who stands where."""

import pytest
from msgspec.structs import replace
from tests.laws.briefs import composed, loaded

from briefgen.document import plain
from briefgen.document.walk import texts
from briefgen.markup.model import Prose
from briefgen.model.options import Option
from briefgen.model.scenario import Scenario

STARTER = loaded("starter")
ASIDE = ("preconditions", "lead", "legal_basis", "resources", "timing", "implementation", "exit", "reversibility",
         "if_not_chosen")  # fmt: skip
"""What goes with an option beside the points for and against it."""


def said(scenario: Scenario) -> str:
    document = composed(replace(STARTER, scenario=scenario), "en")
    return "\n".join(plain(line) for block in document.blocks for line in texts(block))


@pytest.mark.parametrize("field", ASIDE)
def test_a_field_is_printed_though_no_other_of_its_section_is_given(field: str) -> None:
    bare: dict[str, Prose | None] = dict.fromkeys(ASIDE)
    bare[field] = Prose(f"options.trial.{field}", "judgement", {"en": "Twelve drivers stay awake."})
    options: list[Option] = [replace(each, **bare) if each.id == "trial" else each for each in STARTER.scenario.options]
    assert "Twelve drivers stay awake." in said(replace(STARTER.scenario, options=tuple(options)))


@pytest.mark.parametrize(("parties", "words"), [(2, "A1, A2\n"), (3, "A1, A2, A3\n"), (4, "A1, A2 and 2 more\n")])
def test_parties_are_counted_only_where_that_is_shorter_than_their_names(parties: int, words: str) -> None:
    first = STARTER.scenario.stakeholders[0]
    many = tuple(
        replace(first, id=f"a{number}", name=replace(first.name, texts={"en": f"A{number}"}))
        for number in range(1, parties + 1)
    )
    assert f"▲ supported by {words}" in said(replace(STARTER.scenario, stakeholders=many))
