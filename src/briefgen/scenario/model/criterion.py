"""Criteria: what options are compared on."""

from typing import Literal

import msgspec

from briefgen.scenario.model.kinds import Definition, Id, Judging, SupportRef, Words


class Scale(msgspec.Struct, frozen=True):
    """The numbers that a score may take. `low` is the least, `high` the most, whatever the direction."""

    low: float = 1
    high: float = 5
    unit: Words | None = None
    labels: dict[str, Words] = {}
    """What a number means: `1: none`."""


class Criterion(msgspec.Struct, frozen=True):
    """One thing that options are compared on: weighted, or a screening criterion that an option passes or fails."""

    id: Id
    name: Words
    definition: Definition
    kind: Literal["weighted", "screening"] = "weighted"
    weight: float | None = None
    """Weights of the weighted criteria add up to 100."""
    reason: Judging | None = None
    """Why this weight."""
    direction: Literal["more-is-better", "less-is-better"] = "more-is-better"
    scale: Scale = Scale()
    supported_by: tuple[SupportRef, ...] = ()
    """Facts or assumptions that make it matter here."""
