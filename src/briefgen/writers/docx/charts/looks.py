"""Fills, lines and letters of a chart (DrawingML, ISO/IEC 29500-1, 20.1.8 and 21.1).

Colours are those of the theme, by its names, so that a chart follows when someone gives the document another theme.
Only its first accent is used as a colour; all else is between paper and ink, which every theme has.
"""

from briefgen.charts.lettering import Lettering
from briefgen.theme import Theme
from briefgen.writers.docx.units import emu

ACCENT = '<a:schemeClr val="accent1"/>'
PAPER = '<a:schemeClr val="bg1"/>'
TEXT = '<a:schemeClr val="tx1"/>'
QUIET = '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>'
HAIRLINE = '<a:schemeClr val="bg1"><a:lumMod val="80000"/></a:schemeClr>'
FINE = '<a:schemeClr val="bg1"><a:lumMod val="65000"/></a:schemeClr>'
TINT = '<a:schemeClr val="bg1"><a:lumMod val="96000"/></a:schemeClr>'

NO_FILL = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"


def shade(share: float, theme: Theme) -> str:
    """The accent with some paper in it, as light and as pale as if the two were mixed.

    To make a colour lighter keeps its saturation (20.1.2.3.20), while paper takes from it. Mixing keeps the chroma C in
    proportion: with L the lightness, S = C ÷ (1 − |2L − 1|) before and share · C ÷ (1 − |2L' − 1|) after.
    """
    parts = [int(theme.inks["accent"][at : at + 2], 16) / 255 for at in (1, 3, 5)]
    before = (max(parts) + min(parts)) / 2
    after = 1 - share * (1 - before)
    kept = share * (1 - abs(2 * before - 1)) / max(1 - abs(2 * after - 1), 1e-6)
    part = round(share * 100_000)
    return (
        f'<a:schemeClr val="accent1"><a:satMod val="{round(min(kept, 1) * 100_000)}"/>'
        f'<a:lumMod val="{part}"/><a:lumOff val="{100_000 - part}"/></a:schemeClr>'
    )


def veil(share: float) -> str:
    """The accent so thin that what lies under it is seen."""
    return f'<a:schemeClr val="accent1"><a:alpha val="{round(share * 100_000)}"/></a:schemeClr>'


def solid(colour: str) -> str:
    """A fill of one colour."""
    return f"<a:solidFill>{colour}</a:solidFill>"


def hatched(colour: str) -> str:
    """A fill of lines that fall to the right: what is open."""
    return (
        f'<a:pattFill prst="ltDnDiag"><a:fgClr>{colour}</a:fgClr><a:bgClr>{PAPER}</a:bgClr></a:pattFill>'
    )  # fmt: skip


def line(colour: str, points: float, dash: str = "") -> str:
    """A line; `dash` is a kind of dashes (20.1.10.49)."""
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{emu(points)}" cap="flat">{solid(colour)}{dashes}<a:round/></a:ln>'


def shape(fill: str, line: str) -> str:
    """The look of a bar, a line or an area."""
    return f"<c:spPr>{fill}{line}</c:spPr>"


def run(element: str, size: float, colour: str, *, strong: bool = False) -> str:
    """The look of a run of words, under the name that it has where it stands. The face is the theme's for headings,
    as tables and captions have it."""
    look = f'{solid(colour)}<a:latin typeface="+mj-lt"/>'
    return f'<a:{element} sz="{round(size * 10) * 10}" b="{int(strong)}">{look}</a:{element}>'


def letters(
    type_: Lettering, colour: str = TEXT, *, strong: bool = False, wrap: str = "", upright: bool = False
) -> str:
    """The look of all words of something. `wrap`: `none` or `square`, where it matters. `upright`: names at an axis
    are not turned; LibreOffice leaves out none of them then, although they touch."""
    how = (' rot="0" vert="horz"' if upright else "") + (f' wrap="{wrap}"' if wrap else "")
    body = f"<a:bodyPr{how}/>"
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>"
        f"{run('defRPr', type_.size, colour, strong=strong)}"
        "</a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )
