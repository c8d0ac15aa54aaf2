"""A page of the docs as its reader follows it: the files to save, the changes to make, the commands to run.

A page says in plain words what is to be done, and a test does just that:

    Save this as `lindby/scenario.yaml`:            and a block: the whole file
    Put this at the end of `lindby/facts.yaml`:     and a block: more of it
    Write `trial` where `lindby/facts.yaml` says `trail`.
    ```console                                      commands behind `$ `, each with what it prints

What it prints is compared to the letter; a line `…` stands for any lines. Blocks of other kinds are left to
`test_examples.py`, which knows what becomes of each.
"""

import os
import re
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

import briefgen

_DONE = "-- that was the command --"
_MARKDOWN = MarkdownIt("commonmark").enable("table")
_CODE = "\ue000([^\ue001]+)\ue001"  # a piece of code, as `_flat` marks it
_SAVE = re.compile(rf"[Ss]ave (?:this|it) as {_CODE}[^.]*:$")
_ADD = re.compile(rf"[Pp]ut this at the end of {_CODE}[^.]*:$")
_CHANGE = re.compile(rf"[Ww]rite {_CODE} where {_CODE} (first )?says {_CODE}")


class Save(msgspec.Struct, frozen=True):
    """A whole file."""

    line: int
    file: str
    text: str


class Add(msgspec.Struct, frozen=True):
    """Lines for the end of a file."""

    line: int
    file: str
    text: str


class Change(msgspec.Struct, frozen=True):
    """Words of a file, and what shall stand in their place."""

    line: int
    file: str
    old: str
    new: str
    first: bool
    """The first place is meant; else there is only one."""


class Session(msgspec.Struct, frozen=True):
    """Commands, each with what it prints."""

    line: int
    runs: tuple[tuple[str, str], ...]


class Block(msgspec.Struct, frozen=True):
    """A block that asks for nothing."""

    line: int
    kind: str
    """`yaml`, `toml`, …, as its fence says; empty where it says nothing."""
    text: str


Step = Save | Add | Change | Session | Block


def steps(page: str) -> list[Step]:
    """What a page says, in its order."""
    return list(_steps(_MARKDOWN.parse(page)))


def words_of_code(page: str) -> Iterator[str]:
    """Each piece of code within the running text of a page."""
    for token in _MARKDOWN.parse(page):
        yield from (child.content for child in token.children or () if child.type == "code_inline")


def _steps(tokens: list[Token]) -> Iterator[Step]:
    above = ""
    for token in tokens:
        line = token.map[0] + 1 if token.map else 0
        if token.type == "inline":
            above = _flat(token)
            for new, file, first, old in _CHANGE.findall(above):
                yield Change(line, file, old, new, bool(first))
        elif token.type in ("fence", "code_block"):
            if token.info == "console":
                yield Session(line, tuple(_runs(token.content)))
            elif found := _SAVE.search(above):
                yield Save(line, found[1], token.content)
            elif found := _ADD.search(above):
                yield Add(line, found[1], token.content)
            else:
                yield Block(line, token.info, token.content)
            above = ""


def _flat(token: Token) -> str:
    """A paragraph on one line, its pieces of code between two characters that no page has."""
    pieces = {"code_inline": "\ue000{}\ue001", "softbreak": " "}
    return "".join(pieces.get(child.type, "{}").format(child.content or " ") for child in token.children or ())


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Command, what it prints."""
    first, *rest = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    assert not first, "a session begins with a command"
    yield from zip(rest[::2], rest[1::2], strict=True)


def retold(page: str, do: Callable[[Step], list[str]], answer: Callable[[str], str]) -> tuple[str, list[str]]:
    """A page with what its commands print now, and what was otherwise than it shows. `do` does what a step says that
    is no command, and `answer` is what a command prints."""
    lines, wrong, moved = page.splitlines(keepends=True), [], 0
    for step in steps(page):
        if not isinstance(step, Session):
            wrong += do(step)
            continue
        runs = [(command, shown, answer(command)) for command, shown in step.runs]
        wrong += [otherwise(step, *run) for run in runs if not alike(run[2], run[1])]
        old = sum(1 + shown.count("\n") for _, shown, _ in runs)
        new = "".join(f"$ {command}\n{shown if alike(now, shown) else now}" for command, shown, now in runs)
        lines[step.line + moved : step.line + moved + old] = new.splitlines(keepends=True)
        moved += new.count("\n") - old
    return "".join(lines), wrong


def otherwise(step: Session, command: str, shown: str, now: str) -> str:
    """For the person who reads why a test failed."""
    return f"line {step.line}: $ {command}\n{now}--- but the page shows\n{shown}"


class Reader:
    """Someone who does in a folder what a page says, with one bash, in which `cd` and variables last.

    `briefgen` is that of the tests; `environment` is what the bash knows instead."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        if environment is None:
            home = folder.parent / f"{folder.name}-home"
            program = home / "bin" / "briefgen"
            program.parent.mkdir(parents=True)
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefgen "$@"\n', encoding="utf-8")
            program.chmod(0o755)
            environment = os.environ | {
                "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
                "PYTHONPATH": str(Path(briefgen.__file__).parents[1]),
                "XDG_CACHE_HOME": str(home / "cache"),
                "PYTHONUNBUFFERED": "1",
            }
        self._bash = subprocess.Popen(
            ["bash", "--norc", "--noprofile"], cwd=folder, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        weakref.finalize(self, _end, self._bash)
        self.code = 0

    def take(self, step: Step) -> list[str]:
        """Does what a step says. Returns what went otherwise than the page shows."""
        match step:
            case Save(file=file, text=text):
                (self.folder / file).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / file).write_text(text, encoding="utf-8")
            case Add(file=file, text=text):
                with (self.folder / file).open("a", encoding="utf-8") as end:
                    end.write(text)
            case Change(file=file, old=old, new=new, first=first):
                text = (self.folder / file).read_text(encoding="utf-8")
                if text.count(old) != 1 and not (first and old in text):
                    return [f"line {step.line}: `{old}` stands {text.count(old)} times in {file}"]
                (self.folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
            case Session(runs=runs):
                done = [(command, shown, self.run(command)) for command, shown in runs]
                return [otherwise(step, *run) for run in done if not alike(run[2], run[1])]
            case Block():
                pass
        return []

    def run(self, command: str) -> str:
        """What a command prints, on both streams as a terminal shows them; `code` is its exit code."""
        assert self._bash.stdin is not None
        assert self._bash.stdout is not None
        self._bash.stdin.write(f"{{ {command}\n}} </dev/null\nprintf '%s %s\\n' '{_DONE}' $?\n".encode())
        self._bash.stdin.flush()
        printed = b""
        while _DONE.encode() not in (line := self._bash.stdout.readline()):
            assert line, f"bash ended in {command!r}: {printed.decode()}"
            printed += line
        before, _, code = line.partition(_DONE.encode())
        self.code = int(code)
        return (printed + before).decode().replace("\r\n", "\n")  # CSV has CRLF


def _end(bash: "subprocess.Popen[bytes]") -> None:
    bash.kill()
    bash.communicate()


def alike(printed: str, shown: str) -> bool:
    """Whether this was printed, line by line; a line `…` stands for any lines."""
    pattern = "".join("(?:.*\n)*?" if line == "…\n" else re.escape(line) for line in shown.splitlines(keepends=True))
    return re.fullmatch(pattern, printed) is not None
