"""Inlines → text, spans, links, note references, insertions and deletions."""

from itertools import groupby
from typing import assert_never

from briefgen.document import Inline, Inlines, LineBreak, Link, Mark, NoteMark, Paged, Reference, Reviser, Revision, Run
from briefgen.document.address import address
from briefgen.document.anchors import citation, note
from briefgen.document.revisions import revision_of
from briefgen.html.context import PageContext, parse_citation
from briefgen.html.markup import Markup, direction, element, escaped, joined, tag
from briefgen.locale import tied

_REVISION_ELEMENTS: dict[Revision, str] = {"inserted": "ins", "deleted": "del"}


def revised(revision: Revision, content: Markup, context: PageContext, *, block: bool = False) -> Markup:
    """Content that was inserted or deleted. `block`: it consists of blocks.

    Most screen readers ignore these elements, so hidden text announces them."""
    if not revision or not content:
        return content
    reviser = context.document.reviser or Reviser("")
    before, after = reviser.inserted if revision == "inserted" else reviser.deleted
    first, last = (element("span", escaped(words), class_="unseen") for words in (f"{before} ", f" {after} "))
    inside = joined((first, content, last))
    return element(
        _REVISION_ELEMENTS[revision], inside, class_="block" if block else None, datetime=reviser.date[:10] or None
    )


# Inlines → text, spans, links and note marks.

_MARK_ELEMENTS: tuple[tuple[Mark, str], ...] = (("strong", "strong"), ("emphasis", "em"), ("code", "code"))
_CLASSES: tuple[Mark, ...] = (
    "muted", "sign", "for", "against", "mixed", "judgement", "assumption", "computed", "inferred",
)  # fmt: skip
_UNKNOWN = "–"


def inlines(content: Inlines, context: PageContext) -> Markup:
    """The content of a paragraph. Adjacent inlines of the same revision share one element."""
    if context.document.reviser is None or context.revision:
        return _write(content, context)
    out: list[Markup] = []
    last: Inline | None = None
    for revision, group in groupby(content, revision_of):
        anchors = tuple(group)
        out.append(revised(revision, _write(anchors, context, last), context))
        last = anchors[-1]
    return joined(out)


def _write(content: Inlines, context: PageContext, last: Inline | None = None) -> Markup:
    """Inlines that follow `last`."""
    out: list[Markup] = []
    for inline in content:
        match inline:
            case Run():
                out.append(_run(inline, context))
            case Link():
                out.append(_link(inline, context))
            case NoteMark():
                if isinstance(last, NoteMark):  # else notes 1 and 2 read as 12
                    out.append(element("sup", escaped(",")))
                out.append(_note_mark(inline, context))
            case LineBreak():
                out.append(element("br"))
            case Reference():
                out.append(_reference(inline, context))
            case Paged(without_pages=words):
                out.append(_write(words, context))
            case _:
                assert_never(inline)
        last = inline
    return joined(out)


def _run(run: Run, context: PageContext) -> Markup:
    out = escaped(tied(run.text, run.lang or context.document.lang))
    if not run.marks and not run.lang:
        return out
    lang = tag(run.lang) if run.lang != context.document.lang else None
    classes = " ".join(mark for mark in _CLASSES if mark in run.marks)
    names = [name for mark, name in _MARK_ELEMENTS if mark in run.marks]
    if classes or (lang and not names):
        names.insert(0, "span")
    for name in reversed(names[1:]):
        out = element(name, out)
    return (
        element(names[0], out, class_=classes or None, lang=lang, dir=direction(lang) if lang else None)
        if names
        else out
    )


def _link(link: Link, context: PageContext) -> Markup:
    content = joined(_run(run, context) for run in link.content)
    if not any(run.text.strip() for run in link.content):
        return content
    if not link.target.startswith("#"):
        url = address(link.target)
        return element("a", content, href=url, rel="noreferrer") if url else content
    anchor = link.target[1:]
    place = context.link_targets.ids.get(anchor)
    if place is None:
        return content
    if mark := parse_citation(anchor):
        label = context.locale.text("Note {number}: back to place {place} in the text")
        label_text = label.format(number=mark[0], place=mark[1])
        return element("a", content, href=f"#{place}", role="doc-backlink", aria_label=label_text)
    return element("a", content, href=f"#{place}")


def _note_mark(mark: NoteMark, context: PageContext) -> Markup:
    number = escaped(str(mark.number))
    at = context.id(citation(mark.number, mark.occurrence))
    place = context.link_targets.ids.get(note(mark.number))
    if place is None:
        return element("sup", number, id=at)
    label_text = context.locale.text("Note {number}").format(number=mark.number)
    link = element(
        "a", number, id=at, href=f"#{place}", role="doc-noteref", aria_label=label_text, data_note=mark.number
    )
    return element("sup", link)


def _reference(reference: Reference, context: PageContext) -> Markup:
    place = context.link_targets.ids.get(reference.target)
    shown = escaped(reference.text or context.link_targets.names.get(reference.target, "") or _UNKNOWN)
    return element("a", shown, href=f"#{place}") if place else shown
