"""What an audience sees: `audiences.md` beside this file holds the cases, and says how to read them."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.explanations.pages import lay

from briefgen.io.filesystem import World
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Audience, Scenario
from briefgen.release.filter import Released, Withheld, filtered

MANUAL = Path(__file__).with_name("audiences.md")
_CASE = re.compile(
    r"^(?P<title>[^\n#`-][^\n]*)\n\n```yaml\n(?P<yaml>.*?)^```\n\n(?P<told>(?:- [^\n]*\n)+)", re.M | re.S
)


class Case(NamedTuple):
    title: str
    yaml: str
    told: list[str]
    field: str
    left: str


def cases() -> list[Case]:
    out = []
    for found in _CASE.finditer(MANUAL.read_text(encoding="utf-8")):
        told = re.findall(r"^- (.*)$", found["told"], re.M)
        last = re.fullmatch(r"(issue|title): (.+)", told[-1])
        lines = told[:-1] if last else told
        out.append(Case(found["title"], found["yaml"], lines, last[1] if last else "", last[2] if last else ""))
    return out


CASES = cases()


def laid(yaml: str, folder: Path) -> Loaded:
    lay([("scenario.yaml", yaml)], folder)
    loaded, faults = load(World(folder), Path("scenario.yaml"))
    assert loaded is not None
    assert [fault.message for fault in faults] == []
    return loaded


def read(yaml: str, folder: Path) -> Scenario:
    return laid(yaml, folder).scenario


def marked(loaded: Loaded, withheld: Withheld) -> str:
    """The words at the place of what is withheld, as the file has them."""
    span = loaded.origins.at(withheld.path, withheld.place)
    assert span is not None
    return " ".join(span.text.split())


def for_public(scenario: Scenario) -> Released:
    return filtered(scenario, Audience("public", scenario.title, "TLP:CLEAR"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_case_of_the_manual(case: Case, tmp_path: Path) -> None:
    loaded = laid(case.yaml, tmp_path)
    released = for_public(loaded.scenario)
    told = [
        f"{each.path}: {each.reason} {each.what}".rstrip() + (f" “{marked(loaded, each)}”" if each.place else "")
        for each in released.withheld
    ]
    told += [f"{each.code} {each.path}: {each.message}" for each in released.findings]
    assert told == case.told
    if case.field:
        field = getattr(released.scenario, case.field, None)
        assert (field.texts["en"] if field else "–") == case.left


def test_every_case_is_read() -> None:
    assert len(CASES) == MANUAL.read_text(encoding="utf-8").count("```yaml")


def test_weights_keep_their_proportions_and_add_up_again(tmp_path: Path) -> None:
    """The author says 50, 30, 20; who does not see the first must not see that 50 are missing."""
    scenario = read(
        """
criteria:
  - {id: access, name: Getting home, weight: 50, definition: Who gets home., marking: TLP:RED}
  - {id: cost, name: Cost, weight: 30, definition: What it costs.}
  - {id: noise, name: Noise, weight: 20, definition: How loud it is.}
""",
        tmp_path,
    )
    released = for_public(scenario)
    assert released.scenario is not None
    assert [each.weight for each in released.scenario.criteria] == [60, 40]
    assert released.recomputed == "weights"


@pytest.mark.parametrize(
    ("yaml", "recomputed"),
    [
        ("issue: '[They walk.]{.judgement .marking-tlp-red}'\n", ""),
        ("assumptions: [{id: drivers, statement: Drivers are found., marking: TLP:RED}]\n", ""),
        ("stakeholders: [{id: firm, name: The firm, marking: TLP:RED}]\n", "figures"),
        ("sources: [{id: survey, title: Survey, file: survey.txt, marking: TLP:RED}]\ncriteria: []\n", "figures"),
    ],
)
def test_it_is_said_where_figures_rest_on_less(yaml: str, recomputed: str, tmp_path: Path) -> None:
    assert for_public(read(yaml, tmp_path)).recomputed == recomputed


def test_who_else_reads_the_paper_is_not_said(tmp_path: Path) -> None:
    scenario = read(
        """
audiences:
  - {id: cabinet, name: The cabinet, marking: TLP:RED}
  - {id: public, name: The public, marking: TLP:CLEAR}
""",
        tmp_path,
    )
    left = for_public(scenario).scenario
    assert left is not None
    assert [each.id for each in left.audiences] == ["public"]


def test_a_marking_that_is_not_known_is_for_nobody(tmp_path: Path) -> None:
    """`check` tells it as an error; whoever filters without checking loses a piece too many, not one too few."""
    scenario = read("gaps: [{id: price, text: What it costs., marking: TLP:BLUE}]\n", tmp_path)
    left = filtered(scenario, Audience("all", scenario.title, "TLP:RED")).scenario
    assert left is not None
    assert left.gaps == ()


def test_a_scheme_of_ones_own_has_its_own_order(tmp_path: Path) -> None:
    scenario = read(
        """
markings: [{label: OPEN}, {label: INTERNAL}, {label: SECRET}]
marking: OPEN
issue: "They walk [@last-bus]. [It is late [@last-bus].]{.marking-internal} [It is dark [@last-bus].]{.marking-secret}"
""",
        tmp_path,
    )
    left = filtered(scenario, Audience("staff", scenario.title, "INTERNAL")).scenario
    assert left is not None and left.issue is not None
    assert left.issue.texts["en"] == "They walk [@last-bus]. [It is late [@last-bus].]{.marking-internal}"
