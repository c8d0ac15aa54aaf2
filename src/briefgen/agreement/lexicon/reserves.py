"""The words of reserve in a language."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.agreement.cues import Cues

Hedge: TypeAlias = Literal["quantifier", "allegation", "doubt", "wish", "intention", "condition", "extent", "so-far"]
"""What keeps a statement from being a plain one about all, for ever."""


class Reserves(msgspec.Struct, frozen=True):
    """What keeps a statement from being a plain one about all, for ever; how likely and how sure it is said to be."""

    allegation: Cues
    suspicions: Cues
    """Of these, what somebody else is said to have done: naming who speaks of it leaves it a suspicion."""
    doubt: Cues
    """Evidence, likelihood, appearance: whatever keeps a statement from being a plain one."""
    intention: Cues
    future: frozenset[str]
    """Of these, those that keep no doubt: what may be is not what will be."""
    condition: Cues
    extent: Cues
    """Often, mostly, in part."""
    so_far: Cues
    unreserved: Cues
    """That hold a word of reserve and make none: “even if”, “the most crowded”."""
    possible: Cues
    """That leave open how likely something is: “may”, “could”."""
    not_possible: Cues
    """That hold such a word and say something else: “could not” is that it was not able to."""
    likelihoods: Mapping[str, tuple[str, ...]]
    """A term of the scales of likelihood → how it is said; under no term at all, what belongs to no scale."""
    comparing: Cues
    """That hold a word of likelihood and state none: “more likely”."""
    confidence: Cues
    """That say how sure the analyst is: “high confidence”, “we are confident”."""
    weighty: Mapping[Hedge, Cues]
    """Of each kind of hedge, the words that a claim may not drop. The lists above are longer: whatever of them stands
    in the claim keeps the hedge."""
