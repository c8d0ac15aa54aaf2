"""Pictures from anywhere: bounded, decoded and written anew, so that nothing of their files but the pixels goes on."""

import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest
from PIL import Image, PngImagePlugin

from briefgen.document import Picture
from briefgen.document.pictures import MAX_PIXELS, MAX_SIDE, blank, decode


def encoded(image: Image.Image, form: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **more)  # type: ignore[arg-type]
    return out.getvalue()


def pixels(data: bytes) -> Image.Image:
    made = decode(data)
    assert isinstance(made, Picture), made
    return Image.open(io.BytesIO(made.png))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes = b"", *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


RED = Image.new("RGB", (4, 3), "#C00000")


def test_what_else_a_file_says_is_left_out() -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("Comment", "SECRET of the scanner", zip=False)
    exif = Image.Exif()
    exif[0x010F] = "SECRET camera"
    exif[0x8825] = {1: "N", 2: (46.0, 12.0, 0.0)}
    for data in (
        encoded(RED, pnginfo=said, exif=exif, icc_profile=b"SECRET profile"),
        encoded(RED, "JPEG", exif=exif, comment=b"SECRET", icc_profile=b"SECRET profile"),
    ):
        assert b"SECRET" in data
        made = decode(data)
        assert isinstance(made, Picture) and b"SECRET" not in made.png
        with Image.open(io.BytesIO(made.png)) as image:
            assert (image.info, dict(image.getexif())) == ({}, {})


def test_a_picture_that_was_written_anew_comes_back_as_it_is() -> None:
    for image in (RED, Image.effect_noise((300, 200), 80)):
        made = decode(encoded(image))
        assert isinstance(made, Picture) and decode(made.png) == made
    assert decode(blank().png) == blank()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK", "YCbCr"])
def test_every_kind_of_colour(mode: str) -> None:
    form = "JPEG" if mode in ("CMYK", "YCbCr") else "PNG"
    grey = Image.new("L", (8, 8), 255).convert(mode) if mode != "I;16" else Image.new("I;16", (8, 8), 65535)
    made = pixels(encoded(grey, form))
    assert made.mode == "RGB" and min(made.getpixel((4, 4))) > 250  # type: ignore[arg-type, type-var]


def test_what_is_transparent_stands_on_white() -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    assert pixels(encoded(clear)).getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photograph_stands_upright(turn: int) -> None:
    """A camera that was held upright says so beside the pixels; Pillow's own reading of it is the measure."""
    from PIL import ImageOps

    corner = Image.new("RGB", (64, 32), "white")
    corner.paste("#000000", (0, 0, 16, 16))
    exif = Image.Exif()
    exif[0x0112] = turn
    data = encoded(corner, exif=exif)
    with Image.open(io.BytesIO(data)) as opened:
        assert pixels(data).tobytes() == ImageOps.exif_transpose(opened).convert("RGB").tobytes()


def test_broken_exif_harms_no_picture() -> None:
    data = encoded(RED, "JPEG", exif=b"Exif\0\0MM\0*\0\0\xff\xff\0\x03" + b"\xff" * 40)
    assert pixels(data).size == RED.size


def test_large_pictures_are_made_smaller() -> None:
    assert pixels(encoded(Image.new("RGB", (MAX_SIDE * 2, 100)))).size == (MAX_SIDE, 50)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"", "neither a PNG nor a JPEG"),
        (
            lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
            "neither a PNG nor",
        ),
        (lambda: encoded(RED, "GIF"), "neither a PNG nor a JPEG"),
        (lambda: encoded(RED, "TIFF"), "neither a PNG nor a JPEG"),
        (lambda: encoded(RED, "BMP"), "neither a PNG nor a JPEG"),
        (lambda: b"%PDF-1.7\n", "neither a PNG nor a JPEG"),
        (lambda: b"\x89PNG\r\n\x1a\n" + b"nonsense", "It cannot be decoded: Truncated File Read."),
        (lambda: encoded(RED)[:-30], "It cannot be decoded"),
        (lambda: encoded(Image.effect_noise((200, 200), 90), "JPEG")[:900], "It cannot be decoded"),
        (lambda: png(50_000, 50_000), "It has far too many pixels; at most 40,000,000 are read."),
        (lambda: png(7_000, 7_000, zlib.compress(bytes(7_000 * 21_001))), "It has 7000 × 7000 pixels"),
        (lambda: png(2**31 - 1, 2**31 - 1), "It has far too many pixels"),
        (lambda: png(0, 5), ""),
        (lambda: png(4, 4, b"nonsense"), "It cannot be decoded"),
        (lambda: png(100, 100, zlib.compress(bytes(10))), "It cannot be decoded"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_what_is_no_picture_for_a_brief(make: Callable[[], bytes], message: str) -> None:
    made = decode(make())
    assert isinstance(made, str) and message in made


@pytest.mark.parametrize(
    "make",
    [
        lambda: chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(64 << 20))),
        lambda: chunk(b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(bytes(64 << 20))),
        lambda: chunk(b"iCCP", b"icc\0\0" + zlib.compress(bytes(64 << 20))),
    ],
    ids=["zTXt", "iTXt", "iCCP"],
)
def test_a_bomb_next_to_the_pixels(make: Callable[[], bytes]) -> None:
    """Whether the picture is read or refused, the bomb is not in the result."""
    made = decode(png(1, 1, zlib.compress(b"\0\xff\0\0"), make()))
    assert isinstance(made, str) or len(made.png) < 200


def test_the_largest_picture_takes_little_room() -> None:
    side = int(MAX_PIXELS**0.5)
    program = f"""
import io, resource
from PIL import Image
from briefgen.document.pictures import decode
out = io.BytesIO()
Image.new("RGBA", ({side}, {side}), (9, 9, 9, 200)).save(out, "PNG", compress_level=1)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
made = decode(out.getvalue())
assert (made.width, made.height) == ({MAX_SIDE}, {MAX_SIDE})
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 250, f"{run.stdout.strip()} MB more than the picture that was written"
