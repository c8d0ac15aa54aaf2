"""Programs outside of briefgen: git for earlier editions, LibreOffice for the pages of a document."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io.names import portable, printable
from briefgen.io.read import PROJECT

MOST_FILES = 5_000
MOST_BYTES = 64 * 1024 * 1024
"""Of all files together, in what a scenario may read."""
_GIT_TIMEOUT = 60
_LONGEST = 1_000
_PLAIN = (b"100644", b"100755", b"100664")
"""Modes of regular files; what else there is are links and other repositories."""


class Spot(NamedTuple):
    """A folder at a revision: `HEAD~3:scenarios/x`."""

    revision: str
    path: str


def spot(name: str) -> Spot | None:
    """What a name says, where it names a revision. `C:` is a drive."""
    revision, colon, path = name.partition(":")
    return Spot(revision, path) if colon and len(revision) > 1 else None


def unpacked(where: Spot, cwd: Path, into: Path) -> Path | Diagnostic:
    """The folder, put below `into` with all that it may read: up to the nearest `briefgen.yaml` further up."""
    program = shutil.which("git")
    if program is None:
        return error("no-git", "git is not installed.", hint="Name two folders instead.")
    if not _is_sound(where):
        return _unknown(where, "It is no revision with a path behind it.")
    git = _Git(program, cwd)
    commit = git.line("rev-parse", "--verify", "--quiet", f"{where.revision}^{{commit}}")
    if not commit:
        return _unknown(where, f"There is no revision `{printable(where.revision)}` here.")
    folder = _folder(git, commit, where.path)
    if folder is None:
        return _unknown(where, f"There is no scenario at `{printable(where.path)}` in it.")
    around = next((each for each in (folder, *folder.parents) if git.has(commit, each / PROJECT)), folder)
    found = git.files(commit, around)
    if found is None or len(found) > MOST_FILES or sum(file.size for file in found) > MOST_BYTES:
        most = f"{MOST_FILES:,} files or {MOST_BYTES // 1048576} MiB"
        return error("revision-too-large", f"`{where.revision}:{around}` holds more than {most}, or cannot be read.",
                     hint="Take the revision out by hand (`git worktree add`), and name its folder.")  # fmt: skip
    root = into / portable(where.revision)
    if not git.write(found, root / around):
        return _unknown(where, "Not all of it is stored here.")
    return root / folder


def _is_sound(where: Spot) -> bool:
    """Whether it can be no option of git's, and leads nowhere else."""
    parts = PurePosixPath(where.path).parts
    plain = all(text.isprintable() and len(text) <= _LONGEST for text in where)
    return plain and not where.revision.startswith("-") and bool(parts) and ".." not in parts and parts[0] != "/"


def _unknown(where: Spot, why: str) -> Diagnostic:
    name = printable(f"{where.revision}:{where.path}")
    hint = "Write REVISION:PATH, with the path from the top of the repository: `HEAD~3:scenarios/bus`."
    return error("unknown-revision", f"git does not know `{name}`. {why}", hint=hint)


def _folder(git: "_Git", commit: str, path: str) -> PurePosixPath | None:
    """The folder that is meant: from the top of the repository, as git reads it, or from the working directory."""
    prefix = git.line("rev-parse", "--show-prefix")
    spellings = (PurePosixPath(path), PurePosixPath(prefix) / path)
    for each in spellings[1:] if path.startswith("./") else spellings:
        if git.has(commit, each / "scenario.yaml"):
            return each
        if each.name == "scenario.yaml" and git.has(commit, each):
            return each.parent
    return None


class _File(NamedTuple):
    path: PurePosixPath
    object: bytes
    size: int


class _Git:
    def __init__(self, program: str, cwd: Path) -> None:
        self._program = program
        self._cwd = cwd

    def line(self, *arguments: str) -> str:
        """What a command prints; nothing where it fails."""
        return (self._run(*arguments) or b"").decode(errors="replace").strip()

    def has(self, commit: str, path: PurePosixPath) -> bool:
        """Whether there is a file."""
        return self.line("cat-file", "-t", f"{commit}:{path}") == "blob"

    def files(self, commit: str, folder: PurePosixPath) -> list[_File] | None:
        """The regular files below a folder; None where they cannot be listed."""
        tree = commit if folder == PurePosixPath() else f"{commit}:{folder}"
        listed = self._run("ls-tree", "-r", "-l", "-z", "--full-tree", tree)
        if listed is None:
            return None
        try:
            return list(_listed(listed))
        except ValueError:  # a size is not known: not all of it is here
            return None

    def write(self, files: list[_File], root: Path) -> bool:
        """Puts the files below a folder; False where git has not all of them."""
        given = self._run("cat-file", "--batch", asked=b"".join(file.object + b"\n" for file in files))
        if given is None:
            return False
        at = 0
        for file in files:
            start = given.index(b"\n", at) + 1
            if given[at:start].split()[1:] != [b"blob", b"%d" % file.size]:
                return False
            target = root / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(given[start : start + file.size])
            at = start + file.size + 1
        return True

    def _run(self, *arguments: str, asked: bytes = b"") -> bytes | None:
        # No part of an incomplete clone is fetched: nothing here needs the network.
        environment = os.environ | {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
        try:
            done = subprocess.run(
                [self._program, *arguments], cwd=self._cwd, env=environment, input=asked, capture_output=True,
                timeout=_GIT_TIMEOUT, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return None
        return done.stdout if done.returncode == 0 else None


def _listed(tree: bytes) -> Iterator[_File]:
    for entry in tree.split(b"\0")[:-1]:
        about, _, name = entry.partition(b"\t")
        mode, _kind, stored, size = about.split()
        path = PurePosixPath(name.decode(errors="surrogateescape"))
        if mode in _PLAIN and ".." not in path.parts and not path.is_absolute() and "\\" not in str(path):
            yield _File(path, stored, int(size))


# LibreOffice, asked for the pages of a document: a separate process, in a folder that is removed afterwards.

_OFFICE_TIMEOUT = 180
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
"""To PDF, with a named destination for each bookmark."""


def as_pdf(docx: bytes) -> bytes | Diagnostic:
    """A DOCX as LibreOffice lays it out. It reads no settings of the person, and writes none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        hint = "Install it, or leave `--paginate-with` out: the numbers are then worked out, and may be a page off."
        return error("no-libreoffice", "LibreOffice is not installed.", hint=hint)
    with tempfile.TemporaryDirectory(prefix="briefgen-") as name:
        folder = Path(name)
        (folder / "brief.docx").write_bytes(docx)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--convert-to",
            _FILTER,
            "--outdir",
            name,
            str(folder / "brief.docx"),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_OFFICE_TIMEOUT, check=False)
        except (OSError, subprocess.TimeoutExpired) as fault:
            why = (
                f"did not end within {_OFFICE_TIMEOUT} seconds"
                if isinstance(fault, subprocess.TimeoutExpired)
                else "failed"
            )
            return error("libreoffice-failed", f"LibreOffice {why}.", hint="Try it once more, or without.")
        made = folder / "brief.pdf"
        if done.returncode or not made.is_file():
            return error("libreoffice-failed", "LibreOffice made no pages of the brief.", hint="Open the brief in it.")
        return made.read_bytes()
