"""Inlines and a style become the segments of a paragraph."""

import re
from itertools import groupby
from typing import assert_never
from unicodedata import is_normalized, normalize

import msgspec

from briefgen.document import Inlines, LineBreak, Link, NoteMark, Paged, Reference, Reviser, Revision, Run
from briefgen.document.anchors import citation, note
from briefgen.document.revisions import revision_of
from briefgen.fonts import INVISIBLE, Font, capitals, font_runs
from briefgen.layout.boxes import Segment, space_between
from briefgen.layout.compose.composer import MARK_RISE, MARK_SIZE, Composer, SpecifiedStyle, may_lead
from briefgen.layout.page import ComputedStyle, Element
from briefgen.locale import tied

_OTHER_BLANKS = re.compile(r"[\t-\r\x1c-\x1f\x85\u1680\u2000-\u2005\u2028\u2029\u3000]")
"""White space other than the space at which a line may end."""

_DROPPED = dict.fromkeys(map(ord, INVISIBLE - {"\u200b"}))
"""Invisible characters that are dropped; a zero width space is a break opportunity."""

_BREAK_WITHIN = re.compile(r"(?<=[^\W\d_][-‐–])(?=[^\W\d_])|(?<=\w[—/])(?=\w)|\u200b")
"""Break opportunities inside a word: after a hyphen or dash between letters, a long dash, a slash."""


_ADDRESS = re.compile(r"://|@|^www\.")

_SIGNS = frozenset("▲▼◆△▽◇◊")
"""Signs that are kept on the line of the next word."""


_MEASURED = 200
"""Characters measured at once: dividing a longer run takes time that grows with its square."""

_TIE = "\x1f"
"""Marks a no-break space while text is split into words. It is painted and stretched like any other."""


class _SegmentBuilder:
    """Builds the segments of a paragraph."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.segments: list[Segment] = []
        self.blank = False
        self.tied = False
        self.forced = False
        self.span = 0
        """The element of an insertion or deletion; 0 if there is none."""

    def run(self, text: str, computed: ComputedStyle, font: Font) -> None:
        """Add text in one style. It is set in one font, except for characters that the font lacks."""
        lang = computed.lang or self.composer.lang
        if not text.isascii() or not text.isprintable():
            text = _OTHER_BLANKS.sub(" ", text.translate(_DROPPED))
            if not is_normalized("NFC", text):
                text = normalize("NFC", text)
        first, *others = tied(text, lang, _TIE).split(" ")
        if first:
            self.word(first, computed, font)
        for word in others:
            self.blank = True
            if word:
                self.word(word, computed, font)

    def word(self, word: str, computed: ComputedStyle, font: Font) -> None:
        """Add a word, or several joined by no-break spaces, divided at its break opportunities."""
        if _TIE in word:
            first, *others = word.split(_TIE)
            if first:
                self.word(first, computed, font)
            for other in others:
                self.blank = self.tied = True
                if other:
                    self.word(other, computed, font)
            return
        if not word.isalnum() and _BREAK_WITHIN.search(word):
            breaks = False
            at = len(self.segments)
            for part in _BREAK_WITHIN.split(word):
                if part:
                    self.part(part, computed, font, breaks)
                    breaks = True
            if _ADDRESS.search(word):
                self.segments[at:] = [msgspec.structs.replace(each, address=True) for each in self.segments[at:]]
        else:
            self.part(word, computed, font, False)

    def part(self, part: str, computed: ComputedStyle, font: Font, breaks: bool) -> None:
        """Add a word, or an unbreakable part of one."""
        if len(part) > _MEASURED:
            for at in range(0, len(part), _MEASURED):
                self.part(part[at : at + _MEASURED], computed, font, breaks and not at)
            return
        painted = capitals(part) if computed.capitals else part
        try:
            width = font.width(painted)
        except KeyError:
            self.split_by_font(painted, part, computed, font, breaks)
            return
        self.segment(
            painted, width * computed.size, computed, breaks, part if painted is not part and painted != part else ""
        )

    def split_by_font(self, painted: str, original: str, computed: ComputedStyle, font: Font, breaks: bool) -> None:
        """Add a part that needs more than one font."""
        at = 0
        for font_run in font_runs(painted, font, self.composer.fallback()):
            own = computed
            if font_run.font is not font or font_run.scale != 1 or font_run.boxed:
                own = self.composer.variant(computed, font_run.font.name, font_run.scale, font_run.boxed)
            written = original[at : at + len(font_run.text)]
            at += len(font_run.text)
            unicode = written if written != font_run.text else ""
            self.segment(font_run.text, font_run.font.width(font_run.text) * own.size, own, breaks, unicode)
            breaks = False

    def segment(self, text: str, width: float, computed: ComputedStyle, breaks: bool, unicode: str = "") -> None:
        """Add a segment with the space before it."""
        if computed.tracking:
            width += computed.tracking * len(text)
        space = 0.0
        if self.segments and not self.forced:
            if self.blank:
                before = self.segments[-1]
                space, breaks = space_between(before.style, computed), before.text not in _SIGNS and not self.tied
        else:
            breaks = False
        self.segments.append(
            Segment(text, width, computed, space, breaks, self.forced and bool(self.segments), unicode)
        )
        self.blank = self.tied = self.forced = False


def segments_of(composer: Composer, inlines: Inlines, style: str, element: int, strong: bool = False) -> list[Segment]:
    """The segments of a paragraph that belongs to `element`."""
    builder = _SegmentBuilder(composer)
    if composer.document.reviser is None:
        _add(builder, inlines, style, element, strong)
        return builder.segments
    for revision, group in groupby(inlines, revision_of):
        at, builder.span = len(builder.segments), 0
        if revision:
            builder.span = composer.place(Element("Span", element, revision=revision))
        _add(builder, tuple(group), style, element, strong, revision)
        if revision:
            _announced(builder.segments, at, composer.document.reviser, revision)
    return builder.segments


def _announced(segments: list[Segment], first: int, reviser: Reviser, revision: Revision) -> None:
    """Add the text read at the start and end of an insertion or deletion."""
    if len(segments) == first:
        return
    before, after = reviser.inserted if revision == "inserted" else reviser.deleted
    for at, spoken in ((first, {"spoken_before": f"{before} "}), (-1, {"spoken_after": f" {after}"})):
        computed = msgspec.structs.replace(segments[at].style, **spoken)
        segments[at] = msgspec.structs.replace(segments[at], style=computed)


def _add(
    builder: _SegmentBuilder, inlines: Inlines, style: str, element: int, strong: bool, revision: Revision = ""
) -> None:
    plain = SpecifiedStyle(style, strong, frozenset({revision}) if revision else frozenset())
    for inline in inlines:
        match inline:
            case Run():
                _run(builder, inline, style, strong, element)
            case Link(content=content, target=target):
                _link(builder, content, target, style, strong, element)
            case NoteMark():
                _note_mark(builder, inline, plain, element)
            case LineBreak():
                builder.forced = True
            case Reference():
                _reference(builder, inline, plain, element)
            case Paged(with_pages=words):
                _add(builder, words, style, element, strong, revision)
            case _:
                assert_never(inline)


def _run(builder: _SegmentBuilder, run: Run, style: str, strong: bool, element: int) -> None:
    composer = builder.composer
    lang = run.lang if run.lang and run.lang != composer.lang else ""
    inner = composer.element("Span", builder.span or element, lang) if lang and run.text.strip() else builder.span
    computed, font = composer.computed_style(SpecifiedStyle(style, strong, run.marks, lang), inner)
    builder.run(run.text, computed, font)


def _link(
    builder: _SegmentBuilder, content: tuple[Run, ...], target: str, style: str, strong: bool, element: int
) -> None:
    composer = builder.composer
    if not may_lead(target) or (target.startswith("#") and target[1:] not in composer.anchors):
        for run in content:
            _run(builder, run, style, strong, element)
        return
    if not any(run.text.strip() for run in content):
        return
    link = composer.element("Link", builder.span or element)
    for run in content:
        lang = run.lang if run.lang and run.lang != composer.lang else ""
        inner = composer.element("Span", link, lang) if lang and run.text.strip() else link
        computed, font = composer.computed_style(SpecifiedStyle(style, strong, run.marks, lang), inner, target)
        builder.run(run.text, computed, font)


def _note_mark(builder: _SegmentBuilder, mark: NoteMark, specified: SpecifiedStyle, element: int) -> None:
    """A raised number that links to its note. No line starts with it, so it joins the text before it."""
    composer = builder.composer
    number = mark.number
    known = number in composer.sources
    computed, font = composer.computed_style(specified)
    inner = composer.element("Link", composer.element("Reference", builder.span or element)) if known else builder.span
    raised = msgspec.structs.replace(
        computed, size=computed.size * MARK_SIZE, rise=computed.size * MARK_RISE, element=inner, tracking=0.0,
        capitals=False, target=f"#{note(number)}" if known else "",
    )  # fmt: skip
    text, before = str(number), builder.segments[-1] if builder.segments else None
    space = 0.0
    if before is not None and (builder.blank or before.style.rise):
        # Two adjacent marks would read as one number. A space that the author put before a mark is kept, but no
        # line ends there.
        space = font.space * raised.size
    first = composer.cite(number) if known else False
    builder.segments.append(
        Segment(text, font.width(text) * raised.size, raised, space, note=number if first else 0,
                forced=builder.forced and before is not None, anchor=citation(number, mark.occurrence))
    )  # fmt: skip
    builder.blank = builder.tied = builder.forced = False


def _reference(builder: _SegmentBuilder, reference: Reference, specified: SpecifiedStyle, element: int) -> None:
    """A page number, filled in later; until then it takes the room of `digits` zeros."""
    composer = builder.composer
    if reference.target not in composer.anchors:
        computed, font = composer.computed_style(specified, builder.span)
        builder.run(reference.text, computed, font)
        return
    link = composer.element("Link", composer.element("Reference", builder.span or element))
    target = "#" + reference.target
    computed, font = composer.computed_style(specified, link, target, reference.target)
    digits = "0" * composer.room.digits
    builder.segment(digits, font.width(digits) * computed.size, computed, False)
