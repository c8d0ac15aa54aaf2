"""Which of the languages of a field is read."""

from collections.abc import Mapping


def choose(texts: Mapping[str, str], lang: str) -> str | None:
    """The key for `lang`: itself, else the same language of another region, else the first given; None without text."""
    if lang in texts:
        return lang
    primary = lang.partition("-")[0].lower()
    for key in texts:
        if key.partition("-")[0].lower() == primary:
            return key
    return next(iter(texts), None)
