"""Units of quantities: products of measures, currencies and counted things, with their algebra.

A table of our own, because pint takes 85 ms to import and 190 ms more to read its registry, refuses “people” and
“households” until each is defined, and has no currencies that must never be converted.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

import msgspec

from briefgen.formulas.measures import ABBREVIATIONS, SYMBOLS, UNITS

CURRENCIES = frozenset({
    "eur", "usd", "cad", "gbp", "mxn", "peso", "chf", "franc", "sol", "dollar", "pound", "yen", "gourde", "crown",
    "rupee", "shilling", "rand", "ruble", "yuan", "lira", "dinar", "dirham", "real", "zloty", "mark", "bolivar",
})  # fmt: skip
"""Of `measures.UNITS`, those of money: each is its own dimension, since rates of exchange are not known."""

COMMON_NAMES: Mapping[str, str] = {
    "usd": "dollar", "cad": "dollar", "AUD": "dollar", "NZD": "dollar", "gbp": "pound", "EGP": "pound",
    "chf": "franc", "XOF": "franc", "XAF": "franc", "CDF": "franc", "RWF": "franc", "mxn": "peso", "COP": "peso",
    "ARS": "peso", "DOP": "peso", "CLP": "peso", "PHP": "peso", "PEN": "sol", "BRL": "real", "HTG": "gourde",
    "JPY": "yen", "CNY": "yuan", "INR": "rupee", "PKR": "rupee", "KES": "shilling", "UGX": "shilling",
    "TZS": "shilling", "SOS": "shilling", "TND": "dinar", "DZD": "dinar", "MAD": "dirham", "SEK": "crown",
    "NOK": "crown", "DKK": "crown", "CZK": "crown", "PLN": "zloty", "TRY": "lira", "ZAR": "rand", "RUB": "ruble",
}  # fmt: skip
"""What a currency is called where its country is not said; others are known by their codes alone."""

POINT = "point"
PERCENT = "percent"

WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "person": {"en": ("person", "people"), "fr": ("personne", "personnes"), "es": ("persona", "personas")},
    "household": {"en": ("household", "households"), "fr": ("ménage", "ménages"), "es": ("hogar", "hogares")},
    "death": {"en": ("death", "deaths"), "fr": ("décès", "décès"), "es": ("muerte", "muertes")},
    "child": {"en": ("child", "children"), "fr": ("enfant", "enfants"), "es": ("niño", "niños")},
    "woman": {"en": ("woman", "women"), "fr": ("femme", "femmes"), "es": ("mujer", "mujeres")},
    "man": {"en": ("man", "men"), "fr": ("homme", "hommes"), "es": ("hombre", "hombres")},
    "school": {"en": ("school", "schools"), "fr": ("école", "écoles"), "es": ("escuela", "escuelas")},
    "vehicle": {"en": ("vehicle", "vehicles"), "fr": ("véhicule", "véhicules"), "es": ("vehículo", "vehículos")},
    "case": {"en": ("case", "cases"), "fr": ("cas", "cas"), "es": ("caso", "casos")},
    "second": {"en": ("second", "seconds"), "fr": ("seconde", "secondes"), "es": ("segundo", "segundos")},
    "minute": {"en": ("minute", "minutes"), "fr": ("minute", "minutes"), "es": ("minuto", "minutos")},
    "hour": {"en": ("hour", "hours"), "fr": ("heure", "heures"), "es": ("hora", "horas")},
    "day": {"en": ("day", "days"), "fr": ("jour", "jours"), "es": ("día", "días")},
    "week": {"en": ("week", "weeks"), "fr": ("semaine", "semaines"), "es": ("semana", "semanas")},
    "month": {"en": ("month", "months"), "fr": ("mois", "mois"), "es": ("mes", "meses")},
    "year": {"en": ("year", "years"), "fr": ("an", "ans"), "es": ("año", "años")},
    "l": {"en": ("litre", "litres"), "fr": ("litre", "litres"), "es": ("litro", "litros")},
    "ha": {"en": ("hectare", "hectares"), "fr": ("hectare", "hectares"), "es": ("hectárea", "hectáreas")},
    "dollar": {"en": ("dollar", "dollars"), "fr": ("dollar", "dollars"), "es": ("dólar", "dólares")},
    "t": {"en": ("tonne", "tonnes"), "fr": ("tonne", "tonnes"), "es": ("tonelada", "toneladas")},
    "point": {
        "en": ("percentage point", "percentage points"),
        "fr": ("point de pourcentage", "points de pourcentage"),
        "es": ("punto porcentual", "puntos porcentuales"),
    },
}
"""Units whose words are read and printed in each language; others are printed as they are written."""

_SCALES: Mapping[str, int] = {
    "thousand": 10**3, "thousands": 10**3, "million": 10**6, "millions": 10**6, "billion": 10**9, "billions": 10**9,
    "trillion": 10**12, "mille": 10**3, "milliers": 10**3, "milliard": 10**9, "milliards": 10**9, "mil": 10**3,
    "miles": 10**3, "millón": 10**6, "millones": 10**6, "bn": 10**9, "mn": 10**6, "k": 10**3,
}  # fmt: skip

_OTHER_WORDS: Mapping[str, str] = {
    "persons": "person", "inhabitant": "person", "inhabitants": "person", "habitant": "person", "habitants": "person",
    "habitantes": "person", "capita": "person", "année": "year", "années": "year", "percent": PERCENT,
    "pourcent": PERCENT, "pp": POINT, "points": POINT, "liter": "l", "liters": "l",
    "tons": "t", "hrs": "hour", "euro": "eur", "euros": "eur", "gourdes": "gourde", "us$": "usd", "kilometres": "km",
    "metres": "m", "kilograms": "kg", "d": "day", "hab": "person",
}  # fmt: skip

_PHRASES = (
    (re.compile(r"\b(?:percentage points?|points? de pourcentage|puntos? porcentual(?:es)?)", re.IGNORECASE), "point"),
    (re.compile(r"\b(?:per cent|pour cent|por ciento)\b", re.IGNORECASE), "%"),
    (re.compile(r"\b(?:per|par|por)\b", re.IGNORECASE), "/"),
    (re.compile(r"\bCO[2₂](?:eq?)?(?!\w)", re.IGNORECASE), " "),  # tonnes of it are tonnes
    (re.compile(r"\b(?:and|et|y)\b", re.IGNORECASE), " "),
    (re.compile(r"\b(millions?|milliards?|milliers|millón|millones|miles) (?:de |d['’])", re.IGNORECASE), r"\1 "),
)
_TOKEN = re.compile(
    r"\s*(?:(/)|[*·×]|((?:[^\W\d_]|[%‰€£¥$°])(?:[^\W\d]|[$'’-]){0,80}?)(?:\^?(-?\d)|([²³]))?(?![\w²³$-]))"
)
_SEVERAL_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_][^\W\d_'’-]*(?: [^\W\d_][^\W\d_'’-]*)+")
_LONGEST, _MOST_PARTS, _HIGHEST_POWER = 80, 8, 6
_RAISED = {"²": 2, "³": 3}


class Unit(msgspec.Struct, frozen=True):
    """A product of powers of named measures, in order; empty for a plain number."""

    parts: tuple[tuple[str, int], ...] = ()

    @property
    def factor(self) -> Fraction:
        """How many base units it is."""
        out = Fraction(1)
        for name, power in self.parts:
            out *= _factor(name) ** power
        return out

    @property
    def dimension(self) -> frozenset[tuple[str, int]]:
        """The powers of what is measured: equal for units that can be added."""
        return frozenset(_merged(_in_lengths(base(name), power) for name, power in self.parts).items())

    @property
    def measured(self) -> dict[str, int]:
        """The dimension without counted things."""
        return {name: power for name, power in self.dimension if not _is_counted(name)}

    @property
    def counted(self) -> tuple[str, ...]:
        """The things that it counts: `person`."""
        return tuple(name for name, power in self.parts if power > 0 and _is_counted(name))

    @property
    def currency(self) -> str:
        """The currency, if it is an amount of money."""
        return next((name for name, power in self.parts if power == 1 and is_currency(name)), "")


PLAIN = Unit()
SHARE = Unit(((PERCENT, 1),))
POINTS = Unit(((POINT, 1),))
DAYS = Unit((("day", 1),))


class UnitError(ValueError):
    """A unit that cannot be read."""


def parse(text: str) -> tuple[Unit, int]:
    """The unit of a text such as `l/person/day` or `USD million`, and the scale that its words give."""
    if len(text) > _LONGEST:
        raise UnitError(f"The unit is longer than {_LONGEST} characters. Shorten it.")
    plain = text.strip()
    for pattern, replacement in _PHRASES:
        plain = pattern.sub(replacement, plain)
    plain = _SEVERAL_WORDS.sub(_joined, plain)
    parts: list[tuple[str, int]] = []
    scale, at, sign = 1, 0, 1
    while at < len(plain.rstrip()):
        found = _TOKEN.match(plain, at)
        if found is None or len(parts) >= _MOST_PARTS:
            raise UnitError(f"“{text[:_LONGEST]}” is not a unit. Write units such as `people`, `ha` or `l/person/day`.")
        at = found.end()
        if found[1]:
            sign = -1  # in `l/person/day`, and in `l/person day`, all that follows divides
        elif (word := found[2]) and word.casefold() in _SCALES and sign > 0:
            scale *= _SCALES[word.casefold()]
        elif word:
            power = int(found[3]) if found[3] else _RAISED.get(found[4] or "", 1)
            parts += _named(word, power, sign)
    return Unit(tuple(_merged(parts).items())), scale


def _in_lengths(family: str, power: int) -> tuple[str, int]:
    """Areas and volumes as powers of lengths."""
    match family:
        case "area":
            return "length", 2 * power
        case "volume":
            return "length", 3 * power
    return family, power


def is_currency(name: str) -> bool:
    """Whether a measure is money: one of the table, or a code of three capitals such as `HTG`."""
    return base(name) in CURRENCIES or (len(name) == 3 and name.isupper())


def base(name: str) -> str:
    """What a measure measures: `length` for `km`; a currency or a counted thing is its own."""
    if name == "cent":
        return "eur"
    return UNITS[name].family if name in UNITS and name not in CURRENCIES else name


def multiply(left: Unit, right: Unit, power: int = 1) -> tuple[Unit, Fraction]:
    """The unit of a product, or with power −1 of a quotient, and the number that unlike measures leave over.

    Per cent and percentage points become plain numbers in a product with other units; `km` divided by `m` leaves 1000.
    """
    factor = Fraction(1)
    parts: dict[str, int] = {}
    plain = (PERCENT, "per-mille", POINT)
    both = [*left.parts, *((name, n * power) for name, n in right.parts)]
    for name, n in both:
        if name in plain:
            factor *= share_factor(name) ** n
            continue
        same = next((other for other in parts if other != name and base(other) == base(name)), None)
        if same is not None and (parts[same] > 0) != (n > 0):
            factor *= (_factor(name) / _factor(same)) ** n
            name = same
        parts[name] = parts.get(name, 0) + n
        if not parts[name]:
            del parts[name]
    return Unit(tuple(parts.items())), factor


def share_factor(name: str) -> Fraction:
    """What one of a share is as a plain number: a hundredth for per cent and for percentage points."""
    return _factor(name) / 100 if base(name) == "percentage point" else _factor(name)


def words(unit: Unit, lang: str, plural: bool = True) -> str:
    """A unit as it is printed after a number in a language; empty for a plain number."""
    above = [(name, n) for name, n in unit.parts if n > 0]
    below = [(name, -n) for name, n in unit.parts if n < 0]
    text = " × ".join(_word(name, n, lang, plural and at == 0) for at, (name, n) in enumerate(above))
    return text + "".join("/" + _word(name, n, lang, plural=False) for name, n in below)


_SHOWN = {
    PERCENT: "%", "per-mille": "‰", "m2": "m²", "m3": "m³", "km2": "km²", "hm3": "hm³", "mw": "MW", "gw": "GW",
    "kw": "kW", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "w": "W", "wh": "Wh", "celsius": "°C",
    "kmh": "km/h", "mt": "Mt", "mbit": "Mbit/s", "eur": "EUR", "usd": "USD", "cad": "CAD",
    "gbp": "GBP", "mxn": "MXN", "chf": "CHF",
}  # fmt: skip


def _word(name: str, power: int, lang: str, plural: bool) -> str:
    if name in WORDS:
        shown = WORDS[name].get(lang, WORDS[name]["en"])[plural]
    elif (name in UNITS and name not in CURRENCIES) or name in _SHOWN or (is_currency(name) and name.isupper()):
        shown = _SHOWN.get(name, name)
    else:
        shown = _plural(name, lang) if plural else name
    return shown + {1: "", 2: "²", 3: "³"}.get(power, f"^{power}")


def _plural(word: str, lang: str) -> str:
    """A counted thing in the plural; one that has another is in `WORDS`."""
    first, space, last = word.rpartition(" ")
    if last in WORDS and lang == "en":
        return first + space + WORDS[last]["en"][1]
    if word[-1] in "sxz" or " de " in word or " des " in word or " of " in word:
        return word
    if lang == "es":
        return word + ("s" if word[-1] in "aeiouáéó" else "es")
    return word[:-1] + "ies" if lang == "en" and re.search("[^aeiou]y$", word) else word + "s"


def _singular(word: str) -> str:
    """A counted thing as it is named in the table of a unit: `boat` for `boats`."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_FAMILIES = frozenset(unit.family for name, unit in UNITS.items() if name not in CURRENCIES)


def _is_counted(name: str) -> bool:
    """Whether a measure or a dimension is a thing that is counted, such as people."""
    return base(name) not in _FAMILIES and name not in _FAMILIES and not is_currency(name)


_NAMES = {
    **{form.casefold(): name for name, forms in WORDS.items() for pair in forms.values() for form in pair},
    **{name: name for name in UNITS}, **ABBREVIATIONS, **SYMBOLS, **_OTHER_WORDS,
}  # fmt: skip


def _one_of(phrase: str) -> str:
    """One of a thing that has a name of several words; French and Spanish names with “de” stay as they are."""
    first, _, last = phrase.rpartition(" ")
    if " de " in phrase or " des " in phrase or " of " in phrase:
        return phrase
    return f"{first} {_NAMES.get(last) or _singular(last)}"


def _joined(found: re.Match[str]) -> str:
    """Words that name one counted thing, “health workers”, joined by `_`; measures and scales stay apart."""
    out: list[str] = []
    for word in found[0].split():
        key = word.casefold()
        measures = key in _SCALES or _NAMES.get(key, _NAMES.get(_singular(key), "")) in UNITS or is_currency(word)
        joins = out and not measures and not out[-1].endswith(" ")
        out.append(("_" if joins else " ") + word + (" " if measures else ""))
    return "".join(out)


def _named(word: str, power: int, sign: int) -> list[tuple[str, int]]:
    """The measures that a word names; `m²` and `km2` are measures of their own, `person-days` are two."""
    if "_" in word:
        return [(_one_of(word.casefold().replace("_", " ")), power * sign)]
    key = word.casefold()
    if power > 1 and key + str(power) in UNITS:
        return [(key + str(power), sign)]
    if not 1 <= abs(power) <= _HIGHEST_POWER:
        raise UnitError(f"The power {power} of “{word}” is not allowed. Write one from 1 to {_HIGHEST_POWER}.")
    known = [_NAMES.get(each) for each in key.split("-")]
    names = [name for name in known if name]
    if len(names) != len(known):
        names = [word if is_currency(word) else _singular(key)]
    return [(name, power * sign) for name in names]


def _factor(name: str) -> Fraction:
    """How many base units a measure is, exactly: the shortest decimal of the table's number."""
    if name not in UNITS or (name in CURRENCIES):
        return Fraction(1)
    return Fraction(str(UNITS[name].factor))


def _merged(parts: Iterable[tuple[str, int]]) -> dict[str, int]:
    out: dict[str, int] = {}
    for name, power in parts:
        out[name] = out.get(name, 0) + power
    return {name: power for name, power in out.items() if power}
