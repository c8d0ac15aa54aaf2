"""How a test calls the program, and how it writes a scenario."""

import os
import sys
from pathlib import Path
from typing import Protocol

from click.testing import Result

import briefgen

PROGRAM = [sys.executable, "-m", "briefgen"]
"""For tests of what only a process of its own shows: streams, colours, exit codes."""

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(briefgen.__file__).parents[1])}
"""In which PROGRAM is found, wherever the test stands."""


class Run(Protocol):
    """`briefgen("check", "bus")`: the result has `exit_code`, `stdout` and `stderr`. No terminal watches."""

    def __call__(self, *arguments: str) -> Result: ...


class Write(Protocol):
    """`scenario("issue: …")` writes a scenario without a fault to `bus/`, with these lines at its end.

    `replace` is what is written in the sound scenario, and what shall stand there in its place.
    """

    def __call__(self, more: str = "", folder: str = "bus", replace: tuple[str, str] = ("", "")) -> Path: ...
