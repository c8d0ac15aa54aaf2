"""An error is never a traceback: not even one of briefgen itself."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.program import ENVIRONMENT, PROGRAM, Write

from briefgen.cli.app import main

FAULTS = {
    "a fault of ours": (KeyError("secret words of a brief"), "KeyError"),
    "a value that cannot be": (ValueError("secret words of a brief"), "ValueError"),
    "endless recursion": (RecursionError(), "RecursionError"),
    "an assertion": (AssertionError(), "AssertionError"),
    "an operating system that refuses": (OSError(5, "Input/output error"), "OSError"),
}


def broken(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    """From here on `briefgen check` fails with this fault."""

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(importlib.import_module("briefgen.commands.check"), "check", fail)


@pytest.mark.parametrize(("fault", "name"), FAULTS.values(), ids=FAULTS)
def test_a_crash_is_told_in_two_lines(
    fault: Exception,
    name: str,
    scenario: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    scenario()
    broken(monkeypatch, fault)
    monkeypatch.setattr(sys, "argv", ["briefgen", "check", "bus"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    first, second = said.err.splitlines()
    assert first.startswith(f"briefgen: a bug in briefgen, not a problem in your files: {name} at cli/test_crashes.py:")
    assert "BRIEFGEN_DEBUG=1" in second
    assert "secret words" not in said.err, "what a brief says does not belong in a report of a fault"
    assert said.out == ""
    assert ended.value.code == 2


def test_the_whole_story_on_request(
    scenario: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario()
    broken(monkeypatch, KeyError("secret words of a brief"))
    monkeypatch.setattr(sys, "argv", ["briefgen", "check", "bus"])
    monkeypatch.setenv("BRIEFGEN_DEBUG", "1")
    with pytest.raises(SystemExit) as ended:
        main()
    assert "Traceback" in capsys.readouterr().err
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("fault", "said"), [(KeyboardInterrupt(), "Aborted!|Stopped."), (MemoryError(), "briefgen: out of memory.")]
)
def test_what_ends_a_run_from_outside_is_told_in_a_line(
    fault: BaseException,
    said: str,
    scenario: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    scenario()
    broken(monkeypatch, fault)
    monkeypatch.setattr(sys, "argv", ["briefgen", "check", "bus"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert capsys.readouterr().err.strip() in said.split("|")
    assert ended.value.code in (1, 2)


def test_a_reader_that_stops_listening_is_no_crash(scenario: Write, here: Path) -> None:
    """`briefgen explain … | head -1`."""
    scenario("".join(f"key{n}: x\n" for n in range(900)))
    with subprocess.Popen(
        [*PROGRAM, "check", "bus", "--format", "json"],
        cwd=here,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
