"""Where no line ends between two words: the no-break spaces that a careful author would type.

They belong to the typesetting, not to the words: layout and writers put them in, and the Document never has them. Each
is in the place of one space, so that the text with ties is as long as the text without, and a program that compares an
edited text with the Document compares it with `tied` of what the Document has.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from briefgen.locale.locale import FORMATS

_CACHE_SIZE = 4_096
"""Size of the cache: each format of a brief asks for the same texts, and so does the next edition."""

NO_BREAK, NARROW = "\u00a0", "\u202f"

_UNITS = (
    "%", "‰", "°", "°C", "€", "$", "£", "km", "m", "cm", "mm", "kg", "g", "t", "ha", "l", "L", "ML", "W", "kW", "MW",
    "GW", "kWh", "MWh", "GWh", "TWh", "h", "min", "s", "EUR", "USD", "CAD", "GBP", "HTG",
)  # fmt: skip
"""The International System of Units (9th edition, 5.4.3) wants a space before them, and no line end."""

_COUNTS = {
    "en": ("percent", "per cent", "hundred", "thousand", "million", "billion", "points", "a.m.", "p.m."),
    "fr": ("pour cent", "mille", "million", "millions", "milliard", "milliards", "points", "er", "e"),
    "es": ("por ciento", "mil", "millón", "millones", "punto", "puntos"),
}
"""What belongs to the number before it."""

_LABELS = {
    "en": ("No.", "no.", "nos.", "p.", "pp.", "par.", "paras", "art.", "sec.", "ch.", "fig.", "page", "pages", "Table",
           "Figure", "Annex", "Article", "Section", "Note", "note", "line", "edition", "of"),
    "fr": ("no", "nos", "n°", "p.", "par.", "art.", "page", "pages", "Tableau", "Figure", "Annexe", "Article", "Note",
           "note", "ligne", "édition", "sur"),
    "es": ("n.º", "n.os", "núm.", "núms.", "p.", "pp.", "pág.", "págs.", "párr.", "párrs.", "art.", "cap.", "página",
           "páginas", "Cuadro", "Figura", "Anexo", "Artículo", "Nota", "nota", "línea", "edición", "de"),
}  # fmt: skip
"""What belongs to the number after it."""

_TITLES = {
    "en": ("Mr", "Mrs", "Ms", "Dr", "Prof.", "St", "Mr.", "Mrs.", "Ms.", "Dr."),
    "fr": ("M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Dre", "Pr", "Me"),
    "es": ("Sr.", "Sra.", "Dr.", "Dra.", "D.", "Dña."),
}
"""What belongs to the name after it."""

_LONE = {"fr": "àÀyYaAôÔ", "es": "aAeEoOuUyY"}
"""Words of one letter, which do not end a line."""

_MONTHS = {lang: formats.months for lang, formats in FORMATS.items()} | {
    "es": ("de enero", "de febrero", "de marzo", "de abril", "de mayo", "de junio", "de julio", "de agosto",
           "de septiembre", "de octubre", "de noviembre", "de diciembre"),
}  # fmt: skip

_LONGEST = 5
"""Letters of a word that stays with the number before it: *4 wells*, *23 times*."""

_LITTLE = {
    "en": "a an and are as at but by for from had has have he if in is it its nor not of on or she than that the then "
          "they to was were who will with",
    "fr": "à a au aux avec car ce ces dans de des du elle en est et fut il ils la le les mais ni ont ou où par pas "
          "pour puis que qui sa se ses si son sont sur un une",
    "es": "a al con de del e el ella en es ha han la las le lo los ni no o para pero por que se si sin son su u un "
          "una y",
}  # fmt: skip
"""Short words that a number does not count."""


@lru_cache(maxsize=_CACHE_SIZE)
def tied(text: str, lang: str, tie: str = NO_BREAK) -> str:
    """The text with `tie` for each space at which no line ends, and narrow no-break spaces where French has them."""
    if " " not in text:
        return text
    language = lang[:2].lower()
    if language == "fr":
        text = _FRENCH.sub(NARROW, text)
    return _spaces(language).sub(tie, text)


def untied(text: str) -> str:
    """The text with plain spaces for those at which no line ends; as long as before."""
    return text.replace(NO_BREAK, " ").replace(NARROW, " ")


_FRENCH = re.compile(r" (?=[;:!?»]|%(?!\w))(?<=\S )|(?<=«) ")
"""Thin spaces of French: inside its quotation marks, before high punctuation and the sign of per cent."""


@cache
def _spaces(language: str) -> re.Pattern[str]:
    """The spaces of a language that are tied.

    The pattern begins at the space, and looks first at the one character on either side that rules most spaces out:
    every word of a brief passes here.
    """
    belonging = _one_of((*_UNITS, *_COUNTS.get(language, ()), *_MONTHS.get(language, ())))
    little = "|".join(_LITTLE.get(language, "").split())
    counted = rf"(?<!\b[12]\d\d\d )(?!(?:{little})\b)[^\W\d_]{{1,{_LONGEST}}}(?![\w’'])"
    grouped = r"|\d\d\d(?!\d)" if language in ("fr", "es") else ""
    patterns = [
        rf"(?<=\d )(?=(?:{belonging})(?!\w)|{counted}{grouped})",
        rf"(?=\d)(?:{_after(_LABELS.get(language, ()))})",
        rf"(?=[^\W\d_a-z])(?:(?<=\b[^\W\d_a-z]\. )|{_after(_TITLES.get(language, ()))})",
        r"(?=[–—…·])",
    ]
    if lone := _LONE.get(language):
        patterns.append(rf"(?<=\b[{lone}] )(?=\w)")
    return re.compile(f" (?:{'|'.join(patterns)})")


def _one_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", "[ \u00a0]") for word in words)


def _after(words: Sequence[str]) -> str:
    """One of these words is before the space; nothing does where there are none."""
    return "|".join(rf"(?<=\b{re.escape(word)} )" for word in words) or "(?!)"
