"""What is collected is used: a source by a fact, a fact by the paper."""

import re
from collections.abc import Iterator, Sequence

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import proses, referrals

SHOWN = 8
"""Items that are told one by one. A register that several scenarios share holds many more than one of them cites."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unused-source`, `orphaned-fact`."""
    quoted = {evidence.source for fact in scenario.facts for evidence in fact.evidence}
    for name, more in _shown([source.id for source in scenario.sources if source.id not in quoted]):
        yield Finding(
            "unused-source",
            f"sources.{name}",
            f"No fact quotes the source `{name}`{more}.",
            "Quote it, or take it out of the register: it is read as something that the paper rests on.",
            severity="info",
            presumes=("facts",),
        )
    for name, more in _shown(_uncited(scenario)):
        yield Finding(
            "orphaned-fact",
            f"facts.{name}",
            f"Nothing cites the fact `{name}`{more}.",
            "Cite it where it matters, or take it out.",
            severity="info",
            presumes=("",),
        )


def _shown(unused: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names to tell, each with what to say of the rest."""
    if len(unused) > SHOWN:
        yield unused[0], f", nor {len(unused) - 1} others"
    else:
        yield from ((name, "") for name in unused)


def _uncited(scenario: Scenario) -> list[str]:
    named = {referral.id for referral in referrals(scenario) if "fact" in referral.what}
    for prose in proses(scenario):
        for text in prose.texts.values():
            named.update(_NAMED.findall(text))
    return [fact.id for fact in scenario.facts if fact.id not in named]


_NAMED = re.compile(r"@([\w-]+)")
"""Reading citations as such takes far longer, and would find a fact the less only where its sign is escaped."""
