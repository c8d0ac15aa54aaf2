"""The words of denial in a language."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.agreement.cues import Cues

Contrast: TypeAlias = Literal[
    "confirming-disputing",
    "killed-injured",
    "adopted-voted-down",
    "upwards-downwards",
    "more-less",
    "for-against",
    "accepting-refusing",
    "open-closed",
    "greater-smaller",
    "before-after",
    "success-failure",
    "sound-unsound",
    "better-worse",
    "beginning-end",
    "allowed-banned",
    "included-excluded",
    "admitting-denying",
    "having-lacking",
    "returning-vanishing",
    "taking-losing",
    "clear-murky",
    "remembering-forgetting",
    "keeping-dropping",
    "convicted-cleared",
    "punctual-late",
    "surplus-deficit",
    "hired-dismissed",
    "voluntary-compulsory",
    "arrested-released",
    "encouraging-discouraging",
    "extended-expired",
    "imports-exports",
    "lending-borrowing",
    "strong-weak",
    "north-south",
    "east-west",
    "women-men",
    "urban-rural",
    "summer-winter",
    "public-private",
    "many-few",
    "fulfilled-broken",
    "helping-hindering",
    "hastening-delaying",
    "approving-criticising",
    "joining-leaving",
    "cheap-dear",
    "fast-slow",
    "domestic-foreign",
    "upstream-downstream",
    "morning-evening",
    "permanent-temporary",
    "staying-leaving",
]
"""What two words may be opposites in; the same in all languages."""


class Denials(msgspec.Struct, frozen=True):
    """What turns a statement into its contrary."""

    negation: Cues
    refusal: Cues
    """Words that deny without a “not”: “refuse”, “without”, “lack”."""
    contrasts: Mapping[Contrast, tuple[Cues, Cues]]
    """Words of which a claim may not have the one where its passage has the other."""
    prefixes: tuple[str, ...]
    """That make the contrary of an adjective: `un-`."""
    adjective_endings: tuple[str, ...]
    """How such adjectives end; “formation” and “information” have nothing to do with each other."""
    denying: Cues
    """Of the refusals, those that turn what follows into its contrary: “refused to”."""
    correlative: frozenset[str]
    """Of the denials, those that go together: “neither … nor”."""
    affirming: Cues
    """That hold a “not” and deny nothing: “not only”."""
    weak_denials: frozenset[str]
    """Of the denying words, those that deny a part of the sentence only: “without”."""
    restrictive: Cues
    """That hold a “not” and say “only”, unless another denial stands within: “n'a délivré que”."""
    nobody: Cues
    """That deny of all: “none”."""
    able: Cues
    """That say who can: “able to”."""
    refusing: Cues
    """That say that somebody will not: “refuse”."""
    undone: Cues
    """That say that something has not been done, be it willed or not: “have not”."""
    perfect: Cues
    """That tell of something up to now: “has”."""
