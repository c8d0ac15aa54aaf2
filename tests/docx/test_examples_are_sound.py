"""Every example, by every template and in every language, is sound Open XML: to our linter, to two validators in
Python, and to Microsoft's own.

The validators take seconds a file, and there are 49 briefs in seven dresses. So CI shows them each brief in the plain
dress and in one other, the others by turns; `make soak` shows them all the rest. openxml-audit, which holds the same
schemas against a file as Microsoft's own, and takes as long again, gets each brief in CI once: half of them in the
plain dress, half in the other.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.docx.houses import german
from tests.docx.linter import faults
from tests.docx.open_xml_sdk import findings
from tests.laws.briefs import Briefs, brief, called, every_brief
from tests.laws.briefs import theme as shipped_theme

from briefgen.theme import PaperName
from briefgen.writers import docx
from briefgen.writers.docx import Dress
from briefgen.writers.docx.dress import ForReview
from briefgen.writers.docx.house import read

PLAIN = "plain"
HOUSES = ("german", "pandoc", "libreoffice")
"""House styles of others: made by code, pandoc's own, and the first as LibreOffice saves it."""
OTHERS = (*HOUSES, "letter", "review", "embedded-fonts")
"""And on the American paper, for reviewers, with the fonts in the file."""


def by_turns(dress: str) -> Briefs:
    """The briefs that CI shows in it."""
    return tuple(of for at, of in enumerate(every_brief()) if dress in (PLAIN, OTHERS[at % len(OTHERS)]))


def the_rest(dress: str) -> Briefs:
    """The briefs that only `make soak` shows in it."""
    return tuple(of for of in every_brief() if of not in by_turns(dress))


def of_each_scenario(briefs: Briefs) -> Iterator[tuple[str, Briefs]]:
    for name in sorted({of[0] for of in briefs}):
        yield name, tuple(of for of in briefs if of[0] == name)


def cases() -> Iterator[object]:
    for dress in (PLAIN, *OTHERS):
        for name, briefs in of_each_scenario(by_turns(dress)):
            yield pytest.param(dress, briefs, id=f"{name}-{dress}")
        for name, briefs in of_each_scenario(the_rest(dress)):
            yield pytest.param(dress, briefs, id=f"{name}-{dress}-rest", marks=pytest.mark.soak)


@pytest.fixture
def dressed(dress: str, request: pytest.FixtureRequest) -> Callable[[tuple[str, str, str, str]], bytes]:
    """A brief as a file in the dress."""
    paper: PaperName = "letter" if dress == "letter" else "a4"
    house = None
    if dress in HOUSES:
        house, told = read(german() if dress == "german" else request.getfixturevalue(dress), "house.docx")
        assert house is not None, told

    def write(of: tuple[str, str, str, str]) -> bytes:
        review = ForReview(of[3]) if dress == "review" else None
        wanted = Dress(house=house, embed_fonts=dress == "embedded-fonts", review=review)
        return docx.write(brief(*of), shipped_theme(), paper, None, wanted)

    return write


def is_audited(of: tuple[str, str, str, str], dress: str) -> bool:
    """Whether openxml-audit looks at it too, in CI or in a soak."""
    return of in the_rest(dress) or every_brief().index(of) // len(OTHERS) % 2 == (dress != PLAIN)


@pytest.mark.slow
@pytest.mark.parametrize(("dress", "briefs"), [*cases()])
def test_no_validator_finds_anything(
    briefs: Briefs, dress: str, dressed: Callable[[tuple[str, str, str, str]], bytes], tmp_path: Path
) -> None:
    audit, integrity = pytest.importorskip("openxml_audit"), pytest.importorskip("ooxml_integrity")
    found = {}
    for of in briefs:
        path = tmp_path / f"{called(of)}.docx"
        path.write_bytes(data := dressed(of))
        found[path.name] = [*faults(data), *map(str, integrity.check(str(path))), *findings(path)]
        if is_audited(of, dress):
            # A validator for each: one that is kept remembers the notes of the file before, and misses those of the
            # next.
            found[path.name] += map(str, audit.OpenXmlValidator().validate(str(path)).errors)
    assert {name: told for name, told in found.items() if told} == {}
