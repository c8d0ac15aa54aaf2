"""The data of the search: scripts that give a name a value, so that a page in a folder can load them."""

import json
from collections.abc import Mapping

from briefgen.writers.site.frame import ink, link
from briefgen.writers.site.listing import link_words
from briefgen.writers.site.room import Entry, Room, Version
from briefgen.writers.site.words import Say

_ = str  # marks interface messages; they are translated where they are shown

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029\x7f"}


def briefs(room: Room) -> bytes:
    """What the search shows of each brief, and the words of the page."""
    say = Say(room.lang)
    entries = [_brief(room, say, entry) for entry in room.in_order()]
    return _script("BRIEFS", {"lang": room.lang, "say": _words(say), "briefs": entries})


def statements(room: Room) -> bytes:
    """The statements of each version of each brief, in the order of `briefs`."""
    return _script(
        "STATEMENTS",
        [
            [(each.text, each.passage, each.section, each.note, each.occurrence) for each in version.statements]
            for entry in room.in_order()
            for version in entry.newest.shown_first(room.lang)
        ],
    )


def _script(name: str, value: object) -> bytes:
    """A script in which nothing of an author's ends a string or an element."""
    return f"{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':')).translate(_UNSAFE)};\n".encode(
        errors="replace"
    )


def _brief(room: Room, say: Say, entry: Entry) -> Mapping[str, object]:
    edition = entry.newest
    versions = edition.shown_first(room.lang)
    marking = "" if room.is_marked_alike() else edition.marking
    return {
        "date": edition.date[:10],
        "day": say.date(edition.date) or say.text(_("Without a date")),
        "edition": say.edition(edition.number),
        "editions": link(f"{entry.name}/index.html"),
        "draft": say.text(_("Draft")) if edition.status == "draft" else "",
        "marking": edition.marking,
        "shown": marking,
        "ink": ink(edition.colour) if marking else "",
        "versions": [_version(say, each, several=len(versions) > 1) for each in versions],
    }


def _version(say: Say, version: Version, several: bool) -> Mapping[str, object]:
    return {
        "lang": version.lang,
        "title": version.title,
        "question": version.question,
        "topics": version.topics,
        "page": link(version.copies[0].path),
        "copies": [(link(each.path), *link_words(say, version, each, several)) for each in version.listed(several)],
    }


def _words(say: Say) -> Mapping[str, str]:
    return {
        "none": say.text(_("No brief has all that you ask for. Try fewer words, or clear the search.")),
        "searching": say.text(_("Searching…")),
        "note": say.text(_("Note {number}")),
        "colon": say.text(_(": ")),
        "one": say.locale.plural("{n} brief found", "{n} briefs found", 1),
        "many": say.locale.plural("{n} brief found", "{n} briefs found", 5),
    }
