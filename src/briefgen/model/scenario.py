"""The scenario: one decision, with its edition, audiences and judgements. What a field means is documented under it."""

import datetime as dt
from typing import Annotated, Literal

import msgspec

from briefgen.core.dates import PartialDate
from briefgen.model.evidence import Fact, Figure, Source
from briefgen.model.kinds import (
    Assumed,
    CriterionRef,
    Definition,
    Degree,
    FactRef,
    Factual,
    Id,
    Judging,
    OptionRef,
    Point,
    Words,
)
from briefgen.model.options import Criterion, Option, Stakeholder
from briefgen.schema import FormerKey, ListType, StructType, fields_of


class Marking(msgspec.Struct, frozen=True):
    """One step of a scheme of markings; they stand in order, from what all may see to what the fewest may."""

    label: str
    """What pieces are marked with; in a span it is written small, with hyphens: `.marking-for-officials`.
    For example: FOR OFFICIALS"""
    text: Words | None = None
    """What every page says, where it is more than the label, or differs by language.
    For example: {en: FOR OFFICIALS ONLY, fr: POUR LES SERVICES}"""
    colour: str = "#FFFFFF"
    """The colour of its letters, which stand on black, as `#RRGGBB`. For example: "#FFC000\""""


# What a paper says of itself: its edition, its readers, the days that matter.


class Edition(msgspec.Struct, frozen=True):
    """A numbered, dated state of a scenario that went out."""

    number: int = 1
    """Which edition it is, counted from 1. For example: 2"""
    date: dt.date | None = None
    """The day of this edition, which the paper prints as its date. For example: 2026-01-20"""
    status: Literal["draft", "cleared"] = "draft"
    """How far it has come. `draft`: still being worked on, and every page says so; `cleared`: approved to go out.
    For example: draft"""
    requires_check: bool = False
    """Whether each fact that is cited must have been compared with its passages, and so have `checked_by`.
    For example: true"""
    changes: Definition | None = None
    """What is different since the last edition. For example: The operator’s offer has been added."""


class Audience(msgspec.Struct, frozen=True):
    """A named readership with the highest marking that it may see."""

    id: Id
    """The short name by which a readership is asked for. For example: public"""
    name: Words
    """What the paper calls these readers. For example: The public"""
    marking: str
    """The highest marking that they may see; what is marked higher is left out of their paper.
    For example: TLP:CLEAR"""


class KeyDate(msgspec.Struct, frozen=True):
    """A day, or a time that is known less exactly, with what happened or falls due."""

    id: Id
    """The short name of this date; no other date has it. For example: survey-ends"""
    event: Factual
    """What happened or falls due, with the citation that carries it. For example: The survey ends [@would-use]."""
    short: Words | None = None
    """What the timeline calls it, in a few words; without it, the words of `event`. For example: Survey ends"""
    date: PartialDate | None = None
    """The day, the month (`2026-01`) or the year. For example: 2026-01-15"""
    when: Words | None = None
    """The time in words; with a `date`, it is printed instead of that. For example: early October"""
    dated_by: Literal["source", "author"] = "source"
    """Where the date comes from. `source`: the source gives it; `author`: the source does not give this date (or its
    year), and the scenario's author does. For example: author"""
    marking: str = ""
    """Who may see it. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {date-not-in-passage: The law sets the day.}"""


# What the analyst adds to the facts: judgements, assumptions, gaps, indicators, other readings.


class Judgement(msgspec.Struct, frozen=True):
    """A conclusion of the analyst. Likelihood and confidence are kept apart: never in one sentence (ICD 203)."""

    id: Id
    """The short name of the judgement; no other judgement has it. For example: ridership"""
    statement: Judging
    """What you conclude, in a sentence, with citations of what it rests on.
    For example: Fewer people will likely ride than say so in a survey [@would-use]."""
    likelihood: str = ""
    """How likely it is, as a term of the scenario's scale. For example: likely"""
    confidence: Degree | None = None
    """How well the evidence carries the conclusion. `low`: scant or doubtful evidence, so it may well be wrong;
    `moderate`: plausible and credibly sourced, but not certain; `high`: good evidence from several sides.
    For example: moderate"""
    confidence_reason: Definition | None = None
    """Why the confidence is no higher and no lower. For example: Surveys of this kind are known to overstate."""
    facts: Annotated[tuple[FactRef, ...], FormerKey("basis")] = ()
    """The facts that it rests on, by their ids. For example: [would-use]"""
    reasoning: Judging | None = None
    """How the facts lead to the conclusion. For example: Surveys of intent are above the later counts in most towns."""
    alternative: Judging | None = None
    """The most plausible other conclusion, and why it is not drawn.
    For example: More may ride than say so, if the bus runs on time; no town nearby has seen that."""
    would_change: Judging | None = None
    """What would change it. For example: Counts from the first month."""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {judgement-without-likelihood: It is certain.}"""


class Recommendation(msgspec.Struct, frozen=True):
    """What the paper advises, as a judgement."""

    option: OptionRef
    """The id of the option that is recommended. For example: trial"""
    text: Judging
    """Why this option, in a sentence or two.
    For example: A trial shows within six months what no survey can."""
    confidence: Degree | None = None
    """How well the evidence supports the advice. `low`: scant or doubtful evidence, so it may well be wrong;
    `moderate`: plausible and credibly sourced, but not certain; `high`: good evidence from several sides.
    For example: low"""
    confidence_reason: Definition | None = None
    """Why the confidence is no higher and no lower. For example: One survey, answered by those who cared to."""
    facts: Annotated[tuple[FactRef, ...], FormerKey("basis")] = ()
    """The facts that the advice rests on, by their ids. For example: [would-use, taxi-gap]"""
    conditions: tuple[Point, ...] = ()
    """What the advice depends on, point by point. For example: [{id: drivers, text: Two drivers agree.}]"""
    would_change: Judging | None = None
    """What would change the advice. For example: A price above the budget for evening services."""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {bare-modal: It quotes the law.}"""


class Assumption(msgspec.Struct, frozen=True):
    """Something taken as given without evidence."""

    id: Id
    """The short name by which criteria refer to it. For example: drivers"""
    statement: Assumed
    """What is taken as given. For example: Drivers can be found for the late shift."""
    reason: Definition | None = None
    """Why it has to be assumed. For example: The operator has not been asked yet."""
    if_wrong: Judging | None = None
    """What follows if it is wrong. For example: The trial begins later, or the bus runs on Saturdays only."""
    test: Judging | None = None
    """How it can be tested. For example: Ask the operator for the list of drivers by the end of the month."""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {number-not-in-passage: It is assumed.}"""


class Gap(msgspec.Struct, frozen=True):
    """Something that is not known and would matter."""

    id: Id
    """The short name of the gap; no other gap has it. For example: cost"""
    text: Definition
    """What is not known. For example: What a night of service costs."""
    reason: Annotated[Judging | None, FormerKey("matters")] = None
    """Why it matters: which choice it bears on, and how. For example: The council decides within a budget."""
    how_to_find_out: Annotated[Judging | None, FormerKey("closing")] = None
    """How it could be found out. For example: An offer from the operator."""
    options: tuple[OptionRef, ...] = ()
    """The options that it is about, by their ids. For example: [trial]"""
    criteria: tuple[CriterionRef, ...] = ()
    """The criteria that it is about, by their ids. For example: [cost]"""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {hedge-dropped: The doubt is the gap.}"""


class Indicator(msgspec.Struct, frozen=True):
    """An observable sign that an option should be reconsidered."""

    id: Id
    """The short name of the sign; no other sign has it. For example: riders"""
    sign: Judging
    """What can be observed. For example: Fewer than ten riders a night in the third month."""
    trigger: Judging
    """At what point, and what then. For example: Then end the trial early."""
    observer: Words | None = None
    """Who watches for it. For example: Transport desk"""
    frequency: Words | None = None
    """How often they look. For example: every month"""
    options: tuple[OptionRef, ...] = ()
    """The options that would be reconsidered, by their ids. For example: [trial]"""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""


class Dissent(msgspec.Struct, frozen=True):
    """Another reading of the same evidence, or an opinion that differs from the paper's."""

    id: Id
    """The short name of this reading; no other has it. For example: taxis-suffice"""
    text: Judging
    """The other reading, as those who hold it would put it.
    For example: Taxis already serve those who come home late [@taxi-gap]."""
    by: Words | None = None
    """Who reads it so. For example: Finance department"""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""


# What the decision-maker is asked to do, what follows, and sections of the author's own.


class Ask(msgspec.Struct, frozen=True):
    """One thing that the decision-maker is asked to do."""

    id: Id
    """The short name of the request; no other request has it. For example: approve-trial"""
    text: Judging
    """What the decision-maker is asked to do, beginning with a verb. For example: Approve a trial of six months."""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {number-not-in-passage: The council sets it.}"""


class NextStep(msgspec.Struct, frozen=True):
    """One step after the decision."""

    id: Id
    """The short name of the step; no other step has it. For example: sign-contract"""
    text: Judging
    """What is to be done. For example: Sign the contract with the operator."""
    owner: Words | None = None
    """Who does it. For example: Transport desk"""
    due: Words | PartialDate | None = None
    """By when it is done: a day, a month (`2026-04`) or a year, or words. For example: 2026-04-15"""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {number-not-in-passage: The council sets it.}"""


class Section(msgspec.Struct, frozen=True):
    """A section with a title and text of the author's own."""

    id: Id
    """The short name of the section; no other section has it. For example: consultation"""
    title: Words
    """Its heading. For example: Consultation"""
    text: Factual
    """What it says, with citations. For example: The town asked residents in January [@would-use]."""
    after: Literal["issue", "background", "stakeholders", "options", "criteria", "judgements", "handling"] | None = None
    """What it follows in a brief; without it, it comes last. `issue`: the issue; `background`: the background;
    `stakeholders`: the positions of the parties; `options`: the options; `criteria`: the comparison of the options;
    `judgements`: the judgements; `handling`: how the decision is announced and carried out. For example: background"""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {uncited-sentence: It says how the brief was written.}"""


# The scenario: one decision.


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
    format: Literal[1, 2] = 1
    """The format that the scenario is written in. `1`: that of briefgen 0.1; `2`: the newest one. For example: 2"""
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
    asks: tuple[Ask, ...] = ()
    """What the decision-maker is asked to do, in order; or the files that list it. For example: asks.yaml"""
    next_steps: tuple[NextStep, ...] = ()
    """What is done after the decision, by whom and when; or the files that list it. For example: next_steps.yaml"""
    issue: Factual | None = None
    """Why a decision is needed, in a few sentences. For example: The last bus leaves at 23:10 [@last-bus]."""
    background: Factual | None = None
    """What a reader has to know of what went before, with citations.
    For example: People take a taxi, walk, or are fetched [@taxi-gap]."""
    sections: tuple[Section, ...] = ()
    """Sections of your own; or the files that they are in. For example: sections/*.yaml"""
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


def item_lists() -> dict[str, type[msgspec.Struct]]:
    """Key → what is listed, of each list of a scenario that may be given as files."""
    return {
        field.name: field.type.item.cls
        for field in fields_of(Scenario).values()
        if isinstance(field.type, ListType) and isinstance(field.type.item, StructType)
    }
