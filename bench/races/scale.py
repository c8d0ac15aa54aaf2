"""PDF of a brief ten and a hundred times as long, each in a process of its own. Starting it is not counted."""

from bench.goals import SCALE
from bench.kept import Runner, alone
from bench.report import Report, judge
from bench.setup import Setup, held

ROUNDS = 3
"""At most: a round takes a minute or two."""


def run(setup: Setup) -> list[Report]:
    """WeasyPrint runs up to ten times the brief; a hundred times takes it minutes and gigabytes."""
    folders = setup.laid_ready("scale", ("1-times", "10-times", "100-times"))
    runners = {
        f"{name} × {times}": Runner(contender, folders[f"{times}-times"], f"{contender}.pdf")
        for times in (1, 10, 100)
        for name, contender in (("briefgen", "briefgen-pdf"), ("typst", "typst"), ("WeasyPrint", "weasyprint"))
        if (name, times) != ("WeasyPrint", 100)
    }
    laps = alone(runners, min(setup.rounds, ROUNDS))
    files = held(runners)
    pages = {name: float(file.pages or 1) for name, file in files.items()}
    verdicts = tuple(judge(goal, laps, pages) for goal in SCALE)
    return [Report("Scale: PDF of 1, 10 and 100 times the brief; the unit is a page", laps, verdicts, files)]
