"""What was meant by a likelihood that is no term of the scale.

Terms that look alike are far apart (likely and unlikely), so a term is suggested only where its words say the same,
where it is a slip of the keyboard, or where a number of percent was given that lies in one step of the scale.
"""

import re

from briefgen.scenario.vocabulary import Band, LikelihoodScale
from briefgen.slips import closest

_STRONG = frozenset({"very", "highly", "extremely", "most", "très", "muy", "fort", "hautement", "altamente"})
_WEAK = frozenset({"quite", "rather", "fairly", "reasonably", "pretty", "assez", "plutôt", "bastante"})
"""They do not move a likelihood from its step."""
_ALMOST = frozenset({"almost", "nearly", "virtually", "practically", "near", "quasi", "presque", "casi", "quasiment"})
_ROOTS = {
    "likely": "likely", "probable": "likely", "probably": "likely", "vraisemblable": "likely",
    "unlikely": "unlikely", "improbable": "unlikely", "improbably": "unlikely", "invraisemblable": "unlikely",
    "certain": "certain", "certainly": "certain", "certainty": "certain", "seguro": "certain", "cierto": "certain",
}  # fmt: skip
_WHOLE = {
    "remote": "remote", "remote chance": "remote", "almost no chance": "remote", "nearly no chance": "remote",
    "next to no chance": "remote", "chance infime": "remote", "probabilidad remota": "remote",
    "roughly even chance": "even", "roughly even odds": "even", "even chance": "even", "even odds": "even",
    "about even": "even", "fifty fifty": "even", "50 50": "even", "50/50": "even", "chances égales": "even",
    "realistic possibility": "realistic", "realistic probability": "realistic", "realistic chance": "realistic",
}  # fmt: skip
_DENIED = re.compile(r"^(?:not|peu|poco|pas) ")
_PERCENT = re.compile(
    r"(?:about|around|roughly|~|≈)?\s*+([0-9]{1,3}(?:[.,][0-9]+)?)\s*+%?\s*+"
    r"(?:(?:-|–|—|to|à|a)\s*+([0-9]{1,3}(?:[.,][0-9]+)?)\s*+)?(?:%|percent|per cent|pour cent|por ciento)?"
)


def likelihood_cure(term: str, scale: LikelihoodScale) -> str:
    """What to write in place of a word that is no term of the scale: the one that was meant, or all in their order."""
    all_terms = [name for step in scale.bands for name in step.terms]
    if step := _of_percent(term, scale):
        return f"On this scale, {step.low} to {step.high} percent are “{step.terms[0]}”."
    meaning = _meaning(term)
    same = [name for name in all_terms if meaning and _meaning(name) == meaning]
    words = set(term.lower().split())
    same.sort(key=lambda name: words.isdisjoint(name.split()))  # of two rows, the one whose words were used
    near = next(iter(same), None) or closest(term, all_terms)
    if near:
        return f"Did you mean “{near}”?"
    return "Its terms, in percent: " + ", ".join(map(_shown, scale.bands)) + "."


def _shown(step: Band) -> str:
    return f"{' or '.join(step.terms)} ({step.low}–{step.high})"


def _of_percent(term: str, scale: LikelihoodScale) -> Band | None:
    """The one step in which a number or range of percent lies."""
    found = _PERCENT.fullmatch(term.strip().lower())
    if not found:
        return None
    ends = [float(part.replace(",", ".")) for part in found.groups() if part]
    if max(ends) < 1:  # a share of one
        ends = [100 * end for end in ends]
    steps = [step for step in scale.bands if all(step.low <= end <= step.high for end in ends)]
    return steps[0] if len(steps) == 1 else None


def _meaning(term: str) -> str:
    """What a term says, whatever its words: `very likely` for `highly probable`; empty where that is not known."""
    plain = " ".join(term.lower().replace("-", " ").split())
    if whole := _WHOLE.get(plain):
        return whole
    denied = _DENIED.match(plain)
    *before, last = plain[denied.end() if denied else 0 :].split() or [""]
    root = _ROOTS.get(last, "")
    before = [word for word in before if word not in _WEAK]
    match before:
        case [] if denied:
            return "unlikely" if root == "likely" else ""
        case [] if root != "certain":
            return root
        case [word] if word in _STRONG and root in ("likely", "unlikely") and not denied:
            return f"very {root}"
        case [word] if word in _ALMOST and root == "certain" and not denied:
            return "almost certain"
    return ""
