"""Where a theme or a house style is found: among the shipped ones, or in a file of the user's own."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.commands.options import DEFAULT_THEME, Order
from briefgen.core.diagnostic import Diagnostic, error, warning
from briefgen.core.source import SourceFile
from briefgen.core.suggestions import did_you_mean
from briefgen.io.filesystem import World
from briefgen.theme import Theme, read, shipped


class Found(msgspec.Struct, frozen=True):
    """A theme with its file."""

    theme: Theme
    file: SourceFile


def find_theme(world: World, name: str, own: Path | None = None) -> tuple[Found | None, list[Diagnostic]]:
    """The theme of a name, which may be that of a YAML file; or the one in the file `own`. None where a diagnostic says
    why. A file of one's own says only what is other than in the shipped theme `plain`."""
    themes = shipped()
    if own is None and name.endswith((".yaml", ".yml")):
        source = world.read(Path(name))
    elif own is not None:
        source = world.around(own).read(own)
    elif name in themes:
        source = World(world.cwd).read(themes[name])
        return _found(source, None)
    else:
        hint = did_you_mean(name, themes) or "There are: " + ", ".join(sorted(themes)) + "."
        return None, [error("unknown-theme", f"There is no theme `{name}`.", hint=hint)]
    below, faults = _found(World(world.cwd).read(themes["plain"]), None)
    return _found(source, below.theme) if below else (None, faults)


def _found(source: SourceFile | Diagnostic, below: Theme | None) -> tuple[Found | None, list[Diagnostic]]:
    if isinstance(source, Diagnostic):
        return None, [source]
    theme, faults = read(source, below)
    return (Found(theme, source), faults) if theme else (None, faults)


# The house style that briefs in Word are to take, read once for all of them.


def dressed(world: World, order: Order) -> tuple[Order, list[Diagnostic]]:
    """The order with its house style, and what there is to say of that; without it where it cannot be read.

    The house style is the one asked for, else the one that the theme names.
    """
    if "docx" not in order.formats:
        return replace(order, reference=None), []
    found, _ = find_theme(world, order.theme or DEFAULT_THEME)  # what is wrong with it is told where it is used
    theme, path = found.theme if found else None, order.reference
    if path is None and theme is not None and theme.reference:
        path = Path(order.theme or "").parent / theme.reference
    if path is None or theme is None:
        return replace(order, reference=None), []
    from briefgen.docx import reference as house_styles  # 100 ms, only for a house style

    order, name = replace(order, reference=path), world.shown(path)
    data = world.read_bytes(path, house_styles.MAX_BYTES)
    if isinstance(data, Diagnostic):
        return order, [data]
    house, told = house_styles.read_reference(data, name)
    if house is None:
        return order, told
    if house.omitted:
        message = f"Not carried over into briefs: {', '.join(house.omitted)}."
        hint = "Take it out of the file, if it is not needed there either."
        told.append(warning("house-style-left-behind", message, file=name, hint=hint))
    if order.embed_fonts:
        hint = "In Word, “Embed fonts in the file” is among the options for saving."
        told.append(
            warning("fonts-of-house-style", "The fonts of a house style are not embedded.", file=name, hint=hint)
        )
    if made := house_styles.missing_styles(theme, house):
        number = f"{len(made)} styles that a brief uses are" if len(made) > 1 else "A style that a brief uses is"
        message = f"{number} not in it and made to suit: {', '.join(made)}."
        hint = "`briefgen reference` writes a file that has them all."
        told.append(Diagnostic("info", "house-style-completed", message, file=name, hint=hint))
    return replace(order, house=house), told
