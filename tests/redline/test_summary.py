"""What changed since the last edition, in words."""

import re

import msgspec
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


def test_what_only_moved_is_counted_as_moved() -> None:
    """Two options that changed places were told as a thousand words inserted and a thousand deleted."""
    like = loaded("haiti-2022")
    first, *others = like.scenario.options
    moved = replace(like.scenario, options=(first, *others[::-1]))
    (line,) = remark(brief("haiti-2022", "en"), from_model(like, moved, "en").document)[2:]
    inserted, deleted, far = (int(each) for each in re.findall(r"\d+", line))
    assert line == f"Words inserted: {inserted}; words deleted: {deleted}; words moved: {far}."
    assert far > 3 * max(inserted, deleted)


def test_a_thing_that_only_has_another_id_is_no_change() -> None:
    """It was told as one removed and one added."""
    like = loaded("haiti-2022")
    old = brief("haiti-2022", "en")
    text = msgspec.json.encode(old).replace(f'"gaps.{like.scenario.gaps[0].id}.'.encode(), b'"gaps.another.')
    new = msgspec.json.decode(text, type=Document)
    assert new != old
    assert remark(old, new)[1:] == ["Nothing that authors wrote.", "Words inserted: 0; words deleted: 0."]
