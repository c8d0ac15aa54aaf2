"""A finding about a claim, and the words in which all rules speak of its grounds."""

from briefgen.claims.claim import Claim
from briefgen.claims.phrases import Cue
from briefgen.core.diagnostic import Finding

SAY_IT = "Say it as the passage does."


def at(claim: Claim, code: str, start: int, end: int, message: str, hint: str) -> Finding:
    """A warning at a stretch of the claim's words."""
    return Finding(code, claim.path, message, hint, claim.place(start, end), "warning", presumes=presumed(claim))


def presumed(claim: Claim) -> tuple[str, ...]:
    """What must have been read whole for a finding about a claim to be true: the facts that it cites, and their
    sources, whose language matters."""
    known = {source.id for ground in claim.grounds for source in ground.sources}
    quoted = {each.source for ground in claim.grounds for each in ground.fact.evidence}
    facts = (f"facts.{ground.fact.id}" for ground in claim.grounds)
    return (*facts, *(f"sources.{name}" if name in known else "sources" for name in sorted(quoted)))


def of_whole(claim: Claim, code: str, message: str, hint: str) -> Finding:
    """A warning about a claim as a whole."""
    start = len(claim.text) - len(claim.text.lstrip())
    return at(claim, code, start, len(claim.text.rstrip()), message, hint)


def refused(claim: Claim, cue: Cue) -> Finding:
    """A finding that a claim makes a refusal of what has only not been done."""
    return at(
        claim, "negation-differs", cue.start, cue.end,
        f"“{claim.text[cue.start:cue.end]}” says that somebody will not; {grounds(claim)} {does(claim, 'say')} only"
        " that it has not been done.",
        SAY_IT,
    )  # fmt: skip


def beyond(claim: Claim, cue: Cue, what: str) -> Finding:
    """A finding that some words of a claim take in more than its passages do. `what`: what those do instead."""
    return at(
        claim, "scope-widened", cue.start, cue.end,
        f"“{claim.text[cue.start:cue.end]}” goes further than {grounds(claim)}, which {what}.",
        "Claim it of no more than the passage does, or quote the words that say so.",
    )  # fmt: skip


def whole_for_part(claim: Claim, words: str) -> Finding:
    """A finding that a claim speaks of the whole where its passages have words for a part of it."""
    message = f"{grounds_do(claim, 'say')} “{words}”; the claim speaks of the whole."
    return of_whole(claim, "scope-widened", message, f"Say “{words}” too, or what comes to the same.")


def contrary(claim: Claim, start: int, end: int) -> Finding:
    """A denial at a stretch of the claim's words that its passages do not have."""
    return at(
        claim, "negation-differs", start, end,
        f"“{claim.text[start:end]}” makes the claim the contrary of what {grounds(claim)} {does(claim, 'say')}.",
        SAY_IT,
    )  # fmt: skip


def left_out(claim: Claim, denial: str) -> Finding:
    """A denial of the passages that the claim does not have."""
    message = f"{grounds_do(claim, 'say')} “{denial}”; the claim leaves that out."
    return of_whole(claim, "negation-differs", message, SAY_IT)


def opposite(claim: Claim, cue: Cue, word: str) -> Finding:
    """A word of the claim whose opposite stands in its passages."""
    return at(
        claim, "negation-differs", cue.start, cue.end,
        f"“{claim.text[cue.start:cue.end]}” is the opposite of “{word}”, which {grounds(claim)} {does(claim, 'say')}.",
        SAY_IT,
    )  # fmt: skip


def grounds(claim: Claim) -> str:
    """What the claim rests on: “the quote”, “the quotes”, “`survey` and `audit`”."""
    if claim.kind == "statement":
        return "the quotes" if _several(claim) else "the quote"
    ids = [f"`{ground.fact.id}`" for ground in claim.grounds]
    return ids[0] if len(ids) == 1 else ", ".join(ids[:-1]) + " and " + ids[-1]


def grounds_do(claim: Claim, verb: str) -> str:
    """What the claim rests on, as the subject of a verb, at the beginning of a sentence: “The quote says”."""
    words = grounds(claim)
    return f"{words[:1].upper()}{words[1:]} {does(claim, verb)}"


def does(claim: Claim, verb: str) -> str:
    """A verb in the number of what the claim rests on."""
    return verb if _several(claim) else f"{verb}s"


def standing(words: list[str], claim: Claim) -> str:
    """What stands there instead: the beginning of a hint. Empty where nothing does."""
    several = list(dict.fromkeys(" ".join(each.split()) for each in words))[:4]
    if not several:
        return ""
    return f"What stands in {grounds(claim)}: {', '.join(f'“{each}”' for each in several)}. "


def _several(claim: Claim) -> bool:
    if claim.kind == "statement":
        return sum(passage.kind == "quote" for passage in claim.passages) > 1
    return len(claim.grounds) > 1
