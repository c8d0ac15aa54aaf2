"""Many briefs at once: the same files and words whatever the number of processes, and each failure by itself."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.batch.several import AUDIENCES, ERROR, WARNING, briefs, environment, run, write
from tests.cli.program import ENVIRONMENT, PROGRAM
from tests.io.test_pool import is_gone

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")
SEED = int(os.environ.get("BRIEFGEN_SEED", "2022"))


def workers(process: int) -> list[int]:
    """The worker processes of a run."""
    out = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            if int(parent) == process and b"spawn_main" in (folder / "cmdline").read_bytes():
                out.append(int(folder.name))
    return out


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Three sound scenarios, one with a warning, one with an error."""
    for name in ("a", "c", "e"):
        write(tmp_path / "all" / name, AUDIENCES)
    write(tmp_path / "all" / "b", WARNING + AUDIENCES)
    write(tmp_path / "all" / "d", ERROR + AUDIENCES)
    return tmp_path


def test_the_same_files_and_the_same_words_with_one_process_and_with_several(here: Path) -> None:
    asked = ("render", "all", "--audience", "public", "--audience", "council", "--lang", "en", "--lang", "fr")
    one = run(here, *asked, "--jobs", "1", "--out", "one")
    several = run(here, *asked, "--jobs", "3", "--out", "three")
    assert several.stdout == one.stdout.replace("one/", "three/")
    assert several.stderr == one.stderr
    assert several.returncode == one.returncode == 1
    assert briefs(here, "one") == briefs(here, "three")
    assert len(briefs(here, "one")) == 4 * 2 * 2 * 2


def test_one_that_fails_does_not_stop_the_others(here: Path) -> None:
    done = run(here, "render", "all", "--to", "native")
    assert done.stdout.split() == [f"briefs/{name}.native" for name in "abce"]
    said = done.stderr.splitlines()
    assert said[-3:] == [
        "all/b: written, 1 warning",
        "all/d: not written, 1 error",
        "5 briefs: 4 written, 1 failed.",
    ]
    assert next(line for line in said if "[" in line).startswith("all/b/scenario.yaml:")
    assert done.returncode == 1


def test_what_is_wrong_with_a_scenario_is_told_once_for_all_its_briefs(here: Path) -> None:
    done = run(here, "render", "all/b", "all/d", "--to", "native", "--audience", "public", "--audience", "council")
    assert done.stderr.count("[unknown-fact]") == 1
    assert done.stderr.splitlines()[-5:] == [
        "all/b (public): written, 1 warning",
        "all/b (council): written, 1 warning",
        "all/d (public): not written, 1 error",
        "all/d (council): not written, 1 error",
        "4 briefs: 2 written, 2 failed.",
    ]


def test_all_audiences_and_all_languages(tmp_path: Path) -> None:
    file = write(tmp_path / "bus", AUDIENCES)
    text = file.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    words = title.removeprefix("title: ")
    file.write_text(text.replace(title, f"title: {{en: {words}, fr: {words}}}"), encoding="utf-8")
    done = run(tmp_path, "render", "bus", "--to", "native", "--audience", "all", "--lang", "all")
    assert done.stdout.split() == [
        f"briefs/bus-{name}.native" for name in ("public", "public-fr", "council", "council-fr")
    ]
    done = run(tmp_path, "render", "bus", "--to", "native", "--audience", "", "--audience", "all")
    assert done.stdout.split() == [f"briefs/bus{name}.native" for name in ("", "-public", "-council")]


def test_where_there_is_no_audience_nothing_is_for_all_of_them(tmp_path: Path) -> None:
    write(tmp_path / "bus")
    done = run(tmp_path, "render", "bus", "--audience", "all")
    assert "There is no audience `all`" in done.stderr
    assert done.returncode == 1
    assert not (tmp_path / "briefs").exists()


def test_two_briefs_of_one_name_are_refused_whichever_is_made_first(tmp_path: Path) -> None:
    """The brief on `bus` for the public has the name of the brief on `bus-public`."""
    write(tmp_path / "all/bus", AUDIENCES)
    write(tmp_path / "all/bus-public", AUDIENCES)
    asked = ("render", "all", "--to", "native", "--audience", "public", "--audience", "")
    for jobs in ("1", "4"):
        done = run(tmp_path, *asked, "--jobs", jobs, "--out", jobs)
        assert done.stdout.split() == [f"{jobs}/{name}.native" for name in ("bus-public", "bus", "bus-public-public")]
        assert "all/bus-public would be written to the same files as all/bus (public). [same-output]" in done.stderr
        assert done.returncode == 2


def test_the_name_of_no_audience_is_told_and_the_others_are_written(here: Path) -> None:
    done = run(here, "render", "all/a", "--to", "native", "--audience", "publik", "--audience", "public")
    assert done.stdout.split() == ["briefs/a-public.native"]
    assert done.stderr.count("Did you mean `public`?") == 1


# What follows sets a trap in the making of a brief, in this process and in its workers.

TRAP = """
import os, pathlib, signal, sys, time
from briefgen.commands import batch
real = batch.rendered_bytes
def trapped(report, world, file, *rest):
    if file.parent.name == "c":
        {trap}
    return real(report, world, file, *rest)
batch.rendered_bytes = trapped
"""


def trapped(here: Path, trap: str) -> dict[str, str]:
    """The variables with which every process of a run sets the trap before it does anything else."""
    (here / "trap").mkdir()
    (here / "trap/sitecustomize.py").write_text(TRAP.format(trap=trap), encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(here / "trap"), ENVIRONMENT["PYTHONPATH"]])}


def run_trapped(here: Path, trap: str, *words: str) -> subprocess.CompletedProcess[str]:
    return run(here, *words, variables=trapped(here, trap))


@posix
def test_a_brief_whose_worker_is_killed_twice_is_reported_and_the_others_are_written(here: Path) -> None:
    done = run_trapped(here, "os.kill(os.getpid(), signal.SIGKILL)", "render", "all", "--to", "native", "--jobs", "2")
    assert done.stdout.split() == [f"briefs/{name}.native" for name in "abe"]
    assert (
        "all/c: error: all/c could not be made: the process that made it ended unexpectedly, also when it made nothing "
        "else. [brief-not-made]\n"
    ) in done.stderr
    assert done.stderr.splitlines()[-1] == "5 briefs: 3 written, 2 failed."
    assert done.returncode == 2
    assert sorted(path.name for path in (here / "briefs").iterdir()) == [
        ".briefgen", "a.native", "b.native", "e.native",
    ]  # fmt: skip


@posix
def test_a_brief_whose_worker_is_killed_once_is_made_again(here: Path) -> None:
    once = "pathlib.Path('died').exists() or (pathlib.Path('died').touch(), os.kill(os.getpid(), signal.SIGKILL))"
    done = run_trapped(here, once, "render", "all", "--to", "native", "--jobs", "2")
    assert (here / "died").exists()
    assert done.stdout.split() == [f"briefs/{name}.native" for name in "abce"]
    assert done.stderr.splitlines()[-1] == "5 briefs: 4 written, 1 failed."
    assert done.returncode == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("trap", "said"),
    [
        ("raise KeyError('secret words')", "a bug in briefgen, not a problem in your files: KeyError at "),
        ("raise MemoryError", "there is not enough memory for it. [brief-not-made]"),
        (
            "def again(n): return again(n + 1)\n        again(0)",
            "a bug in briefgen, not a problem in your files: RecursionError",
        ),
    ],
)
def test_a_fault_of_the_program_stops_one_brief(trap: str, said: str, jobs: str, here: Path) -> None:
    done = run_trapped(here, trap, "render", "all", "--to", "native", "--jobs", jobs)
    assert done.stdout.split() == [f"briefs/{name}.native" for name in "abe"]
    assert f"all/c could not be made: {said}" in done.stderr
    assert "secret words" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 2


@posix
@pytest.mark.parametrize(
    ("end", "to"), [("SIGINT", "all"), ("SIGINT", "the first"), ("SIGTERM", "the first"), ("SIGKILL", "the first")]
)
def test_a_run_that_is_stopped_leaves_no_process_and_nothing_half_written(end: str, to: str, here: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "render", "all", "--to", "native", "--jobs", "2"], cwd=here,
        env=environment(here, trapped(here, "time.sleep(100)")), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert process.stdout is not None
    first = process.stdout.readline() + process.stdout.readline()
    assert first.split() == [b"briefs/a.native", b"briefs/b.native"]
    time.sleep(0.5)
    begin = time.monotonic()
    if to == "all":
        os.killpg(process.pid, signal.Signals[end])
    else:
        process.send_signal(signal.Signals[end])
    _, said = process.communicate(timeout=30)
    if end != "SIGKILL":
        assert said.decode().splitlines()[-1] == "Stopped."
        assert process.returncode == 2
    assert b"Traceback" not in said
    assert is_gone(process.pid)
    assert time.monotonic() - begin < 10
    assert sorted(path.name for path in (here / "briefs").iterdir()) == [".briefgen", "a.native", "b.native"]
    done = run(here, "render", "all", "--to", "native")
    assert done.stderr.splitlines()[-1] == (
        "5 briefs: 2 written, 2 unchanged (1 of them with warnings as before; `--force` shows them), 1 failed."
    )


@pytest.mark.soak
@posix
@pytest.mark.parametrize("end", ["worker", "SIGKILL", "SIGTERM", "SIGINT"])
def test_a_thousand_briefs_are_made_once_each_whatever_is_killed(end: str, tmp_path: Path) -> None:
    """At random moments workers are killed, or the run, which is then started again, and at last left alone."""
    chance = random.Random(SEED)
    for number in range(250):
        write(tmp_path / f"all/{number:03}", AUDIENCES)
    asked = ["render", "all", "--jobs", "2", "--to", "native", "--to", "html"]
    asked += [word for each in ("public", "council") for word in ("--audience", each)]
    asked += ["--lang", "en", "--lang", "fr"]
    printed: list[str] = []
    for left_alone in (False, False, False, end != "worker"):
        with (tmp_path / "printed").open("w") as out:
            process = subprocess.Popen(
                [*PROGRAM, *asked], cwd=tmp_path, env=environment(tmp_path), stdout=out, stderr=subprocess.PIPE,
                start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
            )  # fmt: skip
        for _ in range(0 if left_alone else 8 if end == "worker" else 1):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(1, 8))
            found = workers(process.pid) if end == "worker" else [process.pid]
            if len(found) > (end == "worker") and process.poll() is None:  # not the one that does a brief alone
                os.kill(chance.choice(found), signal.SIGKILL if end == "worker" else signal.Signals[end])
        said = process.communicate()[1].decode()
        assert is_gone(process.pid)
        assert "Traceback" not in said
        printed = (tmp_path / "printed").read_text().split()
        if process.returncode == 0:
            break
        assert end != "worker", said[-2000:]
    expected = [
        f"briefs/{number:03}-{audience}{lang}.{form}"
        for number in range(250) for audience in ("public", "council") for lang in ("", "-fr")
        for form in ("native", "html")
    ]  # fmt: skip
    assert printed == expected
    assert sorted(briefs(tmp_path)) == sorted(Path(each).name for each in expected)
    assert run(tmp_path, *asked).stderr == "1000 briefs: 1000 unchanged.\n", "none is half written"


def test_the_number_of_processes_is_one_at_least(here: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "render", "all", "--jobs", "0"], cwd=here, env=environment(here), capture_output=True, check=False
    )
    assert done.returncode == 2
