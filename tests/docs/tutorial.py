"""The tutorial, followed to the letter. Run as a program it takes in what comes of it now: what the commands print, the
brief, and the picture of its first page; then read the difference."""

import hashlib
import io
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from docs.walk import Reader, retold

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial.md"
BRIEF = ROOT / "docs" / "tutorial" / "brief.txt"
"""The brief that comes of it: its blocks and their words, as `render --to native` writes them."""
PICTURE = ROOT / "docs" / "pictures" / "tutorial-first-page.png"
_KEY = b"first page\0"
"""Under which the picture keeps a digest of the words that it shows (PNG, 11.3.4.3: tEXt)."""


def follow(reader: Reader) -> tuple[str, list[str]]:
    """Does in an empty folder what the tutorial says. Returns the page with what the commands print now, and what was
    otherwise than it shows."""
    return retold(PAGE.read_text(encoding="utf-8"), reader.take, reader.run)


def brief(reader: Reader) -> str:
    """The brief as text, of the scenario that someone who followed the tutorial now has."""
    reader.run("briefgen render bell --to native --out native")
    return next((reader.folder / "native").glob("bell.*")).read_text(encoding="utf-8")


def digest(pdf: Path) -> bytes:
    """Of the words on the first page of a PDF."""
    from pypdf import PdfReader

    words = " ".join(PdfReader(io.BytesIO(pdf.read_bytes())).pages[0].extract_text().split())
    return hashlib.sha256(words.encode()).hexdigest().encode()


def noted(picture: bytes) -> bytes:
    """The digest that a picture keeps; empty where it keeps none."""
    at = picture.find(b"tEXt" + _KEY)
    return picture[at + 4 + len(_KEY) :][:64] if at >= 0 else b""


def _with_note(picture: bytes, note: bytes) -> bytes:
    """A PNG with a text chunk behind its header."""
    content = b"tEXt" + _KEY + note
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    return picture[:33] + chunk + picture[33:]


def _drawn(pdf: Path) -> bytes:
    """The first page as a picture in sixteen greys and colours."""
    from PIL import Image

    words = ["pdftoppm", "-r", "76", "-f", "1", "-l", "1", "-png", str(pdf)]
    made = subprocess.run(words, check=True, capture_output=True).stdout
    out = io.BytesIO()
    image = Image.open(io.BytesIO(made)).convert("RGB")
    image.quantize(24, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def accept() -> None:
    """Writes the page, the brief and the picture anew."""
    with tempfile.TemporaryDirectory() as name:
        reader = Reader(Path(name) / "here")
        page, wrong = follow(reader)
        sys.stderr.write("\n".join(wrong))
        pdf = reader.folder / "briefs" / "bell.pdf"
        PAGE.write_text(page, encoding="utf-8")
        BRIEF.parent.mkdir(exist_ok=True)
        BRIEF.write_text(brief(reader), encoding="utf-8")
        PICTURE.write_bytes(_with_note(_drawn(pdf), digest(pdf)))


if __name__ == "__main__":
    accept()
