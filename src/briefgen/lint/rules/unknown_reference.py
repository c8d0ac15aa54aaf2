"""What is referred to exists: facts, options, criteria, sources, stakeholders, assumptions."""

from collections.abc import Iterator
from difflib import get_close_matches

from briefgen.diagnostic import Finding, Pointers
from briefgen.prose.cited import citations
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import proses, referrals
from briefgen.slips import did_you_mean

SHOWN = 64
"""Letters of an unknown id that a message repeats."""

_LISTS = {
    "option": "options", "criterion": "criteria", "source": "sources", "fact": "facts", "stakeholder": "stakeholders",
    "assumption": "assumptions",
}  # fmt: skip


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unknown-fact`, `unknown-option`, `unknown-criterion`, `unknown-source`, `unknown-stakeholder`."""
    known = {
        "option": {item.id for item in scenario.options},
        "criterion": {item.id for item in scenario.criteria},
        "source": {item.id for item in scenario.sources},
        "fact": {item.id for item in scenario.facts},
        "stakeholder": {item.id for item in scenario.stakeholders},
        "assumption": {item.id for item in scenario.assumptions},
    }
    for referral in referrals(scenario):
        kinds = referral.what.split(" or ")
        ids = set().union(*(known[kind] for kind in kinds))
        if referral.id not in ids:
            yield _finding(kinds[0], referral.what, referral.id, ids, referral.path, known)
    for prose in proses(scenario):
        for lang, text in prose.texts.items():
            if "@" not in text:
                continue
            for fact in dict.fromkeys(citation.fact for citation in citations(prose, lang)):
                if fact not in known["fact"]:
                    yield _finding(
                        "fact", "fact", fact, known["fact"], f"{prose.path}.{lang}", known, Pointers(f"@{fact}")
                    )


def _finding(
    code: str,
    kind: str,
    wanted: str,
    ids: set[str],
    path: str,
    known: dict[str, set[str]],
    place: Pointers | None = None,
) -> Finding:
    other = next((name for name, names in known.items() if wanted in names), None)
    if other and other not in kind.split(" or "):
        hint = f"There is {_article(other)} {other} of that name; here {_article(kind)} {kind} is wanted."
    elif ids:
        hint = did_you_mean(wanted, sorted(ids)) or _alike(wanted, ids)
    else:
        hint = f"The scenario has no {kind} at all."
    return Finding(
        f"unknown-{code}",
        path,
        f"There is no {kind} `{wanted if len(wanted) <= SHOWN else wanted[:SHOWN] + '…'}`.",
        hint,
        place,
        presumes=tuple(_LISTS[each] for each in kind.split(" or ")),
    )


def _alike(wanted: str, ids: set[str]) -> str:
    """The ids among which the one that is meant may be, where none is a mere slip away."""
    if len(ids) > 12 and len(wanted) <= SHOWN and (alike := get_close_matches(wanted.lower(), sorted(ids), n=5)):
        return "The most like it are: " + ", ".join(alike) + "."
    return "Known are: " + ", ".join(sorted(ids)[:12]) + (" …" if len(ids) > 12 else "") + "."


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"
