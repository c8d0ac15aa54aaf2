"""The words around who speaks, in a language."""

import msgspec

from briefgen.agreement.cues import Cues


class Voices(msgspec.Struct, frozen=True):
    """Who says it."""

    saying: Cues
    """Verbs and phrases that name a speaker."""
    titles: frozenset[str]
    """Before names: “Mr”, “President”."""
    stances: Cues
    """What parties do in words, beside saying: “opposes”, “recommends”."""
    according: Cues
    """That stand before who speaks: “according to”."""
    agents: Cues
    """That stand before who did it: “told by”."""
    passives: frozenset[str]
    """Before a verb of which the subject suffers: “was told”."""
    auxiliaries: frozenset[str]
    """That stand between who speaks and the verb: “has said”, “a dit”."""
    relatives: frozenset[str]
    """That take up who was named last: “who”."""
    content: frozenset[str]
    """That open what a noun says: “the accusation that”."""
    first_person: Cues
    """Who speaks of themselves needs no name: “I would advise”."""
    pronouns: frozenset[str]
    """That stand for a speaker named before: “it explained”."""
    bodies: frozenset[str]
    """Nouns in the names of bodies and papers, which are translated: “ministry”, “act”."""
