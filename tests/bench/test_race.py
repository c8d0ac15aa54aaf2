"""The bench: who runs when, what counts as missed, and that the peers are fed the words as they are."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.goals import Goal
from bench.inputs import pandoc, typst_look
from bench.race import WARM_UPS, ContenderError, Lap, race
from bench.report import judge
from hypothesis import given, settings
from tests.strategies import any_words, fair_words

from briefgen.document import Document, NoteMark, Paragraph, Properties, Run, Running, TemplateText


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


@pytest.mark.parametrize(
    ("limit", "less", "ratio", "missed"),
    [(1.2, (), 1.0, False), (0.9, (), 1.0, True), (None, (), 1.0, False), (1.2, ("start",), 1.25, True)],
)
def test_a_goal_is_a_ratio_of_medians(limit: float | None, less: tuple[str, ...], ratio: float, missed: bool) -> None:
    walls = {"ours": (9.0, 0.5, 0.4), "docx": (0.2, 0.2, 7.0), "pdf": (0.3, 0.1, 0.9), "start": (0.1, 0.1, 0.1)}
    laps = {name: [Lap(wall, wall) for wall in given] for name, given in walls.items()}
    verdict = judge(Goal("ours", ("docx", "pdf"), limit, less), laps)
    assert verdict.ratio == pytest.approx(ratio)
    assert verdict.missed is missed


@settings(derandomize=True, max_examples=200, deadline=None)
@given(any_words)
def test_no_text_becomes_markup_in_typst(text: str) -> None:
    escaped = typst_look.escaped(text)
    assert re.sub(r"\\(.)", r"\1", escaped, flags=re.DOTALL) == text
    assert not re.search(r"""[*_`#$<>@\[\]=+/~"'-]""", re.sub(r"\\.", "", escaped, flags=re.DOTALL))


@settings(derandomize=True, max_examples=100, deadline=None)
@given(fair_words)
def test_pandocs_tree_says_the_words_as_they_are(text: str) -> None:
    brief = Document("en", Properties("A brief"), Running(), (Paragraph((Run(text, TemplateText()), NoteMark(1, 2))),))
    paragraph = json.loads(pandoc.tree(brief))["blocks"][0]["c"]
    assert "".join(_words(paragraph[:-1])) == text
    assert list(_words(paragraph[-1:])) == ["1"]


def _words(node: object) -> Iterator[str]:
    match node:
        case {"t": "Str", "c": str(word)}:
            yield word
        case {"t": "Space"}:
            yield " "
        case {"c": inner}:
            yield from _words(inner)
        case list():
            for item in node:
                yield from _words(item)
        case _:
            pass
