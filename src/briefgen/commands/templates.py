"""The templates that a brief can be made with: the scenario's own, those of its project, the shipped ones."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
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
"""Of these files together; the template language limits each of them further."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class TemplateFolder(msgspec.Struct, frozen=True):
    """The templates in a folder."""

    sources: Mapping[str, SourceFile]
    """By the name of the file, without `.md.j2`."""
    faults: Mapping[str, Diagnostic]
    """Of templates that cannot be read, by name; under an empty name, of the folder."""


def template_folders(world: World, folder: Path) -> tuple[TemplateFolder, ...]:
    """Where a template is looked for, in this order: the scenario of `folder`, its project, what is shipped."""
    bounded = world.around(folder / SCENARIO)
    own = _read(bounded, folder / FOLDER)
    project = bounded.boundary
    if project is None or project == (world.cwd / folder).resolve():
        return own, _shipped(world.cwd)
    return own, _read(bounded, project / FOLDER), _shipped(world.cwd)


def find_template(report: Report, folders: Sequence[TemplateFolder], name: str) -> Mapping[str, SourceFile] | None:
    """A template and all that it may include: the templates of its own folder and of those after it.

    So nothing in a scenario's folder changes what a shipped template means."""
    for at, folder in enumerate(folders):
        if name in folder.faults:
            report.add(folder.faults[name])
            return None
        if name in folder.sources:
            return {each: file for known in reversed(folders[at:]) for each, file in known.sources.items()}
    known = sorted({each for folder in folders for each in folder.sources})
    hint = did_you_mean(name, known) or f"There are: {', '.join(known)}."
    report.add(error("unknown-template", f"There is no template `{name}`.", hint=hint))
    return None


def load_template(
    report: Report, name: str, folders: Sequence[TemplateFolder], context: Callable[[], Mapping[str, SchemaType]]
) -> Template | None:
    """A template, compiled and checked against the names of its context; None if it cannot be read."""
    sources = find_template(report, folders, name)
    if sources is None:
        return None
    files = tuple((each, file.name, file.text) for each, file in sources.items())
    template, found = _compiled(name, files, context)
    report.extend(found)
    if template is None and any(each.code == "template-unknown-template" for each in found):
        # A template that is included may be there, but cannot be read.
        report.extend(fault for folder in folders for fault in folder.faults.values())
    return template


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


def _read(world: World, folder: Path) -> TemplateFolder:
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
    return TemplateFolder(sources, faults)


def _bad_name(where: str) -> Diagnostic:
    return error("template-bad-name", f"{where} has a name that a template cannot have.", file=where,
                 hint="Use letters without accents, digits, `-`, `_` and `.`: `cabinet-slip.md.j2`.")  # fmt: skip


def _shipped(cwd: Path) -> TemplateFolder:
    sources: dict[str, SourceFile] = {}
    faults: dict[str, Diagnostic] = {}
    for path in sorted(shipped("templates").glob("*" + SUFFIX)):
        name = path.name.removesuffix(SUFFIX)
        source = World(cwd).read(path)
        if isinstance(source, Diagnostic):
            faults[name] = source
        else:
            sources[name] = SourceFile(f"templates/{path.name}", source.text)
    return TemplateFolder(sources, faults)
