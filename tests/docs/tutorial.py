"""The tutorial, followed to the letter. Run as a program it takes in what comes of it now: what the commands print, the
brief, and the picture of its first page; then read the difference."""

import sys
import tempfile
from pathlib import Path

from tests.docs.pictures import digest, drawn_pdf, small, with_note, words_of_pdf
from tests.docs.walk import Reader, retold

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial.md"
BRIEF = ROOT / "docs" / "tutorial" / "brief.txt"
"""The brief that comes of it: its blocks and their words, as `render --to native` writes them."""
PICTURE = ROOT / "docs" / "pictures" / "tutorial-first-page.png"


def follow(reader: Reader) -> tuple[str, list[str]]:
    """Does in an empty folder what the tutorial says. Returns the page with what the commands print now, and what was
    otherwise than it shows."""
    return retold(PAGE.read_text(encoding="utf-8"), reader.take, reader.run)


def brief(reader: Reader) -> str:
    """The brief as text, of the scenario that someone who followed the tutorial now has."""
    reader.run("briefgen render bell --to native --out native")
    return next((reader.folder / "native").glob("bell.*")).read_text(encoding="utf-8")


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
        PICTURE.write_bytes(with_note(small(drawn_pdf(pdf)), digest(words_of_pdf(pdf))))


if __name__ == "__main__":
    accept()
