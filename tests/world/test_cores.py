"""A work in parts gives the same, however many processes do it; and what goes wrong in one is raised in this one.

Each case runs in a program of its own: a process with threads, as that of a test may be, is never forked.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.scale.many_facts import write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)


MAIN = "from briefgen.cli import main\nmain()"

MANY = "from briefgen.world import cores, parted\nimport os\ncores.available = lambda: 4\n"


def test_parts_come_back_in_order_and_from_as_many_processes() -> None:
    done = run(MANY + "print([x.split()[0] for x in parted(lambda p, n: b'%d/%d %d' % (p, n, os.getpid()), 3)])")
    assert done.stdout == "[b'0/3', b'1/3', b'2/3']\n"
    done = run(MANY + "print(len(set(parted(lambda p, n: b'%d' % os.getpid(), 9))))")
    assert done.stdout == "4\n"


def test_more_bytes_than_a_pipe_holds_come_back_whole() -> None:
    done = run(MANY + "print([len(x) for x in parted(lambda p, n: b'x' * (1_000_000 + p), 2)])")
    assert done.stdout == "[1000000, 1000001]\n"


def test_a_part_whose_process_died_is_done_here() -> None:
    killed = (
        "here = os.getpid()\n"
        "def work(p, n):\n    if os.getpid() != here: os.kill(os.getpid(), 9)\n    return b'%d' % p\n"
    )
    assert run(MANY + killed + "print(parted(work, 3))").stdout == "[b'0', b'1', b'2']\n"


def test_an_error_in_a_part_is_raised_here_and_printed_once() -> None:
    done = run(MANY + "def work(p, n):\n    if p: raise ValueError('no')\n    return b''\nparted(work, 2)")
    assert done.returncode == 1
    assert done.stderr.count("ValueError: no") == 1


def test_where_no_process_can_be_had_the_work_is_done_here() -> None:
    none = "def no():\n    raise BlockingIOError\nos.fork = no\n"
    assert run(MANY + none + "print(parted(lambda p, n: b'%d' % p, 3))").stdout == "[b'0', b'1', b'2']\n"


def test_nothing_that_was_printed_before_is_printed_twice() -> None:
    assert run(MANY + "print('once', end='')\nparted(lambda p, n: b'', 4)").stdout == "once"


def test_a_process_with_threads_is_not_forked() -> None:
    threads = "import threading\nthreading.Thread(target=lambda: threading.Event().wait(5), daemon=True).start()\n"
    assert run(MANY + threads + "print(parted(lambda p, n: b'%d/%d' % (p, n), 3))").stdout == "[b'0/1']\n"


@pytest.mark.skipif(len(getattr(os, "sched_getaffinity", lambda _: ())(0)) < 2, reason="this machine has one core")
def test_a_check_says_the_same_on_one_core_and_on_all(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", 300, 2, 50_000)
    check = f"import sys\nsys.argv[1:] = ['check', {str(folder)!r}, '--format', 'json']\n" + MAIN
    one = run(f"import os\nos.sched_setaffinity(0, list(os.sched_getaffinity(0))[:1])\n{check}")
    several = run(check)
    assert one.stdout == several.stdout
    assert several.stdout.count("number-not-in-passage") == 10
