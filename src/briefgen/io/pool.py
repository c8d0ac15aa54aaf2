"""Many pieces of work on a pool of worker processes, by `concurrent.futures`.

Workers are spawned, not forked: that is safe beside threads, and works the same on Linux, macOS and Windows. They write
their results to files in a temporary folder: a process that is killed while it writes a long message to the pipe of an
executor blocks that executor for good, and results that wait for their turn need no memory.
"""

import contextlib
import os
import pickle
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from itertools import count
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Begun: TypeAlias = Callable[[Sequence[Item]], None]

_GRACE = 2.0
"""Seconds that a worker has to remove its temporary files when it is stopped."""
_MOST_WORKERS = 61
"""Of one executor on Windows."""
_AHEAD = 64
"""Batches that may be done before one that was asked for earlier."""
_WORTHWHILE = 4
"""Items for which it pays to start a worker, which has to load the program."""
_NUMBERS = count()
"""Names of files with results."""


def default_jobs(items: int) -> int:
    """The number of workers for so many items, at most one for each core that this process may use."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return max(1, min(cores, items // _WORTHWHILE))


def pooled(
    work: Callable[[Item], Result], batches: Sequence[Sequence[Item]], jobs: int, begun: Begun[Item] = lambda _: None
) -> Generator[Result | None]:
    """The result of each item, in the order of the items, computed by up to `jobs` processes; None where the worker
    died, and died again when it did this item alone. Close the iterator, or read it to its end.

    `work` is pickled for each worker. The items of a batch go to one worker, in their order. `begun` receives the items
    that are being worked on, whenever they change. With one job or one batch, and where no process can be started, the
    work is done in this process. So is what raises an exception in a worker, which is then raised here.
    """
    jobs = min(jobs, len(batches), _MOST_WORKERS)
    pool = _Pool.start(work, jobs, begun) if jobs > 1 else None
    if pool is None:
        for item in (item for batch in batches for item in batch):
            begun([item])
            yield work(item)
        return
    with closing(pool):
        yield from pool.results(batches)


class _Sent(Generic[Item]):
    """A batch, the file for its results, and whether a worker has written it."""

    def __init__(self, items: Sequence[Item], file: Path, future: "Future[bool]") -> None:
        self.items, self.file, self.future = items, file, future

    def died(self) -> bool:
        return self.future.done() and isinstance(self.future.exception(), BrokenProcessPool)

    def had_begun(self) -> bool:
        return _mark(self.file).exists()

    def results(self, work: Callable[[Item], Result]) -> Iterator[Result]:
        if not self.future.result():
            yield from map(work, self.items)
            return
        yield from pickle.loads(self.file.read_bytes())  # written by a worker of ours, in a folder of ours
        self.file.unlink()


class _Pool(Generic[Item, Result]):
    def __init__(self, work: Callable[[Item], Result], jobs: int, begun: Begun[Item], folder: Path) -> None:
        self._work, self._jobs, self._begun, self._folder = work, jobs, begun, folder
        self._workers = _Workers(work, jobs, folder)

    @classmethod
    def start(cls, work: Callable[[Item], Result], jobs: int, begun: Begun[Item]) -> "_Pool[Item, Result] | None":
        """The pool; None where this system has no temporary folder, or cannot synchronise processes."""
        try:
            folder = Path(tempfile.mkdtemp(prefix="briefgen-"))
        except OSError:
            return None
        try:
            return cls(work, jobs, begun, folder)
        except (OSError, ImportError, NotImplementedError):
            shutil.rmtree(folder, ignore_errors=True)
            return None

    def results(self, batches: Sequence[Sequence[Item]]) -> Iterator[Result | None]:
        waiting = deque(batches)
        sent: deque[_Sent[Item]] = deque()
        while waiting or sent:
            while waiting and len(sent) < _AHEAD + self._jobs:
                sent.append(self._workers.send(waiting.popleft()))
            running = [each for each in sent if not each.future.done()]
            if not sent[0].future.done():
                self._begun([each.items[0] for each in running[: self._jobs]])
                wait([each.future for each in running], return_when=FIRST_COMPLETED)
            if any(each.died() for each in sent):
                yield from self._recovered(sent)
            while sent and sent[0].future.done() and not sent[0].died():
                yield from sent.popleft().results(self._work)

    def _recovered(self, sent: "deque[_Sent[Item]]") -> Iterator[Result | None]:
        """After the death of a worker, which ends all: what they were doing is done again, each item alone; the rest is
        sent to new workers."""
        self._workers.stop()
        lost = [each for each in sent if each.died()]
        alone = [each for each in lost if each.had_begun()] or lost[: self._jobs]
        while sent and (sent[0] in alone or not sent[0].died()):
            each = sent.popleft()
            if each in alone:
                yield from self._alone(each.items)
            else:
                yield from each.results(self._work)
        self._workers = _Workers(self._work, self._jobs, self._folder)
        for at, each in enumerate(sent):
            if each.died():
                sent[at] = self._workers.send(each.items)

    def _alone(self, items: Sequence[Item]) -> Iterator[Result | None]:
        for item in items:
            with closing(_Workers(self._work, 1, self._folder)) as worker:
                each = worker.send([item])
                wait([each.future])
            if each.died():
                yield None
            else:
                yield from each.results(self._work)

    def close(self) -> None:
        self._workers.stop()
        shutil.rmtree(self._folder, ignore_errors=True)


class _Workers:
    """Processes that end when they are stopped, and when this process dies, however that happens."""

    def __init__(self, work: Callable[[Any], Any], jobs: int, folder: Path) -> None:
        context = get_context("spawn")
        self._folder = folder
        theirs, self._ours = context.Pipe(duplex=False)
        self._theirs = theirs
        self._executor = ProcessPoolExecutor(jobs, context, _begin, (work, theirs, folder))

    def send(self, items: Sequence[Item]) -> _Sent[Item]:
        file = self._folder / str(next(_NUMBERS))
        try:
            with _interrupts_blocked():  # a process that starts here inherits that: Ctrl-C is for the first one alone
                future = self._executor.submit(_do, items, file)
        except BrokenProcessPool as fault:
            future = Future()
            future.set_exception(fault)
        except OSError:  # no process can be started
            future = Future()
            future.set_result(False)
        return _Sent(items, file, future)

    def stop(self) -> None:
        self._ours.close()
        self._executor.shutdown(cancel_futures=True)
        self._theirs.close()

    close = stop


@contextlib.contextmanager
def _interrupts_blocked() -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _mark(file: Path) -> Path:
    """The file that a worker makes before it begins a batch."""
    return file.with_suffix(".begun")


# What follows runs in the workers.


class _State:
    work: Callable[[Any], Any]
    is_busy = False


def _begin(work: Callable[[Any], Any], parent: "connection.Connection", folder: Path) -> None:
    _State.work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_end_with, args=(parent, folder), daemon=True).start()


def _do(items: Sequence[Any], file: Path) -> bool:
    """Writes the results of items to a file. False if there are none, since something was raised."""
    try:
        _State.is_busy = True
        _mark(file).touch()
        file.write_bytes(pickle.dumps([_State.work(item) for item in items]))
    except SystemExit:
        os._exit(1)
    except Exception:  # noqa: BLE001  (the first process does the items again, and raises it)
        return False
    finally:
        _State.is_busy = False
    return True


def _leave(_signal: int, _frame: object) -> None:
    """Ends the process: where it is busy, by an exception, so that temporary files are removed."""
    if _State.is_busy:
        raise SystemExit
    os._exit(1)


def _end_with(parent: "connection.Connection", folder: Path) -> None:
    """Waits until the first process closes its end of the pipe, or dies; then ends this process."""
    connection.wait([parent])
    first = parent_process()
    if first is not None:
        first.join(0.05)
        if not first.is_alive():  # so it cannot remove them itself
            shutil.rmtree(folder, ignore_errors=True)
    if sys.platform != "win32":
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
        time.sleep(_GRACE)
    os._exit(1)
