"""What is said of a comparison: `verdicts.md` beside this file holds the cases, and says how to read them."""

import re
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from tests.explanations.pages import lay

from briefgen.analysis import Analysis, analyse
from briefgen.analysis.analyse import Verdict
from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.exhibits.ranking import ranking_summary
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.model.read import load
from briefgen.model.scenario import Scenario

MANUAL = Path(__file__).with_name("verdicts.md")
_CASE = re.compile(
    r"^(?P<title>[^\n`#][^\n]*)\n\n```yaml\n(?P<yaml>.*?)^```\n(?P<expected>(?:\n?- [^\n]*\n)*)",
    re.MULTILINE | re.DOTALL,
)


class Case(NamedTuple):
    title: str
    yaml: str
    expected: list[str]


CASES = [
    Case(found["title"], found["yaml"], re.findall(r"^- (.+)$", found["expected"], re.MULTILINE))
    for found in _CASE.finditer(MANUAL.read_text(encoding="utf-8"))
]


def analysed(case: Case, folder: Path) -> tuple[Scenario, Analysis]:
    lay([("scenario.yaml", case.yaml)], folder)
    loaded, faults = load(World(folder), Path("scenario.yaml"))
    assert loaded is not None, faults
    return loaded.scenario, analyse(loaded.scenario)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_case_of_the_manual(case: Case, tmp_path: Path) -> None:
    scenario, analysis = analysed(case, tmp_path)
    said = ranking_summary(analysis, scenario, Words(load_locale("en"), "en")).sentences
    assert [plain(sentence) for sentence in said] == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_no_sentence_stays_english_in_french(case: Case, tmp_path: Path) -> None:
    scenario, analysis = analysed(case, tmp_path)
    in_french = ranking_summary(analysis, scenario, Words(load_locale("fr"), "fr")).sentences
    assert len(in_french) == len(case.expected)
    for sentence, english in zip(in_french, case.expected, strict=True):
        assert plain(sentence) != english
        assert not re.search(r"[{}]|weight|percent|ranking|cells", plain(sentence))


def test_every_kind_of_verdict_has_a_case(tmp_path: Path) -> None:
    found = {type(analysed(case, tmp_path / str(at))[1].verdict) for at, case in enumerate(CASES)}
    assert found == set(get_args(Verdict))


def test_every_case_is_read() -> None:
    assert len(CASES) == MANUAL.read_text(encoding="utf-8").count("```yaml")
