"""Work that falls into parts which know nothing of each other, done on all cores of the machine.

Python runs one thread at a time, so each other core gets a process: a fork of this one, which has everything that is
loaded and sends back bytes. A library of processes would take longer to import than a check of a brief takes.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

Part: TypeAlias = Callable[[int, int], bytes]
"""Does one part of a work: its number from 0, and how many parts there are."""


def parted(work: Part, most: int) -> list[bytes]:
    """What the parts of a work give, in order; of as many parts as there are cores, up to `most`.

    A part whose process fails is done again in this one, so that what went wrong is raised here."""
    parts = min(most, available())
    if parts < 2 or not may_fork():
        return [work(0, 1)]
    with shared_memory():
        others = [_begun(work, part, parts) for part in range(1, parts)]
        first = work(0, parts)
        rest = [_ended(*other) if other else None for other in others]
    return [first, *(given if given is not None else work(part, parts) for part, given in enumerate(rest, start=1))]


_alone = False


def alone() -> None:
    """From here on this process, one of several that share the cores, forks no others."""
    global _alone
    _alone = True


def available() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and not _alone else 1


@contextmanager
def shared_memory() -> Iterator[None]:
    """While processes are forked: what is loaded stays in memory that they share."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def may_fork() -> bool:
    """Whether nothing else runs in this process that a fork would tear apart. On other systems than Linux it is not
    known to be safe."""
    threading = sys.modules.get("threading")
    return sys.platform == "linux" and (threading is None or threading.active_count() == 1)


def _begun(work: Part, part: int, parts: int) -> tuple[int, int] | None:
    """A process that does a part, and the pipe in which its bytes come; None where there can be none."""
    receiving, sending = os.pipe()
    try:
        process = os.fork()
    except OSError:  # no more processes are allowed
        os.close(receiving)
        os.close(sending)
        return None
    if process:
        os.close(sending)
        return process, receiving
    status = 1
    try:  # this is the other process; it ends here, whatever happens, and leaves every open file alone
        os.close(receiving)
        given = work(part, parts)
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(given)
        status = 0
    finally:
        os._exit(status)


def _ended(process: int, receiving: int) -> bytes | None:
    """What a process gave; None where it failed."""
    with os.fdopen(receiving, "rb") as pipe:
        given = pipe.read()
    _, status = os.waitpid(process, 0)
    return given if status == 0 else None
