"""Many pieces of work, shared out among processes that each do one after the other.

Unlike the parts of one work (`cores`), the pieces are not alike, each answers when it is done, and a process that dies
takes no more with it than the piece it had in hand. Processes are forked, so they have all that is loaded already.
"""

import contextlib
import os
import select
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple, NoReturn, TypeAlias

from briefgen.world import cores

Work: TypeAlias = Callable[[int], bytes]
"""Does the piece of a number. In another process than the first, what it raises is lost with the process."""

_CHUNK = 1 << 20
"""Bytes of a pipe, where the system gives as many: an answer should not wait for its reader."""
_SET_SIZE = 1031
"""F_SETPIPE_SZ (fcntl(2)), for which Python before 3.10 has no name, and other systems than Linux have none."""
_PATIENCE = 2.0
"""Seconds that a process has to end, when it is told to."""
_LENGTH = 8
"""Bytes of a number in a pipe."""
_LONGEST = 1_000
"""Pieces of a batch: the orders for them must not fill the pipe."""


class Lost(NamedTuple):
    """In place of an answer: the process ended before it gave one."""

    signal: int
    """What killed it; 0 where it ended by itself."""


def spread(
    batches: Sequence[Sequence[int]],
    work: Work,
    jobs: int | None = None,
    begun: Callable[[tuple[int, ...]], None] = lambda _: None,
    has_room: Callable[[], bool] = lambda: True,
) -> Generator[tuple[int, bytes | Lost]]:
    """Each piece with its answer, in the order in which they end, of as many processes as there are cores, or `jobs`.

    A batch is done by one process, which may remember from one piece to the next. `begun` is told the pieces that are
    in hand, each time there are others. No batch is begun while `has_room` says that there is none for its answers.
    With one process, or where forking is not known to be safe, all is done in this one, and what a piece raises is
    raised here. When the iterator is closed, or something is raised in whoever reads it, the processes are ended.
    """
    many = min(cores.available() if jobs is None else jobs, len(batches))
    if many < 2 or not cores.may_fork():
        yield from _here(batches, work, begun)
        return
    crew = _Crew(batches, work, begun, has_room)
    with cores.shared_memory():
        try:
            yield from crew.answers(many)
        finally:
            crew.end()


def _here(
    batches: Sequence[Sequence[int]], work: Work, begun: Callable[[tuple[int, ...]], None]
) -> Iterator[tuple[int, bytes]]:
    for batch in batches:
        for piece in batch:
            begun((piece,))
            yield piece, work(piece)


class _Worker:
    """A process, its pipes, and the pieces that it has yet to answer: the first of them is in its hand."""

    def __init__(self, process: int, orders: int, answers: int) -> None:
        self.process, self.orders, self.answers = process, orders, answers
        self.pieces: deque[int] = deque()
        self.heard = bytearray()

    def take(self, batch: Sequence[int]) -> None:
        """Gives it a batch. That it is dead already is seen when its answers are read."""
        self.pieces.extend(batch)
        with contextlib.suppress(BrokenPipeError):
            os.write(self.orders, b"".join(piece.to_bytes(_LENGTH, "big") for piece in batch))

    def answer(self) -> bytes | None:
        """The next whole answer that has been heard."""
        length = int.from_bytes(self.heard[:_LENGTH], "big")
        if len(self.heard) < _LENGTH + length or not self.heard:
            return None
        given = bytes(self.heard[_LENGTH : _LENGTH + length])
        del self.heard[: _LENGTH + length]
        return given


class _Crew:
    """The processes, and the batches that none of them has."""

    def __init__(
        self,
        batches: Sequence[Sequence[int]],
        work: Work,
        begun: Callable[[tuple[int, ...]], None],
        has_room: Callable[[], bool],
    ) -> None:
        self._waiting = deque(batch[at : at + _LONGEST] for batch in batches for at in range(0, len(batch), _LONGEST))
        self._work, self._begun, self._has_room = work, begun, has_room
        self._workers: dict[int, _Worker] = {}
        """By the pipe in which they answer."""

    def answers(self, many: int) -> Iterator[tuple[int, bytes | Lost]]:
        poll = select.poll()
        while self._waiting or any(worker.pieces for worker in self._workers.values()):
            self._hand_out(many, poll)
            if not self._workers:  # no process is to be had
                yield from _here([self._waiting.popleft()], self._work, self._begun)
                continue
            for pipe, _ in poll.poll():
                worker = self._workers[pipe]
                heard = os.read(pipe, _CHUNK)
                worker.heard += heard
                if not heard:
                    poll.unregister(pipe)
                    yield from self._buried(worker)
                    continue
                while (given := worker.answer()) is not None:
                    piece = worker.pieces.popleft()
                    self._hand_out(many, poll)  # before the answer is looked at: nobody is to stand idle meanwhile
                    yield piece, given

    def end(self) -> None:
        """Ends the processes: at once, where they have something in hand."""
        workers = list(self._workers.values())
        self._workers.clear()
        for worker in workers:
            os.close(worker.orders)
            os.close(worker.answers)
            if worker.pieces:
                _send(worker.process, signal.SIGTERM)
        until = time.monotonic() + _PATIENCE
        for worker in workers:
            while os.waitpid(worker.process, os.WNOHANG) == (0, 0):
                if time.monotonic() > until:
                    _send(worker.process, signal.SIGKILL)
                time.sleep(0.005)

    def _hand_out(self, many: int, poll: "select.poll") -> None:
        changed = False
        idle = [worker for worker in self._workers.values() if not worker.pieces]
        while self._waiting and (idle or len(self._workers) < many):
            busy = len(self._workers) > len(idle)
            if busy and not self._has_room():
                break
            worker = idle.pop() if idle else self._hired(poll)
            if worker is None:
                break
            worker.take(self._waiting.popleft())
            changed = True
        if changed:
            self._tell()

    def _tell(self) -> None:
        self._begun(tuple(sorted(worker.pieces[0] for worker in self._workers.values() if worker.pieces)))

    def _hired(self, poll: "select.poll") -> _Worker | None:
        """One process more; None where there can be none."""
        theirs, orders = os.pipe()
        answers, ours = os.pipe()
        try:
            process = os.fork()
        except OSError:
            for end in (theirs, orders, answers, ours):
                os.close(end)
            return None
        if not process:
            inherited = [end for each in self._workers.values() for end in (each.orders, each.answers)]
            _serve(theirs, ours, [orders, answers, *inherited], self._work)
        os.close(theirs)
        os.close(ours)
        worker = self._workers[answers] = _Worker(process, orders, answers)
        poll.register(answers, select.POLLIN)
        return worker

    def _buried(self, worker: _Worker) -> Iterator[tuple[int, Lost]]:
        """What a dead process had in hand is lost; what it had not begun goes to another."""
        del self._workers[worker.answers]
        os.close(worker.orders)
        os.close(worker.answers)
        _, status = os.waitpid(worker.process, 0)
        if worker.pieces:
            lost = worker.pieces.popleft()
            if worker.pieces:
                self._waiting.appendleft(tuple(worker.pieces))
            yield lost, Lost(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


def _serve(orders: int, answers: int, others: Sequence[int], work: Work) -> NoReturn:
    """The life of a process: until no order comes, or it is told to end. It leaves every open file alone."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process ends the others
        signal.signal(signal.SIGTERM, _leave)
        for end in others:
            os.close(end)
        cores.alone()
        _widen(answers)
        while order := os.read(orders, _LENGTH):
            given = work(int.from_bytes(order, "big"))
            rest = memoryview(len(given).to_bytes(_LENGTH, "big") + given)
            while rest:
                rest = rest[os.write(answers, rest) :]
        status = 0
    finally:
        os._exit(status)


def _leave(_signal: int, _frame: object) -> NoReturn:
    raise SystemExit  # so that what is open is closed, and what is made for a moment only is cleared away


def _widen(pipe: int) -> None:
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, _SET_SIZE, _CHUNK)


def _send(process: int, what: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, what)
