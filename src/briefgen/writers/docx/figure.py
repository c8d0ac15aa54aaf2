"""Figures: the picture in the line, its title above and its key below as tables have them.

A chart is a drawing in vectors, with a picture of it for programs that cannot show one ([MS-ODRAWXML], 2.3.3.3).
"""

import msgspec

from briefgen.charts import draw, svg
from briefgen.charts.png import png
from briefgen.document import Chart, Figure, Picture, plain
from briefgen.ooxml.tags import ASVG, PIC, A
from briefgen.ooxml.text import in_attribute
from briefgen.writers.docx.caption import caption
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.paragraph import paragraph, words
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.units import emu

_PIXEL = 72 / 96
"""A pixel in points, where the column is wide enough."""
_TALLEST = 0.7
"""Of the page, so that the title fits above."""


class _Blip(msgspec.Struct, frozen=True):
    """What is placed: its size in points, and the reference to its parts."""

    width: float
    height: float
    xml: str


def figure(block: Figure, frame: Frame, story: Story) -> str:
    """Caption, picture and key; the picture is never wider than the text."""
    title = caption(block.caption, "Figure", block.anchor, frame, story) if block.caption else ""
    drawing = _drawing(block, frame, story)
    if not block.caption:
        drawing = story.bookmarked(block.anchor, drawing)
    indent = (frame.indent, 0) if frame.indent else None
    keep = frame.keep or bool(block.key)
    out = [title, paragraph(story, "BriefPicture", drawing, keep=keep, indent=indent, align=frame.align)]
    for at, line in enumerate(block.key, start=1):
        keep = frame.keep or at < len(block.key)
        out.append(words(story, "BriefTableKey", line.content, msgspec.structs.replace(frame, keep=keep)))
    return "".join(out)


def _drawing(block: Figure, frame: Frame, story: Story) -> str:
    room = max(frame.width - frame.indent, 200) / 20
    blip = _raster(block.picture, story) if isinstance(block.picture, Picture) else _chart(block, room, story)
    scale = min(1.0, room / blip.width, story.setting.paper[1] / 20 * _TALLEST / blip.height)
    cx, cy = max(emu(blip.width * scale), 1), max(emu(blip.height * scale), 1)
    at, alt = story.object_id(), in_attribute(block.alt)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{at}" name="Picture {at}" descr="{alt}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{at}" name="Picture {at}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip.xml}<a:stretch><a:fillRect/></a:stretch>"
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _raster(picture: Picture, story: Story) -> _Blip:
    xml = f'<a:blip r:embed="{story.picture(picture.png)}"/>'
    return _Blip(max(picture.width, 1) * _PIXEL, max(picture.height, 1) * _PIXEL, xml)


def _chart(block: Figure, room: float, story: Story) -> _Blip:
    assert not isinstance(block.picture, Picture)
    chart: Chart = block.picture
    theme = story.setting.theme
    drawing = draw(chart, theme, room)
    title = plain(block.caption.content) if block.caption else ""
    vectors = story.drawing(svg.file(drawing, theme, title).encode())
    xml = (
        f'<a:blip r:embed="{story.picture(png(drawing, theme))}"><a:extLst>'
        f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{ASVG}" '
        f'r:embed="{vectors}"/></a:ext></a:extLst></a:blip>'
    )
    return _Blip(drawing.width, max(drawing.height, 1), xml)
