"""The style sheet of a page: the theme's colours, light and dark, its faces and text styles, and `frame.css`."""

import colorsys
import re
from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path

from briefgen.document import Document, plain
from briefgen.theme import CardFrame, Face, TextStyle, Theme

PAPER = "paper"
"""The page background."""

_DARK_PAPER = 0.085
_DARK_TINT = 0.125
_DARK_GROUND = 0.16
_DARK_RULE = 0.34
"""Lightness of dark backgrounds in dark mode, from 0 to 1."""
_MAX_SATURATION = 0.5
"""Brighter colours glow on a dark ground."""
_READABLE = 4.5
_EASY = 10.0
"""Contrast of inks, and of the text itself, which is not pure white."""
_FIXED = frozenset({"marking-ground"})  # TLP labels have a black background


def light(theme: Theme) -> dict[str, str]:
    """The colours of the theme on white."""
    return {PAPER: "#FFFFFF", **theme.inks}


def dark(theme: Theme) -> dict[str, str]:
    """The colours of the theme for dark mode."""
    inks = theme.inks
    out = {PAPER: _with_lightness(inks["text"], _DARK_PAPER)}
    for name, colour in inks.items():
        if name in _FIXED:
            out[name] = colour
        elif name.endswith("-ground"):
            out[name] = _with_lightness(inks.get(name.removesuffix("-ground"), colour), _DARK_GROUND)
        elif is_ground(name, theme):
            out[name] = _with_lightness(inks["text"], _DARK_TINT)
        elif name == "hairline":
            out[name] = _with_lightness(inks["text"], _DARK_RULE)
    grounds = [shade for name, shade in out.items() if is_ground(name, theme)]
    return out | {
        name: _readable(inks[name], grounds, _EASY if name == "text" else _READABLE) for name in inks if name not in out
    }


def is_ground(name: str, theme: Theme) -> bool:
    """Whether text in the colours of the theme is printed on it."""
    return name in (PAPER, "tint", theme.callout.ground) or (name.endswith("-ground") and name not in _FIXED)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, `#RRGGBB`, from 1 to 21 (WCAG 2, “contrast ratio”)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _with_lightness(colour: str, lightness: float) -> str:
    hue, _lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    parts = colorsys.hls_to_rgb(hue, lightness, min(saturation, _MAX_SATURATION))
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _readable(ink: str, grounds: list[str], least: float) -> str:
    """The ink, as dark as it can be while it is read on every ground."""
    shades = [_with_lightness(ink, percent / 100) for percent in range(40, 101)]
    at = bisect_left(shades, True, key=lambda shade: all(contrast(shade, ground) >= least for ground in grounds))
    return shades[min(at, len(shades) - 1)]


# The styles of a theme → rules of a style sheet.
#
# Sizes are relative to the body text, which is 17 pixels by default, and the theme's own size on paper.

BODY = 1.0625
"""The body's size in rem."""

_SELECTORS: tuple[tuple[str, str], ...] = (
    ("body", "body"),
    (".lead", "lead"),
    (".small, .key", "small"),
    (".label", "label"),
    ("h2", "heading1"),
    ("h3", "heading2"),
    ("h4", "heading3"),
    ("h5, h6", "heading4"),
    (".kind", "kind"),
    (".title", "title"),
    (".question", "question"),
    ("dt", "entry-label"),
    ("dd", "entry"),
    (".callout", "callout"),
    (".callout-title", "callout-title"),
    (".card", "table"),
    (".card-title", "callout-title"),
    (".card .small", "table-small"),
    (".callout .small", "callout-small"),
    ("caption, figcaption, .caption", "caption"),
    (".caption-label", "caption-label"),
    ("th, td", "table"),
    ("thead th, thead td, [data-label]::before", "table-head"),
    (":is(th, td) .small", "table-small"),
    ("blockquote", "quotation"),
    (".attribution", "attribution"),
    (".notes", "endnote"),
    (".open-note", "note"),
    ("nav", "contents1"),
    ("nav ol ol", "contents2"),
    (".contents-title", "contents-title"),
    (".bar", "header"),
    ("body > footer", "footer"),
    (".marking", "marking"),
)
"""The selectors of each style; later rules take precedence."""

_GENERIC = {"serif": ("Georgia", "serif"), "sans": ("Segoe UI", "system-ui", "sans-serif")}
_KEYWORDS = frozenset({"serif", "sans-serif", "system-ui"})


def typography(theme: Theme) -> str:
    """The rules of the text styles."""
    body = theme.styles["body"]
    return "\n".join(f"{selector} {{ {_declarations(theme.styles[name], body)} }}" for selector, name in _SELECTORS)


def faces(theme: Theme) -> str:
    """The two font families as variables: the theme's own, then fallbacks."""
    return f"--serif: {_family(theme.serif)}; --sans: {_family(theme.sans)};"


def string(text: str) -> str:
    """Any text as a CSS string."""
    return '"' + re.sub(r"[^A-Za-z0-9 .,:/()-]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def variable(ink: str) -> str:
    """The name of the variable that holds an ink."""
    return "--" + re.sub(r"[^A-Za-z0-9-]", lambda found: f"_{ord(found[0]):x}", ink)


def rem(points: float, body: TextStyle) -> str:
    """A length of the theme in rem."""
    return f"{points / body.size * BODY:.4g}rem"


def _declarations(style: TextStyle, body: TextStyle) -> str:
    parts = [
        f"font-family: var(--{style.face})",
        f"font-size: {rem(style.size, body)}",
        f"line-height: {style.leading / style.size:.4g}",
        f"color: var({variable(style.colour)})",
        f"font-weight: {600 if style.strong else 400}",
        f"font-style: {'italic' if style.italic else 'normal'}",
        f"margin-block: {rem(style.before, body)} {rem(style.after, body)}",
    ]
    if style.align != "left":
        parts.append(f"text-align: {style.align}")
    if style.capitals:
        parts.append("text-transform: uppercase")
    if style.tracking:
        parts.append(f"letter-spacing: {style.tracking:.4g}em")
    return "; ".join(parts) + ";"


def _family(face: Face) -> str:
    names = dict.fromkeys((face.name, *face.alternates, *_GENERIC[face.generic]))
    return ", ".join(name if name in _KEYWORDS else string(name) for name in names)


# The style sheet of a page: the theme's inks, faces and text styles, the frame of all our pages (`frame.css`),
# then what is of a brief alone (`page.css`).

_FRAME, _PAGE = (Path(__file__).with_name(name) for name in ("frame.css", "page.css"))
_BROWSER = 16
"""The default size of a rem in pixels."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def stylesheet(document: Document, theme: Theme, shares: set[int]) -> str:
    """The style sheet. `shares`: the widths of columns that tables ask for, in percent."""
    running = document.running
    return "\n".join((
        ground(theme, running.marking_colour),
        _PAGE.read_text(encoding="utf-8"),
        *(f".w{share} {{ width: {share}%; }}" for share in sorted(shares)),
        _paper(document, theme),
        "",
    ))  # fmt: skip


def ground(theme: Theme, marking: str) -> str:
    """The rules of all pages: colours in light and dark mode, fonts, text styles, and `frame.css`."""
    by_day, colour = _inks(light(theme)), _marking(marking)
    return "\n".join((
        f":root {{ color-scheme: light dark; {by_day} --marking: {colour}; {faces(theme)} {_measures(theme)} }}",
        "@media screen and (prefers-color-scheme: dark) {",
        f"  :root {{ {_inks(dark(theme))} }}",
        "}",
        typography(theme),
        _FRAME.read_text(encoding="utf-8"),
    ))  # fmt: skip


def _marking(colour: str) -> str:
    """The text colour of a marking."""
    return colour if _COLOUR.fullmatch(colour) else "#FFFFFF"


def _inks(inks: Mapping[str, str]) -> str:
    return " ".join(f"{variable(name)}: {shade};" for name, shade in inks.items())


def _measures(theme: Theme) -> str:
    body, box, table = theme.styles["body"], theme.callout, theme.table
    measures = {
        "title": rem(theme.styles["title"].size, body),
        "after": rem(body.after, body),
        "print": f"{body.size / BODY:.4g}pt",
        "callout-ground": f"var({variable(box.ground)})",
        "callout-rule": f"var({variable(box.rule)})",
        "callout-width": rem(box.rule_width, body),
        **_card("card", theme.card, body),
        **_card("recommended", theme.recommended_card, body),
        "rule-outer": f"var({variable(table.outer)})",
        "rule-width": rem(table.outer_width, body),
        "rule-inner": f"var({variable(table.inner)})",
        "cell-padding": f"{rem(table.pad_top, body)} {rem(table.pad_x, body)} {rem(table.pad_bottom, body)}",
    }
    return " ".join(f"--{name}: {value};" for name, value in measures.items())


def _card(name: str, card: CardFrame, body: TextStyle) -> dict[str, str]:
    return {
        f"{name}-ground": f"var({variable(card.ground)})" if card.ground else "none",
        f"{name}-border": f"{rem(card.border_width, body)} solid var({variable(card.border)})",
        f"{name}-rule": f"{rem(card.rule_width, body)} solid var({variable(card.rule)})",
        f"{name}-padding": rem(card.padding, body),
    }


def margins(theme: Theme, head: str, foot: str, numbers: str, marking: str, colour: str) -> str:
    """The content of the page margins on paper, in browsers that print margins (CSS Paged Media 3, 5); at the
    head of the first page nothing does, since the page begins with the same. `numbers`: as in `Running.page`; `colour`:
    of the letters of the marking."""
    page, inks = theme.page, theme.inks
    small = (
        f"font: {theme.styles['header'].size:g}pt {string(theme.sans.name)}, sans-serif; color: {inks['secondary']};"
    )
    label = (
        f"font: 600 9pt {string(theme.sans.name)}, sans-serif; background: {inks['marking-ground']}; "
        f"color: {_marking(colour)}; padding: 1pt 6pt; width: fit-content; height: fit-content; margin: auto 0;"
    )
    counted = " ".join(
        {"{page}": "counter(page)", "{pages}": "counter(pages)"}.get(part, string(part))
        for part in re.split(r"(\{pages?\})", numbers)
        if part
    )
    marked = f"content: {string(marking)}; {label}" if marking else ""
    return "\n".join((
        "@page {",
        f"  margin: {page.top:g}pt {page.right:g}pt {page.bottom:g}pt {page.left:g}pt;",
        f"  @top-left {{ content: {string(head)}; {small} }}",
        f"  @top-right {{ {marked} }}",
        *([f"  @bottom-left {{ content: {string(foot)}; width: 40%; {small} }}"] if foot else []),
        f"  @bottom-center {{ {marked} }}",
        f"  @bottom-right {{ content: {counted or 'none'}; width: 40%; {small} }}",
        "}",
        "@page :first { @top-left { content: none; } @top-right { content: none; } }",
    ))  # fmt: skip


def _paper(document: Document, theme: Theme) -> str:
    running = document.running
    head = " · ".join(part for part in (running.status, plain(running.header)) if part)
    return margins(theme, head, plain(running.footer), running.page, running.marking, running.marking_colour)
