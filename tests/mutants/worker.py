"""Reads mutants in a process of its own: `python -m tests.mutants.worker FOLDER FIRST LAST`, one JSON line for each.

It calls the program's commands as functions, in a copy of the folder, with a bound on memory and a timer.
"""

import contextlib
import faulthandler
import io
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import click
from tests.cli.program import ENVIRONMENT, PROGRAM
from tests.mutants.targets import Mutant, mutant, prepare

from briefgen.cli.app import app

SECONDS = 5.0
MEGABYTES = 300
_ROOM = 2 << 30
"""Bytes of address space: what asks for more is a MemoryError, which the program has an answer to."""
_BY_PROCESS = 97
"""One mutant in so many goes through a command line of its own."""


class TooSlowError(Exception):
    """A command took too long."""


def _stop(number: int, frame: object) -> None:
    raise TooSlowError


def run(words: tuple[str, ...]) -> tuple[int, str, str]:
    """Exit code, output, and why it failed, of a command that is called here."""
    out = io.StringIO()
    why = ""
    code = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            app.main(list(words), prog_name="briefgen", standalone_mode=False)
    except SystemExit as end:
        code = int(end.code or 0)
    except click.ClickException as end:
        out.write(end.format_message())
        code = 2
    except (TooSlowError, KeyboardInterrupt):
        raise
    except BaseException as fault:  # noqa: BLE001  (whatever the last net of the program would catch)
        why = "".join(traceback.format_exception_only(fault)).strip()[:300] + " " + _where(fault)
    text = out.getvalue()
    if "a fault of the program" in text:
        why = next(line for line in text.splitlines() if "a fault of the program" in line)
    return code, text, why


def _where(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if "/briefgen/" in frame.filename][-1:] + frames[-1:]
    return " ".join(f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno}" for frame in ours)


def peak() -> float:
    """Megabytes that the process held at most since it was last asked."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    most = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")
    return most / 1024


def examine(one: Mutant, by_process: bool) -> dict[str, object]:
    """What became of a mutant."""
    peak()
    start = time.process_time()
    if by_process:
        done = subprocess.run(
            [*PROGRAM, *one.command], env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False, timeout=60
        )
        text = done.stdout + done.stderr
        why = text[-400:] if done.returncode not in (0, 1, 2) or "Traceback" in text or "a fault of" in text else ""
        return {"seconds": 0.0, "megabytes": 0.0, "code": done.returncode, "why": why}
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS * 2)
    try:
        code, _, why = run(one.command)
    except TooSlowError as fault:
        code, why = -1, "too slow " + _where(fault)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return {"seconds": time.process_time() - start, "megabytes": peak(), "code": code, "why": why}


def results(folder: Path, seeds: range) -> Iterator[dict[str, object]]:
    """What became of each mutant of the folder."""
    sound = folder.with_name(f"{folder.name}-{seeds.start}")
    shutil.copytree(folder, sound)
    os.chdir(sound)
    kept = {path.relative_to(sound) for path in sound.rglob("*") if path.is_file()}
    for seed in seeds:
        one = mutant(folder, seed)
        (sound / one.file).write_bytes(one.data)
        sys.stdout.write(json.dumps({"begins": seed}) + "\n")
        sys.stdout.flush()
        found = examine(one, seed % _BY_PROCESS == 0)
        yield found | {"seed": seed, "target": one.target.name, "file": one.file, "command": " ".join(one.command)}
        for path in sound.rglob("*"):
            if path.is_file() and path.relative_to(sound) not in kept:
                path.unlink()
        for each in kept:
            if (sound / each).read_bytes() != (folder / each).read_bytes():
                shutil.copy(folder / each, sound / each)
    shutil.rmtree(sound, ignore_errors=True)


def main() -> None:
    folder, first, last = Path(sys.argv[1]).resolve(), int(sys.argv[2]), int(sys.argv[3])
    faulthandler.enable()
    os.environ["XDG_CACHE_HOME"] = str(folder.parent / f"cache-{first}")
    signal.signal(signal.SIGVTALRM, _stop)
    if not folder.exists():
        folder.mkdir(parents=True)
        os.chdir(folder)
        prepare(folder, lambda words: run(words))
    resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM))
    for each in results(folder, range(first, last)):
        sys.stdout.write(json.dumps(each) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
