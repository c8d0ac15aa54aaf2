"""Sources: documents that evidence comes from."""

import datetime as dt
from typing import Literal

import msgspec

from briefgen.scenario.model.kinds import Definition, Id, Words


class Source(msgspec.Struct, frozen=True):
    """A document that evidence comes from."""

    id: Id
    """The short name by which evidence refers to it. For example: survey"""
    title: Words
    """Its title, as it stands on the document. For example: Evening travel survey"""
    short: Words | None = None
    """The name by which notes call it; without it, the title is used. For example: The survey"""
    publisher: Words | None = None
    """Who published it. For example: Town of Lindby"""
    author: Words | None = None
    """Who wrote it, where it says so. For example: A. Holm"""
    date: dt.date | None = None
    """The day that it was published. For example: 2026-01-15"""
    date_note: Definition | None = None
    """Where the date comes from, if the source does not give it itself. For example: The date is that of its file."""
    kind: Literal["news", "report", "statistics", "law", "statement", "interview", "dataset", "other"] = "other"
    """What kind of document it is. `news`: an article or a broadcast; `report`: a study or an account of findings;
    `statistics`: published figures; `law`: a statute, a treaty or a judgment; `statement`: what a party declares;
    `interview`: what someone said when asked; `dataset`: data to be worked on; `other`: none of these.
    For example: report"""
    language: str = "en"
    """The language that it is written in, as a code (BCP 47). For example: fr"""
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    """How far the source can be relied on, on the Admiralty scale. `A`: completely reliable; `B`: usually reliable;
    `C`: fairly reliable; `D`: not usually reliable; `E`: unreliable; `F`: cannot be judged. For example: C"""
    descriptor: Definition | None = None
    """What a reader should know of it: access, currency, bias, motive (ICD 206).
    For example: Answers of 240 residents who chose to take part; not a sample."""
    file: str = ""
    """The name of its text under `texts/`. For example: survey.txt"""
    sha256: str = ""
    """The SHA-256 of its text with line ends as LF: 64 digits by which a changed text is known.
    For example: a007c0a0f7fbca8e657abd002a3b125ecf085cb707cd193e748baea2ce52f4dd"""
    headings: tuple[str, ...] = ()
    """Lines of the text that are no evidence, word for word. For example: [Why residents stay at home]"""
    redistribution: Literal["allowed", "quotes-only"] = "quotes-only"
    """Whether the text itself may be passed on. `allowed`: it may; `quotes-only`: only short passages of it may.
    For example: allowed"""
    url: str = ""
    """Where it can be read on the web. For example: https://lindby.example/evening-survey"""
    marking: str = ""
    """Who may see it. For example: TLP:CLEAR"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {too-much-quoted: The author agreed to it.}"""
