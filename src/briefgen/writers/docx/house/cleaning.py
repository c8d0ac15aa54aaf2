"""A header or footer that came from elsewhere → the same without what acts, leads out, or belongs to its document."""

from collections.abc import Iterator
from copy import deepcopy

from docx.opc.part import Part
from docx.parts.story import StoryPart

from briefgen.ooxml.tags import R, w
from briefgen.writers.docx.house.fields import flattened, removed, unwrapped
from briefgen.writers.docx.house.model import Element, Margin

_PICTURES = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpeg", b"GIF8": ".gif"}
"""How a picture begins → the ending of its name: raster pictures alone, since EMF and SVG are programs of a kind."""

_GONE = tuple(
    w(name)
    for name in (
        "object", "control", "altChunk", "subDoc", "del", "moveFrom", "commentRangeStart", "commentRangeEnd",
        "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "proofErr", "rPrChange", "pPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "attachedSchema",
    )
)  # fmt: skip
_LEFT = tuple(w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml"))
"""What goes while its content stays."""
_ACTIVE = {w("object"): "an embedded object", w("control"): "a control", w("altChunk"): "an inserted file",
           w("subDoc"): "an inserted file"}  # fmt: skip
_BESIDE = ("}hlinkClick", "}hlinkHover", "}svgBlip")
"""What a picture can do without: where a click leads, and vectors that show the same ([MS-ODRAWXML], 2.3.3.3)."""
_HOLDERS = (w("drawing"), w("pict"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")


def cleaned(part: StoryPart, pictures: dict[str, bytes]) -> tuple[Margin, list[str]]:
    """A margin, and what it lost, in words. `pictures` takes up its pictures, each once, under a name of ours."""
    root = deepcopy(part.element)
    lost = [_ACTIVE[element.tag] for element in root.iter(*_ACTIVE)]
    lost += [
        "a link to an address" if each.reltype == f"{R}/hyperlink" else "something that lies outside the file"
        for each in part.rels.values()
        if each.is_external
    ]
    for element in list(root.iter(*_GONE)):
        removed(element)
    for element in list(root.iter(*_LEFT)):
        unwrapped(element)
    lost += [f"a field {kind}" for kind in flattened(root)]
    for run in list(root.iter(w("r"))):
        if run.find(w("commentReference")) is not None:
            removed(run)
    kept, unshown = _pictures(root, part, pictures)
    return Margin(root, kept), [*lost, *unshown]


def _pictures(root: Element, part: Part, pictures: dict[str, bytes]) -> tuple[dict[str, str], list[str]]:
    """Relationship → picture, for those that are carried over; whatever else refers to a part goes."""
    kept: dict[str, str] = {}
    lost: list[str] = []
    for element in list(root.iter()):
        for key in [key for key in element.attrib if str(key).rpartition("}")[2] == "href"]:  # of VML
            del element.attrib[key]
        for reference in list(_references(element)):
            if element.getroottree().getroot() is not root:
                break  # it went with what held it
            name = _picture(part.related_parts.get(reference), pictures)
            if name:
                kept[reference] = name
            elif str(element.tag).endswith(_BESIDE):
                removed(element)
            else:
                lost.append("a picture that is no PNG, JPEG or GIF")
                removed(next((above for above in element.iterancestors() if above.tag in _HOLDERS), element))
    return kept, lost


def _references(element: Element) -> Iterator[str]:
    yield from (str(given) for key, given in element.attrib.items() if str(key).startswith(f"{{{R}}}"))


def _picture(part: Part | None, pictures: dict[str, bytes]) -> str:
    data = part.blob if part is not None else None
    ending = next((end for start, end in _PICTURES.items() if data and data.startswith(start)), "")
    if data is None or not ending:
        return ""
    known = next((name for name, held in pictures.items() if held == data), "")
    name = known or f"word/media/house{len(pictures) + 1}{ending}"
    pictures[name] = data
    return name
