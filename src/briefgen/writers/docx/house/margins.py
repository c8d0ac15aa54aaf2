"""The headers and footers of a brief in a house style: the house's own, with what is missing from them below.

A marking stands in the header and in the footer of every page, a draft says so in the header, and each page bears the
reference and its number: where the house has a place for it, there; else in a line of ours.
"""

from collections.abc import Iterator, Mapping, Set
from copy import deepcopy
from itertools import count

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.package import Package
from docx.parts.story import StoryPart

from briefgen.ooxml.tags import TYPES, WP, R, namespaces, w
from briefgen.writers.docx.house.fields import fields
from briefgen.writers.docx.house.model import Element, House, Margin, PageKind, StoryKind, page_kinds
from briefgen.writers.docx.house.places import filled, values
from briefgen.writers.docx.house.styles import pieces, renamed, text
from briefgen.writers.docx.inlines import text_run
from briefgen.writers.docx.paragraph import paragraph
from briefgen.writers.docx.running import (
    BETWEEN,
    GAP,
    imprint_runs,
    is_on_one_line,
    marking_run,
    page_runs,
    section_run,
    status_run,
    title_run,
)
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.story import Story

KINDS: tuple[StoryKind, ...] = ("header", "footer")
_ROOTS = {"header": "hdr", "footer": "ftr"}

_FIRST_DRAWING = 1_000_000
"""The number of the first drawing in a margin: no two in a file may have the same; the body counts from 1."""


def write_margins(word: WordDocument, house: House, setting: Setting, ids: Mapping[str, str]) -> None:
    """The headers and footers. `ids`: our id of a style → its id in the file."""
    known = values(setting.document)
    drawings = count(_FIRST_DRAWING)
    pictures = {name: _picture(name, data, word.part.package) for name, data in house.pictures.items()}
    styles = {"marking": ids["BriefMarking"], "status": ids["BriefStatus"]}
    parts = {part.partname.membername: part for part in word.part.package.iter_parts()}
    for page in page_kinds(house):
        stories = {kind: Story(setting, parts[f"word/{kind}-{page}.xml"], kind) for kind in KINDS}
        roots = {
            kind: _root(house.margins.get((kind, page)), kind, stories[kind].part, drawings, pictures) for kind in KINDS
        }
        places = {kind: filled(root, known, styles) for kind, root in roots.items()}
        for kind, root in roots.items():
            elsewhere = places["header"] | places["footer"]
            lines = _lines(house, kind, page, places[kind], elsewhere, stories[kind])
            style, align = ("Header", "right") if kind == "header" else ("Footer", "center")
            for line in lines or ([] if len(root) else [""]):
                root.extend(pieces(renamed(paragraph(stories[kind], style, line, align=align), ids)))
            stories[kind].part._element = parse_xml(text(root).encode())


def _picture(name: str, data: bytes, package: Package) -> Part:
    kind = {".png": "image", ".jpeg": "jpeg", ".gif": "gif"}[name[name.rindex(".") :]]
    return Part(PackURI(f"/{name}"), TYPES[kind], data, package)


def _root(
    margin: Margin | None, kind: StoryKind, part: StoryPart, drawings: Iterator[int], pictures: Mapping[str, Part]
) -> Element:
    """The house's part with its pictures related and its drawings numbered anew, or an empty one."""
    if margin is None:
        return pieces(f"<w:{_ROOTS[kind]} {namespaces('w', 'r')}/>")[0]
    root = deepcopy(margin.root)
    for drawing in root.iter(f"{{{WP}}}docPr"):
        drawing.set("id", str(next(drawings)))
    for element in root.iter():
        for key, given in element.attrib.items():
            if str(key).startswith(f"{{{R}}}") and given in margin.pictures:
                element.set(key, part.relate_to(pictures[margin.pictures[given]], RELATIONSHIP_TYPE.IMAGE))
    return root


def _lines(
    house: House, kind: StoryKind, page: PageKind, places: Set[str], elsewhere: Set[str], story: Story
) -> list[str]:
    """What a margin lacks, in one line; in two, where a title is so long that it would push the marking to the next."""
    running = story.setting.document.running
    entries, below = [], ""
    if kind == "header":
        if page != "first" and not any(of == "header" for of, _ in house.margins):
            named = text_run(BETWEEN).join(part for part in (title_run(story), section_run(story)) if part)
            if is_on_one_line(story):
                entries.append(named)
            else:
                below = named
        if "status" not in places:
            entries.append(status_run(story))
    elif elsewhere.isdisjoint({"reference", "imprint"}):
        entries.append(imprint_runs(story))
    if "marking" not in places:
        entries.append(marking_run(story))
    if kind == "footer" and not _numbered(house):
        entries.append(page_runs(running.page))
    return [line for line in (text_run(GAP).join(entry for entry in entries if entry), below) if line]


def _numbered(house: House) -> bool:
    """Whether the house says itself where pages bear their numbers."""
    return any("PAGE" in _codes(margin.root) for margin in house.margins.values())


def _codes(root: Element) -> set[str]:
    codes = ["".join(field.code) for field in fields(root)]
    codes += [str(element.get(w("instr")) or "") for element in root.iter(w("fldSimple"))]
    return {words[0].upper() for code in codes if (words := code.split())}
