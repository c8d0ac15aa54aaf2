"""Whatever is in a font file, it is read or refused: no other error, no loop, no great list."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.fonts.charmap import CharMap
from briefgen.fonts.face import Face
from briefgen.fonts.sfnt import BadFont, places, program, table
from briefgen.fonts.subset import subset
from briefgen.theme.read import FONTS

SOUND = (FONTS / "SourceSerifPro-It.ttf").read_bytes()
TABLES = {tag: table(SOUND, places(SOUND), tag) for tag in places(SOUND)}
LETTERS = list(map(ord, "Aé½ fin"))


def read(data: bytes) -> None:
    with suppress(BadFont):
        face = Face(data)
        assert len(face.name) < 64
        assert len(subset(face, LETTERS)) < len(data) + 20_000


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_a_table_with_other_bytes_is_read_or_refused(tag: bytes, data: st.DataObject) -> None:
    damaged = bytearray(TABLES[tag])
    near = st.integers(0, min(len(damaged), 400) - 1)
    for at in data.draw(st.lists(near | st.integers(0, len(damaged) - 1), min_size=1, max_size=8)):
        damaged[at] = data.draw(st.sampled_from((0, 1, 0x7F, 0x80, 0xFF)))
    read(program({**TABLES, tag: bytes(damaged)}))


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_a_table_that_is_cut_off_is_read_or_refused(tag: bytes, data: st.DataObject) -> None:
    if tag == b"head":
        return  # without it there is no file to be made
    read(program({**TABLES, tag: TABLES[tag][: data.draw(st.integers(0, len(TABLES[tag]) - 1))]}))


@given(st.integers(0, len(SOUND)))
def test_a_file_that_is_cut_off_is_read_or_refused(end: int) -> None:
    read(SOUND[:end])


@given(st.binary(max_size=200))
def test_bytes_are_no_font(data: bytes) -> None:
    with pytest.raises(BadFont):
        Face(b"\0\1\0\0" + data)


def test_a_glyph_made_of_itself_has_an_end() -> None:
    face = Face(SOUND)
    start = 2 * struct.unpack_from(">H", TABLES[b"loca"], 2 * face.glyph_of(ord("é")))[0]
    glyf = bytearray(TABLES[b"glyf"])
    struct.pack_into(">H", glyf, start + 12, face.glyph_of(ord("é")))
    read(program({**TABLES, b"glyf": bytes(glyf)}))


def test_groups_that_cover_all_of_unicode_over_and_over_are_refused() -> None:
    rows = struct.pack(">3L", 0, 0x10FFFF, 1) * 50_000
    header = struct.pack(">HHHHLHHLLL", 0, 1, 3, 10, 12, 12, 0, 16 + len(rows), 0, 50_000)
    with pytest.raises(BadFont):
        CharMap(header + rows)
