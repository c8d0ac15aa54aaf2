"""The style sheet of a page: the theme's inks, faces and text styles, the frame of all our pages (`frame.css`),
then what is of a brief alone (`page.css`)."""

import re
from collections.abc import Mapping
from pathlib import Path

from briefgen.document import Document, plain
from briefgen.theme import Theme
from briefgen.writers.html.palette import dark, light
from briefgen.writers.html.typography import BODY, faces, rem, string, typography, variable

_FRAME, _PAGE = (Path(__file__).with_name(name) for name in ("frame.css", "page.css"))
_BROWSER = 16
"""Pixels of a rem, where the reader has not chosen otherwise."""
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
    """What all our pages begin with: inks, by day and in the dark, faces, styles of texts, and `frame.css`."""
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
    """The colour of the letters of a marking."""
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
        "rule-outer": f"var({variable(table.outer)})",
        "rule-width": rem(table.outer_width, body),
        "rule-inner": f"var({variable(table.inner)})",
        "cell-padding": f"{rem(table.pad_top, body)} {rem(table.pad_x, body)} {rem(table.pad_bottom, body)}",
    }
    return " ".join(f"--{name}: {value};" for name, value in measures.items())


def margins(theme: Theme, head: str, foot: str, numbers: str, marking: str, colour: str) -> str:
    """What stands in the margins of every page on paper, in browsers that print margins (CSS Paged Media 3, 5); at the
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
