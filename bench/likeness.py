"""Whether the files of a race say the same: the words of the brief, found again in each."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from briefgen.document import Document, plain
from briefgen.document.walk import words

LEAST = 0.97
"""The part of the brief's words that each file has to hold. Words broken at a line end are missed, and may be."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


@dataclass(frozen=True)
class Likeness:
    """What one file holds. `held`: the part of the brief's words that stand in it, as often as in the brief."""

    words: int
    held: float
    pages: int | None


def brief_words(document: Document) -> Counter[str]:
    """The words of a brief: its body, and each note at the foot once."""
    return _counted([*words(document), *(plain(note.content) for note in document.notes)])


def likeness(wanted: Counter[str], file: Path) -> Likeness:
    """How much of the wanted words a DOCX or a PDF holds."""
    texts, pages = _pdf(file) if file.suffix == ".pdf" else (_docx(file), None)
    found = _counted(texts)
    return Likeness(found.total(), (wanted & found).total() / max(wanted.total(), 1), pages)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def _docx(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as package:
        roots = [etree.fromstring(package.read(part)) for part in _PARTS if part in package.namelist()]
    return [
        "".join(text.text or "" for text in story.iter(f"{_W}t")) for root in roots for story in root.iter(f"{_W}p")
    ]


def _pdf(file: Path) -> tuple[list[str], int]:
    import pypdfium2

    with pypdfium2.PdfDocument(file) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf], len(pdf)
