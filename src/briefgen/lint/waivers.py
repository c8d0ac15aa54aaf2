"""What an author decides about findings: their severity in a scenario, and waivers with reasons.

Only warnings and infos can be changed or waived. An error means that the brief is wrong.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from briefgen.core.diagnostic import Finding
from briefgen.core.suggestions import did_you_mean
from briefgen.lint.codes import REMOVED, all_codes
from briefgen.model.reading.context import KEY
from briefgen.model.scenario import Scenario
from briefgen.model.walk import waivers

_NEVER_UNUSED = frozenset({"audience-misses", "left-hanging"})
"""Codes that are reported for an audience, not by a rule: whether a waiver of them is used is not known here."""

_Waivers = Mapping[str, Mapping[str, str]]
"""Path of an item → code → reason."""


def apply_waivers(scenario: Scenario, findings: Iterable[Finding]) -> list[Finding]:
    """The findings with their severity in this scenario, those that are waived with the reason, and then the mistakes
    in the waivers themselves: unknown codes, and waivers of nothing."""
    items = dict(waivers(scenario))
    used: set[tuple[str, str]] = set()
    out = list(_weighted(scenario, findings, items, used))
    return [*out, *_mistakes(scenario, items, used)]


def with_severities(scenario: Scenario, findings: Iterable[Finding]) -> list[Finding]:
    """The findings as `apply_waivers` returns them, without the mistakes in the waivers."""
    return list(_weighted(scenario, findings, dict(waivers(scenario)), set()))


def _weighted(
    scenario: Scenario, findings: Iterable[Finding], items: _Waivers, used: set[tuple[str, str]]
) -> Iterator[Finding]:
    """`used` collects path and code of each waiver that applies."""
    for finding in findings:
        severity = scenario.rules.get(finding.code)
        if finding.severity == "error":
            yield finding
        elif (item := _waiving(finding, items)) is not None:
            used.add((item, finding.code))
            yield msgspec.structs.replace(finding, severity="info", waived=items[item][finding.code])
        elif severity is None:
            yield finding
        elif severity != "off":
            yield msgspec.structs.replace(finding, severity=severity)


def _waiving(finding: Finding, items: _Waivers) -> str | None:
    """The path of the innermost item around a finding that waives it. A waiver of the scenario itself applies to its
    own fields only, not to the items of its lists."""
    path = finding.path
    inside = False
    while path:
        if path in items:
            inside = True
            if finding.code in items[path]:
                return path
        path = path.rpartition(".")[0]
    return "" if not inside and finding.code in items.get("", {}) else None


def _mistakes(scenario: Scenario, items: _Waivers, used: set[tuple[str, str]]) -> Iterator[Finding]:
    waived = [(item, code, f"{item}.waive.{code}".lstrip(".")) for item, codes in items.items() for code in codes]
    if not waived and not scenario.rules:
        return
    known = all_codes().keys()
    in_rules = [("", code, f"rules.{code}") for code in scenario.rules]
    for _, code, path in [*waived, *in_rules]:
        if code in REMOVED:
            message = REMOVED[code].description(code)
            yield Finding("unknown-rule", path + KEY, message, "Remove the line.", severity="info")
        elif code not in known:
            hint = did_you_mean(code, known) or "A code stands in brackets behind each message: [no-text]."
            yield Finding("unknown-rule", path + KEY, f"There is no diagnostic `{code}`.", hint)
    for item, code, path in waived:
        if code in known - _NEVER_UNUSED and (item, code) not in used:
            yield Finding(
                "unused-waiver",
                path + KEY,
                f"Nothing here is told as `{code}`.",
                "Take the waiver out.",
                severity="info" if scenario.rules.get(code) == "off" else "warning",
                presumes=("",),
            )
