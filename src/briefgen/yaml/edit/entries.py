"""Keys with other names, words in place of others, and new entries of mappings; every other byte stays as it was."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

import msgspec

from briefgen.core.source import SourceFile, Span
from briefgen.yaml.edit.growing import data
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, quoted
from briefgen.yaml.tree import Sequence as List


class KeyName(msgspec.Struct, frozen=True):
    """Another name for a key."""

    span: Span
    """Of the key, with its quotes."""
    name: str


class Word(msgspec.Struct, frozen=True):
    """Another word in place of a value of one word."""

    span: Span
    word: str


class Listed(msgspec.Struct, frozen=True):
    """A value that becomes the only item of a list."""

    span: Span


class NewEntry(msgspec.Struct, frozen=True):
    """One more entry of a mapping."""

    span: Span
    """Of the mapping."""
    key: str
    word: str
    after: tuple[str, ...] = ()
    """It is put after the last of these keys that is given; without any, it is the first entry."""


Change: TypeAlias = KeyName | Word | Listed | NewEntry


class Rewritten(msgspec.Struct, frozen=True):
    """A text with what was changed, and what could not be."""

    text: str
    refused: tuple[Change, ...] = ()


class _Splice(NamedTuple):
    start: int
    end: int
    text: str


def rewrite(source: SourceFile, changes: Iterable[Change]) -> Rewritten:
    """The text of a file with some changes. Those after which it would not read as it should are refused."""
    distinct = list({(type(change), change.span.start): change for change in changes}.values())
    root, faults = parse(source)
    if root is None or any(fault.severity == "error" for fault in faults):
        return Rewritten(source.text, tuple(distinct))
    if (text := _changed(source, root, distinct)) is not None:
        return Rewritten(text)
    accepted: list[Change] = []
    for change in distinct:
        if _changed(source, root, [*accepted, change]) is not None:
            accepted.append(change)
    refused = tuple(change for change in distinct if change not in accepted)
    return Rewritten(_changed(source, root, accepted) or source.text, refused)


def _changed(source: SourceFile, root: Node, changes: Sequence[Change]) -> str | None:
    """The text with all of them; None where it would not read as it should."""
    expected = _Expected(changes)
    values = expected.of(root)
    text = source.text
    for splice in sorted(set(expected.splices), reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    read, faults = parse(SourceFile(source.name, text))
    sound = read is not None and not any(fault.severity == "error" for fault in faults)
    return text if sound and read is not None and data(read) == values else None


class _Expected:
    """Goes through a tree: what its values are after the changes, and what is to be written for that."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.splices: list[_Splice] = []
        self._names: dict[int, KeyName] = {}
        self._words: dict[int, Word] = {}
        self._listed: set[int] = set()
        self._entries: dict[int, list[NewEntry]] = {}
        for change in changes:
            match change:
                case KeyName():
                    self._names[change.span.start] = change
                case Word():
                    self._words[change.span.start] = change
                case Listed():
                    self._listed.add(change.span.start)
                case NewEntry():
                    self._entries.setdefault(change.span.start, []).append(change)

    def of(self, node: Node) -> object:
        """The values of a node; of a mapping, a list of pairs."""
        match node:
            case Scalar(text=text, span=span):
                word = self._words.get(span.start)
                if word:
                    self._splice(span.start, span.end, word.word)
                return word.word if word else text
            case List(items=items):
                return [self._value(item) for item in items]
            case Mapping(entries=entries):
                pairs: list[tuple[str, object]] = []
                for entry in entries:
                    name = self._names.get(entry.key.span.start)
                    if name:
                        self._splice(name.span.start, name.span.end, name.name)
                    aliased = entry.value.span.start < entry.key.span.end  # written elsewhere
                    value = (
                        data(entry.value) if aliased and isinstance(entry.value, Scalar) else self._value(entry.value)
                    )
                    pairs.append((name.name if name else entry.key.text, value))
                for new in self._entries.get(node.span.start, ()):
                    keys = [entry.key.text for entry in entries]
                    at = max((keys.index(key) + 1 for key in new.after if key in keys), default=0)
                    self._insert(node, new, at)
                    pairs.insert(at, (new.key, new.word))
                return pairs

    def _value(self, node: Node) -> object:
        """The values of a node that may become an item of a list."""
        if node.span.start not in self._listed:
            return self.of(node)
        text = node.span.file.text
        match node:
            case Scalar(text=words, style=style, span=span):
                plain = style in ("single", "double") or (style == "plain" and not any(c in words for c in ",[]{}"))
                inner = span.text if plain and "\n" not in span.text else quoted(words.strip())
                self._splice(span.start, span.end, f"[{inner}]")
                return [words if inner == span.text else words.strip()]
            case Mapping(span=span) if text[span.start] != "{":
                first, *rest = span.text.split("\n")
                lines = [f"- {first}", *(f"  {line}" if line.strip() else line for line in rest)]
                self._splice(span.start, span.end, "\n".join(lines))
                return [data(node)]
            case _:
                self._splice(node.span.start, node.span.start, "[")
                self._splice(node.span.end, node.span.end, "]")
                return [data(node)]

    def _insert(self, node: Mapping, new: NewEntry, number: int) -> None:
        """Writes a new entry before the one with a number."""
        text, start = node.span.file.text, node.span.start
        written = f"{new.key}: {new.word}"
        end = "\r\n" if "\r\n" in text else "\n"
        pad = " " * (node.span.column - 1)
        if text[start] == "{":
            if number:
                at = node.entries[number - 1].value.span.end
                self._splice(at, at, f", {written}")
            else:
                self._splice(start + 1, start + 1, f"{written}, " if node.entries else written)
        elif number:
            last = node.entries[number - 1].value.span.end
            at = text.find("\n", last)
            at = len(text) if at < 0 else at
            at -= text[at - 1 : at] == "\r"
            self._splice(at, at, f"{end}{pad}{written}")
        else:
            self._splice(start, start, f"{written}{end}{pad}")

    def _splice(self, start: int, end: int, text: str) -> None:
        self.splices.append(_Splice(start, end, text))
