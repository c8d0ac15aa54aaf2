"""Reads the folder of a scenario: its files, its lists, and all mistakes in them."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dict
from itertools import accumulate, chain
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Diagnostic, Finding, error, warning
from briefgen.core.source import SourceFile, Span
from briefgen.io.filesystem import World
from briefgen.io.names import decoded
from briefgen.io.read import PROJECT
from briefgen.io.read import SCENARIO as SCENARIO
from briefgen.model.reading.context import Origins, Reading
from briefgen.model.reading.records import read_struct
from briefgen.model.reading.shapes import Field, Many, Record, fields_of
from briefgen.model.scenario import Scenario
from briefgen.yaml.characters import forbidden_in
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Unread

SHARED = frozenset({"markings"})
"""Keys of a scenario that the file may give for all of them."""

_HOLDS = "It may hold `markings: …`, which all scenarios below share; all else stands in each scenario.yaml."


def shared(bounded: World, keys: set[str]) -> tuple[Path, list[Entry], list[Diagnostic]]:
    """What the file around a scenario gives of the keys that the scenario does not have itself, and the folder from
    which its paths begin. Without such a file, or with an empty one, nothing."""
    folder = bounded.boundary or bounded.cwd
    if keys >= SHARED or not (folder / PROJECT).is_file():
        return folder, [], []
    source = bounded.read(folder / PROJECT)
    if isinstance(source, Diagnostic):
        return folder, [], [source]
    root, faults = parse(source)
    entries = root.entries if isinstance(root, Mapping) else ()
    if root is not None and not isinstance(root, Mapping) and not (isinstance(root, Scalar) and not root.text):
        faults.append(warning("wrong-type", f"{source.name} holds no `key: value`.", root.span, _HOLDS))
    for each in entries:
        if each.key.text not in SHARED:
            message = f"`{each.key.text[:64]}` is not a key that is known in {PROJECT}."
            faults.append(warning("unknown-key", message, each.key.span, _HOLDS))
    return folder, [each for each in entries if each.key.text in SHARED - keys], faults


# A scenario's folder → Scenario: its files read through the World, its lists gathered, all faults told.

MOST_FILES = 500
"""That one scenario gathers."""

_FILE = re.compile(r"(?<![^\s\[\]{},\"'])[^\s\[\]{},\"']+\.ya?ml\b")
_COMMENT = re.compile(r"\s#[^\n]*")
_TWO_FILES = re.compile(r"(?<!\S)(\S+\.ya?ml)(,?)\s")
"""What was meant as two names, and is one text: with no comma between them, or no brackets around."""


class Loaded(msgspec.Struct, frozen=True):
    """A scenario, and where each of its values stands."""

    name: str
    """The name of its folder."""
    folder: Path
    scenario: Scenario
    origins: Origins
    files: tuple[SourceFile, ...]
    """All files that it was read from, `scenario.yaml` first."""
    paths: tuple[Path, ...] = ()
    """Where they lie, in the same order."""
    lost: frozenset[str] = frozenset()
    """Paths of values that could not be read; a required text or list has a substitute."""
    incomplete: frozenset[str] = frozenset()
    """Paths of which something could not be read: of what was lost, and of all around it. "" is the whole scenario."""
    hollow: frozenset[str] = frozenset()
    """Keys of the lists in whose files nothing was found, which is no error by itself."""

    def placed(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """Findings with their places in the files, without those that presume what could not be read. What is an error
        because a list is hollow is told once, as the error that keeps a brief from being made."""
        out: list[Diagnostic] = []
        told: set[str] = set()
        for finding in findings:
            if not self.incomplete.isdisjoint(finding.presumes) or self._is_unread(finding):
                continue
            hint = finding.hint
            if hollow := next((key for key in finding.presumes if key in self.hollow), ""):
                if finding.severity != "error" or hollow in told:
                    continue
                told.add(hollow)
                hint = f"The files of `{hollow}` hold nothing. What else comes of that is not told."
            out += (
                Diagnostic(finding.severity, finding.code, finding.message, span, hint, waived=finding.waived)
                for span in self.origins.spans(finding.path, finding.place)
            )
        return out

    def _is_unread(self, finding: Finding) -> bool:
        """Whether a finding is about something that could not be read; or may be waived there."""
        around = list(_with_all_around(finding.path))
        if not self.lost.isdisjoint(around):
            return True
        waivers = ["rules", "waive", *(f"{path}.waive" for path in around)] if finding.severity != "error" else []
        return any(path in self.incomplete and path in self.origins for path in waivers)


def load(world: World, file: Path) -> tuple[Loaded | None, list[Diagnostic]]:
    """The scenario of a `scenario.yaml`, and every fault in it. There may be a scenario although there are errors:
    what is sound is built, so that later checks can tell their faults in the same run."""
    bounded = world.around(file)
    source = bounded.read(file)
    if isinstance(source, Diagnostic):
        return None, [source]
    root, diagnostics = parse(source, recover=True)
    if root is None:
        return None, diagnostics or [_empty(source)]
    if not isinstance(root, Mapping):
        return None, [*diagnostics, _empty(source)]
    gathered = _Found([source], [file])
    root = _Gathering(bounded, file.parent, diagnostics, gathered).whole(root)
    place, entries, faults = shared(bounded, {entry.key.text for entry in root.entries})
    diagnostics += faults
    if entries:
        around = _Gathering(bounded, place, diagnostics, gathered)
        root = Mapping((*root.entries, *around.whole(Mapping(tuple(entries), root.span)).entries), root.span)
    reading = Reading(language=_language(root), salvage=True)
    scenario = read_struct(root, Scenario, reading, "")
    # An empty list whose file could not be read is no fault of its own.
    diagnostics += [
        fault
        for fault in reading.diagnostics
        if fault.code != "empty-value" or fault.span not in gathered.unread.values()
    ]
    if scenario is None:
        return None, diagnostics
    lost = reading.lost
    name = decoded((world.cwd / file).resolve().parent.name)
    return Loaded(
        name,
        file.parent,
        scenario,
        reading.origins,
        tuple(gathered.files),
        tuple(gathered.paths),
        frozenset(lost),
        frozenset(gathered.unread)
        | set(chain.from_iterable(map(_with_all_around, lost)))
        | ({""} if lost or gathered.unread else set()),
        frozenset(gathered.hollow),
    ), diagnostics


def _with_all_around(path: str) -> Iterator[str]:
    """A path and those of all that it lies in."""
    return accumulate(path.split("."), "{}.{}".format)


def _empty(source: SourceFile) -> Diagnostic:
    return error(
        "not-a-scenario",
        f"{source.name} holds no scenario.",
        Span(source, 0, 0),
        "It needs at least `title`, `question`, `decision_maker` and `options`; `briefgen new DIR` writes one.",
    )


def _language(root: Mapping) -> str:
    """The language that the file declares; needed before its texts are read."""
    for entry in root.entries:
        if entry.key.text == "language" and isinstance(entry.value, Scalar) and entry.value.text:
            return entry.value.text
    return "en"


class _Found(msgspec.Struct):
    """What was read for a scenario."""

    files: list[SourceFile]
    paths: list[Path]
    """Of the files, in the same order."""
    unread: dict[str, Span] = {}
    """Key of a list of which a file could not be read → where the key stands."""
    hollow: set[str] = set()
    """Keys of lists that are empty, since their files hold nothing or a pattern fits no file."""


class _Gathering:
    """Puts the content of the files that top-level lists name in the place of their paths."""

    def __init__(self, world: World, folder: Path, diagnostics: list[Diagnostic], found: _Found) -> None:
        self.world = world
        self.folder = folder
        self.diagnostics = diagnostics
        self.found = found

    def whole(self, root: Mapping) -> Mapping:
        """The tree with each list complete."""
        lists = _lists()
        return Mapping(
            tuple(
                Entry(entry.key, self.complete(entry.key, entry.value, lists[entry.key.text].required))
                if entry.key.text in lists
                else entry
                for entry in root.entries
            ),
            root.span,
        )

    def complete(self, key: Scalar, value: Node, required: bool) -> Node:
        """A list as given inline, or as one or more paths or globs, or as both."""
        if isinstance(value, Unread):
            return Sequence((value, *self.named_within(key, value)), value.span)
        if isinstance(value, Scalar):
            given: Iterable[Node] = (value,) if value.text else ()
        else:
            given = value.items if isinstance(value, Sequence) else ()
        if not any(isinstance(item, Scalar) for item in given):
            return value
        before = len(self.diagnostics)
        items: list[Node] = []
        for item in given:
            items += self.named(key, item) if isinstance(item, Scalar) and not isinstance(item, Unread) else [item]
        if items:
            self.found.hollow.discard(key.text)
        elif required and key.text in self.found.hollow:
            self.diagnostics[before:] = (
                msgspec.structs.replace(d, severity="error") for d in self.diagnostics[before:]
            )
            self.found.unread[key.text] = key.span
        return Sequence(tuple(items), value.span)

    def named(self, key: Scalar, place: Scalar) -> list[Node]:
        """The items in the files that a path or a glob names."""
        pattern = place.text
        before = len(self.diagnostics)
        if any(character in pattern for character in "*?["):
            paths, faults = self.world.glob(self.folder, pattern)
            self.diagnostics += [_at(fault, place) for fault in faults]
            if not paths and not faults:
                self.diagnostics.append(
                    warning(
                        "nothing-found",
                        f"`{key.text}`: no file fits `{pattern}`.",
                        place.span,
                        "Mend the pattern, or give the list inline.",
                    )
                )
        else:
            paths = [self.folder / pattern]
        items: list[Node] = []
        for path in paths:
            if len(self.found.files) >= MOST_FILES:
                self.diagnostics.append(
                    error(
                        "too-many-files",
                        f"The scenario has more than {MOST_FILES} files.",
                        place.span,
                        "Join some of them.",
                    )
                )
                break
            items += self.content(key.text, path, place)
        new = self.diagnostics[before:]
        if any(fault.severity == "error" for fault in new) or forbidden_in(pattern):
            self.found.unread[key.text] = key.span
        if any(fault.code in ("nothing-found", "empty-file") for fault in new):
            self.found.hollow.add(key.text)
        return items

    def named_within(self, key: Scalar, unread: Unread) -> list[Node]:
        """The items in the files that are named, it seems, in a list that could not be read itself."""
        self.found.unread[key.text] = key.span
        items: list[Node] = []
        for name in dict.fromkeys(_FILE.findall(_COMMENT.sub("", unread.span.text))):
            place = Scalar(name, "plain", unread.span)
            before = len(self.diagnostics)
            found = self.named(key, place)
            if any(fault.code in ("missing-file", "nothing-found") for fault in self.diagnostics[before:]):
                del self.diagnostics[before:]  # it may be no name at all
            items += found
        return items

    def wraps(self, key: str, again: str) -> bool:
        """Whether a key stands around a whole list, and belongs to no item of it."""
        shape = _lists()[key].shape
        return not (isinstance(shape, Many) and isinstance(shape.item, Record) and again in fields_of(shape.item.cls))

    def content(self, key: str, path: Path, place: Scalar) -> list[Node]:
        """The items of one file of the list `key`: those of the list in it, or its one mapping."""
        source = self.world.read(path)
        if isinstance(source, Diagnostic):
            if not forbidden_in(place.text):  # `"evidence\\facts.yaml"`: told already, as an escape
                self.diagnostics.append(
                    msgspec.structs.replace(_at(source, place), hint=_file_cure(key, place, source))
                )
            return []
        self.found.files.append(source)
        self.found.paths.append(path)
        node, faults = parse(source, recover=True)
        self.diagnostics += faults
        match node:
            case Sequence(items=items):
                return list(items)
            case Mapping(entries=(Entry(key=again, value=Sequence(items=items)),)) if self.wraps(key, again.text):
                self.diagnostics.append(
                    error(
                        "wrong-type",
                        f"`{key}` is named in scenario.yaml; {source.name} must begin with its first item.",
                        again.span,
                        f"Remove the line `{again.text}:`, and let each item begin with `- id:` in the first column.",
                    )
                )
                return list(items)
            case Mapping():
                return [node]
            case None if faults:
                return []
            case _:
                self.diagnostics.append(
                    warning(
                        "empty-file",
                        f"{source.name} is empty.",
                        Span(source, 0, 0),
                        "Write a list into it, or take its name out.",
                    )
                    if node is None or (isinstance(node, Scalar) and not node.text)
                    else error(
                        "wrong-type",
                        f"{source.name} must hold a list, or one item.",
                        node.span,
                        "Begin each item with `- id:`.",
                    )
                )
                return []


def _file_cure(key: str, place: Scalar, fault: Diagnostic) -> str:
    """What to do where a list names a file that cannot be read."""
    if two := _TWO_FILES.search(place.text):
        whole = ", ".join(part.strip(",") for part in place.text.split())
        return f"Write a list: `[{whole[-80:]}]`." if two[2] else f"Put a comma behind `{two[1][-60:]}`."
    match fault.code:
        case "missing-file" if not fault.hint:
            return f"Write the file, or take its name out of `{key}`. A path begins in the folder of the file it is in."
        case "not-a-file" if not fault.hint:
            return f"For all files in a folder, write `{place.text.rstrip('/')}/*.yaml`."
    return fault.hint


def _lists() -> Dict[str, Field]:
    """The top-level lists of items, which may be given as files."""
    return {
        key: field
        for key, field in fields_of(Scenario).items()
        if isinstance(field.shape, Many) and isinstance(field.shape.item, Record)
    }


def _at(fault: Diagnostic, place: Scalar) -> Diagnostic:
    """A fault of a file, told at the place that names the file."""
    return msgspec.structs.replace(fault, span=fault.span or place.span)
