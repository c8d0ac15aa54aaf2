"""A claim denies what its passage denies, and affirms what it affirms."""

import re
from collections.abc import Iterator

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.cues import Cue
from briefgen.agreement.dates import Date
from briefgen.agreement.denials import bare
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.matching import match
from briefgen.agreement.opposites import opposites
from briefgen.agreement.polarity import Word, polarity
from briefgen.agreement.quantities import Quantity, quantities
from briefgen.agreement.tokens import tokens
from briefgen.agreement.willed import willed
from briefgen.agreement.words import before, behind, stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import SAY_IT, at, contrary, grounds, left_out, opposite, refused
from briefgen.prose.sentences import sentences

NEAR = 0.7
"""How much of a claim must be in the words of its passages for a denial to tell."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `negation-differs`."""
    if not claim.factual:
        return
    lexicon, passages = claim.lexicon, list(claim.own_passages)
    if not passages:
        return
    if cue := willed(claim.text, lexicon, [(passage.text, lexicon) for passage in passages]):
        yield refused(claim, cue)
        return
    if not claim.near(NEAR):
        held = [passage for passage in passages if passage.kind == "statement"] or passages
        if claim.works_out:
            return
        if turned_word := _turned(claim, held):
            yield turned_word
        return
    # A sentence is held to the statements that it cites, and those, elsewhere, to their quotes.
    passages = [passage for passage in passages if passage.kind == "statement"] or passages
    theirs = " \n ".join(bare(folded(passage.text), lexicon) for passage in passages)
    plain = bare(folded(claim.text), lexicon)
    yield from _direction(claim, passages)
    dated = " \n ".join(_undated(passage.text, passage.dates, lexicon) for passage in passages)
    if turned := _opposite(_undated(claim.text, claim.dates, lexicon), dated, lexicon):
        if lexicon.negation.within(plain) == lexicon.negation.within(theirs):
            cue, word, _ = turned
            yield opposite(claim, cue, word)
            return
        if _denied_there(turned[0], plain, lexicon) or _denied_there(turned[2], theirs, lexicon):
            return  # “not closed” for “open”
    if claim.works_out or _exclusive(claim, passages):
        return  # “two of nine did not approve”, where seven did; “outside the town there is none”
    if turned_word := _turned(claim, passages):
        yield turned_word
        return
    shared = _roots(plain, lexicon) & _roots(theirs, lexicon)
    denied, denies = _denial(plain, shared, lexicon), _denial(theirs, shared, lexicon)
    denied = denied or any(each.kind == "number" and each.value == 0 for each in claim.quantities)  # “7 votes to 0”
    if denies and not denied:
        if dropped := _dropped(claim, passages):
            yield left_out(claim, dropped)
    elif denied and not denies and not claim.computed and (added := _added(claim, passages)):
        yield contrary(claim, added.start, added.end)


def _exclusive(claim: Claim, passages: list[Passage]) -> bool:
    """Whether the claim or its passages say of one thing only what the others deny of all the rest."""
    lexicon, mine = claim.lexicon, folded(claim.text)
    theirs = " \n ".join(folded(passage.text) for passage in passages)
    return any(
        lexicon.exclusive.within(one) and lexicon.outside.within(other) and not lexicon.exclusive.within(other)
        for one, other in ((mine, theirs), (theirs, mine))
    )


def _undated(text: str, when: tuple[Date, ...], lexicon: Lexicon) -> str:
    """A folded text without what only looks like a denial, and without the “end” of “the end of July”."""
    plain = bare(folded(text), lexicon)
    words = lexicon.dates
    for date in when:
        before = plain[max(0, date.start - _PART) : date.start] if date.part else ""
        for cue in (cue for cues in (words.early, words.middle, words.late) for cue in cues.find(before)):
            start = date.start - len(before) + cue.start
            plain = plain[:start] + " " * (cue.end - cue.start) + plain[start + cue.end - cue.start :]
    return plain


_PART = 26
"""Letters before a date in which its part is told."""


def _denied_there(cue: Cue, plain: str, lexicon: Lexicon) -> bool:
    """Whether a word stands behind a denial, in its clause."""
    before = plain[: cue.start].split()[-_CLOSE:]
    return lexicon.negation.within(" ".join(before))


_CLOSE = 4
"""Words between a denial and what it is about."""


def _turned(claim: Claim, passages: list[Passage]) -> Finding | None:
    """A word that is denied in the claim only, or in the passages only, among the same others."""
    lexicon = claim.lexicon
    mine = polarity(claim.text, lexicon)
    theirs = [(passage, word) for passage in passages for word in polarity(passage.text, lexicon)]
    for word in mine:
        its = [(passage, other) for passage, other in theirs if other.stem == word.stem]
        same = [each for each in mine if each.stem == word.stem]
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
            if word.denied:
                start, end = word.denial
                return contrary(claim, start, end)
            start, _ = other.denial
            words = passage.text[start : min(len(passage.text), other.denial[1] + 20)].strip()
            return left_out(claim, words)
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
    if any(cues.within(affirmed) for cues in (lexicon.negation, lexicon.refusal, lexicon.denying)):
        return False
    if lexicon.contrasts["joining-leaving"][1].within(folded(affirming)):
        return False  # who has left is no longer there
    behind_it = denied[start : start + _AROUND]
    return not _opposed(behind_it, affirmed, lexicon) and not lexicon.refusal.within(" ".join(behind_it.split()[:2]))


def _through_colon(text: str, end: int) -> int:
    """Where the words end behind a colon or a dash that closes a stretch: “Answer: none received”."""
    if text[end : end + 1] not in {":", "–", "—"}:
        return end
    return next((last for first, last in sentences(text) if first <= end < last), end)


_COMPANY, _SHARED = 3, 0.6
"""Words that two stretches have in common at least, and how many of the shorter's."""

_ROOT = 5
"""Letters by which two words of denial are the same: “refused”, “refusal”."""


def _roots(plain: str, lexicon: Lexicon) -> set[str]:
    return {cue.words[:_ROOT] for cue in lexicon.refusal.find(plain)}


def _direction(claim: Claim, passages: list[Passage]) -> Iterator[Finding]:
    """“2,900 more” for “2,900 fewer”."""
    lexicon = claim.lexicon
    for quantity in quantities(claim.text, lexicon):
        mine = _side(claim.text, quantity, lexicon)
        if not mine:
            continue
        for passage in passages:
            for other in quantities(passage.text, lexicon):
                its = _side(passage.text, other, lexicon)
                if its and its != mine and match(quantity, [other]).verdict == "same":
                    end = claim.text.find(" ", quantity.end + 1)
                    end = end if end > 0 else len(claim.text)
                    yield at(
                        claim, "negation-differs", quantity.start, end,
                        f"“{claim.text[quantity.start:end].rstrip('.,;')}” is so much {its}, not {mine}, in"
                        f" {grounds(claim)}.",
                        SAY_IT,
                    )  # fmt: skip
                    return


def _side(text: str, quantity: Quantity, lexicon: Lexicon) -> str:
    """`more` or `fewer`, where one of them follows a number at once, or behind what is counted."""
    rest = folded(text[quantity.end : quantity.end + 30])
    for side, cues in (("more", lexicon.more), ("fewer", lexicon.fewer)):
        for cue in cues.find(rest):
            if len(rest[: cue.start].split()) <= lexicon.difference_gap:
                return side
    return ""


_CLAUSE = re.compile(r"[,;:.–—]")


def _denial(plain: str, shared: set[str], lexicon: Lexicon) -> bool:
    """Whether a text denies something, by a word that does not stand in the other too."""
    return lexicon.negation.within(plain) or any(cue.words[:_ROOT] not in shared for cue in lexicon.refusal.find(plain))


def _dropped(claim: Claim, passages: list[Passage]) -> str:
    """The words with which a passage denies what the claim affirms."""
    lexicon = claim.lexicon
    mine, plain_claim = stems(claim.text, lexicon), bare(folded(claim.text), lexicon)
    for passage in passages:
        plain = bare(folded(passage.text), lexicon)
        denying = [cue for cue in lexicon.denying.find(plain) if _refuses(cue, plain, plain_claim, lexicon)]
        for cue in (*lexicon.negation.find(plain), *denying):
            around = behind(passage.text, cue.end, lexicon, 4) or before(passage.text, cue.start, lexicon)
            enough = max(1, 0.5 * len(around) - 0.5)
            if not behind(passage.text, cue.end, lexicon, 1) <= mine:
                continue  # what is denied is not what the claim says
            if _opposed(plain[cue.end : cue.end + _AROUND], plain_claim, lexicon):
                continue
            if around and len(around & mine) >= enough and not _affirmed(around & mine, mine, passage.text, lexicon):
                return passage.text[cue.start : min(len(passage.text), cue.end + 20)].strip()
    return ""


_AROUND = 46
"""Letters around a word in which a denial bears on it."""


def _affirmed(words: frozenset[str], mine: frozenset[str], text: str, lexicon: Lexicon) -> bool:
    """Whether the claim restates another clause of the passage, which affirms these words: “pays for mains. It does not
    pay for links”."""
    text = text.replace(";", "\n\n")
    denying = (lexicon.negation, lexicon.refusal, lexicon.denying)
    affirmed = denied = 0
    for start, end in sentences(text):
        clause = stems(text[start:end], lexicon)
        if words <= clause:
            if any(cues.within(folded(text[start:end])) for cues in denying):
                denied = max(denied, len(clause & mine))
            else:
                affirmed = max(affirmed, len(clause & mine))
    return affirmed > denied


def _refuses(cue: Cue, plain: str, plain_claim: str, lexicon: Lexicon) -> bool:
    """Whether a refusal is one that the claim has not. “Opposer un refus” is one refusal, and the claim may have its
    second word."""
    near = lexicon.refusal.find(plain[cue.end : cue.end + 40])
    return not any(each.words[:_ROOT] in plain_claim for each in (cue, *near))


def _added(claim: Claim, passages: list[Passage]) -> Cue | None:
    lexicon = claim.lexicon
    theirs = frozenset().union(*(stems(passage.text, lexicon) for passage in passages))
    plain = bare(folded(claim.text), lexicon)
    stripped = " ".join(bare(folded(passage.text), lexicon) for passage in passages)
    whole = " ".join(folded(passage.text) for passage in passages)
    # “Ruled out” where the passage says “did not rule out”, or “did not exclude”.
    doubled = lexicon.denying.within(whole) and not lexicon.denying.within(stripped)
    refusing = [
        cue
        for cue in lexicon.denying.find(plain)
        if (cue.words[:4] in whole and cue.words[:4] not in stripped)
        or (doubled and cue.words not in lexicon.weak_denials)
    ]
    for cue in (*lexicon.negation.find(plain), *refusing):
        around = behind(claim.text, cue.end, lexicon, 4) or before(claim.text, cue.start, lexicon)
        if _opposed(plain[cue.end : cue.end + _AROUND], stripped, lexicon):
            continue  # “do not leave the average”, where the passage says “remain in it”
        doubly = lexicon.refusal.find(" ".join(plain[cue.end : cue.end + _AROUND].split()[:2]))
        if doubly and not any(each.words in stripped for each in doubly):
            continue  # “not against”; but “not closed” is the contrary of “closed”
        if around and len(around & theirs) >= max(1, 0.5 * len(around)):
            return cue
    return None


def _opposed(denied: str, other: str, lexicon: Lexicon) -> bool:
    """Whether the first words that are denied have their opposite in another text."""
    telling = [word for word in denied.split() if word not in lexicon.small_words and len(word) > 2]
    head = " ".join(telling[:3])
    return any(one.within(head) and two.within(other) for one, two in opposites(head, lexicon))


def _other_way_round(plain: str, mine: Cue, theirs: str, its: Cue, lexicon: Lexicon) -> bool:
    """Whether what is compared changed places: “boys less often than girls”, for “girls more often than boys”."""
    first, second = before(plain, mine.start, lexicon), behind(plain, mine.end, lexicon)
    one, other = before(theirs, its.start, lexicon), behind(theirs, its.end, lexicon)
    return bool((first & other) - one - second) and bool((second & one) - other - first)


def _words(plain: str) -> set[str]:
    return {token.text for token in tokens(plain) if len(token.text) >= 4}


def _contrary(word: str, others: set[str], lexicon: Lexicon) -> str | None:
    """“Willing” for “unwilling”."""
    for prefix in lexicon.prefixes:
        if prefix + word in others and word.endswith(lexicon.adjective_endings):
            return prefix + word
        rest = word.removeprefix(prefix)
        if rest != word and rest in others and rest.endswith(lexicon.adjective_endings):
            return rest
    return None


def _opposite(plain: str, theirs: str, lexicon: Lexicon) -> tuple[Cue, str, Cue] | None:
    """A word of the claim whose opposite stands in the passages, while neither stands in the other."""
    mine_words, its_words = _words(plain), _words(theirs)
    for word in sorted(mine_words - its_words):
        if (other := _contrary(word, its_words - mine_words, lexicon)) is not None:
            start, there_at = plain.index(word), theirs.index(other)
            return Cue(start, start + len(word), word), other, Cue(there_at, there_at + len(other), other)
    for mine, its in opposites(plain, lexicon):
        found = mine.find(plain)
        there = its.find(theirs) if found else []
        if not found or not there or mine.within(theirs) or its.within(plain):
            continue
        if not _other_way_round(plain, found[0], theirs, there[0], lexicon):
            return found[0], there[0].words, there[0]
    return None
