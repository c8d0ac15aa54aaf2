"""The scenario: one decision."""

import datetime as dt
from typing import Annotated, Literal

import msgspec

from briefgen.scenario.model.criterion import Criterion
from briefgen.scenario.model.edition import Audience, Edition, KeyDate
from briefgen.scenario.model.fact import Fact
from briefgen.scenario.model.figure import Figure
from briefgen.scenario.model.judgement import Assumption, Dissent, Gap, Indicator, Judgement, Recommendation
from briefgen.scenario.model.kinds import Definition, Factual, Judging, Words
from briefgen.scenario.model.marking import Marking
from briefgen.scenario.model.option import Option
from briefgen.scenario.model.source import Source
from briefgen.scenario.model.stakeholder import Stakeholder


class Scenario(msgspec.Struct, frozen=True):
    """One decision: the question, the options, the criteria and the evidence."""

    title: Words
    """What the paper is called. For example: A night bus for Lindby"""
    question: Definition
    """The decision sought, as one question.
    For example: Should the town run a night bus on Fridays and Saturdays?"""
    decision_maker: Words
    """Who decides. For example: Town council"""
    options: tuple[Option, ...]
    """The courses of action that are open, one of which is the baseline; or the files that they stand in.
    For example: options/*.yaml"""
    language: str = "en"
    """The language of every text that does not name its own, as a code (BCP 47). For example: en"""
    deadline: dt.date | None = None
    """By when to decide. For example: 2026-03-31"""
    as_of: dt.date | None = None
    """The day up to which the evidence reaches. For example: 2026-01-15"""
    as_of_note: Definition | None = None
    """Where that day comes from, if not from the sources. For example: It is the day on which the survey ended."""
    edition: Edition = Edition()
    """Which edition this is, and whether it may go out. For example: {number: 1, date: 2026-01-20, status: draft}"""
    reference: str = ""
    """The file number under which the paper is kept. For example: LIN-2026-03"""
    topics: tuple[Words, ...] = ()
    """What it is about, in a word or two each: a reading room is searched by them, and files name them as keywords.
    For example: [Transport, Youth]"""
    prepared_by: Words | None = None
    """Who wrote the paper. For example: Transport desk"""
    contact: Words | None = None
    """Whom a reader may ask. For example: Transport desk, town hall"""
    distribution: tuple[Words, ...] = ()
    """To whom the paper goes. For example: [Office of the mayor, Budget office]"""
    marking: str = ""
    """Who may see the paper: a label of TLP 2.0, or of `markings`. What has no marking of its own has this one.
    For example: TLP:CLEAR"""
    markings: tuple[Marking, ...] = ()
    """Markings of your own in place of TLP 2.0, the least restricted first; or the file that they stand in.
    For example: markings.yaml"""
    audiences: tuple[Audience, ...] = ()
    """The readerships that get a paper of their own, each with the highest marking that it may see.
    For example: audiences.yaml"""
    on_withheld: Literal["drop", "report"] = "drop"
    """What becomes of a sentence where an audience may see nothing of what it cites. `drop`: it is left out of their
    paper; `report`: it is told as an error, and they get no paper until it is mended. For example: report"""
    on_untranslated: Literal["show", "report"] = "show"
    """What becomes of a text that has no words in the language of the brief. `show`: it stands there in the language
    that it has, marked; `report`: it is told as an error, and there is no brief until it is translated.
    For example: report"""
    likelihood_scale: Literal["icd203", "phia"] | None = None
    """The scale whose terms judgements and risks use. `icd203`: that of Intelligence Community Directive 203;
    `phia`: the Probability Yardstick of the Professional Head of Intelligence Assessment. For example: icd203"""
    bottom_line: Judging | None = None
    """What a reader takes away who reads nothing else.
    For example: Try the night bus for six months; one in three would use it [@would-use]."""
    neutral: bool = False
    """Whether the paper recommends nothing, and says so. For example: true"""
    recommendation: Recommendation | None = None
    """What the paper advises; in its place, `neutral: true`.
    For example: {option: trial, text: A trial shows what no survey can., confidence: low}"""
    issue: Factual | None = None
    """Why a decision is needed, in a few sentences. For example: The last bus leaves at 23:10 [@last-bus]."""
    background: Factual | None = None
    """What a reader has to know of what went before, with citations.
    For example: People take a taxi, walk, or are fetched [@taxi-gap]."""
    key_dates: tuple[KeyDate, ...] = ()
    """What happened when, and what falls due; or the files that it stands in. For example: evidence/key_dates.yaml"""
    criteria: tuple[Criterion, ...] = ()
    """What the options are compared on; or the files that it stands in. For example: criteria.yaml"""
    criteria_note: Definition | None = None
    """How the criteria and weights were chosen. For example: The council set the weights in December."""
    sources: tuple[Source, ...] = ()
    """The documents that evidence comes from; or the files that list them. For example: evidence/sources.yaml"""
    facts: tuple[Fact, ...] = ()
    """What the sources support, statement by statement; or the files that it stands in.
    For example: evidence/facts.yaml"""
    stakeholders: tuple[Stakeholder, ...] = ()
    """The parties to the decision and where they stand; or the files that they stand in.
    For example: evidence/stakeholders.yaml"""
    figures: tuple[Figure, ...] = ()
    """Pictures that the paper shows; or the files that list them. For example: figures/figures.yaml"""
    judgements: tuple[Judgement, ...] = ()
    """What you conclude from the facts, each with its likelihood and your confidence; or the files that it stands in.
    For example: judgements.yaml"""
    assumptions: tuple[Assumption, ...] = ()
    """What is taken as given without evidence; or the files that it stands in. For example: assumptions.yaml"""
    gaps: tuple[Gap, ...] = ()
    """What is not known and would matter; or the files that it stands in. For example: gaps.yaml"""
    indicators: tuple[Indicator, ...] = ()
    """Signs to watch that an option should be reconsidered; or the files that they stand in.
    For example: indicators.yaml"""
    dissents: tuple[Dissent, ...] = ()
    """Other readings of the same evidence; or the files that they stand in. For example: dissents/*.yaml"""
    handling: Judging | None = None
    """How the decision would be announced and carried out. For example: The mayor tells the operator first."""
    sourcing: Definition | None = None
    """One statement on the strength of the sources as a whole (ICD 206).
    For example: One survey by the town itself, answered by those who chose to take part."""
    evidence_threshold: Annotated[float, msgspec.Meta(ge=0, le=100)] = 50
    """Percent of the weight that must rest on evidenced cells before a ranking is printed. For example: 60"""
    rules: dict[str, Literal["off", "info", "warning", "error"]] = {}
    """How much a rule weighs in this scenario, by its code. `off`: it is not told; `info`: it is worth knowing;
    `warning`: a brief is made, and `--strict` refuses it; `error`: no brief is made. What is an error everywhere stays
    one. For example: {hedge-dropped: error, orphaned-fact: off}"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {single-source: No other report is public yet.}"""
