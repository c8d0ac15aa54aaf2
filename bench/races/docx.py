"""DOCX: warm, with charts and without; a table of 2,000 rows; ten and a hundred times the brief."""

from bench.frozen import SCENARIOS
from bench.goals import DOCX, DOCX_SCALE
from bench.kept import Runner, alone, warm
from bench.report import Report, judge
from bench.setup import Setup, held

_CONTENDERS = (("briefgen", "briefgen-docx"), ("docxtpl", "docxtpl"), ("pandoc", "pandoc"))

CHARTED = SCENARIOS / "kelmouth-2026"
"""A brief that has charts; the scenario of the other races need not have any."""

ROUNDS = 3
"""At most, of what is long."""


def run(setup: Setup) -> list[Report]:
    """Two races: in processes that live on, and of what is long."""
    folders = setup.laid_ready("docx", ("one-word", "without-charts"), CHARTED)
    short = {
        f"{name}{remark}": Runner(contender, folders[variant], f"{contender}.docx")
        for variant, remark in (("one-word", ""), ("without-charts", ", without charts"))
        for name, contender in _CONTENDERS
    }
    laps = warm(short, setup.rounds)
    first = Report("DOCX: in a process that lives on", laps, tuple(judge(goal, laps) for goal in DOCX), held(short))
    folders = setup.laid_ready("docx", ("10-times", "100-times", "table"))
    long = {
        f"{name}{remark}": Runner(contender, folders[variant], f"{contender}.docx")
        for variant, remark in (("table", ", 2,000 rows"), ("10-times", " × 10"), ("100-times", " × 100"))
        for name, contender in _CONTENDERS
        if (variant, name) != ("100-times", "docxtpl")  # minutes
    }
    laps = alone(long, min(setup.rounds, ROUNDS))
    copies = {name: 100.0 if name.endswith("× 100") else 10.0 for name in long}
    verdicts = tuple(judge(goal, laps, copies) for goal in DOCX_SCALE)
    title = "DOCX of what is long, each in a process of its own; the unit is a copy of the brief"
    return [first, Report(title, laps, verdicts, held(long))]
