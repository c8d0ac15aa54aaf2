"""A word of one text whose opposite stands in another: “open” beside “closed”, “willing” beside “unwilling”."""

from briefgen.agreement.cues import Cue
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.opposites import opposites
from briefgen.agreement.tokens import tokens
from briefgen.agreement.words import before, behind


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
