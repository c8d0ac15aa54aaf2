"""Document → plain text for diffs and golden tests."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import assert_never

from briefgen.document import (
    Acceptability,
    Authored,
    Block,
    Blocks,
    Callout,
    Caption,
    Card,
    Cell,
    Chart,
    Column,
    Columns,
    Computed,
    Contents,
    Contributions,
    Document,
    Figure,
    Heading,
    Inlines,
    LineBreak,
    Link,
    List,
    NoteMark,
    Origin,
    PageBreak,
    Paged,
    Paragraph,
    Picture,
    Properties,
    Quotation,
    Reference,
    Revision,
    Row,
    Run,
    Running,
    Sensitivity,
    Table,
    TemplateText,
    Timeline,
    TitleBlock,
)

_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def quoted(text: str) -> str:
    """Text in double quotes. Invisible and ambiguous characters are written as code points.

    >>> print(quoted('a "b"\\u202e'))
    "a \\"b\\"\\u{202E}"
    """
    if text.isprintable() and text.isascii() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{"".join(map(_shown, text))}"'


def _shown(character: str) -> str:
    if short := _ESCAPES.get(character):
        return short
    return character if character.isprintable() else f"\\u{{{ord(character):04X}}}"


def bare(text: str) -> str:
    """A path, an anchor or a name, quoted unless it is one plain word."""
    plain = text.isascii() and text.isprintable() and not any(character in text for character in ' ":\\|~')
    return text if plain and text else quoted(text)


def revision_suffix(revision: Revision) -> str:
    """A revision in the notation of marks: `+deleted`."""
    return f"+{revision}" if revision else ""


def words(inlines: Inlines) -> str:
    """The inlines, separated by spaces."""
    out: list[str] = []
    origin = ""
    for inline in inlines:
        match inline:
            case Run():
                origin = _run(inline, origin, out)
            case Link(content=content, target=target):
                out.append("[")
                for run in content:
                    origin = _run(run, origin, out)
                out.append(f"]({quoted(target)})")
            case NoteMark(number=number, occurrence=occurrence, revision=revision):
                out.append((f"^{number}" if occurrence == 1 else f"^{number}.{occurrence}") + revision_suffix(revision))
            case LineBreak(revision=revision):
                out.append("/" + revision_suffix(revision))
            case Reference(target=target, text=text, revision=revision):
                out.append(f"page-of({quoted(target)}, {quoted(text)}){revision_suffix(revision)}")
            case Paged(with_pages=paged, without_pages=unpaged):
                out.append(f"pages{{ {words(paged)} }}else{{ {words(unpaged)} }}")
                origin = ""
            case _:
                assert_never(inline)
    return " ".join(out)


def _run(run: Run, before: str, out: list[str]) -> str:
    """Append a run, with its origin if that differs from the previous one. Returns the origin."""
    origin = _origin(run.origin)
    if origin != before:
        out.append(origin or "~")
    out.extend(f"+{mark}" for mark in sorted(run.marks))
    if run.lang:
        out.append(f"lang={bare(run.lang)}")
    out.append(quoted(run.text))
    return origin


def _origin(origin: Origin) -> str:
    match origin:
        case Authored(path=path):
            return f"@{bare(path)}"
        case Computed(what=what):
            return f"={bare(what)}"
        case TemplateText():
            return ""
        case _:
            assert_never(origin)


# Charts as lines: their data.


def chart(children: Chart) -> Iterator[str]:
    """One line for each date, option or criterion."""
    match children:
        case Timeline(moments=moments):
            for moment in moments:
                yield f"{moment.kind} day={moment.day or 'none'} {words(moment.when)} | {words(moment.label)}"
        case Contributions():
            yield f"scale {words(children.scale)}"
            for criterion in children.criteria:
                yield f"criterion weight={criterion.weight!r} {words(criterion.label)}"
            for option in children.options:
                portions = " ".join(
                    f"{portion.low!r}..{portion.high!r}{'?' if portion.empty else ''}" for portion in option.portions
                )
                yield f"option [{portions}] {words(option.label)} | {words(option.score)} | {words(option.remark)}"
        case Sensitivity():
            yield f"across {words(children.across)}"
            yield f"up {words(children.up)}"
            yield f"stated weight={children.weight!r} {words(children.stated)}"
            for course in children.options:
                ends = " ".join(f"{low!r}..{high!r}" for low, high in (course.without, course.alone))
                yield f"course [{ends}]{' leads' if course.leads else ''} {words(course.label)}"
            for turn in children.turns:
                yield f"turn weight={turn.weight!r} score={turn.score!r} {words(turn.label)}"
        case Acceptability():
            yield "ranks " + " | ".join(words(rank) for rank in children.ranks)
            for ranked in children.options:
                shares = " ".join(repr(share) for share in ranked.shares)
                yield f"option [{shares}] {words(ranked.label)}"
        case _:
            assert_never(children)


# Blocks as lines, each indented under what holds it.


def blocks(children: Blocks) -> Iterator[str]:
    """The lines of blocks."""
    for block in children:
        first, *others = _block(block)
        yield line(revision_suffix(block.revision), first)
        yield from others


def line(*parts: str) -> str:
    """Parts with a space between; empty ones are left out."""
    return " ".join(part for part in parts if part)


def indented(lines: Iterable[str]) -> Iterator[str]:
    """The same lines, one step deeper."""
    for text in lines:
        yield f"  {text}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield line(f"heading-{block.level}", _anchor(block.anchor), words(block.content))
        case Paragraph():
            yield line(block.role, words(block.content))
        case List():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Callout():
            yield line(block.kind, words(block.title))
            yield from indented(blocks(block.blocks))
        case Card():
            yield line("card", "" if block.kind == "plain" else block.kind, words(block.title))
            yield from indented(blocks(block.blocks))
        case Columns():
            yield line("columns", "" if block.gap == "normal" else f"gap={block.gap}")
            for held in block.cells:
                share = "" if held.share == 1 else f"share={held.share!r}"
                yield from indented(_holder(line("column", share), held.blocks))
        case Quotation():
            yield "quotation"
            yield from indented(blocks(block.blocks))
            yield from indented(_part("attribution", block.attribution))
        case Figure(picture=picture):
            kind = _pixels(picture) if isinstance(picture, Picture) else type(picture).__name__.lower()
            yield line("figure", _anchor(block.anchor), kind, f"alt={quoted(block.alt)}")
            yield from indented(_caption(block.caption))
            if not isinstance(picture, Picture):
                yield from indented(chart(picture))
            for paragraph in block.key:
                yield f"  {line('key', paragraph.role, revision_suffix(paragraph.revision), words(paragraph.content))}"
        case Contents():
            what = f"depth={block.depth}" if block.of == "headings" else f"of={block.of}"
            yield line("contents", what, words(block.title))
        case PageBreak():
            yield "page-break"
        case TitleBlock():
            yield "title-block"
            yield from indented(_part("kind", block.kind))
            yield from indented(_part("title", block.title))
            yield from indented(_part("question", block.question))
            for entry in block.entries:
                yield f"  {line('entry', revision_suffix(entry.revision), words(entry.label), '|', words(entry.value))}"
        case _:
            assert_never(block)


def _pixels(picture: Picture) -> str:
    return f"png {picture.width}×{picture.height} sha256={sha256(picture.png).hexdigest()[:16]}"


def _part(name: str, content: Inlines) -> Iterator[str]:
    if content:
        yield line(name, words(content))


def _anchor(anchor: str) -> str:
    return f"#{bare(anchor)}" if anchor else ""


def _list(block: List) -> Iterator[str]:
    yield line(
        "numbered" if block.ordered else "bullets", f"from={block.start}" if block.start != 1 else "", block.role
    )
    for item in block.items:
        label = f"label={quoted(item.label)}" if item.label else ""
        yield from indented(
            _holder(line("-", revision_suffix(item.revision), label, _anchor(item.anchor)), item.blocks)
        )


def _holder(opening: str, children: Blocks) -> Iterator[str]:
    """An item or a cell: a single paragraph follows on its line, after a colon; anything else is indented below."""
    if len(children) == 1 and isinstance(children[0], Paragraph):
        role = "" if children[0].role == "body" else f"{children[0].role}:"
        content = line(role, revision_suffix(children[0].revision), words(children[0].content))
        yield line(opening if opening == "-" and content else f"{opening}:", content)
    else:
        yield opening
        yield from indented(blocks(children))


def _table(block: Table) -> Iterator[str]:
    described = f"description={quoted(block.description)}" if block.description else ""
    yield line("table", _anchor(block.anchor), f"columns={_columns(block.columns)}", described)
    yield from indented(_caption(block.caption))
    for name, rows in (("head", block.head), ("row", block.body)):
        for row in rows:
            yield f"  {line(name, revision_suffix(row.revision))}"
            yield from indented(indented(_row(row)))
    for paragraph in block.key:
        yield f"  {line('key', paragraph.role, revision_suffix(paragraph.revision), words(paragraph.content))}"


def _columns(columns: tuple[Column, ...]) -> str:
    return (
        ",".join(column.align if column.share is None else f"{column.align}:{column.share!r}" for column in columns)
        or "none"
    )


def _row(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield from _holder(_cell(cell), cell.blocks)


def _cell(cell: Cell) -> str:
    return line(
        "header-cell" if cell.header else "cell",
        f"colspan={cell.colspan}" if cell.colspan != 1 else "",
        f"rowspan={cell.rowspan}" if cell.rowspan != 1 else "",
        f"ground={cell.ground}" if cell.ground else "",
    )


def _caption(caption: Caption | None) -> Iterator[str]:
    if caption:
        yield line("caption", quoted(caption.label), words(caption.content))


# The dump: properties, margins, blocks, notes.


def write(document: Document) -> bytes:
    """The dump, UTF-8, with a line end after each line."""
    return "".join(f"{text}\n" for text in _lines(document)).encode()


def _lines(document: Document) -> Iterator[str]:
    yield f"document lang={bare(document.lang)}"
    yield from indented(_properties(document.properties))
    yield from indented(_running(document.running))
    if document.reviser:
        yield f"  {line('reviser', quoted(document.reviser.name), document.reviser.date)}"
    yield from blocks(document.blocks)
    for note in document.notes:
        yield line(f"note-{note.number}", revision_suffix(note.revision), words(note.content))


def _properties(given: Properties) -> Iterator[str]:
    yield f"title {quoted(given.title)}"
    for name in ("author", "subject", "date", "scenario", "template", "edition", "audience"):
        if value := getattr(given, name):
            yield f"{name} {quoted(value)}"
    if given.keywords:
        yield line("keywords", *map(quoted, given.keywords))


def _running(given: Running) -> Iterator[str]:
    if given.header:
        yield line("header", words(given.header))
    if given.footer:
        yield line("footer", words(given.footer))
    yield f"page {quoted(given.page)}"
    if given.marking:
        yield f"marking {quoted(given.marking)} colour={bare(given.marking_colour)}"
    if given.status:
        yield f"status {quoted(given.status)}"
    if given.continued != Running().continued:
        yield f"continued {quoted(given.continued)}"
