"""What the system says of a file: whether anybody has written to it since, told without reading it."""

import os
import stat
import time

AT_REST = 2.0
"""Seconds: a file that was changed less than this before it was read could be changed again without another time, since
some systems count no finer."""


def state(path: str, follow: bool = True) -> str:
    """What the system says of a file; of a link itself, where it is not to be followed. Whoever writes into a file, or
    puts another in its place, changes one of these. Time of change: on POSIX nobody can set it."""
    try:
        status = os.stat(path, follow_symlinks=follow)
    except (OSError, ValueError):
        return "!"
    return _told_of(status)


def at_rest(path: str) -> str:
    """The state of a file that is about to be read; nothing where the file could become another with the same state: a
    link, a file just changed, one on a system where the time of change can be set."""
    if os.name == "nt":
        return ""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return ""
    rested = time.time() - max(status.st_mtime, status.st_ctime) > AT_REST
    return _told_of(status) if rested and stat.S_ISREG(status.st_mode) else ""


def _told_of(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
