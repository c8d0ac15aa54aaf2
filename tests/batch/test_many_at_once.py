"""Many briefs at once: the same files and words whatever the number of processes, and each failure by itself."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.batch.several import AUDIENCES, ERROR, WARNING, briefs, environment, run, write
from tests.cli.program import PROGRAM

forked = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


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


# What follows sets a trap in the making of a brief, before the program forks.

TRAP = """
import os, signal, sys, time
from briefgen.verbs import batch
real = batch.bytes_of
def trapped(world, file, *rest):
    if file.parent.name == "c":
        {trap}
    return real(world, file, *rest)
batch.bytes_of = trapped
from briefgen.cli import main
sys.argv[0] = "briefgen"
main()
"""


def run_trapped(here: Path, trap: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", TRAP.format(trap=trap), *words], cwd=here, env=environment(here), capture_output=True,
        encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


@forked
def test_a_process_that_is_killed_is_told_of_its_brief_alone(here: Path) -> None:
    done = run_trapped(here, "os.kill(os.getpid(), signal.SIGKILL)", "render", "all", "--to", "native", "--jobs", "2")
    assert done.stdout.split() == [f"briefs/{name}.native" for name in "abe"]
    assert "all/c: error: all/c could not be made: the process that made it was ended from outside" in done.stderr
    assert "(signal 9, Killed). [brief-not-made]" in done.stderr
    assert done.stderr.splitlines()[-1] == "5 briefs: 3 written, 2 failed."
    assert done.returncode == 2
    assert sorted(path.name for path in (here / "briefs").iterdir()) == [
        ".briefgen", "a.native", "b.native", "e.native",
    ]  # fmt: skip


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


@forked
@pytest.mark.parametrize("to", ["all", "the first"])
def test_ctrl_c_stops_all_at_once_and_leaves_nothing_half_written(to: str, here: Path) -> None:
    script = TRAP.format(trap="time.sleep(100)")
    process = subprocess.Popen(
        [sys.executable, "-c", script, "render", "all", "--to", "native", "--jobs", "2"], cwd=here,
        env=environment(here), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert process.stdout is not None
    first = process.stdout.readline() + process.stdout.readline()
    assert first.split() == [b"briefs/a.native", b"briefs/b.native"]
    time.sleep(0.5)
    begin = time.monotonic()
    if to == "all":
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert time.monotonic() - begin < 5
    assert said.decode().splitlines()[-1] == "Stopped."
    assert b"Traceback" not in said
    assert process.returncode == 2
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    assert sorted(path.name for path in (here / "briefs").iterdir()) == [".briefgen", "a.native", "b.native"]
    done = run(here, "render", "all", "--to", "native")
    assert done.stderr.splitlines()[-1].startswith("5 briefs: 2 written, 2 unchanged"), "what was written is known"


@forked
def test_what_a_brief_needs_of_the_program_is_loaded_before_processes_are_forked(tmp_path: Path) -> None:
    write(tmp_path / "bus")
    script = """
import sys
from pathlib import Path
from briefgen.verbs.loaded import load_all
from briefgen.verbs.order import Order
from briefgen.verbs.render import bytes_of
from briefgen.world import World
order = Order(formats=("docx", "pdf", "html"))
load_all([order])
before = set(sys.modules)
assert bytes_of(World.here(), Path("bus/scenario.yaml"), order)[0]
late = set(sys.modules) - before
own = ("briefgen.", "jinja2", "markdown_it")
print(sorted(name for name in late if name.startswith(own)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(tmp_path), capture_output=True, encoding="utf-8",
        check=True,
    )  # fmt: skip
    assert done.stdout == "[]\n"


def test_the_number_of_processes_is_one_at_least(here: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "render", "all", "--jobs", "0"], cwd=here, env=environment(here), capture_output=True, check=False
    )
    assert done.returncode == 2
