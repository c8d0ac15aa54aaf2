"""A finding about words of a claim."""

from briefgen.agreement.claims import Claim
from briefgen.diagnostic import Finding


def at(claim: Claim, code: str, start: int, end: int, message: str, hint: str) -> Finding:
    """A warning at a stretch of the claim's words."""
    words = claim.text[start:end].strip()
    lead = len(claim.text[start:end]) - len(claim.text[start:end].lstrip())
    return Finding(code, claim.path, message, hint, words, claim.occurrence(words, start + lead), "warning")


def grounds(claim: Claim) -> str:
    """How a message names what the claim rests on."""
    if claim.kind == "statement":
        return "the quote" if len(claim.passages) == 1 else "the quotes"
    ids = [f"`{ground.fact.id}`" for ground in claim.grounds]
    return ids[0] if len(ids) == 1 else ", ".join(ids[:-1]) + " and " + ids[-1]
