"""Inlines, the parts of a text. Flat: a run has marks, a link has runs, and nothing nests deeper."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

import msgspec

Mark: TypeAlias = Literal[
    "emphasis",
    "strong",
    "code",
    "muted",  # secondary ink
    "sign",  # ▲ ▼ ◆ △ ▽ ◊: a stance, always followed by its word
    "for",
    "against",
    "mixed",  # the three tones of a stance, never colour alone
    "judgement",
    "assumption",
    "computed",
    "inferred",  # kinds of statement that are not facts
    "inserted",
    "deleted",  # words that one of two editions has (see `Revision`)
]
"""What a run is, beyond its words. A writer gives each mark its look; their order has no meaning."""

Revision: TypeAlias = Literal["", "inserted", "deleted"]
"""Of what only one of two editions has: `deleted`, the old one; `inserted`, the new one. Runs have it as a mark,
everything else that can be inserted or deleted as a field. It applies to every part of a deleted or inserted node as
well."""


class Authored(msgspec.Struct, frozen=True, tag=True):
    """The words come from a field of the scenario; they can be edited in Word and imported again."""

    path: str
    """By id and language: `options.assessment-team.summary.en`."""
    block: int = 0
    """The number of the paragraph or item in the field, in reading order from 0."""


class TemplateText(msgspec.Struct, frozen=True, tag=True):
    """The words come from a template, or from the catalogue of interface words."""

    template: str = ""
    line: int = 0


class Computed(msgspec.Struct, frozen=True, tag=True):
    """The words were computed (a number, a date in words, a share) and cannot be edited."""

    what: str = ""
    of: str = ""
    """The path of the words, where they were not computed but cannot be edited here: a quote, or a field that is
    printed elsewhere too."""


Origin: TypeAlias = Authored | TemplateText | Computed


class Run(msgspec.Struct, frozen=True, tag=True):
    """Words of one origin and one look. `text` has no line end and no control character."""

    text: str
    origin: Origin
    marks: frozenset[Mark] = frozenset()
    lang: str = ""
    """BCP 47, where it is not that of the document."""


class Link(msgspec.Struct, frozen=True, tag=True):
    """Runs that lead somewhere: `#anchor` inside the document, or an address with an allowed scheme."""

    content: tuple[Run, ...]
    target: str


class NoteMark(msgspec.Struct, frozen=True, tag=True):
    """A citation. `occurrence` counts the marks of one note from 1; the first one has the footnote, the
    others repeat its number and lead to it. Its anchor is `cite-{number}-{occurrence}`."""

    number: int
    occurrence: int
    origin: Authored | None = None
    """The field that cites."""
    revision: Revision = ""


class LineBreak(msgspec.Struct, frozen=True, tag=True):
    """A forced line end inside a paragraph."""

    revision: Revision = ""


class Reference(msgspec.Struct, frozen=True, tag=True):
    """A cross reference that the writer fills: the page of an anchor, in digits."""

    target: str
    """An anchor of the document, without `#`."""
    text: str = ""
    """What to print where pages are not known."""
    revision: Revision = ""


class Paged(msgspec.Struct, frozen=True, tag=True):
    """Words for formats that have pages, and others for those that have none: “listed on page 6” in Word and PDF,
    “listed under ‘What is not known’” on a web page. A reader sees one of them."""

    with_pages: "tuple[Run | Link | Reference, ...]"
    without_pages: "tuple[Run | Link, ...]"


Inline: TypeAlias = Run | Link | NoteMark | LineBreak | Reference | Paged
Inlines: TypeAlias = tuple[Inline, ...]


def length(inlines: Iterable[Inline]) -> int:
    """The length of `plain`."""
    letters = 0
    for inline in inlines:
        if type(inline) is Run:
            letters += 0 if "deleted" in inline.marks else len(inline.text)
        elif type(inline) is not NoteMark:
            letters += len(plain((inline,)))
    return letters


def plain(inlines: Iterable[Inline]) -> str:
    """The words alone, without note marks and deleted words, with a space for a line break, and in the wording for
    formats without pages."""
    out: list[str] = []
    for inline in inlines:
        match inline:
            case Run():
                if "deleted" not in inline.marks:
                    out.append(inline.text)
            case NoteMark():
                pass
            case Link():
                out += [run.text for run in inline.content if "deleted" not in run.marks]
            case LineBreak():
                if inline.revision != "deleted":
                    out.append(" ")
            case Reference():
                if inline.revision != "deleted":
                    out.append(inline.text)
            case Paged():
                out.append(plain(inline.without_pages))
    return "".join(out)
