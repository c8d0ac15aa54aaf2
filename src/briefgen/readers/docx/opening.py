"""The bytes of a DOCX → its parts, or why it is not read: it is not safe, not ours, or not settled."""

from briefgen.diagnostic import Diagnostic, error
from briefgen.ooxml import Element, Limits, Opened, open_package, refusal
from briefgen.ooxml.related import part_of
from briefgen.ooxml.tags import w
from briefgen.readers.docx.styles import styles_of

LIMITS = Limits(file=20 << 20, member=24 << 20, total=100 << 20, marks=600_000)
"""A brief of 200 pages has a DOCX of 2 MB, a document.xml of 9 MB, and 200,000 signs `<`."""

_TRACKED = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


def opened(data: bytes, name: str) -> tuple[Opened, str] | Diagnostic:
    """The parts, and the name of the one that holds the body; `name` of the file is for messages."""
    package, faults = open_package(data, name, LIMITS, _wanted)
    if package is None:
        return faults[0]
    main = part_of(package, "", "officeDocument")
    if main not in package.xml or package.xml[main].find(w("body")) is None:
        return refusal("it holds no document of Word", name)
    styles = part_of(package, main, "styles")
    if not styles_of(package.xml.get(styles)).ours:
        return error(
            "foreign-docx", f"{name} was not written by briefgen.", file=name,
            hint="Name two briefs of briefgen, or compare them in Word: Review, Compare.",
        )  # fmt: skip
    parts = [package.xml[main], package.xml.get(part_of(package, main, "footnotes"))]
    if any(_is_tracked(part) for part in parts if part is not None):
        return error(
            "changes-not-settled", f"{name} has tracked changes.", file=name,
            hint="Open it in Word, accept or reject all changes, save it, and compare again.",
        )  # fmt: skip
    return package, main


def _wanted(name: str) -> bool:
    return name.endswith((".xml", ".rels", ".png", ".jpeg", ".jpg")) and not name.startswith(
        ("word/theme/", "word/charts/", "word/drawings/", "word/embeddings/")
    )


def _is_tracked(part: Element) -> bool:
    return next(part.iter(*_TRACKED), None) is not None
