"""What is taken out of a document."""

import datetime as dt

import msgspec


class Extract(msgspec.Struct, frozen=True):
    """The text of a document, and what the document says of itself."""

    text: str
    """Line ends as LF; U+000C behind each page, where there are pages."""
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
    """What was left out, and what to look at."""
