"""Pictures from outside: bounded, decoded and written again, so that nothing foreign passes on."""

import io
import warnings

from PIL import Image, ImageFile, UnidentifiedImageError
from PIL.Image import Image as Raster
from PIL.Image import Transpose

from briefgen.document.blocks import Picture

MOST_BYTES = 20 * 1024 * 1024
"""Of a picture's file."""

MOST_PIXELS = 40_000_000
"""Of a picture: A3 at 300 dots an inch has 17 million."""

PRINTED = 2400
"""Pixels of the longer side that are kept: 360 dots an inch over the width of a page."""


def decode(data: bytes) -> Picture | str:
    """A picture from the bytes of a PNG or JPEG, without metadata and profiles; or in a sentence why it is none."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # another library in the process may have asked for what is left of them
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the bound below is ours, and flaws beside the pixels are left out
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MOST_PIXELS:
                    return f"It has {image.width} × {image.height} pixels; at most {MOST_PIXELS:,} are read."
                image.load()
                upright = image.transpose(turn) if (turn := _turn(image)) is not None else image
                flat = _on_white(_small(upright))
    except UnidentifiedImageError:
        return "It is neither a PNG nor a JPEG."
    except Image.DecompressionBombError:
        return f"It has far too many pixels; at most {MOST_PIXELS:,} are read."
    except (OSError, SyntaxError, ValueError) as fault:
        return f"It cannot be decoded: {str(fault).rstrip('.')}."
    return _written(flat)


def blank() -> Picture:
    """A picture of nothing, as `decode` gives it back."""
    return _written(Image.new("RGB", (1, 1), "white"))


def _written(flat: Raster) -> Picture:
    out = io.BytesIO()
    flat.save(out, "PNG", optimize=False, compress_level=6)
    return Picture(out.getvalue(), flat.width, flat.height)


def _turn(image: Raster) -> Transpose | None:
    """How a picture is turned to stand upright, where its camera says so (Exif 3.0, 4.6.5.1.6): the rest of what a
    camera says is left out, so this would be lost."""
    turns = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
    }  # fmt: skip
    try:
        return turns.get(image.getexif().get(0x0112, 1))
    except Exception:  # noqa: BLE001  (broken Exif raises anything; the picture itself is sound)
        return None


def _small(image: Raster) -> Raster:
    """The picture in a form that can be made smaller, and no larger than is kept. Made smaller before anything else, a
    picture of 40 million pixels takes 160 MB, and not four times that."""
    plain = image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGBA")
    if max(plain.size) > PRINTED:
        plain.thumbnail((PRINTED, PRINTED))
    return plain


def _on_white(image: Raster) -> Raster:
    """The picture in RGB, what is transparent in it on white."""
    whole = image.convert("RGBA")
    ground = Image.new("RGBA", whole.size, "white")
    ground.alpha_composite(whole)
    return ground.convert("RGB")
