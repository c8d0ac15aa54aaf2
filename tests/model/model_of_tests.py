"""A small model that has one of everything that the reader knows."""

import datetime as dt
from typing import Annotated, Literal

import msgspec

from briefgen.markup.model import Label, Prose
from briefgen.schema import IdType, ProseType, ReferenceType

Id = Annotated[str, IdType()]


class Range(msgspec.Struct, frozen=True):
    low: float
    high: float


class Passage(msgspec.Struct, frozen=True):
    source: Annotated[str, ReferenceType("source")]
    quote: str
    page: str = ""


class Fact(msgspec.Struct, frozen=True):
    id: Id
    statement: Annotated[Prose, ProseType("factual")]
    evidence: tuple[Passage, ...]
    attributed_to: Label | None = None


class Cell(msgspec.Struct, frozen=True):
    score: float | Range | None = None
    certainty: Literal["low", "moderate", "high"] | None = None
    basis: tuple[Annotated[str, ReferenceType("fact")], ...] = ()


class Option(msgspec.Struct, frozen=True):
    id: Id
    name: Label
    summary: Annotated[Prose, ProseType("factual")] | None = None
    baseline: bool = False
    cells: dict[str, Cell] = {}


class Edition(msgspec.Struct, frozen=True):
    number: Annotated[int, msgspec.Meta(ge=1, le=99, description="Counted from 1.", examples=[1])] = 1
    date: dt.date | None = None


class Paper(msgspec.Struct, frozen=True):
    title: Label
    options: tuple[Option, ...]
    facts: tuple[Fact, ...] = ()
    deadline: dt.date | None = None
    edition: Edition = Edition()
    waive: dict[Id, str] = {}
    threshold: Annotated[float, msgspec.Meta(gt=0, le=100)] = 50
    code: Annotated[str, msgspec.Meta(max_length=8)] = ""


GOOD = """\
title: What to do
deadline: 2022-10-28
edition:
  number: 2
options:
  - id: no-action
    name: {en: No action, fr: Ne rien faire}
    baseline: true
  - id: assessment-team
    name: Assessment team
    summary: >
      Ottawa sends a team [@team-agreed].
      It goes [@team-agreed] soon.
    cells:
      us-relations:
        score: 4
        certainty: moderate
        basis: [team-agreed]
      relief: {score: {low: 1, high: 3}}
      cost:
facts:
  - id: team-agreed
    statement: 'Ottawa''s team is agreed.'
    attributed_to: CBC
    evidence:
      - source: article
        quote: a team is agreed
        page: 12
      - source: article
        quote: no
waive:
  long-quote: It is short enough.
"""
