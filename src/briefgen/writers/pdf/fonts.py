"""The fonts of one document: characters → codes as they are painted, then a subset of each font with what it means.

A code stands for a glyph and its meaning together. So the hyphen that divides a word can mean SOFT HYPHEN, and a
capital the small letter that was written: readers and searches find the words as they are.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from briefgen.fonts import Font, load
from briefgen.fonts.face import Face
from briefgen.fonts.subset import subset as program
from briefgen.writers.pdf.file import File, array, deflated, dictionary, name, number, reference

_FIRST, _SIZE = 32, 256

_REMEMBERED = 64
"""Subsets that are remembered from one document to the next: those of briefs of one house are often the same."""

_WORDS = 16_384
"""Words that are remembered with their codes and kerns, likewise."""

_AVOIDED = frozenset(map(ord, "()\\\x7f"))
"""Codes that a string would have to escape."""


class _Codes(dict[int, str]):
    """Character → its code as a character: subset × 256 + code in the subset. For `str.translate`."""

    def __init__(self, used: "UsedFont") -> None:
        self._used = used

    def __missing__(self, char: int) -> str:
        code = self[char] = self._used.assign(char, chr(char))
        return code


class _Words(dict[str, str]):
    """Word → its codes, with the kerns between them."""

    def __init__(self, used: "UsedFont") -> None:
        self._used = used

    def __missing__(self, word: str) -> str:
        codes = self[word] = self._used.kerned(word)
        return codes


class UsedFont:
    """One font as a document uses it."""

    def __init__(self, label: str, font: Font) -> None:
        self.label = label
        self.font = font
        self._codes = _Codes(self)
        self._words = _Words(self)
        self._pairs: dict[tuple[str, str], str] = {}
        self._subsets: list[dict[int, tuple[int, str]]] = []
        """For each subset, code → the character whose glyph is painted, and what it means."""
        self._free: Iterator[int] = iter(())

    def assign(self, painted: int, meaning: str) -> str:
        """A new code for a glyph and its meaning. ASCII keeps its own codes, as far as it can."""
        if painted == _FIRST and meaning == " ":
            # The space has the same code in each subset; there is nothing to keep apart.
            if not self._subsets:
                self._open()
            return chr(_FIRST)
        if not self._subsets:
            self._open()
        if 32 < painted < 127 and painted not in _AVOIDED and ord(meaning[0]) == painted:
            self._subsets[0][painted] = (painted, meaning)
            return chr(painted)
        code = next(self._free, None)
        if code is None:
            self._open()
            code = next(self._free)
        self._subsets[-1][code] = (painted, meaning)
        return chr((len(self._subsets) - 1) * _SIZE + code)

    def _open(self) -> None:
        first = 128 if not self._subsets else 33
        self._free = (code for code in range(first, _SIZE) if code not in _AVOIDED)
        self._subsets.append({_FIRST: (_FIRST, " ")})

    def shown(self, text: str, meaning: str) -> list[tuple[str, str]]:
        """The operators that show the text, kerned, each with the name of the font resource that it is painted in."""
        if not meaning or meaning == text:
            # Without the array that they stand in: codes in brackets, and between two brackets a kern.
            codes = " ".join(map(self._words.__getitem__, text.split(" ")))
            if len(self._subsets) < 2 or codes.isascii() or max(codes) < "\u0100":
                return [(f"{self.label}a", _operator(codes))]
        return [(self._resource(subset), _operator(codes)) for subset, codes in self._by_subset(text, meaning or text)]

    def _by_subset(self, text: str, meaning: str) -> Iterator[tuple[int, str]]:
        """Stretches of codes of one subset, each with its kerns."""
        codes = "".join(map(self._pair, text, meaning))
        kerns = [*map(self.font.kerns.__getitem__, pairwise(text)), 0.0]
        for subset, group in groupby(zip(codes, kerns, strict=True), lambda each: ord(each[0]) // _SIZE):
            yield subset, "".join(chr(ord(code) % _SIZE) + _kern(kern) for code, kern in group)

    def kerned(self, word: str) -> str:
        """The codes of a word, with its kerns."""
        codes = word.translate(self._codes)
        return _spaced(self.font, word, codes)

    def _resource(self, subset: int) -> str:
        return self.label + (chr(ord("a") + subset) if subset < 26 else f"z{subset}")

    def _pair(self, painted: str, meaning: str) -> str:
        if painted == meaning:
            return painted.translate(self._codes)
        code = self._pairs.get((painted, meaning))
        if code is None:
            code = self._pairs[painted, meaning] = self.assign(ord(painted), meaning)
        return code

    def write(self, file: File) -> Iterator[tuple[str, int]]:
        """The font objects, one a subset: resource name → object."""
        for index, subset in enumerate(self._subsets):
            yield self._resource(index), _font(file, self.font, subset)


@lru_cache(maxsize=_WORDS)
def _spaced(font: Font, word: str, codes: str) -> str:
    """The codes of a word, with its kerns."""
    kerns = font.kerns_of(word)
    return "".join(map(str.__add__, codes, map(_kern, (*kerns, 0.0)))) if kerns else codes


def _kern(value: float) -> str:
    """The end of a string, the distance by which what follows moves left, in thousandths, and the next string."""
    return f"){-value * 1000:.4g}(" if value else ""


def _operator(codes: str) -> str:
    """Text-showing operators (ISO 32000-1, 9.4.3). Codes hold no brackets; where there are some, there are kerns."""
    return f"[({codes})] TJ" if "(" in codes else f"({codes}) Tj"


class _Embedded(NamedTuple):
    """A subset of a face, as it is written."""

    base: bytes
    """Its name: a tag for the subset, then that of the face."""
    program: bytes
    """Compressed."""
    length: int
    """Of the program, before it was."""
    widths: bytes
    to_unicode: bytes
    """Compressed."""


@lru_cache(maxsize=_REMEMBERED)
def _embedded(face: Face, codes: tuple[tuple[int, tuple[int, str]], ...]) -> _Embedded:
    """The subset of a face with these codes, in their order: what each paints and means."""
    subset = dict(codes)
    scale = 1000 / face.units
    last = max(subset)
    painted = [subset[code][0] if code in subset else _FIRST for code in range(last + 1)]
    data = program(face, painted)
    tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
    widths = [
        number(face.advance(face.glyph_of(painted[code])) * scale if code in subset else 0)
        for code in range(_FIRST, last + 1)
    ]
    base = name(f"{tag}+{face.name}")
    return _Embedded(base, deflated(data), len(data), array(widths), deflated(_to_unicode(subset)))


def _font(file: File, font: Font, subset: dict[int, tuple[int, str]]) -> int:
    face = font.face
    scale = 1000 / face.units
    made = _embedded(face, tuple(sorted(subset.items())))
    descriptor = file.add(
        dictionary(
            Type=b"/FontDescriptor",
            FontName=made.base,
            Flags=4 | (64 if face.slant else 0),
            FontBBox=array([number(edge * scale) for edge in face.bounds]),
            ItalicAngle=face.slant,
            Ascent=face.ascent * scale,
            Descent=face.descent * scale,
            CapHeight=face.capital * scale,
            StemV=_stem(face.weight),
            FontFile2=reference(file.packed(made.program, b"/Length1 %d" % made.length)),
        )
    )
    return file.add(
        dictionary(
            Type=b"/Font",
            Subtype=b"/TrueType",
            BaseFont=made.base,
            FirstChar=_FIRST,
            LastChar=max(subset),
            Widths=made.widths,
            FontDescriptor=reference(descriptor),
            ToUnicode=reference(file.packed(made.to_unicode)),
        )
    )


def _stem(weight: int) -> float:
    """About how thick the strokes are, in thousandths of the size, by the weight in OS/2: no table has it, and no
    reader needs it of a font that is there."""
    return 20.0 + weight * 0.18


def _to_unicode(subset: dict[int, tuple[int, str]]) -> bytes:
    """What each code means (ISO 32000-1, 9.10.3), in the order of the codes, in blocks of at most 100 entries."""
    entries = [f"<{code:02X}> <{meaning.encode('utf-16-be').hex().upper()}>" for code, (_, meaning) in subset.items()]
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
        *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")


class UsedFonts(dict[str, UsedFont]):
    """The fonts of a document, by file name, in the order of their first use."""

    def __missing__(self, file_name: str) -> UsedFont:
        used = self[file_name] = UsedFont(f"F{len(self) + 1}", load(file_name))
        return used

    def write(self, file: File) -> bytes:
        """All font objects, and the dictionary that names them."""
        entries = [b"/%s %d 0 R" % (label.encode(), made) for used in self.values() for label, made in used.write(file)]
        return b"<<" + b"".join(entries) + b">>"
