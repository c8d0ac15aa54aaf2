"""A claim denies what its passage denies, and affirms what it affirms, in one language or across two."""

from collections.abc import Iterator
from itertools import chain, islice

from briefgen.claims.claim import Claim, Passage
from briefgen.claims.cross_language import Abroad, abroad, speaks_of, texts_abroad
from briefgen.claims.dates import Date
from briefgen.claims.lexicon import Contrast, Lexicon
from briefgen.claims.negation import AROUND, bare, contraries, opposed, turned, willed
from briefgen.claims.phrases import Cue
from briefgen.claims.rules.finding import SAY_IT, at, does, grounds, grounds_do, of_whole
from briefgen.claims.text import before, behind, folded, stems
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.markup.sentences import sentences

NEAR = 0.7
"""How much of a claim must be in the words of its passages for a denial to tell."""


NEGATION_DIFFERS = Code(
    "negation-differs",
    "warning",
    """
    A claim that denies what its passage says, or the other way round.

    Only one of the two has a `not`, a `refused` or a `without`. Or a word in the claim is the opposite of one in the
    passage: rise and fall, accept and reject, more and fewer.

    ## Why it matters

    One small word reverses a finding, and it is easily lost when a sentence is shortened.

    ## Example

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: The drivers refuse night work.
        evidence:
          - source: panel
            quote: The drivers do not refuse night work
    ```

    ## How to fix it

    Say it as the passage does. If the passage denies one thing and affirms another, quote only the words that support
    the statement.

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: The drivers do not refuse night work.
        evidence:
          - source: panel
            quote: The drivers do not refuse night work
    ```
    """,
)


@rule(NEGATION_DIFFERS)
def check_negation(claim: Claim) -> Iterator[Finding]:
    """A claim denies what its passage denies, and affirms what it affirms."""
    if not claim.factual:
        return
    lexicon, passages = claim.lexicon, list(claim.own_passages)
    if not passages:
        return
    if cue := willed(claim.text, lexicon, [(passage.text, lexicon) for passage in passages]):
        yield _refusal(claim, cue)
        return
    if not claim.near(NEAR):
        held = [passage for passage in passages if passage.kind == "statement"] or passages
        if claim.works_out:
            return
        yield from _turned(claim, held)
        return
    # A sentence is held to the statements that it cites, and those, elsewhere, to their quotes.
    passages = [passage for passage in passages if passage.kind == "statement"] or passages
    theirs = " \n ".join(bare(folded(passage.text), lexicon) for passage in passages)
    plain = bare(folded(claim.text), lexicon)
    dated = " \n ".join(_undated(passage.text, passage.dates, lexicon) for passage in passages)
    if pair := contraries(_undated(claim.text, claim.dates, lexicon), dated, lexicon):
        if lexicon.denials.negation.within(plain) == lexicon.denials.negation.within(theirs):
            yield _opposite(claim, pair[0], pair[1].words)
            return
        if _denied_there(pair[0], plain, lexicon) or _denied_there(pair[1], theirs, lexicon):
            return  # “not closed” for “open”
    if claim.works_out or _exclusive(claim, passages):
        return  # “two of nine did not approve”, where seven did; “outside the town there is none”
    if found := list(_turned(claim, passages)):
        yield from found
        return
    shared = _roots(plain, lexicon) & _roots(theirs, lexicon)
    denied, denies = _denial(plain, shared, lexicon), _denial(theirs, shared, lexicon)
    denied = denied or any(each.kind == "number" and each.value == 0 for each in claim.quantities)  # “7 votes to 0”
    if denies and not denied:
        if dropped := _dropped(claim, passages):
            yield _left_out(claim, dropped)
    elif denied and not denies and not claim.computed and (added := _added(claim, passages)):
        yield _contrary(claim, added.start, added.end)


def _turned(claim: Claim, passages: list[Passage]) -> Iterator[Finding]:
    """A word that is denied on one side only, among the same others."""
    found = turned(claim, passages)
    if found and found.passage:
        yield _left_out(claim, _denied_words(found.passage.text, *found.denial))
    elif found:
        yield _contrary(claim, *found.denial)


def _denied_words(text: str, start: int, end: int) -> str:
    """A denial of a passage with a little of what stands behind it."""
    return text[start : min(len(text), end + 20)].strip()


def _exclusive(claim: Claim, passages: list[Passage]) -> bool:
    """Whether the claim or its passages say of one thing only what the others deny of all the rest."""
    lexicon, mine = claim.lexicon, folded(claim.text)
    theirs = " \n ".join(folded(passage.text) for passage in passages)
    return any(
        lexicon.scope.exclusive.within(one)
        and lexicon.scope.outside.within(other)
        and not lexicon.scope.exclusive.within(other)
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
    return lexicon.denials.negation.within(" ".join(before))


_CLOSE = 4
"""Words between a denial and what it is about."""


_ROOT = 5
"""Letters by which two words of denial are the same: “refused”, “refusal”."""


def _roots(plain: str, lexicon: Lexicon) -> set[str]:
    return {cue.words[:_ROOT] for cue in lexicon.denials.refusal.find(plain)}


def _denial(plain: str, shared: set[str], lexicon: Lexicon) -> bool:
    """Whether a text denies something, by a word that does not stand in the other too."""
    return lexicon.denials.negation.within(plain) or any(
        cue.words[:_ROOT] not in shared for cue in lexicon.denials.refusal.find(plain)
    )


def _dropped(claim: Claim, passages: list[Passage]) -> str:
    """The words with which a passage denies what the claim affirms."""
    lexicon = claim.lexicon
    mine, plain_claim = stems(claim.text, lexicon), bare(folded(claim.text), lexicon)
    for passage in passages:
        plain = bare(folded(passage.text), lexicon)
        denying = [cue for cue in lexicon.denials.denying.find(plain) if _refuses(cue, plain, plain_claim, lexicon)]
        for cue in (*lexicon.denials.negation.find(plain), *denying):
            around = behind(passage.text, cue.end, lexicon, 4) or before(passage.text, cue.start, lexicon)
            enough = max(1, 0.5 * len(around) - 0.5)
            if not behind(passage.text, cue.end, lexicon, 1) <= mine:
                continue  # what is denied is not what the claim says
            if opposed(plain[cue.end : cue.end + AROUND], plain_claim, lexicon):
                continue
            if around and len(around & mine) >= enough and not _affirmed(around & mine, mine, passage.text, lexicon):
                return _denied_words(passage.text, cue.start, cue.end)
    return ""


def _affirmed(words: frozenset[str], mine: frozenset[str], text: str, lexicon: Lexicon) -> bool:
    """Whether the claim restates another clause of the passage, which affirms these words: “pays for mains. It does not
    pay for links”."""
    text = text.replace(";", "\n\n")
    denying = (lexicon.denials.negation, lexicon.denials.refusal, lexicon.denials.denying)
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
    near = lexicon.denials.refusal.find(plain[cue.end : cue.end + 40])
    return not any(each.words[:_ROOT] in plain_claim for each in (cue, *near))


def _added(claim: Claim, passages: list[Passage]) -> Cue | None:
    lexicon = claim.lexicon
    theirs = frozenset().union(*(stems(passage.text, lexicon) for passage in passages))
    plain = bare(folded(claim.text), lexicon)
    stripped = " ".join(bare(folded(passage.text), lexicon) for passage in passages)
    whole = " ".join(folded(passage.text) for passage in passages)
    # “Ruled out” where the passage says “did not rule out”, or “did not exclude”.
    doubled = lexicon.denials.denying.within(whole) and not lexicon.denials.denying.within(stripped)
    refusing = [
        cue
        for cue in lexicon.denials.denying.find(plain)
        if (cue.words[:4] in whole and cue.words[:4] not in stripped)
        or (doubled and cue.words not in lexicon.denials.weak_denials)
    ]
    for cue in (*lexicon.denials.negation.find(plain), *refusing):
        around = behind(claim.text, cue.end, lexicon, 4) or before(claim.text, cue.start, lexicon)
        if opposed(plain[cue.end : cue.end + AROUND], stripped, lexicon):
            continue  # “do not leave the average”, where the passage says “remain in it”
        doubly = lexicon.denials.refusal.find(" ".join(plain[cue.end : cue.end + AROUND].split()[:2]))
        if doubly and not any(each.words in stripped for each in doubly):
            continue  # “not against”; but “not closed” is the contrary of “closed”
        if around and len(around & theirs) >= max(1, 0.5 * len(around)):
            return cue
    return None


# A claim denies what its passage in another language denies, and affirms what it affirms.

_SURE: tuple[Contrast, ...] = (
    "for-against", "accepting-refusing", "open-closed", "more-less", "allowed-banned", "success-failure",
    "arrested-released", "admitting-denying", "taking-losing", "returning-vanishing", "many-few", "killed-injured",
    "hired-dismissed", "extended-expired", "helping-hindering", "approving-criticising",
)  # fmt: skip
"""Opposites of which the words have one meaning in every language."""


@rule(NEGATION_DIFFERS)
def check_negation_across_languages(claim: Claim) -> Iterator[Finding]:
    """A claim in another language than its passage denies what the passage denies, and affirms what it affirms."""
    if not claim.factual or not claim.foreign:
        return
    found = chain(
        _dropped_across_languages(claim),
        _added_across_languages(claim),
        _willed(claim),
        _refused(claim),
        _opposites(claim),
    )
    yield from islice(found, 1)


def _near(claim: Claim) -> list[Abroad]:
    """The passages in other languages that speak of what the claim does; all of them where none is known to."""
    return [there for there in abroad(claim) if speaks_of(claim, there)] or list(abroad(claim))


def _denied(claim: Claim) -> bool:
    return claim.lexicon.denials.negation.within(bare(folded(claim.text), claim.lexicon))


def _dropped_across_languages(claim: Claim) -> Iterator[Finding]:
    """A denial that the claim does not have, by whatever word."""
    own, mine = claim.lexicon, bare(folded(claim.text), claim.lexicon)
    if any(cues.within(mine) for cues in (own.denials.negation, own.denials.refusal, own.denials.denying)):
        return
    alone = len(list(abroad(claim))) == 1
    for there in _near(claim):
        plain = bare(folded(there.text), there.lexicon)
        denies = there.lexicon.denials.negation.find(plain) or there.lexicon.denials.denying.find(plain)
        if denies and (alone or speaks_of(claim, there, strictly=True)):
            yield _left_out(claim, there.text[denies[0].start : min(len(there.text), denies[0].end + 20)].strip())


def _added_across_languages(claim: Claim) -> Iterator[Finding]:
    """A denial of the claim, where no passage has a word of one."""
    if _denied(claim) and not any(_denies(there, folded(there.text)) for there in abroad(claim)) and _near(claim):
        cue = claim.lexicon.denials.negation.find(bare(folded(claim.text), claim.lexicon))[0]
        yield _contrary(claim, cue.start, cue.end)


def _denies(there: Abroad, plain: str) -> bool:
    read = there.lexicon
    return any(cues.within(plain) for cues in (read.denials.negation, read.denials.refusal, read.denials.denying))


def _willed(claim: Claim) -> Iterator[Finding]:
    """A refusal, where it has only not been done."""
    texts = [(passage.text, read) for passage in texts_abroad(claim) if (read := passage.lexicon)]
    if claim.foreign and (cue := willed(claim.text, claim.lexicon, texts)):
        yield _refusal(claim, cue)


def _refused(claim: Claim) -> Iterator[Finding]:
    """“Opposes it”, where the passage says “does not oppose it”."""
    own, mine = claim.lexicon, bare(folded(claim.text), claim.lexicon)
    refusing = [cue for cue in own.denials.denying.find(mine) if cue.words not in own.denials.weak_denials]
    doubled = any(there.lexicon.denials.denying.within(folded(there.text)) for there in _near(claim))
    denied = any(_denies(there, bare(folded(there.text), there.lexicon)) for there in abroad(claim))
    if refusing and doubled and not denied:
        yield _contrary(claim, refusing[0].start, refusing[0].end)


def _opposites(claim: Claim) -> Iterator[Finding]:
    """A word whose opposite stands in the passages, while neither stands in the other."""
    near = _near(claim)
    if not near:
        return
    mine, read = bare(folded(claim.text), claim.lexicon), near[0].lexicon
    whole = " \n ".join(bare(folded(there.text), there.lexicon) for there in near)
    if _denied(claim) != read.denials.negation.within(whole):
        return
    for kind in _SURE:
        own_pair, their_pair = claim.lexicon.denials.contrasts.get(kind), read.denials.contrasts.get(kind)
        if own_pair is None or their_pair is None:
            continue
        for one, other in ((0, 1), (1, 0)):
            found, there = own_pair[one].find(mine), their_pair[other].find(whole)
            if found and there and not own_pair[other].within(mine) and not their_pair[one].within(whole):
                yield _opposite(claim, found[0], there[0].words)


def _refusal(claim: Claim, cue: Cue) -> Finding:
    """A finding that a claim makes a refusal of what has only not been done."""
    return at(
        claim, NEGATION_DIFFERS, cue.start, cue.end,
        f"“{claim.text[cue.start:cue.end]}” says that somebody will not; {grounds(claim)} {does(claim, 'say')} only"
        " that it has not been done.",
        SAY_IT,
    )  # fmt: skip


def _contrary(claim: Claim, start: int, end: int) -> Finding:
    """A denial at a stretch of the claim's words that its passages do not have."""
    return at(
        claim, NEGATION_DIFFERS, start, end,
        f"“{claim.text[start:end]}” makes the claim the contrary of what {grounds(claim)} {does(claim, 'say')}.",
        SAY_IT,
    )  # fmt: skip


def _left_out(claim: Claim, denial: str) -> Finding:
    """A denial of the passages that the claim does not have."""
    message = f"{grounds_do(claim, 'say')} “{denial}”; the claim leaves that out."
    return of_whole(claim, NEGATION_DIFFERS, message, SAY_IT)


def _opposite(claim: Claim, cue: Cue, word: str) -> Finding:
    """A word of the claim whose opposite stands in its passages."""
    return at(
        claim, NEGATION_DIFFERS, cue.start, cue.end,
        f"“{claim.text[cue.start:cue.end]}” is the opposite of “{word}”, which {grounds(claim)} {does(claim, 'say')}.",
        SAY_IT,
    )  # fmt: skip
