"""Commands that write, each in a folder of its own, and how a run of them is killed at a chosen call or moment."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from tests.cli.program import ENVIRONMENT, PROGRAM
from tests.translation.scene import pseudo, tag
from tests.word_files import unzipped, zipped

from briefgen.cli import main

CALLS = ("open", "write", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir", "sendfile", "chmod")
"""Calls of the system that change a disk."""
_OFF_DISK = (1, 2)
"""What is written to the standard streams changes no file."""

SCENARIO = """\
title: Night bus
question: Should there be a night bus?
decision_maker: Council
issue: >-
  The last bus goes at 23:10 [@last-bus]. [Many walk home.]{.judgement}
options: options/*.yaml
sources: [{id: s, title: Timetable, file: s.txt, redistribution: allowed}]
facts: facts.yaml
audiences: [{id: public, name: The public, marking: "TLP:CLEAR"}]
"""
FILES = {
    "scenario.yaml": SCENARIO,
    "options/a.yaml": "id: none\nname: No bus\nbaseline: true\ndefinition: All stays as it is.\n",
    "options/b.yaml": "id: bus\nname: A bus\ndefinition: One bus leaves at one.\n",
    "facts.yaml": (
        "- id: last-bus\n  statement: The last bus leaves at 23:10.\n"
        "  evidence: [{source: s, quote: The last bus of the day leaves at 23:10}]\n"
    ),
    "texts/s.txt": "The last bus of the day leaves at 23:10.\n",
}


class Command(NamedTuple):
    words: tuple[str, ...]
    prepare: Callable[[Path], None] = lambda _folder: None
    """Changes the folder with the scenario `bus` into what the command finds."""
    repeated: tuple[str, ...] = ()
    """Code of what is reported where the killed run had done everything already."""


class Ended(NamedTuple):
    status: int
    calls: int
    """That were made, up to the one at which the run was killed."""
    said: str


def run(folder: Path, words: tuple[str, ...], kill_at: int = 0) -> Ended:
    """Runs the command in a fork of this process; the call of this number is not made, or half of it, and kills it."""
    receiving, sending = os.pipe()
    output = folder.parent / "output"
    process = os.fork()
    if not process:
        os.close(receiving)
        _child(folder, words, kill_at, output, sending)
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        calls = int(pipe.read() or b"0")
    _, status = os.waitpid(process, 0)
    code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    return Ended(code, calls, output.read_text(encoding="utf-8"))


def _child(folder: Path, words: tuple[str, ...], kill_at: int, output: Path, sending: int) -> None:
    status = 99
    try:
        os.chdir(folder)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        sys.argv = ["briefgen", *words]
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
        sys.stdout = sys.stderr = output.open("w", encoding="utf-8")
        _patch(kill_at, sending)
        main()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    finally:
        sys.stdout.flush()
        os._exit(status)


def _patch(kill_at: int, sending: int) -> None:
    me, made = os.getpid(), 0
    real_write = os.write

    def counted(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*arguments: object, **options: object) -> object:
            nonlocal made
            reads = name == "open" and not (len(arguments) > 1 and int(arguments[1]) & os.O_CREAT)  # type: ignore[call-overload]
            if os.getpid() != me or reads or (name == "write" and arguments[0] in _OFF_DISK):
                return real(*arguments, **options)
            made += 1
            if made == kill_at:
                if name == "write":
                    data = bytes(arguments[1])  # type: ignore[call-overload]
                    real_write(arguments[0], data[: len(data) // 2])  # type: ignore[arg-type]
                real_write(sending, str(made).encode())
                os.kill(me, signal.SIGKILL)
            return real(*arguments, **options)

        return call

    for name in CALLS:
        setattr(os, name, counted(name))
    real_exit = os._exit

    def ended(status: int) -> None:
        if os.getpid() == me:
            real_write(sending, str(made).encode())
        real_exit(status)

    os._exit = ended  # type: ignore[assignment]


def kill_after(folder: Path, words: tuple[str, ...], seconds: float) -> int:
    """Runs the command as a process of its own, and kills it after some seconds, if it has not ended."""
    environment = ENVIRONMENT | {"XDG_CACHE_HOME": str(folder / "cache")}
    process = subprocess.Popen(
        [*PROGRAM, *words], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def content(folder: Path) -> dict[str, bytes]:
    """All files and empty folders but those of the cache; what is in `.briefgen-work` is not for anybody's eyes."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if not name.startswith("cache"):
            found[name + "/" * path.is_dir()] = b"" if path.is_dir() else path.read_bytes()
    return found


def laid_out(folder: Path) -> Path:
    """A folder with the scenario in it."""
    for name, text in FILES.items():
        file = folder / "bus" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def _rendered_before(folder: Path) -> None:
    run(folder, ("render", "bus"))
    _change_title(folder)


def _change_title(folder: Path) -> None:
    file = folder / "bus/scenario.yaml"
    file.write_text(SCENARIO.replace("title: Night bus", "title: Late bus"), encoding="utf-8")


def _published_before(folder: Path) -> None:
    run(folder, ("publish", "bus", "--out", "site", "--to", "html"))
    _change_title(folder)


def _reviewed(folder: Path) -> None:
    run(folder, ("render", "bus", "--review"))
    data = (folder / "briefs/bus.docx").read_bytes()
    shutil.rmtree(folder / "briefs")
    files = unzipped(data)
    xml = files["word/document.xml"].decode()
    for old, new in (("Many walk home.", "Most walk home."), ("One bus leaves at one.", "Two buses leave at one.")):
        assert old in xml
        xml = xml.replace(old, new)
    (folder / "back.docx").write_bytes(zipped(files | {"word/document.xml": xml.encode()}))


def _translated(folder: Path) -> None:
    run(folder, ("translations", "export", "bus", "--lang", "fr"))
    (file,) = folder.glob("*.xlf")
    root = etree.fromstring(file.read_bytes())
    for unit in root.iter(tag("trans-unit")):
        pseudo(unit)
    for made in (file, folder / ".briefgen"):
        shutil.rmtree(made) if made.is_dir() else made.unlink()
    (folder / "back.xlf").write_bytes(etree.tostring(root))


def _document(folder: Path) -> None:
    (folder / "survey.txt").write_text("Forty people ride it.\n", encoding="utf-8")


COMMANDS = {
    "render": Command(("render", "bus"), _rendered_before),
    "publish": Command(("publish", "bus", "--out", "site", "--to", "html"), _published_before),
    "new": Command(("new", "tram", "--yes")),
    "review --apply": Command(("review", "back.docx", "--scenario", "bus", "--apply"), _reviewed),
    "lock": Command(("lock", "bus")),
    "source add": Command(("source", "add", "survey.txt", "bus"), _document, ("duplicate-id",)),
    "translations import": Command(("translations", "import", "back.xlf", "bus"), _translated),
}
