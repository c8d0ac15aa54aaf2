"""A terminal that a test plays the person at."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.cli.program import ENVIRONMENT, PROGRAM

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")


PATIENCE = 15
"""Seconds for which the program may say nothing."""


class Seen(NamedTuple):
    """What the person saw, and how it ended."""

    shown: str
    code: int


def at_a_terminal(
    words: Sequence[str],
    folder: Path,
    typed: Sequence[str] = (),
    variables: Mapping[str, str] | None = None,
    stdout: int | None = None,
) -> Seen:
    """`briefgen WORDS`, run on a terminal. Each piece of `typed` is typed when a question (`]: `) waits.

    `stdout` is where the output goes, if not to the terminal.
    """
    import fcntl  # as pty: not on Windows
    import pty
    import termios

    def own_terminal() -> None:
        """So that Ctrl-C reaches the program."""
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs in the background is started with it ignored

    ours, theirs = pty.openpty()
    environment = {key: value for key, value in ENVIRONMENT.items() if key != "NO_COLOR"}
    environment |= {"TERM": "xterm"} | dict(variables or {})
    waiting, shown = list(typed), b""
    process = subprocess.Popen(
        [*PROGRAM, *words], cwd=folder, env=environment, preexec_fn=own_terminal,
        stdin=theirs, stderr=theirs, stdout=stdout or theirs,
    )  # fmt: skip
    os.close(theirs)
    try:
        while select.select([ours], [], [], PATIENCE)[0]:
            try:
                shown += (more := os.read(ours, 65536))
            except OSError:  # Linux: the other side is closed
                break
            if not more:
                break
            if waiting and shown.endswith(b"]: "):
                time.sleep(0.1)  # a Ctrl-C between the question and the reading of the answer is lost on Python
                os.write(ours, waiting.pop(0).encode())
        return Seen(shown.decode().replace("\r\n", "\n"), process.wait(PATIENCE))
    finally:
        process.kill()
        os.close(ours)
