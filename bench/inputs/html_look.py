"""How a theme looks in CSS for paged media: page, margins, faces, sizes and inks, footnotes, contents with pages."""

from briefgen.theme import Face, TextStyle, Theme
from briefgen.theme.read import FONTS

_SHEET = """\
@page {{
  size: {width}pt {height}pt; margin: {top}pt {right}pt {bottom}pt {left}pt;
  @top-left {{ content: {marking}; font: 600 12pt {sans} }}
  @top-right {{ content: {header}; font: 8.2pt {sans}; color: {secondary} }}
  @bottom-left {{ content: {footer}; font: 8.2pt {sans}; color: {secondary} }}
  @bottom-right {{ content: {number}; font: 8.2pt {sans}; color: {secondary} }}
  @footnote {{ border-top: 0.5pt solid {hairline}; padding-top: 4pt }}
}}
html {{ font-family: {serif}; color: {text}; orphans: 2; widows: 2 }}
p, h1, h2, h3, h4, ul, ol, table, figure, blockquote {{ margin: 0 }}
h1, h2, h3, h4, h5, caption {{ break-after: avoid; text-align: left }}
a {{ color: {link}; text-decoration: none }}
strong {{ font-weight: 600 }}
.footnote {{ float: footnote }}
::footnote-call, sup {{ font-size: 66%; vertical-align: super; line-height: 0 }}
.contents a::after {{ content: leader(' ') target-counter(attr(href), page) }}
.page::after {{ content: target-counter(attr(href), page) }}
.strip {{ display: flex; gap: 8pt; border-top: 0.5pt solid {hairline}; border-bottom: 0.5pt solid {hairline} }}
.strip > div {{ flex: 1 }}
.callout {{ background: {tint}; border-left: {rule_width}pt solid {accent} }}
.callout {{ padding: {padding}pt; margin: {padding}pt 0 }}
table {{ border-collapse: collapse; table-layout: fixed; width: 100%; border-top: {outer}pt solid {accent} }}
table {{ border-bottom: {outer}pt solid {accent} }}
th, td {{ padding: {pad_top}pt {pad_x}pt; text-align: left; vertical-align: top }}
tr {{ border-bottom: {inner}pt solid {hairline}; break-inside: avoid }}
tbody th {{ font-weight: 600 }}
img {{ width: 100% }}
.muted {{ color: {secondary} }}
.for {{ color: {for_} }} .against {{ color: {against} }} .mixed {{ color: {mixed} }}
.on-tint {{ background: {tint} }} .on-for {{ background: {for_ground} }}
.on-against {{ background: {against_ground} }} .on-mixed {{ background: {mixed_ground} }}
"""

_PLACES = {
    "p": "body", "h1": "title", "h2": "heading1", "h3": "heading2", "h4": "heading3", "h5": "heading4", "li": "list",
    "td, tbody th": "table", "thead th": "table-head", "caption, figcaption": "caption", ".footnote": "note",
    "blockquote": "quotation", ".contents": "contents1", ".callout > .title": "callout-title", ".lead": "lead",
    ".small": "small", ".label": "label", ".kind": "kind", ".question": "question", ".entry-label": "entry-label",
    ".entry": "entry",
}  # fmt: skip
"""Selector → style of the theme. A title is the only heading of the first level."""


def sheet(theme: Theme, paper: tuple[float, float], said: dict[str, str]) -> str:
    """The whole style sheet. `said`: what stands in the margins, as values of `content`."""
    inks = {name.replace("-", "_"): colour for name, colour in theme.inks.items()}
    inks["for_"] = inks.pop("for")
    page, table = theme.page, theme.table
    faces = [*_faces(theme.serif), *_faces(theme.sans), _face("DejaVu Sans", theme.fallback, 400, "normal")]
    head = _SHEET.format(
        **inks, **said, width=paper[0], height=paper[1], top=page.top, right=page.right, bottom=page.bottom,
        left=page.left, sans=_family(theme.sans), serif=_family(theme.serif), rule_width=theme.callout.rule_width,
        padding=theme.callout.padding, outer=table.outer_width, inner=table.inner_width, pad_top=table.pad_top,
        pad_x=table.pad_x,
    )  # fmt: skip
    places = [f"{selector} {{ {_text(theme, theme.styles[name])} }}" for selector, name in _PLACES.items()]
    inner = "li p, td p, th p, blockquote p { font: inherit; color: inherit; margin: 0 }"
    return "\n".join([*faces, head, *places, inner])


def _faces(family: Face) -> list[str]:
    cuts = ((family.regular, 400, "normal"), (family.italic, 400, "italic"),
            (family.strong, 600, "normal"), (family.strong_italic, 600, "italic"))  # fmt: skip
    return [_face(family.name, *cut) for cut in cuts]


def _face(name: str, file: str, weight: int, slope: str) -> str:
    source = (FONTS / file).as_uri()
    return f'@font-face {{ font-family: "{name}"; src: url({source}); font-weight: {weight}; font-style: {slope} }}'


def _family(face: Face) -> str:
    return f'"{face.name}", "DejaVu Sans"'


def _text(theme: Theme, style: TextStyle) -> str:
    family = theme.serif if style.face == "serif" else theme.sans
    slope, weight = "italic" if style.italic else "normal", 600 if style.strong else 400
    said = [
        f"font: {slope} {weight} {style.size}pt/{style.leading}pt {_family(family)}",
        f"color: {theme.inks[style.colour]}",
        f"margin: {style.before}pt 0 {style.after}pt",
    ]
    said += [f"letter-spacing: {style.tracking}em"] if style.tracking else []
    said += ["text-transform: uppercase"] if style.capitals else []
    return "; ".join(said)
