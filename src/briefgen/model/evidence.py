"""Sources, the facts that they support, and the pictures that belong to a scenario."""

import datetime as dt
from typing import Annotated, Literal

import msgspec

from briefgen.core.dates import PartialDate
from briefgen.model.kinds import Definition, Factual, Id, SourceRef, Words
from briefgen.schema import FormerKey


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
    authors: Annotated[tuple[Words, ...], FormerKey("author", in_list=True)] = ()
    """Who wrote it, where it says so. For example: [A. Holm, B. Lund]"""
    date: PartialDate | None = None
    """When it was published: a day, a month (`2026-01`) or a year. For example: 2026-01-15"""
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
    doi: str = ""
    """Its digital object identifier, without the address of a resolver. For example: 10.5555/12345678"""
    accessed: dt.date | None = None
    """The day that it was read on the web. For example: 2026-01-16"""
    archived: str = ""
    """The address of an archived copy. For example: https://archive.example/2026/lindby-survey"""
    pages: str = ""
    """The pages that it has in a journal or a larger work. For example: 12–19"""
    marking: str = ""
    """Who may see it. For example: TLP:CLEAR"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {too-much-quoted: The author agreed to it.}"""


# Facts: statements that a source supports.


class Evidence(msgspec.Struct, frozen=True):
    """A link from a statement to a passage (W3C Web Annotation, TextQuoteSelector)."""

    source: SourceRef
    """The id of the source that the passage stands in. For example: survey"""
    quote: str
    """The shortest passage that carries the statement, word for word; `[…]` joins two parts.
    For example: one in three say they would use a night bus"""
    prefix: str = ""
    """Words before the quote, where the quote alone stands more than once. For example: of the residents asked,"""
    suffix: str = ""
    """Words after the quote, where the quote alone stands more than once. For example: on Fridays and Saturdays"""
    page: Words | None = None
    """Where a reader finds it: a page, a paragraph, a line. For example: par. 3"""
    translation: Words | None = None
    """The quote in your own translation, by language: printed beside it, as yours, where the brief is in that language
    and the source is not. For example: {fr: "un habitant sur trois dit qu’il prendrait un bus de nuit"}"""


class Quantity(msgspec.Struct, frozen=True):
    """A figure of a fact, for calculations."""

    value: float
    """The number. For example: 240"""
    unit: str = ""
    """What is counted or measured. For example: answers"""
    date: PartialDate | None = None
    """The day, month (`2026-01`) or year for which it holds. For example: 2026-01-15"""


class Verification(msgspec.Struct, frozen=True):
    """Who compared a fact with its passages, and when."""

    name: Words
    """The person who did. For example: B. Lund"""
    date: dt.date
    """The day that they did. For example: 2026-01-18"""


class Fact(msgspec.Struct, frozen=True):
    """One statement that a source supports, with the passages and who is said to have said it."""

    id: Id
    """The short name by which prose cites it: `[@last-bus]`. For example: last-bus"""
    statement: Factual
    """What is so, in your words and in one sentence. For example: The last bus leaves the station at 23:10."""
    evidence: tuple[Evidence, ...]
    """The passages that support it, each with its source and its exact words.
    For example: [{source: survey, quote: "the last bus leaves the station at 23:10"}]"""
    attributed_to: Words | None = None
    """Who says so, in the source: a speaker or a medium that it names. For example: Lindby Taxi"""
    voice: Literal["author", "reported", "quoted"] | None = None
    """Who speaks in the passages. `author`: the author of the source, in their own voice; `reported`: somebody whom the
    source reports in its own words; `quoted`: somebody whom the source quotes. For example: quoted"""
    quantities: dict[str, Quantity] = {}
    """The figures in it, each by a name. For example: {answers: {value: 240, unit: answers}}"""
    computed: Definition | None = None
    """How a figure is worked out from the passages, where none of them has it.
    For example: 80 of 240 answers, which is one in three."""
    caution: Definition | None = None
    """How not to read it: a doubt about scope, time or who is meant.
    For example: Residents who chose to answer, not a sample of all."""
    date: PartialDate | None = None
    """When what it states took place, or was so: a day, a month (`2026-01`) or a year. For example: 2026-01-15"""
    hindsight: bool = False
    """Whether it became known only after the scenario's `as_of`; briefs then say so. For example: true"""
    checked_by: Verification | None = None
    """Who compared it with its passages, and when. For example: {name: B. Lund, date: 2026-01-18}"""
    marking: str = ""
    """Who may see it: the highest marking among its passages. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {long-quote: The law is quoted in full.}"""


# Figures: pictures that belong to the paper.


class Figure(msgspec.Struct, frozen=True):
    """A picture with its caption."""

    id: Id
    """The short name of the picture; no other picture has it. For example: riders-by-hour"""
    file: str
    """The picture, a PNG or JPEG; its path begins at the folder of `scenario.yaml`.
    For example: figures/riders-by-hour.png"""
    alt: Words
    """What it shows, for readers who cannot see it: the data, not “a chart”.
    For example: Riders fall from 40 at eight to 3 at eleven"""
    caption: Factual
    """What a reader should see in it, with citations. For example: Few ride after ten [@riders-counted]."""
    marking: str = ""
    """Who may see it. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {number-not-in-passage: It is read off the picture.}"""
