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
    """A conclusion of the analyst. Likelihood and confidence are kept apart, and never stand in one sentence (ICD 203)."""

    id: Id
    statement: Judging
    likelihood: str = ""
    """A term of the scenario's scale."""
    confidence: Degree | None = None
    confidence_reason: Definition | None = None
    """Why the confidence is no higher and no lower."""
    basis: tuple[FactRef, ...] = ()
    would_change: Judging | None = None
    """What would change it."""
    marking: str = ""


class Recommendation(msgspec.Struct, frozen=True):
    """What the paper advises, as a judgement."""

    option: OptionRef
    text: Judging
    confidence: Degree
    confidence_reason: Definition | None = None
    basis: tuple[FactRef, ...] = ()
    would_change: Judging | None = None


class Assumption(msgspec.Struct, frozen=True):
    """Something taken as given without evidence."""

    id: Id
    statement: Assumed
    reason: Definition | None = None
    """Why it has to be assumed."""


class Gap(msgspec.Struct, frozen=True):
    """Something that is not known and would matter."""

    id: Id
    text: Definition
    matters: Judging | None = None
    """Which choice it would bear on, and how."""
    closing: Judging | None = None
    """How it could be found out."""
    options: tuple[OptionRef, ...] = ()
    criteria: tuple[CriterionRef, ...] = ()


class Indicator(msgspec.Struct, frozen=True):
    """An observable sign that an option should be reconsidered."""

    id: Id
    sign: Judging
    trigger: Judging
    """At what point, and what then."""
    options: tuple[OptionRef, ...] = ()


class Dissent(msgspec.Struct, frozen=True):
    """Another reading of the same evidence, or an opinion that differs from the paper's."""

    id: Id
    text: Judging
    by: Words | None = None
