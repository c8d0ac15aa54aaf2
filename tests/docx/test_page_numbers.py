"""The numbers in the contents of the DOCX, beside the pages on which LibreOffice sets its headings."""

import io
import re
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from tests.tools import require

from briefgen.cli.app import app
from briefgen.commands.render import pages_of
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World, shipped
from briefgen.ooxml.tags import W, w

EXAMPLES = ("haiti-2022", "kelmouth-2026", "starter")


def told(docx: bytes) -> dict[str, int]:
    """Bookmark → the page that the contents or a reference says it is on."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    out = {}
    for code in root.iter(w("instrText")):
        if found := re.match(r" PAGEREF (\w+) ", code.text or ""):
            after = code.xpath("following::w:t[1]/text()", namespaces={"w": W})
            out[found[1]] = int(after[0])
    return out


def found(docx: bytes) -> dict[str, int]:
    """Bookmark → the page on which LibreOffice sets it."""
    pdf = World.here().laid_out(docx)
    assert not isinstance(pdf, Diagnostic), pdf
    return pages_of(pdf, {name: name for name in told(docx)})


def rendered(tmp_path: Path, example: str, *more: str) -> bytes:
    render(tmp_path, example, "docx", more=more)
    return (tmp_path / f"{example}.docx").read_bytes()


def render(folder: Path, example: str, *formats: str, more: tuple[str, ...] = ()) -> None:
    asked = [word for form in formats for word in ("--to", form)]
    words = ["render", str(shipped("scenarios") / example), *asked, "--out", str(folder), *more]
    result = CliRunner().invoke(app, words, prog_name="briefgen")
    assert result.exit_code == 0, result.stderr


each_example = pytest.mark.parametrize(
    "example", [pytest.param(one, marks=() if one == "kelmouth-2026" else pytest.mark.matrix) for one in EXAMPLES]
)


@pytest.mark.slow
@each_example
def test_they_are_at_most_one_page_off_with_the_same_fonts(tmp_path: Path, example: str) -> None:
    require("soffice")
    docx = rendered(tmp_path, example, "--embed-fonts")
    pages = found(docx)
    assert {name: (page, pages[name]) for name, page in told(docx).items() if abs(page - pages[name]) > 1} == {}


@pytest.mark.slow
@each_example
def test_they_are_exact_where_libreoffice_is_asked(tmp_path: Path, example: str) -> None:
    require("soffice")
    docx = rendered(tmp_path, example, "--paginate-with", "soffice")
    assert told(docx) == found(docx)


def test_a_brief_in_both_formats_is_composed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    composed = []
    paginate = import_module("briefgen.layout.paginate")
    compose = paginate.compose_document

    def compose_document(composer: object) -> object:
        composed.append(composer)
        return compose(composer)

    monkeypatch.setattr(paginate, "compose_document", compose_document)
    made = {}
    for formats in (("docx", "pdf"), ("docx",), ("pdf",)):
        folder = tmp_path / "-".join(formats)
        render(folder, "starter", *formats)
        made[formats] = {file.suffix: file.read_bytes() for file in folder.iterdir() if file.suffix}
        assert len(composed) == 1
        composed.clear()
    assert made["docx", "pdf"] == made["docx",] | made["pdf",]


def test_without_libreoffice_that_is_said_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    words = [
        "render",
        str(shipped("scenarios") / "starter"),
        "--out",
        str(tmp_path / "out"),
        "--paginate-with",
        "soffice",
    ]
    result = CliRunner().invoke(app, words, prog_name="briefgen")
    assert result.exit_code != 0
    assert "[no-libreoffice]" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_program_that_fails_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 3\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = World.here().laid_out(b"")
    assert isinstance(answer, Diagnostic) and answer.code == "libreoffice-failed"
