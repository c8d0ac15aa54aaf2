"""Who speaks where a quote stands in its source, and whether somebody is one of them."""

import re
from collections.abc import Iterator

import msgspec

from briefgen.agreement.alike import exonyms, of_exonyms, stands_alike, words_alike
from briefgen.agreement.claim import Grounds, Nearby
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.quoted import opened, unquoted
from briefgen.agreement.speakers import Saying, said_in
from briefgen.prose.sentences import sentences


class Voices(msgspec.Struct, frozen=True):
    """Who may be said to speak in a passage."""

    words: tuple[str, ...]
    """That name them, each with what stands beside the name."""
    told: bool
    """Whether the text says who speaks; else it is whoever wrote it."""
    subjects: tuple[str, ...] = ()
    """The bare words for them: “the union's officers”."""
    writer: bool = False
    """Whether whoever wrote it speaks: “we advise”."""


def voices(nearby: Nearby, lexicon: Lexicon) -> Voices:
    """Of a quote in its text: who speaks in its sentence; where nobody does, who spoke last."""
    text = nearby.text
    start, end = len(nearby.before), len(nearby.before) + len(nearby.quote)
    all_spans = sentences(text)
    spans = [span for span in all_spans if span[0] < end and start < span[1]]
    first, last = (spans[0][0], spans[-1][1]) if spans else (start, end)
    here = [saying for span in spans for saying in said_in(text, span, lexicon)]
    sentence = text[first:last]
    first_person = lexicon.voices.first_person.within(folded(unquoted(sentence)))
    if here:
        earlier = [subject for each in here if each.pronoun and (subject := _subject(each, text, lexicon))]
        return Voices((sentence, *earlier), True, tuple(each.subject for each in here), first_person)
    if first_person:
        return Voices((), False, writer=True)
    before = _last_before(text, first, lexicon)
    behind = _first_behind(text, last, lexicon) if opened(text, start) else None
    words = [sentence, *(_subject(each, text, lexicon) for each in (before, behind) if each)]
    return Voices(tuple(filter(None, words)), False)


def _last_before(text: str, at: int, lexicon: Lexicon) -> Saying | None:
    """Who spoke last before an offset: sentence after sentence is read backwards until somebody does."""
    spans = [span for span in sentences(text) if span[0] < at]
    said = (each for span in reversed(spans) for each in reversed(said_in(text, span, lexicon)))
    return next((each for each in said if each.end <= at), None)


def _first_behind(text: str, at: int, lexicon: Lexicon) -> Saying | None:
    """Who speaks first behind an offset."""
    said = (each for span in sentences(text) if at <= span[0] for each in said_in(text, span, lexicon))
    return next(said, None)


def _subject(saying: Saying, text: str, lexicon: Lexicon) -> str:
    """Who says it; for a pronoun, who was named last, and the sentences before."""
    if not saying.pronoun:
        return saying.subject
    spans = [span for span in sentences(text) if span[0] < saying.start]
    said = (each for span in reversed(spans) for each in reversed(said_in(text, span, lexicon)))
    earlier = next((each.subject for each in said if each.start < saying.start and each.subject), "")
    before = [text[start:end] for start, end in spans if end <= saying.sentence[0]][-2:]
    return " ".join(filter(None, (earlier, *before)))


def labels(ground: Grounds) -> Iterator[str]:
    """Who wrote or published the sources of a fact, and their titles."""
    for source in ground.sources:
        for label in (source.publisher, source.author, source.title, source.short):
            if label:
                yield " ".join(label.texts.values())


_WORD = re.compile(r"[^\W_]+")


def is_named(who: str, words: str, lexicon: Lexicon, same_language: bool) -> bool:
    """Whether somebody is named in some words: a person by the last name, a body by most of its words."""
    wanted = telling(who, lexicon)
    if not wanted:
        return True
    there = words_alike(words)
    shared = exonyms(who) & there
    if shared and all(of_exonyms(folded(word), shared) for word in telling_names(who, lexicon)):
        return True  # not “CBC Canada News”, for Canada is not who speaks
    stand = [word for word in wanted if _stands(folded(word), there, same_language)]
    named = telling_names(who, lexicon)
    if not same_language and any(folded(word) not in lexicon.voices.bodies for word in named):
        return any(_stands_abroad(part, there, lexicon) for part in who.split(","))
    return 2 * len(stand) >= len(wanted) and (len(named) != 2 or wanted[-1] in stand)


def _stands_abroad(who: str, there: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a name may stand in another language: its last word does, or most. The nouns in the names of bodies are
    translated, and do not count."""
    kept = [word for word in telling_names(who, lexicon) if folded(word) not in lexicon.voices.bodies]
    stand = [word for word in kept if _stands(folded(word), there, False)]
    return bool(kept) and (kept[-1] in stand or 3 * len(stand) >= 2 * len(kept))


def telling(who: str, lexicon: Lexicon) -> list[str]:
    """The words by which somebody is known: the names, where there are any; else all that are not small."""
    return telling_names(who, lexicon) or [
        word for word in _WORD.findall(who) if folded(word) not in lexicon.small_words
    ]


def telling_names(who: str, lexicon: Lexicon) -> list[str]:
    """The proper names among the words for somebody; a title is none."""
    return [
        word
        for word in _WORD.findall(who)
        if word[:1].isupper() and folded(word) not in lexicon.small_words | lexicon.voices.titles | lexicon.capitalised
    ]


def _stands(word: str, there: frozenset[str], same_language: bool) -> bool:
    if word in there:
        return True
    if not same_language:
        return stands_alike(word, there)
    root = word[: max(4, len(word) - 2)]
    return len(word) > 4 and any(other.startswith(root) for other in there)
