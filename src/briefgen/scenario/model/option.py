"""Options: the courses of action that are open."""

from typing import Literal

import msgspec

from briefgen.scenario.model.kinds import CriterionRef, Definition, Degree, Factual, FactRef, Id, Judging, Point, Words


class Range(msgspec.Struct, frozen=True):
    """A score that is known only to lie between two numbers."""

    low: float
    high: float


class Assessment(msgspec.Struct, frozen=True):
    """One option on one criterion. Without score, leaning and result it is an empty cell, and shown as empty."""

    score: float | Range | None = None
    leaning: Literal["for", "against", "mixed"] | None = None
    """What the cell says of the option on this criterion, with or without a score."""
    result: Literal["pass", "fail"] | None = None
    """On a screening criterion."""
    basis: Literal["stated", "inferred"] = "stated"
    """`stated`: the cited passages speak to this; `inferred`: the analyst concludes it from them."""
    rationale: Judging | None = None
    """Why, with citations; in an empty cell, what is missing."""
    evidence: tuple[FactRef, ...] = ()
    """Facts that it rests on beside those that the rationale cites."""
    certainty: Degree | None = None
    marking: str = ""

    @property
    def empty(self) -> bool:
        """Whether the cell says nothing of the option; an empty cell counts neither as zero nor as average."""
        return self.score is None and self.leaning is None and self.result is None


class Risk(msgspec.Struct, frozen=True):
    """Something that could go wrong with an option."""

    id: Id
    text: Judging
    likelihood: str = ""
    """A term of the scenario's scale."""
    impact: Degree | None = None
    mitigation: Judging | None = None


class Option(msgspec.Struct, frozen=True):
    """One course of action. Exactly one is the baseline that the others are compared with."""

    id: Id
    name: Words
    definition: Definition | None = None
    """What the option means here, in a sentence or two; printed on the first page."""
    summary: Factual | None = None
    """What is known of it."""
    baseline: bool = False
    mechanism: Judging | None = None
    """How it is meant to work."""
    lead: Factual | None = None
    """Who would lead it."""
    legal_basis: Factual | None = None
    resources: Factual | None = None
    timing: Factual | None = None
    preconditions: Judging | None = None
    benefits: tuple[Point, ...] = ()
    drawbacks: tuple[Point, ...] = ()
    not_choosing: Judging | None = None
    """What follows if it is not chosen."""
    reversibility: Judging | None = None
    implementation: Judging | None = None
    exit: Judging | None = None
    """When and how it ends."""
    risks: tuple[Risk, ...] = ()
    assessments: dict[CriterionRef, Assessment] = {}
    """By criterion."""
    marking: str = ""
