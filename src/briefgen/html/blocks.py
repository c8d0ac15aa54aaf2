"""Blocks → the content of `main`, with the contents and the notes."""

from typing import assert_never

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
    Item,
    List,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    TitleBlock,
    plain,
)
from briefgen.document.anchors import citation, note
from briefgen.document.grid import shares
from briefgen.document.walk import ContentsEntry, contents_entries, note_marks
from briefgen.html.context import Flow, PageContext
from briefgen.html.inlines import inlines, revised
from briefgen.html.markup import NOTHING, Markup, element, escaped, joined, lines
from briefgen.html.tables import figure, table


def callout(block: Callout | Card, context: PageContext, flow: Flow) -> Markup:
    """A box with its title as a heading, where it has one."""
    box = "callout" if isinstance(block, Callout) else "card"
    title, name = NOTHING, None
    if plain(block.title).strip():
        name = context.own_id(box)
        title = element(f"h{next_level(context)}", inlines(block.title, context), id=name, class_=f"{box}-title")
    elif block.title:
        title = element("p", inlines(block.title, context))
    context.level += 1
    inside = flow(block.blocks, context)
    context.level -= 1
    role = "note" if block.kind == "remark" else None
    return element("section", lines((title, inside)), class_=f"{box} {block.kind}", role=role, aria_labelledby=name)


# Headings. The page's title is the first level, so that a heading of level 1 is an `h2`.

_MAX_LEVEL = 6


def heading(block: Heading, context: PageContext) -> Markup:
    """A heading, one level below the current one. Without text it is only a link target."""
    at = context.id(block.anchor)
    if not plain(block.content).strip():
        class_name = "deleted-heading" if block.revision == "deleted" else None
        return element("div", inlines(block.content, context), id=at, class_=class_name)
    context.heading = at or context.own_id("heading")
    return element(f"h{next_level(context)}", inlines(block.content, context), id=context.heading)


def next_level(context: PageContext) -> int:
    """The level below the current heading."""
    return min(context.level + 1, _MAX_LEVEL)


# Blocks side by side, one below the other on a phone.


def columns(block: Columns, context: PageContext, flow: Flow) -> Markup:
    """A cell for each; the widths are classes, since the page allows no styles of elements."""
    cells = []
    for cell, part in zip(block.cells, shares(block), strict=True):
        percent = max(round(100 * part), 1)
        context.shares.add(percent)
        cells.append(element("div", flow(cell.blocks, context), class_=f"column w{percent}"))
    return element("div", lines(cells), class_=f"columns {block.gap}")


# Block quotations with their attribution.


def quotation(block: Quotation, context: PageContext, flow: Flow) -> Markup:
    """A quotation. Its attribution is a caption, since it is not part of the quoted text."""
    passage = element("blockquote", flow(block.blocks, context))
    if not block.attribution:
        return passage
    caption = element("figcaption", inlines(block.attribution, context), class_="attribution")
    return element("figure", lines((passage, caption)), class_="quotation")


# The head of the brief: kind of paper, title, question, and the strip of entries.


def title(block: TitleBlock, context: PageContext, name: str = "p") -> Markup:
    """The non-empty parts. `name`: of the element of the title; `h1` for the page's own."""
    parts = (
        _part("p", "kind", block.kind, context),
        _part(name if plain(block.title).strip() else "p", "title", block.title, context),
        _part("p", "question", block.question, context),
    )
    entries = lines(
        element(
            "div", element("dt", inlines(entry.label, context)), element("dd", inlines(entry.value, context))
        )
        for entry in block.entries
    )  # fmt: skip
    entry_list = element("dl", entries, class_="entries") if entries else NOTHING
    return element("div", lines((*parts, entry_list)), class_="title-block")


def _part(name: str, kind: str, content: Inlines, context: PageContext) -> Markup:
    return element(name, inlines(content, context), class_=kind) if content else NOTHING


# Lists of any depth. The end notes are a list too, and a landmark of the page.


def list_(block: List, context: PageContext, flow: Flow) -> Markup:
    """The items."""
    if block.role == "notes":
        return end_notes(lines(_item(item, context, flow) for item in block.items), context)
    items = lines(_item(item, context, flow) for item in block.items)
    if not items:
        return items
    labelled = bool(block.items) and all(item.label for item in block.items)
    start = block.start if block.ordered and block.start != 1 else None
    # Safari does not expose a list without bullets as a list unless it has the role.
    role, class_name = ("list", "labelled") if labelled else (None, None)
    return element("ol" if block.ordered else "ul", items, start=start, role=role, class_=class_name)


def end_notes(items: Markup, context: PageContext) -> Markup:
    """The list of end notes, named after the heading over it."""
    if not items:
        return items
    named = {"aria_labelledby": context.heading} if context.heading else {"aria_label": context.locale.text("Notes")}
    contents_entries = element("ol", items, role="list", class_="notes")
    return element("section", contents_entries, role="doc-endnotes", **named)


def _item(item: Item, context: PageContext, flow: Flow) -> Markup:
    at = context.id(item.anchor)
    revision = item.revision if item.revision != context.revision else ""
    with context.revising(item.revision):
        content = revised(revision, flow(item.blocks, context), context, block=True)
    return labelled_item(item.label, content, at) if item.label else element("li", content, id=at)


def labelled_item(label: str, content: Markup, at: str | None) -> Markup:
    """An item with a label instead of a bullet."""
    return element("li", element("span", escaped(label), class_="item-label"), element("div", content), id=at)


# The contents: next to the text on wide screens, collapsed above it on a phone. Lists of tables and figures
# are part of the text.

_DEPTH = 2
"""The default depth of the contents."""


def contents(document: Document, context: PageContext) -> Markup:
    """The navigation of the page, with the title and the depth of the document's own list of headings.

    Nothing without headings.
    """
    requested = next((one for one in document.blocks if isinstance(one, Contents) and one.of == "headings"), None)
    entries = contents_entries(document, requested or Contents((), _DEPTH))
    if not entries:
        return NOTHING
    name = (plain(requested.title).strip() if requested else "") or context.locale.text("In this paper")
    summary = element("summary", escaped(name), class_="contents-title")
    # Open, for those without script; the script folds it on a phone.
    return element("nav", element("details", lines((summary, _list(entries, context))), open=""), aria_label=name)


def captions(block: Contents, context: PageContext) -> Markup:
    """The list of tables or figures; empty for headings, whose list is next to the text."""
    entries = [] if block.of == "headings" else contents_entries(context.document, block)
    if not entries:
        return NOTHING
    name = plain(block.title).strip()
    title = element("p", escaped(name), class_="contents-title") if name else NOTHING
    return element("nav", lines((title, _list(entries, context))), aria_label=name or None)


def _list(entries: list[ContentsEntry], context: PageContext) -> Markup:
    """Entries, those of a deeper level nested under the one before."""
    items: list[Markup] = []
    at = 0
    while at < len(entries):
        end = at + 1
        while end < len(entries) and entries[end].level > entries[at].level:
            end += 1
        under = _list(entries[at + 1 : end], context) if end > at + 1 else NOTHING
        items.append(element("li", joined((_entry(entries[at], context), under))))
        at = end
    return element("ol", lines(items), role="list")


def _entry(entry: ContentsEntry, context: PageContext) -> Markup:
    place = context.link_targets.ids.get(entry.anchor)
    words = escaped(entry.words)
    return element("a", words, href=f"#{place}") if place else element("span", words)


# Blocks → the content of `main`.


def sections(blocks: Blocks, context: PageContext, level: int = 1) -> Markup:
    """Blocks, with a section around each heading and the blocks below it. `level`: of the heading above them."""
    context.level = level
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.revision != "deleted"]
    out = [flow(blocks[: starts[0]] if starts else blocks, context)]
    while starts:
        first = starts.pop(0)
        top = blocks[first]
        assert isinstance(top, Heading)
        while starts and _is_under(blocks[starts[0]], top):
            starts.pop(0)
        inside = blocks[first + 1 : starts[0] if starts else len(blocks)]
        context.level = level
        opening = _block(top, context)
        out.append(element("section", lines((opening, sections(inside, context, level + 1)))))
    return lines(out)


def _is_under(block: Block, top: Heading) -> bool:
    return isinstance(block, Heading) and block.level > top.level


def flow(blocks: Blocks, context: PageContext) -> Markup:
    """Blocks one after the other."""
    return lines(_block(block, context) for block in blocks)


def _block(block: Block, context: PageContext) -> Markup:
    if block.revision == context.revision:
        return _write(block, context)
    with context.revising(block.revision):
        content = _write(block, context)
    return revised(block.revision, content, context, block=True)


def _write(block: Block, context: PageContext) -> Markup:
    match block:
        case Heading():
            return heading(block, context)
        case Paragraph():
            return _paragraph(block.content, None if block.role == "body" else block.role, context)
        case List():
            return list_(block, context, flow)
        case Table():
            return table(block, context, flow)
        case Callout() | Card():
            return callout(block, context, flow)
        case Columns():
            return columns(block, context, flow)
        case Quotation():
            return quotation(block, context, flow)
        case Figure():
            return figure(block, context)
        case Contents():
            return NOTHING if block.revision == "deleted" else captions(block, context)
        case PageBreak():
            return NOTHING if block.revision == "deleted" else element("div", class_="page-break")
        case TitleBlock():
            return title(block, context)
        case _:
            assert_never(block)


def _paragraph(content: Inlines, role: str | None, context: PageContext) -> Markup:
    return element("p", inlines(content, context), class_=role) if content else NOTHING


# What a note mark opens in place, and the end notes where the document has none of its own.


def footnotes(document: Document, context: PageContext) -> Markup:
    """The footnotes, hidden in templates until their marks are clicked."""
    parse_citation = {mark.number for mark in note_marks(document)}
    return lines(_footnote(each, context) for each in document.notes if each.number in parse_citation)


def _footnote(each: Note, context: PageContext) -> Markup:
    number = escaped(str(each.number))
    place = context.link_targets.ids.get(note(each.number))
    full_note = NOTHING
    if place and context.link_targets.end_notes:
        label_text = context.locale.text("Note {number} in full").format(number=each.number)
        full_note = element("a", escaped(label_text), href=f"#{place}", class_="whole")
    words = element("p", element("span", number, class_="item-label"), escaped(" "), inlines(each.content, context))
    return element("template", words, full_note, id=f"_note-{each.number}")


def generated_end_notes(document: Document, context: PageContext) -> Markup:
    """The footnotes as end notes with links back; empty if the document has its own list of notes."""
    if context.link_targets.end_notes or not document.notes:
        return NOTHING
    context.heading = context.own_id("heading")
    heading = element("h2", escaped(context.locale.text("Notes")), id=context.heading)
    occurrences: dict[int, list[int]] = {}
    for mark in note_marks(document):
        occurrences.setdefault(mark.number, []).append(mark.occurrence)
    items = lines(
        labelled_item(
            str(each.number),
            lines((
                element("p", inlines(each.content, context)),
                _back(each.number, occurrences.get(each.number, []), context),
            )),
            context.id(note(each.number)),
        )
        for each in document.notes
    )  # fmt: skip
    return element("section", lines((heading, end_notes(items, context))), class_="listed")


def _back(number: int, occurrences: list[int], context: PageContext) -> Markup:
    label = context.locale.text("Note {number}: back to place {place} in the text")
    links = lines(
        element("a", escaped(f"↩ {occurrence}"), href=f"#{place}", role="doc-backlink",
                aria_label=label.format(number=number, place=occurrence))
        for occurrence in dict.fromkeys(occurrences)
        if (place := context.link_targets.ids.get(citation(number, occurrence)))
    )  # fmt: skip
    return element("p", links, class_="small") if links else NOTHING
