"""Two editions of a scenario → what changed, as a brief with insertions and deletions."""

from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic, error
from briefgen.document import Document
from briefgen.layout import paginate
from briefgen.locale import load as load_locale
from briefgen.scenario import Loaded, load
from briefgen.scenario.marking import scheme_of
from briefgen.verbs.address import Addressed, address, readers
from briefgen.verbs.carried import unchanged
from briefgen.verbs.compared import Compared, compare, is_docx
from briefgen.verbs.edition import Kept, edition
from briefgen.verbs.order import Order
from briefgen.verbs.output_name import output_name
from briefgen.verbs.paper import brief
from briefgen.verbs.prepare import Prepared, prepare, refused
from briefgen.verbs.redline_files import compared_files
from briefgen.verbs.scanned_redline import scanned_redline
from briefgen.verbs.texts import Verified, verify
from briefgen.world import World
from briefgen.writers import write
from briefgen.writers.docx.options import WordOptions


def redline(world: World, old: str, new: str, order: Order) -> tuple[list[Path], list[Diagnostic]]:
    """Writes what changed from `old` to `new` in all formats asked for; returns the paths, and what there is to say.

    Each is the folder of a scenario, or one at a revision of git, or a DOCX that briefgen wrote. The new edition is
    checked as ever; of the old one, which went out, only what keeps it from being read is told."""
    if is_docx(old) or is_docx(new):
        made, diagnostics = compared_files(world, old, new, order)
    else:
        made, diagnostics = compared_scenarios(world, old, new, order)
    if made is None:
        return [], diagnostics
    paths = {form: order.out / f"{made.name}-redline.{form}" for form in order.formats}
    in_the_way = [fault for path in paths.values() if not order.force and (fault := world.refusal(path))]
    if in_the_way or refused(diagnostics, order):
        return [], diagnostics + in_the_way
    document = made.document
    pages = paginate(document, made.theme, made.paper) if "pdf" in order.formats else None
    options = WordOptions(house=order.house, embed_fonts=order.embed_fonts)
    data = write(document, made.theme, made.paper, order.formats, pages, (), options)
    if made.made and made.made.rendering.audience:
        named = {paths[form].name: each for form, each in data.items()}
        if leaks := scanned_redline(named, document, made.made, made.old, order):
            return [], diagnostics + leaks
    faults = world.write_outputs({paths[form]: each for form, each in data.items()}) or []
    return ([] if faults else list(paths.values())), diagnostics + faults


def compared(world: World, file: Path, order: Order, new: Prepared) -> tuple[Compared | None, list[Diagnostic]]:
    """What changed from an old edition, the file of which is named, to a new one that is prepared already."""
    was, kept, faults = _document(world, file, order, new)
    if was is None:
        return None, faults
    document = compare(was, new.brief.document, scheme_of(new.loaded.scenario))
    name = output_name(new.loaded.name, new.rendering, new.loaded.scenario.language)
    return Compared(document, name, new.theme, new.rendering.page, new, kept), faults


def compared_scenarios(world: World, old: str, new: str, order: Order) -> tuple[Compared | None, list[Diagnostic]]:
    """The redline of two scenarios, each in a folder or at a revision of git."""
    with TemporaryDirectory(prefix="briefgen-") as name:
        before, after = edition(world, old, Path(name) / "old"), edition(world, new, Path(name) / "new")
        faults = [each for each in (before, after) if isinstance(each, Diagnostic)]
        if isinstance(before, Diagnostic) or isinstance(after, Diagnostic):
            return None, faults
        made, diagnostics = prepare(*after, order)
        if made is None:
            return None, diagnostics
        both, faults = compared(*before, order, made)
    return both, diagnostics if both else diagnostics + faults


def _document(
    world: World, file: Path, order: Order, new: Prepared
) -> tuple[Document | None, Kept | None, list[Diagnostic]]:
    """The brief of the old edition, rendered as the new one is, and for the same readers."""
    asked = new.rendering
    loaded, faults = load(world, file)
    if loaded is None:
        return None, None, faults
    before, _faults = unchanged(world, file.parent)
    verified = verify(world, loaded, order.texts)
    whole, texts = loaded.scenario, {name: each.text.text for name, each in verified.texts.of.items()}
    if asked.audience:
        addressed, faults = _addressed(loaded, verified, new)
        if addressed is None or addressed.verified is None:
            return None, None, faults
        loaded, verified = addressed.loaded, addressed.verified
    checked = before.verification.checked() if before else verified.checked  # as the brief was that carried it
    made, found = brief(
        world, loaded, asked.template, load_locale(asked.lang), asked.lang, asked.option, (), checked,
        asked.epoch, readers(loaded, asked), None, new.theme.portion_marks,
    )  # fmt: skip
    if made is None:
        return None, None, [*faults, *found]
    return made.document, Kept(whole, loaded.scenario, texts), []


def _addressed(loaded: Loaded, verified: Verified, new: Prepared) -> tuple[Addressed | None, list[Diagnostic]]:
    """The old edition for the audience of the new one: what they may see now, whatever they could see then."""
    ours, theirs = scheme_of(new.loaded.scenario), scheme_of(loaded.scenario)
    limit = next(each.marking for each in new.loaded.scenario.audiences if each.id == new.rendering.audience)
    if ours.up_to(limit).labels != theirs.up_to(limit).labels:
        message = f"The old edition is marked by {theirs.name}, and the new one by {ours.name}."
        hint = "What an audience may see of both cannot be told; leave `--audience` out."
        return None, [error("unknown-audience", message, hint=hint)]
    scenario = replace(loaded.scenario, audiences=new.loaded.scenario.audiences)
    return address(replace(loaded, scenario=scenario), new.rendering.audience, verified)
