"""The data of the search: `index.js`, a script that gives one name a value, so that a page in a folder can load it.

Columns, an entry at the same place of each; what is text stands in `packed`.
"""

import datetime as dt
import json
from collections.abc import Sequence
from itertools import pairwise

from briefgen.writers.site.packed import MOST, cut, distinct, pack, row
from briefgen.writers.site.room import Entry, Room, Version
from briefgen.writers.site.words import Say, kilobytes

_ = str  # marks interface messages; they are translated where they are shown

LONGEST_TITLE, LONGEST_QUESTION = 200, 180
"""Letters, in the index; the brief has all of them."""
_FIRST_DAY = dt.date(2000, 1, 1)
_MB = 1000
"""KB of one, as sizes are shown."""
_NAME = "BRIEFS"
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029\x7f"}


def data(room: Room) -> str:
    """The script."""
    return f"{_NAME}={_json(_columns(room))};\n"


def _json(value: object) -> str:
    """JSON that can stand in a script, wherever that stands: nothing of an author's ends a string or an element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _columns(room: Room) -> dict[str, object]:
    entries = room.in_order()
    langs = distinct(version.lang for entry in entries for version in entry.newest.versions)
    markings = distinct(entry.newest.marking for entry in entries)
    topics = distinct(topic for entry in entries for version in entry.newest.versions for topic in version.topics)
    versions = [_shown_first(entry, room.lang) for entry in entries]
    texts = [text for each in versions for version in each for text in (
        cut(version.title, LONGEST_TITLE), cut(version.question, LONGEST_QUESTION))]  # fmt: skip
    words, packed = pack([*texts, *topics])
    stems = distinct(stem(version) for each in versions for version in each)
    inks = {entry.newest.marking: entry.newest.colour for entry in entries}
    return {
        "lang": room.lang,
        "langs": langs,
        "markings": markings,
        "marks": not room.is_marked_alike(),
        "colours": [inks[marking] for marking in markings],
        "topics": len(topics),
        "names": "/".join(entry.name for entry in entries),
        "days": _apart([_day(entry.newest.date) for entry in entries]),
        "editions": [entry.newest.number * (-1 if entry.newest.status == "draft" else 1) for entry in entries],
        "stems": stems,
        "rows": row(
            number
            for entry, each in zip(entries, versions, strict=True)
            for number in (
                markings.index(entry.newest.marking),
                len(each),
                *(number for version in each for number in _version(version, langs, topics, stems)),
            )
        ),
        "words": words,
        "texts": packed,
        "say": _said(Say(room.lang), langs),
    }


def _shown_first(entry: Entry, lang: str) -> list[Version]:
    """The versions of its newest edition, that first which the site shows."""
    first = entry.newest.version(lang)
    return [first, *(each for each in entry.newest.versions if each is not first)]


def _version(version: Version, langs: Sequence[str], topics: Sequence[str], stems: Sequence[str]) -> list[int]:
    """Its language, the size of its PDF and of its Word file as `_size` gives it, its `stem`, how many topics it has,
    and these."""
    sizes = {copy.form: _size(copy.size) for copy in version.copies}
    about = [topics.index(each) for each in version.topics]
    return [langs.index(version.lang), sizes.get("pdf", 0), sizes.get("docx", 0), stems.index(stem(version)),
            len(about), *about]  # fmt: skip


def _size(size: int) -> int:
    """Of a file of so many bytes: up to 999 its KB, 0 where there is none; then tenths of MB, from 1000 on."""
    kb = kilobytes(size)
    return kb if kb < _MB else min(MOST, _MB + round(size / 100_000) - 10)


def _apart(days: Sequence[int]) -> list[int]:
    """Each day as its difference from the one before it."""
    return [day - before for before, day in pairwise((0, *days))]


def stem(version: Version) -> str:
    """What the names of its files have behind that of the brief: `-fr`."""
    page = version.copies[0].path
    name, _slash, file = page.rpartition("/")
    return file.removesuffix(".html").removeprefix(name.rpartition("/")[0])


def _day(iso: str) -> int:
    """Days since the first of January 2000; -99999 where there is no date."""
    return (dt.date.fromisoformat(iso[:10]) - _FIRST_DAY).days if iso else -99_999


def _said(say: Say, langs: Sequence[str]) -> dict[str, object]:
    """What the script says."""
    formats = say.locale.formats
    return {
        "months": formats.months,
        "day": formats.day,
        "first": formats.first,
        "edition": say.text(_("Edition {number}")),
        "draft": say.text(_("Draft")),
        "pdf": say.form("pdf"),
        "docx": say.form("docx"),
        "KB": say.text(_("{number} KB")),
        "MB": say.text(_("{number} MB")),
        "decimal": formats.decimal,
        "group": formats.group,
        "none": say.text(_("No brief has all that you ask for. Try fewer words, or clear the search.")),
        "colon": say.text(_(": ")),
        "one": say.locale.plural("{n} brief found", "{n} briefs found", 1),
        "many": say.locale.plural("{n} brief found", "{n} briefs found", 5),
        "undated": say.text(_("Without a date")),
        "languages": {lang: say.language(lang) for lang in langs},
    }
