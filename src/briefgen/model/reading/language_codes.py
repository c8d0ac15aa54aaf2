"""Codes of languages (BCP 47), and which one was meant by a word that is none."""

import re

from briefgen.core.suggestions import closest

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")

_NAMES = {
    "english": "en",
    "french": "fr",
    "français": "fr",
    "francais": "fr",
    "spanish": "es",
    "german": "de",
    "deutsch": "de",
    "portuguese": "pt",
    "italian": "it",
    "dutch": "nl",
    "arabic": "ar",
    "haitian creole": "ht",
}


_LONGER = {
    "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "deu": "de", "ger": "de", "por": "pt", "ita": "it", "nld": "nl",
    "dut": "nl", "ara": "ar", "rus": "ru", "zho": "zh", "chi": "zh", "hat": "ht",
}  # fmt: skip
"""Codes of three letters in place of which those of two are to be used (BCP 47, section 2.2.1)."""


_COUNTRIES = {
    "gr": "el", "jp": "ja", "cz": "cs", "dk": "da", "ua": "uk", "cn": "zh", "sp": "es", "us": "en-US", "gb": "en-GB",
    "mx": "es-MX",
}  # fmt: skip
"""Codes of countries that are none of languages, and the languages that may be meant."""


def is_language(word: str) -> bool:
    """Whether a word is a language code: `en`, `pt-BR`, `zh-Hant` (BCP 47, language, script and region)."""
    language, _, rest = word.partition("-")
    known = _LANGUAGE.fullmatch(word) is not None and language not in _LONGER and language not in _COUNTRIES
    return known and not rest.endswith("UK")


def language_cure(word: str) -> str:
    """What to write in place of a word that is no language code."""
    near = _language(word)
    return f"Did you mean `{near}`?" if near else "Write `en`, `fr` or `pt-BR`, for example."


def _language(word: str) -> str | None:
    """The code that was meant: `EN`, `en_GB`, `English`, `fra`."""
    if len(word) > 20:
        return None
    if meant := (_LONGER | _COUNTRIES).get(word.lower()):
        return meant
    tidy = word.replace("_", "-")
    head, *rest = tidy.split("-")
    tidy = "-".join([head.lower(), *(part.upper() if len(part) == 2 else part.title() for part in rest)])
    tidy = tidy.removesuffix("UK") + "GB" if tidy.endswith("-UK") else tidy
    if is_language(tidy):
        return tidy
    near = closest(word, _NAMES)
    return _NAMES[near] if near else None
