"""The last look at the bytes of a redline: it holds the words of two editions, and each of them withholds its own."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic
from briefgen.document import Document
from briefgen.release.scan import guard, scan
from briefgen.scenario.model import Scenario
from briefgen.verbs.order import Order
from briefgen.verbs.prepare import Prepared
from briefgen.verbs.scanned import released, told
from briefgen.verbs.worked_out import worked_out


class Kept(msgspec.Struct, frozen=True):
    """An edition before it was filtered for its readers, and after; the same where nothing was withheld."""

    whole: Scenario
    left: Scenario
    texts: Mapping[str, str]
    """Texts of its sources that are at hand, by their ids."""


def scanned_redline(
    files: Mapping[str, bytes], redline: Document, made: Prepared, old: Kept | None, order: Order
) -> list[Diagnostic]:
    """That something withheld by one of the editions stands in a file. What the old one withholds and the new one tells
    may stand there; what the new one withholds may not, whoever could read it in the old one.

    `made` is the edition that a scenario was read for: the new one, if both were (then there is an `old`)."""
    new = Kept(made.whole, made.loaded.scenario, made.texts)
    said = replace(released(made, order), computed=tuple(worked_out(redline, made.theme)))
    if (new.whole, old and old.whole) == (new.left, old and old.left):
        return []
    found = told(scan(files, guard(new.whole, new.left, said, _withheld(new, new))))
    if found and old:
        once = guard(new.whole, new.left, replace(said, editions=(old.left,)), _withheld(new, new, old))
        still = told(scan(files, once))
        hint = "The old edition tells it to these readers. Mark it there too, or make the redline without `--audience`."
        found = [each if each in still else replace(each, hint=hint) for each in found]
    if old:
        found += told(
            scan(files, guard(old.whole, old.left, replace(said, editions=(new.left,)), _withheld(old, old, new)))
        )
    return list(dict.fromkeys(found))


def _withheld(edition: Kept, *shown: Kept) -> list[str]:
    """Texts of the sources of an edition that are in none of those shown."""
    seen = {source.id for each in shown for source in each.left.sources}
    return [text for name, text in edition.texts.items() if name not in seen]
