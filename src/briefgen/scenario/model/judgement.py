"""What the analyst adds to the facts: judgements, assumptions, gaps, indicators, other readings."""

import msgspec

from briefgen.scenario.model.kinds import (
    Assumed,
    CriterionRef,
    Definition,
    Degree,
    FactRef,
    Id,
    Judging,
    OptionRef,
    Words,
)


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
    basis: tuple[FactRef, ...] = ()
    """The facts that it rests on, by their ids. For example: [would-use]"""
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
    confidence: Degree
    """How well the evidence carries the advice. `low`: scant or doubtful evidence, so it may well be wrong;
    `moderate`: plausible and credibly sourced, but not certain; `high`: good evidence from several sides.
    For example: low"""
    confidence_reason: Definition | None = None
    """Why the confidence is no higher and no lower. For example: One survey, answered by those who cared to."""
    basis: tuple[FactRef, ...] = ()
    """The facts that the advice rests on, by their ids. For example: [would-use, taxi-gap]"""
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
    matters: Judging | None = None
    """Which choice it would bear on, and how. For example: The council decides within a budget."""
    closing: Judging | None = None
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
