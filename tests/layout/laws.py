"""The laws of pages: each takes a document and its pages, and asserts what must hold."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from unicodedata import normalize

from tests.layout.reading import ancestors, lines, repeated, said, solid

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Card,
    Columns,
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
    TitleBlock,
    plain,
)
from briefgen.document.anchors import with_notes_first
from briefgen.document.walk import texts, walk
from briefgen.fonts import INVISIBLE
from briefgen.layout import Page, Pages, PlacedChart, PlacedImage, TextLine
from briefgen.layout.compose.composer import anchors_of
from briefgen.layout.tables import TALLEST_HEAD
from briefgen.theme import Theme

Law = Callable[[Theme, Document, Pages], None]

NEAR = 0.05
"""Points."""

HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}


def nothing_leaves_its_page_or_lies_on_something_else(theme: Theme, document: Document, pages: Pages) -> None:
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


def every_character_is_placed_once(theme: Theme, document: Document, pages: Pages) -> None:
    found = Counter(
        char
        for page in pages
        for line in lines(page)
        if not {"Lbl", "TOC"} & set(ancestors(pages, line.element))
        for run in line.runs
        if not run.style.rise and not run.style.page_of
        for char in normalize("NFC", run.unicode or run.text)
        if visible(char)
    )
    expected = Counter(char for text in written(document, pages) for char in normalize("NFC", text) if visible(char))
    # Differences first: a comparison of the whole takes minutes to print.
    assert found - expected == Counter()
    assert expected - found == Counter()


def a_note_begins_on_the_page_of_its_first_mark(theme: Theme, document: Document, pages: Pages) -> None:
    first: dict[str, tuple[int, int]] = {}
    for number, page in enumerate(pages, 1):
        for line in lines(page):
            if "Note" in ancestors(pages, line.element):
                continue
            for run in line.runs:
                if run.style.rise and (name := run.style.target.removeprefix("#")):
                    # In the order of reading: of cells side by side, the first may go on where the second has ended.
                    first[name] = min(first.get(name, (line.element, number)), (line.element, number))
    assert {name: pages.places[name].page for name in first} == {name: page for name, (_, page) in first.items()}


def content_stands_in_reading_order(theme: Theme, document: Document, pages: Pages) -> None:
    for page in pages:
        elements = [box.element for box in solid(page) if box.element >= 0]
        assert elements == sorted(elements)


def no_heading_is_the_last_thing_on_a_page(theme: Theme, document: Document, pages: Pages) -> None:
    """But on the last page, where headings and titles fill the page, and in the cells of a row higher than a page. A
    picture is something, too."""
    bodies = [body(pages, page) for page in pages]
    last = max((number for number, found in enumerate(bodies) if found), default=0)
    titles = {squeezed(plain(title)) for title in titled(document.blocks)}
    spoken: dict[int, str] = {}
    for line in chain.from_iterable(bodies):
        words = "".join(run.unicode or run.text for run in line.runs if not run.style.rise)
        spoken[line.element] = spoken.get(line.element, "") + squeezed(words)
    for page, found in list(zip(pages, bodies, strict=True))[:last]:
        heads = [pages.elements[line.element].tag in HEADINGS for line in found]
        if found and heads[-1] and not {"TD", "TH"} & set(ancestors(pages, found[-1].element)):
            filled = sum(head or spoken[line.element] in titles for head, line in zip(heads, found, strict=True))
            shown = any(box.y > found[-1].y for box in solid(page) if not isinstance(box, TextLine))
            assert filled > len(heads) / 2 or shown, said(found[-1])


def the_head_of_a_table_stands_on_each_of_its_pages(theme: Theme, document: Document, pages: Pages) -> None:
    """Of each table that does not stand in the cell of another or in a column (a `Div` in a `Div`), if its head is low
    enough to be repeated, with all that stands in its cells. Groups of columns, each of which begins with the first row
    anew, have a head each, some without a word: of these, the one is looked at whose head alone has words."""
    heads: dict[int, list[tuple[int, TextLine | PlacedImage | PlacedChart]]] = {}
    first_rows: dict[int, dict[int, int]] = {}
    for number, page in enumerate(pages):
        for box in solid(page):
            path = list(lineage(pages, box.element))
            tags = [pages.elements[element].tag for element in path]
            in_column = ("Div", "Div") in pairwise(tags)
            if "Table" not in tags or "Note" in tags or in_column:
                continue
            within = len(tags) - tags[::-1].index("Table") - 1
            table = path[within]
            if tags[within - 1] == "THead":
                heads.setdefault(table, []).append((number, box))
            elif tags[within - 1] == "TBody":
                rows = first_rows.setdefault(table, {})
                rows[number] = min(rows.get(number, box.element), path[within - 2])
    for table, head in heads.items():
        words = {said(box).strip() for _, box in head if isinstance(box, TextLine)}
        top, bottom = min(box.y for _, box in head), max(box.y + box.height for _, box in head)
        own = head[0][0]
        low = bottom - top <= pages[own].height * TALLEST_HEAD * 0.6
        if not words or not low or any(number != own for number, _ in head):
            continue
        last = -1
        for number, row in first_rows.get(table, {}).items():
            if number > own and row < last:
                break
            assert number <= own or words & {said(line).strip() for line in repeated(pages[number])}
            last = row


LAWS: tuple[Law, ...] = (
    nothing_leaves_its_page_or_lies_on_something_else,
    every_character_is_placed_once,
    a_note_begins_on_the_page_of_its_first_mark,
    content_stands_in_reading_order,
    no_heading_is_the_last_thing_on_a_page,
    the_head_of_a_table_stands_on_each_of_its_pages,
)


def said_of(box: object) -> str:
    return said(box) if isinstance(box, TextLine) else "a picture"


def visible(char: str) -> bool:
    return not char.isspace() and char not in INVISIBLE


def lineage(pages: Pages, element: int) -> Iterator[int]:
    """An element and those around it."""
    while element >= 0:
        yield element
        element = pages.elements[element].parent


def body(pages: Pages, page: Page) -> list[TextLine]:
    """The lines of the text, without notes, from the top down."""
    found = [line for line in lines(page) if "Note" not in ancestors(pages, line.element)]
    return sorted(found, key=lambda line: line.y)


def written(document: Document, pages: Pages) -> Iterator[str]:
    """The words that must stand on the pages: of the text, of captions' labels, and of the notes that are set."""
    document = with_notes_first(document)
    anchors = anchors_of(document).all
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


def titled(blocks: Blocks) -> Iterator[Inlines]:
    """What stands over other words, and with them, without being a heading: of title blocks and callouts."""
    for block in walk(blocks):
        match block:
            case TitleBlock(kind=kind, question=question):
                yield from (kind, question)
            case Callout(title=title) | Card(title=title):
                yield title
            case _:
                pass


def squeezed(text: str) -> str:
    """What can be seen of it."""
    return "".join(char for char in normalize("NFC", text) if visible(char))


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
        case Callout(blocks=blocks) | Card(blocks=blocks) | Quotation(blocks=blocks):
            yield from blocks
        case Columns(cells=cells):
            for cell in cells:
                yield from cell.blocks
        case Contents() | _:
            pass
