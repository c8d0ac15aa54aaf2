"""What a race says, for people and for programs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from bench.goals import Goal
from bench.likeness import Likeness
from bench.race import Lap


@dataclass(frozen=True)
class Verdict:
    """A goal and what came of it. Between `low` and `high` lie the ratios of half the rounds, each by itself."""

    goal: Goal
    ratio: float
    low: float
    high: float
    cpu: float
    """The ratio of processor times: steadier on a busy machine, but blind to what runs side by side in threads."""

    @property
    def missed(self) -> bool:
        """Whether a promise was broken."""
        return self.goal.limit is not None and self.ratio > self.goal.limit


def judge(goal: Goal, laps: Mapping[str, Sequence[Lap]]) -> Verdict:
    """The ratio of medians, and how far the rounds lie apart."""

    def ratio(seconds: Callable[[str], float]) -> float:
        return seconds(goal.ours) / (sum(map(seconds, goal.against)) - sum(map(seconds, goal.less)))

    each = [ratio(lambda name: laps[name][number].wall) for number in range(len(laps[goal.ours]))]  # noqa: B023
    low, _, high = quantiles(each, n=4) if len(each) > 1 else each * 3
    wall = ratio(lambda name: median(lap.wall for lap in laps[name]))
    return Verdict(goal, wall, low, high, ratio(lambda name: median(lap.cpu for lap in laps[name])))


def as_text(laps: Mapping[str, Sequence[Lap]], verdicts: Sequence[Verdict], files: Mapping[str, Likeness]) -> str:
    """Three plain tables: the files, the laps, the goals."""
    held = [
        [name, f"{file.words}", f"{file.held:.1%}", "–" if file.pages is None else f"{file.pages}"]
        for name, file in files.items()
    ]
    runs = [
        [name, *_milliseconds([lap.wall for lap in run]), f"{median(lap.cpu for lap in run) * 1000:.0f}"]
        for name, run in laps.items()
    ]  # fmt: skip
    goals = [
        [_name(verdict.goal), f"{verdict.ratio:.2f}", f"{verdict.low:.2f}–{verdict.high:.2f}", f"{verdict.cpu:.2f}",
         "–" if verdict.goal.limit is None else f"{verdict.goal.limit}", _outcome(verdict)]
        for verdict in verdicts
    ]  # fmt: skip
    return "\n".join([
        *_table(["file", "words", "of the brief's", "pages"], held), "",
        *_table(["whole process", "min ms", "median", "max", "CPU ms"], runs), "",
        *_table(["goal", "ratio", "half the rounds", "of CPU", "at most", ""], goals),
    ])  # fmt: skip


def as_data(
    laps: Mapping[str, Sequence[Lap]],
    verdicts: Sequence[Verdict],
    files: Mapping[str, Likeness],
    versions: Mapping[str, str],
) -> dict[str, object]:
    """The same with each lap, to be written as JSON. Times in seconds."""
    return {
        "versions": dict(versions),
        "files": {name: {"words": file.words, "held": file.held, "pages": file.pages} for name, file in files.items()},
        "laps": {name: [{"wall": lap.wall, "cpu": lap.cpu} for lap in run] for name, run in laps.items()},
        "goals": [
            {"goal": _name(item.goal), "ratio": item.ratio, "low": item.low, "high": item.high, "cpu": item.cpu,
             "limit": item.goal.limit, "missed": item.missed}
            for item in verdicts
        ],
    }  # fmt: skip


def _name(goal: Goal) -> str:
    beside = " + ".join(goal.against) + "".join(f" − {name}" for name in goal.less)
    return f"{goal.ours} ÷ ({beside})" if len(goal.against + goal.less) > 1 else f"{goal.ours} ÷ {beside}"


def _outcome(verdict: Verdict) -> str:
    if verdict.goal.limit is None:
        return ""
    return "MISSED" if verdict.missed else "met"


def _milliseconds(seconds: Sequence[float]) -> list[str]:
    return [f"{value * 1000:.0f}" for value in (min(seconds), median(seconds), max(seconds))]


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    """The first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return [
        "  ".join((cell.rjust if place else cell.ljust)(widths[place]) for place, cell in enumerate(row)).rstrip()
        for row in [head, ["-" * width for width in widths], *rows]
    ]
