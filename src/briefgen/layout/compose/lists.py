"""Lists → indented matter with hanging labels."""

from collections.abc import Callable
from math import fsum

from msgspec.structs import replace

from briefgen.document import Blocks, Item, List, Paragraph
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.paragraphs import label, within
from briefgen.layout.compose.surroundings import END_NOTES, TEXT, Surroundings
from briefgen.layout.matter import Indented, Matter, Words
from briefgen.layout.page import Element
from briefgen.theme import NOTES_APART, WITHIN_NOTE

BULLETS = ("•", "–", "·")
"""By depth; deeper lists go on with the last."""

ComposeAll = Callable[[Composer, Blocks, int, Surroundings], list[Matter]]


def compose_list(
    composer: Composer, block: List, parent: int, around: Surroundings, compose_all: ComposeAll, depth: int = 0
) -> list[Matter]:
    """A list, and the lists inside it."""
    if not block.items:
        return []
    notes = block.role == "notes"
    below = composer.theme.styles[around.body].after
    around = END_NOTES if notes else _inside(around)
    style = composer.theme.styles[around.list]
    element = composer.place(Element("L", parent, numbering="Decimal" if block.ordered or notes else "Disc"))
    labels = [_label(block, index, item, depth) for index, item in enumerate(block.items)]
    gap = style.size * 0.5
    composed = []
    for text, item in zip(labels, block.items, strict=True):
        part = composer.element("LI", element)
        words = label(composer, text, around.list, part)
        children = _body(composer, item, part, around, compose_all, depth)
        anchor = "" if notes and item.anchor in composer.at_foot else item.anchor
        composed.append((words, _held(children) if notes else children, anchor))
    widest = max((fsum(s.width + s.space for s in words.segments) for words, _, _ in composed if words), default=0.0)
    room = composer.room.width / 3
    left = max(style.indent, style.size * 1.3, widest + gap if widest + gap <= room else 0)
    after = style.after * (NOTES_APART if notes else 1)
    afters = [after] * (len(composed) - 1) + [after if notes else max(after, below)]
    return [
        Indented(tuple(children), left, words, after, (anchor,) if anchor else (), whole=notes)
        for (words, children, anchor), after in zip(composed, afters, strict=True)
    ]


def _held(children: list[Matter]) -> list[Matter]:
    """A note whose first paragraph does not end a page, and whose last one does not begin one; its paragraphs stand
    nearer to each other than to the next note."""
    last = len(children) - 1
    ends = {0, last - 1}
    return [
        replace(child, keep=child.keep or index in ends, after=min(child.after, WITHIN_NOTE))
        if index < last and isinstance(child, Words)
        else child
        for index, child in enumerate(children)
    ]


def _inside(around: Surroundings) -> Surroundings:
    """In the text, a list's paragraphs take the style of lists; elsewhere that of their surroundings."""
    return replace(around, body="list") if around is TEXT else around


def _label(block: List, index: int, item: Item, depth: int) -> str:
    if item.label.strip():
        return item.label
    if block.role == "notes":
        return str(block.start + index)
    return f"{block.start + index}." if block.ordered else BULLETS[min(depth, len(BULLETS) - 1)]


def _body(
    composer: Composer, item: Item, part: int, around: Surroundings, compose_all: ComposeAll, depth: int
) -> list[Matter]:
    if not item.blocks:
        return []
    body = composer.element("LBody", part)
    match item.blocks:
        case (Paragraph(role="body", content=content),):
            # One paragraph needs no element of its own.
            words = within(composer, content, around.body, body, strong=around.strong)
            return [words] if words else []
        case _:
            pass
    out: list[Matter] = []
    for inner in item.blocks:
        if isinstance(inner, List):
            out += compose_list(composer, inner, body, around, compose_all, depth + 1)
        else:
            remark = isinstance(inner, Paragraph) and inner.role == "small"
            if remark and out and isinstance(out[-1], Words):  # it does not begin a page without what it is about
                out[-1] = replace(out[-1], keep=True)
            out += compose_all(composer, (inner,), body, around)
    return out
