"""The process that owns a lock or a temporary file, and whether it is still running."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

if sys.platform == "win32":
    import ctypes

WORK = ".briefgen-work"
"""In a folder: the files of a run that is writing to it, or was killed while it was."""


class Owner(NamedTuple):
    """A process. A number of a process is given again after its end, so the time of its start belongs to it."""

    host: str
    process: int
    started: str
    """In the units of the system; empty where it does not give it."""

    @classmethod
    def current(cls) -> "Owner":
        """This process."""
        return cls(_host(), os.getpid(), _started(os.getpid()))

    def is_here(self) -> bool:
        """Whether it runs, or ran, on this computer."""
        return self.host == _host()

    def is_running(self) -> bool:
        """Whether it may still be running. Of another computer's processes nothing is known, so they may be."""
        if not self.is_here():
            return True
        if not 0 < self.process < 1 << 31 or not _exists(self.process):
            return False
        started = _started(self.process)
        return not started or not self.started or started == self.started


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _started(process: int) -> str:
    """When a process was started (proc_pid_stat(5), field 22: clock ticks since the system was started);
    `ended` of one that only waits to be removed."""
    if sys.platform != "linux":
        return ""
    try:
        found = Path(f"/proc/{process}/stat").read_bytes()
        fields = found.rpartition(b")")[2].split()  # the name of the program may hold anything but its `)`
    except OSError:
        return ""
    return "ended" if fields[0] in (b"Z", b"X") else fields[19].decode()


def _exists(process: int) -> bool:
    if sys.platform == "win32":  # there, os.kill would end it
        query_limited_information = 0x1000
        handle = ctypes.windll.kernel32.OpenProcess(query_limited_information, False, process)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it belongs to somebody else
        return True
    return True
