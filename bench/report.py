"""What a race says, for people and for programs."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from bench.goals import Goal
from bench.likeness import Likeness
from bench.race import Lap


@dataclass(frozen=True)
class Verdict:
    """A goal and what came of it. Between `low` and `high` lie the values of half the rounds, each by itself."""

    goal: Goal
    value: float
    low: float
    high: float
    cpu: float
    """The same of processor times: steadier on a busy machine, but blind to what runs side by side in threads."""

    @property
    def missed(self) -> bool:
        """Whether a promise was broken."""
        return self.goal.limit is not None and self.value > self.goal.limit


Figures = Mapping[str, Mapping[str, float]]
"""Name of a goal → what was measured: `value`, `low`, `high` and `cpu` as in a verdict."""


@dataclass(frozen=True)
class Report:
    """One race: how long each took, what came of the goals, and what the files hold."""

    title: str
    laps: Mapping[str, Sequence[Lap]]
    verdicts: tuple[Verdict, ...]
    files: Mapping[str, Likeness]


def judge(goal: Goal, laps: Mapping[str, Sequence[Lap]], units: Mapping[str, float] | None = None) -> Verdict:
    """Its value of medians, and how far the rounds lie apart."""
    units = units or {}

    def of(take: Callable[[str], float]) -> float:
        def each(name: str) -> float:
            return take(name) / (units.get(name, 1.0) if goal.what == "time per unit" else 1.0)

        beside = sum(map(each, goal.against)) - sum(map(each, goal.less)) if goal.against else 1.0
        return each(goal.ours) / beside

    def value(lap: Lap) -> float:
        return lap.peak if goal.what == "peak" else lap.wall

    rounds = min(len(laps[name]) for name in (goal.ours, *goal.against, *goal.less))
    each = [of(lambda name: value(laps[name][number])) for number in range(rounds)]  # noqa: B023
    low, _, high = quantiles(each, n=4) if len(each) > 1 else each * 3
    whole = of(lambda name: median(map(value, laps[name])))
    cpu = whole if goal.what == "peak" else of(lambda name: median(lap.cpu for lap in laps[name]))
    return Verdict(goal, whole, low, high, cpu)


def baseline(race: str) -> Figures:
    """What briefgen 0.1 reached; `bench/baseline-0.1.json` says under which conditions."""
    data = json.loads(Path(__file__).with_name("baseline-0.1.json").read_text(encoding="utf-8"))
    figures: Figures = data["figures"][race]
    return figures


def as_text(report: Report, before: Figures) -> str:
    """Plain tables: the files, the laps, the goals with the figures of `before`."""
    held = [
        [name, f"{file.words}", f"{file.held:.1%}", "–" if file.pages is None else f"{file.pages}",
         f"{file.size / 1000:.0f}"]
        for name, file in report.files.items()
    ]  # fmt: skip
    runs = [
        [name, *_milliseconds([lap.wall for lap in run]), f"{median(lap.cpu for lap in run) * 1000:.0f}",
         _peak([lap.peak for lap in run])]
        for name, run in report.laps.items()
    ]  # fmt: skip
    goals = [
        [name_of(verdict.goal), f"{verdict.value:.3g}", f"{verdict.low:.3g}–{verdict.high:.3g}", f"{verdict.cpu:.3g}",
         f"{before[name]['value']:.3g}" if (name := name_of(verdict.goal)) in before else "–",
         "–" if verdict.goal.limit is None else f"{verdict.goal.limit:.3g}", _outcome(verdict)]
        for verdict in report.verdicts
    ]  # fmt: skip
    return "\n".join([
        report.title, "",
        *_table(["file", "words", "of the brief's", "pages", "KB"], held), "",
        *_table(["contender", "min ms", "median", "max", "CPU ms", "peak MB"], runs), "",
        *_table(["goal", "value", "half the rounds", "of CPU", "in 0.1", "at most", ""], goals), "",
    ])  # fmt: skip


def as_data(report: Report, before: Figures) -> dict[str, object]:
    """The same with each lap, to be written as JSON. Times in seconds."""
    return {
        "files": {name: asdict(file) for name, file in report.files.items()},
        "laps": {name: [asdict(lap) for lap in run] for name, run in report.laps.items()},
        "goals": [
            {"goal": name_of(item.goal), "value": item.value, "low": item.low, "high": item.high, "cpu": item.cpu,
             "limit": item.goal.limit, "missed": item.missed, "in 0.1": before.get(name_of(item.goal))}
            for item in report.verdicts
        ],
    }  # fmt: skip


def name_of(goal: Goal) -> str:
    """What is compared, in a line."""
    if not goal.against:
        return f"{goal.ours}, {'MB at its peak' if goal.what == 'peak' else 'seconds'}"
    beside = " + ".join(goal.against) + "".join(f" − {name}" for name in goal.less)
    named = f"{goal.ours} ÷ ({beside})" if len(goal.against + goal.less) > 1 else f"{goal.ours} ÷ {beside}"
    return f"{named}, each {goal.what.removeprefix('time ')}" if goal.what == "time per unit" else named


def _outcome(verdict: Verdict) -> str:
    if verdict.goal.limit is None:
        return ""
    return "MISSED" if verdict.missed else "met"


def _peak(peaks: Sequence[float]) -> str:
    return f"{median(peaks):.0f}" if any(peaks) else "–"


def _milliseconds(seconds: Sequence[float]) -> list[str]:
    return [f"{value * 1000:.0f}" for value in (min(seconds), median(seconds), max(seconds))]


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    """The first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return [
        "  ".join((cell.rjust if place else cell.ljust)(widths[place]) for place, cell in enumerate(row)).rstrip()
        for row in [head, ["-" * width for width in widths], *rows]
    ]
