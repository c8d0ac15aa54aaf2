"""The story of one release, followed to the letter.

Run as a program it takes in what comes of it now: what its commands print, and its pictures; then read the difference.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from PIL import Image
from tests.docs.pictures import digest, drawn_page, drawn_pdf, small, with_note, words_of_page, words_of_pdf
from tests.docs.walk import Reader, retold

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "release.md"
PICTURES = ROOT / "docs" / "pictures"


class Shown(msgspec.Struct, frozen=True):
    """A picture: the words that it shows, and how it is drawn, from the folder of someone who followed the story."""

    words: Callable[[Path], str]
    draw: Callable[[Path], Image.Image]


def follow(reader: Reader) -> tuple[str, list[str]]:
    """Does in an empty folder what the story says. Returns the page with what the commands print now, and what was
    otherwise than it shows."""
    return retold(PAGE.read_text(encoding="utf-8"), reader.take, reader.run)


def _briefs(folder: Path) -> list[Path]:
    return [folder / "briefs" / f"lindby-{audience}.pdf" for audience in ("council", "public")]


def _heads(folder: Path) -> Image.Image:
    """The heads of two briefs beside each other, with a line around each."""
    gap, ink = 8, (170, 170, 170)
    pages = [drawn_pdf(pdf) for pdf in _briefs(folder)]
    width, height = pages[0].width, pages[0].height * 3 // 10
    made = Image.new("RGB", (2 * width + gap + 4, height + 2), "white")
    for at, page in enumerate(pages):
        left = at * (width + gap + 2)
        made.paste(ink, (left, 0, left + width + 2, height + 2))
        made.paste(page.crop((0, 0, width, height)), (left + 1, 1))
    return made


def _web(name: str, width: int, top: int, bottom: int, within: str = "//body") -> Shown:
    return Shown(
        lambda folder: words_of_page(folder / "reading-room" / name, within),
        lambda folder: drawn_page(folder / "reading-room" / name, width, top, bottom),
    )


SHOWN: Mapping[str, Shown] = {
    "release-banners.png": Shown(lambda folder: "".join(map(words_of_pdf, _briefs(folder))), _heads),
    "release-room.png": _web("index.html", 900, 0, 520),
    "release-editions.png": _web("lindby/index.html", 760, 0, 640),
    "release-changes.png": _web("lindby/2/lindby-changes.html", 760, 362, 678, "//main/section[position() <= 2]"),
}


def accept() -> None:
    """Writes the page and its pictures anew."""
    with tempfile.TemporaryDirectory() as name:
        reader = Reader(Path(name) / "here")
        page, wrong = follow(reader)
        sys.stderr.write("\n".join(wrong))
        PAGE.write_text(page, encoding="utf-8")
        for file, shown in SHOWN.items():
            note = digest(shown.words(reader.folder))
            (PICTURES / file).write_bytes(with_note(small(shown.draw(reader.folder)), note))


if __name__ == "__main__":
    accept()
