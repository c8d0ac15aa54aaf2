"""The last look at the bytes of a redline: it holds the words of two editions, and each of them withholds its own."""

from collections.abc import Mapping

from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic
from briefgen.document import Document
from briefgen.release.scan import guard, scan
from briefgen.verbs.edition import Kept
from briefgen.verbs.order import Order
from briefgen.verbs.prepare import Prepared
from briefgen.verbs.scanned import released, told
from briefgen.verbs.worked_out import worked_out


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
    found = told(scan(files, guard(new.whole, new.left, said, new.withheld(new))))
    if found and old:
        once = guard(new.whole, new.left, replace(said, editions=(old.left,)), new.withheld(new, old))
        still = told(scan(files, once))
        hint = "The old edition tells it to these readers. Mark it there too, or make the redline without `--audience`."
        found = [each if each in still else replace(each, hint=hint) for each in found]
    if old:
        found += told(
            scan(files, guard(old.whole, old.left, replace(said, editions=(new.left,)), old.withheld(old, new)))
        )
    return list(dict.fromkeys(found))
