"""Options, the criteria that they are compared on, and the stakeholders' positions."""

import datetime as dt
from typing import Annotated, Literal, TypeAlias

import msgspec

from briefgen.markup.model import Prose
from briefgen.model.kinds import (
    CriterionRef,
    Definition,
    Degree,
    FactRef,
    Factual,
    Id,
    Judging,
    OptionRef,
    Point,
    StakeholderRef,
    SupportRef,
    Words,
)
from briefgen.schema import FormerKey

BETTER = FormerKey("direction", (("more-is-better", "higher"), ("less-is-better", "lower")))


class Scale(msgspec.Struct, frozen=True):
    """The numbers that a score may take. `low` is the least, `high` the most, whatever the direction."""

    low: float = 1
    """The least number that a score may be. For example: 1"""
    high: float = 5
    """The greatest number that a score may be. For example: 5"""
    unit: Words | None = None
    """What is counted or measured, where the numbers are more than grades. For example: euros a year"""
    labels: dict[str, Words] = {}
    """What a number means. For example: {1: none, 3: some, 5: all}"""
    value: dict[str, Annotated[float, msgspec.Meta(ge=0, le=100)]] = {}
    """What scores between the ends are worth, where it is not in proportion: 0 at the bad end, 100 at the good one.
    For example: {2: 50, 3: 80}"""


class Swing(msgspec.Struct, frozen=True):
    """The change on a criterion that its weight was given for."""

    worst: Definition
    """The worst outcome considered. For example: Nobody without a car gets home after 23:10."""
    best: Definition
    """The best outcome considered. For example: Everybody gets home until 02:00."""


class Criterion(msgspec.Struct, frozen=True):
    """One thing that options are compared on: weighted, or a screening criterion that an option passes or fails."""

    id: Id
    """The short name by which assessments and gaps refer to it. For example: access"""
    name: Words
    """What the paper calls it, in its tables too: a few words. For example: Getting home"""
    definition: Definition
    """What exactly is compared, so that two analysts would score alike.
    For example: Whether people without a car get home after 23:10."""
    kind: Literal["weighted", "screening"] = "weighted"
    """How it is used. `weighted`: options get a score on it, and it has a weight; `screening`: an option passes or
    fails it, and it has no weight. For example: weighted"""
    weight: float | None = None
    """How much it counts, in percent: weights of the weighted criteria add up to 100. For example: 60"""
    reason: Judging | None = None
    """Why this weight. For example: It is what residents ask for [@taxi-gap]."""
    swing: Swing | None = None
    """From what to what the weight was given. For example: {worst: Nobody gets home., best: All get home.}"""
    better: Annotated[Literal["higher", "lower"], BETTER] = "higher"
    """Which scores are better. `higher`: the highest score is the best; `lower`: the lowest score is the best, as with
    costs. For example: lower"""
    scale: Scale = Scale()
    """The numbers that a score on it may take; from 1 to 5 where nothing else is said.
    For example: {low: 0, high: 10}"""
    facts: Annotated[tuple[SupportRef, ...], FormerKey("supported_by")] = ()
    """The facts that make it matter here, by their ids; where there are none, assumptions. For example: [taxi-gap]"""
    marking: str = ""
    """Who may see it. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {criterion-without-support: The council named it.}"""


# Stakeholders: parties with interests, memberships and, per option, a position.

Stance: TypeAlias = Literal["supports", "opposes", "conditional", "mixed", "neutral", "not-stated"]


class Position(msgspec.Struct, frozen=True):
    """Where a party stands on an option."""

    stance: Stance
    """Where the party stands on the option. `supports`: it is for the option; `opposes`: it is against it;
    `conditional`: it is for it on conditions; `mixed`: some of it speaks for, some against; `neutral`: it says that it
    takes no side; `not-stated`: the sources do not say. For example: supports"""
    basis: Literal["stated", "inferred"] | None = None
    """How the stance is known: `inferred` where it is left out, unless the stance is `not-stated`. `stated`: the source
    says so; `inferred`: the analyst concludes it. For example: stated"""
    text: Factual | None = None
    """The position in words, with the citation that carries it.
    For example: One in three would use it [@would-use]."""
    marking: str = ""
    """Who may see it. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {scope-widened: The board speaks for all members.}"""


class Stakeholder(msgspec.Struct, frozen=True):
    """A party with interests, memberships and, per option, a position."""

    id: Id
    """The short name by which memberships refer to it. For example: taxi-firm"""
    name: Words
    """What the paper calls it. For example: Lindby Taxi"""
    role: Factual | None = None
    """Who it is, and what it has to do with the decision.
    For example: The taxi firm that wrote to the survey [@taxi-firm]."""
    interests: Factual | None = None
    """What it wants or has to lose. For example: Late rides are a third of its income [@taxi-firm]."""
    group: Words | None = None
    """What kind of party it is; parties of the same group are listed together. For example: Local businesses"""
    influence: Degree | None = None
    """How far it can bring about or hinder the decision. `low`: hardly; `moderate`: in part; `high`: decisively.
    For example: moderate"""
    members_of: tuple[StakeholderRef, ...] = ()
    """Stakeholders that it belongs to, by their ids. For example: [chamber-of-trade]"""
    positions: dict[OptionRef, Position] = {}
    """Where it stands, by the option's id; an option that is left out is `not-stated`.
    For example: {trial: {stance: opposes, basis: stated}}"""
    marking: str = ""
    """Who may see it. For example: TLP:CLEAR"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {name-not-in-passage: It is the new name of the board.}"""


# Options: the courses of action that are open.


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
    basis: Literal["stated", "inferred"] = "inferred"
    """Whether a source says so. `stated`: the cited passages say it of this option and criterion; `inferred`: the
    analyst concludes it, as where this key is left out. For example: stated"""
    reason: Annotated[Judging | None, FormerKey("rationale")] = None
    """Why, with citations; in an empty cell, what is missing.
    For example: There is no bus after 23:10 [@last-bus]."""
    facts: Annotated[tuple[FactRef, ...], FormerKey("evidence")] = ()
    """The facts that it rests on, by their ids, in addition to those that the reason cites. For example: [last-bus]"""
    confidence: Annotated[Degree | None, FormerKey("certainty")] = None
    """How likely the cell is to be right. `low`: new evidence may well change it; `moderate`: probably right, though
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
    owner: Words | None = None
    """Who answers for it. For example: Transport desk"""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {number-not-in-passage: Ten is our own guess.}"""


class Cost(msgspec.Struct, frozen=True):
    """What an option costs, as a range."""

    low: float
    """The least that it costs. For example: 40000"""
    high: float
    """The most that it costs; where the cost is known exactly, the same as `low`. For example: 55000"""
    unit: Words
    """The currency, and the period where the cost recurs. For example: euros a year"""
    until: dt.date | None = None
    """The day up to which the cost is counted. For example: 2026-12-31"""
    facts: tuple[FactRef, ...] = ()
    """The facts that it rests on, by their ids. For example: [offer]"""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {range-reversed: It is a saving.}"""


class Reversibility(msgspec.Struct, frozen=True):
    """Whether an option can be undone."""

    answer: Literal["yes", "partly", "no"]
    """Whether it can be undone. `yes`: all of it; `partly`: some of it, or at a price; `no`: none of it.
    For example: partly"""
    text: Judging | None = None
    """What can be undone, and at what price. For example: It can be stopped at the end of any month."""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {number-not-in-passage: The month is our own guess.}"""


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
    cost: Cost | None = None
    """What it costs, as a range. For example: {low: 40000, high: 55000, unit: euros a year, facts: [offer]}"""
    ready: Judging | None = None
    """How soon it could begin. For example: Six weeks after the decision [@shift-plan]."""
    preconditions: Judging | None = None
    """What must be in place first. For example: Drivers agree to a late shift."""
    benefits: tuple[Point, ...] = ()
    """What speaks for it, point by point. For example: [{id: home, text: "People get home [@taxi-gap]."}]"""
    drawbacks: tuple[Point, ...] = ()
    """What speaks against it, point by point. For example: [{id: unknown-price, text: Its price is not known.}]"""
    if_not_chosen: Annotated[Judging | None, FormerKey("not_choosing")] = None
    """What follows if it is not chosen. For example: The town goes on guessing how many would ride."""
    reversibility: Judging | Reversibility | None = None
    """Whether it can be undone, and at what price: a text, or an answer with a text.
    For example: {answer: yes, text: It can be stopped at the end of any month.}"""
    implementation: Judging | None = None
    """How it would be carried out. For example: The operator runs it with one of its own buses."""
    exit: Judging | None = None
    """When and how it ends. For example: It ends after six months unless the council renews it."""
    risks: tuple[Risk, ...] = ()
    """What could go wrong. For example: [{id: empty-bus, text: The bus runs empty.}]"""
    assessments: dict[CriterionRef, Assessment] = {}
    """How it does on each criterion, by the criterion's id; a cell that is left out is empty.
    For example: {access: {score: 4, basis: stated}}"""
    marking: str = ""
    """Who may see it. For example: TLP:CLEAR"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {option-unequal: The baseline has no timing.}"""

    @property
    def reversibility_text(self) -> Prose | None:
        """Whether it can be undone, in words."""
        given = self.reversibility
        return given.text if isinstance(given, Reversibility) else given
