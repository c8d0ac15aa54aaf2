"""Points → the measures of WordprocessingML and DrawingML."""


def twips(points: float) -> int:
    """Twentieths of a point: indents, spacing, widths."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Font sizes, which Word rounds to half points: 9.3 pt becomes 9.5."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Widths of borders, within what the schema allows."""
    return min(max(round(points * 8), 2), 96)


def emu(points: float) -> int:
    """English metric units, 12,700 to the point: sizes of pictures."""
    return round(points * 12_700)


def colour(hexadecimal: str) -> str:
    """`#17455C` → `17455C`."""
    return hexadecimal.lstrip("#").upper()
