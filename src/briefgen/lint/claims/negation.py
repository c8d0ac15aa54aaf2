"""A claim denies what its passage denies, and affirms what it affirms."""

from collections.abc import Iterator

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.contraries import contraries, opposed
from briefgen.agreement.cues import Cue
from briefgen.agreement.dates import Date
from briefgen.agreement.denials import AROUND, bare
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.turned import turned
from briefgen.agreement.willed import willed
from briefgen.agreement.words import before, behind, stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import contrary, left_out, opposite, refused
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
        yield from _turned(claim, held)
        return
    # A sentence is held to the statements that it cites, and those, elsewhere, to their quotes.
    passages = [passage for passage in passages if passage.kind == "statement"] or passages
    theirs = " \n ".join(bare(folded(passage.text), lexicon) for passage in passages)
    plain = bare(folded(claim.text), lexicon)
    dated = " \n ".join(_undated(passage.text, passage.dates, lexicon) for passage in passages)
    if pair := contraries(_undated(claim.text, claim.dates, lexicon), dated, lexicon):
        if lexicon.denials.negation.within(plain) == lexicon.denials.negation.within(theirs):
            yield opposite(claim, pair[0], pair[1].words)
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
            yield left_out(claim, dropped)
    elif denied and not denies and not claim.computed and (added := _added(claim, passages)):
        yield contrary(claim, added.start, added.end)


def _turned(claim: Claim, passages: list[Passage]) -> Iterator[Finding]:
    """A word that is denied on one side only, among the same others."""
    found = turned(claim, passages)
    if found and found.passage:
        yield left_out(claim, _denied_words(found.passage.text, *found.denial))
    elif found:
        yield contrary(claim, *found.denial)


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
