"""Pictures from outside: decoded within limits and encoded again, so that nothing else in their files is passed on."""

import io
import warnings

from PIL import Image, ImageFile, UnidentifiedImageError
from PIL.Image import Image as Raster
from PIL.Image import Transpose

from briefgen.document.blocks import Picture

MAX_BYTES = 20 * 1024 * 1024
"""Of a picture's file."""

MAX_PIXELS = 40_000_000
"""Of a picture: A3 at 300 dots an inch has 17 million."""

MAX_SIDE = 2400
"""Pixels of the longer side after scaling: 360 dots an inch across a page."""


def decode(data: bytes) -> Picture | str:
    """A picture from the bytes of a PNG or JPEG, without metadata and profiles; or a sentence on why it cannot be
    read."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # another library in the process may have changed it
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # we have a limit of our own, and faulty metadata is left out
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MAX_PIXELS:
                    return f"It has {image.width} × {image.height} pixels; at most {MAX_PIXELS:,} are read."
                image.load()
                upright = image.transpose(turn) if (turn := _orientation(image)) is not None else image
                flat = _on_white(_scaled_down(upright))
    except UnidentifiedImageError:
        return "It is neither a PNG nor a JPEG."
    except Image.DecompressionBombError:
        return f"It has far too many pixels; at most {MAX_PIXELS:,} are read."
    except (OSError, SyntaxError, ValueError) as fault:
        return f"It cannot be decoded: {str(fault).rstrip('.')}."
    return _encoded(flat)


def blank() -> Picture:
    """A white picture."""
    return _encoded(Image.new("RGB", (1, 1), "white"))


def _encoded(flat: Raster) -> Picture:
    out = io.BytesIO()
    flat.save(out, "PNG", optimize=False, compress_level=6)
    return Picture(out.getvalue(), flat.width, flat.height)


def _orientation(image: Raster) -> Transpose | None:
    """The rotation or reflection that Exif asks for (3.0, 4.6.5.1.6): the metadata are left out, so it must be
    applied."""
    turns = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
    }  # fmt: skip
    try:
        return turns.get(image.getexif().get(0x0112, 1))
    except Exception:  # noqa: BLE001  (broken Exif raises anything; the picture itself is sound)
        return None


def _scaled_down(image: Raster) -> Raster:
    """The picture in a mode that can be scaled, and at most MAX_SIDE long. Scaled first, a picture of 40 million pixels
    takes 160 MB and not four times that."""
    plain = image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGBA")
    if max(plain.size) > MAX_SIDE:
        plain.thumbnail((MAX_SIDE, MAX_SIDE))
    return plain


def _on_white(image: Raster) -> Raster:
    """The picture in RGB, with transparent areas on white."""
    whole = image.convert("RGBA")
    ground = Image.new("RGBA", whole.size, "white")
    ground.alpha_composite(whole)
    return ground.convert("RGB")
