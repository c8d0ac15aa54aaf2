"""A pool of workers: each item has one result, in order, whatever happens to a worker or to the first process."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = """
import os, signal, sys, tempfile, time
from pathlib import Path
from briefgen.io.pool import pooled

{work}

if __name__ == "__main__":
{main}
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def start(folder: Path, work: str, main: str) -> "subprocess.Popen[str]":
    """A program that defines `work(item)` and then runs `main`, with a folder of its own for temporary files."""
    (folder / "tmp").mkdir()
    lines = "\n".join(f"    {line}" for line in main.splitlines())
    (folder / "program.py").write_text(PROGRAM.format(work=work, main=lines), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "program.py"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"TMPDIR": str(folder / "tmp"), "TEMP": str(folder / "tmp")}, start_new_session=True,
    )  # fmt: skip


def run(folder: Path, work: str, main: str) -> str:
    """What the program prints. It leaves no process and no temporary file."""
    process = start(folder, work, main)
    out, said = process.communicate(timeout=60)
    assert (said, process.returncode) == ("", 0)
    assert list((folder / "tmp").iterdir()) == []
    return out.strip()


def is_gone(group: int, seconds: float = 20) -> bool:
    """Whether all processes of a group end in that time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_results_come_in_order_from_as_many_processes_as_were_asked_for(tmp_path: Path) -> None:
    said = run(
        tmp_path,
        "def work(n): time.sleep(0.2 if n % 7 == 0 else 0.01); return n, os.getpid()",
        "got = list(pooled(work, [[n, n + 1] for n in range(0, 200, 2)], 3))\n"
        "print([n for n, _ in got] == list(range(200)), len({p for _, p in got}), os.getpid() in {p for _, p in got})\n"
        "print(all(got[n][1] == got[n + 1][1] for n in range(0, 200, 2)))",
    )
    assert said == "True 3 False\nTrue", "the items of a batch are done by one worker"


@posix
@pytest.mark.parametrize("death", ["os.kill(os.getpid(), 9)", "os.kill(os.getpid(), 15)", "os._exit(0)"])
def test_an_item_over_which_workers_die_twice_has_no_result_and_all_others_have_one(death: str, tmp_path: Path) -> None:
    work = f"def work(n):\n    if n in (1, 4): {death}\n    return 'x' * 500_000 + str(n)"
    got = run(tmp_path, work, "print([n and n[-1] for n in pooled(work, [[0, 1, 2], [3], [4, 5], [6], [7], [8]], 2)])")
    assert got == "['0', None, '2', '3', None, '5', '6', '7', '8']"


@posix
def test_an_item_over_which_a_worker_dies_once_is_done_again(tmp_path: Path) -> None:
    work = (
        "def work(n):\n"
        "    if n in (2, 5) and not Path(f'died-{n}').exists():\n"
        "        Path(f'died-{n}').touch(); os.kill(os.getpid(), 9)\n"
        "    return n"
    )
    assert run(tmp_path, work, "print(list(pooled(work, [[n] for n in range(8)], 2)))") == "[0, 1, 2, 3, 4, 5, 6, 7]"


def test_what_an_item_raises_in_a_worker_is_raised_here(tmp_path: Path) -> None:
    said = run(
        tmp_path,
        "def work(n): return 6 // (n - 3)",
        "import traceback\n"
        "going = pooled(work, [[n] for n in range(6)], 2)\n"
        "print([next(going) for _ in range(3)])\n"
        "try: next(going)\n"
        "except ZeroDivisionError as fault: print(traceback.extract_tb(fault.__traceback__)[-1].name)",
    )
    assert said == "[-2, -3, -6]\nwork"


@pytest.mark.parametrize(
    "trouble",
    [
        "multiprocessing.context.SpawnProcess.start = lambda _: (_ for _ in ()).throw(BlockingIOError())",
        "tempfile.mkdtemp = lambda **_: (_ for _ in ()).throw(OSError(28, 'No space left on device'))",
        "concurrent.futures.process._check_system_limits = lambda: (_ for _ in ()).throw(NotImplementedError())",
    ],
    ids=["no process", "no temporary folder", "no semaphores"],
)
def test_where_no_worker_can_be_had_the_work_is_done_here(trouble: str, tmp_path: Path) -> None:
    main = f"import concurrent.futures.process, multiprocessing.context\n{trouble}\n"
    said = run(
        tmp_path,
        "def work(n): return os.getpid()",
        main + "print({p == os.getpid() for p in pooled(work, [[n] for n in range(4)], 2)})",
    )
    assert said == "{True}"


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files")
def test_results_for_which_the_disk_has_no_room_are_worked_out_here(tmp_path: Path) -> None:
    work = (
        "import resource\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))\n"
        "def work(n): return b'x' * 2000 + b'%d' % n"
    )
    said = run(tmp_path, work, "print([n[2000:] for n in pooled(work, [[n] for n in range(4)], 2)])")
    assert said == "[b'0', b'1', b'2', b'3']"


@posix
def test_an_iterator_that_is_closed_leaves_no_worker_and_none_of_their_temporary_files(tmp_path: Path) -> None:
    said = run(
        tmp_path,
        "def work(n):\n"
        "    with tempfile.TemporaryDirectory() as name:\n"
        "        if n: Path(name, 'x').touch(); Path(f'begun-{n}').touch(); time.sleep(60)",
        "going = pooled(work, [[n] for n in range(4)], 2)\n"
        "next(going)\n"
        "while len(list(Path().glob('begun-*'))) < 2: time.sleep(0.01)\n"
        "begin = time.monotonic()\n"
        "going.close()\n"
        "print(time.monotonic() - begin < 10)",
    )
    assert said == "True"


@posix
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_when_the_first_process_is_killed_the_workers_end(end: signal.Signals, tmp_path: Path) -> None:
    process = start(
        tmp_path,
        "def work(n): Path(f'begun-{n}').touch(); time.sleep(60)",
        "list(pooled(work, [[n] for n in range(4)], 2))",
    )
    while len(list(tmp_path.glob("begun-*"))) < 2:
        time.sleep(0.01)
    process.send_signal(end)
    process.wait(timeout=20)
    assert is_gone(process.pid)
    assert list((tmp_path / "tmp").iterdir()) == []
    process.communicate()


def test_the_items_that_are_being_worked_on_are_shown(tmp_path: Path) -> None:
    said = run(
        tmp_path,
        "def work(n): time.sleep(0.1)",
        "shown = []\n"
        "list(pooled(work, [[0], [1], [2], [3]], 2, shown.append))\n"
        "print(shown[0], sorted({n for each in shown for n in each}), max(map(len, shown)))",
    )
    assert said == "[0, 1] [0, 1, 2, 3] 2"
