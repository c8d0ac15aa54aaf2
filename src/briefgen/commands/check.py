"""Checks a scenario: its evidence, its claims, the lint rules, its own templates, and what is open before a release."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.analysis.relevance import counted
from briefgen.claims.trace import Statement, trace
from briefgen.commands.audiences import withheld_from
from briefgen.commands.lock import Verified, verify
from briefgen.commands.options import DEFAULT_THEME
from briefgen.commands.paper import brief, checked_template
from briefgen.commands.templates import FOLDER, template_folders
from briefgen.commands.untranslated import untranslated, untranslated_by_language
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.core.source import Span
from briefgen.evidence import Checked, around
from briefgen.evidence.lock import FILE
from briefgen.io.filesystem import World
from briefgen.lint import lint
from briefgen.model.read import Loaded, load
from briefgen.release import Rendering
from briefgen.template import includes

_PLACEHOLDER = re.compile(r"\b(?:TODO|TBC|TBD|FIXME|XXX|(?i:lorem ipsum))\b")
_REPORTED = frozenset({"uncited-sentence", "stated-without-passage"})
"""Codes under which the check reports a sentence that cites nothing."""
_DUE = frozenset({"passage-off-topic", "fact-not-checked"})
"""Codes of warnings that are errors before a release."""


class CheckedScenario(msgspec.Struct, frozen=True):
    """A scenario with how far its quotes are verified."""

    loaded: Loaded
    """Each `stated` in it has been confirmed."""
    verified: Verified


def check(
    report: Report,
    world: World,
    file: Path,
    folders: Sequence[Path] = (),
    require_texts: bool = False,
    audience: str = "",
    lang: str = "",
    release: bool = False,
) -> Loaded | None:
    """Reports every problem in a scenario and in its own templates, in the order of the files.

    It also reports what an audience would not see and which texts have no translation in a language, or a summary for
    each audience and language; and, for a release, what is still open."""
    found = Report()
    checked = check_scenario(found, world, file, folders, require_texts)
    if checked is not None:
        loaded = checked.loaded
        known = tuple(found)
        found.extend(check_templates(world, loaded, not found.errors, checked.verified.checked))
        # Nobody sees an item whose marking is unknown: reporting what each audience would not see repeats that error.
        if audience or all(fault.code != "unknown-marking" for fault in known):
            found.extend(withheld_from(loaded, audience))
        found.extend(untranslated(loaded, lang) if lang else untranslated_by_language(loaded))
        if release:
            found = Report(map(_for_release, found))
            found.extend(open_points(loaded, checked.verified, tuple(found)))
        found.sort()
    report.extend(found)
    return checked.loaded if checked else None


def check_scenario(
    report: Report, world: World, file: Path, folders: Sequence[Path] = (), require_texts: bool = False
) -> CheckedScenario | None:
    """Reports all that is wrong with a scenario, in the order of the files. Quotes are looked up in the texts of their
    sources, in the scenario's folder and in `folders`; without a text, in the record of their last verification."""
    loaded, faults = load(world, file)
    found = Report(faults)
    verified = None
    if loaded is not None:
        verified = verify(world, loaded, folders, require_texts)
        near = around(loaded.scenario, verified.checked.places, verified.texts.of)
        found.extend([*lint(loaded, near, verified.checked.findings), *verified.faults])
    found.sort()
    report.extend(found)
    if loaded is None or verified is None:
        return None
    return CheckedScenario(replace(loaded, scenario=counted(loaded.scenario)), verified)


# The templates in a scenario's own folder.


def check_templates(world: World, loaded: Loaded, valid: bool, checked: Checked | None = None) -> list[Diagnostic]:
    """The faults of a scenario's own templates, each at its line. Faults that appear only in a brief (an anchor that
    does not exist, a table within a sentence) are found if the scenario is `valid`: otherwise its own faults would be
    reported as those of the template."""
    if not (world.cwd / loaded.folder / FOLDER).is_dir():
        return []
    folders = template_folders(world, loaded.folder)
    own = folders[0]
    found = Report(own.faults.values())
    names = {file.name for file in own.sources.values()}
    option = next((option.id for option in loaded.scenario.options), "")
    for name in _roots({name: includes(file) for name, file in own.sources.items()}):
        faults = Report()
        if valid:
            rendering = Rendering(name, DEFAULT_THEME, loaded.scenario.language, "a4", option)
            brief(faults, world, loaded, rendering, checked, folders)
        else:
            checked_template(faults, name, folders)
        found.extend(fault for fault in faults if fault.where in names)
    return list(found)


def _roots(includes: Mapping[str, Iterable[str]]) -> list[str]:
    """The templates that no other includes, and one of each cycle: all others are reached from them. A template that is
    included may use names that exist only where it is included; it is checked there."""
    included = {other for name, others in includes.items() for other in others if other != name}
    chosen: list[str] = []
    reached: set[str] = set()
    for name in [*(name for name in includes if name not in included), *includes]:
        if name in reached:
            continue
        chosen.append(name)
        waiting = [name]
        while waiting:
            here = waiting.pop()
            if here not in reached:
                reached.add(here)
                waiting += includes.get(here, ())
    return chosen


# What is still open before a scenario can be cleared for release.


def _for_release(found: Diagnostic) -> Diagnostic:
    return replace(found, severity="error") if found.code in _DUE and found.severity == "warning" else found


def open_points(loaded: Loaded, verified: Verified, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Errors for what has to be done before clearing, and information for the person who clears to confirm.

    `found` is what the check reports already; only what is waived is repeated."""
    statements = trace(loaded.scenario, verified.checked, loaded.scenario.language)
    return [
        *_draft(loaded),
        *_placeholders(loaded),
        *_uncited(loaded, statements, found),
        *_empty_cells(loaded, statements),
        *_not_locked(loaded, verified),
        *_not_stated(loaded, statements),
        *_waived(found),
    ]


def _draft(loaded: Loaded) -> Iterator[Diagnostic]:
    edition = loaded.scenario.edition
    if edition.status == "draft":
        message = f"Edition {edition.number} is still a draft."
        hint = "When everything else is done, write `status: cleared` under `edition:`."
        yield error("not-ready", message, loaded.origins.at("edition.status"), hint, loaded.files[0].name)


def _placeholders(loaded: Loaded) -> Iterator[Diagnostic]:
    """Marks of unfinished text, also in comments, but not in quotes."""
    quotes = [
        span
        for fact in loaded.scenario.facts
        for number in range(1, len(fact.evidence) + 1)
        if (span := loaded.origins.get(f"facts.{fact.id}.evidence.{number}.quote"))
    ]
    for file in loaded.files:
        for match in _PLACEHOLDER.finditer(file.text):
            span = Span(file, match.start(), match.end())
            if not any(each.file == file and each.start <= span.start < each.end for each in quotes):
                yield error(
                    "not-ready", f"`{match[0]}` marks unfinished text.", span, "Finish the text, or remove the mark."
                )


def _uncited(loaded: Loaded, statements: Sequence[Statement], found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    reported = [item.span for item in found if item.code in _REPORTED and item.span]
    for each in statements:
        if "cites-nothing" not in each.holes:
            continue
        field = loaded.origins.at(each.path)
        if field and any(span.file == field.file and field.start <= span.start <= field.end for span in reported):
            continue
        hint = "Cite a fact with `[@id]`, or mark it: `[…]{.judgement}`, `.assumption` or `.inferred`."
        yield error("not-ready", f"No fact is cited for “{_short(each.words)}”.", field, hint, loaded.files[0].name)


def _empty_cells(loaded: Loaded, statements: Sequence[Statement]) -> Iterator[Diagnostic]:
    """An empty cell whose `reason` says what is missing needs only to be confirmed."""
    empty = {each.path for each in statements if "empty-cell" in each.holes}
    for option in loaded.scenario.options:
        path = f"options.{option.id}.assessments"
        cells = [each.id for each in loaded.scenario.criteria if f"{path}.{each.id}" in empty]
        explained = [name for name in cells if (cell := option.assessments.get(name)) and cell.reason]
        missing = [name for name in cells if name not in explained]
        place, file = loaded.origins.at(path), loaded.files[0].name
        if missing:
            message = f"The option `{option.id}` is not rated on {_listed(missing)}."
            hint = "Add a rating with its evidence; or write as its `reason` what is not known."
            yield error("not-ready", message, place, hint, file)
        if explained:
            message = f"To confirm: the option `{option.id}` is not rated on {_listed(explained)}; the brief says why."
            yield Diagnostic("info", "not-ready", message, place, file=file)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _not_locked(loaded: Loaded, verified: Verified) -> Iterator[Diagnostic]:
    recorded = verified.lock.quotes if verified.lock else {}
    missing = [key for key in verified.checked.places if key not in recorded]
    if missing:
        some = "1 verified quote is" if len(missing) == 1 else f"{len(missing)} verified quotes are"
        hint = "Run `briefgen lock`, and keep the file with the scenario."
        yield error("not-ready", f"{some} not recorded in {FILE}.", hint=hint, file=loaded.files[0].name)


def _not_stated(loaded: Loaded, statements: Sequence[Statement]) -> Iterator[Diagnostic]:
    number = sum("not-stated" in each.holes for each in statements)
    if number:
        some = "1 position is" if number == 1 else f"{number} positions are"
        message = f"To confirm: {some} `not-stated`, because no source gives them."
        hint = "`briefgen trace --holes` lists them."
        yield Diagnostic("info", "not-ready", message, loaded.origins.at("stakeholders"), hint, loaded.files[0].name)


def _waived(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    for item in found:
        if item.waived:
            message = f"To confirm: `{item.code}` is waived here. Reason given: {item.waived}"
            yield Diagnostic("info", "not-ready", message, item.span, f"Without the waiver: {item.message}", item.file)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
