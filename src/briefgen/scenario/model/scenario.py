"""The scenario: one decision."""

import datetime as dt
from typing import Literal

import msgspec

from briefgen.scenario.model.criterion import Criterion
from briefgen.scenario.model.edition import Audience, Edition, KeyDate
from briefgen.scenario.model.fact import Fact
from briefgen.scenario.model.figure import Figure
from briefgen.scenario.model.judgement import Assumption, Dissent, Gap, Indicator, Judgement, Recommendation
from briefgen.scenario.model.kinds import Definition, Factual, Judging, Words
from briefgen.scenario.model.option import Option
from briefgen.scenario.model.source import Source
from briefgen.scenario.model.stakeholder import Stakeholder


class Scenario(msgspec.Struct, frozen=True):
    """One decision: the question, the options, the criteria and the evidence."""

    title: Words
    question: Definition
    """The decision sought, as one question."""
    decision_maker: Words
    options: tuple[Option, ...]
    language: str = "en"
    """BCP 47: the language of every text that does not name its own."""
    deadline: dt.date | None = None
    """By when to decide."""
    as_of: dt.date | None = None
    """The day up to which the evidence reaches."""
    as_of_note: Definition | None = None
    """Where that day comes from."""
    edition: Edition = Edition()
    reference: str = ""
    prepared_by: Words | None = None
    contact: Words | None = None
    distribution: tuple[Words, ...] = ()
    marking: str = ""
    audiences: tuple[Audience, ...] = ()
    likelihood_scale: Literal["icd203", "phia"] | None = None
    """The scale whose terms judgements use."""
    bottom_line: Judging | None = None
    """What a reader takes away who reads nothing else."""
    neutral: bool = False
    """The paper recommends nothing, and says so."""
    recommendation: Recommendation | None = None
    issue: Factual | None = None
    """Why a decision is needed, in a few sentences."""
    background: Factual | None = None
    key_dates: tuple[KeyDate, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    criteria_note: Definition | None = None
    """How the criteria and weights were chosen."""
    sources: tuple[Source, ...] = ()
    facts: tuple[Fact, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    figures: tuple[Figure, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    gaps: tuple[Gap, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    handling: Judging | None = None
    """How the decision would be announced and carried out."""
    sourcing: Definition | None = None
    """One statement on the strength of the sources as a whole (ICD 206)."""
    evidence_threshold: float = 50
    """Percent of the weight that must rest on evidenced cells before a ranking is printed."""
