"""The frozen inputs and figures that later versions are compared with."""

import json
from pathlib import Path

import pytest
from bench.frozen import PEER_WORDS, SCENARIOS, VARIANTS, peer_words, thaw
from bench.likeness import WORDS
from bench.makers import CONTEXT, DEPTH, HTML, PANDOC, TEMPLATE, TYPST
from bench.report import baseline, name_of

from bench import goals


@pytest.mark.parametrize(("name", "variant"), [(name, each) for name, many in VARIANTS.items() for each in many])
def test_peers_read_what_was_frozen(name: str, variant: str, tmp_path: Path) -> None:
    for file in (WORDS, TYPST):
        (tmp_path / file).write_text("composed now", encoding="utf-8")
    thaw(SCENARIOS / name, variant, tmp_path)
    files = {path.name for path in tmp_path.iterdir()}
    assert {TYPST, HTML, PANDOC, CONTEXT, TEMPLATE, DEPTH, PEER_WORDS} <= files
    assert "composed now" not in (tmp_path / TYPST).read_text(encoding="utf-8")
    assert sum(json.loads(peer_words(tmp_path).read_text(encoding="utf-8")).values()) > 4_000
    assert (tmp_path / WORDS).read_text(encoding="utf-8") == "composed now"


@pytest.mark.parametrize(
    ("scenario", "variant"), [(Path("scenarios/haiti-2022"), "as-it-is"), (SCENARIOS / "haiti-2022", "10-times")]
)
def test_what_was_not_frozen_is_left_as_it_was_composed(scenario: Path, variant: str, tmp_path: Path) -> None:
    thaw(scenario, variant, tmp_path)
    assert [*tmp_path.iterdir()] == []
    assert peer_words(tmp_path) == tmp_path / WORDS


def test_each_figure_of_0_1_is_that_of_a_goal() -> None:
    known = {
        "cold": goals.COLD,
        "warm": goals.WARM,
        "scale": goals.SCALE,
        "docx": goals.DOCX + goals.DOCX_SCALE,
        "batch": goals.BATCH + goals.UNCHANGED,
    }
    for race, given in known.items():
        figures = set(baseline(race))
        assert figures <= {name_of(goal) for goal in given}
        assert figures >= {name_of(goal) for goal in given if goal.limit is not None}
