"""What changed between two editions, as a brief with insertions and deletions."""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from briefgen.analysis.relevance import counted
from briefgen.commands.audiences import AudienceView, view_for
from briefgen.commands.editions import Edition, find_edition
from briefgen.commands.extract import unchanged_manifest
from briefgen.commands.lock import Verified, verify
from briefgen.commands.options import DEFAULT_THEME, RenderOptions
from briefgen.commands.paper import brief
from briefgen.commands.prepare import Prepared, prepare
from briefgen.commands.render import may_write, write
from briefgen.commands.scan import computed_text, released, reported_leaks
from briefgen.commands.themes import find_theme
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.document import Document
from briefgen.docx.context import WordOptions
from briefgen.docx.read.read import Read, read, round_trip
from briefgen.io.filesystem import World
from briefgen.io.names import portable
from briefgen.layout import paginate
from briefgen.model.marking import LABELS, TLP, Scheme, scheme_of
from briefgen.model.read import Loaded, load
from briefgen.ooxml.opening import BRIEF_LIMITS
from briefgen.redline import revise, with_summary
from briefgen.release.scan import guard, scan
from briefgen.theme import PaperName, Theme


class Compared(msgspec.Struct, frozen=True):
    """A redline, before it is written."""

    document: Document
    name: str
    """Of its files, without `-redline` and extension."""
    theme: Theme
    paper: PaperName
    prepared: Prepared | None = None
    """The edition that was read from a scenario: the new one, if both were."""
    old: Edition | None = None
    """The old one, if both were."""


def redline(report: Report, world: World, old: str, new: str, options: RenderOptions) -> list[Path]:
    """Writes what changed from `old` to `new` in all formats, and returns the paths.

    Each is the folder of a scenario, or one at a revision of git, or a DOCX that briefgen wrote. The new edition is
    checked; of the old one, only what keeps it from being read is reported."""
    found = Report()
    of_files = _is_docx(old) or _is_docx(new)
    made = (compare_files if of_files else compare_scenarios)(found, world, old, new, options)
    report.extend(found)
    if made is None:
        return []
    paths = {form: options.out / f"{made.name}-redline.{form}" for form in options.formats}
    if not may_write(report, world, paths.values(), options) or found.fails(options.strict):
        return []
    document = made.document
    pages = paginate(document, made.theme, made.paper) if "pdf" in options.formats else None
    for_word = WordOptions(reference=options.reference_document, embed_fonts=options.embed_fonts)
    data = write(document, made.theme, made.paper, options.formats, pages, (), for_word)
    files = {paths[form]: each for form, each in data.items()}
    if made.prepared and made.prepared.rendering.audience:
        leaks = scan_redline({path.name: each for path, each in files.items()}, made, options)
        report.extend(leaks)
        if leaks:
            return []
    unwritten = world.write_outputs(files)
    report.extend(unwritten or ())
    return [] if unwritten else list(files)


# Two scenarios.


def compare_scenarios(report: Report, world: World, old: str, new: str, options: RenderOptions) -> Compared | None:
    """The redline of two scenarios, each in a folder or at a revision of git."""
    with TemporaryDirectory(prefix="briefgen-") as name:
        before, after = find_edition(world, old, Path(name) / "old"), find_edition(world, new, Path(name) / "new")
        report.extend(each for each in (before, after) if isinstance(each, Diagnostic))
        if isinstance(before, Diagnostic) or isinstance(after, Diagnostic):
            return None
        prepared = prepare(report, *after, options)
        return compare_with(report, *before, options, prepared) if prepared else None


def compare_with(report: Report, world: World, file: Path, options: RenderOptions, new: Prepared) -> Compared | None:
    """The redline of an old edition, which is in `file`, and a new one that is prepared."""
    faults = Report()
    old = _old_edition(faults, world, file, options, new)
    if old is None:
        report.extend(faults)
        return None
    document, edition = old
    redline = compare(document, new.brief.document, scheme_of(new.loaded.scenario))
    return Compared(redline, new.name, new.theme, new.rendering.page, new, edition)


def compare(was: Document, now: Document, scheme: Scheme) -> Document:
    """The redline of two documents, with its summary, and with the marking of both."""
    return _marked(was, with_summary(was, revise(was, now)), scheme)


def _old_edition(
    report: Report, world: World, file: Path, options: RenderOptions, new: Prepared
) -> tuple[Document, Edition] | None:
    """The brief of the old edition, rendered as the new one is, and for the same audience."""
    rendering = replace(new.rendering, since=None)
    loaded, faults = load(world, file)
    if loaded is None:
        report.extend(faults)
        return None
    before = unchanged_manifest(Report(), world, file.parent)
    if not before:
        loaded = replace(loaded, scenario=counted(loaded.scenario))
    verified = verify(world, loaded, options.texts)
    whole, texts = loaded.scenario, verified.by_source()
    if rendering.audience:
        view = _view_of_old(report, loaded, verified, new)
        if view is None or view.verified is None:
            return None
        loaded, verified = view.loaded, view.verified
    checked = (
        before.verification.checked() if before else verified.checked
    )  # as in the brief that it was extracted from
    made = brief(report, world, loaded, rendering, checked, portion_marks=new.theme.portion_marks)
    return (made.document, Edition(whole, loaded.scenario, texts)) if made else None


def _view_of_old(report: Report, loaded: Loaded, verified: Verified, new: Prepared) -> AudienceView | None:
    """The old edition for the audience of the new one: what it may see now, whatever it could see then."""
    ours, theirs = scheme_of(new.loaded.scenario), scheme_of(loaded.scenario)
    limit = next(each.marking for each in new.loaded.scenario.audiences if each.id == new.rendering.audience)
    if ours.up_to(limit).labels != theirs.up_to(limit).labels:
        message = f"The old edition is marked by {theirs.name}, and the new one by {ours.name}."
        hint = "What an audience may see of both cannot be told; leave `--audience` out."
        report.add(error("unknown-audience", message, hint=hint))
        return None
    scenario = replace(loaded.scenario, audiences=new.loaded.scenario.audiences)
    return view_for(report, replace(loaded, scenario=scenario), new.rendering.audience, verified)


def _marked(old: Document, redline: Document, scheme: Scheme) -> Document:
    """The redline with the marking of the more restricted edition, since it contains the text of both; with both
    markings, if these cannot be compared."""
    was, now = old.running.marking, redline.running.marking
    if was in ("", now) or scheme.exceeds(now, was):
        return redline
    label, colour = was, old.running.marking_colour
    if now and not scheme.exceeds(was, now):
        label, colour = f"{was} · {now}", redline.running.marking_colour
    return replace(redline, running=replace(redline.running, marking=label, marking_colour=colour))


def scan_redline(files: Mapping[str, bytes], made: Compared, options: RenderOptions) -> list[Diagnostic]:
    """An error for each withheld text of an edition that is in a file.

    A redline may contain what the old edition withholds and the new one shows, but not what the new one withholds,
    even from people who could read it in the old one."""
    prepared, old = made.prepared, made.old
    if prepared is None:
        return []
    new = Edition(prepared.whole, prepared.loaded.scenario, prepared.texts)
    if (new.whole, old and old.whole) == (new.left, old and old.left):
        return []
    known = replace(released(prepared, options), computed=tuple(computed_text(made.document, prepared.theme)))
    found = reported_leaks(scan(files, guard(new.whole, new.left, known, new.withheld(new))))
    if found and old:
        with_old = guard(new.whole, new.left, replace(known, editions=(old.left,)), new.withheld(new, old))
        still = reported_leaks(scan(files, with_old))
        hint = "The old edition tells it to these readers. Mark it there too, or make the redline without `--audience`."
        found = [each if each in still else replace(each, hint=hint) for each in found]
    if old:
        with_new = guard(old.whole, old.left, replace(known, editions=(new.left,)), old.withheld(old, new))
        found += reported_leaks(scan(files, with_new))
    return list(dict.fromkeys(found))


# Two Word files that briefgen wrote, or one and a scenario.
#
# A scenario is compared as it would be read back from Word: what Word does not keep is not a change.


def compare_files(report: Report, world: World, old: str, new: str, options: RenderOptions) -> Compared | None:
    """The redline of two editions of which at least one is a DOCX."""
    theme = find_theme(report, world, options.theme or DEFAULT_THEME)
    if theme is None:
        return None
    option = _option_for_scenarios(options) if _is_docx(old) and _is_docx(new) else ""
    if option:
        message = f"`{option}` says how a scenario is rendered; both editions are Word files, and stay as they are."
        hint = f"Leave `{option}` out, or name a scenario."
        report.add(error("option-for-scenarios", message, hint=hint))
        return None
    files: dict[str, Read] = {}
    for name in dict.fromkeys(each for each in (old, new) if _is_docx(each)):
        one = _file(world, name, theme.theme)
        if isinstance(one, Diagnostic):
            report.add(one)
            return None
        files[name] = one
    prepared: dict[str, Prepared] = {}
    for name in (old, new):
        if name not in files:
            other = next(iter(files.values())).document
            made = _prepared(report, world, name, _as_in(other, options))
            if made is None:
                return None
            prepared[name] = made
    was, now = (
        files[name].document if name in files else round_trip(prepared[name].brief.document, theme.theme)
        for name in (old, new)
    )
    scenario = next(iter(prepared.values()), None)
    document = compare(was, now, scheme_of(scenario.loaded.scenario) if scenario else _scheme(was, now))
    if new in files:
        stem = portable(Path(new).stem)
        return Compared(document, stem, theme.theme, options.paper or files[new].paper, scenario)
    made = prepared[new]
    return Compared(document, made.name, made.theme, made.rendering.page, made)


def _is_docx(name: str) -> bool:
    return name.lower().endswith(".docx")


def _file(world: World, name: str, theme: Theme) -> Read | Diagnostic:
    data = world.read_bytes(Path(name), BRIEF_LIMITS.file)
    return data if isinstance(data, Diagnostic) else read(data, world.shown(Path(name)), theme)


def _prepared(report: Report, world: World, name: str, options: RenderOptions) -> Prepared | None:
    with TemporaryDirectory(prefix="briefgen-") as folder:
        where = find_edition(world, name, Path(folder) / "edition")
        if isinstance(where, Diagnostic):
            report.add(where)
            return None
        return prepare(report, *where, options)


def _as_in(file: Document, options: RenderOptions) -> RenderOptions:
    """The options for a brief with the template and language of a file, unless others were asked for."""
    named = file.properties.template
    template = named if re.fullmatch(r"[\w-]{1,80}", named) else None  # the file is untrusted
    return replace(options, template=options.template or template, lang=options.lang or file.lang)


def _option_for_scenarios(options: RenderOptions) -> str:
    """The first option that was given and applies only to scenarios."""
    given = {
        "--template": options.template,
        "--option": options.option,
        "--audience": options.audience,
        "--lang": options.lang,
        "--texts": options.texts,
    }
    return next((name for name, value in given.items() if value), "")


def _scheme(was: Document, now: Document) -> Scheme:
    """TLP 2.0, if both have its labels. The order of other labels is in no file."""
    labels = {was.running.marking, now.running.marking} - {""}
    return Scheme("TLP 2.0", TLP) if labels <= set(LABELS) else Scheme("", ())
