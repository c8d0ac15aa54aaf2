"""What cites a restricted fact is at least as restricted: whoever may read the sentence reads the fact in its note."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from briefgen.diagnostic import Finding, Pointers
from briefgen.prose.cited import citations
from briefgen.scenario.marking import Scheme, as_span, scheme_of
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import markings, proses, referrals

Given = Mapping[str, str]
"""Path of whatever has a marking of its own → the marking."""


_NAMED = re.compile(r"@([\w-]+)")


class _Citing(msgspec.Struct, frozen=True):
    """One place that cites a fact."""

    fact: str
    marking: str
    """Its own, or that of what it stands in; empty where nothing around it has one."""
    holder: str
    """The item that it belongs to: what can be marked as a whole."""
    path: str
    place: Pointers | None = None


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `marking-too-low`: once for each item and fact, and for each fact and source."""
    given = {path.rpartition(".")[0]: marking for path, marking in markings(scenario)}
    scheme = scheme_of(scenario)
    labels = scheme.labels
    sources = {source.id: source.marking for source in scenario.sources if source.marking}
    facts: dict[str, str] = {}
    for fact in scenario.facts:
        own = _marking(f"facts.{fact.id}", given)
        highest_quoted = scheme.highest(sources.get(evidence.source, "") for evidence in fact.evidence)
        facts[fact.id] = scheme.highest((own, highest_quoted))
        if scheme.exceeds(highest_quoted, own):
            quoted = next(each.source for each in fact.evidence if sources.get(each.source) == highest_quoted)
            yield Finding(
                "marking-too-low",
                f"facts.{fact.id}",
                f"The source `{quoted}` is marked {highest_quoted}, and the fact `{fact.id}`, which quotes it, {own}.",
                f"Give the fact `marking: {highest_quoted}`.",
                severity="warning",
                presumes=_presumed(f"facts.{fact.id}"),
            )
    lowest = min((labels.index(marking) for marking in given.values() if marking in labels), default=0)
    restricted = {name for name, marking in facts.items() if scheme.exceeds(marking, labels[lowest])}
    if not restricted:
        return
    told: set[tuple[str, str]] = set()
    for citing in _citing(scenario, given, restricted, scheme):
        needed = facts.get(citing.fact, "")
        if scheme.exceeds(needed, citing.marking) and (citing.holder, citing.fact) not in told:
            told.add((citing.holder, citing.fact))
            yield Finding(
                "marking-too-low",
                citing.path,
                f"The fact `{citing.fact}` is marked {needed}, and what cites it here {citing.marking}.",
                f"Mark it too, with `marking: {needed}` or `[…]{{.marking-{as_span(needed)}}}` around the sentence; "
                "or do without the fact.",
                citing.place,
                severity="warning",
                presumes=_presumed(citing.path),
            )


def _presumed(path: str) -> tuple[str, ...]:
    """The markings of a value and of all that encloses it."""
    parts = path.split(".")
    return ("marking", "markings", *(".".join([*parts[:end], "marking"]) for end in range(1, len(parts))))


def _citing(scenario: Scenario, given: Given, facts: set[str], scheme: Scheme) -> Iterator[_Citing]:
    for prose in proses(scenario):
        for lang, text in prose.texts.items():
            if facts.isdisjoint(_NAMED.findall(text)):
                continue  # reading the citations takes longer than looking for ids
            own, holder = _marking(prose.path, given), prose.path.rpartition(".")[0]
            seen: Counter[str] = Counter()
            for each in citations(prose, lang):
                marking = scheme.highest((own, *map(scheme.of_span, each.markings)))
                path = f"{prose.path}.{lang}"
                yield _Citing(each.fact, marking, holder, path, Pointers(f"@{each.fact}", seen[each.fact]))
                seen[each.fact] += 1
    for referral in referrals(scenario):
        if "fact" in referral.what and referral.id in facts:
            holder = referral.path.rpartition(".")[0].rpartition(".")[0]
            yield _Citing(referral.id, _marking(referral.path, given), holder, referral.path)


def _marking(path: str, given: Given) -> str:
    """Of the innermost item that holds a value and has a marking."""
    while path:
        if path in given:
            return given[path]
        path = path.rpartition(".")[0]
    return given.get("", "")
