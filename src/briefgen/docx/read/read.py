"""Bytes of a DOCX of ours → Document, or a diagnostic if it is unsafe, not ours, or has open changes."""

import re
from collections.abc import Mapping

import msgspec
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.document import Chart, Document, Inlines, Note, Properties, Run, Running, TemplateText
from briefgen.docx import charts as chart_data
from briefgen.docx import write
from briefgen.docx.read.blocks import blocks_of
from briefgen.docx.read.context import Context, Styles, labels_of, levels_of, styles_of
from briefgen.docx.read.inlines import NoteNumbers, note_line
from briefgen.docx.tables import GROUNDS
from briefgen.docx.units import colour
from briefgen.locale import load
from briefgen.ooxml.elements import Element, whole_number
from briefgen.ooxml.opening import BRIEF_LIMITS, core_properties, open_docx, refusal, related_parts, related_xml
from briefgen.theme import PaperName, Theme

_ = str  # marks interface messages; they are translated where they are shown

_LETTER_WIDTH = 12_240
"""The width of US Letter paper, in twips."""
_TRACKED = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_DATE = "1980-01-01"
"""The date in a file whose edition has none."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_CUSTOM = ("Scenario", "Template", "Edition", "Audience", "Reference")


class Read(msgspec.Struct, frozen=True):
    """A document, and the paper that it was laid out for."""

    document: Document
    paper: PaperName


def read(data: bytes, name: str, theme: Theme) -> Read | Diagnostic:
    """The document of a DOCX that briefgen wrote, or why it is not read; `name` of the file is for messages.

    `theme` gives the colours by which the meaning of cells is recognised."""
    main = open_docx(data, name, BRIEF_LIMITS)
    if isinstance(main, Diagnostic):
        return main
    body = main.element.find(qn("w:body"))
    if body is None:
        return refusal("it holds no document of Word", name)
    styles = styles_of(related_xml(main, RT.STYLES))
    if not styles.ours:
        return error(
            "foreign-docx", f"{name} was not written by briefgen.", file=name,
            hint="Name two briefs of briefgen, or compare them in Word: Review, Compare.",
        )  # fmt: skip
    if _is_tracked(main.element) or _is_tracked(related_xml(main, RT.FOOTNOTES)):
        return error(
            "changes-not-settled", f"{name} has tracked changes.", file=name,
            hint="Open it in Word, accept or reject all changes, save it, and compare again.",
        )  # fmt: skip
    try:
        return _read(main, body, styles, theme)
    except RecursionError:
        return refusal("it is nested too deep", name)


def round_trip(document: Document, theme: Theme) -> Document:
    """A document after writing it as DOCX and reading that, for comparison with another read from a file."""
    result = read(write(document, theme), document.properties.scenario, theme)
    return result.document if isinstance(result, Read) else document  # one that is too large to be read back


def _is_tracked(root: "Element | None") -> bool:
    return root is not None and next(root.iter(*_TRACKED), None) is not None


def _read(main: DocumentPart, body: Element, styles: Styles, theme: Theme) -> Read:
    core, custom = core_properties(main.package), _custom_properties(main.package)
    lang = core.get("language", "")
    lang = lang if _LANGUAGE.fullmatch(lang) else "en"
    context = Context(
        part=main,
        lang=lang,
        styles=styles,
        levels=levels_of(related_xml(main, RT.NUMBERING)),
        labels=labels_of(body),
        charts=_charts(main),
        fills={colour(theme.inks[ink]).upper(): fill for fill, ink in GROUNDS.items()},
    )
    numbers = NoteNumbers()
    document = Document(
        lang,
        _properties(core, custom),
        _running(lang, core, custom, styles.marking_colour),
        blocks_of(body, context, numbers),
        _notes(context, numbers),
    )
    size = next(body.iter(qn("w:pgSz")), None)
    sides = (whole_number(size.get(qn("w:w"))), whole_number(size.get(qn("w:h")))) if size is not None else (0, 0)
    return Read(document, "letter" if min(sides) == _LETTER_WIDTH else "a4")


def _properties(core: Mapping[str, str], custom: Mapping[str, str]) -> Properties:
    found = _DATE.match(core.get("created", ""))
    keywords = core.get("keywords", "")
    return Properties(
        title=core.get("title", ""),
        author=core.get("creator", ""),
        subject=core.get("subject", ""),
        keywords=tuple(keywords.split(", ")) if keywords else (),
        date=found[0] if found and found[0] != _NO_DATE else "",
        **{name.lower(): custom.get(name, "") for name in _CUSTOM},
    )


def _running(lang: str, core: Mapping[str, str], custom: Mapping[str, str], marking_colour: str) -> Running:
    """Headers and footers, in the language of the brief."""
    text = load(lang).text
    return Running(
        header=_inlines(core.get("title", "")),
        footer=_inlines(custom.get("Imprint", "")),
        page=text(_("{page} of {pages}")),
        marking=custom.get("Marking", ""),
        marking_colour=marking_colour,
        status=custom.get("Status", ""),
        continued=text(_("{label} (continued)")),
    )


def _custom_properties(package: Package) -> dict[str, str]:
    root = related_xml(package, RT.CUSTOM_PROPERTIES)
    return {each.get("name", ""): "".join(map(str, each.itertext())) for each in (root if root is not None else ())}


def _inlines(text: str) -> Inlines:
    return (Run(text, TemplateText()),) if text else ()


def _notes(context: Context, numbers: NoteNumbers) -> tuple[Note, ...]:
    """The notes that the body refers to, in the order of their numbers."""
    part = next(related_parts(context.part, RT.FOOTNOTES), None)
    if not isinstance(part, XmlPart):
        return ()
    context = msgspec.structs.replace(context, part=part)
    found: dict[int, Note] = {}
    for note in part.element:
        number = numbers.numbers.get(note.get(qn("w:id"), ""))
        if number is not None:
            found.setdefault(number, Note(number, note_line(note, context)))
    return tuple(found[number] for number in sorted(found))


def _charts(main: DocumentPart) -> Mapping[str, Chart]:
    out: dict[str, Chart] = {}
    for part in related_parts(main, RT.CUSTOM_XML):
        if isinstance(part, XmlPart):
            out |= chart_data.read(part.element)
    return out
