"""Two editions of a scenario → what changed, as a brief with insertions and deletions."""

from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.diagnostic import Diagnostic, error
from briefgen.document import Document
from briefgen.layout import paginate
from briefgen.locale import load as load_locale
from briefgen.redline import revise, with_summary
from briefgen.release import Rendering
from briefgen.scenario import load
from briefgen.scenario.read import SCENARIO
from briefgen.verbs.order import Order
from briefgen.verbs.paper import brief
from briefgen.verbs.prepare import prepare, refused
from briefgen.verbs.render import output_name
from briefgen.verbs.targets import targets
from briefgen.verbs.texts import verify
from briefgen.world import World
from briefgen.world.history import Spot, spot, unpacked
from briefgen.writers import write
from briefgen.writers.docx.dress import Dress


def redline(world: World, old: str, new: str, order: Order) -> tuple[list[Path], list[Diagnostic]]:
    """Writes what changed from `old` to `new` in all formats asked for; returns the paths, and what there is to say.

    Each is the folder of a scenario, or one at a revision of git. The new edition is checked as ever; of the old one,
    which went out, only what keeps it from being read is told."""
    with TemporaryDirectory(prefix="briefgen-") as name:
        before, after = _edition(world, old, Path(name) / "old"), _edition(world, new, Path(name) / "new")
        faults = [each for each in (before, after) if isinstance(each, Diagnostic)]
        if isinstance(before, Diagnostic) or isinstance(after, Diagnostic):
            return [], faults
        made, diagnostics = prepare(*after, order)
        if made is None:
            return [], diagnostics
        was, faults = _document(*before, order, made.rendering)
        if was is None:
            return [], diagnostics + faults
    document = with_summary(was, revise(was, made.brief.document))
    name = output_name(made.loaded.name, made.rendering, made.loaded.scenario.language)
    paths = {form: order.out / f"{name}-redline.{form}" for form in order.formats}
    in_the_way = [fault for path in paths.values() if not order.force and (fault := world.refusal(path))]
    if in_the_way or refused(diagnostics, order):
        return [], diagnostics + in_the_way
    pages = paginate(document, made.theme, made.rendering.page) if "pdf" in order.formats else None
    dress = Dress(house=order.house, embed_fonts=order.embed_fonts)
    data = write(document, made.theme, made.rendering.page, order.formats, pages, (), dress)
    faults = world.write_outputs({paths[form]: each for form, each in data.items()}) or []
    return ([] if faults else list(paths.values())), diagnostics + faults


def _edition(world: World, name: str, into: Path) -> tuple[World, Path] | Diagnostic:
    """The world in which an edition is read, and its file. What git holds is put into a folder, and read there."""
    where = spot(name)
    if isinstance(where, Spot) and not (world.cwd / name).exists():
        into.mkdir()
        folder = unpacked(where, world.cwd, into)
        if isinstance(folder, Diagnostic):
            return folder
        return World(into), folder.relative_to(into) / SCENARIO
    files, faults = targets(world, (name,))
    if faults:
        return faults[0]
    if len(files) != 1:
        message = f"{world.shown(Path(name))} holds {len(files)} scenarios."
        return error("no-scenario", message, file=world.shown(Path(name)), hint="Name the folder of one.")
    return world, files[0]


def _document(world: World, file: Path, order: Order, asked: Rendering) -> tuple[Document | None, list[Diagnostic]]:
    """The brief of the old edition, rendered as the new one is."""
    loaded, faults = load(world, file)
    if loaded is None:
        return None, faults
    checked = verify(world, loaded, order.texts).checked
    locale = load_locale(asked.lang)
    made, found = brief(
        world, loaded, asked.template, locale, asked.lang, asked.option, (), checked, asked.epoch
    )  # fmt: skip
    if made is None:
        return None, [*faults, *found]
    return made.document, []
