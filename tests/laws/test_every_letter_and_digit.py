"""Every letter and digit of a field of prose is in the brief, wherever its template prints it, and in every format."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.html.reading import said, written
from tests.laws.briefs import TEMPLATES, theme
from tests.laws.trial import every_format_says_the_same
from tests.pdf.structure import _content as content_of
from tests.pdf.structure import _kids as kids_of
from tests.scenarios import Leaf, as_yaml, filled, leaves, tree
from tests.use_cases import document
from tests.word_files import xml_parts

from briefgen.commands.render import write
from briefgen.document import Blocks, Callout, Card, Columns, Document, List, Quotation, Table, plain
from briefgen.document.walk import texts
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.markup.model import Prose
from briefgen.markup.parse import as_inlines, parse
from briefgen.markup.plain import joined
from briefgen.model.read import load
from briefgen.ooxml.tags import w

PIECES = {
    "\n\n2027.\n\n": "2027",
    "\n\n1986. A great year.\n\n": "1986Agreatyear",
    "\n\n1986. War.\n1990. Peace.\n\n": "1986War1990Peace",
    "\n\n1. one 11\n2. two 22\n\n": "1one112two22",
    "\n\n1. one\n1. two\n1. three\n\n": "1one2two3three",
    "\n\n7) x\n8) y\n\n": "7x8y",
    "\n\n3. c\n3. d\n9. e\n\n": "3c3d9e",
    "\n\n100000. many\n\n": "100000many",
    "\n\n1. a\n2.\n3. b\n\n": "1a23b",
    "\n\n- a 5\n- b 6\n  1. c\n  2. d\n\n": "a5b61c2d",
    "\n\n" + "- " * 6 + "x 1\n\n": "x1",
    "\n\n# Heading 4\n\n": "Heading4",
    "\n\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n\n": "1234",
    "\n\n    code 5\n\n": "code5",
    "\n\n* * *\n\n": "",
    "[words 4](https://example.org/9)": "words4",
    "**bold 9** *x1*": "bold9x1",
    "[s 2]{.judgement}": "s2",
    " in\n2027. It rains. ": "in2027Itrains",
    " 12 % of £3.50 ": "12of350",
    **{each: each for each in ("0123456789", "2022-10-28", "1e3", "0o17", "[1, 2", "x #3", "{0}", "^1", "%PDF-1.7")},
}
"""Markdown, and what a reader has to find of it."""
WHOLE = re.compile(r"w(\d+)w((?:(?!w\d+w).)*?)z\1z")
"""A field in the text of a brief, by its first and its last word."""


def bare(text: str) -> str:
    """The letters and digits of a text."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("number", range(3))
def test_in_every_template_and_format(number: int, template: str, tmp_path: Path) -> None:
    random = Random(f"digits {number}")
    shape = tree(random)
    fields = list(leaves(shape))
    pieces = {leaf: random.sample(sorted(PIECES), random.randint(1, 2)) for leaf in fields if leaf.kind == "prose"}
    wanted = {str(at): bare("".join(PIECES[each] for each in pieces.get(leaf, ()))) for at, leaf in enumerate(fields)}

    def words(leaf: Leaf) -> str:
        at = fields.index(leaf)
        return f"w{at}w {' '.join(pieces.get(leaf, ()))} z{at}z"

    (tmp_path / "scenario.yaml").write_text(as_yaml(filled(shape, words)), encoding="utf-8")
    loaded, faults = load(World(tmp_path), Path("scenario.yaml"))
    assert loaded is not None, faults
    option = loaded.scenario.options[0].id if template == "option-note" else ""
    made, findings = document(World(tmp_path), loaded, template, load_locale("en"), "en", option)
    assert made is not None, findings
    if template != "evidence-annex":  # which shows the sentences of a field one by one
        shown = WHOLE.findall(bare(" ".join(printed(made.blocks))))
        assert len(shown) > 3
        assert [(at, said) for at, said in shown if said != wanted[at]] == []
    in_every_format(made)


def in_every_format(made: Document) -> None:
    files = write(made, theme(), "a4", ("docx", "pdf", "native", "html"))
    every_format_says_the_same(made, files)
    assert said(files["html"]) == written(made)
    numbers = list(numbers_of(made.blocks))
    assert numbers_of_html(files["html"]) == numbers
    assert numbers_of_docx(files["docx"]) == numbers
    assert numbers_of_pdf(files["pdf"]) == numbers


def printed(blocks: Blocks) -> Iterator[str]:
    """The text of a brief with the numbers of its lists, in reading order."""
    for block in blocks:
        match block:
            case List(items=items):
                for number, item in enumerate(items, block.start):
                    yield str(number) if block.ordered and not item.label else ""
                    yield from printed(item.blocks)
            case Callout(blocks=inner) | Card(blocks=inner) | Quotation(blocks=inner):
                yield from printed(inner)
            case Columns(cells=cells):
                for cell in cells:
                    yield from printed(cell.blocks)
            case Table():
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        yield from printed(cell.blocks)
            case _:
                yield from map(plain, texts(block))


def numbers_of(blocks: Blocks) -> Iterator[int]:
    """The numbers of lists, those of the notes aside, in reading order."""
    for block in blocks:
        match block:
            case List(items=items):
                for number, item in enumerate(items, block.start):
                    if block.ordered and not block.role and not item.label:
                        yield number
                    yield from numbers_of(item.blocks)
            case Callout(blocks=inner) | Card(blocks=inner) | Quotation(blocks=inner):
                yield from numbers_of(inner)
            case Columns(cells=cells):
                for cell in cells:
                    yield from numbers_of(cell.blocks)
            case Table():
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        yield from numbers_of(cell.blocks)
            case _:
                pass


def numbers_of_html(data: bytes) -> list[int]:
    """As a browser counts."""
    items = html.document_fromstring(data.decode()).xpath(
        "//li[parent::ol[not(@class)]][not(span[@class='item-label'])]"
    )
    return [
        int(item.getparent().get("start", "1")) + len(item.xpath("preceding-sibling::li"))
        for item in items
        if not item.xpath("ancestor::nav")
    ]


def numbers_of_docx(data: bytes) -> list[int]:
    """As Word counts: each numbered list has a number of its own, which says where it starts."""
    parts = xml_parts(data)
    numbering = parts["word/numbering.xml"]
    starts = {
        each.get(w("numId")): {
            level.get(w("ilvl")): int(level.find(w("startOverride")).get(w("val")))
            for level in each.iter(w("lvlOverride"))
        }
        for each in numbering.iter(w("num"))
    }
    out, counted = [], dict[tuple[str, str], int]()
    for place in parts["word/document.xml"].iter(w("numPr")):
        key = place.find(w("numId")).get(w("val")), place.find(w("ilvl")).get(w("val"))
        if key[1] in starts[key[0]]:
            counted[key] = counted.get(key, starts[key[0]][key[1]] - 1) + 1
            out.append(counted[key])
    return out


def numbers_of_pdf(data: bytes) -> list[int]:
    """The labels of list items, as a reader program says them."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        content = content_of(opened)
        labels = list(_labels(opened.Root.StructTreeRoot.K, None, content))
    return [int(found[1]) for label in labels if (found := re.fullmatch(r"(\d+)\.", label.strip()))]


def _labels(element: pikepdf.Object, page: pikepdf.Object | None, content: dict[object, str]) -> Iterator[str]:
    page = element.get("/Pg", page)
    within = str(element.S)
    if within in ("/Note", "/TOC", "/Figure"):
        return
    own = ""
    for kid in kids_of(element):
        if isinstance(kid, int):
            own += content[page.objgen, kid]
        elif kid.get("/Type") == "/MCR":
            own += content[kid.get("/Pg", page).objgen, int(kid.MCID)]
        elif kid.get("/Type") != "/OBJR":
            yield from _labels(kid, page, content)
    if within == "/Lbl":
        yield own


MARKERS = ["2. ", "3. ", "7) ", "22. ", "1986. ", "1987. ", "2027.", "100000. ", "- ", "* ", "+ ", "-", "2."]
WORDS = [
    "a",
    "b3",
    "4",
    " 5 ",
    "\n",
    "\n\n",
    "\n  ",
    "\n   ",
    "    ",
    "*",
    "**",
    "_",
    "`",
    "|",
    "# ",
    "> ",
    "---",
    ". ",
]
lists = st.tuples(
    st.sampled_from(["", "1. ", "1.", "- 1) "]), st.lists(st.sampled_from([*MARKERS, *MARKERS, *WORDS]), max_size=14)
).map(lambda parts: parts[0] + "".join(parts[1]))
"""Lists, nearly lists and no lists, in which a 1 begins one item at most: of several, Markdown counts."""


@given(lists)
def test_reading_loses_no_letter_and_no_digit(text: str) -> None:
    nothing_is_lost(text)


def nothing_is_lost(text: str) -> None:
    blocks = parse(Prose("p", "factual", {"en": text}), "en").blocks
    assert bare("".join(printed(blocks))) == bare(text)
    assert bare(plain(as_inlines(joined(blocks)))) == bare(text)
