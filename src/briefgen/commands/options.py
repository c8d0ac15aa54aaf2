"""What a command is asked to do: the options of a rendering, and the scenarios that the command line names."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.io.read import PROJECT, SCENARIO

if TYPE_CHECKING:
    from briefgen.docx.reference.opening import ReferenceDocument

DEFAULT_TEMPLATE = "options-paper"
DEFAULT_THEME = "plain"

Format: TypeAlias = Literal["docx", "pdf", "html", "native"]
"""By the extension of its file."""


class RenderOptions(msgspec.Struct, frozen=True):
    """How briefs are rendered. What was not asked for is None or empty."""

    formats: tuple[Format, ...] = ("docx", "pdf")
    out: Path = Path("briefs")
    template: str | None = None
    theme: str | None = None
    paper: Literal["a4", "letter"] | None = None
    option: str = ""
    """The id of the one option that the brief is about; empty: all of them."""
    lang: str = ""
    """BCP 47; empty: the scenario's own."""
    audience: str = ""
    """The id of the one audience that the brief is for; empty: nothing is left out."""
    texts: tuple[Path, ...] = ()
    """Folders with texts of sources, besides the scenario's own."""
    reference: Path | None = None
    """The reference document of the DOCX."""
    reference_document: "ReferenceDocument | None" = None
    """What was read from it."""
    embed_fonts: bool = False
    """Whether the DOCX contains its fonts."""
    office_pages: bool = False
    """Whether the page numbers in the DOCX are those that LibreOffice finds."""
    review: bool = False
    """Whether the DOCX is for people who edit it in Word, and whose edits are imported."""
    sources: bool = True
    """Whether the source files are attached to a PDF."""
    since: str = ""
    """The edition since which the brief lists the changes: a folder, or REVISION:PATH."""
    strict: bool = False
    force: bool = False


# Which scenarios the paths on the command line name.


def scenario_files(report: Report, world: World, names: Iterable[str]) -> list[Path]:
    """The `scenario.yaml` of each name: a file, its folder, or the folders in a folder.

    Any other file of a scenario stands for it, so that an editor or pre-commit may name what was changed.
    """
    found: list[Path] = []
    for name in names:
        path = Path(name)
        here = world.cwd / path
        try:
            if here.is_file():
                found += [path] if path.name == SCENARIO else _scenarios_of(world, path) or [path]
            elif not here.is_dir() and here.suffix in (".yaml", ".yml"):
                found.append(path)
            elif (here / SCENARIO).exists() or (here / SCENARIO).is_symlink():
                found.append(path / SCENARIO)
            elif here.is_dir():
                inside = sorted(child for child in here.iterdir() if (child / SCENARIO).is_file())
                found += [path / child.name / SCENARIO for child in inside]
                if not inside:
                    report.add(_no_scenario(world, path))
            else:
                report.add(
                    error("missing-file", f"There is no folder {world.shown(path)}.", file=world.shown(path),
                          hint="Name a scenario's folder; `briefgen new DIR` makes one.")
                )  # fmt: skip
        except (OSError, ValueError) as fault:
            why = getattr(fault, "strerror", None) or str(fault)
            report.add(error("unreadable-file", f"{world.shown(path)} cannot be read: {why}.", file=world.shown(path)))
    return list(dict.fromkeys(found))


def scenario_file(report: Report, world: World, name: str) -> Path | None:
    """The `scenario.yaml` of one scenario; None if there is none of that name, or several."""
    missing = Report()
    found = scenario_files(missing, world, (name,))
    report.extend(missing)
    if missing or len(found) == 1:
        return found[0] if found and not missing else None
    message = f"{world.shown(Path(name))} holds {len(found)} scenarios; one is wanted."
    report.add(error("no-scenario", message, file=world.shown(Path(name)), hint="Name the folder of one."))
    return None


def enclosing(world: World, folder: Path) -> Path | None:
    """The scenario folder that a folder is, or is in."""
    here = (world.cwd / folder).resolve()
    found = next((each for each in (here, *here.parents) if (each / SCENARIO).is_file()), None)
    return None if found is None else Path(os.path.relpath(found, world.cwd.resolve()))


def _scenarios_of(world: World, path: Path) -> list[Path]:
    """The scenario that has a file in its folder; for a file that scenarios share, all that may read it."""
    for folder in path.parents:
        if (world.cwd / folder / SCENARIO).is_file():
            return [folder / SCENARIO]
        if (world.cwd / folder / PROJECT).is_file():
            below, _ = world.glob(folder, f"**/{SCENARIO}")
            return [folder / each.relative_to(world.cwd / folder) for each in below]
    return []


def _no_scenario(world: World, path: Path) -> Diagnostic:
    return error(
        "no-scenario",
        f"{world.shown(path)} holds no scenario.",
        file=world.shown(path),
        hint=f"A scenario is a folder with a `{SCENARIO}`; `briefgen new DIR` makes one.",
    )
