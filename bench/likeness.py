"""Whether the files of a race say the same: the words of the brief, found again in each.

`python -m bench.likeness WORDS FILE…` tells it as JSON; in a process of its own, as `lay` is.
"""

import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.document import Document

LEAST = 0.97
"""The part of the brief's words that each file has to hold. Words broken at a line end are missed, and may be."""

WORDS = "words.json"
"""The brief's words with their numbers, beside what the contenders read."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


@dataclass(frozen=True)
class Likeness:
    """What one file holds. `held`: the part of the brief's words that stand in it, as often as in the brief."""

    words: int
    held: float
    pages: int | None
    size: int


def brief_words(document: "Document") -> Counter[str]:
    """The words of a brief: its body, and each note at the foot once."""
    from briefgen.document import plain
    from briefgen.document.walk import words

    return _counted([*words(document), *(plain(note.content) for note in document.notes)])


def likenesses(words: Path, files: Sequence[Path]) -> list[Likeness]:
    """How much of the words each file holds, looked up by a process of its own."""
    command = [sys.executable, "-m", "bench.likeness", str(words), *map(str, files)]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return [Likeness(**each) for each in json.loads(told.stdout)]


def likeness(wanted: Counter[str], file: Path) -> Likeness:
    """How much of the wanted words a DOCX or a PDF holds."""
    texts, pages = _pdf(file) if file.suffix == ".pdf" else (_docx(file), None)
    found = _counted(texts)
    held = (wanted & found).total() / max(wanted.total(), 1)
    return Likeness(found.total(), held, pages, file.stat().st_size)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def _docx(file: Path) -> list[str]:
    from lxml import etree

    with zipfile.ZipFile(file) as package:
        roots = [
            etree.fromstring(package.read(part), etree.XMLParser(huge_tree=True))
            for part in _PARTS
            if part in package.namelist()
        ]
    return [
        "".join(text.text or "" for text in story.iter(f"{_W}t")) for root in roots for story in root.iter(f"{_W}p")
    ]


def _pdf(file: Path) -> tuple[list[str], int]:
    import pypdfium2

    with pypdfium2.PdfDocument(file) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf], len(pdf)


if __name__ == "__main__":
    wanted = Counter(json.loads(Path(sys.argv[1]).read_bytes()))
    json.dump([asdict(likeness(wanted, Path(name))) for name in sys.argv[2:]], sys.stdout)
