"""The parts of a DOCX of ours → its Document."""

from collections.abc import Mapping

import msgspec

from briefgen.diagnostic import Diagnostic
from briefgen.document import Chart, Document, Note
from briefgen.ooxml import Element, Opened, refusal
from briefgen.ooxml.related import part_of, related
from briefgen.ooxml.tags import w
from briefgen.readers.docx.flow import blocks_of
from briefgen.readers.docx.inlines import Counter, note_line
from briefgen.readers.docx.opening import opened
from briefgen.readers.docx.properties import About
from briefgen.readers.docx.styles import styles_of, whole
from briefgen.readers.docx.surroundings import Surroundings, labels_of, levels_of
from briefgen.theme import PaperName, Theme
from briefgen.writers.docx import chart_data, write
from briefgen.writers.docx.tables import GROUNDS
from briefgen.writers.docx.units import colour

_LETTER = 12_240
"""The width of that paper, in twips."""


class Read(msgspec.Struct, frozen=True):
    """What was read."""

    document: Document
    paper: PaperName


def read(data: bytes, name: str, theme: Theme) -> Read | Diagnostic:
    """The document of a DOCX that briefgen wrote, or why it is not read; `name` of the file is for messages.

    In `theme` the grounds of cells are known again."""
    found = opened(data, name)
    if isinstance(found, Diagnostic):
        return found
    try:
        return _read(*found, theme)
    except RecursionError:
        return refusal("it is nested too deep", name)


def as_kept(document: Document, theme: Theme) -> Document:
    """A document as it is read back when it was written as a DOCX: to be compared with one that was."""
    made = read(write(document, theme), document.properties.scenario, theme)
    return made.document if isinstance(made, Read) else document  # one that is too large to be read back


def _read(package: Opened, main: str, theme: Theme) -> Read:
    root = package.xml[main]
    body = root.find(w("body"))
    styles = styles_of(package.xml.get(part_of(package, main, "styles")))
    about = About(package)
    around = Surroundings(
        lang=about.lang,
        styles=styles,
        levels=levels_of(package.xml.get(part_of(package, main, "numbering"))),
        related=related(package, main),
        labels=labels_of(body),
        pictures=package.other,
        charts=_charts(package, main),
        grounds={colour(theme.inks[ink]).upper(): ground for ground, ink in GROUNDS.items()},
    )
    counter = Counter()
    blocks = blocks_of(body, around, counter)
    notes = part_of(package, main, "footnotes")
    in_notes = msgspec.structs.replace(around, related=related(package, notes))
    document = Document(
        about.lang,
        about.properties(),
        about.running(styles.marking_colour),
        blocks,
        _notes(package.xml.get(notes), counter, in_notes),
    )
    size = next(body.iter(w("pgSz")), None)
    sides = (whole(size.get(w("w"))), whole(size.get(w("h")))) if size is not None else (0, 0)
    return Read(document, "letter" if min(sides) == _LETTER else "a4")


def _notes(root: "Element | None", counter: Counter, around: Surroundings) -> tuple[Note, ...]:
    """The notes that the body sets, in the order of their numbers."""
    found: dict[int, Note] = {}
    for note in root if root is not None else ():
        number = counter.numbers.get(note.get(w("id"), ""))
        if number is not None:
            found.setdefault(number, Note(number, note_line(note, around)))
    return tuple(found[number] for number in sorted(found))


def _charts(package: Opened, main: str) -> Mapping[str, Chart]:
    out: dict[str, Chart] = {}
    for each in related(package, main).values():
        if each.kind == "customXml" and each.target in package.xml:
            out |= chart_data.read(package.xml[each.target])
    return out
