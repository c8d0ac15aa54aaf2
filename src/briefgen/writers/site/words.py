"""What the pages of a site say, in its language."""

import datetime as dt

from briefgen.locale import Locale, load

_ = str  # marks interface messages; they are translated where they are shown

_FORMS = {"html": _("Web page"), "pdf": _("PDF"), "docx": _("Word")}
_OWN_NAMES = {"en": "English", "fr": "Français", "es": "Español", "de": "Deutsch", "it": "Italiano", "pt": "Português",
              "nl": "Nederlands", "pl": "Polski", "uk": "Українська", "el": "Ελληνικά"}  # fmt: skip
"""What a language calls itself; a reader looks for that."""


class Say:
    """The words of one language."""

    def __init__(self, lang: str) -> None:
        self.locale: Locale = load(lang)

    def text(self, message: str, **values: str) -> str:
        """An interface message."""
        out = self.locale.text(message)
        return out.format(**values) if values else out

    def date(self, iso: str) -> str:
        """A day in words."""
        return self.locale.date(dt.date.fromisoformat(iso[:10])) if iso else ""

    def number(self, value: float) -> str:
        """A number."""
        return self.locale.number(value)

    def size(self, size: int) -> str:
        """Bytes for people: 120 KB, 1.4 MB."""
        if size >= 1_000_000:
            return self.text(_("{number} MB"), number=self.number(round(size / 1_000_000, 1)))
        return self.text(_("{number} KB"), number=self.number(kilobytes(size)))

    def form(self, form: str) -> str:
        """A kind of file."""
        return self.text(_FORMS[form])

    def edition(self, number: int) -> str:
        """Edition 2."""
        return self.text(_("Edition {number}"), number=str(number))

    def behind(self, name: str, words: str) -> str:
        """Words behind what they are about, as “Français: PDF”."""
        return name + self.text(_(": ")) + words

    def language(self, lang: str) -> str:
        """A language by its own name."""
        return _OWN_NAMES.get(lang, _OWN_NAMES.get(lang.partition("-")[0], lang))


def kilobytes(size: int) -> int:
    """Thousands of bytes, never none."""
    return max(1, round(size / 1000))
