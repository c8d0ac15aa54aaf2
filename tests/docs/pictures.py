"""Pictures of the docs: small PNGs, each with a note of the words that it shows.

By the note a test can tell that a picture is out of date, without drawing it again.
"""

import hashlib
import io
import json
import re
import struct
import subprocess
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import html
from PIL import Image

MOST_BYTES = 60_000
_SIZE = re.compile(r"\d+(?:\.\d+)? [KM]B")
_KEY = b"first page\0"
"""Under which a picture keeps its note (PNG, 11.3.4.3: tEXt)."""


def words_of_pdf(pdf: Path) -> str:
    """Those on its first page."""
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(pdf.read_bytes())).pages[0].extract_text()


def words_of_page(page: Path, within: str = "//body") -> str:
    """Those of a web page, or of what an XPath finds in it. Sizes of files are left out: any writer changes them."""
    parts = html.fromstring(page.read_bytes()).xpath(within)
    assert parts
    words = (text for part in parts for text in part.xpath(".//text()[not(ancestor::script)]"))
    return _SIZE.sub("", " ".join(words))


def digest(*texts: str) -> bytes:
    """Of words, whatever spaces are between them."""
    return hashlib.sha256(" ".join(" ".join(texts).split()).encode()).hexdigest().encode()


def noted(picture: bytes) -> bytes:
    """The note that a picture keeps; empty where it keeps none."""
    at = picture.find(b"tEXt" + _KEY)
    return picture[at + 4 + len(_KEY) :][:64] if at >= 0 else b""


def with_note(picture: bytes, note: bytes) -> bytes:
    """A PNG with a text chunk behind its header."""
    content = b"tEXt" + _KEY + note
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    return picture[:33] + chunk + picture[33:]


def drawn_pdf(pdf: Path) -> Image.Image:
    """Its first page."""
    words = ["pdftoppm", "-r", "76", "-f", "1", "-l", "1", "-png", str(pdf)]
    made = subprocess.run(words, check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(made)).convert("RGB")


def drawn_page(page: Path, width: int, top: int, bottom: int, at: str = "") -> Image.Image:
    """A stretch of a web page in Chromium, in a window of that width. `at`: what stands in its address behind `#`."""
    from tests.html.browser import Browser

    with TemporaryDirectory() as folder, Browser("chromium", Path(folder) / "profile") as browser:
        browser.open(page, width, bottom)
        if at:
            browser.run(f"location.hash = {json.dumps(at)}; new Promise((done) => setTimeout(done, 100))")
        file = Path(folder) / "page.png"
        browser.picture(file)
        made = Image.open(file).convert("RGB")
        return made.crop((0, top, made.width, min(made.height, bottom)))


def small(image: Image.Image) -> bytes:
    """As PNG, in few colours; one that is seldom there, such as amber, is kept too."""
    out = io.BytesIO()
    image.quantize(48, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
