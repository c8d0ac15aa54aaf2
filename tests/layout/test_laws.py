"""What holds for every document, whatever an author wrote."""

from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

from hypothesis import HealthCheck, Phase, given, settings
from tests.layout.reading import ancestors, lines, said, solid
from tests.strategies import documents

from briefgen.document import (
    Block,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    Inlines,
    Link,
    List,
    NoteMark,
    Paged,
    Quotation,
    Reference,
    Run,
    Table,
    plain,
)
from briefgen.document.anchors import with_notes_first
from briefgen.document.walk import texts
from briefgen.fonts import INVISIBLE
from briefgen.layout import Line, Pages, paginate
from briefgen.layout.compose.anchors import anchors_of
from briefgen.theme import PAPERS, Theme

law = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)

NEAR = 0.05
"""Points."""


@law
@given(documents())
def test_nothing_leaves_its_page_or_lies_on_something_else(theme: Theme, document: Document) -> None:
    pages = paginate(document, theme)
    for page in pages:
        boxes = sorted(solid(page), key=lambda box: box.y)
        for box in boxes:
            assert box.x >= -NEAR and box.x + box.width <= page.width + NEAR
            assert box.y >= theme.page.top - NEAR and box.y + box.height <= page.height - theme.page.bottom + NEAR
        for index, above in enumerate(boxes):
            for below in boxes[index + 1 :]:
                if below.y >= above.y + above.height - NEAR:
                    break
                apart = below.x >= above.x + above.width - NEAR or above.x >= below.x + below.width - NEAR
                assert apart, (said_of(above), said_of(below))


@law
@given(documents())
def test_every_character_is_placed_once(theme: Theme, document: Document) -> None:
    pages = paginate(document, theme)
    found = Counter(
        char
        for page in pages
        for line in lines(page)
        if not {"Lbl", "TOC"} & set(ancestors(pages, line.element))
        for piece in line.pieces
        if not piece.look.rise and not piece.look.page_of
        for char in normalize("NFC", piece.meaning or piece.text)
        if visible(char)
    )
    texts = written(document, pages)
    expected = Counter(char for text in texts for char in normalize("NFC", text) if visible(char))
    # Differences first: a comparison of the whole takes minutes to print.
    assert found - expected == Counter()
    assert expected - found == Counter()


@law
@given(documents())
def test_a_note_begins_on_the_page_of_its_first_mark(theme: Theme, document: Document) -> None:
    pages = paginate(document, theme)
    first: dict[str, tuple[int, int]] = {}
    for number, page in enumerate(pages, 1):
        for line in lines(page):
            if "Note" in ancestors(pages, line.element):
                continue
            for piece in line.pieces:
                if piece.look.rise and (name := piece.look.target.removeprefix("#")):
                    # In the order of reading: of cells side by side, the first may go on where the second has ended.
                    first[name] = min(first.get(name, (line.element, number)), (line.element, number))
    assert {name: pages.places[name].page for name in first} == {name: page for name, (_, page) in first.items()}


@law
@given(documents())
def test_content_stands_in_reading_order(theme: Theme, document: Document) -> None:
    for page in paginate(document, theme):
        elements = [box.element for box in solid(page) if box.element >= 0]
        assert elements == sorted(elements)


@law
@given(documents())
def test_the_same_document_gives_the_same_pages(theme: Theme, document: Document) -> None:
    first, second = paginate(document, theme), paginate(document, theme)
    same = repr(first) == repr(second)
    assert same


@law
@given(documents())
def test_letter_paper_holds_the_same_words(theme: Theme, document: Document) -> None:
    pages = paginate(document, theme, "letter")
    assert (pages.width, pages.height) == PAPERS["letter"]
    words = "".join("".join(said(line) for line in lines(page)) for page in pages)
    other = "".join("".join(said(line) for line in lines(page)) for page in paginate(document, theme))
    one, two = Counter(filter(str.isalpha, words)), Counter(filter(str.isalpha, other))
    assert (one - two, two - one) == (Counter(), Counter())


def said_of(box: object) -> str:
    return said(box) if isinstance(box, Line) else "a picture"


def visible(char: str) -> bool:
    return not char.isspace() and char not in INVISIBLE


def written(document: Document, pages: Pages) -> Iterator[str]:
    """The words that must stand on the pages: of the text, of captions' labels, and of the notes that are set."""
    document = with_notes_first(document)
    anchors = anchors_of(document)
    for block in document.blocks:
        if isinstance(block, Heading) and not plain(block.content).strip():
            continue
        for inlines in texts(block):
            yield from words(inlines, anchors)
        yield from labels(block)
    set_at_the_foot = {element.key for element in pages.elements}
    for note in document.notes:
        if f"note-{note.number}" in set_at_the_foot:
            yield from words(note.content, anchors)


def words(inlines: Inlines, anchors: frozenset[str]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Run(text=text):
                yield text
            case Link(content=content):
                yield from (run.text for run in content)
            case Reference(target=target, text=text):
                if target not in anchors:
                    yield text
            case Paged(with_pages=paged):
                yield from words(paged, anchors)
            case NoteMark():
                pass
            case _:
                pass


def labels(block: Block) -> Iterator[str]:
    match block:
        case Table() | Figure():
            if block.caption:
                yield block.caption.label
        case _:
            pass
    for inner in inside(block):
        yield from labels(inner)


def inside(block: Block) -> Iterator[Block]:
    match block:
        case List(items=items):
            for item in items:
                yield from item.blocks
        case Table():
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    yield from cell.blocks
        case Callout(blocks=blocks) | Quotation(blocks=blocks):
            yield from blocks
        case Contents() | _:
            pass
