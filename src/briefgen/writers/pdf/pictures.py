"""Pictures → image objects."""

import struct
import zlib
from io import BytesIO

from PIL import Image as Pixels
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFZCompress

_COLOURS = {0: ("DeviceGray", 1), 2: ("DeviceRGB", 3)}
"""PNG's colour types without alpha and palette → colour space, channels."""


def image(png: bytes) -> PDFStream | None:
    """The image object of a picture; None if its bytes are no picture."""
    return _unchanged(png) or _decoded(png)


def _unchanged(png: bytes) -> PDFStream | None:
    """A plain PNG's compressed data fit into a PDF as they are (ISO 32000-1, 7.4.4.4): a fifth of ReportLab's time."""
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
    predictor = PDFDictionary({"Predictor": 15, "Colors": channels, "BitsPerComponent": 8, "Columns": width})
    entries = _entries(width, height, space) | {"Filter": PDFName("FlateDecode"), "DecodeParms": predictor}
    return PDFStream(PDFDictionary(entries), data)


def _decoded(png: bytes) -> PDFStream | None:
    """Any other picture, on white: a page has no ground that could show through."""
    try:
        with Pixels.open(BytesIO(png), formats=["PNG"]) as opened:
            pixels = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Pixels.DecompressionBombError, zlib.error):
        return None
    flat = Pixels.new("RGB", pixels.size, "white")
    flat.paste(pixels, mask=pixels.getchannel("A"))
    return PDFStream(PDFDictionary(_entries(*flat.size, "DeviceRGB")), flat.tobytes(), [PDFZCompress])


def _entries(width: int, height: int, space: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": width, "Height": height,
        "ColorSpace": PDFName(space), "BitsPerComponent": 8,
    }  # fmt: skip
