"""Scenarios rewritten in the newest format, in place: only the bytes that change."""

import os
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.analysis.coverage import coverage, state
from briefgen.analysis.relevance import bears_on
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.core.source import SourceFile, Span
from briefgen.io.filesystem import Amendment, World
from briefgen.io.read import SCENARIO
from briefgen.markup.parse import cited_facts
from briefgen.model.formats import NEWEST
from briefgen.model.options import Assessment, Option
from briefgen.model.read import Loaded, load
from briefgen.yaml.edit.entries import Change, KeyName, Listed, NewEntry, Word, rewrite


class Cell(msgspec.Struct, frozen=True):
    """A cell that counted as evidence in format 1, and is inferred now."""

    path: str
    span: Span


class Migrated(msgspec.Struct, frozen=True):
    """What became of a scenario."""

    scenario: Path
    """Its `scenario.yaml`."""
    share_before: float
    """The share of the weight that rests on evidence, in percent."""
    share_after: float
    inferred: tuple[Cell, ...]
    """For its author to confirm."""


class Migration(msgspec.Struct, frozen=True):
    """What was changed, or would be."""

    scenarios: tuple[Migrated, ...]
    files: Mapping[Path, Amendment]


def migrate(report: Report, environment: World, files: Sequence[Path], write: bool = True) -> Migration | None:
    """Rewrites scenarios, given by their `scenario.yaml`, in the newest format. All files change, or none does.

    A cell whose basis is not given stays stated if its citations bear on it; all others are inferred. With
    `write=False` nothing is written.
    """
    for file in files if write else ():
        report.extend(environment.around(file).recover())
    loaded = [each for file in files if (each := _loaded(report, environment, file))]
    if report.errors or len(loaded) < len(files):
        return None
    plan = _Plan(environment, loaded)
    amended: dict[Path, Amendment] = {}
    for path, source in plan.sources.items():
        made = rewrite(source, plan.changes.get(path, ()))
        report.extend(_refused(source, change) for change in made.refused)
        if made.text != source.text:
            amended[path] = Amendment(source, made.text)
    report.extend(_not_given(environment, files, loaded, amended))
    if report.errors:
        return None
    if write:
        for root, group in _by_boundary(environment, files, amended).items():
            report.extend(environment.within(root).amend(group) or ())
            if report.errors:
                return None
    return Migration(tuple(plan.result(file, each) for file, each in zip(files, loaded, strict=True)), amended)


def difference(environment: World, migration: Migration) -> str:
    """The changes as a unified diff."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for path, amendment in sorted(migration.files.items())
        for line in unified_diff(
            amendment.source.text.splitlines(keepends=True),
            amendment.text.splitlines(keepends=True),
            environment.shown(path),
            environment.shown(path),
        )
    )


def _loaded(report: Report, environment: World, file: Path) -> Loaded | None:
    loaded, diagnostics = load(environment, file)
    report.extend(each for each in diagnostics if each.severity == "error")
    return loaded


class _Plan:
    """The changes to the files of some scenarios that are migrated together. Files are named by their real path."""

    def __init__(self, environment: World, loaded: Sequence[Loaded]) -> None:
        self._environment = environment
        self.sources: dict[Path, SourceFile] = {}
        self.changes: dict[Path, list[Change]] = {}
        self._stated: dict[tuple[Path, int], bool] = {}
        """The place of each cell that says something → whether it is stated in all scenarios that have it."""
        for each in loaded:
            for source, path in zip(each.files, each.paths, strict=True):
                self.sources.setdefault(_real(environment, path), source)
        for each in loaded:
            for place, stated in self._cells(each):
                self._stated[place] = stated and self._stated.get(place, True)
        for each in loaded:
            self._add_keys(each)
            self._add_bases(each)
            self._add_format(each)

    def result(self, file: Path, loaded: Loaded) -> Migrated:
        """What becomes of one of them."""
        inferred: list[Cell] = []
        options: list[Option] = []
        for option in loaded.scenario.options:
            cells = dict(option.assessments)
            for path, name, cell, span in _assessments(loaded, option):
                if state(cell) == "evidenced" and not self._stated[self._place(loaded, span)]:
                    inferred.append(Cell(path, span))
                    cells[name] = replace(cell, basis="inferred")
            options.append(replace(option, assessments=cells))
        after = replace(loaded.scenario, format=NEWEST, options=tuple(options))
        return Migrated(file, coverage(loaded.scenario).share, coverage(after).share, tuple(inferred))

    def _cells(self, loaded: Loaded) -> Iterator[tuple[tuple[Path, int], bool]]:
        scenario = loaded.scenario
        criteria = {each.id: each for each in scenario.criteria}
        for option in scenario.options:
            for path, name, cell, span in _assessments(loaded, option):
                if scenario.format == NEWEST:
                    stated = cell.basis == "stated" and f"{path}.basis" in loaded.origins
                else:
                    facts = frozenset(cell.facts) | (cited_facts(cell.reason) if cell.reason else frozenset())
                    stated = state(cell) == "evidenced" and name in criteria
                    stated = stated and bears_on(scenario, option, criteria[name], facts)
                yield self._place(loaded, span), stated

    def _add_keys(self, loaded: Loaded) -> None:
        for each in loaded.former:
            former, key, value = each.field.former, each.entry.key, each.entry.value
            if former is None:
                continue
            self._add(loaded, KeyName(key.span, each.field.name))
            if former.in_list and value.span.text:
                self._add(loaded, Listed(value.span))
            if word := dict(former.values).get(getattr(value, "text", "")):
                self._add(loaded, Word(value.span, word))

    def _add_bases(self, loaded: Loaded) -> None:
        if loaded.scenario.format == NEWEST:
            return
        for option in loaded.scenario.options:
            for path, _, cell, span in _assessments(loaded, option):
                stated = self._stated[self._place(loaded, span)]
                given = loaded.origins.get(f"{path}.basis")
                if given is None and stated:
                    self._add(loaded, NewEntry(span, "basis", "stated", ("score", "leaning", "result")))
                elif given is not None and cell.basis == "stated" and not stated:
                    self._add(loaded, Word(given, "inferred"))

    def _add_format(self, loaded: Loaded) -> None:
        if loaded.scenario.format == NEWEST:
            return
        given, root = loaded.origins.get("format"), loaded.origins[""]
        number = str(NEWEST)
        self._add(loaded, Word(given, number) if given and given.text else NewEntry(root, "format", number))

    def _add(self, loaded: Loaded, change: Change) -> None:
        self.changes.setdefault(self._place(loaded, change.span)[0], []).append(change)

    def _place(self, loaded: Loaded, span: Span) -> tuple[Path, int]:
        path = next(path for source, path in zip(loaded.files, loaded.paths, strict=True) if source is span.file)
        return _real(self._environment, path), span.start


def _assessments(loaded: Loaded, option: Option) -> Iterator[tuple[str, str, Assessment, Span]]:
    """Path, criterion, value and place of the cells of an option that say something."""
    for name, cell in option.assessments.items():
        path = f"options.{option.id}.assessments.{name}"
        if not cell.empty and (span := loaded.origins.get(path)):
            yield path, name, cell, span


def _real(environment: World, path: Path) -> Path:
    return Path(os.path.realpath(environment.cwd / path))


def _refused(source: SourceFile, change: Change) -> Diagnostic:
    what = {
        KeyName: "This key cannot be renamed",
        Word: "This value cannot be changed",
        Listed: "This value cannot be made a list",
        NewEntry: f"`{change.key}: {change.word}` cannot be added here" if isinstance(change, NewEntry) else "",
    }[type(change)]
    hint = "Write it by hand, without an anchor and on lines of its own, then migrate again."
    start = Span(source, change.span.start, min(change.span.end, change.span.start + 1))
    return error("not-migrated", f"{what} without changing anything else. Nothing was written.", start, hint)


# Scenarios that load the same files move together.


def _not_given(
    environment: World, files: Sequence[Path], loaded: Sequence[Loaded], amended: Mapping[Path, Amendment]
) -> Iterator[Diagnostic]:
    """Scenarios that are not given and load a file that changes, or that cannot be read and may load one."""
    given = {_real(environment, file) for file in files}
    names = " ".join(str(file.parent) for file in files)
    seen: set[Path] = set()
    for file, each in zip(files, loaded, strict=True):
        bounded = environment.around(file)
        root = bounded.boundary
        if root is None or root in seen:
            continue
        seen.add(root)
        found, _ = bounded.glob(root, f"**/{SCENARIO}")
        folder = _real(environment, each.folder)
        shared = any(not _real(environment, path).is_relative_to(folder) for path in each.paths)
        for other in found:
            if _real(environment, other) in given:
                continue
            name = environment.shown(other)
            there, _ = load(environment, other)
            if there is None:
                if shared:
                    shown = environment.shown(file)
                    message = f"{name} cannot be read; it may share files with {shown}. Nothing was written."
                    yield error("not-migrated", message, file=name, hint="Correct it, then migrate both together.")
                continue
            common = [real for path in there.paths if (real := _real(environment, path)) in amended]
            if common:
                message = f"{name} also loads {environment.shown(common[0])}, which changes. Nothing was written."
                hint = f"Migrate them together: `briefgen migrate {names} {environment.shown(other.parent)}`."
                yield error("not-migrated", message, file=name, hint=hint)


def _by_boundary(
    environment: World, files: Sequence[Path], amended: Mapping[Path, Amendment]
) -> dict[Path, dict[Path, Amendment]]:
    """The files that change, by the folder whose scenarios may share them."""
    roots = [root for file in files if (root := environment.around(file).boundary)]
    out: dict[Path, dict[Path, Amendment]] = {}
    for path, amendment in amended.items():
        root = next(each for each in sorted(roots, key=lambda each: len(each.parts)) if path.is_relative_to(each))
        out.setdefault(root, {})[path] = amendment
    return out
