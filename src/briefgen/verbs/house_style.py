"""The house style that briefs in Word are to take, read once for all of them."""

from pathlib import Path

from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic, warning
from briefgen.verbs.order import DEFAULT_THEME, Order
from briefgen.verbs.themes import find_theme
from briefgen.world import World
from briefgen.writers.docx.house import MOST_BYTES, missing, read


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
    order, name = replace(order, reference=path), world.shown(path)
    data = world.read_bytes(path, MOST_BYTES)
    if isinstance(data, Diagnostic):
        return order, [data]
    house, told = read(data, name)
    if house is None:
        return order, told
    if house.left_behind:
        message = f"Not carried over into briefs: {', '.join(house.left_behind)}."
        hint = "Take it out of the file, if it is not needed there either."
        told.append(warning("house-style-left-behind", message, file=name, hint=hint))
    if order.embed_fonts:
        hint = "In Word, “Embed fonts in the file” is among the options for saving."
        told.append(
            warning("fonts-of-house-style", "The fonts of a house style are not embedded.", file=name, hint=hint)
        )
    if made := missing(theme, house):
        number = f"{len(made)} styles that a brief uses are" if len(made) > 1 else "A style that a brief uses is"
        message = f"{number} not in it and made to suit: {', '.join(made)}."
        hint = "`briefgen reference` writes a file that has them all."
        told.append(Diagnostic("info", "house-style-completed", message, file=name, hint=hint))
    return replace(order, house=house), told
