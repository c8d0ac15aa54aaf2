"""No word that files say of themselves is taken for a withheld one.

A sentence that is withheld begins with a capital, as a name does. So “Data”, “Register” or “Chart” at its head stopped
a brief: a PDF tells of its “register of sources”, a web page says `img-src data:`, a DOCX has a part `chart1.xml`.
"""

import re
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.release.format_words import is_glued
from tests.use_cases import reported

from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import prepare
from briefgen.commands.render import produce
from briefgen.commands.scan import guard_for
from briefgen.io.filesystem import World, shipped
from briefgen.markup.model import Label, Prose
from briefgen.model.scenario import Gap, Scenario
from briefgen.release.scan import scan
from briefgen.release.scan.formats import read
from briefgen.release.scan.guard import Released, guard, without_hashes
from briefgen.release.scan.secrets import fragments
from briefgen.release.scan.words import words

OF_A_FONT = 6
"""Letters by chance before the name of each subset, and of a colour."""
SHORTEST = 5
"""Letters; shorter words come about by chance in what is packed, such as the names of fonts."""

_FOREIGN = re.compile(r"\w*[^\W\x00-\x7f]\w*")
"""Words that are not of ASCII alone: in what is packed they come about by chance."""


def taken(name: str, order: RenderOptions, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The words of a brief, all of which are withheld in one sentence each, that are found in it."""
    monkeypatch.setattr(sys.modules["briefgen.release.scan.scan"], "MOST_LEAKS", 10_000)
    world = World(shipped("scenarios"))
    made, faults = reported(prepare, world, Path(name) / "scenario.yaml", order)
    assert made is not None, faults
    data, _ = reported(produce, world, made, order)
    files = {f"{name}.{form}": each for form, each in data.items()}
    seen, marks = set[str](), set[str]()
    for piece in (piece for file, each in files.items() for piece in read(file, each) if piece.level != "raw"):
        text = _FOREIGN.sub(" ", piece.text) if piece.level == "marked" else piece.text
        each = {word for word in words(without_hashes(text)) if word.isalpha()}
        (marks if piece.level == "marked" else seen).update(each)
    found = {word for word in seen | marks if len(word) >= SHORTEST and (word not in marks or len(word) != OF_A_FONT)}
    left = made.loaded.scenario
    secret = Prose("gaps.all.text", "definition", {"en": " ".join(f"{word.capitalize()}." for word in sorted(found))})
    whole = replace(left, gaps=(*left.gaps, Gap("all", secret, marking="TLP:RED")))
    leaks = scan(files, guard_for(replace(made, whole=whole), order))
    assert not [each for each in leaks if each.unread]
    scenario = {word for each in fragments(left) for word in words(each.text)}
    told = {each.what for each in leaks if " " not in each.what}
    every = seen | marks | scenario  # `text link` is looked for as `textlink` too, which is an attribute of Word
    return {word for word in told if not is_glued(word, every, every)}


EVERY = RenderOptions(("docx", "pdf", "html"), audience="public")


def test_no_word_of_a_file_is_taken_for_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken("starter", EVERY, monkeypatch) == set()


@pytest.mark.slow
@pytest.mark.parametrize("template", ["options-paper", pytest.param("evidence-annex", marks=pytest.mark.matrix)])
def test_no_word_of_a_file_with_charts_is(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken("kelmouth-2026", replace(EVERY, template=template), monkeypatch) == set()


def test_no_word_of_a_file_for_review_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken("kelmouth-2026", replace(EVERY, formats=("docx",), review=True), monkeypatch) == set()


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("ECB.", "sha256: 4ecb0c15b9a2d1f07c3388a1e2f94b6d55aa01c2d3e4f5061728394a5b6c7d8e"),
        ("Cent.", "Trois pour\ncent des foyers"),
    ],
)
def test_nor_is_a_part_of_a_hash_or_of_a_sign(secret: str, text: str) -> None:
    left = Scenario(title=Label("title", {"en": "A"}), question=Prose("question", "definition", {"en": "B?"}),
                    decision_maker=Label("decision_maker", {"en": "C"}), options=())  # fmt: skip
    whole = replace(left, gaps=(Gap("all", Prose("gaps.all.text", "definition", {"en": secret}), marking="TLP:RED"),))
    looked = guard(whole, left, Released())
    assert scan({"a.txt": text.encode()}, looked) == []
    assert scan({"a.txt": f"The {secret} says so".encode()}, looked) != []
