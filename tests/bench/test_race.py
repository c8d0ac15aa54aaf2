"""The bench: who runs when, and what counts as missed."""

import re
import sys
from pathlib import Path

import pytest
from bench.goals import Goal
from bench.race import WARM_UPS, ContenderError, Lap, race
from bench.report import judge, name_of


def test_contenders_take_turns_and_each_second_round_runs_backwards(tmp_path: Path) -> None:
    says = "open('order', 'a').write({!r})"
    laps = race({name: [sys.executable, "-c", says.format(name)] for name in "ABC"}, 3, tmp_path)
    order = (tmp_path / "order").read_text(encoding="utf-8")
    assert re.findall("...", order) == ["ABC", "CBA", "ABC", "CBA", "ABC"]
    assert {name: len(run) for name, run in laps.items()} == {"A": 3, "B": 3, "C": 3}
    assert len(order) == 3 * (3 + WARM_UPS)


def test_a_contender_that_fails_ends_the_race_with_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(ContenderError, match=r"late ended with 3: no wind"):
        race({"late": [sys.executable, "-c", "import sys; sys.stderr.write('no wind'); sys.exit(3)"]}, 1, tmp_path)


def test_contenders_do_not_see_what_would_change_their_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("BRIEFGEN_DEBUG", "1")
    code = "import os, sys; sys.exit(any(name in os.environ for name in ('PYTHONPATH', 'BRIEFGEN_DEBUG')))"
    assert race({"clean": [sys.executable, "-c", code]}, 1, tmp_path)


def test_the_peak_of_a_process_is_told(tmp_path: Path) -> None:
    """Of one that holds little it is that of the process which started it."""
    held = {"little": "pass", "much": "x = bytearray(200_000_000)"}
    laps = race({name: [sys.executable, "-c", code] for name, code in held.items()}, 1, tmp_path)
    assert 0 < laps["little"][0].peak <= laps["much"][0].peak
    assert laps["much"][0].peak > 200


@pytest.mark.parametrize(
    ("limit", "less", "ratio", "missed"),
    [(1.2, (), 1.0, False), (0.9, (), 1.0, True), (None, (), 1.0, False), (1.2, ("start",), 1.25, True)],
)
def test_a_goal_is_a_ratio_of_medians(limit: float | None, less: tuple[str, ...], ratio: float, missed: bool) -> None:
    walls = {"ours": (9.0, 0.5, 0.4), "docx": (0.2, 0.2, 7.0), "pdf": (0.3, 0.1, 0.9), "start": (0.1, 0.1, 0.1)}
    laps = {name: [Lap(wall, wall) for wall in given] for name, given in walls.items()}
    verdict = judge(Goal("ours", ("docx", "pdf"), limit, less), laps)
    assert verdict.value == pytest.approx(ratio)
    assert verdict.missed is missed


@pytest.mark.parametrize(
    ("goal", "said", "value"),
    [
        (Goal("long", ("short",), 1.15, what="time per unit"), "long ÷ short, each per unit", 1.2),
        (Goal("long", (), 1.0), "long, seconds", 6.0),
        (Goal("long", (), 300, what="peak"), "long, MB at its peak", 250),
        (Goal("long", ("short", "short"), None, less=("short",)), "long ÷ (short + short − short)", 12),
    ],
)
def test_what_is_compared_is_said_in_a_line(goal: Goal, said: str, value: float) -> None:
    laps = {"long": [Lap(6.0, 6.0, 250)], "short": [Lap(0.5, 0.5, 40)]}
    assert name_of(goal) == said
    assert judge(goal, laps, {"long": 100, "short": 10}).value == pytest.approx(value)
