"""Bullets and numbers of lists at any depth.

A definition holds the indents of one place (the body, a callout, a cell …) and one kind of list. All bullets of a place
share one list; each numbered list has its own, so that its numbering restarts.
"""

from typing import Literal, TypeAlias

import msgspec

from briefgen.docx.theme_styles import box_indent
from briefgen.docx.units import twips
from briefgen.theme import Theme


class Numbers(msgspec.Struct, frozen=True):
    """Numbering ids. Ours follow `lists` and `definitions`, the highest ids in use."""

    lists: int = 0
    definitions: int = 0
    bullet: int = 0
    """The bullet list of the reference document for the body, if any."""
    ordered: int | None = None
    """The number definition of the reference document for the body, if any."""


LEVELS = 9
"""Word's limit."""

_BULLETS = ("•", "–", "·")
NumberingPlace: TypeAlias = Literal["body", "callout", "quotation", "cell"]

_PLACES: tuple[NumberingPlace, ...] = ("body", "callout", "quotation", "cell")
NumberedList: TypeAlias = tuple[NumberingPlace, int, int]
"""Place, level and first number."""

_START_MAX = 32_767


def first_indent(theme: Theme, place: NumberingPlace) -> int:
    """The indent of the text of a place, in twips: lists are indented further."""
    match place:
        case "callout":
            return box_indent(theme.callout)
        case "quotation":
            return twips(theme.styles["quotation"].indent)
        case _:
            return 0


def step(theme: Theme) -> int:
    """The additional indent of each level, in twips."""
    return twips(theme.styles["list"].indent)


def level_indent(theme: Theme, place: NumberingPlace, level: int) -> tuple[int, int]:
    """Left and hanging indent of a level, in twips."""
    return first_indent(theme, place) + step(theme) * (level + 1), step(theme)


def bullets(numbers: Numbers, place: NumberingPlace) -> int:
    """The list of all bullets of a place."""
    if place == "body" and numbers.bullet:
        return numbers.bullet
    return numbers.lists + _definition(place, ordered=False)


def add_numbered_list(
    numbers: Numbers, lists: list[NumberedList], place: NumberingPlace, level: int, start: int
) -> int:
    """Add a numbered list to `lists` and return its id."""
    lists.append((place, level, min(max(start, 0), _START_MAX)))
    return numbers.lists + 2 * len(_PLACES) + len(lists)


def _definition(place: NumberingPlace, *, ordered: bool) -> int:
    return 2 * _PLACES.index(place) + (2 if ordered else 1)


def list_definitions(theme: Theme, numbers: Numbers) -> str:
    """The list definitions of each place."""
    return "".join(_abstract(theme, numbers, place, ordered=ordered) for place in _PLACES for ordered in (False, True))


def shared_lists(numbers: Numbers) -> str:
    """The bullet list of each place, and a numbered list for its style."""
    return "".join(
        f'<w:num w:numId="{numbers.lists + at}"><w:abstractNumId w:val="{numbers.definitions + at}"/></w:num>'
        for at in range(1, 2 * len(_PLACES) + 1)
    )


def numbered_lists(numbers: Numbers, lists: list[NumberedList]) -> str:
    """The numbered lists, in the order of their creation."""
    return "".join(
        f'<w:num w:numId="{numbers.lists + 2 * len(_PLACES) + at}">'
        f'<w:abstractNumId w:val="{_counted_by(numbers, place)}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for at, (place, level, start) in enumerate(lists, start=1)
    )


def _counted_by(numbers: Numbers, place: NumberingPlace) -> int:
    if place == "body" and numbers.ordered is not None:
        return numbers.ordered
    return numbers.definitions + _definition(place, ordered=True)


def _abstract(theme: Theme, numbers: Numbers, place: NumberingPlace, *, ordered: bool) -> str:
    linked = {
        ("body", False): "" if numbers.bullet else "ListBullet",
        ("body", True): "ListNumber" if numbers.ordered is None else "",
    }.get((place, ordered))
    levels = []
    for level in range(LEVELS):
        form, text = ("decimal", f"%{level + 1}.") if ordered else ("bullet", _BULLETS[min(level, len(_BULLETS) - 1)])
        left, hanging = level_indent(theme, place, level)
        style = f'<w:pStyle w:val="{linked}"/>' if linked and level == 0 else ""
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
            "</w:lvl>"
        )
    at = numbers.definitions + _definition(place, ordered=ordered)
    identity = f"{0x2B1E0000 + at:08X}"
    return (
        f'<w:abstractNum w:abstractNumId="{at}"><w:nsid w:val="{identity}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{identity}"/>{"".join(levels)}</w:abstractNum>'
    )
