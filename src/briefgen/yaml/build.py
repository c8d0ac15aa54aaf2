"""Events of the YAML library → tree, with a stack of our own, so that no depth of nesting can exhaust Python's."""

import re
from collections.abc import Mapping as Dict
from typing import Any

import msgspec

from briefgen.core.diagnostic import Diagnostic, error, warning
from briefgen.core.source import SourceFile, Span
from briefgen.yaml.characters import forbidden_in, from_library
from briefgen.yaml.recover import Cut
from briefgen.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Style, Unread
from yaml import events as ev

MOST_NODES = 200_000
"""Counted with every alias written out, so that ten lines of aliases cannot stand for a billion values. A text counts
as one more for each hundred characters."""
DEEPEST = 64
"""A scenario nests eight deep."""

_STYLES: dict[str | None, Style] = {None: "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_STR = "tag:yaml.org,2002:str"
_PROPERTIES = re.compile(r"(?:[&!][^ \t\r\n]*+(?:[ \t\r\n]++|#[^\n]*+\n)*+)++")
"""White space of YAML alone: a text may begin with a no-break space."""
_REMARK = r"(?<=\S)[ ]*\r?\n[ ]+(# [^\r\n]*)"
"""After a line of text: at the beginning of a paragraph it is a heading of Markdown, which is reported as such."""


class Unreadable(Exception):  # noqa: N818  (control flow inside this package)
    """The rest of the file is not worth reading; the diagnostics say why."""


class _Open(msgspec.Struct):
    """A mapping or list that is still being read."""

    mapping: bool
    start: int
    flow: bool
    anchor: str | None
    end: int
    children: list[Any] = msgspec.field(default_factory=list)
    keys: dict[str, Span] = msgspec.field(default_factory=dict)
    key: Node | None = None
    size: int = 1
    height: int = 1
    run_on: bool = False
    """Whether a key showed that the next item of the list goes on in this mapping."""


class _Named(msgspec.Struct):
    """What an anchor names, and what it counts for where an alias repeats it."""

    node: Node
    size: int
    height: int


class Builder:
    """Takes events one by one; at the end `root` is the tree, None for an empty file."""

    def __init__(self, source: SourceFile, text: str | None = None, cuts: Dict[int, Cut] | None = None) -> None:
        self.source = source
        self.text = source.text if text is None else text
        """What the library reads: the file, with the parts blanked that were cut out of it."""
        self.cuts = cuts or {}
        """Parts that were cut out, each by the place of the empty value that stands for it."""
        self.unread = 0
        """How many of the cuts were met."""
        self.diagnostics: list[Diagnostic] = []
        self.root: Node | None = None
        self.done = False
        self.last: Scalar | None = None
        """The scalar read last: a syntax error mostly began there."""
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Named] = {}
        self._documents = 0
        self._nodes = 0

    def take(self, event: Any) -> None:
        """The next event. Raises Unreadable where going on makes no sense."""
        kind = type(event)  # the frequent first: this runs once for every value of a file
        if kind is ev.ScalarEvent:
            self._scalar(event)
        elif kind is ev.MappingStartEvent or kind is ev.SequenceStartEvent:
            self._open(event)
        elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
            self._close(event)
        elif kind is ev.AliasEvent:
            self._alias(event)
        elif kind is ev.DocumentStartEvent:
            self._document(event)
        elif kind is ev.StreamEndEvent:
            self.done = True

    def _scalar(self, event: ev.ScalarEvent) -> None:
        start, end = _range(event)
        if not event.value and self.cuts and (cut := self._cut_at(start, end)):
            self._place(self._left_out(cut), 1, 0)
            return
        tagged, text = False, from_library(event.value)
        if event.tag is not None or event.anchor is not None:
            start = self._without_properties(start, end)
            tagged = self._tag(event, start)
            if not tagged and event.tag is not None and not text:
                start = _range(event)[0]  # `!important` is meant as a text: that it is empty is no second fault
                text = self.text[start:end]
        style = _STYLES.get(event.style, "plain")
        if style == "literal" or style == "folded":
            end = start + len(self.text[start:end].rstrip())
            if style == "folded" and "# " in text:
                self._no_comment(start, end)
        node = self.last = Scalar(text, style, Span(self.source, start, end), tagged)
        if style == "double" and (odd := forbidden_in(text)):
            self._report(
                "yaml-control-character",
                f"This text holds an escape for an invisible character (U+{ord(odd):04X}).",
                node.span,
                "Remove the escape. If the text is a path, write `/` for the backslash.",
            )
        if style == "plain" and self.text.startswith(" #", end):
            self._cut_by_comment(end + 1)
        size = 1 + len(text) // 100
        if event.anchor is not None:
            self._anchors[event.anchor] = _Named(node, size, 0)
        self._place(node, size, 0)

    def _cut_at(self, start: int, end: int) -> Cut | None:
        """The cut that an empty value stands for, or that follows it at once, so that the value may have been there."""
        if found := self.cuts.get(start):
            self.unread += 1
            return found
        return next((cut for cut in self.cuts.values() if self._borders(end, cut)), None)

    def _borders(self, end: int, cut: Cut) -> bool:
        return end <= cut.start and not self.text[end : cut.start].strip()

    def _left_out(self, cut: Cut) -> Unread:
        return Unread("", "plain", Span(self.source, cut.empty, cut.end))

    def _open(self, event: ev.MappingStartEvent | ev.SequenceStartEvent) -> None:
        start, end = _range(event)
        if event.tag is not None or event.anchor is not None:
            start = self._without_properties(start, len(self.text))
            self._tag(event, start)
        if len(self._stack) >= DEEPEST:
            self._too_deep(start, end)
        mapping = isinstance(event, ev.MappingStartEvent)
        self._stack.append(_Open(mapping, start, bool(event.flow_style), event.anchor, max(start, end)))

    def _close(self, event: ev.MappingEndEvent | ev.SequenceEndEvent) -> None:
        closing = self._stack.pop()
        end = _range(event)[1] if closing.flow else closing.end
        span = Span(self.source, closing.start, end)
        for cut in self.cuts.values():
            column = closing.start - self.text.rfind("\n", 0, closing.start) - 1
            if 0 <= cut.reach <= column and closing.start < cut.end and (end > cut.start or self._borders(end, cut)):
                lost = self._left_out(cut)
                closing.children.append(Entry(Scalar("", "plain", lost.span), lost) if closing.mapping else lost)
        node: Node = (
            Mapping(tuple(closing.children), span) if closing.mapping else Sequence(tuple(closing.children), span)
        )
        if closing.anchor is not None:
            self._anchors[closing.anchor] = _Named(node, closing.size, closing.height)
        # Its children were counted when they were placed.
        self._nodes -= closing.size - 1
        self._place(node, closing.size, closing.height)

    def _alias(self, event: ev.AliasEvent) -> None:
        span = Span(self.source, *_range(event))
        named = self._anchors.get(event.anchor or "")
        if any(opened.anchor == event.anchor for opened in self._stack):
            self._report(
                "yaml-alias", f"`{span.text}` stands for something that contains it.", span, "Write the value out."
            )
            raise Unreadable
        if named is None:
            if not self.cuts:  # else the anchor may be in a part that was cut out
                self._report(
                    "yaml-alias",
                    f"`{span.text}` repeats something named `&{event.anchor}`, and nothing above has that name.",
                    span,
                    "To begin a text with `*`, put it in quotes.",
                )
            named = _Named((Unread if self.cuts else Scalar)("", "plain", span), 1, 0)
        if len(self._stack) + named.height > DEEPEST:
            self._too_deep(span.start, span.end)
        self._place(named.node, named.size, named.height, span.end)

    def _place(self, node: Node, size: int, height: int, end: int | None = None) -> None:
        """Puts a finished node where it belongs: as root, item, key or value."""
        self._nodes += size
        if self._nodes > MOST_NODES:
            span = node.span if end is None else Span(self.source, end - 1, end)
            self._report(
                "yaml-too-large",
                f"With its aliases written out, this file has more than {MOST_NODES:,} values.",
                span,
                "Repeat less by `*alias`, or divide the file.",
            )
            raise Unreadable
        if not self._stack:
            self.root = node if self.root is None else _joined(self.root, node)
            return
        parent = self._stack[-1]
        parent.size += size
        if height >= parent.height:
            parent.height = height + 1
        parent.end = node.span.end if end is None else end
        if not parent.mapping:
            parent.children.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            self._entry(parent, parent.key, node)
            parent.key = None

    def _entry(self, parent: _Open, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self._report(
                "yaml-key",
                "A key is a word, and this one is a list or a mapping.",
                key.span,
                "Put a text that begins with `[` or `{` in quotes.",
            )
        elif key.text == "<<" and key.style == "plain":
            self._report(
                "yaml-merge-key",
                "The merge key `<<` belongs to YAML 1.1; here it would be an unknown key.",
                key.span,
                "Write out the keys that it would bring in.",
            )
        elif isinstance(value, Unread):
            parent.children.append(Entry(key, value))  # its key may be no key at all, so it is never a duplicate
        elif (first := parent.keys.get(key.text)) is not None:
            self._twice(parent, key, first)
        else:
            parent.keys[key.text] = key.span
            parent.children.append(Entry(key, value))

    def _twice(self, parent: _Open, key: Scalar, first: Span) -> None:
        """A key is there already: by mistake, or because the next item of a list has lost its dash, and then all of its
        keys are, and are reported as one."""
        if parent.run_on:
            return
        in_list = len(self._stack) > 1 and not self._stack[-2].mapping and not parent.flow
        parent.run_on = in_list and key.text == next(iter(parent.keys))
        self._report(
            "yaml-duplicate-key",
            f"`{key.text}` is given twice; line {first.line} already has it.",
            key.span,
            f"If the next item of the list begins here, write `- {key.text}:`; otherwise remove one."
            if parent.run_on
            else "Remove one. If it belongs to the next item of a list, begin that item with `- `.",
        )

    def _document(self, event: ev.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            span = Span(self.source, *_range(event))
            self._report(
                "yaml-several-documents",
                f"`{span.text}` begins a second document; a file holds one.",
                span,
                "Remove the line, or move what follows to another file.",
            )
            if self._documents > 2:
                self.done = True

    def _tag(self, event: ev.ScalarEvent | ev.MappingStartEvent | ev.SequenceStartEvent, start: int) -> bool:
        """Whether the node is tagged as text; any other tag is a fault."""
        if event.tag is None:
            return False
        if event.tag == _STR and isinstance(event, ev.ScalarEvent):
            return True
        began = _range(event)[0]
        written = self.text[began:start]
        tag = next((word for word in written.split() if word.startswith("!")), "!")
        began += max(written.find(tag), 0)
        self._report(
            "yaml-tag",
            f"`{tag}` is a tag of YAML; only `!!str` is known here.",
            Span(self.source, began, began + len(tag)),
            "Remove it. To begin a text with `!`, put it in quotes.",
        )
        return False

    def _cut_by_comment(self, start: int) -> None:
        """“Bill #12” without quotes says “Bill”, and nothing else would show it."""
        text = self.text
        if not text[start + 1 : start + 2].isalnum():
            return
        end = text.find("\n", start)
        span = Span(self.source, start, len(text) if end < 0 else end - text.startswith("\r", end - 1))
        self.diagnostics.append(
            warning(
                "yaml-comment",
                "From `#` on, this line is a comment, not part of the text.",
                span,
                "If it is part of the text, put the text in quotes; in a comment, write a space after `#`.",
            )
        )

    def _no_comment(self, start: int, end: int) -> None:
        """A remark between the lines of a text after `>` is printed within a sentence, and nothing else shows it."""
        body = self.text.find("\n", start, end) + 1
        for found in re.compile(_REMARK).finditer(self.text, body, end):
            self.diagnostics.append(
                warning(
                    "yaml-comment",
                    "Within a text after `>`, `#` does not begin a comment: this line is part of the text.",
                    Span(self.source, found.start(1), found.end(1)),
                    "Put a comment above the key; if the line is part of the text, do not begin it with `# `.",
                )
            )

    def _without_properties(self, start: int, end: int) -> int:
        """Where the node itself begins, after `&anchor` and `!tag`."""
        found = _PROPERTIES.match(self.text, start, end)
        return found.end() if found else start

    def _too_deep(self, start: int, end: int) -> None:
        self.diagnostics.append(too_deep(Span(self.source, start, end)))
        raise Unreadable

    def _report(self, code: str, message: str, span: Span, hint: str) -> None:
        self.diagnostics.append(error(code, message, span, hint))


def _joined(root: Node, node: Node) -> Node:
    """What a file would hold without the line that parts it, so that nothing is reported as missing that is below."""
    span = Span(root.span.file, root.span.start, node.span.end)
    match root, node:
        case Mapping(entries=before), Mapping(entries=merged):
            given = {entry.key.text for entry in before}
            return Mapping((*before, *(entry for entry in merged if entry.key.text not in given)), span)
        case Sequence(items=before), Sequence(items=merged):
            return Sequence((*before, *merged), span)
    return root


def too_deep(span: Span) -> Diagnostic:
    """Where lists and mappings nest deeper than any scenario does."""
    return error(
        "yaml-too-deep",
        f"Lists and mappings nest more than {DEEPEST} deep here.",
        span,
        "A scenario nests eight deep.",
    )


def _range(event: ev.Event) -> tuple[int, int]:
    """Where an event is in the text. Both parsers count characters, not bytes."""
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return start.index, end.index
