"""How a theme looks in Typst: the head of a source, and the spelling of text in it."""

import re

from briefgen.theme import TextStyle, Theme

_HEAD = """\
#let accent = rgb({accent})
#let tones = ("for": rgb({for_}), "against": rgb({against}), "mixed": rgb({mixed}), "muted": rgb({secondary}))
#let grounds = ("tint": rgb({tint}), "for": rgb({for_ground}), "against": rgb({against_ground}), \
"mixed": rgb({mixed_ground}))
#set page(width: {width}pt, height: {height}pt)
#set page(margin: (left: {left}pt, right: {right}pt, top: {top}pt, bottom: {bottom}pt))
#set text(font: {body_face}, size: {body_size}pt, fill: rgb({text}))
#set smartquote(enabled: false)
#show strong: set text(weight: "semibold")
#show outline: set text(font: {sans})
#set table(stroke: (x, y) => (bottom: {inner_width}pt + rgb({hairline})), inset: (x: {pad_x}pt, y: {pad_top}pt))
#show table: set text(font: {sans}, size: {table_size}pt)
#show table: set par(leading: {table_leading}pt, spacing: 3pt)
#set figure(numbering: none, supplement: none)
#set figure.caption(position: top, separator: none)
#show figure: set block(breakable: true)
#show figure.caption: set text(font: {sans}, size: {caption_size}pt, weight: "semibold")
#show figure.caption: set align(left)
#show footnote.entry: set text(size: {note_size}pt)
#show footnote.entry: set par(leading: {note_leading}pt)
#let callout(title, body) = block(width: 100%, fill: rgb({tint}), stroke: (left: {rule_width}pt + accent), \
inset: {padding}pt)[#text(font: {sans}, fill: accent, weight: "semibold", title) #parbreak() #body]
#let strip(..entries) = grid(columns: (1fr,) * calc.max(entries.pos().len(), 1), column-gutter: 8pt, ..entries)
"""

_SPECIAL = re.compile(r"""[\\*_`#$<>@\[\]=\-+/~"'.]""")


def escaped(text: str) -> str:
    """Text as markup that says just that text."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def quoted(text: str) -> str:
    """Text as a string literal."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def look(theme: Theme, paper: tuple[float, float]) -> str:
    """Page, faces, sizes and inks, and a function for each kind of text that a Document knows."""
    styles, page = theme.styles, theme.page
    inks = {name.replace("-", "_"): quoted(colour) for name, colour in theme.inks.items()}
    inks["for_"] = inks.pop("for")
    head = _HEAD.format(
        **inks, width=paper[0], height=paper[1], left=page.left, right=page.right, top=page.top, bottom=page.bottom,
        sans=_faces(theme, "sans"), body_face=_faces(theme, styles["body"].face), body_size=styles["body"].size,
        table_size=styles["table"].size, table_leading=_between(styles["table"]), caption_size=styles["caption"].size,
        note_size=styles["note"].size, note_leading=_between(styles["note"]), inner_width=theme.table.inner_width,
        pad_x=theme.table.pad_x, pad_top=theme.table.pad_top, rule_width=theme.callout.rule_width,
        padding=theme.callout.padding,
    )  # fmt: skip
    body = styles["body"]
    lines = [f"#set par(leading: {_between(body)}pt, spacing: {_between(body) + body.after}pt)"]
    for level in range(1, 5):
        style = styles[f"heading{level}"]
        where = f"heading.where(level: {level})"
        lines.append(f"#show {where}: set text({_text(theme, style)})")
        lines.append(f"#show {where}: set block(above: {style.before}pt, below: {style.after + 4}pt)")
    for function, name in _FUNCTIONS.items():
        lines.append(_function(theme, function, styles[name]))
    return head + "\n".join(lines)


_FUNCTIONS = {
    "lead": "lead", "small": "small", "label": "label", "kind": "kind", "title": "title", "question": "question",
    "entry-label": "entry-label", "head": "table-head",
}  # fmt: skip
"""Function of the source, without its ending `-text` → style of the theme."""


def _function(theme: Theme, name: str, style: TextStyle) -> str:
    words = "upper(it)" if style.capitals else "it"
    return f"#let {name}-text(it) = {{ set par(leading: {_between(style)}pt); text({_text(theme, style)}, {words}) }}"


def _text(theme: Theme, style: TextStyle) -> str:
    said = [
        f"font: {_faces(theme, style.face)}",
        f"size: {style.size}pt",
        f"fill: rgb({quoted(theme.inks[style.colour])})",
    ]
    said += ['weight: "semibold"'] if style.strong else []
    said += ['style: "italic"'] if style.italic else []
    said += [f"tracking: {style.tracking}em"] if style.tracking else []
    return ", ".join(said)


def _between(style: TextStyle) -> float:
    """Typst's leading is the gap between lines: from the baseline of one to the height of capitals of the next."""
    return round(style.leading - 0.66 * style.size, 2)


def _faces(theme: Theme, face: str) -> str:
    """The family, and the one that stands in for signs that it lacks."""
    family = theme.serif if face == "serif" else theme.sans
    return f'({quoted(family.name)}, "DejaVu Sans")'
