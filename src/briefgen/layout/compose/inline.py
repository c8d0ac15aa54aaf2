"""Inlines and a style become the segments of a paragraph."""

import re
from itertools import groupby
from typing import assert_never
from unicodedata import is_normalized, normalize

import msgspec

from briefgen.document import Inlines, LineBreak, Link, NoteMark, Paged, Reference, Reviser, Revision, Run
from briefgen.document.anchors import citation, note
from briefgen.document.revisions import revision_of
from briefgen.fonts import INVISIBLE, Font, capitals, stretches
from briefgen.layout.boxes import Segment, space_between
from briefgen.layout.compose.composer import MARK_RISE, MARK_SIZE, Composer, Manner, may_lead
from briefgen.layout.page import Element, Look
from briefgen.locale import tied

_OTHER_BLANKS = re.compile(r"[\t-\r\x1c-\x1f\x85\u1680\u2000-\u2005\u2028\u2029\u3000]")
"""Blanks at which a line may end, besides the space."""

_DROPPED = dict.fromkeys(map(ord, INVISIBLE - {"\u200b"}))
"""A zero width space is a place where a line may end; the others have no part in a line."""

_BREAK_WITHIN = re.compile(r"(?<=[^\W\d_][-‐–])(?=[^\W\d_])|(?<=\w[—/])(?=\w)|\u200b")
"""Where a line may end inside a word: after a hyphen or dash between letters, a long dash, a slash."""


_ADDRESS = re.compile(r"://|@|^www\.")

_SIGNS = frozenset("▲▼◆△▽◇◊")
"""A sign stands on the line of its word, in whatever look."""


_MEASURED = 200
"""Letters that are measured at once. To divide a longer run over lines takes time that grows with its square."""

_TIE = "\x1f"
"""A space at which no line ends, while words are taken apart. It is painted as any other, and stretched with them."""


class _Stick:
    """The segments of a paragraph as they come."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.segments: list[Segment] = []
        self.blank = False
        self.tied = False
        self.forced = False
        self.span = 0
        """The element of an insertion or deletion; 0 where there is none."""

    def run(self, text: str, look: Look, font: Font) -> None:
        """Add words in one look. The looks of one run share the font, except where it lacks a character."""
        lang = look.lang or self.composer.lang
        if not text.isascii() or not text.isprintable():
            text = _OTHER_BLANKS.sub(" ", text.translate(_DROPPED))
            if not is_normalized("NFC", text):
                text = normalize("NFC", text)
        first, *others = tied(text, lang, _TIE).split(" ")
        if first:
            self.word(first, look, font)
        for word in others:
            self.blank = True
            if word:
                self.word(word, look, font)

    def word(self, word: str, look: Look, font: Font) -> None:
        """Add a word, or several that are tied. Each may still hold places where a line may end."""
        if _TIE in word:
            first, *others = word.split(_TIE)
            if first:
                self.word(first, look, font)
            for other in others:
                self.blank = self.tied = True
                if other:
                    self.word(other, look, font)
            return
        if not word.isalnum() and _BREAK_WITHIN.search(word):
            breaks = False
            at = len(self.segments)
            for part in _BREAK_WITHIN.split(word):
                if part:
                    self.part(part, look, font, breaks)
                    breaks = True
            if _ADDRESS.search(word):
                self.segments[at:] = [msgspec.structs.replace(each, address=True) for each in self.segments[at:]]
        else:
            self.part(word, look, font, False)

    def part(self, part: str, look: Look, font: Font, breaks: bool) -> None:
        """Add a word, or a part of one that keeps together."""
        if len(part) > _MEASURED:
            for at in range(0, len(part), _MEASURED):
                self.part(part[at : at + _MEASURED], look, font, breaks and not at)
            return
        painted = capitals(part) if look.capitals else part
        try:
            width = font.width(painted)
        except KeyError:
            self.mixed(painted, part, look, font, breaks)
            return
        self.segment(painted, width * look.size, look, breaks, part if painted is not part and painted != part else "")

    def mixed(self, painted: str, original: str, look: Look, font: Font, breaks: bool) -> None:
        """Add a part that takes more than one font."""
        at = 0
        for stretch in stretches(painted, font, self.composer.fallback()):
            own = look
            if stretch.font is not font or stretch.scale != 1 or stretch.boxed:
                own = self.composer.variant(look, stretch.font.name, stretch.scale, stretch.boxed)
            written = original[at : at + len(stretch.text)]
            at += len(stretch.text)
            meaning = written if written != stretch.text else ""
            self.segment(stretch.text, stretch.font.width(stretch.text) * own.size, own, breaks, meaning)
            breaks = False

    def segment(self, text: str, width: float, look: Look, breaks: bool, meaning: str = "") -> None:
        """Add a segment, with the space that stands before it."""
        if look.tracking:
            width += look.tracking * len(text)
        space = 0.0
        if self.segments and not self.forced:
            if self.blank:
                before = self.segments[-1]
                space, breaks = space_between(before.look, look), before.text not in _SIGNS and not self.tied
        else:
            breaks = False
        self.segments.append(Segment(text, width, look, space, breaks, self.forced and bool(self.segments), meaning))
        self.blank = self.tied = self.forced = False


def segments_of(composer: Composer, inlines: Inlines, style: str, element: int, strong: bool = False) -> list[Segment]:
    """The segments of a paragraph that belongs to `element`."""
    stick = _Stick(composer)
    if composer.document.reviser is None:
        _add(stick, inlines, style, element, strong)
        return stick.segments
    for how, group in groupby(inlines, revision_of):
        at, stick.span = len(stick.segments), 0
        if how:
            stick.span = composer.place(Element("Span", element, revision=how))
        _add(stick, tuple(group), style, element, strong, how)
        if how:
            _announced(stick.segments, at, composer.document.reviser, how)
    return stick.segments


def _announced(segments: list[Segment], first: int, reviser: Reviser, how: Revision) -> None:
    """Has it said where an insertion or a deletion begins and ends."""
    before, behind = reviser.inserted if how == "inserted" else reviser.deleted
    for at, said in ((first, {"before": f"{before} "}), (-1, {"behind": f" {behind}"})):
        if len(segments) > first:
            look = msgspec.structs.replace(segments[at].look, **said)
            segments[at] = msgspec.structs.replace(segments[at], look=look)


def _add(stick: _Stick, inlines: Inlines, style: str, element: int, strong: bool, how: Revision = "") -> None:
    plain = Manner(style, strong, frozenset({how}) if how else frozenset())
    for inline in inlines:
        match inline:
            case Run():
                _run(stick, inline, style, strong, element)
            case Link(content=content, target=target):
                _link(stick, content, target, style, strong, element)
            case NoteMark():
                _note_mark(stick, inline, plain, element)
            case LineBreak():
                stick.forced = True
            case Reference():
                _reference(stick, inline, plain, element)
            case Paged(with_pages=words):
                _add(stick, words, style, element, strong, how)
            case _:
                assert_never(inline)


def _run(stick: _Stick, run: Run, style: str, strong: bool, element: int) -> None:
    composer = stick.composer
    lang = run.lang if run.lang and run.lang != composer.lang else ""
    within = composer.element("Span", stick.span or element, lang) if lang and run.text.strip() else stick.span
    look, font = composer.look(Manner(style, strong, run.marks, lang), within)
    stick.run(run.text, look, font)


def _link(stick: _Stick, content: tuple[Run, ...], target: str, style: str, strong: bool, element: int) -> None:
    composer = stick.composer
    if not may_lead(target) or (target.startswith("#") and target[1:] not in composer.anchors):
        for run in content:
            _run(stick, run, style, strong, element)
        return
    if not any(run.text.strip() for run in content):
        return
    link = composer.element("Link", stick.span or element)
    for run in content:
        lang = run.lang if run.lang and run.lang != composer.lang else ""
        within = composer.element("Span", link, lang) if lang and run.text.strip() else link
        look, font = composer.look(Manner(style, strong, run.marks, lang), within, target)
        stick.run(run.text, look, font)


def _note_mark(stick: _Stick, mark: NoteMark, manner: Manner, element: int) -> None:
    """A raised number that leads to its note. It never opens a line, so it joins what stands before it."""
    composer = stick.composer
    number = mark.number
    known = number in composer.sources
    look, font = composer.look(manner)
    within = composer.element("Link", composer.element("Reference", stick.span or element)) if known else stick.span
    raised = msgspec.structs.replace(
        look, size=look.size * MARK_SIZE, rise=look.size * MARK_RISE, element=within, tracking=0.0, capitals=False,
        target=f"#{note(number)}" if known else "",
    )  # fmt: skip
    text, before = str(number), stick.segments[-1] if stick.segments else None
    space = 0.0
    if before is not None and (stick.blank or before.look.rise):
        # Two marks side by side would read as one number; a space the author left before a mark is kept, but no break.
        space = font.space * raised.size
    first = composer.cite(number) if known else False
    stick.segments.append(
        Segment(text, font.width(text) * raised.size, raised, space, note=number if first else 0,
                forced=stick.forced and before is not None, anchor=citation(number, mark.occurrence))
    )  # fmt: skip
    stick.blank = stick.tied = stick.forced = False


def _reference(stick: _Stick, reference: Reference, manner: Manner, element: int) -> None:
    """The number of a page, filled in when it is known; until then it takes the room of `digits` zeros."""
    composer = stick.composer
    if reference.target not in composer.anchors:
        look, font = composer.look(manner, stick.span)
        stick.run(reference.text, look, font)
        return
    link = composer.element("Link", composer.element("Reference", stick.span or element))
    target = "#" + reference.target
    look, font = composer.look(manner, link, target, reference.target)
    digits = "0" * composer.room.digits
    stick.segment(digits, font.width(digits) * look.size, look, False)
