"""What a scalar means, by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema).

YAML 1.1, which most readers of Python follow, takes `no` for false, `012` for ten and `1:30` for ninety.
"""

import re

from briefgen.yamltree.nodes import Scalar

_WORDS: dict[str, bool | float | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{sign + word: float(sign + "inf") for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_MOST_DIGITS = 100
"""What looks like a longer number is text: no field wants it, and Python refuses to read 4,300 digits."""


def resolve(scalar: Scalar) -> bool | int | float | str | None:
    """The value that a scalar stands for. What is quoted, a block or tagged `!!str` is always text."""
    text = scalar.text
    if scalar.style != "plain" or scalar.tagged:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789" or len(text) > _MOST_DIGITS:
        return text
    if _INT.fullmatch(text):
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    return float(text) if _FLOAT.fullmatch(text) else text


def is_value(word: str) -> bool:
    """Whether a word that stands without quotes is something else than a text: `null`, `true`, `2026`, `1e3`."""
    return word in _WORDS or _INT.fullmatch(word) is not None or _FLOAT.fullmatch(word) is not None
