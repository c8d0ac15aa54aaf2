"""Units → a file of XLIFF 1.2 (OASIS Standard, 1 February 2008).

It was chosen since it is a public standard, with an id and a note for each unit and elements for codes within words. A
code is `ph`, or `bpt` and `ept` for the two ends of a span, with its Markdown as content.
"""

from briefgen.translation.pieces import Code, Pieces
from briefgen.translation.units import Unit
from briefgen.xmltext import in_attribute, in_text

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"


def write(units: list[Unit], scenario: str, source: str, target: str, audience: str = "") -> bytes:
    """The file of all units. `scenario` is the name of its folder, `source` and `target` are language codes; `audience`
    is the id of the readers to whom its texts were cut, of whom `category` tells."""
    category = f' category="{in_attribute(audience)}"' if audience else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="1.2" xmlns="{NAMESPACE}">',
        f'<file original="{in_attribute(scenario)}" datatype="x-briefgen" source-language="{source}"'
        f' target-language="{target}"{category}>',
        '<header><tool tool-id="briefgen" tool-name="briefgen"/></header>',
        "<body>",
    ]
    for unit in units:
        name = in_attribute(unit.id)
        lines.append(f'<trans-unit id="{name}" resname="{name}" xml:space="preserve">')
        lines.append(f'<source xml:lang="{source}">{_content(unit.source)}</source>')
        if unit.target is not None:
            lines.append(f'<target xml:lang="{target}" state="translated">{_content(unit.target)}</target>')
        lines.append(f"<note>{in_text(unit.note)}</note>")
        lines.append("</trans-unit>")
    return "\n".join([*lines, "</body>", "</file>", "</xliff>", ""]).encode()


def _content(pieces: Pieces) -> str:
    return "".join(in_text(piece) if isinstance(piece, str) else _code(piece) for piece in pieces)


def _code(code: Code) -> str:
    match code.kind:
        case "alone":
            kind = "x-citation" if code.written.startswith("[@") else "x-markdown"
            return f'<ph id="{code.number}" ctype="{kind}">{in_text(code.written)}</ph>'
        case "opens":
            return f'<bpt id="{code.number}">{in_text(code.written)}</bpt>'
        case "closes":
            return f'<ept id="{code.number}">{in_text(code.written)}</ept>'
