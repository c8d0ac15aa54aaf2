"""Figures: a picture or chart in a line of its own, its title above it and its key below.

Charts of bars and lines are native ones, which Word can edit. A timeline is an SVG drawing with a PNG for programs that
cannot show SVG ([MS-ODRAWXML], 2.3.3.3).
"""

import msgspec

from briefgen.charts import draw
from briefgen.core.xml import in_attribute
from briefgen.document import Chart, Figure, Picture, Timeline, plain
from briefgen.ooxml.tags import ASVG, PIC, A, C
from briefgen.writers.docx.elements import tracked
from briefgen.writers.docx.paragraphs import Container, caption, paragraph, words
from briefgen.writers.docx.part_writer import PartWriter
from briefgen.writers.docx.properties import edition_date
from briefgen.writers.docx.units import emu

_PIXEL = 72 / 96
"""A pixel in points, where the column is wide enough."""
_TALLEST = 0.7
"""Of the page, so that the title fits above."""
_LEAST = 200
"""The width of a figure where its surroundings leave none, in twips."""


class _Blip(msgspec.Struct, frozen=True):
    """What is placed: its size in points, and the reference to its parts."""

    width: float
    height: float
    xml: str


def figure(block: Figure, container: Container, writer: PartWriter) -> str:
    """Caption, picture and key; the picture is never wider than the text."""
    title = caption(block.caption, "Figure", block.anchor, container, writer) if block.caption else ""
    drawing = tracked(
        block.revision, _shown(block, max(container.width - container.indent, _LEAST) / 20, writer), writer
    )
    if not block.caption:
        drawing = writer.bookmarked(block.anchor, drawing)
    indent = (container.indent, 0) if container.indent else None
    keep = container.keep or bool(block.key)
    out = [title, paragraph(writer, "BriefPicture", drawing, keep=keep, indent=indent, align=container.align)]
    for at, line in enumerate(block.key, start=1):
        keep = container.keep or at < len(block.key)
        out.append(words(writer, "BriefTableKey", line.content, msgspec.structs.replace(container, keep=keep)))
    return "".join(out)


def _shown(block: Figure, room: float, writer: PartWriter) -> str:
    tallest = writer.context.paper[1] / 20 * _TALLEST
    if isinstance(block.picture, Picture):
        return _picture(_raster(block.picture, writer), block.alt, room, tallest, writer)
    if not isinstance(block.picture, Timeline):
        from briefgen.writers.docx.charts import word_chart  # 80 ms for python-pptx; most documents have no such chart

        document = writer.context.document
        if made := word_chart(block.picture, writer.context.theme, room, document.lang, edition_date(document)):
            return _chart(writer.chart(made.xml, made.workbook), (room, min(made.height, tallest)), block.alt, writer)
    return _picture(_drawing(block.picture, block, room, writer), block.alt, room, tallest, writer)


def _picture(blip: _Blip, alt: str, room: float, tallest: float, writer: PartWriter) -> str:
    scale = min(1.0, room / blip.width, tallest / blip.height)
    cx, cy = max(emu(blip.width * scale), 1), max(emu(blip.height * scale), 1)
    at, said = writer.object_id(), in_attribute(alt)
    return _inline(
        (cx, cy), f'<wp:docPr id="{at}" name="Picture {at}" descr="{said}"/>',
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
        f'<a:graphicData uri="{PIC}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{at}" name="Picture {at}" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip.xml}<a:stretch><a:fillRect/></a:stretch>"
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>',
    )  # fmt: skip


def _chart(relationship: str, size: tuple[float, float], alt: str, writer: PartWriter) -> str:
    at = writer.object_id()
    return _inline(
        (max(emu(size[0]), 1), max(emu(size[1]), 1)),
        f'<wp:docPr id="{at}" name="Chart {at}" descr="{in_attribute(alt)}"/>',
        "<wp:cNvGraphicFramePr/>",
        f'<a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{relationship}"/></a:graphicData>',
    )


def _inline(size: tuple[int, int], named: str, container: str, graphic: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>{named}{container}'
        f'<a:graphic xmlns:a="{A}">{graphic}</a:graphic></wp:inline></w:drawing></w:r>'
    )


def _raster(picture: Picture, writer: PartWriter) -> _Blip:
    xml = f'<a:blip r:embed="{writer.picture(picture.png)}"/>'
    return _Blip(max(picture.width, 1) * _PIXEL, max(picture.height, 1) * _PIXEL, xml)


def _drawing(chart: Chart, block: Figure, room: float, writer: PartWriter) -> _Blip:
    from briefgen.charts import svg  # here, for most documents have none
    from briefgen.charts.png import png

    theme = writer.context.theme
    drawing = draw(chart, theme, room)
    title = plain(block.caption.content) if block.caption else ""
    vectors = writer.drawing(svg.file(drawing, theme, title).encode())
    xml = (
        f'<a:blip r:embed="{writer.picture(png(drawing, theme))}"><a:extLst>'
        f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{ASVG}" '
        f'r:embed="{vectors}"/></a:ext></a:extLst></a:blip>'
    )
    return _Blip(drawing.width, max(drawing.height, 1), xml)
