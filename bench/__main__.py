"""`bench/run`: makes the brief once, lays it ready for the peers, races, tells."""

import argparse
import json
import sys
from pathlib import Path

from bench.brief import BriefError, compose, plain_theme
from bench.contenders import PANDOC, PANDOC_MARKDOWN, TYPST, contenders, lay_ready, versions
from bench.goals import GOALS
from bench.likeness import LEAST, brief_words, likeness
from bench.race import ContenderError, race
from bench.report import as_data, as_text, judge

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Exit code 0: all goals met; 1: a goal missed; 2: no fair race could be run."""
    asked = _arguments()
    scenario, out = asked.scenario.resolve(), asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    try:
        document = compose(scenario)
        lay_ready(document, plain_theme(), out)
        laps = race(contenders(document, scenario), asked.rounds, out)
    except (BriefError, ContenderError) as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    wanted = brief_words(document)
    names = (f"{scenario.name}.docx", f"{scenario.name}.pdf", PANDOC, PANDOC_MARKDOWN, TYPST)
    files = {name: likeness(wanted, out / name) for name in names}
    verdicts = [judge(goal, laps) for goal in GOALS]
    ran = versions()
    sys.stdout.write(f"{' · '.join(f'{name} {version}' for name, version in ran.items())}; {asked.rounds} rounds\n\n")
    sys.stdout.write(as_text(laps, verdicts, files) + "\n")
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(as_data(laps, verdicts, files, ran), indent=1) + "\n", encoding="utf-8")
    unlike = [name for name, file in files.items() if file.held < LEAST]
    if unlike:
        sys.stderr.write(f"Less than {LEAST:.0%} of the brief's words stand in {', '.join(unlike)}: no fair race.\n")
        return 2
    return int(any(verdict.missed for verdict in verdicts))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench/run", description="Times briefgen beside its peers, in turn, in one run."
    )
    parser.add_argument("scenario", nargs="?", type=Path, default=ROOT / "scenarios" / "haiti-2022")
    parser.add_argument("--rounds", type=int, default=21, help="after the warm-up; default %(default)s")
    parser.add_argument("--out", type=Path, default=ROOT / "bench" / "out", help="where all write; default bench/out")
    parser.add_argument(
        "--json", type=Path, default=ROOT / "bench" / "out" / "results.json", help="the same for programs"
    )
    return parser.parse_args()


sys.exit(main())
