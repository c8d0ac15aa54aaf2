"""The search index of a site: scripts that assign data to a variable, which also load from a local folder."""

import json
from collections.abc import Iterator, Mapping

from briefgen.document import Callout, Document, Heading, List, NoteMark, Paragraph, plain
from briefgen.document.anchors import note
from briefgen.document.walk import texts, walk
from briefgen.site.model import Entry, Messages, Site, Statement, Version
from briefgen.site.pages import ink, link, link_words


def statements(document: Document) -> tuple[Statement, ...]:
    """Each statement that has a note, in the order of the notes. Where the document does not list its notes in full,
    the paragraph or cell that cites."""
    listed = dict(_listed(document))
    cited: dict[int, tuple[int, str, str]] = {}
    for number, occurrence, section, sentence in _cited(document):
        cited.setdefault(number, (occurrence, section, sentence))
    out = []
    for each in document.notes:
        occurrence, section, sentence = cited.get(each.number, (0, "", ""))
        text, passage = sentence, plain(each.content)
        if note(each.number) in listed:
            occurrence, (text, passage) = 0, listed[note(each.number)]
        out.append(Statement(" ".join(text.split()), " ".join(passage.split()), section, each.number, occurrence))
    return tuple(out)


def _listed(document: Document) -> Iterator[tuple[str, tuple[str, str]]]:
    """Anchor → statement and passages, of each note in the list of notes."""
    for block in document.blocks:
        for item in block.items if isinstance(block, List) and block.role == "notes" else ():
            paragraphs = [each for each in walk(item.blocks) if isinstance(each, Paragraph) and each.role == "body"]
            first, *rest = [plain(each.content) for each in paragraphs] or [""]
            yield item.anchor, (first, " ".join(rest))


def _cited(document: Document) -> Iterator[tuple[int, int, str, str]]:
    """Each citation: the number of its note, its occurrence, its section, and the words around it."""
    section = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            section = plain(block.content)
        here = plain(block.title) if isinstance(block, Callout) and block.title else section
        for line in texts(block):
            for mark in line:
                if isinstance(mark, NoteMark):
                    yield mark.number, mark.occurrence, here, plain(line)


# The data of the search: scripts that give a name a value, so that a page in a folder can load them.

_ = str  # marks interface messages; they are translated where they are shown

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029\x7f"}


def briefs_script(site: Site) -> bytes:
    """The data of each brief in the search, and the messages of the page."""
    messages = Messages(site.lang)
    entries = [_brief(site, messages, entry) for entry in site.in_order()]
    return _script("BRIEFS", {"lang": site.lang, "say": _words(messages), "briefs": entries})


def statements_script(site: Site) -> bytes:
    """The statements of each version of each brief, in the order of `briefs`."""
    return _script(
        "STATEMENTS",
        [
            [(each.text, each.passage, each.section, each.note, each.occurrence) for each in version.statements]
            for entry in site.in_order()
            for version in entry.newest.shown_first(site.lang)
        ],
    )


def _script(name: str, value: object) -> bytes:
    """A script in which no author's text can end a string or an element."""
    return f"{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':')).translate(_UNSAFE)};\n".encode(
        errors="replace"
    )


def _brief(site: Site, messages: Messages, entry: Entry) -> Mapping[str, object]:
    edition = entry.newest
    versions = edition.shown_first(site.lang)
    marking = "" if site.has_uniform_marking() else edition.marking
    return {
        "date": edition.date[:10],
        "day": messages.date(edition.date) or messages.text(_("Without a date")),
        "edition": messages.edition(edition.number),
        "editions": link(f"{entry.name}/index.html"),
        "draft": messages.text(_("Draft")) if edition.status == "draft" else "",
        "marking": edition.marking,
        "shown": marking,
        "ink": ink(edition.colour) if marking else "",
        "versions": [_version(messages, each, several=len(versions) > 1) for each in versions],
    }


def _version(messages: Messages, version: Version, several: bool) -> Mapping[str, object]:
    return {
        "lang": version.lang,
        "title": version.title,
        "question": version.question,
        "topics": version.topics,
        "page": link(version.copies[0].path),
        "copies": [
            (link(each.path), *link_words(messages, version, each, several)) for each in version.listed(several)
        ],
    }


def _words(messages: Messages) -> Mapping[str, str]:
    return {
        "none": messages.text(_("No brief has all that you ask for. Try fewer words, or clear the search.")),
        "searching": messages.text(_("Searching…")),
        "note": messages.text(_("Note {number}")),
        "colon": messages.text(_(": ")),
        "one": messages.locale.plural("{n} brief found", "{n} briefs found", 1),
        "many": messages.locale.plural("{n} brief found", "{n} briefs found", 5),
    }
