"""What other programs read in a brief: headings, notes, tables and lists arrive as such."""

import io
import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import mammoth
import pytest
from docx2python import docx2python
from lxml import etree, html
from tests.docx.sample import PAGES, body, brief, cell, head, said, word
from tests.docx.test_validators import converted, pdf
from tests.tools import require
from tests.word_files import read_texts

from briefgen import docx
from briefgen.document import Caption, Heading, Item, Link, List, Note, NoteMark, Row, Table, plain
from briefgen.document.walk import headings
from briefgen.theme import Theme

ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
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


def test_docx2python_headings(sample: bytes) -> None:
    with docx2python(io.BytesIO(sample), html=True) as read:
        found = re.findall(r"<h([1-4])>(.*?)</h\1>", "\n".join(read.text.splitlines()))
    assert [(int(level), re.sub("<[^>]*>", "", text)) for level, text in found] == HEADINGS


def test_python_docx(sample: bytes, small: bytes) -> None:
    from docx import Document

    read = Document(io.BytesIO(sample))
    found = [(int(p.style.name[-1]), p.text) for p in read.paragraphs if p.style.name.startswith("Heading ") and p.text]
    assert found == HEADINGS
    read = Document(io.BytesIO(small))
    assert [[c.text for c in row.cells] for row in read.tables[0].rows] == [["a", "b"], ["c", "d"]]
    styles = Counter(p.style.name for p in read.paragraphs)
    assert (styles["List Bullet"], styles["List Number"]) == (3, 2)


@pytest.fixture
def referring(theme: Theme, tmp_path: Path) -> Path:
    """A sentence that names a table before it comes."""
    from msgspec.structs import replace

    table = Table((), (head("a"),), (Row((cell(said("c")),)),), Caption("Table 2", (said("What"),)), (), "what")
    blocks = (body(said("As "), Link((said("Table 2"),), "#what"), said(" shows, c follows.")), table)
    path = tmp_path / "referring.docx"
    path.write_bytes(docx.write(replace(brief(), blocks=blocks, notes=()), theme, "a4"))
    return path


def _by_python_docx(file: Path) -> str:
    from docx import Document

    return "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)


def _by_docx2python(file: Path) -> str:
    with docx2python(file) as read:
        text: str = read.text
        return text


def _by_mammoth(file: Path) -> str:
    with file.open("rb") as stream:
        text: str = mammoth.extract_raw_text(stream).value
        return text


def _by_pandoc(file: Path) -> str:
    return subprocess.run(
        [require("pandoc"), "-t", "plain", "--wrap=none", str(file)], check=True, capture_output=True, text=True
    ).stdout


def _by_libreoffice(file: Path) -> str:
    made = pdf(file, file.parent)
    return subprocess.run([require("pdftotext"), str(made), "-"], check=True, capture_output=True, text=True).stdout


def _by_ourselves(file: Path) -> str:
    return "\n".join(text for _, text in read_texts(file.read_bytes()))


@pytest.mark.parametrize(
    "read", [_by_ourselves, _by_python_docx, _by_docx2python, _by_mammoth, _by_pandoc, _by_libreoffice]
)
def test_a_sentence_that_names_a_table_is_read_whole(referring: Path, read: Callable[[Path], str]) -> None:
    """LibreOffice counts the caption itself, and takes the words from it, as Word does when fields are updated."""
    text = " ".join(read(referring).split())
    assert text.count("As Table 2 shows, c follows.") == 1
    assert "Table 2 What" in text


def test_libreoffice(sample: bytes, small: bytes, tmp_path: Path) -> None:
    """As it saves them in its own format."""

    def body(data: bytes) -> etree._Element:
        (tmp_path / "brief.docx").write_bytes(data)
        made = converted(tmp_path / "brief.docx", tmp_path, "fodt")
        return etree.parse(made).getroot().find(".//office:text", ODF)  # type: ignore[return-value]

    def texts(root: etree._Element, path: str) -> list[str]:
        return ["".join(each.itertext()).strip() for each in root.iterfind(path, ODF)]

    found = [
        (int(each.get(f"{{{ODF['text']}}}outline-level", "0")), "".join(each.itertext()))
        for each in body(sample).iterfind(".//text:h", ODF)
    ]
    assert found == HEADINGS
    read = body(small)
    assert texts(read, ".//text:note/text:note-body") == ["the passage"]
    assert texts(read, ".//table:table-header-rows//table:table-cell") == ["a", "b"]
    assert texts(read, "table:table/table:table-row/table:table-cell") == ["c", "d"]
    assert texts(read, "text:list/text:list-item/text:p") == ["outer", "next", "one", "two"]
    assert texts(read, "text:list/text:list-item/text:list/text:list-item/text:p") == ["inner"]


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
