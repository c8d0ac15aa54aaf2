"""What changed since the last edition, in words."""

import pytest
from msgspec.structs import replace
from tests.laws.briefs import brief, loaded
from tests.laws.trial import from_model

from briefgen.document import Callout, Document, plain
from briefgen.document.walk import texts
from briefgen.redline import revise, with_summary


def remark(old: Document, new: Document) -> list[str]:
    """Title and lines of the remark."""
    made = with_summary(old, revise(old, new))
    first = next(block for block in made.blocks if isinstance(block, Callout))
    return [words for line in texts(first) if (words := plain(line))]


def edited(lang: str) -> Document:
    """The Haiti brief with a title of another wording, without its last gap, and with another name of an option."""
    like = loaded("haiti-2022")
    scenario = like.scenario
    options = (*scenario.options[:-1], replace(scenario.options[-1], name=scenario.title))
    changed = replace(scenario, options=options, gaps=scenario.gaps[:-1])
    return from_model(like, changed, lang).document


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_changed(lang: str) -> None:
    lines = remark(brief("haiti-2022", lang), brief("haiti-2022", lang))
    assert lines[1:] == (
        ["Nothing that authors wrote.", "Words inserted: 0; words deleted: 0."]
        if lang == "en"
        else ["Rien de ce que les auteurs ont écrit.", "Mots ajoutés\u00a0: 0\u00a0; mots supprimés\u00a0: 0."]
    )


def test_things_are_counted_by_their_kind() -> None:
    lines = remark(brief("haiti-2022", "en"), edited("en"))
    assert lines[0] == "Changes since the last edition"
    assert "Options: 1 changed." in lines
    assert "Gaps: 1 removed." in lines


def test_things_are_counted_in_french() -> None:
    lines = remark(brief("haiti-2022", "fr"), edited("fr"))
    assert "Options\u00a0: 1 modification." in lines
    assert "Lacunes\u00a0: 1 suppression." in lines
