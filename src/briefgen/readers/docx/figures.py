"""Drawings of Word → figures: pictures decoded anew, charts from the data that the file carries.

Of a chart whose data are not there (they were not carried once, and another program may leave them out) what it shows
in words stands in its place.
"""

from collections.abc import Iterator, Sequence

from briefgen.document import Block, Caption, Figure, Inlines, Paragraph, Run, TemplateText
from briefgen.exhibits.figures import decode
from briefgen.ooxml import Element
from briefgen.ooxml.tags import ASVG, WP, A, C, R
from briefgen.readers.docx.surroundings import Surroundings
from briefgen.writers.docx.chart_data import digest


def figure(drawings: Sequence[Element], caption: Caption | None, anchor: str, around: Surroundings) -> Iterator[Block]:
    """The figure of a paragraph. A chart may be several drawings beside each other, of which the first one is told."""
    if not drawings:
        return
    first = drawings[0]
    alt = next((each.get("descr", "") for each in first.iter(f"{{{WP}}}docPr")), "")
    blip = next(first.iter(f"{{{A}}}blip"), None)
    is_chart = next(first.iter(f"{{{C}}}chart"), None) is not None or (
        blip is not None and next(blip.iter(f"{{{ASVG}}}svgBlip"), None) is not None
    )
    if is_chart and (chart := around.charts.get(digest(alt))):
        yield Figure(chart, alt, caption, anchor)
        return
    if blip is not None and (data := _data(blip, around)):
        picture = decode(data)
        if not isinstance(picture, str):
            yield Figure(picture, alt, caption, anchor)
            return
    if caption:
        label = (Run(f"{caption.label} · ", TemplateText()),) if caption.label else ()
        yield Paragraph((*label, *caption.content), "label")
    if alt:
        yield Paragraph(_said(alt), "small")


def _data(blip: Element, around: Surroundings) -> bytes | None:
    relation = around.related.get(blip.get(f"{{{R}}}embed", ""))
    return around.pictures.get(relation.target) if relation and not relation.external else None


def _said(words: str) -> Inlines:
    return (Run(words, TemplateText()),)
