"""Languages as Word names them, for its spelling and grammar (ISO/IEC 29500-1, 17.3.2.20).

Word's dictionaries go by country: what says `en` alone has none. A scenario that names no country leaves the choice to
us, as in hyphenation, and we take the language where it is at home. The language of the brief (`dc:language`) stays as
it was given.
"""

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_AT_HOME = {
    tag.partition("-")[0]: tag
    for tag in (
        "ar-SA", "bg-BG", "ca-ES", "cs-CZ", "da-DK", "de-DE", "el-GR", "en-GB", "es-ES", "et-EE", "fa-IR", "fi-FI",
        "fr-FR", "he-IL", "hi-IN", "hr-HR", "hu-HU", "id-ID", "it-IT", "ja-JP", "ko-KR", "lt-LT", "lv-LV", "nb-NO",
        "nl-NL", "nn-NO", "pl-PL", "pt-PT", "ro-RO", "ru-RU", "sk-SK", "sl-SI", "sv-SE", "tr-TR", "uk-UA", "ur-PK",
        "vi-VN", "zh-CN",
    )
}  # fmt: skip

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})


def in_word(lang: str) -> str:
    """The tag that Word has a dictionary for, where the language alone was named."""
    return _AT_HOME.get(lang.lower(), lang)


def at_home(tag: str) -> str:
    """The language alone, of a tag that `in_word` may have made; any other as it is."""
    language = tag.partition("-")[0]
    return language if _AT_HOME.get(language) == tag else tag


def language(lang: str) -> str:
    """The language of a run, and its direction. A tag that is not of BCP 47's form is left out."""
    if not _TAG.fullmatch(lang):
        return ""
    primary, lang = lang.partition("-")[0].lower(), in_word(lang)
    if primary in _RIGHT_TO_LEFT:
        return f'<w:rtl/><w:lang w:bidi="{lang}"/>'
    if primary in _EAST_ASIAN:
        return f'<w:lang w:val="{lang}" w:eastAsia="{lang}"/>'
    return f'<w:lang w:val="{lang}"/>'
