"""Figures: the picture in the line, its title above as tables have it."""

from briefgen.document import Figure
from briefgen.ooxml.tags import PIC, A
from briefgen.ooxml.text import in_attribute
from briefgen.writers.docx.caption import caption
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.paragraph import paragraph
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.units import emu

_PIXEL = 72 / 96
"""A pixel in points, where the column is wide enough."""
_TALLEST = 0.7
"""Of the page, so that the title fits above."""


def figure(block: Figure, frame: Frame, story: Story) -> str:
    """Caption and picture; the picture is never wider than the text."""
    title = caption(block.caption, "Figure", block.anchor, frame, story) if block.caption else ""
    drawing = _drawing(block, frame, story)
    if not block.caption:
        drawing = story.bookmarked(block.anchor, drawing)
    indent = (frame.indent, 0) if frame.indent else None
    return title + paragraph(story, "BriefPicture", drawing, keep=frame.keep, indent=indent, align=frame.align)


def _drawing(block: Figure, frame: Frame, story: Story) -> str:
    width, height = max(block.picture.width, 1) * _PIXEL, max(block.picture.height, 1) * _PIXEL
    room = max(frame.width - frame.indent, 200) / 20
    scale = min(1.0, room / width, story.setting.paper[1] / 20 * _TALLEST / height)
    cx, cy = max(emu(width * scale), 1), max(emu(height * scale), 1)
    at, alt = story.object_id(), in_attribute(block.alt)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{at}" name="Picture {at}" descr="{alt}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{at}" name="Picture {at}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{story.picture(block.picture.png)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
