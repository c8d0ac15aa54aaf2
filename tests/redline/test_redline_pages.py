"""A redline as a web page: insertions and deletions for the eye, without colour, and for the ear."""

import os
from pathlib import Path
from random import Random

import pytest
from lxml import html
from tests.html.axe import axe, found
from tests.html.browser import Browser
from tests.html.reading import said, written
from tests.laws.briefs import brief, every_brief, theme
from tests.redline.editions import edited
from tests.redline.notation import read
from tests.tools import require

from briefgen.document import Document
from briefgen.document.revisions import accepted, rejected
from briefgen.html import write
from briefgen.redline import revise

SEED = int(os.environ.get("BRIEFGEN_SEED", "7"))


def redline(number: int, seed: int = SEED) -> Document:
    briefs, random = every_brief(), Random(seed * 1_000_003 + number)
    old = brief(*briefs[number % len(briefs)])
    return revise(old, edited(old, random, random.choice((0.02, 0.1, 0.3))))


def without(data: bytes, gone: str) -> list[str]:
    """What the page says when one kind of change is taken out, and the other is as any text."""
    tree = html.document_fromstring(data.decode())
    for element in (*tree.iter(gone), *tree.find_class("unseen")):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter("ins", "del")):
        element.drop_tag()
    return said(html.tostring(tree, encoding="utf-8"))


def holds(redline: Document) -> None:
    data = write(redline, theme())
    assert without(data, "del") == written(accepted(redline))
    assert without(data, "ins") == written(rejected(redline))


def test_a_page_holds_both_editions() -> None:
    for number in range(8):
        holds(redline(number))


@pytest.mark.soak
def test_a_page_holds_both_editions_in_the_long_run() -> None:
    for number in range(200):
        holds(redline(number))


def test_changes_are_heard() -> None:
    old, new = read("The team may go."), read("The team may stay.\nIt is paid.")
    tree = html.document_fromstring(write(revise(old, new), theme()).decode())
    heard = [" ".join(p.text_content().split()) for p in tree.find(".//main").iter("p", "ins")]
    assert heard == [
        "The team may Deleted: go End of deletion. Inserted: stay End of insertion. .",
        "Inserted: stay End of insertion.",
        "Inserted: It is paid. End of insertion.",
        "It is paid.",
    ]


def test_changes_are_heard_in_french() -> None:
    old = brief("haiti-2022", "fr", "decision-note")
    page = write(revise(old, edited(old, Random(1), 0.2)), theme()).decode()
    assert "Ajout\u00a0:" in page and "Fin de la suppression." in page
    assert "End of insertion" not in page


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(tmp_path: Path, dark: bool) -> None:
    script = axe()
    (tmp_path / "redline.html").write_bytes(write(redline(0), theme()))
    with Browser(require("chromium"), tmp_path / "profile") as browser:
        browser.open(tmp_path / "redline.html", 1280, 900, dark=dark)
        assert found(browser, script) == []
