"""A redline before it is written: the document with the changes between two editions."""

import msgspec
from msgspec.structs import replace

from briefgen.commands.editions import Kept
from briefgen.commands.prepare import Prepared
from briefgen.document import Document
from briefgen.model.marking import Scheme
from briefgen.redline import revise, with_summary
from briefgen.theme import PaperName, Theme


class Compared(msgspec.Struct, frozen=True):
    """A redline, before it is written."""

    document: Document
    name: str
    """Of its files, without `-redline` and ending."""
    theme: Theme
    paper: PaperName
    made: Prepared | None = None
    """The edition that a scenario was read for: the new one, if both were."""
    old: Kept | None = None
    """The old one, if both were."""


def compare(was: Document, now: Document, scheme: Scheme) -> Document:
    """The redline of two documents, with its summary, under the marking of both."""
    return _marked(was, with_summary(was, revise(was, now)), scheme)


def is_docx(name: str) -> bool:
    """Whether a name is that of a Word file."""
    return name.lower().endswith(".docx")


def _marked(old: Document, redline: Document, scheme: Scheme) -> Document:
    """The redline under the marking of the edition that is more restricted: it holds the words of both. Where they
    cannot be compared, it bears both."""
    was, now = old.running.marking, redline.running.marking
    if was in ("", now) or scheme.exceeds(now, was):
        return redline
    label, colour = was, old.running.marking_colour
    if now and not scheme.exceeds(was, now):
        label, colour = f"{was} · {now}", redline.running.marking_colour
    return replace(redline, running=replace(redline.running, marking=label, marking_colour=colour))
