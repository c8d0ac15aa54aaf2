"""Pieces of work on several processes: each is answered once, and what happens to one process is told of one piece.

Each case runs in a program of its own: a process with threads, as that of a test may be, is never forked.
"""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")

BEGIN = """
import os, signal, sys, time
from briefgen.world.spread import Lost, spread
here = os.getpid()
def mine(piece): return b"%d %d" % (piece, os.getpid())
"""


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.strip()


def test_every_piece_is_answered_once_and_not_by_this_process() -> None:
    said = run(
        "found = dict(spread([[n] for n in range(40)], mine, 3))\n"
        "print(all(found[n].split()[0] == b'%d' % n for n in range(40)), len(found),\n"
        "      len({a.split()[1] for a in found.values()}), b'%d' % here in {a.split()[1] for a in found.values()})"
    )
    assert said == "True 40 3 False"


def test_a_batch_is_done_by_one_process_in_its_order() -> None:
    said = run(
        "found = list(spread([range(0, 5), range(5, 10), range(10, 15)], mine, 2))\n"
        "for start in (0, 5, 10):\n"
        "    of = [(n, a.split()[1]) for n, a in found if start <= n < start + 5]\n"
        "    print([n for n, _ in of] == list(range(start, start + 5)), len({p for _, p in of}))"
    )
    assert said == "True 1\nTrue 1\nTrue 1"


def test_long_answers_and_long_batches_come_back_whole() -> None:
    assert run("print({len(a) for _, a in spread([[0], [1], [2]], lambda n: b'x' * 5_000_000, 2)})") == "{5000000}"
    assert run("print(len(dict(spread([range(9000), range(9000, 18000)], lambda n: b'x' * 99, 2))))") == "18000"


@pytest.mark.parametrize(
    ("death", "signal"), [("os.kill(os.getpid(), 9)", 9), ("os._exit(3)", 0), ("raise ValueError('no')", 0)]
)
def test_a_process_that_dies_takes_one_piece_with_it(death: str, signal: int) -> None:
    said = run(
        f"def work(n):\n    if n in (1, 4): {death}\n    return b'%d' % n\n"
        "print(sorted(spread([[0, 1, 2], [3, 4, 5]], work, 2)))"
    )
    lost = f"Lost(signal={signal})"
    assert said == f"[(0, b'0'), (1, {lost}), (2, b'2'), (3, b'3'), (4, {lost}), (5, b'5')]"


def test_where_all_die_all_is_lost_and_the_run_goes_on() -> None:
    said = run("print(sum(isinstance(a, Lost) for _, a in spread([[n] for n in range(9)], lambda n: os._exit(1), 3)))")
    assert said == "9"


def test_an_iterator_that_is_closed_leaves_no_process_behind() -> None:
    said = run(
        "def work(n):\n    if n: time.sleep(60)\n    return b''\n"
        "begin = time.monotonic()\n"
        "going = spread([[0], [1], [2]], work, 2)\n"
        "print(next(going))\n"
        "going.close()\n"
        "try: os.waitpid(-1, os.WNOHANG)\n"
        "except ChildProcessError: print('none', time.monotonic() - begin < 10)"
    )
    assert said == "(0, b'')\nnone True"


def test_a_process_that_is_told_to_end_clears_away_what_it_made() -> None:
    said = run(
        "import tempfile\n"
        "def work(n):\n"
        "    with tempfile.TemporaryDirectory(prefix='spread-') as name:\n"
        "        sent.write(name + '\\n'); sent.flush()\n"
        "        if n: time.sleep(60)\n"
        "    return b''\n"
        "got, put = os.pipe()\n"
        "sent = os.fdopen(put, 'w')\n"
        "going = spread([[0], [1]], work, 2)\n"
        "next(going)\n"
        "names = os.read(got, 1000).decode().split()\n"
        "while len(names) < 2: names += os.read(got, 1000).decode().split()\n"
        "going.close()\n"
        "print([os.path.exists(name) for name in names])"
    )
    assert said == "[False, False]"


def test_when_the_first_process_is_killed_the_others_end() -> None:
    said = run(
        "got, put = os.pipe()\n"
        "first = os.fork()\n"
        "if not first:\n"
        "    def work(n):\n        os.write(put, b'%d ' % os.getpid()); time.sleep(1); return b''\n"
        "    list(spread([[0], [1], [2], [3]], work, 2))\n"
        "pids = b''\n"
        "while pids.count(b' ') < 2: pids += os.read(got, 99)\n"
        "os.kill(first, 9); os.waitpid(first, 0)\n"
        "until = time.monotonic() + 20\n"
        "def alive(pid):\n"
        "    try: return open(f'/proc/{pid}/stat').read().split()[2] != 'Z'\n"
        "    except OSError: return False\n"
        "while any(alive(int(p)) for p in pids.split()) and time.monotonic() < until: time.sleep(0.05)\n"
        "print([alive(int(p)) for p in pids.split()])"
    )
    assert said == "[False, False]"


def test_no_batch_is_begun_while_there_is_no_room() -> None:
    said = run(
        "free = [True]\n"
        "going = spread([[n] for n in range(6)], mine, 2, has_room=lambda: free[0])\n"
        "got = [next(going)]\n"
        "free[0] = False\n"
        "got += going\n"
        "print(sorted(n for n, _ in got))"
    )
    assert said == "[0, 1, 2, 3, 4, 5]", "that of one process at a time goes on, so that room is made"


def test_what_is_in_hand_is_told() -> None:
    said = run(
        "told = []\n"
        "print(sorted(n for n, _ in spread([[0], [1], [2]], mine, 2, told.append)))\n"
        "print(told[-1] and {n for each in told for n in each} == {0, 1, 2} and max(map(len, told)) <= 2)"
    )
    assert said == "[0, 1, 2]\nTrue"


@pytest.mark.parametrize(
    "before",
    [
        "jobs = 1",
        "jobs = 4\nimport threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()",
        "jobs = 4\ndef no(): raise BlockingIOError\nos.fork = no",
    ],
    ids=["one job", "threads", "no process is to be had"],
)
def test_else_all_is_done_here(before: str) -> None:
    said = run(f"{before}\nprint([(n, a.split()[1] == b'%d' % here) for n, a in spread([[0, 1], [2]], mine, jobs)])")
    assert said == "[(0, True), (1, True), (2, True)]"


def test_a_process_of_several_forks_no_others() -> None:
    said = run(
        "from briefgen.world import parted\n"
        "def work(n): return b'%d' % len({*parted(lambda p, of: b'%d' % os.getpid(), 8)})\n"
        "print([a for _, a in spread([[0], [1]], work, 2)])"
    )
    assert said == "[b'1', b'1']"
