"""Which of the languages of a field is read."""

from collections.abc import Mapping


def choose(texts: Mapping[str, str], lang: str) -> str | None:
    """The key for `lang`: itself, else the same language of another region, else the first given; None without text."""
    return own(texts, lang) or next(iter(texts), None)


def own(texts: Mapping[str, str], lang: str) -> str | None:
    """The key for `lang`: itself, else the same language of another region; None where it has no text."""
    return lang if lang in texts else next((key for key in texts if same(key, lang)), None)


def same(code: str, other: str) -> bool:
    """Whether two codes are of one language, whatever its region or script."""
    return code.partition("-")[0].lower() == other.partition("-")[0].lower()
