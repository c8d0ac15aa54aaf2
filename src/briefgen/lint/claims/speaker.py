"""Who is said to have said it is named where it is said, and nobody else is."""

from collections.abc import Iterator

from briefgen.agreement.alike import stands_alike, words_alike
from briefgen.agreement.claim import Claim, Grounds
from briefgen.agreement.folding import folded
from briefgen.agreement.heard import beside, heard_of
from briefgen.agreement.lexicon import Lexicon, lexicon
from briefgen.agreement.voices import is_named, labels, telling, telling_names, voices
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import does, grounds, presumed
from briefgen.prose.language import same


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `speaker-not-in-passage`."""
    if claim.kind != "statement":
        return
    for ground in claim.grounds:
        speaker = ground.fact.attributed_to
        words = speaker.texts.get(claim.lang) if speaker else None
        if speaker is None or words is None or len(ground.nearby) < len(ground.fact.evidence):
            continue
        languages = {source.language for source in ground.sources}
        read = lexicon(next(iter(languages))) if len(languages) == 1 else None
        if read is None or (_speaks(words, ground, claim, read) and not _another(words, ground, claim, read)):
            continue
        yield Finding(
            "speaker-not-in-passage",
            f"{speaker.path}.{claim.lang}",
            f"“{words}” is not named as the speaker where {grounds(claim)} {does(claim, 'stand')}.",
            "Give the speaker whom the source names there, or leave `attributed_to` out.",
            severity="warning",
            presumes=presumed(claim),
        )


def _speaks(who: str, ground: Grounds, claim: Claim, read: Lexicon) -> bool:
    """Whether somebody may be the one who says it. `read`: the lexicon of the sources."""
    alike = same(read.code, claim.lang)
    own = [label for label in labels(ground) if label]
    signed = any(source.publisher or source.author for source in ground.sources)
    if any(is_named(who, label, claim.lexicon, True) for label in own):
        return True
    if any(nearby.head and is_named(who, nearby.head, claim.lexicon, alike) for nearby in ground.nearby):
        return True  # an answer, minutes, a letter
    everything = " ".join(nearby.text for nearby in ground.nearby)
    if not alike and not telling_names(who, claim.lexicon) and not is_named(who, everything, claim.lexicon, False):
        return True  # “une infirmière”, where the text has “a nurse”
    heard = [(nearby, voices(nearby, read)) for nearby in ground.nearby]
    told = any(found.told for _, found in heard)
    for nearby, found in heard:
        if told and not found.told:
            if is_named(who, nearby.quote, claim.lexicon, alike):
                return True  # “Imre Dastell (chair)”, beside a quote in which he speaks
            continue
        if found.writer and not signed:
            return True  # a letter, an interview: who speaks is named at its head
        if not found.told and not signed and is_named(who, nearby.text, claim.lexicon, alike):
            return True
        roles = not alike and not any(telling_names(words, read) for words in found.subjects)
        if roles and is_named(who, nearby.text, claim.lexicon, alike):
            return True  # “the union's officers”, in other words
        for words in found.words:
            if is_named(who, words, claim.lexicon, alike):
                return True
            # “The clinic says”: one of its words there, the others near.
            near = is_named(who, nearby.text, claim.lexicon, alike) or not alike
            if near and _hinted(who, words, claim.lexicon, alike):
                return True
    return False


def _another(who: str, ground: Grounds, claim: Claim, read: Lexicon) -> bool:
    """Whether the very clause names another: “the union says that the bureau's figures are too low”."""
    alike = same(read.code, claim.lang)
    parties = heard_of(claim, ground)
    named = [party.words for party in parties if telling_names(party.words, read)]
    mine = telling_names(who, claim.lexicon)
    writing = any(read.voices.first_person.within(folded(nearby.quote)) for nearby in ground.nearby)
    if not mine or not named or len(named) < len(parties) or writing:
        return False
    everything = [nearby.text for nearby in ground.nearby]
    return not any(
        is_named(who, words, claim.lexicon, alike)
        or is_named(words, who, read, alike)
        or beside(mine[-1], telling_names(words, read), everything)
        for words in (*named, *labels(ground))
    )


def _hinted(who: str, words: str, lexicon: Lexicon, alike: bool) -> bool:
    there, known = folded(words), words_alike(words)
    if not alike:
        return any(word in lexicon.voices.bodies and stands_alike(word, known) for word in words_alike(who))
    mine = (folded(word) for word in telling(who, lexicon))
    return any(len(word) >= _HINT and word in there and word not in lexicon.voices.titles for word in mine)


_HINT = 5
"""Letters of a word that may stand for a whole name: “the clinic”."""
