"""The kinds of field that the model is made of."""

from typing import Annotated, Literal, TypeAlias

import msgspec

from briefgen.markup.model import Label, Prose
from briefgen.schema import IdType, ProseType, ReferenceType

Id: TypeAlias = Annotated[str, IdType()]
"""Small letters, digits and hyphens: `team-agreed`."""

Words: TypeAlias = Label
"""Plain words of one line, in one language or by language."""

Factual: TypeAlias = Annotated[Prose, ProseType("factual")]
"""Prose that a source supports: each sentence needs a citation, or a span that says what else it is."""

Definition: TypeAlias = Annotated[Prose, ProseType("definition")]
"""Prose that fixes what is meant, or says something of the paper itself; it needs no citation."""

Judging: TypeAlias = Annotated[Prose, ProseType("judgement")]
"""Prose in which the analyst concludes; shown as such."""

Assumed: TypeAlias = Annotated[Prose, ProseType("assumption")]
"""Prose that is taken as given without evidence; shown as such."""

OptionRef: TypeAlias = Annotated[str, ReferenceType("option")]
CriterionRef: TypeAlias = Annotated[str, ReferenceType("criterion")]
SourceRef: TypeAlias = Annotated[str, ReferenceType("source")]
FactRef: TypeAlias = Annotated[str, ReferenceType("fact")]
StakeholderRef: TypeAlias = Annotated[str, ReferenceType("stakeholder")]
SupportRef: TypeAlias = Annotated[str, ReferenceType("fact or assumption")]

Degree: TypeAlias = Literal["low", "moderate", "high"]


class Point(msgspec.Struct, frozen=True):
    """One point of an argument."""

    id: Id
    """The short name of the point; no other point of the list has it. For example: keeps-options"""
    text: Judging
    """What it says, with citations of the facts that it rests on.
    For example: People without a car get home [@taxi-gap]."""
    marking: str = ""
    """Who may see it. For example: TLP:AMBER"""
