"""The last look at what gets into a site: nothing that a scenario withholds from its readers stands in its pages, in
what the lists say of it, or in an edition that went out when less was withheld.

PDF and DOCX are looked through where they are made (`produce`). The lists of the site are made of the entries alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic
from briefgen.release.scan import scan
from briefgen.verbs.order import Order
from briefgen.verbs.prepare import Prepared
from briefgen.verbs.publish.record import paths_of
from briefgen.verbs.scanned import guarding, told
from briefgen.world import World
from briefgen.writers.site import Edition, Entry
from briefgen.writers.site.words import Say

_MOST = 256 << 20
"""Bytes of a file in a site."""


def leaks(
    world: World, site: Path, order: Order, made: Mapping[str, Prepared], pages: Mapping[str, bytes], entry: Entry
) -> list[Diagnostic]:
    """An error for each thing found. `made`: the brief by language; `pages`: of the edition that is made now."""
    if all(each.whole == each.loaded.scenario for each in made.values()):
        return []
    now, *_first = made.values()
    number = now.loaded.scenario.edition.number
    out: list[Diagnostic] = []
    for lang, each in made.items():
        guard = guarding(each, order, tuple(_said_beside(entry, lang)))
        newest = {path for edition in entry.editions if edition.number == number for path in _of(edition, lang)}
        files = {path: data for path, data in pages.items() if path in newest}
        files[f"{entry.name}/index.json"] = msgspec.json.encode(entry)
        out += told(scan(files, guard))
        for edition in entry.editions:
            if edition.number != number:
                out += _of_older(world, site, told(scan(_read(world, site, _of(edition, lang)), guard)), edition, entry)
    return out


def _of(edition: Edition, lang: str) -> list[str]:
    return [path for version in edition.versions if version.lang == lang for path in paths_of(version)]


def _read(world: World, site: Path, paths: Sequence[str]) -> dict[str, bytes]:
    found = {path: world.read_bytes(site / path, _MOST) for path in paths}
    return {path: data for path, data in found.items() if isinstance(data, bytes)}


def _of_older(
    world: World, site: Path, found: Sequence[Diagnostic], edition: Edition, entry: Entry
) -> Iterator[Diagnostic]:
    """The author alone can say whether an edition is to be withdrawn."""
    folder = world.shown(site / entry.name / str(edition.number))
    for each in found:
        hint = f"It was released in edition {edition.number}. To withdraw that one, delete {folder} and publish again."
        yield replace(each, hint=hint)


def _said_beside(entry: Entry, lang: str) -> Iterator[str]:
    """What links between pages say, which is no word of the scenario: sizes and days."""
    say = Say(lang)
    for edition in entry.editions:
        yield from (edition.date, say.date(edition.date), say.edition(edition.number))
        for version in edition.versions:
            yield from (text for copy in version.copies for text in (copy.path, say.size(copy.size)))
