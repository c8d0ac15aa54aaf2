"""One language of a brief: its catalogue of interface words, its dates, numbers and quotations (CLDR 45)."""

import datetime as dt
import gettext
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from briefgen.core.dates import PartialDate


class Formats(msgspec.Struct, frozen=True):
    """The conventions of one language."""

    months: tuple[str, ...]
    day: str
    """A date, of `{day}`, `{month}` and `{year}`."""
    month: str
    """A month, of `{month}` and `{year}`."""
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
        day="{day} {month} {year}", month="{month} {year}", first="1", decimal=".", group=",",
        percent="{number}%", opening="“", closing="”", pair="{0} and {1}",
    ),
    "fr": Formats(
        months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet",
                "août", "septembre", "octobre", "novembre", "décembre"),
        day="{day} {month} {year}", month="{month} {year}", first="1er", decimal=",", group="\u202f",
        percent="{number}\u202f%", opening="«\u202f", closing="\u202f»", pair="{0} et {1}",
    ),
    "es": Formats(
        months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
                "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        day="{day} de {month} de {year}", month="{month} de {year}", first="1", decimal=",", group="\u202f",
        percent="{number}\u00a0%",
        opening="«", closing="»", pair="{0} y {1}", pair_before_i="{0} e {1}",
    ),
}  # fmt: skip
"""By language, without region. Spanish parts thousands with a space, not with a point, as the
Real Academia Española advises."""


# One language of a brief: its catalogue of interface words, and its ways of writing.

_SOUND_I = re.compile(r"[\W_]*h?[ií](?![aeoáéó])", re.IGNORECASE)
"""The beginning of a word that sounds like i; not *hielo*, whose first sound is another."""

CATALOGUES = Path(__file__).parent / "catalogues"
"""One `.po` a language, and the `.mo` compiled from it. English is the language of the messages themselves."""

LANGUAGES = tuple(FORMATS)
"""The languages that interface words are complete in."""


_GROUPED_FROM = 5
"""Digits of a number whose thousands are separated, where it is alone."""


class Locale:
    """Words and ways of writing of one language.

    A message that the catalogue lacks is given in English; a test sees to it that none is lacking.
    """

    def __init__(self, lang: str, formats: Formats, catalogue: gettext.NullTranslations) -> None:
        self.lang = lang
        self.formats = formats
        self._catalogue = catalogue

    def text(self, message: str) -> str:
        """An interface message in this language, its `{slots}` unfilled."""
        return self._catalogue.gettext(message)

    def plural(self, one: str, many: str, n: int) -> str:
        """The form of a message that goes with a number, its `{slots}` unfilled."""
        return self._catalogue.ngettext(one, many, n)

    def messages(self) -> Iterator[str]:
        """All interface messages, in English and in this language."""
        yield from (text for pair in getattr(self._catalogue, "_catalog", {}).items() for text in map(_words, pair))

    def date(self, value: dt.date | PartialDate) -> str:
        """A date in words, as far as it is known: 28 October 2022, October 2022, 2022."""
        if value.month is None:
            return str(value.year)
        if value.day is None:
            return self.formats.month.format(month=self.formats.months[value.month - 1], year=value.year)
        day = self.formats.first if value.day == 1 else str(value.day)
        return self.formats.day.format(day=day, month=self.formats.months[value.month - 1], year=value.year)

    def number(self, value: float) -> str:
        """A number as it is: 2.5, 12,000. One with more than four decimals is a quotient, and is rounded: to two
        decimals above 1, else to four digits."""
        return self._number(value, _GROUPED_FROM)

    def between(self, low: float, high: float) -> str:
        """From one number to another, their thousands written alike: 5–8, 7500–9000, 7,500–12,000."""
        least = _GROUPED_FROM if max(abs(low), abs(high)) < 10 ** (_GROUPED_FROM - 1) else 4
        return f"{self._number(low, least)}–{self._number(high, least)}"

    def _number(self, value: float, grouped_from: int) -> str:
        """`grouped_from`: the fewest digits of a number whose thousands are separated."""
        text = repr(float(value))
        if len(text.partition(".")[2]) > 4 and "e" not in text:
            text = repr(round(float(value), 2) if abs(value) > 1 else float(f"{value:.4g}"))
        if "e" in text or "n" in text:
            return text
        whole, _, part = text.partition(".")
        sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
        if len(digits) >= grouped_from:
            head = len(digits) % 3
            groups = ([digits[:head]] if head else []) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
            digits = self.formats.group.join(groups)
        return sign + digits + (self.formats.decimal + part if part not in ("", "0") else "")

    def percent(self, value: float) -> str:
        """A share in percent, rounded to a whole number."""
        return self.formats.percent.format(number=self.number(round(value)))

    def quote(self, words: str) -> str:
        """Words between the language's quotation marks."""
        return self.formats.opening + words + self.formats.closing

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence: a, b and c."""
        if len(items) < 2:
            return "".join(items)
        pair = self.formats.pair_before_i if _SOUND_I.match(items[-1]) else ""
        return (pair or self.formats.pair).format(", ".join(items[:-1]), items[-1])


def load(lang: str) -> Locale:
    """The locale of a BCP 47 tag: the region is passed over; a language without a catalogue is written as English."""
    base = lang.lower().partition("-")[0]
    formats = FORMATS.get(base)
    if formats is None:
        return Locale("en", FORMATS["en"], gettext.NullTranslations())
    file = CATALOGUES / f"{base}.mo"
    if not file.exists():
        return Locale(base, formats, gettext.NullTranslations())
    with file.open("rb") as stream:
        return Locale(base, formats, gettext.GNUTranslations(stream))


def _words(entry: object) -> str:
    """Of a key or value of a catalogue: a text, or, for plurals, a text with the number of the form."""
    return str(entry[0] if isinstance(entry, tuple) else entry)


# What the lists and fields of a scenario are called, as interface words.

_ = str  # marks interface messages; they are translated where they are shown

THINGS: Mapping[str, str] = {
    "options": _("Options"),
    "criteria": _("Criteria"),
    "facts": _("Facts"),
    "sources": _("Sources"),
    "stakeholders": _("Stakeholders"),
    "key_dates": _("Key dates"),
    "judgements": _("Judgements"),
    "assumptions": _("Assumptions"),
    "gaps": _("Gaps"),
    "indicators": _("Indicators"),
    "dissents": _("Dissents"),
    "asks": _("Requests"),
    "next_steps": _("Next steps"),
    "sections": _("Sections"),
    "figures": _("Figures"),
}
"""Lists of a scenario, whose things have ids."""

PASSAGES: Mapping[str, str] = {
    "title": _("title"),
    "question": _("question"),
    "bottom_line": _("bottom line"),
    "recommendation": _("recommendation"),
    "issue": _("issue"),
    "background": _("background"),
}
"""Fields of a scenario."""
