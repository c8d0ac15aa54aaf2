"""Inlines → runs, hyperlinks, fields and note references."""

from typing import assert_never

from msgspec.structs import replace

from briefgen.document import Inline, Inlines, LineBreak, Link, Mark, NoteMark, Paged, Reference, Revision, Run
from briefgen.document.address import address
from briefgen.document.anchors import citation
from briefgen.document.revisions import revision_of
from briefgen.locale import tied
from briefgen.writers.docx.controls import control, held
from briefgen.writers.docx.looks import INWARD, OUTWARD, Look, run_properties
from briefgen.writers.docx.revisions import is_tracked, tracked
from briefgen.writers.docx.story import Story
from briefgen.xmltext import in_attribute, in_text

NOTE_LOOK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def inlines(content: Inlines, story: Story, in_bold: bool = False) -> str:
    """The content of a paragraph. `in_bold`: the paragraph is bold by its style."""
    if not story.controlled:
        return _written(content, story, in_bold)
    out: list[str] = []
    last: Inline | None = None
    for part in held(content):
        out.append(control(part.origin, _written(part.inlines, story, in_bold, last), story))
        last = part.inlines[-1]
    return "".join(out)


def _written(content: Inlines, story: Story, in_bold: bool, last: Inline | None = None) -> str:
    """Inlines that follow `last`."""
    out: list[str] = []
    beside = _EDITIONS[last.revision] if isinstance(last, NoteMark) else frozenset[str]()
    before: Run | None = None  # what the last run says, where its neighbour of the same kind is one with it
    for inline in content:
        how = revision_of(inline)
        goes_on, before = before, None
        match inline:
            case Run() if not how:
                before = inline
                if goes_on and (goes_on.marks, goes_on.lang) == (inline.marks, inline.lang):
                    out.pop()
                    before = replace(inline, text=goes_on.text + inline.text)
                out.append(_run(before, story, in_bold, None))
            case Run():
                out.append(tracked(how, _run(inline, story, in_bold, None), story))
            case Link():
                out.append(_link(inline, story, in_bold))
            case NoteMark():
                if both := beside & _EDITIONS[how]:  # else notes 1 and 2 read as 12
                    out.append(tracked(_only_in(both), text_run(",", NOTE_LOOK), story))
                out.append(_note_mark(inline, story))
            case LineBreak():
                out.append(tracked(how, "<w:r><w:br/></w:r>", story))
            case Reference():
                out.append(tracked(how, _reference(inline, story), story))
            case Paged(with_pages=words):
                out.append(inlines(words, story, in_bold))
            case _:
                assert_never(inline)
        if isinstance(inline, NoteMark):
            beside |= _EDITIONS[how]
        elif beside:
            beside -= _EDITIONS[how]
    return "".join(out)


_EDITIONS: dict[Revision, frozenset[str]] = {
    "": frozenset({"old", "new"}),
    "inserted": frozenset({"new"}),
    "deleted": frozenset({"old"}),
}
"""In which editions something stands."""

_REVISED: frozenset[Mark] = frozenset({"inserted", "deleted"})
"""What Word shows by itself where it tracks changes."""


def _only_in(editions: frozenset[str]) -> Revision:
    return "" if len(editions) == 2 else "inserted" if "new" in editions else "deleted"


def text_run(text: str, properties: str = "") -> str:
    """A run of text; `properties` is its whole `w:rPr`."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{in_text(text)}</w:t></w:r>'


def field(code: str, result: str, properties: str = "") -> str:
    """A field with the result that is shown until Word updates it."""
    return showing(code, text_run(result, properties), properties)


def showing(code: str, runs: str, properties: str = "") -> str:
    """A field that shows finished runs."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {in_text(code)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>{runs}'
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def page_reference(bookmark: str, anchor: str, otherwise: str, story: Story) -> str:
    """The page of a bookmark as a field."""
    shown = str(story.setting.pages.get(anchor, otherwise))
    return field(f"PAGEREF {bookmark} \\h", shown)


def _run(run: Run, story: Story, in_bold: bool, link: Look | None) -> str:
    own = story.setting.document.lang
    lang = "" if run.lang == own else run.lang
    marks = run.marks - _REVISED if run.marks and is_tracked(story) else run.marks
    return text_run(_shown(run, story), run_properties(story.setting.inks, marks, lang, in_bold, link))


def _shown(run: Run, story: Story) -> str:
    return tied(run.text, run.lang or story.setting.document.lang)


def _link(link: Link, story: Story, in_bold: bool) -> str:
    opening = _opening(link.target, story)
    look = None if not opening else INWARD if link.target.startswith("#") else OUTWARD
    content = "".join(_run(run, story, in_bold, look) for run in link.content)
    how = revision_of(link)
    label = story.setting.labels.get(link.target[1:]) if look is INWARD else None
    if label and label.shown == "".join(_shown(run, story) for run in link.content):
        # MERGEFORMAT: without it, an update gives the words the look that they have in the caption.
        return tracked(how, showing(f"REF {label.bookmark} \\h \\* MERGEFORMAT", content), story)
    content = tracked(how, content, story)
    return f"{opening}{content}</w:hyperlink>" if opening else content


def _opening(target: str, story: Story) -> str:
    """The start of a hyperlink, or nothing where the target is unknown or not allowed."""
    if target.startswith("#"):
        name = story.setting.bookmarks.get(target[1:])
        return f'<w:hyperlink w:anchor="{in_attribute(name)}" w:history="1">' if name else ""
    outside = address(target)
    if outside is None:
        return ""
    return f'<w:hyperlink r:id="{story.address(outside)}" w:history="1">'


def _note_mark(mark: NoteMark, story: Story) -> str:
    """The first mark of a note sets it; the others repeat its number by a field that leads to the first.

    Of a note with marks that are neither inserted nor deleted, the first of these sets it: it stands whatever becomes
    of the others. Where there is none, an inserted and a deleted mark set a note each, with the same words."""
    setting, number, how = story.setting, str(mark.number), mark.revision
    anchor = citation(mark.number, mark.occurrence)
    if not story.is_body or mark.number not in setting.notes:
        return story.bookmarked(anchor, tracked(how, text_run(number, NOTE_LOOK), story))
    lasting = setting.lasting.get(mark.number)
    first = setting.bookmarks[lasting] if lasting and how else story.cited.get((mark.number, how))
    if first is None:
        story.cited[mark.number, how] = setting.bookmarks[anchor]
        at = len(story.cited)
        if setting.automatic_notes:
            reference = f'<w:r>{NOTE_LOOK}<w:footnoteReference w:id="{at}"/></w:r>'
        else:
            # Digit by digit: of several in one element LibreOffice (25.2) shows each twice.
            shown = "".join(f"<w:t>{digit}</w:t>" for digit in number)
            reference = f'<w:r>{NOTE_LOOK}<w:footnoteReference w:customMarkFollows="1" w:id="{at}"/>{shown}</w:r>'
    elif setting.automatic_notes:
        reference = field(f"NOTEREF {first} \\f \\h", number, NOTE_LOOK)
    else:
        repeated = tracked(how, text_run(number, NOTE_LOOK), story)
        return story.bookmarked(anchor, f'<w:hyperlink w:anchor="{first}" w:history="1">{repeated}</w:hyperlink>')
    return story.bookmarked(anchor, tracked(how, reference, story))


def _reference(reference: Reference, story: Story) -> str:
    name, otherwise = story.setting.bookmarks.get(reference.target), reference.text or "–"
    return page_reference(name, reference.target, otherwise, story) if name else text_run(otherwise)
