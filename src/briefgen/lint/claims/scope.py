"""A claim is about no more than its passage: not the country for the capital, not all for some."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from briefgen.agreement.alike import stands_alike, words_alike
from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.cues import Cue, blanked
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.quantities import apart, quantities
from briefgen.agreement.words import behind, stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, beyond, does, grounds_do, of_whole

NEAR = 0.6
"""How much of a claim must be in the words of its passages for a wider word to tell."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `scope-widened`."""
    if not claim.factual:
        return
    passages = claim.own_passages
    if not passages or not claim.near(NEAR):
        return
    theirs = " \n ".join(folded(passage.text) for passage in passages)
    found = chain(
        _all(claim, theirs),
        _wide(claim, theirs),
        _within(claim, passages),
        _parts(claim, passages),
        _of_several(claim, passages),
        _uncounted(claim, passages),
        _asked(claim, passages),
    )
    yield from islice(found, 1)  # the others mostly say the same again


def _all(claim: Claim, theirs: str) -> Iterator[Finding]:
    """“All” where the passage says “some”, or nothing."""
    lexicon = claim.lexicon
    theirs_bare = blanked(theirs, lexicon.scope.unanimity)
    if lexicon.scope.universal.within(theirs_bare) or lexicon.denials.nobody.within(theirs):  # “nobody” is all, too
        return
    plain = blanked(folded(claim.text), lexicon.scope.idle)
    counted = quantities(claim.text, lexicon)
    seeming = lexicon.scope.seeming_universal.find(plain)
    for cue in lexicon.scope.universal.find(plain):
        if any(each.start <= cue.start < each.end for each in seeming):
            continue
        if lexicon.denials.negation.within(
            " ".join(plain[: cue.start].split()[-_CLOSE:] + plain[cue.end :].split()[:_CLOSE])
        ):
            continue  # “not all”, “toutes n'ont pas”
        if lexicon.scope.unanimity.within(cue.words) and lexicon.scope.unanimity.within(theirs):
            continue
        if any(each.start <= cue.start < each.end or 0 <= each.start - cue.end <= 5 for each in counted):  # “all three”
            continue
        if any(plain[max(each.end, each.after) : cue.start] in {" ", "  "} for each in counted):  # “62 litres each”
            continue
        if any(cues.within(plain[cue.start : cue.end + 12]) for cues in lexicon.amounts.per.values()):  # “each year”
            continue
        if any(each.start <= cue.start < each.end for each in lexicon.scope.quantifiers.find(plain)):
            continue  # “nearly all”
        after = re.findall(r"[^\W_]+", plain[cue.end : cue.end + 30])[:1]
        if (
            cue.words in lexicon.scope.each
            and after
            and re.search(rf"\b(?:per|par|por|a)\s{re.escape(after[0])}\b", theirs)
        ):
            continue  # “in each direction”, where the passage says “per direction”
        if plain[cue.end :].split()[:1] and plain[cue.end :].split()[0] in lexicon.amounts.units:  # “each litre”
            continue
        yield beyond(claim, cue, f"{does(claim, 'say')} nothing of all")
        return


_CLOSE = 4
"""Words between a word for all and one that denies it."""


def _wide(claim: Claim, theirs: str) -> Iterator[Finding]:
    """The country, where the passage speaks of a city."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    if lexicon.scope.wide_places.within(theirs) or not lexicon.scope.narrow_places.within(theirs):
        return
    narrow = {cue.words for cue in lexicon.scope.narrow_places.find(theirs)}
    if narrow & {cue.words for cue in lexicon.scope.narrow_places.find(plain)}:
        return
    for cue in lexicon.scope.wide_places.find(plain):
        yield beyond(claim, cue, f"{does(claim, 'speak')} of “{sorted(narrow)[0]}”")
        return


def _within(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“Velmora” for “Velmora's port district”."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    if lexicon.scope.narrow_places.within(plain) or lexicon.scope.wide_places.within(plain):
        return
    mine = stems(claim.text, lexicon)
    for passage in passages:
        for cue in lexicon.scope.narrow_places.find(folded(passage.text)):
            whole = _whole(passage.text, cue, lexicon)
            if whole and (stems(whole, lexicon) <= mine or stands_alike(folded(whole), words_alike(claim.text))):
                words = passage.text[cue.start : cue.end]
                yield of_whole(
                    claim, "scope-widened",
                    f"{grounds_do(claim, 'speak')} of “{words}” within {whole}; the claim speaks of {whole}.",
                    f"Say “{words}” too.",
                )  # fmt: skip
                return


_OWNER = re.compile(r"([A-ZÀ-ÖØ-Þ][\w-]+)['’]s?(?:\s[\w-]+)?\s$")
_OF = re.compile(r"\s(?:of|de|d['’]|du|del)\s?([A-ZÀ-ÖØ-Þ][\w-]+)")
"""In every language, since names are kept in the one that they come from."""


_ADJECTIVE = re.compile(r"([A-ZÀ-ÖØ-Þ][\w-]+)\s$")
_BEHIND = re.compile(r"\s([a-zà-öø-ÿ]{5,}(?:ien|ienne|aise|ais|ois|oise|ana|ano|ense|ina|ino|esa|ola|ol|ne|na|no))\b")


def _whole(text: str, cue: Cue, lexicon: Lexicon) -> str:
    """The place that a part of is named: before it with a possessive, or behind it."""
    owner = _OWNER.search(text[: cue.start]) or (
        None if cue.words in lexicon.scope.settlements else _OF.match(text[cue.end :])
    )
    if owner is None and cue.words in lexicon.scope.capitals:  # “the Haitian capital”, “la capitale haïtienne”
        owner = _ADJECTIVE.search(text[: cue.start]) or _BEHIND.match(text[cue.end :])
    return owner[1] if owner and folded(owner[1]) not in lexicon.small_words else ""


def _parts(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“The party” for “members of the party”."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    mine = stems(claim.text, lexicon)
    narrowing = (lexicon.scope.parts, lexicon.scope.quantifiers, lexicon.reserves.extent)
    kept = [cue.words for cues in narrowing for cue in cues.find(plain) if cue.words not in lexicon.scope.existing]
    for passage in passages:
        counted = quantities(passage.text, lexicon)
        for cue in lexicon.scope.parts.find(folded(passage.text)):
            following = behind(passage.text, cue.end, lexicon, 2)
            others = {each.words for cues in narrowing for each in cues.find(folded(passage.text))} - {cue.words}
            if any(words not in others for words in kept):
                continue
            if lexicon.reserves.weighty["quantifier"].within(cue.words):
                continue  # a reserve, which another rule looks at
            if any(each.overlaps(cue.start, cue.end) for each in counted):
                continue  # “more than half of”: a number, which another rule looks at
            if following and following <= mine and not _belongs(claim.text, passage.text[cue.end :]):
                words = passage.text[cue.start : cue.end]
                yield of_whole(
                    claim, "scope-widened",
                    f"{grounds_do(claim, 'say')} “{words}”; the claim speaks of the whole.",
                    f"Say “{words}” too, or what comes to the same.",
                )  # fmt: skip
                return


_BELONGING = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’-]+,?\s(?:of|from|de|du|del|d['’])(?:\s?(?:the|el|la|los|las|le|les|l['’]))?\s?$"
)


def _belongs(text: str, behind_part: str) -> bool:
    """Whether a claim has a name before the whole: “Monique Clesca of the Montana Group”, for a member of it."""
    whole = re.search(r"[A-ZÀ-ÖØ-Þ][\w'’-]+", behind_part)
    return whole is not None and _BELONGING.search(text[: max(0, text.find(whole[0]))]) is not None


def _of_several(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“The three parties” for “two of the three parties”."""
    lexicon = claim.lexicon
    mine = quantities(claim.text, lexicon)
    if claim.works_out or any(each.kind == "share" for each in mine):
        return
    numbers = {value for each in mine for value in (*each.values, *each.terms)}
    about, narrowed = stems(claim.text, lexicon), _narrowing(claim)
    if not any(cues.within(folded(claim.text)) for cues in (lexicon.scope.parts, lexicon.scope.quantifiers)):
        for passage in passages:
            for quantity in quantities(passage.text, lexicon):
                whole_of = behind(passage.text, quantity.end, lexicon, 3)
                of = folded(passage.text[quantity.end :]).split()[:1]
                part = quantity.kind == "share" and not quantity.terms and of and of[0] in lexicon.numerals.of
                if part and len(whole_of) >= 2 and whole_of <= about:
                    words = passage.text[quantity.start : quantity.end]
                    yield of_whole(
                        claim, "scope-widened",
                        f"{grounds_do(claim, 'say')} “{words}” of it; the claim speaks of the whole.",
                        f"Say “{words}” too.",
                    )  # fmt: skip
                    return
    for passage in passages:
        for quantity in quantities(passage.text, lexicon):
            if len(quantity.terms) != 2 or quantity.unit:
                continue
            some, all_of_them = quantity.terms
            words = passage.text[quantity.start : quantity.end]
            whole = next((each for each in mine if all_of_them in each.values), None)
            counted = behind(passage.text, quantity.end, lexicon, 1)
            more = behind(passage.text, quantity.end, lexicon, 3)
            spoken_of = bool(counted) and counted <= about - narrowed and len(more & about) >= min(2, len(more))
            if some in numbers:
                continue
            if lexicon.scope.universal.within(" ".join(folded(each.text) for each in passages)):
                continue
            before_whole = " ".join(folded(claim.text[: whole.start]).split()[-_CLOSE:]) if whole else ""
            if lexicon.scope.quantifiers.within(before_whole):
                continue  # “most of the nine”
            if whole is not None:
                yield at(
                    claim, "scope-widened", whole.start, whole.end,
                    f"{grounds_do(claim, 'say')} “{words}”; the claim speaks of all of them.",
                    "Say how many of them, as the passage does.",
                )  # fmt: skip
                return
            if spoken_of and all_of_them not in numbers and some == int(some):
                yield of_whole(
                    claim, "scope-widened",
                    f"{grounds_do(claim, 'say')} “{words}”; the claim speaks of all of them.",
                    "Say how many of them, as the passage does.",
                )  # fmt: skip
                return


def _narrowing(claim: Claim) -> frozenset[str]:
    """What the claim says to be some, or so many, of."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    ends = [cue.end for cues in (lexicon.scope.quantifiers, lexicon.scope.parts) for cue in cues.find(plain)]
    ends += [each.end for each in quantities(claim.text, lexicon)]
    return frozenset().union(*(behind(claim.text, end, lexicon, 2) for end in ends))


def _uncounted(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“The district's schools” for “four schools”."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    if quantities(claim.text, lexicon) or any(
        cues.within(plain) for cues in (lexicon.scope.parts, lexicon.scope.quantifiers, lexicon.reserves.extent)
    ):
        return
    theirs = frozenset().union(*(stems(passage.text, lexicon) for passage in passages))
    places = [cue for cue in lexicon.scope.narrow_places.find(plain) if not stems(cue.words, lexicon) <= theirs]
    mine = stems(claim.text, lexicon)
    for passage in passages:
        for quantity in apart(passage.quantities, passage.dates):
            counted = behind(passage.text, quantity.end, lexicon, 1)
            plain_count = quantity.kind == "number" and not quantity.unit and quantity.value > 1
            if places and plain_count and counted and counted <= mine:
                words = passage.text[quantity.start : max(quantity.end, quantity.after)]
                yield beyond(claim, places[0], f"{does(claim, 'speak')} of “{words}” only")
                return


def _asked(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """What those who were asked say is not what everyone thinks."""
    lexicon = claim.lexicon
    mine = stems(claim.text, lexicon)
    theirs = folded(max((each.text for each in passages), key=lambda text: len(stems(text, lexicon) & mine)))
    plain = folded(claim.text)
    strong = [
        cue
        for cue in lexicon.scope.asked.find(theirs)
        if cue.words not in lexicon.scope.surveys
        and not lexicon.voices.saying.within(cue.words)
        and not stems(cue.words, lexicon) & mine
    ]
    if not strong or lexicon.scope.asked.within(plain) or lexicon.voices.saying.within(plain):
        return
    if any(ground.fact.attributed_to for ground in claim.grounds):
        return
    yield of_whole(
        claim, "scope-widened",
        f"{grounds_do(claim, 'give')} the answers of some (“{strong[0].words}”); the claim speaks of everyone.",
        "Say who was asked.",
    )  # fmt: skip
