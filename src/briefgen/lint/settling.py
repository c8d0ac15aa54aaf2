"""What an author decided about rules: how much each weighs in this scenario, and where one does not apply, and why.

Only warnings and remarks can be weighed anew or waived. An error is what makes a brief wrong, and stays one.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Finding
from briefgen.core.suggestions import did_you_mean
from briefgen.lint.retired import RETIRED
from briefgen.model.reading.context import KEY
from briefgen.model.scenario import Scenario
from briefgen.model.walk import waivers

PAGES = Path(__file__).resolve().parent.parent / "explanations"
"""One file a code."""


ELSEWHERE = frozenset({"audience-misses", "left-hanging"})
"""What is reported of an audience, by other means than a rule: a waiver of it is never unused."""


def settle(scenario: Scenario, findings: Iterable[Finding]) -> list[Finding]:
    """The findings with the weight that the scenario gives them; those that are waived say why. At the end, what is
    wrong in the waivers themselves: codes that there are not, and waivers of nothing."""
    items = dict(waivers(scenario))
    used: set[tuple[str, str]] = set()
    out = _weighed(scenario, findings, items, used)
    out += _faults(scenario, items, used)
    return out


def weighed(scenario: Scenario, findings: Iterable[Finding]) -> list[Finding]:
    """The same without a word on the waivers."""
    return _weighed(scenario, findings, dict(waivers(scenario)), set())


def _weighed(
    scenario: Scenario,
    findings: Iterable[Finding],
    items: Mapping[str, Mapping[str, str]],
    used: set[tuple[str, str]],
) -> list[Finding]:
    out: list[Finding] = []
    for finding in findings:
        if finding.severity == "error":
            out.append(finding)
            continue
        item = _waiving(finding, items)
        if item is not None:
            used.add((item, finding.code))
            out.append(msgspec.structs.replace(finding, severity="info", waived=items[item][finding.code]))
            continue
        match scenario.rules.get(finding.code):
            case None:
                out.append(finding)
            case "off":
                pass
            case severity:
                out.append(msgspec.structs.replace(finding, severity=severity))
    return out


def _waiving(finding: Finding, items: Mapping[str, Mapping[str, str]]) -> str | None:
    """The path of the item that waives a finding: the one that it is about, or one around it. A waiver of the scenario
    itself is for its own fields only, not for what stands in its lists."""
    path = finding.path
    inside = False
    while path:
        if path in items:
            inside = True
            if finding.code in items[path]:
                return path
        path = path.rpartition(".")[0]
    return "" if not inside and finding.code in items.get("", {}) else None


def _faults(
    scenario: Scenario, items: Mapping[str, Mapping[str, str]], used: set[tuple[str, str]]
) -> Iterator[Finding]:
    given = [
        (f"{item}.waive.{code}" if item else f"waive.{code}", code) for item, codes in items.items() for code in codes
    ]
    given += [(f"rules.{code}", code) for code in scenario.rules]
    if not given:
        return
    known = frozenset(path.stem for path in PAGES.glob("*.md"))
    for path, code in given:
        if code in RETIRED:
            yield Finding(
                "unknown-rule", path + KEY, RETIRED[code].described(code), "Remove the line.", severity="info"
            )  # fmt: skip
        elif code not in known:
            yield Finding(
                "unknown-rule", path + KEY, f"There is no diagnostic `{code}`.",
                did_you_mean(code, known) or "A code stands in brackets behind each message: [no-text].",
            )  # fmt: skip
    for item, codes in items.items():
        for code in codes:
            if code in known - ELSEWHERE and (item, code) not in used:
                yield Finding(
                    "unused-waiver",
                    (f"{item}.waive.{code}" if item else f"waive.{code}") + KEY,
                    f"Nothing here is told as `{code}`.",
                    "Take the waiver out.",
                    severity="info" if scenario.rules.get(code) == "off" else "warning",
                    presumes=("",),
                )
