"""`bench/run`: the races that are asked for, one after the other, and what came of them."""

import argparse
import json
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from bench.frozen import SCENARIOS
from bench.kept import ROOT
from bench.likeness import LEAST
from bench.race import ContenderError
from bench.races import RACES
from bench.report import Report, as_data, as_text, baseline
from bench.setup import InputError, Setup


def main() -> int:
    """Exit code 0: all goals met; 1: a goal missed; 2: no fair race could be run."""
    asked = _arguments()
    setup = Setup(asked.scenario.resolve(), asked.rounds, asked.out.resolve())
    ran = _versions()
    sys.stdout.write(f"{' · '.join(f'{name} {number}' for name, number in ran.items())}\n\n")
    told: dict[str, list[Report]] = {}
    try:
        for name in asked.races:
            told[name] = RACES[name](setup)
            for report in told[name]:
                sys.stdout.write(as_text(report, baseline(name)) + "\n")
                sys.stdout.flush()
    except (InputError, ContenderError) as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    races = {name: [as_data(report, baseline(name)) for report in reports] for name, reports in told.items()}
    data = {"versions": ran, "races": races}
    asked.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    reports = [report for each in told.values() for report in each]
    unlike = [name for report in reports for name, file in report.files.items() if file.held < LEAST]
    if unlike:
        sys.stderr.write(f"Less than {LEAST:.0%} of the brief's words stand in {', '.join(unlike)}: no fair race.\n")
        return 2
    return int(any(verdict.missed for report in reports for verdict in report.verdicts))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench/run", description="Times briefgen beside its peers, in turn, in one run."
    )
    parser.add_argument("scenario", nargs="?", type=Path, default=SCENARIOS / "haiti-2022")
    parser.add_argument("--races", type=_races, default=list(RACES), help=f"some of {','.join(RACES)}; default: all")
    parser.add_argument("--rounds", type=int, default=21, help="after the warm-up; default %(default)s")
    parser.add_argument("--out", type=Path, default=ROOT / "bench" / "out", help="where all write; default bench/out")
    parser.add_argument(
        "--json", type=Path, default=ROOT / "bench" / "out" / "results.json", help="the same for programs"
    )
    return parser.parse_args()


def _races(given: str) -> list[str]:
    names = given.split(",")
    if unknown := [name for name in names if name not in RACES]:
        raise argparse.ArgumentTypeError(f"no race {', '.join(unknown)}; there are {', '.join(RACES)}")
    return [name for name in RACES if name in names]


def _versions() -> dict[str, str]:
    """What ran: package → version, as installed in the bench's own environment."""
    packages = ("briefgen", "click", "docxtpl", "pypandoc_binary", "typst", "weasyprint")
    return {"python": platform.python_version()} | {package: version(package) for package in packages}


sys.exit(main())
