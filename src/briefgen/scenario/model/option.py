"""Options: the courses of action that are open."""

from typing import Literal

import msgspec

from briefgen.scenario.model.kinds import CriterionRef, Definition, Degree, FactRef, Factual, Id, Judging, Point, Words


class Range(msgspec.Struct, frozen=True):
    """A score that is known only to lie between two numbers."""

    low: float
    """The least that it can be. For example: 3"""
    high: float
    """The most that it can be. For example: 5"""


class Assessment(msgspec.Struct, frozen=True):
    """One option on one criterion. Without score, leaning and result it is an empty cell, and shown as empty."""

    score: float | Range | None = None
    """How the option does, on the criterion's scale: a number, or `{low: 3, high: 5}` where it cannot be said exactly.
    For example: 4"""
    leaning: Literal["for", "against", "mixed"] | None = None
    """What the cell says of the option on this criterion, with or without a score. `for`: it speaks for the option;
    `against`: it speaks against it; `mixed`: it speaks both ways. For example: for"""
    result: Literal["pass", "fail"] | None = None
    """On a screening criterion, in place of a score. `pass`: the option meets it; `fail`: the option does not meet it.
    For example: pass"""
    basis: Literal["stated", "inferred"] = "stated"
    """What the cell rests on. `stated`: the cited passages speak to this; `inferred`: the analyst concludes it from
    them. For example: inferred"""
    rationale: Judging | None = None
    """Why, with citations; in an empty cell, what is missing.
    For example: There is no bus after 23:10 [@last-bus]."""
    evidence: tuple[FactRef, ...] = ()
    """Facts that it rests on beside those that the rationale cites, by their ids. For example: [last-bus]"""
    certainty: Degree | None = None
    """How sure it is that the cell is right. `low`: new evidence may well change it; `moderate`: probably right, though
    evidence could change it; `high`: hardly anything would change it. For example: moderate"""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {negation-differs: “Without” says it too.}"""

    @property
    def empty(self) -> bool:
        """Whether the cell says nothing of the option; an empty cell counts neither as zero nor as average."""
        return self.score is None and self.leaning is None and self.result is None


class Risk(msgspec.Struct, frozen=True):
    """Something that could go wrong with an option."""

    id: Id
    """The short name of the risk; no other risk of the option has it. For example: empty-bus"""
    text: Judging
    """What could go wrong. For example: The bus runs empty."""
    likelihood: str = ""
    """How likely it is, as a term of the scenario's scale. For example: unlikely"""
    impact: Degree | None = None
    """How much harm it would do. `low`: the option would still do what it is for; `moderate`: it would do so in part;
    `high`: it would fail. For example: high"""
    mitigation: Judging | None = None
    """What can be done against it. For example: Count riders from the first night."""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {number-not-in-passage: Ten is our own guess.}"""


class Option(msgspec.Struct, frozen=True):
    """One course of action. Exactly one is the baseline that the others are compared with."""

    id: Id
    """The short name by which assessments, positions and gaps refer to it. For example: trial"""
    name: Words
    """What the paper calls it: a few words. For example: Six-month trial"""
    definition: Definition | None = None
    """What the option means here, in a sentence or two; printed on the first page.
    For example: One bus runs on Friday and Saturday nights until 02:00, for six months."""
    summary: Factual | None = None
    """What is known of it, with citations. For example: One in three would use a night bus [@would-use]."""
    baseline: bool = False
    """Whether the others are compared with it; it is mostly to go on as today. For example: true"""
    mechanism: Judging | None = None
    """How it is meant to work. For example: People without a car can stay out longer, and get home."""
    lead: Factual | None = None
    """Who would lead it. For example: The transport desk [@desk-runs-buses]."""
    legal_basis: Factual | None = None
    """The law or mandate that it would stand on. For example: The town may order services [@transport-act]."""
    resources: Factual | None = None
    """The money, people and things that it takes. For example: One bus and two drivers [@shift-plan]."""
    timing: Factual | None = None
    """When it begins, and how long it takes. For example: The timetable changes in June [@timetable]."""
    preconditions: Judging | None = None
    """What must be in place first. For example: Drivers agree to a late shift."""
    benefits: tuple[Point, ...] = ()
    """What speaks for it, point by point. For example: [{id: home, text: "People get home [@taxi-gap]."}]"""
    drawbacks: tuple[Point, ...] = ()
    """What speaks against it, point by point. For example: [{id: unknown-price, text: Its price is not known.}]"""
    not_choosing: Judging | None = None
    """What follows if it is not chosen. For example: The town goes on guessing how many would ride."""
    reversibility: Judging | None = None
    """Whether it can be undone, and at what price. For example: It can be stopped at the end of any month."""
    implementation: Judging | None = None
    """How it would be carried out. For example: The operator runs it with one of its own buses."""
    exit: Judging | None = None
    """When and how it ends. For example: It ends after six months unless the council renews it."""
    risks: tuple[Risk, ...] = ()
    """What could go wrong. For example: [{id: empty-bus, text: The bus runs empty.}]"""
    assessments: dict[CriterionRef, Assessment] = {}
    """How it does on each criterion, by the criterion's id; a cell that is left out is empty.
    For example: {access: {score: 4, certainty: moderate}}"""
    marking: str = ""
    """Who may see it. For example: TLP:CLEAR"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {option-unequal: The baseline has no timing.}"""
