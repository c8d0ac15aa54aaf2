"""Inlines → runs, hyperlinks, fields, note references and, in a brief for review, the content controls of their origin.

There is one control for each paragraph of a field in a paragraph of the document. The control cannot be deleted, its
text can be edited; computed text cannot. Text outside controls comes from the template.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefgen.core.xml import in_attribute
from briefgen.document import (
    Authored,
    Computed,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    NoteMark,
    Paged,
    Reference,
    Revision,
    Run,
)
from briefgen.document.address import address
from briefgen.document.anchors import citation
from briefgen.document.revisions import revision_of
from briefgen.docx.elements import control, is_tracked, text_run, tracked
from briefgen.docx.fields import note_reference, page_reference, text_reference
from briefgen.docx.package import PartWriter
from briefgen.docx.theme_styles import EXTERNAL_LINK, INTERNAL_LINK, RunFormat, run_properties
from briefgen.locale import tied


class OriginGroup(NamedTuple):
    """Consecutive inlines of one origin."""

    origin: Authored | Computed | None
    inlines: Inlines


def group_by_origin(content: Inlines) -> Iterator[OriginGroup]:
    """Group the inlines of a paragraph by origin, in their order."""
    pieces = [piece for inline in content for piece in _split_by_origin(inline)]
    origins = _origins(pieces)
    start = 0
    for at in range(1, len(pieces) + 1):
        if at == len(pieces) or origins[at] != origins[start]:
            yield OriginGroup(origins[start], tuple(pieces[start:at]))
            start = at


def _split_by_origin(inline: Inline) -> Iterator[Inline]:
    """The paged variant of an inline. A link over text of several origins becomes one link for each."""
    match inline:
        case Paged(with_pages=words):
            yield from words
        case Link(content=content):
            start = 0
            for at in range(1, len(content) + 1):
                if at == len(content) or _of_run(content[at]) != _of_run(content[start]):
                    yield replace(inline, content=content[start:at])
                    start = at
        case _:
            yield inline


def _origins(pieces: Sequence[Inline]) -> list[Authored | Computed | None]:
    """The origin of each inline. A note mark takes that of the adjacent text, a line break that of the text around
    it."""
    origins = [_origin_of(piece) for piece in pieces]
    has_origin = [isinstance(piece, (Run, Link)) for piece in pieces]
    for places in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):  # text before a mark, then text after it
        last: Authored | Computed | None = None
        for at in places:
            if isinstance(pieces[at], NoteMark):
                has_origin[at] = has_origin[at] or (origins[at] is not None and origins[at] == last)
            last = origins[at] if has_origin[at] else None
    out = [origin if sure else None for origin, sure in zip(origins, has_origin, strict=True)]
    for at, piece in enumerate(pieces):
        if isinstance(piece, LineBreak) and 0 < at < len(pieces) - 1 and isinstance(out[at - 1], Authored):
            out[at] = out[at - 1] if out[at - 1] == out[at + 1] else None
    return out


def _origin_of(piece: Inline) -> Authored | Computed | None:
    match piece:
        case Run():
            return _of_run(piece)
        case Link(content=content):
            return _of_run(content[0]) if content else None
        case NoteMark(origin=origin):
            return origin
        case LineBreak() | Reference() | Paged():
            return None
        case _:
            assert_never(piece)


def _of_run(run: Run) -> Authored | Computed | None:
    match run.origin:
        case Authored() as origin:
            return origin
        case Computed():
            return Computed()
        case _:
            return None


NOTE_FORMAT = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def inlines(content: Inlines, writer: PartWriter, in_bold: bool = False) -> str:
    """The content of a paragraph. `in_bold`: the paragraph style is bold."""
    if not writer.controlled:
        return _write_inlines(content, writer, in_bold)
    out: list[str] = []
    last: Inline | None = None
    for part in group_by_origin(content):
        out.append(control(part.origin, _write_inlines(part.inlines, writer, in_bold, last), writer))
        last = part.inlines[-1]
    return "".join(out)


def _write_inlines(content: Inlines, writer: PartWriter, in_bold: bool, last: Inline | None = None) -> str:
    """Inlines that follow `last`."""
    out: list[str] = []
    adjacent_editions = _EDITIONS[last.revision] if isinstance(last, NoteMark) else frozenset[str]()
    last_run: Run | None = None  # the previous run, if it can be joined with this one
    for inline in content:
        revision = revision_of(inline)
        previous_run, last_run = last_run, None
        match inline:
            case Run() if not revision:
                last_run = inline
                if previous_run and (previous_run.marks, previous_run.lang) == (inline.marks, inline.lang):
                    out.pop()
                    last_run = replace(inline, text=previous_run.text + inline.text)
                out.append(_run(last_run, writer, in_bold, None))
            case Run():
                out.append(tracked(revision, _run(inline, writer, in_bold, None), writer))
            case Link():
                out.append(_link(inline, writer, in_bold))
            case NoteMark():
                if both := adjacent_editions & _EDITIONS[revision]:  # else notes 1 and 2 read as 12
                    out.append(tracked(_revision_in(both), text_run(",", NOTE_FORMAT), writer))
                out.append(_note_mark(inline, writer))
            case LineBreak():
                out.append(tracked(revision, "<w:r><w:br/></w:r>", writer))
            case Reference():
                out.append(tracked(revision, _reference(inline, writer), writer))
            case Paged(with_pages=words):
                out.append(inlines(words, writer, in_bold))
            case _:
                assert_never(inline)
        if isinstance(inline, NoteMark):
            adjacent_editions |= _EDITIONS[revision]
        elif adjacent_editions:
            adjacent_editions -= _EDITIONS[revision]
    return "".join(out)


_EDITIONS: dict[Revision, frozenset[str]] = {
    "": frozenset({"old", "new"}),
    "inserted": frozenset({"new"}),
    "deleted": frozenset({"old"}),
}
"""The editions that contain an inline with this revision."""

_REVISION_MARKS: frozenset[Mark] = frozenset({"inserted", "deleted"})
"""Shown by Word itself if it tracks changes."""


def _revision_in(editions: frozenset[str]) -> Revision:
    return "" if len(editions) == 2 else "inserted" if "new" in editions else "deleted"


def _run(run: Run, writer: PartWriter, in_bold: bool, link: RunFormat | None) -> str:
    own = writer.context.document.lang
    lang = "" if run.lang == own else run.lang
    marks = run.marks - _REVISION_MARKS if run.marks and is_tracked(writer) else run.marks
    return text_run(_run_text(run, writer), run_properties(writer.context.inks, marks, lang, in_bold, link))


def _run_text(run: Run, writer: PartWriter) -> str:
    return tied(run.text, run.lang or writer.context.document.lang)


def _link(link: Link, writer: PartWriter, in_bold: bool) -> str:
    hyperlink_start = _hyperlink_start(link.target, writer)
    link_format = None if not hyperlink_start else INTERNAL_LINK if link.target.startswith("#") else EXTERNAL_LINK
    content = "".join(_run(run, writer, in_bold, link_format) for run in link.content)
    revision = revision_of(link)
    label = writer.context.labels.get(link.target[1:]) if link_format is INTERNAL_LINK else None
    if label and label.shown == "".join(_run_text(run, writer) for run in link.content):
        return tracked(revision, text_reference(label.bookmark, content), writer)
    content = tracked(revision, content, writer)
    return f"{hyperlink_start}{content}</w:hyperlink>" if hyperlink_start else content


def _hyperlink_start(target: str, writer: PartWriter) -> str:
    """The start tag of a hyperlink; empty if the target is unknown or unsafe."""
    if target.startswith("#"):
        name = writer.context.bookmarks.get(target[1:])
        return f'<w:hyperlink w:anchor="{in_attribute(name)}" w:history="1">' if name else ""
    url = address(target)
    if url is None:
        return ""
    return f'<w:hyperlink r:id="{writer.address(url)}" w:history="1">'


def _note_mark(mark: NoteMark, writer: PartWriter) -> str:
    """The first mark of a note is its reference; later marks repeat the number in a field that links to the first.

    If a note has marks without revision, the first of these is the reference, since it remains whichever changes are
    accepted. Otherwise the first inserted and the first deleted mark each get a note with the same text."""
    context, number, revision = writer.context, str(mark.number), mark.revision
    anchor = citation(mark.number, mark.occurrence)
    if not writer.is_body or mark.number not in context.notes:
        return writer.bookmarked(anchor, tracked(revision, text_run(number, NOTE_FORMAT), writer))
    unrevised = context.unrevised_marks.get(mark.number)
    first = context.bookmarks[unrevised] if unrevised and revision else writer.cited.get((mark.number, revision))
    if first is None:
        writer.cited[mark.number, revision] = context.bookmarks[anchor]
        at = len(writer.cited)
        if context.automatic_notes:
            reference = f'<w:r>{NOTE_FORMAT}<w:footnoteReference w:id="{at}"/></w:r>'
        else:
            # Digit by digit: of several in one element LibreOffice (25.2) shows each twice.
            shown = "".join(f"<w:t>{digit}</w:t>" for digit in number)
            reference = f'<w:r>{NOTE_FORMAT}<w:footnoteReference w:customMarkFollows="1" w:id="{at}"/>{shown}</w:r>'
    elif context.automatic_notes:
        reference = note_reference(first, number, NOTE_FORMAT)
    else:
        repeated = tracked(revision, text_run(number, NOTE_FORMAT), writer)
        return writer.bookmarked(anchor, f'<w:hyperlink w:anchor="{first}" w:history="1">{repeated}</w:hyperlink>')
    return writer.bookmarked(anchor, tracked(revision, reference, writer))


def _reference(reference: Reference, writer: PartWriter) -> str:
    name, otherwise = writer.context.bookmarks.get(reference.target), reference.text or "–"
    if name is None:
        return text_run(otherwise)
    return page_reference(name, str(writer.context.pages.get(reference.target, otherwise)))
