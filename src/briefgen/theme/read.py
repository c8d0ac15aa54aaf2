"""A theme's file → Theme, or what is wrong with it."""

import math
import re
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile, Span
from briefgen.core.suggestions import did_you_mean
from briefgen.theme.model import INKS, STYLES, Face, Theme
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, resolve

FONTS = Path(__file__).parent / "fonts"
"""Where the shipped font files lie, each with its licence."""

_HERE = Path(__file__).parent


def shipped() -> dict[str, Path]:
    """The themes that come with briefgen: name → file."""
    return {path.stem: path for path in sorted(_HERE.glob("*.yaml"))}


def read(source: SourceFile, over: Theme | None = None) -> tuple[Theme | None, list[Diagnostic]]:
    """A theme from the text of its file. Returns no theme where a diagnostic is an error. What the file does not say
    is as in `over`."""
    root, faults = parse(source)
    if root is None or faults:
        return None, faults or [error("bad-theme", "The theme is empty.", Span(source, 0, 0))]
    given = _plain(root) if over is None else _over(msgspec.to_builtins(over), _plain(root))
    try:
        theme = msgspec.convert(given, Theme)
    except msgspec.ValidationError as fault:
        return None, [error("bad-theme", f"{fault}.", Span(source, 0, 0), "Compare with the shipped theme `plain`.")]
    found_faults = [
        error("bad-theme", f"The theme has no {what} `{name}`.", Span(source, 0, 0), f"Add it under [{what}s].")
        for what, names, given in (("style", STYLES, theme.styles), ("ink", INKS, theme.inks))
        for name in names
        if name not in given
    ]
    known = {path.name for path in FONTS.glob("*.ttf")}
    for file in dict.fromkeys([*_files(theme.serif), *_files(theme.sans), theme.fallback]):
        if file not in known:
            hint = did_you_mean(file, known) or "There are: " + ", ".join(sorted(known)) + "."
            found_faults.append(error("bad-theme", f"There is no font `{file}`.", Span(source, 0, 0), hint))
    used = [style.colour for style in theme.styles.values()] + [
        theme.callout.ground, theme.callout.rule, theme.table.outer, theme.table.inner,
        *(ink for card in (theme.card, theme.recommended_card) for ink in (card.border, card.rule, card.ground) if ink),
    ]  # fmt: skip
    for ink in dict.fromkeys(used):
        if ink not in theme.inks:
            hint = did_you_mean(ink, theme.inks) or "Add it under [inks]."
            found_faults.append(error("bad-theme", f"The ink `{ink}` is not defined.", Span(source, 0, 0), hint))
    for name, colour in theme.inks.items():
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
            found_faults.append(
                error("bad-theme", f"The ink `{name}` is `{colour}`.", Span(source, 0, 0), "Write #RRGGBB.")
            )
    return (None if found_faults else theme), found_faults


def _over(below: object, given: object) -> object:
    """What is given, with the rest as it was below."""
    if not isinstance(below, dict) or not isinstance(given, dict):
        return given
    return below | {key: _over(below.get(key), value) for key, value in given.items()}


def _files(face: Face) -> tuple[str, ...]:
    return face.regular, face.italic, face.strong, face.strong_italic


def _plain(node: Node) -> object:
    """A tree as plain values."""
    match node:
        case Scalar():
            value = resolve(node)
            return str(value) if isinstance(value, float) and not math.isfinite(value) else value  # no length
        case Mapping(entries=entries):
            return {entry.key.text: _plain(entry.value) for entry in entries}
        case Sequence(items=items):
            return [_plain(item) for item in items]
