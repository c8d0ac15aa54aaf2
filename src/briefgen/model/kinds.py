"""The kinds of field that the model is made of, as annotations."""

from typing import Annotated, Literal, TypeAlias

import msgspec

from briefgen.markup.model import Kind, Label, Prose


class IdRule(msgspec.Struct, frozen=True):
    """The text is an id: small letters, digits and hyphens, at most `most` of them."""

    most: int = 64


class RefTo(msgspec.Struct, frozen=True):
    """The text is the id of something else: `option`, `fact or assumption`."""

    what: str


class KindOf(msgspec.Struct, frozen=True):
    """What the sentences of a Prose field are by nature."""

    kind: Kind


# The kinds of field that the model is made of.

Id: TypeAlias = Annotated[str, IdRule()]
"""Small letters, digits and hyphens: `team-agreed`."""

Words: TypeAlias = Label
"""Plain words of one line, in one language or by language."""

Factual: TypeAlias = Annotated[Prose, KindOf("factual")]
"""Prose that a source supports: each sentence needs a citation, or a span that says what else it is."""

Definition: TypeAlias = Annotated[Prose, KindOf("definition")]
"""Prose that fixes what is meant, or says something of the paper itself; it needs no citation."""

Judging: TypeAlias = Annotated[Prose, KindOf("judgement")]
"""Prose in which the analyst concludes; shown as such."""

Assumed: TypeAlias = Annotated[Prose, KindOf("assumption")]
"""Prose that is taken as given without evidence; shown as such."""

OptionRef: TypeAlias = Annotated[str, RefTo("option")]
CriterionRef: TypeAlias = Annotated[str, RefTo("criterion")]
SourceRef: TypeAlias = Annotated[str, RefTo("source")]
FactRef: TypeAlias = Annotated[str, RefTo("fact")]
StakeholderRef: TypeAlias = Annotated[str, RefTo("stakeholder")]
SupportRef: TypeAlias = Annotated[str, RefTo("fact or assumption")]

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
