"""A new scenario: the complete example, or an outline of the author's own."""

from collections.abc import Mapping
from pathlib import Path

from briefgen.diagnostic import Diagnostic, error
from briefgen.scenario import load
from briefgen.scenario.read import SCENARIO
from briefgen.verbs.outline import outline
from briefgen.verbs.wishes import Wishes, faults, filled, tidy
from briefgen.world import World
from briefgen.world.shipped import shipped

STARTER = "starter"
"""The shipped scenario that is the example."""


def new(world: World, folder: Path, wishes: Wishes = Wishes()) -> tuple[list[Path], list[Diagnostic]]:  # noqa: B008
    """Writes a scenario into a folder that is new or empty; returns the files.

    Without answers, or with those of `example`, it is the example.
    """
    wishes = tidy(wishes)
    if refused := faults(wishes):
        return [], [*in_use(world, folder, {}), *refused]
    if wishes in (Wishes(), example(world)):
        root = shipped("scenarios") / STARTER
        files = {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    else:
        files = {
            Path(name): text.encode()
            for name, text in outline(filled(wishes, world.today(), (world.cwd / folder).resolve().name)).items()
        }
    written = {folder / name: data for name, data in files.items()}
    unwritten = in_use(world, folder, written) or world.write_together(written)
    return ([], unwritten) if unwritten else (list(written), [])


def example(world: World) -> Wishes:
    """The answers of the example."""
    loaded, _ = load(world, shipped("scenarios") / STARTER / SCENARIO)
    if loaded is None:
        return Wishes()
    scenario = loaded.scenario
    return Wishes(
        question=scenario.question.texts[scenario.language],
        title=scenario.title.texts[scenario.language],
        decision_maker=scenario.decision_maker.texts[scenario.language],
        options=tuple(option.name.texts[scenario.language] for option in scenario.options),
        language=scenario.language,
        as_of=scenario.as_of.isoformat() if scenario.as_of else "",
        deadline=scenario.deadline.isoformat() if scenario.deadline else "",
    )


def in_use(world: World, folder: Path, files: Mapping[Path, bytes]) -> list[Diagnostic]:
    """Why the files cannot be written into a folder, if they cannot: it must be new, empty, or hold a part of them, as
    a run that was killed may have left it."""
    if unfinished := world.recover(folder):
        return unfinished
    target = world.cwd / folder
    name = world.shown(folder)
    hint = "Name a folder that does not exist yet."
    try:
        if target.exists() and not target.is_dir():
            return [error("not-empty", f"{name} is a file.", file=name, hint=hint)]
        ours = {world.cwd / path: data for path, data in files.items()}
        for path in sorted(target.rglob("*")):
            if path in ours and path.is_file() and path.read_bytes() == ours[path]:
                continue
            if path.is_symlink() or not path.is_dir():
                other = world.shown(path)
                message = f"{name} is not empty: it holds {other}, which is not a file of what was to be written."
                return [error("not-empty", message, file=name, hint=hint)]
    except OSError as fault:
        return [error("unreadable-file", f"{name} cannot be read: {fault.strerror}.", file=name)]
    return []
