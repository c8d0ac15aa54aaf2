"""What is changed, and which commands then read it. Each target is a folder, a file in it, and command lines."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.mutants import mutators

from briefgen.io.filesystem import shipped

Command = tuple[str, ...]


class Target(NamedTuple):
    """One kind of file, and its readers."""

    name: str
    """Of what is read, as a person would say it."""
    files: tuple[str, ...]
    """Those that may be changed, below the working folder."""
    change: mutators.Change
    commands: tuple[Command, ...]
    """One of them is drawn for each mutant."""


_HTML = ("--to", "html", "--force")


def _yaml(folder: str) -> tuple[str, ...]:
    root = shipped("scenarios") / folder
    return tuple(sorted(f"{folder}/{path.relative_to(root).as_posix()}" for path in root.rglob("*.yaml")))


TARGETS = (
    Target("scenario", _yaml("starter"), mutators.text, (
        ("check", "starter"), ("render", "starter", *_HTML), ("trace", "starter"), ("analyse", "starter"),
        ("lock", "starter"), ("translations", "export", "starter", "--lang", "fr", "--force"),
        ("render", "starter", "--to", "docx", "--to", "pdf", "--force"),
    )),
    Target("scenario in two languages", _yaml("kelmouth-2026"), mutators.text, (
        ("check", "kelmouth-2026"), ("check", "kelmouth-2026", "--format", "sarif"),
        ("render", "kelmouth-2026", "--audience", "public", "--lang", "fr", *_HTML),
    )),
    Target("source as text", ("source.txt",), mutators.text, (
        ("source", "add", "source.txt", "--scenario", "starter"),
    )),
    Target("source as PDF", ("brief.pdf",), mutators.pdf, (("source", "add", "brief.pdf", "--scenario", "starter"),)),
    Target("source as DOCX", ("brief.docx",), mutators.package, (
        ("source", "add", "brief.docx", "--scenario", "starter"),
    )),
    Target("source as web page", ("brief.html",), mutators.markup, (
        ("source", "add", "brief.html", "--scenario", "starter"),
    )),
    Target("text of a source", ("starter/texts/survey.txt",), mutators.text, (
        ("check", "starter"), ("quote", "last bus", "starter"), ("render", "starter", *_HTML),
    )),
    Target("template", ("starter/templates/own.md.j2", "starter/templates/pieces.md.j2"), mutators.text, (
        ("check", "starter"), ("render", "starter", "--template", "own", *_HTML),
    )),
    Target("theme", ("own.yaml",), mutators.text, (
        ("render", "starter", "--theme", "own.yaml", *_HTML),
        ("render", "starter", "--theme", "own.yaml", "--to", "pdf", "--force"),
    )),
    Target("reviewed DOCX", ("review.docx",), mutators.package, (
        ("review", "review.docx", "--scenario", "starter"),
        ("review", "review.docx", "--scenario", "starter", "--format", "json"),
        ("redline", "review.docx", "brief.docx", "--force"),
    )),
    Target("brief as PDF", ("brief.pdf",), mutators.pdf, (
        ("verify", "brief.pdf"), ("extract", "brief.pdf", "out"), ("verify", "brief.pdf", "--texts", "starter/texts"),
    )),
    Target("XLIFF", ("back.xlf",), mutators.markup, (("translations", "import", "back.xlf", "starter"),)),
    Target("lock", ("starter/evidence.lock", "locked/evidence.lock"), mutators.text, (
        ("check", "starter"), ("check", "locked"), ("lock", "starter"),
    )),
    Target("project file", ("office/briefgen.yaml",), mutators.text, (
        ("check", "office/starter"), ("render", "office/starter", *_HTML),
    )),
    Target("picture", ("kelmouth-2026/supply.png",), mutators.binary, (
        ("render", "kelmouth-2026", *_HTML), ("check", "kelmouth-2026"),
    )),
    Target("house style", ("house.docx",), mutators.package, (
        ("render", "starter", "--reference", "house.docx", "--to", "docx", "--force"),
    )),
)  # fmt: skip


def prepare(folder: Path, run: Callable[[Command], object]) -> None:
    """A working folder with a sound file for each target. `run` calls the program in it."""
    for name in ("starter", "kelmouth-2026"):
        shutil.copytree(shipped("scenarios") / name, folder / name)
    (folder / "source.txt").write_bytes((folder / "starter/texts/survey.txt").read_bytes())
    run(("render", "starter", "--to", "pdf", "--to", "docx", "--to", "html", "--out", "."))
    for form in ("pdf", "docx", "html"):
        (folder / f"starter.{form}").replace(folder / f"brief.{form}")
    run(("render", "starter", "--to", "docx", "--review", "--out", "reviews"))
    (folder / "reviews/starter.docx").replace(folder / "review.docx")
    run(("reference", "--out", "house.docx"))
    run(("translations", "export", "starter", "--lang", "fr", "--out", "back.xlf"))
    back = (folder / "back.xlf").read_text(encoding="utf-8")
    back = re.sub(r"<source[^>]*>(.*?)</source>", r"\g<0><target>\1</target>", back, flags=re.DOTALL)
    (folder / "back.xlf").write_text(back, encoding="utf-8")
    run(("lock", "starter"))
    shutil.copytree(folder / "starter", folder / "locked", ignore=shutil.ignore_patterns("texts"))
    (folder / "starter/templates").mkdir()
    for name, called in (("options-paper", "own"), ("pieces", "pieces")):
        shutil.copy(shipped("templates") / f"{name}.md.j2", folder / f"starter/templates/{called}.md.j2")
    shutil.copy(shipped_theme(), folder / "own.yaml")
    shutil.copytree(shipped("scenarios") / "starter", folder / "office/starter")
    (folder / "office/briefgen.yaml").write_text(PROJECT, encoding="utf-8")
    scenario = folder / "office/starter/scenario.yaml"
    scenario.write_text(scenario.read_text(encoding="utf-8").replace("TLP:CLEAR", "OPEN"), encoding="utf-8")


def shipped_theme() -> Path:
    """The file of the plain theme."""
    from briefgen.theme import shipped as themes

    return themes()["plain"]


PROJECT = """\
markings:
  - {label: OPEN, colour: "#FFFFFF"}
  - {label: CLOSED, text: For the council., colour: "#FFC000"}
"""


class Mutant(NamedTuple):
    """A change to one file, and the command that reads it."""

    target: Target
    file: str
    data: bytes
    command: Command


def mutant(folder: Path, seed: int) -> Mutant:
    """The mutant of a seed: the same each time, for the same sound files."""
    target = TARGETS[seed % len(TARGETS)]
    draw = Random(seed)
    file = draw.choice(target.files)
    data = target.change(draw, (folder / file).read_bytes())
    return Mutant(target, file, data, draw.choice(target.commands))
