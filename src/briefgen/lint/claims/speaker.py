"""Who is said to have said it is named where it is said, and nobody else is."""

import re
from collections.abc import Iterator

from briefgen.agreement.claim import Claim, Grounds
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.sentences import sentences
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import does, grounds
from briefgen.prose.language import same

_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ][\w'’-]+")


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `speaker-not-in-passage`."""
    if claim.kind != "statement":
        return
    for ground in claim.grounds:
        speaker = ground.fact.attributed_to
        words = speaker.texts.get(claim.lang) if speaker else None
        if speaker is None or words is None or len(ground.nearby) < len(ground.fact.evidence):
            continue
        if not all(same(source.language, claim.lang) for source in ground.sources):
            continue
        if any(_named(words, stretch, claim.lexicon) for stretch in _stretches(words, ground, claim.lexicon)):
            continue
        yield Finding(
            "speaker-not-in-passage",
            f"{speaker.path}.{claim.lang}",
            f"“{words}” is not named as the speaker where {grounds(claim)} {does(claim, 'stand')}.",
            "Give the speaker whom the source names there, or leave `attributed_to` out.",
            severity="warning",
        )


def _stretches(words: str, ground: Grounds, lexicon: Lexicon) -> Iterator[str]:
    """Where the speaker may be named: in the sentence of the quote, if that one names who speaks; else near it."""
    for source in ground.sources:
        for label in (source.publisher, source.author, source.title, source.short):
            if label:
                yield " ".join(label.texts.values())
    for nearby in ground.nearby:
        text = nearby.text
        start, end = len(nearby.before), len(nearby.before) + len(nearby.quote)
        touching = [span for span in sentences(text) if span[0] < end and start < span[1]]
        sentence = text[touching[0][0] : touching[-1][1]] if touching else nearby.quote
        # “The clinic says”: one of its words there, the others near.
        own = lexicon.first_person.within(folded(sentence)) and not any(sign in sentence for sign in "“«")
        if own and not _speaks(sentence, lexicon):
            yield words  # a letter, an interview: who speaks is named at its head
        yield sentence if _speaks(sentence, lexicon) and not _hinted(words, sentence, lexicon) else text


def _hinted(words: str, sentence: str, lexicon: Lexicon) -> bool:
    there = frozenset(_WORD.findall(folded(sentence)))
    mine = [folded(word) for word in _WORD.findall(words)]
    return any(len(word) >= 5 and word in there and word not in lexicon.titles for word in mine)


def _speaks(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence says who speaks: a verb of saying with a name, not only “she said”."""
    plain = folded(sentence)
    for cue in lexicon.saying.find(plain):
        before = plain[: cue.start].split()
        if before and before[-1] in lexicon.pronouns:
            continue
        near = sentence[max(0, cue.start - 60) : cue.end + 60]
        offset = max(0, cue.start - 60)
        for name in _NAME.finditer(near):
            word = folded(name[0])
            opens = offset + name.start() == 0
            if not opens and word not in lexicon.capitalised and word not in lexicon.small_words:
                return True
            if opens and word not in lexicon.small_words and word not in lexicon.capitalised:
                return True
    return False


def _named(words: str, stretch: str, lexicon: Lexicon) -> bool:
    text = frozenset(_WORD.findall(folded(stretch)))
    mine = [word for word in _WORD.findall(words) if folded(word) not in lexicon.small_words]
    names = [
        word
        for word in mine
        if word[:1].isupper() and folded(word) not in lexicon.titles and folded(word) not in lexicon.capitalised
    ]
    # A person goes by the last name, a body by most of its words.
    wanted = names or mine
    stand = [word for word in wanted if _stands(folded(word), text)]
    return not wanted or (2 * len(stand) >= len(wanted) and (len(names) != 2 or wanted[-1] in stand))


def _stands(word: str, text: frozenset[str]) -> bool:
    root = word[: max(4, len(word) - 2)]
    return word in text or (len(word) > 4 and any(other.startswith(root) for other in text))
