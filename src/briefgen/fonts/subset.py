"""A font with the glyphs that a PDF paints, and only the tables that painting needs (ISO 32000-1, 9.9).

Those that say who made the font, and how systems list it, would be a third of a small subset.
"""

from collections.abc import Mapping, Sequence
from struct import pack

from briefgen.fonts.components import components
from briefgen.fonts.face import Face
from briefgen.fonts.sfnt import program

_COPIED = (b"cvt ", b"fpgm", b"prep")
"""Instructions that hint the outlines; a font need not have them."""


def subset(face: Face, painted: Sequence[int]) -> bytes:
    """The program of a font in which code 0 paints the first of these characters, code 1 the second, and so on. Raises
    BadFont."""
    numbers = _numbers(face, painted)
    outlines = [_renumbered(face.glyph(old), numbers) for old in numbers]
    starts = [0]
    for outline in outlines:
        starts.append(starts[-1] + len(outline))
    long = starts[-1] > 0x1FFFE
    advances = [face.advance(old) for old in numbers]
    several = len(advances)  # from here on all are as wide as the last (`hmtx`)
    while several > 1 and advances[several - 1] == advances[several - 2]:
        several -= 1
    measures = b"".join(
        pack(">Hh", advances[new], face.bearing(old)) if new < several else pack(">h", face.bearing(old))
        for old, new in numbers.items()
    )
    head, hhea, maxp = face.table(b"head"), face.table(b"hhea"), face.table(b"maxp")
    tables = {
        b"cmap": _charmap([numbers[face.glyph_of(code)] for code in painted]),
        b"glyf": b"".join(outlines),
        b"head": head[:50] + pack(">H", long) + head[52:],
        b"hhea": hhea[:34] + pack(">H", several) + hhea[36:],
        b"hmtx": measures,
        b"loca": pack(f">{len(starts)}L", *starts) if long else pack(f">{len(starts)}H", *(at // 2 for at in starts)),
        b"maxp": maxp[:4] + pack(">H", len(numbers)) + maxp[6:],
    }
    return program(tables | {tag: table for tag in _COPIED if (table := face.table(tag))})


def _numbers(face: Face, painted: Sequence[int]) -> Mapping[int, int]:
    """Glyph → its number in the subset, in that order: glyph 0, which every font begins with, those of the characters,
    and those that these are made of."""
    numbers = dict.fromkeys((0, *map(face.glyph_of, painted)))
    waiting = list(numbers)
    for glyph in waiting:  # it grows while it is gone through; no glyph is put into it twice
        for component in components(face.glyph(glyph)):
            if component.glyph not in numbers:
                numbers[component.glyph] = None
                waiting.append(component.glyph)
    return {old: new for new, old in enumerate(numbers)}


def _renumbered(glyph: bytes, numbers: Mapping[int, int]) -> bytes:
    """A glyph that names the glyphs it is made of by their new numbers, filled up to a multiple of four bytes."""
    for component in components(glyph):
        at = component.at + 2
        glyph = glyph[:at] + pack(">H", numbers[component.glyph]) + glyph[at + 2 :]
    return glyph + bytes(-len(glyph) % 4)


def _charmap(glyphs: Sequence[int]) -> bytes:
    """The table `cmap` with one subtable, a plain list (format 6), for platform 1 and encoding 0: in a font of symbols,
    as ISO 32000-1 calls one without an encoding (9.6.6.4), that is where codes are looked up."""
    size = 10 + 2 * len(glyphs)
    return pack(f">HHHHLHHHHH{len(glyphs)}H", 0, 1, 1, 0, 12, 6, size, 0, 0, len(glyphs), *glyphs)
