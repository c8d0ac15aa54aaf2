"""Units: what family they measure, and how many of the family's first unit they are."""

from collections.abc import Mapping

import msgspec


class Unit(msgspec.Struct, frozen=True):
    """One unit of measure."""

    family: str
    factor: float = 1
    """How many of the family's own unit it is."""


_MONTH = 2_629_800
"""Seconds of a twelfth of a year of 365.25 days."""

UNITS: Mapping[str, Unit] = {
    "percent": Unit("share", 0.01),
    "per-mille": Unit("share", 0.001),
    "point": Unit("percentage point"), "basis-point": Unit("percentage point", 0.01),
    "eur": Unit("euro"), "usd": Unit("dollar"), "cad": Unit("dollar"), "gbp": Unit("pound"), "mxn": Unit("peso"),
    "peso": Unit("peso"), "chf": Unit("franc"), "franc": Unit("franc"), "sol": Unit("sol"), "dollar": Unit("dollar"),
    "pound": Unit("pound"), "yen": Unit("yen"), "gourde": Unit("gourde"), "crown": Unit("crown"),
    "rupee": Unit("rupee"), "shilling": Unit("shilling"),
    "rand": Unit("rand"), "ruble": Unit("ruble"), "yuan": Unit("yuan"), "lira": Unit("lira"), "dinar": Unit("dinar"),
    "dirham": Unit("dirham"), "real": Unit("real"), "zloty": Unit("zloty"), "mark": Unit("mark"),
    "bolivar": Unit("bolivar"),
    "cent": Unit("euro", 0.01),
    "second": Unit("time", 1), "minute": Unit("time", 60), "hour": Unit("time", 3600), "day": Unit("time", 86400),
    "night": Unit("time", 86400), "week": Unit("time", 604800), "fortnight": Unit("time", 1209600),
    "month": Unit("time", _MONTH), "quarter": Unit("time", 3 * _MONTH), "year": Unit("time", 12 * _MONTH),
    "decade": Unit("time", 120 * _MONTH), "century": Unit("time", 1200 * _MONTH),
    "mm": Unit("length", 0.001), "cm": Unit("length", 0.01), "m": Unit("length"), "km": Unit("length", 1000),
    "mile": Unit("length", 1609.344), "foot": Unit("length", 0.3048), "inch": Unit("length", 0.0254),
    "g": Unit("mass", 0.001), "kg": Unit("mass"), "t": Unit("mass", 1000), "mg": Unit("mass", 1e-6),
    "lb": Unit("mass", 0.45359237), "kt": Unit("mass", 1e6), "mt": Unit("mass", 1e9), "quintal": Unit("mass", 100),
    "m2": Unit("area"), "ha": Unit("area", 10_000), "km2": Unit("area", 1e6), "acre": Unit("area", 4046.856),
    "l": Unit("volume", 0.001), "ml": Unit("volume", 1e-6), "hl": Unit("volume", 0.1), "m3": Unit("volume"),
    "hm3": Unit("volume", 1e6), "barrel": Unit("volume", 0.158987), "gallon": Unit("volume", 0.003785),
    "w": Unit("power"), "kw": Unit("power", 1e3), "mw": Unit("power", 1e6), "gw": Unit("power", 1e9),
    "wh": Unit("energy"), "kwh": Unit("energy", 1e3), "mwh": Unit("energy", 1e6), "gwh": Unit("energy", 1e9),
    "twh": Unit("energy", 1e12),
    "celsius": Unit("temperature"), "kmh": Unit("speed"), "mph": Unit("speed", 1.609344), "knot": Unit("speed", 1.852),
    "db": Unit("sound"), "ppm": Unit("parts", 1e-6), "mbit": Unit("data rate"),
}  # fmt: skip
"""By the name that lexicons use."""

SYMBOLS: Mapping[str, str] = {
    "%": "percent", "‰": "per-mille", "€": "eur", "$": "dollar", "£": "pound", "¥": "yen", "m²": "m2", "m³": "m3",
    "km²": "km2", "hm³": "hm3", "°c": "celsius", "co₂": "",
}  # fmt: skip
"""That no language spells differently."""

ABBREVIATIONS: Mapping[str, str] = {
    "km": "km", "cm": "cm", "mm": "mm", "m": "m", "kg": "kg", "g": "g", "mg": "mg", "ha": "ha", "km2": "km2",
    "m2": "m2", "m3": "m3", "hm3": "hm3", "l": "l", "ml": "ml", "hl": "hl", "kw": "kw", "mw": "mw", "gw": "gw",
    "kwh": "kwh", "mwh": "mwh", "gwh": "gwh", "twh": "twh", "eur": "eur", "usd": "usd", "cad": "cad", "gbp": "gbp",
    "chf": "chf", "db": "db", "ppm": "ppm", "t": "t", "kt": "kt", "min": "minute", "h": "hour",
}  # fmt: skip
"""In every language."""
