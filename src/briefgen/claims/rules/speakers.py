"""The speaker of a claim speaks in its passages, and is named where the passage names one."""

import re
from collections.abc import Iterator

from briefgen.claims.claim import Claim, Grounds
from briefgen.claims.cross_language import exonyms, stands_alike, words_alike
from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.rules.finding import at, does, grounds, presumed
from briefgen.claims.speakers import Party, beside, heard, heard_of, is_named, labels, telling, telling_names, voices
from briefgen.claims.speech import Saying, sayings
from briefgen.claims.text import folded, stems
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.markup.model import same

SPEAKER_NOT_IN_PASSAGE = Code(
    "speaker-not-in-passage",
    "warning",
    """
    `attributed_to` names somebody who does not say this in the source.

    The text near the quote names the speaker, and it is somebody else. Or the name is not there at all. Or a claim that
    names its speaker (“according to …”) names another one than its passages do.

    The publisher, author and title of the source are always allowed. briefgen can only check this with the text of the
    source.

    ## Why it matters

    Who says something matters as much as what is said.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        attributed_to: Anna Weber
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```

    ## How to fix it

    Name the speaker that the source names there, or leave `attributed_to` out. If “she” is named only further up, add a
    second quote that contains the name.

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```
    """,
)


@rule(SPEAKER_NOT_IN_PASSAGE)
def check_speakers(claim: Claim) -> Iterator[Finding]:
    """A claim that names its speaker names the one in its passages."""
    if not claim.factual:
        return
    for saying in sayings(claim.text, claim.lexicon):
        if saying.subject and _may_speak(saying, claim) and _another_speaks(saying, claim):
            yield at(
                claim, SPEAKER_NOT_IN_PASSAGE, saying.at, max(saying.end, saying.at + len(saying.subject)),
                f"It is not “{saying.subject}” who speaks in {grounds(claim)}.",
                "Name who says it there.",
            )  # fmt: skip
            return


_LAST = re.compile(r"[^\W_]+(?=\W*$)")


def _may_speak(saying: Saying, claim: Claim) -> bool:
    """Whether words may be who speaks: “the mayor”, not “40 per cent”, nor the “in a” of “in a declared drought”."""
    end = saying.at + len(saying.subject)
    last = _LAST.search(folded(saying.subject))
    if last is None or last[0] in claim.lexicon.definite | claim.lexicon.numerals.articles:
        return False
    plain = folded(saying.subject)
    if claim.lexicon.denials.nobody.within(plain) or claim.lexicon.scope.quantifiers.within(plain):
        return False
    return not any(each.overlaps(saying.at, end) for each in claim.quantities)


def _another_speaks(saying: Saying, claim: Claim) -> bool:
    """Whether somebody else says it in the passages, and they name who."""
    who, own = saying.subject, claim.lexicon
    found = heard(saying, claim)
    parties = [party for each in found for party in each.parties]
    if _says_so(saying, claim):
        return False
    if _denies_too(saying, claim):
        return False
    signed = [Party(label, own) for ground in claim.grounds for label in labels(ground)]
    if not parties or any(_meet(who, party, own) for party in (*parties, *signed)):
        return False
    mine = telling_names(who, own)
    theirs = [telling_names(party.words, party.lexicon) for party in parties]
    if all(_of_others(who, party) for party in parties):
        return True
    telling = [name for name in mine if folded(name) not in own.voices.bodies]
    if not telling and not all(same(party.lexicon.code, own.code) for party in parties):
        return False  # which body or office it is, words in two languages do not tell
    if mine and not any(each.parties for each in found if each.text) and _in_passages(mine, claim):
        return False  # whom a party speaks of, the fact attributes to whoever reports it
    roles = [word for word in _role(folded(who)) if word in own.voices.titles]
    if mine and _in_passages(mine, claim) and any(word in folded(party.words) for word in roles for party in parties):
        return False  # “the chairman of Alba Milk”, who is “its chairman, Peder Holm”
    if mine and any(theirs):
        return not any(beside(mine[-1], names, _everything(claim)) for names in theirs)
    if any(_meet(who, other, own) for other in _others(parties, claim)):
        return True
    if mine:
        near = any(mine[-1] in text for text in _everything(claim))
        return near and not any(beside(mine[-1], _role(party.words), _everything(claim)) for party in parties)
    if any(beside(word, names, _everything(claim)) for word in _role(who) for names in theirs):
        return False  # “Ms Oduya, water engineer”
    return _elsewhere(stems(who, own), claim)


def _says_so(saying: Saying, claim: Claim) -> bool:
    """Whether a passage has the very words: the same verb with the same subject, in whichever clause."""
    verb, who = stems(claim.text[saying.start : saying.end], claim.lexicon), stems(saying.subject, claim.lexicon)
    for passage in claim.passages:
        if same(passage.lang, claim.lang) and verb and who:
            for other in sayings(passage.text, claim.lexicon):
                named = stems(other.subject, claim.lexicon)
                if who <= named and verb <= stems(passage.text[other.start : other.end], claim.lexicon):
                    return True
    return False


def _denies_too(saying: Saying, claim: Claim) -> bool:
    """Whether who denies or does not answer in the claim does so in a passage, of which another clause says what it is
    about: “the governor rejects this”."""
    own = claim.lexicon
    if not _denies(claim.text, saying, own):
        return False
    return any(
        each.subject and _denies(passage.text, each, read) and _meet(saying.subject, Party(each.subject, read), own)
        for passage in claim.passages
        if (read := passage.lexicon)
        for each in sayings(passage.text, read)
    )


def _denies(text: str, saying: Saying, read: Lexicon) -> bool:
    words = folded(text[min(saying.at, saying.start) : saying.end])
    return any(cues.within(words) for cues in (read.denials.negation, read.denials.refusal, read.denials.denying))


_WORD = re.compile(r"[^\W_]+")
_SMALL = 3
"""Letters of the small words among those for a role."""


def _role(words: str) -> list[str]:
    return [word for word in _WORD.findall(words) if len(word) > _SMALL]


def _in_passages(names: list[str], claim: Claim) -> bool:
    said = frozenset().union(*(words_alike(passage.text) for passage in claim.passages))
    return all(folded(name) in said for name in names)


def _elsewhere(subject: frozenset[str], claim: Claim) -> bool:
    """Whether a party is spoken of near the passages, and not in them."""
    about = frozenset().union(*(stems(passage.text, claim.lexicon) for passage in claim.own_passages))
    everywhere = frozenset().union(*(stems(text, claim.lexicon) for text in _everything(claim)))
    return bool(subject) and not subject & about and subject <= everywhere


def _of_others(who: str, party: Party) -> bool:
    """Whether two phrases name countries, or great bodies, and others: “Haitian officials”, “Canadian officials”."""
    mine, its = exonyms(who), exonyms(party.words)
    return bool(mine and its) and not mine & its


def _meet(who: str, party: Party, own: Lexicon) -> bool:
    """Whether two phrases may name one party."""
    if _of_others(who, party):
        return False
    alike = same(party.lexicon.code, own.code)
    mine, its = telling_names(who, own), telling_names(party.words, party.lexicon)
    if alike and not (mine and its):
        return bool(stems(who, own) & stems(party.words, own))
    return is_named(who, party.words, own, alike) or is_named(party.words, who, party.lexicon, alike)


def _others(parties: list[Party], claim: Claim) -> list[Party]:
    """Who else speaks in the passages or near them."""
    texts = [(passage.text, passage.lexicon) for passage in claim.passages]
    for ground in claim.grounds:
        read = lexicon(ground.sources[0].language) if ground.sources else None
        texts += [(nearby.text, read) for nearby in ground.nearby]
    return [
        Party(each.subject, read)
        for text, read in texts
        if read
        for each in sayings(text, read)
        if each.subject and not any(each.subject in party.words for party in parties)
    ]


def _everything(claim: Claim) -> Iterator[str]:
    for ground in claim.grounds:
        yield from (nearby.text for nearby in ground.nearby)
        yield from (passage.text for passage in ground.passages)
        if ground.fact.attributed_to:
            yield from ground.fact.attributed_to.texts.values()
        yield from labels(ground)


# Who is said to have said it is named where it is said, and nobody else is.


@rule(SPEAKER_NOT_IN_PASSAGE)
def check_attribution(claim: Claim) -> Iterator[Finding]:
    """`attributed_to` names the speaker in the source."""
    if claim.kind != "statement":
        return
    for ground in claim.grounds:
        speaker = ground.fact.attributed_to
        words = speaker.texts.get(claim.lang) if speaker else None
        if speaker is None or words is None or len(ground.nearby) < len(ground.fact.evidence):
            continue
        languages = {source.language for source in ground.sources}
        read = lexicon(next(iter(languages))) if len(languages) == 1 else None
        if read is None or (
            _speaks(words, ground, claim, read) and not _clause_names_another(words, ground, claim, read)
        ):
            continue
        yield SPEAKER_NOT_IN_PASSAGE.finding(
            f"{speaker.path}.{claim.lang}",
            f"“{words}” is not named as the speaker where {grounds(claim)} {does(claim, 'stand')}.",
            "Give the speaker whom the source names there, or leave `attributed_to` out.",
            presumes=presumed(claim),
        )


def _speaks(who: str, ground: Grounds, claim: Claim, read: Lexicon) -> bool:
    """Whether somebody may be the one who says it. `read`: the lexicon of the sources."""
    alike = same(read.code, claim.lang)
    own = [label for label in labels(ground) if label]
    signed = any(source.publisher or source.authors for source in ground.sources)
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


def _clause_names_another(who: str, ground: Grounds, claim: Claim, read: Lexicon) -> bool:
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
