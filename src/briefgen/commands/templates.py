"""The templates that a brief can be made with: the scenario's own, those of its project, the shipped ones."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile
from briefgen.core.suggestions import did_you_mean
from briefgen.io.filesystem import World, shipped
from briefgen.io.names import is_reserved
from briefgen.io.read import SCENARIO
from briefgen.schema import SchemaType
from briefgen.template import Template, check, load, uses

FOLDER = "templates"
"""In a scenario's folder, and in the folder of a project's `briefgen.yaml`."""
SUFFIX = ".md.j2"
MOST_FILES = 50
"""In one folder."""
MOST_BYTES = 8 << 20
"""Of these files together; the language of templates bounds each of them more closely."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class Shelf(msgspec.Struct, frozen=True):
    """A folder of templates, read."""

    sources: Mapping[str, SourceFile]
    """By name: that of the file, without `.md.j2`."""
    faults: Mapping[str, Diagnostic]
    """Of those that cannot be read, by name; under no name, of the folder."""


def shelves(world: World, folder: Path) -> tuple[Shelf, ...]:
    """Where a template is looked for, in this order: the scenario of `folder`, its project, what is shipped."""
    bounded = world.around(folder / SCENARIO)
    own = _shelf(bounded, folder / FOLDER)
    project = bounded.boundary
    if project is None or project == (world.cwd / folder).resolve():
        return own, _shipped(world.cwd)
    return own, _shelf(bounded, project / FOLDER), _shipped(world.cwd)


def find(shelves: Sequence[Shelf], name: str) -> tuple[Mapping[str, SourceFile], list[Diagnostic]]:
    """What the template `name` may include, itself among it: its own folder, and those that come after it.

    So nothing that stands in a scenario's folder changes what a shipped template means."""
    for at, shelf in enumerate(shelves):
        if name in shelf.faults:
            return {}, [shelf.faults[name]]
        if name in shelf.sources:
            return {each: file for known in reversed(shelves[at:]) for each, file in known.sources.items()}, []
    known = sorted({each for shelf in shelves for each in shelf.sources})
    hint = did_you_mean(name, known) or f"There are: {', '.join(known)}."
    return {}, [error("unknown-template", f"There is no template `{name}`.", hint=hint)]


def ready(
    name: str, shelves: Sequence[Shelf], context: Callable[[], Mapping[str, SchemaType]]
) -> tuple[Template | None, list[Diagnostic]]:
    """A template, compiled and checked against the names of its context; None where it cannot be read."""
    sources, faults = find(shelves, name)
    if faults:
        return None, faults
    files = tuple((each, file.name, file.text) for each, file in sources.items())
    template, found = _compiled(name, files, context)
    return template, [*found, *(_unread(found, shelves) if template is None else ())]


@lru_cache(maxsize=8)  # 55 ms of the 500 that a further brief of a run takes
def _compiled(
    name: str, files: tuple[tuple[str, str, str], ...], context: Callable[[], Mapping[str, SchemaType]]
) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """`files`: the name, the path for messages and the text of each template that may be included."""
    template, faults = load(name, {each: SourceFile(path, text) for each, path, text in files})
    if template is None:
        return None, tuple(faults)
    names = context()
    faults += check(template, names)
    return template if faults else msgspec.structs.replace(template, uses=uses(template, names)), tuple(faults)


def _unread(faults: Sequence[Diagnostic], shelves: Sequence[Shelf]) -> list[Diagnostic]:
    """Why templates that were included are not there, where their files are but cannot be read."""
    if all(fault.code != "template-unknown-template" for fault in faults):
        return []
    return [fault for shelf in shelves for fault in shelf.faults.values()]


def _shelf(world: World, folder: Path) -> Shelf:
    paths, left_out = world.glob(folder, "*" + SUFFIX)
    faults = {Path(fault.where).name.removesuffix(SUFFIX): fault for fault in left_out}
    if len(paths) > MOST_FILES:
        where = world.shown(folder)
        faults[""] = error("too-many-files", f"{where} holds more than {MOST_FILES} templates.", file=where,
                           hint="Put together what belongs together, or take away what is no longer used.")  # fmt: skip
    sources: dict[str, SourceFile] = {}
    left = MOST_BYTES
    for path in paths[:MOST_FILES]:
        name = path.name.removesuffix(SUFFIX)
        sound = _NAME.fullmatch(name) and not is_reserved(path.name)
        source = world.read(path, left) if sound else _bad_name(world.shown(path))
        if isinstance(source, Diagnostic):
            faults[name] = source
        else:
            sources[name] = source
            left -= len(source.text)
    return Shelf(sources, faults)


def _bad_name(where: str) -> Diagnostic:
    return error("template-bad-name", f"{where} has a name that a template cannot have.", file=where,
                 hint="Use letters without accents, digits, `-`, `_` and `.`: `cabinet-slip.md.j2`.")  # fmt: skip


def _shipped(cwd: Path) -> Shelf:
    sources: dict[str, SourceFile] = {}
    faults: dict[str, Diagnostic] = {}
    for path in sorted(shipped("templates").glob("*" + SUFFIX)):
        name = path.name.removesuffix(SUFFIX)
        source = World(cwd).read(path)
        if isinstance(source, Diagnostic):
            faults[name] = source
        else:
            sources[name] = SourceFile(f"templates/{path.name}", source.text)
    return Shelf(sources, faults)
