"""Native Word charts (python-pptx writes the chart, XlsxWriter its workbook), and their data for reading them back."""

import datetime as dt
import re
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from math import ceil, fsum, isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from docx.opc.part import Part
from lxml import etree
from pptx.chart.chart import Chart as ChartFormat
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.chart import XL_TICK_LABEL_POSITION as TICK_LABELS
from pptx.enum.chart import XL_TICK_MARK as TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt
from xlsxwriter import Workbook

from briefgen.charts.acceptability import BAR
from briefgen.charts.labels import label_type, plain_text, small_type
from briefgen.charts.sensitivity import HEIGHT, NEAR, scores_shown
from briefgen.core.xml import allowed, in_text
from briefgen.document import Acceptability, Chart, Contributions, Figure, Inlines, Sensitivity, Timeline
from briefgen.document.chart import in_plain_words
from briefgen.docx.package import add_custom_xml
from briefgen.locale import load
from briefgen.ooxml.tags import XML_HEAD, A, C, R
from briefgen.theme import Theme

if TYPE_CHECKING:
    from briefgen.ooxml import Element

SPACE = "urn:briefgen:charts"
_ID = "{3F7C2D18-94A5-4B6E-8E0D-52C1B7A96F04}"
"""The identifier of the part (ISO/IEC 29500-1, 22.5.2.1), the same in every file."""
_MAX_CHARTS = 500
_MAX_VALUE = 1e6
"""The highest number of a chart that is accepted: they are percentages, and points of 100."""


def digest(alt: str) -> str:
    """The digest of a chart's alternative text."""
    return sha256(alt.encode(errors="backslashreplace")).hexdigest()[:32]


def add_chart_data(owner: Part, figures: Iterable[Figure]) -> None:
    """Add the data of charts, if any."""
    charts = {
        digest(figure.alt): in_plain_words(figure.picture, allowed)
        for figure in figures
        if isinstance(figure.picture, Chart)
    }
    if not charts:
        return
    lines = "".join(
        f'<chart of="{name}">{in_text(msgspec.json.encode(chart).decode())}</chart>' for name, chart in charts.items()
    )
    data = f'{XML_HEAD}<charts xmlns="{SPACE}">{lines}</charts>'
    add_custom_xml(owner, 2, SPACE, _ID, data.encode())  # item 1 is that of a review copy


def read(root: "Element") -> dict[str, Chart]:
    """Digest → valid chart; empty for other parts."""
    if root.tag != f"{{{SPACE}}}charts":
        return {}
    found: dict[str, Chart] = {}
    for element in list(root)[:_MAX_CHARTS]:
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
            complete = all(len(each.portions) == len(criteria) for each in options)
            return bool(criteria and options) and complete and _in_range(figures)
        case Sensitivity(options=courses, turns=turns, weight=weight):
            figures = [edge for each in courses for edge in (*each.without, *each.alone)]
            return bool(courses) and _in_range(
                [*figures, weight, *(at for each in turns for at in (each.weight, each.score))]
            )
        case Acceptability(options=options, ranks=ranks):
            figures = [share for each in options for share in each.shares]
            return bool(options) and all(len(each.shares) == len(ranks) for each in options) and _in_range(figures)


def _in_range(figures: Iterable[float]) -> bool:
    return all(0 <= figure <= _MAX_VALUE for figure in figures)


# Native Word charts, which readers can edit: python-pptx writes the chart, XlsxWriter the workbook with its
# data.
#
# Shares of ranks and contributions are stacked bars, sensitivity is lines over two scales; Word has no
# timeline. Colours and fonts are those of the document's theme by name. Everything that an author wrote is
# text, never a formula or a link.

_ = str  # marks interface messages; they are translated where they are shown

WORKBOOK = "rId1"
"""The relationship from the chart part to its workbook."""

_C = f"{{{C}}}"
_ACCENT, _TEXT, _PAPER = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.BACKGROUND_1
_SECONDARY, _HAIRLINE = 0.35, -0.2
"""Brightness: of text that is secondary, of lines on paper."""
_LIGHTEST = 0.85
"""Brightness of the accent in the last of several parts of a bar."""
_DARK_FILL = 0.4
"""Brightness of the accent up to which the labels on it are white."""
_DASHES = (MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.LONG_DASH_DOT, MSO_LINE.SQUARE_DOT, MSO_LINE.LONG_DASH)
_NAMES_WIDTH = 0.25
"""The share of the width that is reckoned for the names of bars."""
_WIDER_FONT = 1.2
"""How much wider text may be in a font that replaces the theme's."""
_MAX_CELL_LENGTH = 32_000
"""Characters of a cell; Excel takes 32,767."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""In a string of a workbook `_x0041_` is the letter A (ISO/IEC 29500-1, 22.9.2.19)."""


class WordChart(msgspec.Struct, frozen=True):
    """The chart part and the workbook, which the chart refers to as `WORKBOOK`; the height is in points."""

    height: float
    xml: bytes
    workbook: bytes


def word_chart(chart: Chart, theme: Theme, width: float, lang: str, date: dt.datetime) -> WordChart | None:
    """The chart at a width in points; None if Word has no such chart type, or there is nothing to show.

    `date`: of the workbook, which has to have one.
    """
    match chart:
        case Acceptability(options=options) if any(option.shares for option in options):
            native = _acceptability(chart, theme, width)
        case Contributions() if chart.options and chart.criteria:
            native = _contributions(chart, theme, width, lang)
        case Sensitivity() if chart.options:
            native = _sensitivity(chart, theme, width)
        case _:
            return None
    return WordChart(native.height, _chart_part(native.chart), _workbook(native.data, date))


class _Draft(NamedTuple):
    """A chart as python-pptx has it, its data and its height in points."""

    chart: Any
    data: Any
    height: float


def _acceptability(chart: Acceptability, theme: Theme, width: float) -> _Draft:
    """A bar for each option, divided into how often it takes each rank, from dark to light."""
    ranks = max(len(option.shares) for option in chart.options)
    data = CategoryChartData(_percent_format(chart.percent, "%"))
    data.categories = [_label(option.label) for option in chart.options]
    for rank in range(ranks):
        name = _label(chart.ranks[rank]) if rank < len(chart.ranks) else str(rank + 1)
        data.add_series(name, [_number(option.shares[rank : rank + 1]) for option in chart.options])
    native, height = _bars(data, theme, width, end=1)
    native.value_axis.visible = native.value_axis.has_major_gridlines = False
    for rank, series in enumerate(native.plots[0].series):
        _fill_part(series, rank, ranks)
        _label_parts(series, f"[>=0.05]{data.number_format};", dark=not rank)
    return _Draft(native, data, height - 3 * small_type(theme).leading)


def _contributions(chart: Contributions, theme: Theme, width: float, lang: str) -> _Draft:
    """A bar for each option: the certain contribution of each criterion, then the uncertainty from ranges and empty
    cells.

    The solid part ends at the lowest score that the option can have, and the whole bar at the highest.
    """
    text = load(lang).text
    data = CategoryChartData("0.#")
    data.categories = [
        "\n".join((_label(option.label), _label(option.score), *_wrapped(option.remark, theme, width)))
        for option in chart.options
    ]
    for at, criterion in enumerate(chart.criteria):
        name = f"{_label(criterion.label)} {allowed(criterion.stated)}"
        data.add_series(name, [_number([option.portions[at].low]) for option in chart.options])
    for name, empty in ((text(_("left open by a range")), False), (text(_("empty cell")) + " (?)", True)):
        parts = [[each.high - each.low for each in option.portions if each.empty == empty] for option in chart.options]
        if empty or any(map(fsum, parts)):
            data.add_series(name, [_number(part) for part in parts])
    native, height = _bars(data, theme, width, end=100)
    _name_axis(native.value_axis, chart.scale, theme)
    native.value_axis.major_unit = 25
    series = list(native.plots[0].series)
    for at, each in enumerate(series[: len(chart.criteria)]):
        _fill_part(each, at, len(chart.criteria))
        brightness = _brightness(at, len(chart.criteria))
        _label_parts(each, "[>=4]0;", dark=brightness <= _DARK_FILL)
    *ranges, unknown = series[len(chart.criteria) :]
    for each in ranges:
        each.format.fill.patterned()
        each.format.fill.pattern = MSO_PATTERN.LIGHT_DOWNWARD_DIAGONAL
        _colour(each.format.fill.fore_color, _ACCENT)
        _colour(each.format.fill.back_color, _PAPER)
        _line(each, _ACCENT, 0.5)
    unknown.format.fill.background()
    _line(unknown, _TEXT, 0.75, _SECONDARY, MSO_LINE.SQUARE_DOT)
    _label_parts(unknown, '"?";;', dark=False)
    return _Draft(native, data, height)


def _sensitivity(chart: Sensitivity, theme: Theme, width: float) -> _Draft:
    """The score of each option over the weight of one criterion: a line, or the outline of an uncertain range.

    The weights that are named are upright lines, dashed where options change places, with a point where they do.
    """
    low, high = scores_shown(chart)
    percent = _percent_format(chart.percent, "")
    data = XyChartData("0.#")
    for option in chart.options:
        series = data.add_series(_label(option.label))
        corners = [(0, option.without[0]), (100, option.alone[0])]
        if max(most - least for least, most in (option.without, option.alone)) >= NEAR:
            corners += [(100, option.alone[1]), (0, option.without[1]), (0, option.without[0])]
        for weight, score in corners:
            series.add_data_point(weight, _number([score]))
    weights = [(chart.weight, chart.stated, [low, high])]
    weights += [(turn.weight, turn.label, [low, turn.score, high]) for turn in chart.turns]
    for at, label, scores in weights:
        series = data.add_series(_label(label))
        for score in scores:
            series.add_data_point(_number([at]), _number([score]))
    native = _formatted(data, XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, theme)
    for axis, title, ends, step in (
        (native.category_axis, chart.across, (0, 100), 25),
        (native.value_axis, chart.up, (low, high), 20 if high - low > 50 else 10),
    ):
        axis.minimum_scale, axis.maximum_scale = ends
        axis.major_unit = step
        _name_axis(axis, title, theme)
    native.category_axis.has_major_gridlines = False
    native.category_axis.tick_labels.number_format, native.category_axis.tick_labels.number_format_is_linked = (
        percent,
        False,
    )
    _colour(native.category_axis.format.line.color, _TEXT, _SECONDARY)
    series = list(native.plots[0].series)
    others = 0
    for option, each in zip(chart.options, series, strict=False):
        if option.leads:
            _line(each, _ACCENT, 2)
        else:
            _line(each, _TEXT, 1, dash=_DASHES[others % len(_DASHES)])
            others += 1
    stated, *turns = series[len(chart.options) :]
    _line(stated, _TEXT, 1)
    for each in turns:
        _line(each, _ACCENT, 1, dash=MSO_LINE.DASH_DOT)
        marker = each.points[1].marker
        marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 6
        marker.format.fill.solid()
        _colour(marker.format.fill.fore_color, _ACCENT)
    for each in series:
        each.smooth = False
    legend = _legend_height([each.name for each in series], theme, width)
    return _Draft(native, data, legend + HEIGHT + 4 * small_type(theme).leading)


# Format


def _bars(data: Any, theme: Theme, width: float, end: float) -> tuple[Any, float]:
    """Stacked bars from 0 to `end`, the first at the top, and the height of the chart."""
    native = _formatted(data, XL_CHART_TYPE.BAR_STACKED, theme)
    type_ = label_type(theme)
    rows = [
        fsum(max(len(_wrapped(line, theme, width)), 1) for line in each.label.split("\n")) for each in data.categories
    ]
    pitch = max(BAR, *(count * type_.leading for count in rows)) + 8
    names_axis, scale = native.category_axis, native.value_axis
    names_axis.reverse_order = True
    names_axis.tick_labels.font.size = Pt(type_.size)
    _colour(names_axis.tick_labels.font.color, _TEXT)
    # Without these two LibreOffice leaves out names that touch, and Word every second one.
    names_axis._element.find(f"{_C}txPr").find(f"{{{A}}}bodyPr").attrib.update({"rot": "0", "vert": "horz"})
    names_axis._element.find(f"{_C}lblOffset").addnext(parse_xml(f'<c:tickLblSkip xmlns:c="{C}" val="1"/>'))
    scale.minimum_scale, scale.maximum_scale = 0, end
    scale.tick_label_position = TICK_LABELS.HIGH  # the bottom, since the rows run downward
    native.plots[0].gap_width = min(round((pitch / BAR - 1) * 100), 500)
    legend = _legend_height([each.name for each in data], theme, width)
    return native, legend + pitch * len(data.categories) + 4 * small_type(theme).leading


def _wrapped(label: Inlines | str, theme: Theme, width: float) -> list[str]:
    """The lines that a name takes to the left of its bar, also in a font that is wider than the theme's."""
    return label_type(theme).lines(allowed(plain_text(label)), width * _NAMES_WIDTH / _WIDER_FONT)


def _formatted(data: Any, kind: XL_CHART_TYPE, theme: Theme) -> Any:
    """The chart in the theme's sans, with a key above it, light gridlines, and neither title nor frame."""
    native = ChartFormat(parse_xml(ChartXmlWriter(kind, data).xml.encode()), None)
    native.font.size, native.font.name = Pt(small_type(theme).size), "+mj-lt"
    _colour(native.font.color, _TEXT, _SECONDARY)
    native.has_title, native.has_legend = False, True
    native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    for axis in (native.category_axis, native.value_axis):
        axis.major_tick_mark = axis.minor_tick_mark = TICK_MARK.NONE
        axis.format.line.fill.background()
    native.value_axis.has_major_gridlines = True
    _colour(native.value_axis.major_gridlines.format.line.color, _PAPER, _HAIRLINE)
    native._chartSpace.find(f"{_C}chart").addnext(parse_xml(
        f'<c:spPr xmlns:c="{C}" xmlns:a="{A}"><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    ))  # fmt: skip
    return native


def _name_axis(axis: Any, title: Inlines, theme: Theme) -> None:
    if not plain_text(title):
        return  # python-pptx raises on an empty title
    frame = axis.axis_title.text_frame
    frame.text = _label(title)
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(small_type(theme).size), False
    _colour(font.color, _TEXT, _SECONDARY)


def _brightness(at: int, count: int) -> float:
    """Of the accent in a part of a bar, from 0 in the first to _LIGHTEST in the last."""
    return _LIGHTEST * at / max(count - 1, 1)


def _fill_part(series: Any, at: int, count: int) -> None:
    series.format.fill.solid()
    _colour(series.format.fill.fore_color, _ACCENT, _brightness(at, count))
    _line(series, _PAPER, 0.75)


def _label_parts(series: Any, number_format: str, *, dark: bool) -> None:
    """Write the number of each part in its middle; the format omits those that do not fit."""
    shown = series.data_labels
    shown.show_value, shown.position = True, XL_LABEL_POSITION.CENTER
    shown.number_format, shown.number_format_is_linked = number_format, False
    shown.font.bold = True
    _colour(shown.font.color, _PAPER if dark else _TEXT)


def _line(series: Any, colour: MSO_THEME_COLOR, width: float, brightness: float = 0, dash: Any = None) -> None:
    line = series.format.line
    line.width = Pt(width)
    _colour(line.color, colour, brightness)
    if dash is not None:
        line.dash_style = dash


def _colour(of: Any, colour: MSO_THEME_COLOR, brightness: float = 0) -> None:
    of.theme_color = colour
    of.brightness = brightness


def _legend_height(names: list[str], theme: Theme, width: float) -> float:
    small = small_type(theme)
    total = fsum(small.width(plain_text(name)) * _WIDER_FONT + small.size + 12 for name in names)
    return (ceil(total / width) + 1) * small.leading


# Data and parts


def _label(label: Inlines) -> str:
    """Text that a chart and a workbook can hold; python-pptx takes none that is empty."""
    return allowed(plain_text(label))[:_MAX_CELL_LENGTH] or " "


def _number(parts: Any) -> float:
    """The sum, rounded to six places; 0 if not finite."""
    value = fsum(parts)
    return round(value, 6) if isfinite(value) else 0.0


def _percent_format(percent: str, literal: str) -> str:
    """The number format for a share as a language writes it, with the characters of `literal` left as they are.

    `{number}%` is `0%` for shares of 1, and `0\\%` for points of 100.
    """
    before, _number, after = percent.partition("{number}")
    before, after = ("".join(char if char in literal else f"\\{char}" for char in text) for text in (before, after))
    return f"{before}0{after}"


def _chart_part(native: Any) -> bytes:
    """The chart part. python-pptx numbers axes below zero, which the schema does not allow, and names no workbook."""
    space = native._chartSpace
    axes: dict[str, str] = {}
    for each in space.iter(f"{_C}axId", f"{_C}crossAx"):
        each.set("val", axes.setdefault(each.get("val"), str(len(axes) + 1)))
    for cache in space.iter(f"{_C}strCache"):
        for value in cache.iter(f"{_C}v"):
            value.text = _ESCAPE.sub("_x005F_", value.text or "")
    for old in space.findall(f"{_C}externalData"):
        space.remove(old)
    space.append(parse_xml(
        f'<c:externalData xmlns:c="{C}" xmlns:r="{R}" r:id="{WORKBOOK}"><c:autoUpdate val="0"/></c:externalData>'
    ))  # fmt: skip
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def _workbook(data: Any, date: dt.datetime) -> bytes:
    """The data as a workbook, the same bytes each time, in which a label that looks like a formula or link is text."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": date})
    data._workbook_writer._populate_worksheet(book, book.add_worksheet("Sheet1"))
    book.close()
    return stream.getvalue()
