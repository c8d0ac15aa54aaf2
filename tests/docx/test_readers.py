"""What other programs read in a brief: headings, notes, tables and lists arrive as such."""

import io
import json
import subprocess
from collections import Counter
from pathlib import Path

import mammoth
import pytest
from docx2python import docx2python
from lxml import html
from sample import PAGES, body, brief, cell, head, said, word

from briefgen.document import Heading, Item, List, Note, NoteMark, Row, Table, plain
from briefgen.document.walk import headings
from briefgen.theme import Theme
from briefgen.writers import docx
from tools import require

HEADINGS = [(heading.level, plain(heading.content)) for heading in headings(brief())]


@pytest.fixture(scope="module")
def small(theme: Theme) -> bytes:
    """A heading, a note cited twice, a table, and a list within a list."""
    from msgspec.structs import replace

    inner = List((Item((body(said("inner")),)),))
    blocks = (
        Heading(1, (word("Gaps"),), "gaps"),
        body(said("first"), NoteMark(1, 1), said(" and again"), NoteMark(1, 2)),
        Table((), (head("a", "b"),), (Row((cell(said("c")), cell(said("d")))),)),
        List((Item((body(said("outer")), inner)), Item((body(said("next")),)))),
        List((Item((body(said("one")),)), Item((body(said("two")),))), ordered=True),
    )
    document = replace(brief(), blocks=blocks, notes=(Note(1, (said("the passage"),)),))
    return docx.write(document, theme, "a4", PAGES)


def test_mammoth(sample: bytes, small: bytes) -> None:
    page = html.fromstring(mammoth.convert_to_html(io.BytesIO(sample)).value)
    found = [(int(each.tag[1]), "".join(each.itertext()).strip()) for each in page.iter("h1", "h2", "h3", "h4")]
    assert [each for each in found if each in HEADINGS] == HEADINGS
    page = html.fromstring(mammoth.convert_to_html(io.BytesIO(small)).value)
    notes = ["".join(note.itertext()) for note in page.xpath("//ol/li[starts-with(@id, 'footnote')]")]
    assert [note.partition("↑")[0].strip() for note in notes] == ["the passage"]
    assert ["".join(each.itertext()) for each in page.xpath("//table//th")] == ["a", "b"]
    assert ["".join(each.itertext()) for each in page.xpath("//table//td")] == ["c", "d"]
    assert page.xpath("//ul/li/ul/li/text()") == ["inner"]
    assert page.xpath("//ol/li[not(@id)]/text()") == ["one", "two"]


def test_docx2python(small: bytes) -> None:
    with docx2python(io.BytesIO(small)) as read:
        said_in_notes = read.text.partition("footnote1)")[2]
        assert "the passage" in said_in_notes
        tables = [table for table in read.body if len(table) > 1]
        assert [[[" ".join(cell).strip() for cell in row] for row in table] for table in tables] == [
            [["a", "b"], ["c", "d"]]
        ]
        lines = read.text.splitlines()
    assert [line.replace("\t", "") for line in lines if line.lstrip("\t")[:2] in ("--", "1)", "2)")] == [
        "--outer", "--inner", "--next", "1)one", "2)two",
    ]  # fmt: skip


def test_python_docx(sample: bytes, small: bytes) -> None:
    from docx import Document

    read = Document(io.BytesIO(sample))
    found = [(int(p.style.name[-1]), p.text) for p in read.paragraphs if p.style.name.startswith("Heading ") and p.text]
    assert found == HEADINGS
    read = Document(io.BytesIO(small))
    assert [[c.text for c in row.cells] for row in read.tables[0].rows] == [["a", "b"], ["c", "d"]]
    styles = Counter(p.style.name for p in read.paragraphs)
    assert (styles["List Bullet"], styles["List Number"]) == (3, 2)


def test_pandoc(sample: bytes, small: bytes, tmp_path: Path) -> None:
    pandoc = require("pandoc")

    def blocks(data: bytes) -> list[dict[str, object]]:
        (tmp_path / "brief.docx").write_bytes(data)
        done = subprocess.run(
            [pandoc, "-t", "json", str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=120
        )
        read: list[dict[str, object]] = json.loads(done.stdout)["blocks"]
        return read

    found = [(each["c"][0], _text(each["c"][2])) for each in blocks(sample) if each["t"] == "Header"]
    assert found == HEADINGS
    read = blocks(small)
    kinds = [each["t"] for each in read]
    assert kinds == ["Header", "Para", "Table", "BulletList", "OrderedList"]
    notes = [each for each in _walk(read) if isinstance(each, dict) and each.get("t") == "Note"]
    assert [_text(note["c"]).strip() for note in notes] == ["the passage"]
    inner = [each for each in _walk(read[3]["c"]) if isinstance(each, dict) and each.get("t") == "BulletList"]
    assert len(inner) == 1


def _walk(value: object) -> list[object]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(each for one in inner for each in _walk(one))]


def _text(value: object) -> str:
    return "".join(
        str(each["c"]) if each.get("t") == "Str" else " "
        for each in _walk(value)
        if isinstance(each, dict) and each.get("t") in ("Str", "Space", "SoftBreak")
    )
