"""Findings about claims, and the words that all rules use for what a claim rests on."""

from briefgen.claims.claim import Claim
from briefgen.core.codes import Code
from briefgen.core.diagnostic import Finding

SAY_IT = "Say it as the passage does."


def at(claim: Claim, code: Code, start: int, end: int, message: str, hint: str) -> Finding:
    """A finding at a stretch of the claim's words."""
    return code.finding(claim.path, message, hint, claim.place(start, end), presumed(claim))


def presumed(claim: Claim) -> tuple[str, ...]:
    """What must have been read whole for a finding about a claim to be true: the facts that it cites, and their
    sources, whose language matters."""
    known = {source.id for ground in claim.grounds for source in ground.sources}
    quoted = {each.source for ground in claim.grounds for each in ground.fact.evidence}
    facts = (f"facts.{ground.fact.id}" for ground in claim.grounds)
    return (*facts, *(f"sources.{name}" if name in known else "sources" for name in sorted(quoted)))


def of_whole(claim: Claim, code: Code, message: str, hint: str) -> Finding:
    """A finding about a claim as a whole."""
    start = len(claim.text) - len(claim.text.lstrip())
    return at(claim, code, start, len(claim.text.rstrip()), message, hint)


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
