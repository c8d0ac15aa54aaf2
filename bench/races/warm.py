"""PDF in a process that lives on: the Document (or the peer's source) is in memory, the bytes of the file come out.

In each round a word is another one, so that nobody is asked for what it has just made.
"""

from bench.goals import WARM
from bench.kept import Runner, warm
from bench.report import Report, judge
from bench.setup import Setup, held


def run(setup: Setup) -> list[Report]:
    """One word of the brief is changed; beside it, one word of each run of text."""
    folders = setup.laid_ready("warm", ("one-word", "all-text"))
    runners = {
        f"{name}{remark}": Runner(contender, folders[variant], f"{contender}.pdf")
        for variant, remark in (("one-word", ""), ("all-text", ", all text new"))
        for name, contender in (("briefgen", "briefgen-pdf"), ("typst", "typst"), ("WeasyPrint", "weasyprint"))
        if (variant, name) != ("all-text", "WeasyPrint")  # it remembers no text
    }
    laps = warm(runners, setup.rounds)
    verdicts = tuple(judge(goal, laps) for goal in WARM)
    return [Report("Warm: PDF, in a process that lives on", laps, verdicts, held(runners))]
