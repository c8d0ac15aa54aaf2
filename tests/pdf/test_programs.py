"""Font programs in a PDF have what painting needs, and are sound files."""

import struct
from io import BytesIO

import pikepdf
from tests.pdf.brief import brief

from briefgen.fonts import load
from briefgen.fonts.subset import subset
from briefgen.theme import Theme
from briefgen.writers.pdf import write


def tables(program: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    out = {}
    for number in range(count):
        tag, checksum, at, length = struct.unpack_from(">4sLLL", program, 12 + 16 * number)
        out[tag.decode()] = program[at : at + length]
        assert at % 4 == 0
        if tag != b"head":  # its sum is that from before the sum of the whole was put in
            assert words(program[at : at + length]) == checksum
    return out


def words(data: bytes) -> int:
    data += bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF


def test_a_program_is_a_sound_file_without_what_only_systems_read() -> None:
    made = subset(load("SourceSansPro-Regular.ttf").face, list(map(ord, "Brief")))
    assert words(made) == 0xB1B0AFBA
    assert set(tables(made)) == {"cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}


def test_every_program_in_a_brief_is_one(theme: Theme) -> None:
    with pikepdf.open(BytesIO(write(brief(), theme))) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            assert {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= set(
                tables(font.FontDescriptor.FontFile2.read_bytes())
            )
