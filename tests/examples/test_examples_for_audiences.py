"""Both examples for those who see least and for those who see most of what is not for all: the files meet the standards
of their formats, and nothing withheld is in them, as other programs read them."""

import re
import subprocess
import unicodedata
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeAlias

import pytest
from tests.docx.open_xml_sdk import findings
from tests.html.axe import axe, found
from tests.html.browser import Browser
from tests.release.extracted import extracted
from tests.tools import require
from tests.use_cases import reported
from tests.validators.vera import faults

from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.prepare import Prepared, prepare
from briefgen.commands.render import produce
from briefgen.io.filesystem import World, shipped
from briefgen.model.scenario import Scenario
from briefgen.release.serialise import serialise

pytestmark = pytest.mark.slow

Brief: TypeAlias = tuple[str, str, str]
"""Scenario, audience and language."""
LEAST: Brief = ("haiti-2022", "public", "es")
"""The one that CI looks at; `make matrix` looks at all."""
BRIEFS: tuple[Brief, ...] = tuple(
    (name, audience, lang)
    for name, audiences in (
        ("haiti-2022", ("public", "officials")),
        ("kelmouth-2026", ("public", "partners", "council")),
    )
    for audience in audiences
    for lang in ("en", "fr", "es")
)
each_brief = pytest.mark.parametrize(
    "of", [pytest.param(of, id="-".join(of), marks=() if of == LEAST else pytest.mark.matrix) for of in BRIEFS]
)
FORMATS: tuple[Format, ...] = ("pdf", "docx", "html")
_TOGETHER = 4
"""Words in a row that are an author's own."""


@cache
def made(of: Brief) -> tuple[Prepared, dict[Format, bytes]]:
    """A brief and its files."""
    name, audience, lang = of
    world, order = World(shipped("scenarios")), RenderOptions(FORMATS, audience=audience, lang=lang)
    prepared, _ = reported(prepare, world, Path(name, "scenario.yaml"), order)
    assert prepared is not None
    data, told = reported(produce, world, prepared, order)
    assert [each.message for each in told if each.severity == "error"] == []
    return prepared, dict(data)


def rows(text: str, apart: str = "\n") -> set[str]:
    """Words in a row, from stretches that do not go on in each other."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    out: set[str] = set()
    for stretch in plain.split(apart):
        words = re.findall(r"\w+", stretch)
        out.update(" ".join(words[at : at + _TOGETHER]) for at in range(len(words) - _TOGETHER + 1))
    return out


def texts(scenario: Scenario) -> str:
    """All that it says."""
    return "\n".join(data.decode() for data in serialise(scenario).values())


def withheld(whole: Scenario, released: Scenario) -> set[str]:
    """Words in a row of its sentences that are nowhere in a row in what is released, be it from one sentence into the
    next; where one ends, another may begin in a brief."""
    sentences = re.sub(r"(?<=[.!?:;…])\s+", "\n", texts(whole))
    return rows(sentences) - rows(texts(released))


def said(data: bytes) -> set[str]:
    """What a file holds, whatever stands on which line; a PDF as its lines are read one after the other, too."""
    out = rows(extracted(data), "\0")
    if data.startswith(b"%PDF"):
        with NamedTemporaryFile(suffix=".pdf") as file:
            file.write(data)
            file.flush()
            run = subprocess.run([require("pdftotext"), file.name, "-"], capture_output=True, check=True)
        out |= rows(run.stdout.decode(), "\0")
    return out


@each_brief
def test_nothing_withheld_is_in_a_file(of: Brief) -> None:
    """By words in a row that stand in the whole scenario and nowhere in what is released."""
    prepared, data = made(of)
    gone = withheld(prepared.whole, prepared.loaded.scenario)
    assert len(gone) > 20 or of[1] in ("officials", "council")
    assert {form: sorted(gone & said(each)) for form, each in data.items()} == {form: [] for form in FORMATS}


def test_what_is_withheld_would_be_found() -> None:
    """In each format of the brief for those who may see it."""
    name, _, lang = LEAST
    few, all_ = made((name, "officials", lang)), made(LEAST)
    gone = withheld(few[0].loaded.scenario, all_[0].loaded.scenario)
    assert all(gone & said(each) for each in few[1].values())


@pytest.mark.matrix
def test_each_pdf_meets_ua_1_and_a_3a() -> None:
    assert faults({f"{'-'.join(of)}.pdf": made(of)[1]["pdf"] for of in BRIEFS}) == {}


@each_brief
def test_the_open_xml_sdk_finds_nothing(of: Brief, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(made(of)[1]["docx"])
    assert findings(file) == []


@each_brief
def test_axe_finds_nothing(of: Brief, tmp_path: Path) -> None:
    page, script = tmp_path / "paper.html", axe()
    page.write_bytes(made(of)[1]["html"])
    with Browser(require("chromium"), tmp_path / "profile") as browser:
        browser.open(page, 1280, 900)
        assert found(browser, script) == []
