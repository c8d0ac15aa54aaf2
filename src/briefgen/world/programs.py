"""Other programs on this machine: whether they are installed, and in which version."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 15


def version(names: Sequence[str], option: str) -> str | None:
    """The first line that the first of these programs prints about its version; None if none is installed."""
    program = next(filter(None, map(shutil.which, names)), None)
    return None if program is None else printed([program, option]) or "found, but it did not state its version"


def printed(command: Sequence[str], folder: Path | None = None) -> str:
    """The first line that a command prints; empty if it fails."""
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = (done.stdout or done.stderr).decode(errors="replace").split("\n")
    return "" if done.returncode else next((line.strip() for line in lines if line.strip()), "")
