"""The styles of a theme → rules of a style sheet.

Sizes are told by that of the body, which is 17 pixels where the reader has not chosen another, and the theme's own size
on paper.
"""

import re

from briefgen.theme import Face, TextStyle, Theme

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
"""Where each style applies; what stands further down wins."""

_GENERIC = {"serif": ("Georgia", "serif"), "sans": ("Segoe UI", "system-ui", "sans-serif")}
_KEYWORDS = frozenset({"serif", "sans-serif", "system-ui"})


def typography(theme: Theme) -> str:
    """One rule a style."""
    body = theme.styles["body"]
    return "\n".join(f"{selector} {{ {_look(theme.styles[name], body)} }}" for selector, name in _SELECTORS)


def faces(theme: Theme) -> str:
    """The two families as variables: the theme's own where it is installed, then what may stand in for it."""
    return f"--serif: {_family(theme.serif)}; --sans: {_family(theme.sans)};"


def string(text: str) -> str:
    """Text as a string of CSS, of any characters whatever."""
    return '"' + re.sub(r"[^A-Za-z0-9 .,:/()-]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def variable(ink: str) -> str:
    """The name of the variable that holds an ink."""
    return "--" + re.sub(r"[^A-Za-z0-9-]", lambda found: f"_{ord(found[0]):x}", ink)


def rem(points: float, body: TextStyle) -> str:
    """A length of the theme in rem."""
    return f"{points / body.size * BODY:.4g}rem"


def _look(style: TextStyle, body: TextStyle) -> str:
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
