"""Names over a chart that belong to no bar and no point, and the lines that lead from them (ISO/IEC 29500-1, 21.3).

They are placed in parts of the chart's width and height, and so stay in their places when someone draws it larger.
"""

from collections.abc import Sequence

from briefgen.charts import Path, Shape, Words
from briefgen.ooxml.tags import CDR, XML_HEAD, C, namespaces
from briefgen.writers.docx.charts.looks import HAIRLINE, QUIET, TEXT, line, run
from briefgen.writers.docx.units import emu
from briefgen.xmltext import in_text

_INKS = {"text": TEXT, "secondary": QUIET, "hairline": HAIRLINE}


def over(shapes: Sequence[Shape], size: tuple[float, float]) -> str:
    """The part for words that end at a line, and lines from top to bottom; nothing where there are none."""
    placed = "".join(_placed(at, shape, size) for at, shape in enumerate(shapes, start=1))
    if not placed:
        return ""
    return f'{XML_HEAD}<c:userShapes xmlns:c="{C}" xmlns:cdr="{CDR}" {namespaces("a")}>{placed}</c:userShapes>'


def _placed(at: int, shape: Shape, size: tuple[float, float]) -> str:
    match shape:
        case Words():
            box = (shape.x, shape.top, shape.x + shape.width, shape.bottom)
            return _anchored(box, size, _words(at, shape, box))
        case Path(points=((x0, y0), (x1, y1))):
            return _anchored((x0, y0, x1, y1), size, _line(at, shape, (x0, y0, x1, y1)))
        case _:
            return ""


def _anchored(box: tuple[float, float, float, float], size: tuple[float, float], content: str) -> str:
    corners = (("from", box[0], box[1]), ("to", box[2], box[3]))
    ends = "".join(
        f"<cdr:{end}><cdr:x>{_part(x, size[0])}</cdr:x><cdr:y>{_part(y, size[1])}</cdr:y></cdr:{end}>"
        for end, x, y in corners
    )
    return f"<cdr:relSizeAnchor>{ends}{content}</cdr:relSizeAnchor>"


def _part(length: float, whole: float) -> str:
    return f"{min(max(length / max(whole, 1), 0), 1):.5f}"


def _frame(box: tuple[float, float, float, float]) -> str:
    left, top, right, bottom = map(emu, box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/></a:xfrm>'


def _words(at: int, words: Words, box: tuple[float, float, float, float]) -> str:
    return (
        f'<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="{at}" name="Words {at}"/>'
        f'<cdr:cNvSpPr txBox="1"/></cdr:nvSpPr><cdr:spPr>{_frame(box)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></cdr:spPr>'
        '<cdr:txBody><a:bodyPr vertOverflow="overflow" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f'<a:lstStyle/><a:p><a:pPr algn="r"/><a:r>'
        f"{run('rPr', words.size, _INKS.get(words.ink.name, TEXT), strong=words.strong)}"
        f"<a:t>{in_text(words.text)}</a:t></a:r></a:p></cdr:txBody></cdr:sp>"
    )


def _line(at: int, path: Path, box: tuple[float, float, float, float]) -> str:
    stroke = path.stroke
    look = line(_INKS.get(stroke.ink.name, TEXT), stroke.width) if stroke else ""
    return (
        f'<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="{at}" name="Line {at}"/><cdr:cNvCxnSpPr/>'
        f"</cdr:nvCxnSpPr><cdr:spPr>{_frame(box)}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{look}</cdr:spPr></cdr:cxnSp>'
    )
