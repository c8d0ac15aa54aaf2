"""Paragraphs, captions, footnotes and lists of any depth, in their styles and numbering."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from briefgen.core.xml import in_text
from briefgen.document import Block, Blocks, Caption, Inlines, Item, List, Paragraph, Revision
from briefgen.document.revisions import revision_of
from briefgen.docx.elements import mark, text_run, tracked
from briefgen.docx.fields import caption_number
from briefgen.docx.inlines import NOTE_FORMAT, inlines
from briefgen.docx.numbering import LEVELS, NumberingPlace, add_numbered_list, bullets, level_indent, step
from briefgen.docx.package import PartWriter
from briefgen.docx.units import twips
from briefgen.locale import tied

Place: TypeAlias = Literal["body", "decision", "remark", "quotation", "cell", "row-header", "head", "notes"]


class Container(msgspec.Struct, frozen=True):
    """The container of a block. Measures in twips."""

    place: Place
    width: int
    """From the left edge of the column or cell to the right one."""
    indent: int = 0
    """From the left edge to where text begins."""
    depth: int = 0
    """Lists around it."""
    align: str = ""
    """The alignment of the table column; empty: left."""
    tight: bool = False
    """No space below: in a box, Word may show white between paragraphs whose indents differ."""
    keep: bool = False
    """Kept on one page with the next block."""


Flow: TypeAlias = Callable[[Blocks, Container, PartWriter], str]
"""Writes the blocks inside a block: `blocks.flow`, passed as an argument to avoid a circular import."""


def paragraph_style(container: Container, role: str) -> str:
    """The style of a paragraph with a role (see `Paragraph.role`) in a place."""
    small = role == "small"
    match container.place:
        case "body":
            if role == "body" and container.depth:
                return "ListContinue"
            return {"body": "BodyText", "lead": "BriefLead", "small": "BriefSmall", "label": "BriefLabel"}[role]
        case "decision":
            return "BriefDecisionSmall" if small else "BriefDecision"
        case "remark":
            return "BriefRemarkSmall" if small else "BriefRemark"
        case "quotation":
            return "Quote"
        case "notes":
            return "BriefEndnoteSmall" if small else "BriefEndnoteContinue"
        case "head":
            return "BriefCellSmall" if small else "BriefCellHead"
        case "row-header":
            return "BriefCellSmall" if small else "BriefRowHeader"
        case "cell":
            return {"small": "BriefCellSmall", "label": "BriefCellHead"}.get(role, "BriefCell")


SPACE_AROUND = 200
"""Space around a table or a box, in twips."""
_SPACE_ABOVE_KEY = 80


def paragraph(
    writer: PartWriter,
    style: str,
    content: str,
    *,
    keep: bool = False,
    numbers: tuple[int, int] | None = None,
    indent: tuple[int, int] | None = None,
    align: str = "",
    after: int | None = None,
    tabs: str = "",
) -> str:
    """A paragraph of finished content. `numbers`: list and level; `indent`: left and hanging, `after`: the space below,
    in twips; `tabs`: tab stops."""
    out = [f'<w:p><w:pPr><w:pStyle w:val="{style}"/>']
    if keep:
        out.append("<w:keepNext/>")
    if writer.break_page and writer.revision != "deleted":  # else the break would go with it
        writer.break_page = False
        out.append("<w:pageBreakBefore/>")
    if numbers:
        out.append(f'<w:numPr><w:ilvl w:val="{numbers[1]}"/><w:numId w:val="{numbers[0]}"/></w:numPr>')
    if tabs:
        out.append(f"<w:tabs>{tabs}</w:tabs>")
    writer.after_table = False
    before = _space_above(writer, style)
    if before or after is not None:
        above, below = f' w:before="{before}"' if before else "", "" if after is None else f' w:after="{after}"'
        out.append(f"<w:spacing{above}{below}/>")
    if indent:
        left, hanging = indent
        out.append(f'<w:ind w:left="{left}" w:hanging="{hanging}"/>')
    if align:
        out.append(f'<w:jc w:val="{align}"/>')
    if writer.revision:
        out.append(f"<w:rPr>{mark(writer.revision, writer)}</w:rPr>")
    writer.ends_in_revision = bool(writer.revision)
    out.append(f"</w:pPr>{content}</w:p>")
    return "".join(out)


def _space_above(writer: PartWriter, style: str) -> int:
    """The space that a paragraph lacks above, in twips, once."""
    if not writer.space_above or style == "BriefSpacer":
        return 0
    space_above = _SPACE_ABOVE_KEY if style == "BriefTableKey" else writer.space_above
    writer.space_above = 0
    return space_above if writer.context.styles[style].before < space_above else 0


def words(writer: PartWriter, style: str, content: Inlines, container: Container, anchor: str = "") -> str:
    """A paragraph of inlines in a style, with the indent of its container."""
    facts = writer.context.styles[style]
    with writer.revision_context(writer.revision or _common_revision(content)):
        return paragraph(
            writer,
            style,
            writer.bookmarked(anchor, inlines(content, writer, facts.bold)),
            keep=container.keep,
            indent=None if (container.indent, 0) == (facts.left, facts.hanging) else (container.indent, 0),
            align=container.align,
            after=0 if container.tight else None,
        )


def _common_revision(content: Inlines) -> Revision:
    """The revision that all inlines share: a deleted paragraph must not leave an empty line."""
    first, *others = {revision_of(inline) for inline in content} or {""}
    return "" if others else first


def spacer(writer: PartWriter, anchor: str = "") -> str:
    """An invisible paragraph: between two tables, for a bookmark, or where Word requires one."""
    with writer.revision_context(""):
        return paragraph(writer, "BriefSpacer", writer.bookmarked(anchor, ""))


_CAPTION_LABEL = '<w:rPr><w:rStyle w:val="BriefCaptionLabel"/></w:rPr>'
_NUMBERED = re.compile(r"(.*?)([1-9][0-9]{0,3})", re.DOTALL)


def caption(what: Caption, sequence: str, anchor: str, container: Container, writer: PartWriter) -> str:
    """A caption; `sequence` is the name of the series that Word counts: `Table` or `Figure`."""
    label = tied(what.label, writer.context.document.lang)
    known_label = writer.context.labels.get(anchor)
    name = known_label.bookmark if known_label and known_label.shown == label else None
    before = ""
    if label:
        before = writer.in_bookmark(name, tracked(writer.revision, _label(label, sequence, writer), writer))
        before += tracked(writer.revision, text_run("\u2002", _CAPTION_LABEL), writer)
    content = before + inlines(what.content, writer, writer.context.styles["Caption"].bold)
    indent = (container.indent, 0) if container.indent else None
    return paragraph(writer, "Caption", writer.bookmarked(anchor, content), keep=True, indent=indent)


def continued(what: Caption, container: Container, writer: PartWriter) -> str:
    """The caption over a further part of a table. It has no sequence number, so that lists of tables omit it."""
    context = writer.context
    label = context.document.running.continued.replace("{label}", what.label) if what.label else ""
    before = text_run(tied(label, context.document.lang) + "\u2002", _CAPTION_LABEL) if label else ""
    content = before + inlines(what.content, writer, context.styles["Caption"].bold)
    return paragraph(writer, "Caption", content, keep=True, indent=(container.indent, 0) if container.indent else None)


def _label(label: str, sequence: str, writer: PartWriter) -> str:
    match = _NUMBERED.fullmatch(label)
    if not match:
        return text_run(label, _CAPTION_LABEL)
    before, digits = match.groups()
    number = int(digits)
    restart = number != writer.sequences.get(sequence, 0) + 1
    writer.sequences[sequence] = number
    number_field = caption_number(sequence, number, restart=restart, properties=_CAPTION_LABEL)
    return (text_run(before, _CAPTION_LABEL) if before else "") + number_field


SPACE_BELOW_RULE = 4.0
"""Between the rule and the first note, in points. With the line of the rule it adds up to the fixed distance of
LibreOffice, so that pages in Word hold as much."""


def footnotes(writer: PartWriter, cited: Iterable[tuple[int, Revision]]) -> str:
    """The notes. `cited`: the numbers of those set, in order; Word's own ids run from 1 likewise."""
    context = writer.context
    out = []
    for at, kind in ((-1, "separator"), (0, "continuationSeparator")):
        below = twips(SPACE_BELOW_RULE)
        rule = paragraph(writer, "FootnoteText", f"<w:r><w:{kind}/></w:r>", indent=(0, 0), after=below)
        out.append(f'<w:footnote w:type="{kind}" w:id="{at}">{rule}</w:footnote>')
    for at, (number, _) in enumerate(cited, start=1):
        mark = (
            f"<w:r>{NOTE_FORMAT}<w:footnoteRef/></w:r>"
            if context.automatic_notes
            else text_run(str(number), NOTE_FORMAT)
        )
        # The style of a reference document may have neither a hanging indent nor a tab stop.
        gap = text_run(" ") if "FootnoteText" in context.ids else "<w:r><w:tab/></w:r>"
        content = mark + gap + inlines(context.notes[number].content, writer)
        out.append(f'<w:footnote w:id="{at}">{paragraph(writer, "FootnoteText", content)}</w:footnote>')
    return "".join(out)


# Lists of any depth. Word numbers them, except items with their own label.

_ITEM_LABEL = '<w:rPr><w:rStyle w:val="BriefItemLabel"/></w:rPr>'
_SHORT_NOTE = 4
"""Notes with fewer paragraphs after the first are kept on one page."""
_MIN_TEXT_WIDTH = 1_440
"""The minimum text width of deep lists, in twips."""


def list_(block: List, container: Container, writer: PartWriter, flow: Flow) -> str:
    """The items; the blocks after the first paragraph of an item are indented."""
    theme = writer.context.theme
    notes = block.role == "notes"
    place, level = _numbering_place(container), min(container.depth, LEVELS - 1)
    if block.ordered and not all(item.label for item in block.items):
        numbers = add_numbered_list(writer.context.numbers, writer.lists, place, level, block.start), level
    else:
        numbers = bullets(writer.context.numbers, place), level
    further = twips(theme.styles["endnote"].indent) if notes else step(theme)
    left = max(min(container.indent + further, container.width - _MIN_TEXT_WIDTH), container.indent)
    inside = msgspec.structs.replace(
        container, place="notes" if notes else container.place, indent=left, depth=container.depth + 1
    )
    list_format = _ListFormat(
        numbers, level_indent(theme, place, level), (left, left - container.indent), block.ordered
    )
    return "".join([_item(item, list_format, inside, writer, flow) for item in block.items])


class _ListFormat(msgspec.Struct, frozen=True):
    """The common format of the items of a list. Indents are left and hanging."""

    numbers: tuple[int, int]
    numbered_indent: tuple[int, int]
    """The indent of the numbering definition."""
    indent: tuple[int, int]
    """The required indent."""
    ordered: bool


def _item(item: Item, list_format: _ListFormat, inside: Container, writer: PartWriter, flow: Flow) -> str:
    out = []
    for blocks in _by_edition(item):
        first, rest = _split_first(blocks)
        with writer.revision_context(first.revision):
            out.append(_first_paragraph(first, rest, item, list_format, inside, writer))
        out.append(_following_blocks(rest, inside, writer, flow))
    return "".join(out)


def _by_edition(item: Item) -> Iterator[Blocks]:
    """The blocks of an item, in two parts if its first block is in one edition only, so that the first paragraph of
    each edition gets the bullet."""
    revision = item.blocks[0].revision if item.blocks else ""
    after = next((at for at, block in enumerate(item.blocks) if block.revision != revision), len(item.blocks))
    yield item.blocks[:after] if revision else item.blocks
    if revision and after < len(item.blocks):
        yield item.blocks[after:]


def _first_paragraph(
    first: Paragraph, rest: Blocks, item: Item, list_format: _ListFormat, inside: Container, writer: PartWriter
) -> str:
    style = _item_style(inside, first, labelled=bool(item.label), ordered=list_format.ordered)
    facts = writer.context.styles[style]
    content = inlines(first.content, writer, facts.bold)
    if item.label:
        label = f'<w:r>{_ITEM_LABEL}<w:t xml:space="preserve">{in_text(item.label)}</w:t><w:tab/></w:r>'
        content = tracked(first.revision, label, writer) + content
        numbers, default_indent = None, (facts.left, facts.hanging)
    else:
        # Repeated although the bullet styles have it: docx2python and others read only the paragraph.
        numbers, default_indent = list_format.numbers, list_format.numbered_indent
    return paragraph(
        writer,
        style,
        writer.bookmarked(item.anchor, content),
        keep=inside.keep or (inside.place == "notes" and bool(rest)) or _starts_with_remark(rest),
        numbers=numbers,
        indent=None if default_indent == list_format.indent else list_format.indent,
        after=0 if inside.tight else None,
    )


def _following_blocks(blocks: Blocks, inside: Container, writer: PartWriter, flow: Flow) -> str:
    """The blocks after an item's first paragraph. A short note is kept on one page; the last paragraph of a longer note
    does not start a page, nor does a remark in any item."""
    notes = inside.place == "notes"
    if len(blocks) < 2 or not (notes or any(map(_is_remark, blocks[1:]))):
        return flow(blocks, inside, writer)
    kept_with_next = msgspec.structs.replace(inside, keep=True)
    last = len(blocks) - 1
    out = []
    for at, block in enumerate(blocks):
        keeps_with_next = at < last and (
            _is_remark(blocks[at + 1]) or (notes and (last < _SHORT_NOTE or at == last - 1))
        )
        out.append(flow((block,), kept_with_next if keeps_with_next else inside, writer))
    return "".join(out)


def _is_remark(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "small"


def _starts_with_remark(rest: Blocks) -> bool:
    return bool(rest) and _is_remark(rest[0])


def _split_first(blocks: Blocks) -> tuple[Paragraph, Blocks]:
    """The paragraph with the bullet, and the rest. An item that starts with another block gets an empty paragraph."""
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0], blocks[1:]
    return Paragraph((), revision=blocks[0].revision if blocks else ""), blocks


def _item_style(inside: Container, first: Paragraph, *, labelled: bool, ordered: bool) -> str:
    style = paragraph_style(inside, first.role)
    if style == "BriefEndnoteContinue":
        return "BriefEndnote"
    if style != "ListContinue":
        return style
    return "BriefItem" if labelled else "ListNumber" if ordered else "ListBullet"


def _numbering_place(container: Container) -> NumberingPlace:
    match container.place:
        case "body" | "notes":
            return "body"
        case "decision" | "remark":
            return "callout"
        case "quotation":
            return "quotation"
        case "cell" | "row-header" | "head":
            return "cell"
