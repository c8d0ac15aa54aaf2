"""Language tags and directions."""

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def tag(lang: str) -> str | None:
    """The tag, or None where it has not the form of one (BCP 47)."""
    return lang if _TAG.fullmatch(lang) else None


def direction(lang: str) -> str | None:
    """`rtl` for languages written from right to left."""
    return "rtl" if lang.partition("-")[0].lower() in _RIGHT_TO_LEFT else None
