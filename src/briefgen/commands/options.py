"""What was asked of `render`: scenarios, audiences, languages, formats, and the names of the files."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from briefgen.commands.formats import Format
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io import cache
from briefgen.io.filesystem import World
from briefgen.io.names import portable
from briefgen.io.read import PROJECT, SCENARIO
from briefgen.markup.model import same
from briefgen.model.read import load
from briefgen.model.scenario import Scenario
from briefgen.release import Manifest, Rendering
from briefgen.release.manifest import this_build
from briefgen.theme import PaperName

if TYPE_CHECKING:
    from briefgen.docx.reference.opening import ReferenceDocument

DEFAULT_TEMPLATE = "options-paper"
DEFAULT_THEME = "plain"


class Order(msgspec.Struct, frozen=True):
    """What was asked for. What was not is None, or empty."""

    formats: tuple[Format, ...] = ("docx", "pdf")
    out: Path = Path("briefs")
    template: str | None = None
    theme: str | None = None
    paper: PaperName | None = None
    option: str = ""
    """The id of the one option that the brief is about; empty: all of them."""
    lang: str = ""
    """BCP 47; empty: the scenario's own."""
    texts: tuple[Path, ...] = ()
    """Folders with texts of sources, beside the scenario's own."""
    reference: Path | None = None
    """The house style of the DOCX."""
    house: "ReferenceDocument | None" = None
    """What was read of it."""
    embed_fonts: bool = False
    """The DOCX carries its fonts."""
    office_pages: bool = False
    """The contents of the DOCX has the page numbers that LibreOffice finds."""
    review: bool = False
    """The DOCX goes to people who edit it in Word, and comes back."""
    strict: bool = False
    force: bool = False
    sources: bool = True
    """Whether a PDF carries what it was made from."""
    audience: str = ""
    """The id of the one audience that the brief is for; empty: it is whole."""
    since: str = ""
    """The edition since which the brief says what changed: a folder, or REVISION:PATH."""


def rendering(order: Order, scenario: Scenario, before: Manifest | None, epoch: int | None) -> Rendering:
    """What was asked for; what was not, as it was done `before` when the scenario was part of a brief, or by default.

    A date is taken from `epoch` only where the scenario has none."""
    asked = before.rendering if before else Rendering(DEFAULT_TEMPLATE, DEFAULT_THEME, scenario.language, "a4")
    same = order.template in (None, asked.template)
    dated = scenario.edition.date or scenario.as_of
    return Rendering(
        template=asked.template if order.template is None else order.template,
        theme=asked.theme if order.theme is None else order.theme,
        lang=order.lang or asked.lang,
        page=order.paper or asked.page,
        option=order.option or (asked.option if same else ""),
        audience=order.audience or asked.audience,
        recomputed=asked.recomputed if order.audience in ("", asked.audience) else "",
        since=asked.since if order.audience in ("", asked.audience) and order.lang in ("", asked.lang) else None,
        epoch=None if dated else asked.epoch if epoch is None else epoch,
    )


# What the files of a brief are called.


def output_name(scenario: str, asked: Rendering, language: str) -> str:
    """The name of the outputs without ending: the scenario's, then what is not the default."""
    parts = [scenario]
    if asked.template != DEFAULT_TEMPLATE:
        parts.append(asked.template)
    if asked.option:
        parts.append(asked.option)
    if asked.audience:
        parts.append(asked.audience)
    if asked.lang != language:
        parts.append(asked.lang)
    return portable("-".join(parts))


# Which scenarios were meant by the paths on the command line.


def targets(world: World, names: tuple[str, ...]) -> tuple[list[Path], list[Diagnostic]]:
    """The `scenario.yaml` of each: a file, its folder, or the folders in a folder; and what names none.

    Any other file of a scenario stands for it, so that an editor or pre-commit may name what was changed.
    """
    found: list[Path] = []
    missing: list[Diagnostic] = []
    for name in names:
        path = Path(name)
        here = world.cwd / path
        try:
            if here.is_file():
                found += [path] if path.name == SCENARIO else _around(world, path) or [path]
            elif not here.is_dir() and here.suffix in (".yaml", ".yml"):
                found.append(path)
            elif (here / SCENARIO).exists() or (here / SCENARIO).is_symlink():
                found.append(path / SCENARIO)
            elif here.is_dir():
                inside = sorted(child for child in here.iterdir() if (child / SCENARIO).is_file())
                found += [path / child.name / SCENARIO for child in inside]
                if not inside:
                    missing.append(_none_in(world, path))
            else:
                missing.append(
                    error("missing-file", f"There is no folder {world.shown(path)}.", file=world.shown(path),
                          hint="Name a scenario's folder; `briefgen new DIR` makes one.")
                )  # fmt: skip
        except (OSError, ValueError) as fault:
            why = getattr(fault, "strerror", None) or str(fault)
            missing.append(
                error("unreadable-file", f"{world.shown(path)} cannot be read: {why}.", file=world.shown(path))
            )
    return list(dict.fromkeys(found)), missing


def one_target(world: World, name: str) -> tuple[Path | None, list[Diagnostic]]:
    """The `scenario.yaml` of one scenario; none where a name means none, or several."""
    found, missing = targets(world, (name,))
    if missing or len(found) == 1:
        return (found[0] if found and not missing else None), missing
    message = f"{world.shown(Path(name))} holds {len(found)} scenarios; one is wanted."
    return None, [error("no-scenario", message, file=world.shown(Path(name)), hint="Name the folder of one.")]


def enclosing(world: World, folder: Path) -> Path | None:
    """The scenario folder that a folder is, or lies in."""
    here = (world.cwd / folder).resolve()
    found = next((each for each in (here, *here.parents) if (each / SCENARIO).is_file()), None)
    return None if found is None else Path(os.path.relpath(found, world.cwd.resolve()))


def _around(world: World, path: Path) -> list[Path]:
    """The scenario in whose folder a file lies; of a file that scenarios share, all that may read it."""
    for folder in path.parents:
        if (world.cwd / folder / SCENARIO).is_file():
            return [folder / SCENARIO]
        if (world.cwd / folder / PROJECT).is_file():
            below, _ = world.glob(folder, f"**/{SCENARIO}")
            return [folder / each.relative_to(world.cwd / folder) for each in below]
    return []


def _none_in(world: World, path: Path) -> Diagnostic:
    return error(
        "no-scenario",
        f"{world.shown(path)} holds no scenario.",
        file=world.shown(path),
        hint=f"A scenario is a folder with a `{SCENARIO}`; `briefgen new DIR` makes one.",
    )


# Which briefs are meant: scenarios × audiences × languages.

_NO_INPUT = ("house", "strict", "force", "out")
"""Fields of an order that do not change the bytes, or that are otherwise in the key or among the lookups."""
ALL = "all"
"""In place of a name: every audience of a scenario, or every language that it is written in."""


class Wanted(msgspec.Struct, frozen=True):
    """One brief of one scenario, in the formats of its order."""

    file: Path
    """The `scenario.yaml`."""
    order: Order

    def name(self, world: World) -> str:
        """What messages call it: its scenario, and what it is beside the default."""
        apart = ", ".join(each for each in (self.order.audience, self.order.lang) if each)
        folder = world.shown(self.file.parent)
        return f"{folder} ({apart})" if apart else folder

    def key(self, world: World) -> str:
        """Its key in the cache; empty where it depends on what is not looked up in files."""
        if self.order.office_pages or self.order.since:  # LibreOffice, git
            return ""
        given = msgspec.structs.asdict(self.order)
        asked = [f"{name}={value!r}" for name, value in sorted(given.items()) if name not in _NO_INPUT]
        build = repr(this_build()) if "pdf" in self.order.formats else ""  # its manifest says what made it
        return cache.key(os.path.realpath(world.cwd / self.order.out), str(world.cwd), str(self.file), build, *asked)


def wanted(
    world: World, files: Sequence[Path], order: Order, audiences: Sequence[str], langs: Sequence[str]
) -> list[Wanted]:
    """The briefs that are asked for, those of a scenario together, in the order in which they were named. Without a
    name, a brief is whole, and in the scenario's language."""
    asked = tuple(dict.fromkeys(audiences)) or ("",), tuple(dict.fromkeys(langs)) or ("",)
    return [
        Wanted(file, replace(order, audience=audience, lang=lang))
        for file in files
        for audience, lang in _combined(world, file, *asked)
    ]


def _combined(world: World, file: Path, audiences: Sequence[str], langs: Sequence[str]) -> Iterator[tuple[str, str]]:
    if ALL in (*audiences, *langs):
        loaded, _ = load(world, file)  # its faults are told when the brief is made
        if loaded is not None:
            scenario = loaded.scenario
            ids = [audience.id for audience in scenario.audiences]
            if ids and ALL not in ids:  # a scenario without audiences has nothing for all of them, and is told so
                audiences = _with_all(audiences, ids)
            others = [lang for lang in scenario.title.texts if not same(lang, scenario.language)]
            langs = _with_all(langs, [scenario.language, *others])
    yield from ((audience, lang) for audience in audiences for lang in langs)


def _with_all(named: Sequence[str], every: Sequence[str]) -> tuple[str, ...]:
    """The names, with all that there are in the place of `all`; each once."""
    return tuple(dict.fromkeys(name for each in named for name in (every if each == ALL else (each,))))
