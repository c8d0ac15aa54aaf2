"""The data of a site (briefs, editions, files), and the interface messages of its pages."""

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from briefgen.locale import Locale, load

_ = str  # marks interface messages; they are translated where they are shown

_FORMS = {"html": _("Web page"), "pdf": _("PDF"), "docx": _("Word")}
_OWN_NAMES = {"en": "English", "fr": "Français", "es": "Español", "de": "Deutsch", "it": "Italiano", "pt": "Português",
              "nl": "Nederlands", "pl": "Polski", "uk": "Українська", "el": "Ελληνικά"}  # fmt: skip
"""The name of each language in that language."""


class Messages:
    """The interface messages of one language."""

    def __init__(self, lang: str) -> None:
        self.locale: Locale = load(lang)

    def text(self, message: str, **values: str) -> str:
        """An interface message."""
        out = self.locale.text(message)
        return out.format(**values) if values else out

    def date(self, iso: str) -> str:
        """A formatted date."""
        return self.locale.date(dt.date.fromisoformat(iso[:10])) if iso else ""

    def number(self, value: float) -> str:
        """A number."""
        return self.locale.number(value)

    def size(self, size: int) -> str:
        """A file size: 120 KB, 1.4 MB."""
        if size >= 1_000_000:
            return self.text(_("{number} MB"), number=self.number(round(size / 1_000_000, 1)))
        return self.text(_("{number} KB"), number=self.number(kilobytes(size)))

    def form(self, form: str) -> str:
        """A kind of file."""
        return self.text(_FORMS[form])

    def edition(self, number: int) -> str:
        """Edition 2."""
        return self.text(_("Edition {number}"), number=str(number))

    def with_label(self, name: str, words: str) -> str:
        """Words after a label: “Français: PDF”."""
        return name + self.text(_(": ")) + words

    def language(self, lang: str) -> str:
        """A language by its own name."""
        return _OWN_NAMES.get(lang, _OWN_NAMES.get(lang.partition("-")[0], lang))


def kilobytes(size: int) -> int:
    """Kilobytes, at least 1."""
    return max(1, round(size / 1000))


# The data of a site. All of it is visible on its pages.

Form: TypeAlias = Literal["html", "pdf", "docx"]

DEFAULT_MARKING_COLOUR = "#FFFFFF"
"""The default colour of a marking."""


class Copy(msgspec.Struct, frozen=True):
    """One file of a brief."""

    form: Form
    path: str
    """Relative to the root of the site, with `/`."""
    size: int
    """Bytes."""


class Statement(msgspec.Struct, frozen=True, array_like=True):
    """A statement of a brief that cites a source."""

    text: str
    passage: str
    """The source and the quoted passage."""
    section: str
    """The heading above its first citation; empty if there is none."""
    note: int
    occurrence: int
    """The occurrence of the citation in it; 0 if it is in the list of notes."""


class Version(msgspec.Struct, frozen=True):
    """An edition in one language."""

    lang: str
    """BCP 47."""
    title: str
    question: str
    topics: tuple[str, ...]
    copies: tuple[Copy, ...]
    """The page first."""
    changes: str = ""
    """The changes since the previous edition, in the words of its authors."""
    redline: str = ""
    """The path of the redline page, relative to the root of the site; empty if there is none."""
    statements: tuple[Statement, ...] = ()
    """For the search; only of the newest edition."""

    def listed(self, page: bool) -> tuple[Copy, ...]:
        """The files to list. `page`: include the web page, because the title does not link to it."""
        return self.copies if page else self.copies[1:]


class Edition(msgspec.Struct, frozen=True):
    """A numbered state of a brief, in all its languages."""

    number: int
    date: str
    """ISO 8601; empty if it has none."""
    status: Literal["draft", "cleared"]
    marking: str
    """The highest marking of its content, as shown; empty if it has none."""
    colour: str
    versions: tuple[Version, ...]
    """The language of its authors first."""

    def version(self, *langs: str) -> Version:
        """The version in the first available of some languages, else in that of its authors."""
        found = (each for lang in langs for each in self.versions if each.lang == lang)
        return next(found, self.versions[0])

    def shown_first(self, lang: str) -> tuple[Version, ...]:
        """All versions, first the one for a site in this language."""
        first = self.version(lang)
        return (first, *(each for each in self.versions if each is not first))


class Entry(msgspec.Struct, frozen=True):
    """A brief with all its editions."""

    name: str
    """Of its folder in the site."""
    editions: tuple[Edition, ...]
    """The newest first."""

    @property
    def newest(self) -> Edition:
        """The edition that the index links to."""
        return self.editions[0]


class Site(msgspec.Struct, frozen=True):
    """The site."""

    title: str
    lang: str
    """The language of its interface."""
    audience: str
    """The id of its audience."""
    marking: str
    """The highest marking that the audience may see."""
    text: str
    """The label of that marking."""
    colour: str
    entries: tuple[Entry, ...]

    def has_uniform_marking(self) -> bool:
        """Whether all editions have the marking of the site, which each page shows; entries then omit it."""
        return all(edition.marking == self.text for entry in self.entries for edition in entry.editions)

    def in_order(self) -> tuple[Entry, ...]:
        """The briefs, newest first, then by name."""
        by_name = sorted(self.entries, key=lambda entry: entry.name)
        return tuple(sorted(by_name, key=lambda entry: entry.newest.date, reverse=True))


def keys() -> frozenset[str]:
    """All words that the index of a brief is written with."""
    parts = (Copy, Version, Edition, Entry)
    return frozenset(name for part in parts for name in part.__struct_fields__)
