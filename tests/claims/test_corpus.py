"""How good the rules on claims are: recall and false alarms over the corpus, and the table of `docs/claims.md`."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from claims.trial import CORPUS, Case, cases, told

PAGE = Path(__file__).parents[2] / "docs" / "claims.md"

MEASURED = sorted(path.stem for path in CORPUS.glob("*.yaml"))

RECALL, FALSE_ALARMS = 0.85, 0.05


class Score:
    """Of one kind of case: how many were told, of those that have the fault and of those that resemble it."""

    def __init__(self) -> None:
        self.bad = self.caught = self.good = self.alarmed = 0

    def count(self, case: Case, told: bool) -> None:
        if case.good:
            self.good, self.alarmed = self.good + 1, self.alarmed + told
        else:
            self.bad, self.caught = self.bad + 1, self.caught + told


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    folder = tmp_path_factory.mktemp("corpus")
    out: dict[str, Score] = defaultdict(Score)
    for case in cases(*MEASURED):
        found = bool(told(case, folder / case.id))
        out[case.kind].count(case, found)
        out["all"].count(case, found)
    return dict(out)


def test_most_mistakes_are_told_and_honest_paraphrases_are_not(scores: dict[str, Score]) -> None:
    print("\n" + table(scores))
    every = scores["all"]
    assert every.bad > 250
    assert every.good > 250
    assert every.caught / every.bad >= RECALL
    assert every.alarmed / every.good <= FALSE_ALARMS


def test_the_manual_has_the_table_as_it_is_measured(scores: dict[str, Score]) -> None:
    """To mend it: put in what this test prints."""
    shown = re.search(r"\| kind \|.*?\n\n", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    assert shown[0].strip() == table(scores).strip()


def table(scores: dict[str, Score]) -> str:
    rows = ["| kind | mistakes told | false alarms |", "| --- | --- | --- |"]
    for kind in [*sorted(set(scores) - {"all"}), "all"]:
        each = scores[kind]
        rows.append(f"| {kind} | {each.caught} of {each.bad} | {each.alarmed} of {each.good} |")
    return "\n".join(rows)
