"""What is taken out of a brief makes the same brief: the same bytes, wherever the folder lies and whatever its name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.laws.briefs import by_turns, called, every_brief
from tests.release.rendered import pdf, pdf_of_example, taken_out

from briefgen.commands.options import RenderOptions
from briefgen.theme import PaperName

BRIEFS = every_brief()


def goes_round(brief: tuple[str, str, str, str], paper: PaperName, folder: Path) -> None:
    name, lang, template, option = brief
    made = pdf_of_example(name, RenderOptions(template=template, lang=lang, option=option, paper=paper))
    out, faults = taken_out(folder, made, "elsewhere")
    assert faults == []
    assert pdf(folder, out) == made


@pytest.mark.parametrize("brief", [brief for brief in BRIEFS if brief[:2] == ("haiti-2022", "en")], ids=called)
def test_a_brief_comes_out_of_what_it_carries(brief: tuple[str, str, str, str], tmp_path: Path) -> None:
    goes_round(brief, "a4", tmp_path)


def on_the_other_paper() -> Iterator[object]:
    """In CI each in one language."""
    for brief in BRIEFS:
        now = brief in by_turns()
        yield pytest.param(brief, id=called(brief), marks=pytest.mark.slow if now else pytest.mark.matrix)


@pytest.mark.parametrize("brief", [*on_the_other_paper()])
def test_every_brief_comes_out_of_what_it_carries_on_the_other_paper(
    brief: tuple[str, str, str, str], tmp_path: Path
) -> None:
    goes_round(brief, "letter", tmp_path)
