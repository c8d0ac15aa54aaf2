"""Signs of a stance: a shape, a word and a tone, never colour alone. Hollow shapes are inferred."""

from typing import Literal, TypeAlias

import msgspec

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


def sign_of_leaning(leaning: Tone, inferred: bool) -> str:
    """The shape alone."""
    return (_HOLLOW if inferred else _FULL)[leaning]
