"""Reported speech: who says what in a text."""

import re
from functools import lru_cache

import msgspec

from briefgen.claims.lexicon import Lexicon
from briefgen.claims.lexicon import lexicon as loaded
from briefgen.claims.phrases import Cue
from briefgen.claims.text import folded, unquoted
from briefgen.markup.sentences import sentences


class Saying(msgspec.Struct, frozen=True):
    """Somebody says something. Offsets are those of the text."""

    start: int
    end: int
    """Of the word of saying."""
    subject: str
    """The words that name who speaks; empty where only a pronoun stands there, or nobody."""
    at: int
    """Where the subject begins."""
    sentence: tuple[int, int]
    pronoun: bool = False
    """Whether who speaks is named before: “it explained”."""


def sayings(text: str, lexicon: Lexicon) -> tuple[Saying, ...]:
    """All of them, in order."""
    return _sayings(text, lexicon.code)


@lru_cache(4096)
def _sayings(text: str, code: str) -> tuple[Saying, ...]:
    lexicon = loaded(code)
    if lexicon is None:
        return ()
    return tuple(saying for span in sentences(text) for saying in said_in(text, span, lexicon))


def said_in(text: str, sentence: tuple[int, int], lexicon: Lexicon) -> tuple[Saying, ...]:
    """Those of one sentence of a text."""
    return _said_in(text, sentence, lexicon.code)


def _said_in(text: str, span: tuple[int, int], code: str) -> tuple[Saying, ...]:
    lexicon = loaded(code)
    if lexicon is None:
        return ()
    bare = unquoted(text)
    plain = folded(bare)
    here = plain[span[0] : span[1]]
    found = [
        cue
        for cues in (lexicon.voices.according, lexicon.voices.saying, lexicon.voices.stances)
        for cue in cues.find(here)
    ]
    out: list[Saying] = []
    for cue in sorted(found, key=lambda cue: (cue.start, -cue.end)):
        start = span[0] + cue.start
        if out and start < out[-1].end:
            continue
        said = _said(text, bare, plain, Cue(start, span[0] + cue.end, cue.words), span, out, lexicon)
        if said and (said.subject or said.pronoun):
            out.append(said)
    return tuple(out)


def unattributed(text: str, lexicon: Lexicon) -> str:
    """A text without who says it, and that it is said, letter for letter; the whole, where nothing would be left."""
    rest = text
    for saying in sayings(text, lexicon):
        for start, end in ((saying.at, saying.at + len(saying.subject)), (saying.start, saying.end)):
            rest = rest[:start] + " " * (end - start) + rest[end:]
    return rest if len(rest.split()) > _MOST // 2 else text


_QUOTES = '”»"'
_STOPS = ";:.(—–!?"
_MOST = 9
"""Words that name who speaks."""

_NAMED = re.compile(r",\s[A-ZÀ-ÖØ-Þ][\w'’-]+\s[A-ZÀ-ÖØ-Þ]")
"""A comma and a name of two words."""

_AGENT = 15
"""Letters behind a word of saying in which “by” stands."""

_REACH = 1_000
"""Letters before a word of saying in which its subject stands."""

_COMPOUND_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LAST = re.compile(r"(?<![^\W_])[^\W_]++$")


def _said(
    whole: str, text: str, plain: str, cue: Cue, span: tuple[int, int], before: list[Saying], lexicon: Lexicon
) -> Saying | None:
    """A word of saying with its subject; None where nobody says anything: “was told”, “the report”."""
    if behind := _named_behind(text, plain, cue, span, lexicon):
        return behind
    clause = max(span[0], max(text.rfind(sign, 0, cue.start) + 1 for sign in _STOPS))
    comma = max(clause, text.rfind(",", clause, cue.start) + 1)
    words = [
        (found.start(), plain[found.start() : found.end()])
        for found in _COMPOUND_WORD.finditer(text, max(comma, cue.start - _REACH), cue.start)
    ]
    last = words[-1][1] if words else ""
    if _says_nothing(last, lexicon):
        return None
    joiners = lexicon.numerals.joiners
    joining = [n for n, (_, word) in enumerate(words) if word in lexicon.opening and word not in joiners]
    telling = any(_tells(word, lexicon) for _, word in words)
    if last in joiners or last in lexicon.contrasting or (joining and not telling):
        same = next((each for each in reversed(before) if each.sentence == span), None)
        if same:  # “disputes that figure and puts”
            return Saying(cue.start, cue.end, same.subject, same.at, span, same.pronoun)
        if not telling and not any(word in lexicon.voices.pronouns for _, word in words):
            return None
    relative = next((at for at, word in words if word in lexicon.voices.relatives), None)
    if relative is not None and not any(at > relative and _tells(word, lexicon) for at, word in words):
        return _of(cue, text, _segment(text, clause, relative, 1), relative, span, lexicon)
    if (
        telling and words[0][1] in lexicon.determiners and comma > clause
    ):  # “Monique Clesca, a member of the group, said”
        return _of(cue, text, _segment(text, clause, comma), cue.start, span, lexicon)
    own = words[joining[-1] + 1 :] if joining else words  # “that it opposes”: the subject is “it”
    if any(_tells(word, lexicon) for _, word in own):
        return _of(cue, text, own[-_MOST:][0][0], cue.start, span, lexicon)
    if any(word in lexicon.voices.pronouns for _, word in own):
        return Saying(cue.start, cue.end, "", cue.start, span, pronoun=True)
    end = _behind(text, cue.end, span[1])
    apposed = text.count(",", clause, cue.start) > 1 and not set(_QUOTES) & set(whole[clause : cue.start])
    if not apposed and _names(text[cue.end : end], lexicon):  # “…”, said the mayor
        return _of(cue, text, cue.end, end, span, lexicon)
    return _of(cue, text, _segment(text, clause, comma), cue.start, span, lexicon)


def _says_nothing(before: str, lexicon: Lexicon) -> bool:
    """Whether a word of saying says nothing behind such a word: “was told”, “the report”."""
    if before in lexicon.voices.passives or before in lexicon.determiners:
        return True
    return before in lexicon.prepositions and before not in lexicon.voices.auxiliaries


def _of(cue: Cue, text: str, start: int, end: int, span: tuple[int, int], lexicon: Lexicon) -> Saying:
    """A saying whose subject is a stretch of the text, without the “has” of “has said”."""
    subject = text[start:end].rstrip(" ,")
    while (last := _LAST.search(subject)) and (
        folded(last[0]) in lexicon.voices.auxiliaries or lexicon.denials.negation.within(folded(last[0]))
    ):
        subject = subject[: last.start()].rstrip(" ,")
    bare = subject.lstrip(" ,")
    return Saying(cue.start, cue.end, bare, start + len(subject) - len(bare), span)


def _named_behind(text: str, plain: str, cue: Cue, span: tuple[int, int], lexicon: Lexicon) -> Saying | None:
    """“According to” with who is named behind it, and “put by”."""
    if lexicon.voices.according.within(cue.words):
        end = _behind(text, cue.end, span[1])
        if folded(text[cue.end : end]).strip() in lexicon.voices.pronouns:
            return Saying(cue.start, cue.end, "", cue.start, span, pronoun=True)
        return _of(cue, text, cue.end, end, span, lexicon)
    by = lexicon.voices.agents.find(plain[cue.start : cue.end + _AGENT])
    if not by or plain[cue.end : cue.start + by[0].start].strip():
        return None
    start = cue.start + by[0].end
    return _of(Cue(cue.start, start, cue.words), text, start, _behind(text, start, span[1]), span, lexicon)


def _tells(word: str, lexicon: Lexicon) -> bool:
    return len(word) > 2 and word not in lexicon.small_words


def _behind(text: str, start: int, end: int) -> int:
    """Where the words end that stand behind a word of saying, up to a stop."""
    stop = min((at for sign in _STOPS + "," if (at := text.find(sign, start + 1, end)) >= 0), default=end)
    if text[stop : stop + 1] == "," and _NAMED.match(text, stop):  # “the minister, Ann Moor”
        stop = min((at for sign in _STOPS + "," if (at := text.find(sign, stop + 1, end)) >= 0), default=end)
    words = list(_COMPOUND_WORD.finditer(text, start, stop))
    return words[_MOST - 1].end() if len(words) >= _MOST else stop


def _segment(text: str, clause: int, end: int, pieces: int = 2) -> int:
    """Where the last pieces before a comma begin: two of “Monique Clesca, a former official, said”."""
    start = len(text[:end].rstrip(" ,"))
    for _ in range(pieces):
        start = max(clause, text.rfind(",", clause, max(clause, start - 1)) + 1)
    return start


def _names(words: str, lexicon: Lexicon) -> bool:
    """Whether words behind a verb are its subject: they open with an article and a noun, or with a name."""
    found = list(_COMPOUND_WORD.finditer(words))[:2]
    if not found:
        return False
    first = folded(found[0][0])
    if found[0][0][:1].isupper() and (first not in lexicon.small_words or first in lexicon.voices.titles):
        return True
    return len(found) > 1 and first in lexicon.determiners


def names(words: str, lexicon: Lexicon) -> frozenset[str]:
    """The proper names among some words, folded: those with a capital that are no title."""
    found = (word for word in re.findall(r"[^\W_]+", words) if word[:1].isupper() and len(word) > 1)
    return frozenset(
        plain
        for word in found
        if (plain := folded(word)) not in lexicon.voices.titles | lexicon.capitalised | lexicon.small_words
    )
