"""What is taken out of a document, or why it is not read."""

import datetime as dt

import msgspec

from briefgen.core.diagnostic import Diagnostic, error


class Extract(msgspec.Struct, frozen=True):
    """The text of a document, and its metadata."""

    text: str
    """Line ends as LF; U+000C after each page, where there are pages."""
    headings: tuple[str, ...] = ()
    """Lines of the text that are headings."""
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: dt.date | None = None
    language: str = ""
    """BCP 47."""
    url: str = ""
    notes: tuple[str, ...] = ()
    """What was left out, and what to check."""


def unreadable(name: str, why: str, hint: str = "") -> Diagnostic:
    """A document that is damaged, protected, or made to harm."""
    hint = hint or "Open it in the program that made it, and save it again; or save its text as .txt in UTF-8."
    return error("unreadable-document", f"{name} is not read: {why}.", file=name, hint=hint)


def day(text: str) -> dt.date | None:
    """The date that a text in ISO 8601 begins with, `2026-01-15T…` or `20260115…`."""
    try:
        return dt.date.fromisoformat(text[:10] if "-" in text[:10] else text[:8])
    except ValueError:
        return None
