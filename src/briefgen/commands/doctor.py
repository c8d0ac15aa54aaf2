"""What is installed, for a bug report: versions, fonts, other programs and folders."""

import json
import locale
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

import msgspec

from briefgen import __version__
from briefgen.fonts import load
from briefgen.io import cache
from briefgen.theme.read import FONTS

PROGRAMS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("git", ("git",), "--version", "optional: for editions in git (`redline`, `--since`)"),
    ("LibreOffice", ("soffice", "libreoffice"), "--version", "optional: for `--paginate-with soffice`"),
    ("Java", ("java",), "-version", "not needed; some tests use it"),
)
"""Name, commands, the option that prints the version, what it is for."""
_SECONDS = 15
"""How long a program may take to print its version."""


class Component(msgspec.Struct, frozen=True):
    """A part of the installation."""

    name: str
    found: str
    note: str = ""
    ok: bool = True
    """Whether briefgen can work with it."""


def installed() -> list[Component]:
    """All parts of the installation."""
    return [
        Component("briefgen", __version__, _commit()),
        Component("Python", platform.python_version(), platform.python_implementation()),
        Component("platform", platform.platform()),
        *_libraries(),
        _fonts(),
        *(_program(*program) for program in PROGRAMS),
        _cache(),
        Component("terminal", _terminal()),
    ]


def _commit() -> str:
    """The git commit that this copy is from, if it is known: of a checkout, or of an installation from git."""
    root = Path(__file__).resolve().parents[3]
    git = shutil.which("git")
    if git and (root / ".git").exists():
        found = _first_line([git, "describe", "--always", "--dirty", "--exclude=*"], root)
        return f"commit {found}, in a checkout" if found else "in a checkout"
    try:
        origin = json.loads(metadata.distribution("briefgen").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        return ""
    commit = origin.get("vcs_info", {}).get("commit_id", "") if isinstance(origin, dict) else ""
    return f"commit {commit[:12]}" if commit else ""


def _libraries() -> Iterator[Component]:
    try:
        required = metadata.requires("briefgen") or []
    except metadata.PackageNotFoundError:
        yield Component("libraries", "unknown", "briefgen is run from its files, without being installed")
        return
    for each in sorted(required, key=str.lower):
        name = re.match(r"[\w.-]+", each)
        if name is None or "extra ==" in each:
            continue
        try:
            yield Component(name[0], metadata.version(name[0]))
        except metadata.PackageNotFoundError:
            yield Component(name[0], "missing", "needed: install briefgen again", ok=False)


def _fonts() -> Component:
    names = sorted(path.name for path in FONTS.glob("*.ttf"))
    damaged = []
    for name in names:
        try:
            load(name)
        except Exception:  # noqa: BLE001  (whatever is wrong with a font, it cannot be used)
            damaged.append(name)
    if damaged or not names:
        return Component("fonts", ", ".join(damaged) or "missing", "cannot be read: install briefgen again", ok=False)
    return Component("fonts", f"{len(names)} fonts, all readable")


def _program(name: str, commands: tuple[str, ...], option: str, use: str) -> Component:
    return Component(name, _version(commands, option), use)


def _version(commands: Sequence[str], option: str) -> str:
    """The first line that the first of these commands that is installed prints about its version."""
    program = next(filter(None, map(shutil.which, commands)), None)
    if program is None:
        return "not found"
    return _first_line([program, option]) or "found, but it did not state its version"


def _first_line(command: Sequence[str], folder: Path | None = None) -> str:
    """The first line that a command prints; empty if it fails."""
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = (done.stdout or done.stderr).decode(errors="replace").split("\n")
    return "" if done.returncode else next((line.strip() for line in lines if line.strip()), "")


def _cache() -> Component:
    folder = cache.folder()
    if folder is None:
        return Component("cache", "none", "there is no home folder, so nothing is cached")
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    state = "" if os.access(nearest, os.W_OK) else "cannot be written, so nothing is cached"
    return Component("cache", _without_home(str(folder)), state)


def _without_home(path: str) -> str:
    home = os.path.expanduser("~")  # noqa: PTH111  (Path.home() fails where there is none)
    return "~" + path.removeprefix(home) if path.startswith(home + os.sep) else path


def _terminal() -> str:
    encoding = os.device_encoding(1) or locale.getencoding()  # not sys.stdout's, which is set to UTF-8
    kind = "a terminal" if sys.stdout.isatty() else "not a terminal"
    names = [f"{name}={os.environ[name]}" for name in ("LANG", "LC_ALL", "TERM", "NO_COLOR") if os.environ.get(name)]
    return ", ".join([kind, encoding, *names])
