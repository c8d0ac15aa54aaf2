"""All text of a PDF, shown or not."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from briefgen.release.scan.formats import Budget, Piece, UnreadableError
from briefgen.release.scan.pdf_objects import (
    OWN_KEYS,
    File,
    Object,
    Ref,
    Value,
    comments,
    names_in,
    operations,
    strings_in,
    text,
    unpacked,
)
from briefgen.release.scan.words import BREAK

# What the codes of a font mean: its ToUnicode, else its encoding (ISO 32000-1, 9.10).

_SPACE = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_CODE, _LETTERS = rb"<\s*+([0-9A-Fa-f]++)\s*+>", rb"<([0-9A-Fa-f\s]*+)>"
_PAIR = re.compile(_CODE + rb"\s*+" + _LETTERS)
_TRIPLE = re.compile(_CODE + rb"\s*+" + _CODE + rb"\s*+(?:" + _LETTERS + rb"|\[([^\[\]]*+)\])")
_EACH = re.compile(_LETTERS)
_MOST = 1 << 16
"""Codes of a range."""


class Meaning(msgspec.Struct, frozen=True):
    """Of a font."""

    size: int
    """Bytes of a code."""
    table: Mapping[int, str]

    def of(self, codes: bytes) -> str:
        """The text of a string."""
        if self.size == 1:
            return codes.decode("latin-1").translate(self.table)
        shown = (int.from_bytes(codes[at : at + self.size]) for at in range(0, len(codes), self.size))
        return "".join(self.table.get(code, "\ufffd") for code in shown)


def meaning(font: Mapping[str, Value], cmap: bytes | None) -> Meaning:
    """That of a font, from its dictionary and the stream of its ToUnicode; raises UnreadableError where it has none."""
    if cmap is None:
        if font.get("Subtype") not in ("TrueType", "Type1", "MMType1") or isinstance(font.get("Encoding"), dict):
            raise UnreadableError("a font does not say what its letters mean")
        return Meaning(1, _WESTERN)
    space = _SPACE.search(cmap)
    size = len(space[1]) // 2 if space else 1
    table: dict[int, str] = dict(_WESTERN) if size == 1 else {}
    for block in _blocks(cmap, b"bfchar"):
        table.update((int(code, 16), _text(to)) for code, to in _PAIR.findall(block))
    for block in _blocks(cmap, b"bfrange"):
        for first, last, to, listed in _TRIPLE.findall(block):
            table.update(_run(int(first, 16), int(last, 16), to, listed))
    return Meaning(size, table)


def _blocks(cmap: bytes, kind: bytes) -> Iterator[bytes]:
    """What is between `beginKIND` and `endKIND`."""
    for part in cmap.split(b"begin" + kind)[1:]:
        block, end, _ = part.partition(b"end" + kind)
        if end:
            yield block


def _run(first: int, last: int, to: bytes, listed: bytes) -> dict[int, str]:
    if not 0 <= last - first < _MOST:
        raise UnreadableError("what the letters of a font mean is damaged")
    if listed:
        return dict(enumerate(map(_text, _EACH.findall(listed)), first))
    begin = _text(to) or "\ufffd"
    head, letter = begin[:-1], begin[-1]
    return {code: head + chr((ord(letter) + code - first) & 0xFFFF) for code in range(first, last + 1)}


def _text(digits: bytes) -> str:
    clean = b"".join(digits.split())
    return bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode()).decode("utf-16-be", "replace")


_WESTERN = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}


# A content stream → the texts that it shows, and those that it says of what it shows (ISO 32000-1, 9.4, 14.6).

_MOVE = "\x1f"
"""Where the place of the text changes: perhaps to the next line, perhaps within a word."""
_WIDE = -180
"""Thousandths of the size that are moved between two words; kerns are narrower."""
_BETWEEN = re.compile(r"(?<=\w)\x1f+(?=\w)")


def shown(data: bytes, font: Callable[[str], Meaning]) -> Iterator[str]:
    """All texts of a content stream. `font`: the name of a resource → what its codes mean.

    Where the place of the text changes between two letters they may belong together or not, and both readings are
    given."""
    out: list[str] = []
    meaning: Meaning | None = None
    for operands, operator in operations(data):
        match operator:
            case b"Tf" if len(operands) > 1:
                meaning = font(str(operands[-2]))
            case b"Tj" | b"'" | b'"' | b"TJ":
                if meaning is None:
                    raise UnreadableError("a text has no font")
                if operator in (b"'", b'"'):
                    out.append(_MOVE)
                out.append(_shown_text(operands[-1] if operands else b"", meaning))
            case b"Td" | b"TD" | b"T*" | b"Tm":
                out.append(_MOVE)
            case b"BT":
                out.append(BREAK)
            case b"INLINE IMAGE":
                raise UnreadableError("a picture stands in its text")
            case _:
                yield from (string for _, string in strings_in(operands))
    text = "".join(out).replace("\u00ad" + _MOVE, "").replace("\u00ad", "")
    yield text.replace(_MOVE, "")
    if _BETWEEN.search(text) or f"-{_MOVE}" in text:
        yield text.replace(_MOVE, "\n")
    for comment in comments(data):
        yield comment.decode("latin-1")


def _shown_text(operand: Value, meaning: Meaning) -> str:
    if isinstance(operand, bytes):
        return meaning.of(operand)
    if not isinstance(operand, list):
        raise UnreadableError("a text is damaged")
    parts = []
    for each in operand:
        if isinstance(each, bytes):
            parts.append(meaning.of(each))
        elif isinstance(each, int | float) and each < _WIDE:
            parts.append(" ")
    return "".join(parts)


# The bytes of a PDF → all its text, shown or not.

MOST_OBJECTS = 2_000_000

Inner = Callable[[str, bytes], Iterator[Piece]]
"""Reads a file in this one, by its name."""

_BINARY = frozenset({"FontFile", "FontFile2", "FontFile3", "DestOutputProfile"})


def read(data: bytes, inner: Inner, budget: Budget) -> Iterator[Piece]:
    """Raises UnreadableError where something in it is not read."""
    return _Reading(data, budget).pieces(inner)


class _Reading:
    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        self.file = File(data)
        self.every: list[Object] = []
        for each in self.file.objects():
            self.every += self._with_packed(each)
            if len(self.every) > MOST_OBJECTS:
                raise UnreadableError("it has too many objects")
        self.by_number = {each.number: each for each in self.every}
        self.roles = self._roles()
        self.fonts: dict[int, Meaning] = {}

    def _with_packed(self, made: Object) -> list[Object]:
        if made.stream is None or made.value.get("Type") != "ObjStm":
            return [made]
        data, first, count = unpacked(made, self.budget), made.value.get("First"), made.value.get("N")
        if not isinstance(first, int) or not isinstance(count, int):
            raise UnreadableError("packed objects are damaged")
        return list(self.file.packed(data, first, count))

    def _roles(self) -> dict[int, str]:
        """What streams are, by the keys that refer to them."""
        roles: dict[int, str] = {}
        for made in self.every:
            for owner in _dictionaries(made.value):
                for key, value in owner.items():
                    for each in value if isinstance(value, list) else [value]:
                        if isinstance(each, Ref) and each.number in self.by_number:
                            roles.setdefault(each.number, key)
                if isinstance(packed := self.of(owner.get("EF")), dict):
                    name = self.of(owner.get("UF", owner.get("F", b"")))
                    called = text(name) if isinstance(name, bytes) else ""
                    roles |= {each.number: f"EF {called}" for each in packed.values() if isinstance(each, Ref)}
        return roles

    def of(self, value: Value) -> Value:
        """What a reference leads to."""
        for _ in range(8):
            if not isinstance(value, Ref):
                return value
            value = self.by_number[value.number].value if value.number in self.by_number else None
        raise UnreadableError("its references go in circles")

    def pieces(self, inner: Inner) -> Iterator[Piece]:
        """Of the whole file."""
        for each in self.file.comments:
            yield Piece("a comment", each.decode("latin-1"), "raw" if len(each) > 4096 else "marked")
        yield from self._shown_text()
        contents = self._contents()
        for place, numbers, resources in contents:
            data = b"\n".join(unpacked(self.by_number[number], self.budget) for number in numbers)
            yield from (Piece(place, each) for each in shown(data, self._font_of(resources)))
        done = {number for _, numbers, _ in contents for number in numbers}
        for made in self.every:
            if made.stream is not None and made.number not in done:
                yield from self._of_stream(made, inner)

    def _shown_text(self) -> Iterator[Piece]:
        """Strings and names of all objects, each stretch once."""
        strings: dict[str, None] = {}
        own: dict[str, None] = {}
        names: dict[str, None] = {}
        for made in self.every:
            if isinstance(made.value, dict) and made.value.get("Type") == "XRef":
                continue
            for key, string in strings_in(made.value):
                (own if key in OWN_KEYS else strings)[string] = None
            names.update(dict.fromkeys(names_in(made.value)))
        yield Piece("bookmarks, descriptions and properties", BREAK.join(strings))
        yield Piece("names and descriptions of its parts", BREAK.join(own), "program")
        yield Piece("names of objects", BREAK.join(names), "marked")

    def _contents(self) -> list[tuple[str, list[int], Value]]:
        """Where each content is, its streams, and its resources."""
        found: list[tuple[str, list[int], Value]] = []
        pages = 0
        for made in self.every:
            if isinstance(made.value, dict) and made.value.get("Type") == "Page":
                pages += 1
                contents = self.of(made.value.get("Contents"))
                given = made.value.get("Contents")
                refs = contents if isinstance(contents, list) else [given]
                numbers = [each.number for each in refs if isinstance(each, Ref) and each.number in self.by_number]
                found.append((f"page {pages}", numbers, self._resources(made.value)))
        done = {number for _, numbers, _ in found for number in numbers}
        for made in self.every:
            if made.stream is None or made.number in done:
                continue
            kind = made.value.get("Subtype"), made.value.get("PatternType"), self.roles.get(made.number, "")
            own = kind[0] == "Form" or kind[1] == 1
            if own or (self._unknown(made) and b"BT" in unpacked(made, self.budget)):
                found.append((f"object {made.number}", [made.number], self.of(made.value.get("Resources"))))
        return found

    def _unknown(self, made: Object) -> bool:
        role = self.roles.get(made.number, "")
        known = role in (*_BINARY, "ToUnicode", "Metadata", "SMask") or role.startswith("EF ")
        return not known and "Type" not in made.value and made.value.get("Subtype") != "Image"

    def _resources(self, page: Mapping[str, Value]) -> Value:
        for _ in range(32):
            if "Resources" in page:
                return self.of(page["Resources"])
            parent = self.of(page.get("Parent"))
            if not isinstance(parent, dict):
                return None
            page = parent
        raise UnreadableError("its pages are nested too deeply")

    def _font_of(self, resources: Value) -> Callable[[str], Meaning]:
        known = self.of(resources.get("Font")) if isinstance(resources, dict) else None

        def font(name: str) -> Meaning:
            given = known.get(name) if isinstance(known, dict) else None
            found = self.of(given)
            if not isinstance(found, dict):
                raise UnreadableError("a text has a font that is not there")
            key = given.number if isinstance(given, Ref) else -id(found)
            if key not in self.fonts:
                cmap = found.get("ToUnicode")
                made = self.by_number.get(cmap.number) if isinstance(cmap, Ref) else None
                if cmap is not None and (made is None or made.stream is None):
                    raise UnreadableError("a font does not say what its letters mean")
                self.fonts[key] = meaning(found, unpacked(made, self.budget) if made else None)
            return self.fonts[key]

        return font

    def _of_stream(self, made: Object, inner: Inner) -> Iterator[Piece]:
        role, kind = self.roles.get(made.number, ""), made.value.get("Type")
        data = unpacked(made, self.budget)
        if role.startswith("EF ") or kind == "EmbeddedFile":
            yield from inner(role.removeprefix("EF ") or f"object {made.number}", data)
        elif kind == "Metadata" or role == "Metadata":
            yield from inner("metadata.xml", data)
        elif made.value.get("Subtype") == "Image" or role in _BINARY or kind == "XRef":
            yield Piece(f"object {made.number}", data.decode("latin-1"), "raw")
        else:
            yield Piece(f"object {made.number}", data.decode("latin-1"), "marked")


def _dictionaries(value: Any) -> Iterator[dict[str, Value]]:
    match value:
        case dict():
            yield value
            for each in value.values():
                yield from _dictionaries(each)
        case list():
            for each in value:
                yield from _dictionaries(each)
        case _:
            return
