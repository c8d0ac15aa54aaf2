"""How a number is written that was written otherwise: with letters, signs, units, as a range, in words."""

import re
import unicodedata

from briefgen.yamltree import Node, Scalar, resolve

_COUNTING = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_COUNTING)} | {"first": 1, "second": 2, "third": 3}
_AROUND = " \u00a0\u202f“”„‟«»‘’‚‹›'\""
"""What may stand around a number that was written as a text."""
_NOT_KNOWN = frozenset({
    "?", "??", "???", "-", "–", "—", "x", "n/a", "na", "n.a.", "none", "unknown", "tbd", "tbc", "todo", "not known",
    "s/o", "n/d", "inconnu", "inconnue", "desconocido", "desconocida", "à déterminer", "por determinar",
})  # fmt: skip
_LETTERS = str.maketrans("OoQlI|SB", "00011158")
"""Letters that are typed for digits, and these."""
_DECIMAL = r"[0-9]+(?:[.,][0-9]+)?"
_PERCENT = re.compile(rf"({_DECIMAL})\s*+(?:%|percent|per cent|pour cent|por ciento|pct)", re.IGNORECASE)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[, '’][0-9]{3})+")
_RANGE = re.compile(rf"({_DECIMAL})\s*+%?\s*+(?:-|\.\.|to|à|a|until)\s*+({_DECIMAL})\s*+%?")
_SHARE = re.compile(r"([0-9]+)\s*+(?:/|of|out of|sur|de|von)\s*+([0-9]+)")
_AMID = re.compile(rf"(?:[^\W\d]++\.?|[#~≈<>≤≥=€$£+])*+\s*+({_DECIMAL})\s*+(?:[^\W\d]++\.?|[€$£]|\s)*+")
"""One number among words: `about 60`, `€60`, `60 points`, `v2`, `1st`."""


def number_cure(node: Node, ranges: bool) -> str:
    """What to write in place of a value that is no number; `ranges`: where a range may stand too."""
    if not isinstance(node, Scalar):
        return ""
    text = unicodedata.normalize("NFKC", node.text.strip(_AROUND)).strip()
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    if text.lower() in _NOT_KNOWN:
        return "Where it is not known, leave the line out."
    if _is_number(text, node):
        return f"Write `{text}`, without quotes." if text in node.text else f"Write `{text}`."
    if text.lower() in _NUMBERS:
        return f"Write `{_NUMBERS[text.lower()]}`."
    if glued := re.match(rf"({_DECIMAL})#", text):
        return f"Before a comment stands a space: `{glued[1]} #`."
    if _THOUSANDS.fullmatch(text):
        return f"Write `{re.sub(r'[^0-9]', '', text)}`."
    if percent := _PERCENT.fullmatch(text):
        return f"Write `{percent[1].replace(',', '.')}`."
    if re.fullmatch(r"-?[0-9]+,[0-9]+", text):
        return f"Write `{text.replace(',', '.')}`."
    if between := _RANGE.fullmatch(text):
        low, high = (end.replace(",", ".") for end in between.groups())
        return (
            f"Write the range as `{{low: {low}, high: {high}}}`." if ranges else "Here stands one number, and no range."
        )
    if (share := _SHARE.fullmatch(text)) and ranges:
        return f"Write `{share[1]}`, if that is its place on the scale."
    digits = text.translate(_LETTERS)
    if digits != text and any(map(str.isdigit, text)) and _is_number(digits, node):
        wrong = next(letter for letter, digit in zip(text, digits, strict=True) if letter != digit)
        return f"Write `{digits}`: here a letter, `{wrong}`, stands for a digit."
    if amid := _AMID.fullmatch(text):
        return f"Write the number alone: `{amid[1].replace(',', '.')}`."
    return "Write one number, in digits." if text else ""


def _is_number(text: str, node: Scalar) -> bool:
    value = resolve(Scalar(text, "plain", node.span))
    return isinstance(value, int | float) and not isinstance(value, bool)
