"""A bash into which a test pastes what a page shows, in order, as its reader does."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.docs.walk import Reader

_END = "-- that was the command --"


class Shell(Reader):
    """Someone with one bash, in which `cd` and an activated environment last. Its PATH has Python and the system's
    programs, but no `briefgen`; pip takes what is installed where the tests run instead of a registry's packages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        home = folder.parent / f"{folder.name}-home"
        self._python = home / "bin"
        self._python.mkdir(parents=True)
        (self._python / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")
        environment = {
            "PATH": f"{self._python}:/usr/bin:/bin",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "PYTHONUNBUFFERED": "1",
            "PIP_NO_INDEX": "1",
            "PIP_NO_DEPS": "1",
            "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this variable as “build isolation”
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PYTEST_ADDOPTS": "tests/slips",  # not the whole suite within itself
        } | {name: os.environ[name] for name in ("BRIEFGEN_REQUIRE_TOOLS",) if name in os.environ}
        self._bash = subprocess.Popen(
            ["bash", "--norc", "--noprofile"], cwd=folder, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.code = 0

    def run(self, command: str) -> str:
        """What a command prints, on both streams; `code` is how it ended."""
        assert self._bash.stdin is not None
        assert self._bash.stdout is not None
        self._bash.stdin.write(f"{command} </dev/null\nprintf '%s %s\\n' '{_END}' $?\n".encode())
        self._bash.stdin.flush()
        printed = b""
        while _END.encode() not in (line := self._bash.stdout.readline()):
            assert line, f"bash ended in {command!r}: {printed.decode()}"
            printed += line
        before, _, code = line.partition(_END.encode())
        self.code = int(code)
        return (printed + before).decode().replace("\r\n", "\n")

    def close(self) -> None:
        """Ends the bash."""
        self._bash.kill()
        self._bash.communicate()
