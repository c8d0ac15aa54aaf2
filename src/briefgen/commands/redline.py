"""Two editions of a scenario, and what changed, as a brief with insertions and deletions."""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from briefgen.commands.address import Addressed, address, readers
from briefgen.commands.compared import Compared, compare, is_docx
from briefgen.commands.editions import Kept, edition
from briefgen.commands.extract import unchanged
from briefgen.commands.formats import write
from briefgen.commands.options import DEFAULT_THEME, Order, output_name
from briefgen.commands.paper import brief
from briefgen.commands.prepare import Prepared, prepare, refused
from briefgen.commands.scan import released, told, worked_out
from briefgen.commands.texts import Verified, verify
from briefgen.commands.themes import find_theme
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.document import Document
from briefgen.docx.context import WordOptions
from briefgen.docx.read.read import Read, read, round_trip
from briefgen.io.filesystem import World
from briefgen.io.names import portable
from briefgen.layout import paginate
from briefgen.locale import load as load_locale
from briefgen.model.marking import LABELS, TLP, Scheme, scheme_of
from briefgen.model.read import Loaded, load
from briefgen.ooxml.opening import BRIEF_LIMITS
from briefgen.release.scan import guard, scan
from briefgen.theme import Theme


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
    options = WordOptions(reference=order.house, embed_fonts=order.embed_fonts)
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


# The last look at the bytes of a redline: it holds the words of two editions, and each of them withholds its
# own.


def scanned_redline(
    files: Mapping[str, bytes], redline: Document, made: Prepared, old: Kept | None, order: Order
) -> list[Diagnostic]:
    """That something withheld by one of the editions stands in a file. What the old one withholds and the new one tells
    may stand there; what the new one withholds may not, whoever could read it in the old one.

    `made` is the edition that a scenario was read for: the new one, if both were (then there is an `old`)."""
    new = Kept(made.whole, made.loaded.scenario, made.texts)
    said = replace(released(made, order), computed=tuple(worked_out(redline, made.theme)))
    if (new.whole, old and old.whole) == (new.left, old and old.left):
        return []
    found = told(scan(files, guard(new.whole, new.left, said, new.withheld(new))))
    if found and old:
        once = guard(new.whole, new.left, replace(said, editions=(old.left,)), new.withheld(new, old))
        still = told(scan(files, once))
        hint = "The old edition tells it to these readers. Mark it there too, or make the redline without `--audience`."
        found = [each if each in still else replace(each, hint=hint) for each in found]
    if old:
        found += told(
            scan(files, guard(old.whole, old.left, replace(said, editions=(new.left,)), old.withheld(old, new)))
        )
    return list(dict.fromkeys(found))


# A DOCX that briefgen wrote and another, or a scenario → what changed, before it is written.
#
# A scenario is compared as it would be read back from Word: so what Word does not keep is no change.


def compared_files(world: World, old: str, new: str, order: Order) -> tuple[Compared | None, list[Diagnostic]]:
    """The redline of two editions of which one at least is a DOCX."""
    found, diagnostics = find_theme(world, order.theme or DEFAULT_THEME)
    if found is None:
        return None, diagnostics
    needless = _needless(order) if is_docx(old) and is_docx(new) else ""
    if needless:
        message = f"`{needless}` says how a scenario is rendered; both editions are Word files, and stay as they are."
        return None, [error("option-for-scenarios", message, hint=f"Leave `{needless}` out, or name a scenario.")]
    files: dict[str, Read] = {}
    for name in dict.fromkeys(each for each in (old, new) if is_docx(each)):
        one = _file(world, name, found.theme)
        if isinstance(one, Diagnostic):
            return None, [one]
        files[name] = one
    rendered: dict[str, Prepared] = {}
    for name in (old, new):
        if name not in files:
            other = next(iter(files.values())).document
            made, told = _rendered(world, name, _like(other, order))
            diagnostics += told
            if made is None:
                return None, diagnostics
            rendered[name] = made
    was, now = (
        files[name].document if name in files else round_trip(rendered[name].brief.document, found.theme)
        for name in (old, new)
    )
    whole = next(iter(rendered.values()), None)
    document = compare(was, now, scheme_of(whole.loaded.scenario) if whole else _scheme(was, now))
    if new in files:
        return Compared(
            document, portable(Path(new).stem), found.theme, order.paper or files[new].paper, whole
        ), diagnostics
    made = rendered[new]
    named = output_name(made.loaded.name, made.rendering, made.loaded.scenario.language)
    return Compared(document, named, made.theme, made.rendering.page, made), diagnostics


def _file(world: World, name: str, theme: Theme) -> Read | Diagnostic:
    data = world.read_bytes(Path(name), BRIEF_LIMITS.file)
    return data if isinstance(data, Diagnostic) else read(data, world.shown(Path(name)), theme)


def _rendered(world: World, name: str, order: Order) -> tuple[Prepared | None, list[Diagnostic]]:
    with TemporaryDirectory(prefix="briefgen-") as folder:
        where = edition(world, name, Path(folder) / "edition")
        return (None, [where]) if isinstance(where, Diagnostic) else prepare(*where, order)


def _like(file: Document, order: Order) -> Order:
    """The order for a brief of the same kind and in the same language as a file, where nothing else was asked for."""
    named = file.properties.template
    template = named if re.fullmatch(r"[\w-]{1,80}", named) else None  # a name, whoever wrote the file
    return replace(order, template=order.template or template, lang=order.lang or file.lang)


def _needless(order: Order) -> str:
    """The first option that only a scenario can follow."""
    given = {
        "--template": order.template, "--option": order.option, "--audience": order.audience, "--lang": order.lang,
        "--texts": order.texts,
    }  # fmt: skip
    return next((name for name, value in given.items() if value), "")


def _scheme(was: Document, now: Document) -> Scheme:
    """TLP 2.0, where both bear its labels. The order of other labels is in no file."""
    labels = {was.running.marking, now.running.marking} - {""}
    return Scheme("TLP 2.0", TLP) if labels <= set(LABELS) else Scheme("", ())
