"""A hundred briefs at once, both formats, on two cores: whole processes. And the same once more, unchanged."""

import subprocess
import sys
from pathlib import Path

from bench.goals import BATCH, UNCHANGED
from bench.kept import ROOT
from bench.likeness import WORDS, likenesses
from bench.race import race
from bench.report import Report, judge
from bench.setup import InputError, Setup

COUNT = 100
JOBS = 2
ROUNDS = 3
"""At most: a round takes a minute or more."""


def run(setup: Setup) -> list[Report]:
    """Each brief has words of its own, so that nobody remembers what was made of another."""
    folder, name = setup.out / "batch", setup.scenario.name
    command = [sys.executable, "-m", "bench.many", str(setup.scenario), str(folder), str(COUNT)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise InputError("Nothing could be laid ready for the race `batch`.")
    python, render = sys.executable, [str(Path(sys.executable).parent / "briefgen"), "render"]
    pool = ["env", f"PYTHONPATH={ROOT}", python, "-m", "bench.pool"]
    laps = race(
        {
            "briefgen render": [*render, "scenarios", "--force", "--jobs", str(JOBS), "--out", "ours"],
            "typst + docxtpl": [*pool, "docxtpl", "briefs", "by-docxtpl", str(JOBS)],
            "typst + pandoc": [*pool, "pandoc", "briefs", "by-pandoc", str(JOBS)],
        },
        min(setup.rounds, ROUNDS),
        folder,
    )
    one = f"{name}-{COUNT // 2:03}"
    made = [f"{place}/{one}.{form}" for place in ("ours", "by-docxtpl", "by-pandoc") for form in ("docx", "pdf")]
    words = folder / "briefs" / one / WORDS
    files = dict(zip(made, likenesses(words, [folder / each for each in made]), strict=True))
    title = f"Batch: {COUNT} briefs, DOCX and PDF, {JOBS} processes; the files are those of one of them"
    first = Report(title, laps, tuple(judge(goal, laps) for goal in BATCH), files)
    laps = race(
        {
            "import click": [python, "-c", "import click"],
            "one brief, unchanged": [*render, f"scenarios/{one}", "--out", "ours"],
            f"{COUNT} briefs, unchanged": [*render, "scenarios", "--out", "ours"],
        },
        setup.rounds,
        folder,
    )
    return [first, Report("Batch: nothing has changed", laps, tuple(judge(goal, laps) for goal in UNCHANGED), {})]
