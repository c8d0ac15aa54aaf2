"""How a language writes dates, numbers and quotations (facts of the Unicode CLDR, release 45)."""

import msgspec


class Formats(msgspec.Struct, frozen=True):
    """The conventions of one language."""

    months: tuple[str, ...]
    day: str
    """A date, of `{day}`, `{month}` and `{year}`."""
    first: str
    """How the first of a month is written."""
    decimal: str
    group: str
    """Between thousands, in numbers of five digits and more."""
    percent: str
    """A share, of `{number}`."""
    opening: str
    closing: str
    """Quotation marks, with the space that goes inside them."""
    pair: str
    """The last two of a list."""
    pair_before_i: str = ""
    """The same before a word that begins with the sound i: Spanish *e* for *y*."""


FORMATS: dict[str, Formats] = {
    "en": Formats(
        months=("January", "February", "March", "April", "May", "June", "July",
                "August", "September", "October", "November", "December"),
        day="{day} {month} {year}", first="1", decimal=".", group=",", percent="{number}%",
        opening="“", closing="”", pair="{0} and {1}",
    ),
    "fr": Formats(
        months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet",
                "août", "septembre", "octobre", "novembre", "décembre"),
        day="{day} {month} {year}", first="1er", decimal=",", group="\u202f", percent="{number}\u202f%",
        opening="«\u202f", closing="\u202f»", pair="{0} et {1}",
    ),
    "es": Formats(
        months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
                "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        day="{day} de {month} de {year}", first="1", decimal=",", group="\u202f", percent="{number}\u00a0%",
        opening="«", closing="»", pair="{0} y {1}", pair_before_i="{0} e {1}",
    ),
}  # fmt: skip
"""By language, without region. Spanish parts thousands with a space, not with a point, as the
Real Academia Española advises."""
