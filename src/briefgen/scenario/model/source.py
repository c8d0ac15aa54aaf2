"""Sources: documents that evidence comes from."""

import datetime as dt
from typing import Literal

import msgspec

from briefgen.scenario.model.kinds import Definition, Id, Words


class Source(msgspec.Struct, frozen=True):
    """A document that evidence comes from."""

    id: Id
    title: Words
    short: Words | None = None
    """The name by which notes call it: “The article”. Without it, the title is used."""
    publisher: Words | None = None
    author: Words | None = None
    date: dt.date | None = None
    date_note: Definition | None = None
    """Where the date comes from, if the source does not give it itself."""
    kind: Literal["news", "report", "statistics", "law", "statement", "interview", "dataset", "other"] = "other"
    language: str = "en"
    """BCP 47."""
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    """Admiralty scale: A completely reliable … E unreliable, F cannot be judged."""
    descriptor: Definition | None = None
    """What a reader should know of it: access, currency, bias, motive (ICD 206)."""
    file: str = ""
    """The name of its text under `texts/`."""
    sha256: str = ""
    """Of the text with line ends as LF."""
    headings: tuple[str, ...] = ()
    """Lines of the text that are no evidence, word for word."""
    redistribution: Literal["allowed", "quotes-only"] = "quotes-only"
    """Whether the text itself may be passed on."""
    url: str = ""
    marking: str = ""
