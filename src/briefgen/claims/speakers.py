"""The speakers of a passage in its source, and of a claim in its passages."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from briefgen.claims.claim import Claim, Grounds, Nearby, Passage
from briefgen.claims.cross_language import exonyms, of_exonyms, stands_alike, words_alike
from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.speech import Saying, said_in, sayings
from briefgen.claims.text import clause, clauses, folded, opened, stems, unquoted
from briefgen.markup.model import same
from briefgen.markup.sentences import sentences


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
        for label in (source.publisher, *source.authors, source.title, source.short):
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


# Who speaks in the passages of a claim, clause by clause: beside what is said, the parties that are named for
# it.


class Party(msgspec.Struct, frozen=True):
    """Words that name who speaks, and the lexicon that reads them."""

    words: str
    lexicon: Lexicon


class Heard(msgspec.Struct, frozen=True):
    """A clause of a passage, and who speaks in it."""

    text: str
    parties: tuple[Party, ...]


_ENOUGH = 0.7
"""How near the clause of another passage must come to the nearest for its speakers to be asked too."""


def heard(saying: Saying, claim: Claim) -> list[Heard]:
    """Of each fact, the clauses of its passages that are nearest to what is said, and whom the fact is attributed to.

    None where one of those who speak is not known."""
    out: list[Heard] = []
    start, end = clause(claim.text, saying.start, claim.lexicon)
    about = stems(claim.text[start:end], claim.lexicon) - stems(saying.subject, claim.lexicon)
    figures = frozenset(value for each in claim.quantities if start <= each.start < end for value in each.values)
    for ground in claim.grounds:
        near = _nearest(ground, claim, about, figures)
        if near is None:
            return []
        attributed = ground.fact.attributed_to
        named = [(words, lexicon(lang)) for lang, words in attributed.texts.items()] if attributed else []
        told = tuple(Party(words, known) for words, known in named if known)
        if told or any(each.parties for each in near):
            out += [*near, Heard("", told)]
        else:
            out.append(Heard("", tuple(_around(ground))))
    return out


def heard_of(claim: Claim, ground: Grounds) -> list[Party]:
    """Who speaks in the clauses of a fact's own passages that are nearest to a claim as a whole; none where nobody is
    named there."""
    about = stems(claim.text, claim.lexicon)
    figures = frozenset(value for each in claim.quantities for value in each.values)
    near = _nearest(ground, claim, about, figures) or []
    return [party for each in near for party in each.parties]


def _nearest(ground: Grounds, claim: Claim, about: frozenset[str], figures: frozenset[float]) -> list[Heard] | None:
    """The clause of each passage that comes nearest, if it comes near enough; None where nobody is named for it."""
    found: list[tuple[float, Heard | None]] = []
    for passage in ground.passages:
        if read := passage.lexicon:
            mine = about if same(passage.lang, claim.lang) else frozenset()
            found.append(max(_clauses(passage, read, mine, figures), key=lambda each: each[0]))
    top = max((likeness for likeness, _ in found), default=0)
    near = [each for likeness, each in found if likeness >= _ENOUGH * top]
    return None if None in near else [each for each in near if each]


def _clauses(
    passage: Passage, read: Lexicon, about: frozenset[str], figures: frozenset[float]
) -> list[tuple[float, Heard | None]]:
    out: list[tuple[float, Heard | None]] = [(-1.0, Heard("", ()))]
    said = sayings(passage.text, read)
    for first, last in clauses(passage.text, read):
        text = passage.text[first:last]
        here = [each for each in said if first <= each.start < last]
        counted = [each for each in passage.quantities if first <= each.start < last]
        likeness = len(stems(text, read) & about) + 2 * sum(not figures.isdisjoint(each.values) for each in counted)
        parties = tuple(Party(each.subject, read) for each in here if each.subject)
        out.append((float(likeness), None if _unnamed(here, said, text, read) else Heard(text, parties)))
    return out


def _unnamed(here: list[Saying], said: tuple[Saying, ...], text: str, read: Lexicon) -> bool:
    """Whether who speaks in a clause is named nowhere in its passage: “she said”, “we advise”."""
    if not here:
        return read.voices.first_person.within(folded(text))
    if any(each.subject and read.voices.first_person.within(folded(each.subject)) for each in here):
        return True
    return any(each.pronoun and not any(other.subject for other in said if other.start < each.start) for each in here)


def _around(ground: Grounds) -> list[Party]:
    """Who speaks where the quotes stand in their text; none where nobody is said to."""
    languages = {source.language for source in ground.sources}
    read = lexicon(next(iter(languages))) if len(languages) == 1 else None
    if read is None:
        return []
    found = [voices(nearby, read) for nearby in ground.nearby]
    if any(each.writer or not each.told for each in found):
        return []
    return [Party(words, read) for each in found for words in each.words]


_BESIDE = 70
"""Letters between two names for one party: “Ruta Hallane, director of Kelmouth Water”."""

_APPOSED = re.compile(
    r"(?:(?:,|\s\()\s?(?:(?!(?:and|et|y)\s)[\w’'-]+,?\s){0,8}|(?:[’']s)?\s(?:(?!(?:and|et|y)\s)[\w’'-]+,?\s){0,4})\(?$"
)
"""What stands between the two: a comma or a bracket, and a few words without “and”."""


def beside(one: str, names: list[str], texts: Iterable[str]) -> bool:
    """Whether a name and one of several others stand beside each other in a text, as for one party."""
    for text in texts:
        for first, second in ((first, second) for name in names for first, second in ((one, name), (name, one))):
            between = re.search(rf"\b{re.escape(first)}\b(.{{0,{_BESIDE}}}?)\b{re.escape(second)}\b", text)
            if between and _APPOSED.match(between[1]):
                return True
    return False
