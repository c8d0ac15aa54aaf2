"""Polarity: which words of a text are denied, and which have their opposite in another text."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from briefgen.claims.claim import Claim, Passage
from briefgen.claims.lexicon import Lexicon
from briefgen.claims.lexicon import lexicon as loaded
from briefgen.claims.phrases import Cue, Cues, anchored, blanked
from briefgen.claims.text import before, behind, folded, stem, stems, tokens
from briefgen.markup.sentences import sentences

AROUND = 46
"""Letters around a word in which a denial bears on it."""


def bare(plain: str, lexicon: Lexicon) -> str:
    """A folded text without what only looks like a denial: “not only”. Each rule on denials asks for it."""
    return _bare(plain, lexicon.code)


@lru_cache(4096)
def _bare(plain: str, code: str) -> str:
    lexicon = loaded(code)
    if lexicon is None:
        return plain
    plain = blanked(plain, lexicon.denials.affirming)
    for cue in lexicon.denials.restrictive.find(plain):
        if not lexicon.denials.negation.within(cue.words.partition(" ")[2]):
            plain = _blanked(plain, cue.start, cue.end)
    for cue in lexicon.denials.negation.find(plain):
        before = plain[: cue.start].rsplit(maxsplit=1)
        if before and before[-1] in lexicon.denials.weak_denials:
            plain = _blanked(plain, cue.start, cue.end)  # “sin ningún”: one denial
    # “Did not rule out”, “n'exclut pas”: two denials are none.
    for cue in lexicon.denials.negation.find(plain):
        if lexicon.denials.denying.within(cue.words.partition("'")[2]):
            after = next((each for each in lexicon.denials.negation.find(plain) if 0 < each.start - cue.end <= 3), cue)
            plain = plain[: cue.start] + " " * (after.end - cue.start) + plain[after.end :]
    for cue in lexicon.denials.negation.find(plain):
        for refused in lexicon.denials.denying.find(plain[cue.end : cue.end + 24]):
            start, end = cue.end + refused.start, cue.end + refused.end
            most = 3 if cue.words in lexicon.denials.correlative else 2  # “nor the U.S. has failed to”
            if len(plain[cue.end : start].split()) <= most and not _CLAUSE.search(plain[cue.end : start]):
                behind_it = lexicon.denials.negation.find(plain[end : end + 8])[:1]  # the “pas” of “ne refusent pas”
                if behind_it and behind_it[0].start <= 1:
                    end += behind_it[0].end
                for each in _correlatives(plain, cue.start, end, lexicon):  # “ne manque ni de l'un ni de l'autre”
                    plain = _blanked(plain, each.start, each.end)
                for inner in lexicon.denials.negation.find(plain[cue.start : start]):  # “ne jamais manquer”
                    plain = _blanked(plain, cue.start + inner.start, cue.start + inner.end)
                plain = _blanked(plain, start, end)
                break
    return plain


def _correlatives(plain: str, start: int, end: int, lexicon: Lexicon) -> list[Cue]:
    """The “neither” and “nor” of a clause that belong to a denial between two offsets of it."""
    first = max((found.end() for found in _CLAUSE.finditer(plain, 0, start)), default=0)
    last = next((found.start() for found in _CLAUSE.finditer(plain, end)), len(plain))
    return [
        cue
        for cue in lexicon.denials.negation.find(plain)
        if first <= cue.start < last and cue.words in lexicon.denials.correlative
    ]


def _blanked(plain: str, start: int, end: int) -> str:
    return plain[:start] + " " * (end - start) + plain[end:]


_CLAUSE = re.compile(r"[,;:–—]|(?<!\b[a-z])\.")


# Pairs of opposites, of which a text holds few: found by its words, not by asking for one after another.


def opposites(plain: str, lexicon: Lexicon) -> list[tuple[Cues, Cues]]:
    """Words that may stand in a folded text, each kind with its opposites; in the order of the lexicon."""
    sides = _by_anchor(lexicon.code)
    places = {place for anchor in anchored(plain) if anchor in sides for place in sides[anchor]}
    pairs = list(lexicon.denials.contrasts.values()) if places else []
    return [(pairs[number][side], pairs[number][1 - side]) for number, side in sorted(places)]


@cache
def _by_anchor(code: str) -> dict[str, list[tuple[int, int]]]:
    """Anchor → the pairs that have it, each with the side that it stands on."""
    found: dict[str, list[tuple[int, int]]] = {}
    known = loaded(code)
    for number, pair in enumerate(known.denials.contrasts.values() if known else ()):
        for side, cues in enumerate(pair):
            for anchor in cues.anchors:
                found.setdefault(anchor, []).append((number, side))
    return found


# A word of one text whose opposite stands in another: “open” beside “closed”, “willing” beside “unwilling”.


def contraries(plain: str, theirs: str, lexicon: Lexicon) -> tuple[Cue, Cue] | None:
    """A word of a folded text and its opposite in another, while neither stands in the other."""
    mine_words, its_words = _words(plain), _words(theirs)
    for word in sorted(mine_words - its_words):
        if (other := _contrary(word, its_words - mine_words, lexicon)) is not None:
            start, there_at = plain.index(word), theirs.index(other)
            return Cue(start, start + len(word), word), Cue(there_at, there_at + len(other), other)
    for mine, its in opposites(plain, lexicon):
        found = mine.find(plain)
        there = its.find(theirs) if found else []
        if not found or not there or mine.within(theirs) or its.within(plain):
            continue
        if not _other_way_round(plain, found[0], theirs, there[0], lexicon):
            return found[0], there[0]
    return None


def _words(plain: str) -> set[str]:
    return {token.text for token in tokens(plain) if len(token.text) >= 4}


def _contrary(word: str, others: set[str], lexicon: Lexicon) -> str | None:
    """“Willing” for “unwilling”."""
    for prefix in lexicon.denials.prefixes:
        if prefix + word in others and word.endswith(lexicon.denials.adjective_endings):
            return prefix + word
        rest = word.removeprefix(prefix)
        if rest != word and rest in others and rest.endswith(lexicon.denials.adjective_endings):
            return rest
    return None


def _other_way_round(plain: str, mine: Cue, theirs: str, its: Cue, lexicon: Lexicon) -> bool:
    """Whether what is compared changed places: “boys less often than girls”, for “girls more often than boys”."""
    first, second = before(plain, mine.start, lexicon), behind(plain, mine.end, lexicon)
    one, other = before(theirs, its.start, lexicon), behind(theirs, its.end, lexicon)
    return bool((first & other) - one - second) and bool((second & one) - other - first)


def opposed(denied: str, other: str, lexicon: Lexicon) -> bool:
    """Whether the first words that are denied have their opposite in another text."""
    telling = [word for word in denied.split() if word not in lexicon.small_words and len(word) > 2]
    head = " ".join(telling[:3])
    return any(one.within(head) and two.within(other) for one, two in opposites(head, lexicon))


# Which words of a text stand under a denial: “have not sent troops” denies “sent”, and with it “troops”.

_PIECE = re.compile(r"(?:[^,;:.!?–—()“”«»\"]|[.,](?=\d))+")
"""A stretch between stops and commas."""


class Word(msgspec.Struct, frozen=True):
    """A word of meaning where it stands."""

    stem: str
    start: int
    denied: bool
    head: bool
    """Whether it is the first behind the denial."""
    denial: tuple[int, int]
    """Where the denial stands; two zeros where there is none."""
    piece: tuple[int, int]
    """The stretch between stops and commas that it stands in."""


def polarity(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of meaning of a text, in order."""
    return _polarity(text, lexicon.code)


@lru_cache(4096)
def _polarity(text: str, code: str) -> tuple[Word, ...]:
    lexicon = loaded(code)
    if lexicon is None:
        return ()
    plain = bare(folded(text), lexicon)
    denials = lexicon.denials.negation.find(plain)
    out: list[Word] = []
    words = [
        token
        for token in tokens(plain)
        if token.kind == "word" and len(token.text) > 2 and token.text not in lexicon.small_words
    ]
    for piece in _PIECE.finditer(plain):
        first, last = piece.span()
        here = [cue for cue in denials if first <= cue.start < last]
        telling = [
            token
            for token in words
            if first <= token.start < last and not any(cue.start <= token.start < cue.end for cue in here)
        ]
        for at, token in enumerate(telling):
            before = [cue for cue in here if cue.end <= token.start]
            # “Ne prescrit pas”: the two are one denial, and what stands between them is its head.
            head = bool(before) and not any(other.start > before[0].end for other in telling[:at])
            where = (before[0].start, before[-1].end) if before else (0, 0)
            out.append(Word(stem(token.text, lexicon), token.start, bool(before), head, where, piece.span()))
    return tuple(out)


# A word that is denied in a claim and affirmed in its passages, or the other way about, among the same others.


class Turned(msgspec.Struct, frozen=True):
    """Such a word."""

    denial: tuple[int, int]
    """Where the denial stands, in the claim or in the passage."""
    passage: Passage | None
    """That denies it; none where the claim does."""


def turned(claim: Claim, passages: list[Passage]) -> Turned | None:
    """The first such word: denied in the claim only, or in these passages only."""
    lexicon = claim.lexicon
    mine = polarity(claim.text, lexicon)
    mine_of = defaultdict(list)
    for word in mine:
        mine_of[word.stem].append(word)
    theirs_of = defaultdict(list)
    for passage in passages:
        for other in polarity(passage.text, lexicon):
            theirs_of[other.stem].append((passage, other))
    for word in mine:
        its, same = theirs_of[word.stem], mine_of[word.stem]
        for passage, other in its:
            if word.denied == other.denied or not (word.head or other.head):
                continue
            if any(each.denied for each in same) != all(each.denied for each in same):
                continue
            if any(each.denied != other.denied for _, each in its):
                continue
            if word.denied and claim.computed:
                continue
            if not _same_company(word, claim.text, other, passage.text, lexicon):
                continue
            return Turned(word.denial, None) if word.denied else Turned(other.denial, passage)
    return None


def _same_company(mine: Word, text: str, its: Word, other: str, lexicon: Lexicon) -> bool:
    """Whether two words stand among the same others, and what is denied of the one is said of the other in no other
    way."""
    here, there = text[slice(*mine.piece)], other[slice(*its.piece)]
    first, second = stems(here, lexicon), stems(there, lexicon)
    shared = first & second
    if (
        len(shared) < min(_COMPANY, len(first), len(second))
        or len(shared) < 2
        or len(shared) < _SHARED * min(len(first), len(second))
    ):
        return False
    affirming, word = (text, mine) if its.denied else (other, its)
    start = next((first for first, last in sentences(affirming) if first <= word.start < last), 0)
    affirmed = folded(affirming)[start : _through_colon(affirming, word.piece[1])]
    denied, start = (folded(other), its.denial[1]) if its.denied else (folded(text), mine.denial[1])
    if any(
        cues.within(affirmed) for cues in (lexicon.denials.negation, lexicon.denials.refusal, lexicon.denials.denying)
    ):
        return False
    if lexicon.denials.contrasts["joining-leaving"][1].within(folded(affirming)):
        return False  # who has left is no longer there
    behind_it = denied[start : start + AROUND]
    return not opposed(behind_it, affirmed, lexicon) and not lexicon.denials.refusal.within(
        " ".join(behind_it.split()[:2])
    )


def _through_colon(text: str, end: int) -> int:
    """Where the words end behind a colon or a dash that closes a stretch: “Answer: none received”."""
    if text[end : end + 1] not in {":", "–", "—"}:
        return end
    return next((last for first, last in sentences(text) if first <= end < last), end)


_COMPANY, _SHARED = 3, 0.6
"""Words that two stretches have in common at least, and how many of the shorter's."""


# Whether a text says of what has not been done that it was refused: “have refused” for “have not”.

_NEXT = 3
"""Words behind a denial among which the verb stands."""


def willed(text: str, lexicon: Lexicon, others: Iterable[tuple[str, Lexicon]]) -> Cue | None:
    """The word of refusal in a text, where the others say only that it is not done; None where they refuse too."""
    found = lexicon.denials.refusing.find(folded(text))
    undone = False
    for other, read in others:
        plain = folded(other)
        against = (read.denials.contrasts["accepting-refusing"][1], read.denials.contrasts["for-against"][1])
        if (
            read.denials.refusing.within(plain)
            or read.denials.denying.within(plain)
            or any(cues.within(plain) for cues in against)
        ):
            return None
        for cue in read.denials.undone.find(plain):
            if read.reserves.intention.within(" ".join(plain[cue.end :].split()[:_NEXT])):
                return None  # “has not agreed”, “n'a pas voulu”
            undone = True
    return found[0] if found and undone else None
