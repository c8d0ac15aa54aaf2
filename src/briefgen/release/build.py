"""Which build of briefgen this is, and the versions of the libraries that shape the bytes of its PDFs.

The version of Python is not among them: every supported Python makes the same bytes with the same libraries.
"""

import shutil
import subprocess
import zlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from briefgen import __version__
from briefgen.world.shipped import COMMIT

LIBRARIES = (
    "jinja2", "markdown-it-py", "mdit-py-plugins", "msgspec", "pillow", "pyphen", "PyYAML", "reportlab", "uharfbuzz",
)  # fmt: skip
"""They read a scenario, compose its brief, decode its pictures or write what a PDF carries."""

_CHECKOUT = Path(__file__).resolve().parents[3]
_SECONDS = 10


class Build(msgspec.Struct, frozen=True):
    """What makes a PDF out of a scenario."""

    version: str
    commit: str
    """In hexadecimal digits; empty where it is not known."""
    libraries: dict[str, str]
    """Name → version."""

    @property
    def name(self) -> str:
        """As a message gives it: `0.2.0 (3ad2958)`."""
        return f"{self.version} ({self.commit[:7]})" if self.commit else self.version

    def differences(self, other: "Build") -> list[str]:
        """What is of another version in another build, in words."""
        found = [] if (self.version, self.commit) == (other.version, other.commit) else [f"briefgen {other.name}"]
        libraries = {name: each for name, each in other.libraries.items() if self.libraries.get(name) != each}
        return found + [f"{name} {each}" for name, each in libraries.items()]


@cache
def this_build() -> Build:
    """The build that is running."""
    libraries = {name: _version(name) for name in LIBRARIES}
    return Build(__version__, _commit(), {**libraries, "zlib": zlib.ZLIB_RUNTIME_VERSION})


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # put on the path by hand
        return ""


def _commit() -> str:
    """As recorded when the package was built; in a checkout, what is checked out, whatever was changed since."""
    if COMMIT.is_file():
        return COMMIT.read_text(encoding="ascii").strip()
    git = shutil.which("git")
    if git is None or not (_CHECKOUT / ".git").exists():
        return ""
    try:
        done = subprocess.run(
            [git, "-C", _CHECKOUT, "rev-parse", "--verify", "--quiet", "HEAD"],
            capture_output=True, text=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
