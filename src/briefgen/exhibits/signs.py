"""Signs of a stance: a shape, a word and a tone, never colour alone. Hollow shapes are inferred."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from briefgen.document import Blocks, Run, Table
from briefgen.document.walk import runs, texts
from briefgen.exhibits.words import Words
from briefgen.scenario.model import Position

Tone: TypeAlias = Literal["for", "against", "mixed"]


class Sign(msgspec.Struct, frozen=True):
    """A stance to be shown. `message` is its word, as an interface message."""

    shape: str
    message: str
    tone: Tone | None


def _(message: str) -> str:
    """Marks an interface message; it is translated where it is shown."""
    return message


_TONES: dict[str, Tone] = {"supports": "for", "opposes": "against", "conditional": "mixed", "mixed": "mixed"}
_FULL: dict[Tone, str] = {"for": "▲", "against": "▼", "mixed": "◆"}
_HOLLOW: dict[Tone, str] = {"for": "△", "against": "▽", "mixed": "◊"}
_WORDS = {
    "supports": (_("supports"), _("supports, inferred")),
    "opposes": (_("opposes"), _("opposes, inferred")),
    "conditional": (_("on conditions"), _("on conditions, inferred")),
    "mixed": (_("mixed"), _("mixed, inferred")),
    "neutral": (_("neutral"), _("neutral, inferred")),
}
NOT_STATED = Sign("", _("not stated"), None)


def sign_of_position(position: Position) -> Sign:
    """How a position is shown."""
    if position.stance == "not-stated":
        return NOT_STATED
    inferred = position.basis == "inferred"
    tone = _TONES.get(position.stance)
    shape = (_HOLLOW if inferred else _FULL)[tone] if tone else ""
    return Sign(shape, _WORDS[position.stance][inferred], tone)


_KEYS: dict[Literal["leaning", "stance"], dict[Tone, str]] = {
    "leaning": {
        "for": _("{signs} speaks for"),
        "against": _("{signs} speaks against"),
        "mixed": _("{signs} speaks both ways"),
    },
    "stance": {
        "for": _("{signs} supports"),
        "against": _("{signs} opposes"),
        "mixed": _("{signs} mixed or on conditions"),
    },
}


def key(table: Table | None, of: Literal["leaning", "stance"], words: Words) -> str:
    """What the signs that a table shows mean; empty where it shows none."""
    shown = [run for row in table.body for cell in row.cells for run in _runs(cell.blocks)] if table else []
    shapes = {run.text.strip() for run in shown if "sign" in run.marks}
    parts = [
        words.locale.text(message).format(signs=" ".join(signs))
        for tone, message in _KEYS[of].items()
        if (signs := [each for each in (_FULL[tone], _HOLLOW[tone]) if each in shapes])
    ]
    remark = ""
    if not shapes.isdisjoint(_HOLLOW.values()):
        remark = words.locale.text(_("hollow signs and italics: inferred by the authors"))
    elif any("inferred" in run.marks for run in shown):
        remark = words.locale.text(_("italics: inferred by the authors"))
    if parts and remark:
        return words.locale.text(_("{signs}; {remark}.")).format(signs=", ".join(parts), remark=remark)
    said = ", ".join(parts) or remark
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _runs(blocks: Blocks) -> Iterator[Run]:
    return (run for block in blocks for line in texts(block) for run in runs(line))


def sign_of_leaning(leaning: Tone, inferred: bool) -> str:
    """The shape alone."""
    return (_HOLLOW if inferred else _FULL)[leaning]
