"""The data of charts as a custom XML part, from which `readers/docx` restores the charts of a brief.

The part has a `chart` element for each chart, with its data as JSON and, in `of`, a digest of its alternative text,
which identifies its drawing in the body. Labels are plain text.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from briefgen.core.xml import allowed, in_text
from briefgen.document import Acceptability, Chart, Contributions, Figure, Sensitivity, Timeline
from briefgen.document.chart import in_plain_words
from briefgen.ooxml import Part, Relationship
from briefgen.ooxml.tags import XML_HEAD

if TYPE_CHECKING:
    from briefgen.ooxml import Element

SPACE = "urn:briefgen:charts"
_ITEM, _PROPERTIES = "customXml/item2.xml", "customXml/itemProps2.xml"
"""Item 1 is that of a review copy."""
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ID = "{3F7C2D18-94A5-4B6E-8E0D-52C1B7A96F04}"
"""The identifier of the part (ISO/IEC 29500-1, 22.5.2.1), the same in every file."""
_MOST_CHARTS = 500
_MOST = 1e6
"""The highest number of a chart that is accepted: they are percentages, and points of 100."""


def digest(alt: str) -> str:
    """The digest of a chart's alternative text."""
    return sha256(alt.encode(errors="backslashreplace")).hexdigest()[:32]


def chart_data(figures: Iterable[Figure]) -> list[Part]:
    """The part and its properties; nothing where there is no chart."""
    charts = {
        digest(figure.alt): in_plain_words(figure.picture, allowed)
        for figure in figures
        if isinstance(figure.picture, Chart)
    }
    if not charts:
        return []
    lines = "".join(
        f'<chart of="{name}">{in_text(msgspec.json.encode(chart).decode())}</chart>' for name, chart in charts.items()
    )
    properties = (
        f'{XML_HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    data = f'{XML_HEAD}<charts xmlns="{SPACE}">{lines}</charts>'
    return [
        Part(_ITEM, "custom-xml", data.encode(), (Relationship("rId1", "custom-xml-properties", _PROPERTIES),)),
        Part(_PROPERTIES, "custom-xml-properties", properties.encode()),
    ]


def read(root: "Element") -> dict[str, Chart]:
    """Digest → chart, for those that are valid; nothing where it is another part."""
    if root.tag != f"{{{SPACE}}}charts":
        return {}
    found: dict[str, Chart] = {}
    for element in list(root)[:_MOST_CHARTS]:
        try:
            chart = msgspec.json.decode((element.text or "").encode(), type=Chart)
        except (ValueError, RecursionError):  # msgspec.ValidationError and DecodeError are ValueErrors
            continue
        if _is_valid(chart):
            found[element.get("of", "")] = chart
    return found


def _is_valid(chart: Chart) -> bool:
    """Whether a chart can be drawn."""
    match chart:
        case Timeline(moments=moments):
            return bool(moments)
        case Contributions(criteria=criteria, options=options):
            figures = [each.weight for each in criteria]
            figures += [edge for each in options for one in each.portions for edge in (one.low, one.high)]
            whole = all(len(each.portions) == len(criteria) for each in options)
            return bool(criteria and options) and whole and _in_range(figures)
        case Sensitivity(options=courses, turns=turns, weight=weight):
            figures = [edge for each in courses for edge in (*each.without, *each.alone)]
            return bool(courses) and _in_range(
                [*figures, weight, *(at for each in turns for at in (each.weight, each.score))]
            )
        case Acceptability(options=options, ranks=ranks):
            figures = [share for each in options for share in each.shares]
            return bool(options) and all(len(each.shares) == len(ranks) for each in options) and _in_range(figures)


def _in_range(figures: Iterable[float]) -> bool:
    return all(0 <= figure <= _MOST for figure in figures)
