"""Criteria: what options are compared on."""

from typing import Annotated, Literal

import msgspec

from briefgen.scenario.model.kinds import Definition, Id, Judging, SupportRef, Words


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
    direction: Literal["more-is-better", "less-is-better"] = "more-is-better"
    """Which end of the scale is the good one. `more-is-better`: the highest score is the best; `less-is-better`: the
    lowest score is the best, as with costs. For example: less-is-better"""
    scale: Scale = Scale()
    """The numbers that a score on it may take; from 1 to 5 where nothing else is said.
    For example: {low: 0, high: 10}"""
    supported_by: tuple[SupportRef, ...] = ()
    """Facts or assumptions that make it matter here, by their ids. For example: [taxi-gap]"""
    marking: str = ""
    """Who may see it. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {criterion-without-support: The council named it.}"""
