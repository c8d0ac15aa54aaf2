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
    first, *_others = made.values()
    number = first.loaded.scenario.edition.number
    guards = {lang: guarding(each, order, tuple(_said_beside(entry, lang))) for lang, each in made.items()}
    out: list[Diagnostic] = []
    for edition in entry.editions:
        for version in edition.versions:
            # An older edition may be there in a language that the scenario has no longer.
            guard = guards.get(version.lang, guards[first.rendering.lang])
            if edition.number == number:
                files = {path: pages[path] for path in paths_of(version) if path in pages}
                out += told(scan({**files, f"{entry.name}/index.json": msgspec.json.encode(entry)}, guard))
            else:
                older, unread = _read(world, site, paths_of(version))
                out += _of_older(world, site, [*unread, *told(scan(older, guard))], edition, entry)
    return out


def _read(world: World, site: Path, paths: Sequence[str]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The files, and an error for each that cannot be read: nobody knows what it holds."""
    found = {path: world.read_bytes(site / path, _MOST) for path in paths}
    unread = [_unread(each) for each in found.values() if isinstance(each, Diagnostic)]
    return {path: data for path, data in found.items() if isinstance(data, bytes)}, unread


def _unread(fault: Diagnostic) -> Diagnostic:
    message = f"{fault.message} So nobody can say whether it holds what is withheld from its readers."
    return replace(fault, code="brief-not-scanned", severity="error", message=message)


def _of_older(
    world: World, site: Path, found: Sequence[Diagnostic], edition: Edition, entry: Entry
) -> Iterator[Diagnostic]:
    """The author alone can say whether an edition is to be withdrawn."""
    folder = world.shown(site / entry.name / str(edition.number))
    withdraw = f"To withdraw that one, delete {folder} and publish again."
    for each in found:
        first = "Make the file readable: it was" if each.code == "brief-not-scanned" else "It was"
        yield replace(each, hint=f"{first} released in edition {edition.number}. {withdraw}")


def _said_beside(entry: Entry, lang: str) -> Iterator[str]:
    """What links between pages say, which is no word of the scenario: languages, sizes and days."""
    say = Say(lang)
    yield "index.html index.json"
    for edition in entry.editions:
        yield from (edition.date, say.date(edition.date), say.edition(edition.number))
        for version in edition.versions:
            yield say.language(version.lang)
            yield from (text for copy in version.copies for text in (copy.path, say.size(copy.size)))
