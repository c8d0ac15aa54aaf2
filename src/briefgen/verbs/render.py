"""A scenario → its briefs, written whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from briefgen.diagnostic import Diagnostic, error
from briefgen.verbs.order import Order
from briefgen.verbs.output_name import output_name
from briefgen.verbs.prepare import Examined, prepare
from briefgen.verbs.produce import produce
from briefgen.world import World
from briefgen.world.names import decoded, portable
from briefgen.writers import Format


def render(
    world: World, file: Path, order: Order, begun: Callable[[Format], None] = lambda _: None
) -> tuple[list[Path], list[Diagnostic]]:
    """Writes the briefs of one scenario in all formats asked for; returns their paths, and what there is to say.

    Where there is an error (or, with `strict`, a warning) nothing is written. `begun` is told each format in its turn.
    """
    data, diagnostics = bytes_of(world, file, order, begun)
    faults = world.write_outputs(data) or []
    return ([] if faults else list(data)), diagnostics + faults


def bytes_of(
    world: World,
    file: Path,
    order: Order,
    begun: Callable[[Format], None] = lambda _: None,
    examined: Examined | None = None,
) -> tuple[dict[Path, bytes], list[Diagnostic]]:
    """What `render` writes, by path; nothing where it would write nothing."""
    made, diagnostics = prepare(world, file, order, examined)
    if made is None:
        return {}, diagnostics
    name = output_name(made.loaded.name, made.rendering, made.loaded.scenario.language)
    paths = {form: order.out / f"{name}.{form}" for form in order.formats}
    if not order.force:
        in_the_way = [fault for path in paths.values() if (fault := world.refusal(path))]
        if in_the_way:
            return {}, diagnostics + in_the_way
    data, faults = produce(world, made, order, begun)
    return {paths[form]: each for form, each in data.items()}, diagnostics + faults


def apart(world: World, files: list[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The scenarios whose outputs have names of their own, and what there is to say of the others. Capitals do not
    part names: on many systems `Bus.pdf` is `bus.pdf`."""
    taken: dict[str, Path] = {}
    clashes = []
    for file in files:
        first = taken.setdefault(portable(decoded((world.cwd / file).resolve().parent.name)).casefold(), file)
        if first != file:
            name = world.shown(file.parent)
            message = f"{name} would be written to the same files as {world.shown(first.parent)}."
            hint = "Rename one of the folders, or render it alone with `--out DIR`."
            clashes.append(error("same-output", message, file=name, hint=hint))
    return list(taken.values()), clashes
