"""Pictures → image objects."""

import struct
import zlib
from io import BytesIO

from briefgen.document import Picture
from briefgen.writers.pdf.file import File

_COLOURS = {0: (b"/DeviceGray", 1), 2: (b"/DeviceRGB", 3)}
"""PNG's kinds of colour without alpha and palette → colour space, channels."""


def image(file: File, picture: Picture) -> int | None:
    """The object of a picture; None if its bytes are no picture."""
    return _as_it_is(file, picture.png) or _decoded(file, picture.png)


def _as_it_is(file: File, png: bytes) -> int | None:
    """A plain PNG's compressed data fit into a PDF unchanged (ISO 32000-1, 7.4.4.4)."""
    if not png.startswith(b"\x89PNG\r\n\x1a\n") or len(png) < 33:
        return None
    width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    if colour not in _COLOURS or bits != 8 or interlaced:
        return None
    data, at, whole = b"", 8, False
    while at + 12 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        check = int.from_bytes(png[at + 8 + length : at + 12 + length])
        if kind == b"tRNS" or zlib.crc32(kind + body) != check:
            return None
        if kind == b"IDAT":
            data += body
        whole = kind == b"IEND"
        at += 12 + length
    if not whole or not width or not height:
        return None
    space, channels = _COLOURS[colour]
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8/Filter/FlateDecode" % (
        width, height, space,
    )  # fmt: skip
    entries += b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent 8/Columns %d>>" % (channels, width)
    return file.stream(data, entries, compress=False)


def _decoded(file: File, png: bytes) -> int | None:
    """Any other picture, on white: a page has no ground that could shine through."""
    from PIL import Image as Pixels

    try:
        with Pixels.open(BytesIO(png), formats=["PNG"]) as opened:
            pixels = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Pixels.DecompressionBombError, zlib.error):
        return None
    flat = Pixels.new("RGB", pixels.size, "white")
    flat.paste(pixels, mask=pixels.getchannel("A"))
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8" % flat.size
    return file.stream(flat.tobytes(), entries)
