"""What a number in digits means, and how precise it is."""

import re

_DECIMALS = re.compile(r"[.,](\d+)$")
_LONGEST = 30
"""Digits; a longer row of them is no number that a brief speaks of, and is read as far as this."""


def values(digits: str, decimal: str) -> tuple[float, ...]:
    """What digits may mean; the usual of the language first."""
    digits = _plain(digits)
    signs = [sign for sign in digits if sign in ".,"]
    if not signs:
        return (float(digits),)
    last = signs[-1]
    if len(set(signs)) == 2:
        other = "." if last == "," else ","
        return (float(digits.replace(other, "").replace(last, "." if signs.count(last) == 1 else "")),)
    parts = digits.split(last)
    whole = float("".join(parts))
    if len(parts) > 2:
        return (whole,)
    part = float(f"{parts[0]}.{parts[1]}")
    # “1,250” and “1.250”: either sign may part the thousands.
    grouped = len(parts[1]) == 3 and len(parts[0]) <= 3 and parts[0] != "0"
    if not grouped:
        return (part,)
    return (part, whole) if last == decimal else (whole, part)


def precision_of_digits(digits: str, value: float) -> float:
    """One in the last digit that is written, if that is a decimal; else in the last that is not zero."""
    plain = _plain(digits)
    tail = _DECIMALS.search(plain)
    if tail and abs(value) < float(plain[: tail.start()].replace(".", "").replace(",", "") or 0) + 1:
        return 10.0 ** -len(tail[1])
    return precision(value)


def precision(value: float) -> float:
    """One in the last digit that is not zero."""
    whole = abs(int(value))
    if whole == 0:
        return 1
    size = 1
    while whole % 10 == 0:
        whole //= 10
        size *= 10
    return float(size)


def _plain(digits: str) -> str:
    return digits.replace(" ", "").replace("'", "")[:_LONGEST].rstrip(".,")
