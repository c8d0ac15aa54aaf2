"""A claim denies what its passage denies, and affirms what it affirms."""

import re
from collections.abc import Iterator

from briefgen.agreement.claims import Claim, Passage
from briefgen.agreement.cues import Cue
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import Quantity, quantities
from briefgen.agreement.tokens import tokens
from briefgen.agreement.words import before, behind, stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `negation-differs`."""
    if not claim.factual:
        return
    lexicon = claim.lexicon
    passages = [passage for passage in claim.passages if passage.lexicon and passage.lexicon.code == lexicon.code]
    if not passages or len(passages) < len(claim.passages):
        return
    # A sentence is held to the statements that it cites, and those, elsewhere, to their quotes.
    passages = [passage for passage in passages if passage.kind == "statement"] or passages
    theirs = " \n ".join(_bare(folded(passage.text), lexicon) for passage in passages)
    plain = _bare(folded(claim.text), lexicon)
    yield from _direction(claim, passages)
    turned = _opposite(plain, theirs, lexicon)
    shared = {cue.words[:5] for cue in lexicon.refusal.find(plain)} & {
        cue.words[:5] for cue in lexicon.refusal.find(theirs)
    }
    denied, denies = _denial(plain, shared, lexicon), _denial(theirs, shared, lexicon)
    if turned:
        if bool(lexicon.negation.within(plain)) == bool(lexicon.negation.within(theirs)):
            cue, word = turned
            yield at(
                claim, "negation-differs", cue.start, cue.end,
                f"“{claim.text[cue.start:cue.end]}” is the opposite of what {grounds(claim)} says: “{word}”.",
                "Say it as the passage does.",
            )  # fmt: skip
        return
    if denies and not denied:
        dropped = _dropped(claim, passages)
        if dropped:
            yield Finding(
                "negation-differs", claim.path,
                f"{grounds(claim).capitalize()} says “{dropped}”; the claim leaves it out.",
                "Say it as the passage does.", severity="warning",
            )  # fmt: skip
    elif denied and not denies:
        added = _added(claim, passages)
        if added:
            yield at(
                claim, "negation-differs", added.start, added.end,
                f"“{claim.text[added.start:added.end]}”: {grounds(claim)} denies nothing.",
                "Say it as the passage does.",
            )  # fmt: skip


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
                    yield at(
                        claim, "negation-differs", quantity.start, end if end > 0 else len(claim.text),
                        f"“{claim.text[quantity.start:quantity.end]}” is “{its}” in {grounds(claim)}.",
                        "Say it as the passage does.",
                    )  # fmt: skip
                    return


def _side(text: str, quantity: Quantity, lexicon: Lexicon) -> str:
    """`more` or `fewer`, where one of them follows a number at once, or behind what is counted."""
    rest = folded(text[quantity.end : quantity.end + 30])
    for side, cues in (("more", lexicon.more), ("fewer", lexicon.fewer)):
        for cue in cues.find(rest):
            if len(rest[: cue.start].split()) <= (1 if lexicon.code != "en" else 0):
                return side
    return ""


def _bare(plain: str, lexicon: Lexicon) -> str:
    """A folded text without what only looks like a denial: “not only”."""
    for cue in lexicon.affirming.find(plain):
        plain = plain[: cue.start] + " " * (cue.end - cue.start) + plain[cue.end :]
    # “Did not rule out”: two denials are none.
    for cue in lexicon.negation.find(plain):
        for refused in lexicon.denying.find(plain[cue.end : cue.end + 24]):
            start, end = cue.end + refused.start, cue.end + refused.end
            if len(plain[cue.end : start].split()) <= 2 and not _CLAUSE.search(plain[cue.end : start]):
                plain = (
                    plain[: cue.start]
                    + " " * (cue.end - cue.start)
                    + plain[cue.end : start]
                    + " " * (end - start)
                    + plain[end:]
                )
                break
    return plain


_CLAUSE = re.compile(r"[,;:.–—]")


def _denial(plain: str, shared: set[str], lexicon: Lexicon) -> bool:
    """Whether a text denies something, by a word that does not stand in the other too."""
    return lexicon.negation.within(plain) or any(cue.words[:5] not in shared for cue in lexicon.refusal.find(plain))


def _dropped(claim: Claim, passages: list[Passage]) -> str:
    """The words with which a passage denies what the claim affirms."""
    lexicon = claim.lexicon
    mine = stems(claim.text, lexicon)
    for passage in passages:
        plain = _bare(folded(passage.text), lexicon)
        mine_plain = folded(claim.text)
        denying = [cue for cue in lexicon.denying.find(plain) if cue.words[:5] not in mine_plain]
        for cue in (*lexicon.negation.find(plain), *denying):
            around = behind(passage.text, cue.end, lexicon, 4) or before(passage.text, cue.start, lexicon)
            if around and len(around & mine) >= max(1, 0.5 * len(around) - 0.5):
                return passage.text[cue.start : min(len(passage.text), cue.end + 20)].strip()
    return ""


def _added(claim: Claim, passages: list[Passage]) -> Cue | None:
    lexicon = claim.lexicon
    theirs = frozenset().union(*(stems(passage.text, lexicon) for passage in passages))
    plain = _bare(folded(claim.text), lexicon)
    bare = " ".join(_bare(folded(passage.text), lexicon) for passage in passages)
    whole = " ".join(folded(passage.text) for passage in passages)
    # “Ruled out” where the passage says “did not rule out”.
    refusing = [cue for cue in lexicon.denying.find(plain) if cue.words[:4] in whole and cue.words[:4] not in bare]
    for cue in (*lexicon.negation.find(plain), *refusing):
        around = behind(claim.text, cue.end, lexicon, 4) or before(claim.text, cue.start, lexicon)
        if around and len(around & theirs) >= max(1, 0.5 * len(around)):
            return cue
    return None


_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_ADJECTIVE = (
    "ble", "bles", "al", "ales", "aux", "ent", "ents", "ant", "ants", "ente", "entes", "ante", "antes", "ive", "ives", "ivo",
    "iva", "if", "ifs", "ete", "eto", "eta", "ct", "cto", "cta", "ate", "ed", "ing", "lar", "fair", "safe", "happy", "clear",
    "aid", "sold", "known", "seen", "done", "able",
)  # fmt: skip
"""How words end that such a prefix denies; “formation” and “information” have nothing to do with each other."""


def _words(plain: str) -> set[str]:
    return {token.text for token in tokens(plain) if len(token.text) >= 4}


def _contrary(word: str, others: set[str]) -> str | None:
    """“Willing” for “unwilling”."""
    for prefix in _PREFIXES:
        if prefix + word in others and word.endswith(_ADJECTIVE):
            return prefix + word
        rest = word.removeprefix(prefix)
        if rest != word and rest in others and rest.endswith(_ADJECTIVE):
            return rest
    return None


def _opposite(plain: str, theirs: str, lexicon: Lexicon) -> tuple[Cue, str] | None:
    """A word of the claim whose opposite stands in the passages, while neither stands in the other."""
    mine_words, its_words = _words(plain), _words(theirs)
    for word in mine_words - its_words:
        if (other := _contrary(word, its_words - mine_words)) is not None:
            start = plain.index(word)
            return Cue(start, start + len(word), word), other
    for pair in lexicon.opposites:
        for mine, its in (pair, pair[::-1]):
            found, there = mine.find(plain), its.find(theirs)
            if found and there and not mine.within(theirs) and not its.within(plain):
                return found[0], there[0].words
    return None
