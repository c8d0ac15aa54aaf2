"""The short and the whole note of a fact."""

import pytest
from msgspec.structs import replace
from tests.laws.briefs import loaded

from briefgen.document import plain
from briefgen.document.walk import texts
from briefgen.exhibits.notes import brief_note, full_note
from briefgen.exhibits.words import Words
from briefgen.locale import load
from briefgen.markup.model import Label, Prose


@pytest.mark.parametrize(("speaker", "end"), [("The U.S.S.R.", "The U.S.S.R."), ("The council", "The council.")])
def test_a_note_ends_with_one_full_stop(speaker: str, end: str) -> None:
    scenario = loaded("starter").scenario
    fact = replace(scenario.facts[0], attributed_to=Label("facts.f.attributed_to", {"en": speaker}))
    said = plain(brief_note(scenario, fact, "", Words(load("en"), "en")))
    assert said.endswith(f", {end}")


def test_a_caution_that_holds_a_list_has_its_numbers() -> None:
    scenario = loaded("starter").scenario
    fact = replace(scenario.facts[0], caution=Prose("facts.f.caution", "definition", {"en": "Not:\n\n3. a\n4. b"}))
    *_rest, caution, numbered = full_note(scenario, fact, "", Words(load("en"), "en"))
    assert [plain(line) for line in texts(caution)] == ["Caution: Not:"]
    assert numbered.ordered and numbered.start == 3
    assert [plain(line) for line in texts(numbered)] == ["a", "b"]
