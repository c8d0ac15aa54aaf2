"""Reads the folder of a scenario: its files, its lists, and all mistakes in them."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Diagnostic, Finding, error, warning
from briefgen.core.source import SourceFile, Span
from briefgen.io.filesystem import World
from briefgen.io.names import decoded
from briefgen.io.read import PROJECT
from briefgen.model.formats import FormerEntry
from briefgen.model.reading.context import Origins, Reading
from briefgen.model.reading.reader import read_struct
from briefgen.model.scenario import Scenario, item_lists
from briefgen.schema import fields_of
from briefgen.yaml.characters import forbidden_in
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Unread

SHARED = frozenset({"markings"})
"""Keys of a scenario that the project file may give for all of them."""

MOST_FILES = 500
"""Of one scenario."""

_HOLDS = "It may hold `markings: …`, which all scenarios below share; all else stands in each scenario.yaml."
_FILE = re.compile(r"(?<![^\s\[\]{},\"'])[^\s\[\]{},\"']+\.ya?ml\b")
_COMMENT = re.compile(r"\s#[^\n]*")
_TWO_FILES = re.compile(r"(?<!\S)(\S+\.ya?ml)(,?)\s")
"""Two names that became one text, since there is no comma between them or no brackets around them."""


class Loaded(msgspec.Struct, frozen=True):
    """A scenario, and the place of each of its values."""

    name: str
    """The name of its folder."""
    folder: Path
    scenario: Scenario
    origins: Origins
    files: tuple[SourceFile, ...]
    """All files that it was read from, `scenario.yaml` first."""
    paths: tuple[Path, ...] = ()
    """Of these files, in the same order."""
    lost: frozenset[str] = frozenset()
    """Paths of values that could not be read; a required text or list has a substitute."""
    incomplete: frozenset[str] = frozenset()
    """`lost`, the paths of all that encloses it, and the keys of lists with unread files. "" is the whole scenario."""
    empty_lists: frozenset[str] = frozenset()
    """Keys of the lists in whose files nothing was found, which is no error by itself."""
    former: tuple[FormerEntry, ...] = ()
    """The entries of its files that have the former key of a field."""

    def placed(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """Findings with their places in the files, without those that presume what could not be read. Of the errors
        that follow from an empty list one is reported, so that no brief is made."""
        out: list[Diagnostic] = []
        reported: set[str] = set()
        for finding in findings:
            if not self.incomplete.isdisjoint(finding.presumes) or self._is_unread(finding):
                continue
            hint = finding.hint
            if key := next((key for key in finding.presumes if key in self.empty_lists), ""):
                if finding.severity != "error" or key in reported:
                    continue
                reported.add(key)
                hint = f"The files of `{key}` hold nothing. What else comes of that is not told."
            out += (
                Diagnostic(finding.severity, finding.code, finding.message, span, hint, waived=finding.waived)
                for span in self.origins.spans(finding.path, finding.place)
            )
        return out

    def _is_unread(self, finding: Finding) -> bool:
        """Whether a finding is about something that could not be read; or may be waived there."""
        enclosing = list(_with_enclosing(finding.path))
        if not self.lost.isdisjoint(enclosing):
            return True
        waivers = ["rules", "waive", *(f"{path}.waive" for path in enclosing)] if finding.severity != "error" else []
        return any(path in self.incomplete and path in self.origins for path in waivers)


def load(world: World, file: Path) -> tuple[Loaded | None, list[Diagnostic]]:
    """The scenario of a `scenario.yaml`, and every mistake in it. There may be a scenario although there are errors:
    what is sound is read, so that later checks can report in the same run."""
    bounded = world.around(file)
    source = bounded.read(file)
    if isinstance(source, Diagnostic):
        return None, [source]
    root, diagnostics = parse(source, recover=True)
    if root is None:
        return None, diagnostics or [_empty(source)]
    if not isinstance(root, Mapping):
        return None, [*diagnostics, _empty(source)]
    files = _Files([source], [file])
    root = _ListReader(bounded, file.parent, diagnostics, files).completed(root)
    place, entries, faults = _shared(bounded, {entry.key.text for entry in root.entries})
    diagnostics += faults
    if entries:
        shared = _ListReader(bounded, place, diagnostics, files).completed(Mapping(tuple(entries), root.span))
        root = Mapping((*root.entries, *shared.entries), root.span)
    reading = Reading(language=_language(root), format=_format(root))
    scenario = read_struct(root, Scenario, reading, "")
    # An empty list whose file could not be read is no mistake of its own.
    unread = files.unread.values()
    diagnostics += [each for each in reading.diagnostics if each.code != "empty-value" or each.span not in unread]
    if scenario is None:
        return None, diagnostics
    incomplete = {*files.unread, *chain.from_iterable(map(_with_enclosing, reading.lost))}
    loaded = Loaded(
        decoded((world.cwd / file).resolve().parent.name),
        file.parent,
        scenario,
        reading.origins,
        tuple(files.sources),
        tuple(files.paths),
        frozenset(reading.lost),
        frozenset(incomplete | {""} if incomplete else ()),
        frozenset(files.empty_lists),
        tuple(reading.former),
    )
    return loaded, diagnostics


def _with_enclosing(path: str) -> Iterator[str]:
    """A path and the paths of all that encloses it."""
    return accumulate(path.split("."), "{}.{}".format)


def _shared(bounded: World, keys: set[str]) -> tuple[Path, list[Entry], list[Diagnostic]]:
    """What the project file gives of the keys that the scenario does not have itself, and its folder. Without such a
    file, or with an empty one, nothing."""
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


def _format(root: Mapping) -> int:
    """The format that the file declares; 1 where it declares none."""
    given = next((entry.value for entry in root.entries if entry.key.text == "format"), None)
    return 2 if isinstance(given, Scalar) and given.text == "2" else 1


class _Files(msgspec.Struct):
    """The files that were read for a scenario."""

    sources: list[SourceFile]
    paths: list[Path]
    """In the same order."""
    unread: dict[str, Span] = {}
    """Key of a list of which a file could not be read → the place of the key."""
    empty_lists: set[str] = set()
    """Keys of lists that are empty because their files are, or because no file matches their pattern."""


class _ListReader:
    """Puts the items of the files that a top-level list names in place of their paths."""

    def __init__(self, world: World, folder: Path, diagnostics: list[Diagnostic], files: _Files) -> None:
        self.world = world
        self.folder = folder
        self.diagnostics = diagnostics
        self.files = files

    def completed(self, root: Mapping) -> Mapping:
        """The tree with each list complete."""
        lists = item_lists()
        return Mapping(
            tuple(
                Entry(entry.key, self._list(entry.key, entry.value)) if entry.key.text in lists else entry
                for entry in root.entries
            ),
            root.span,
        )

    def _list(self, key: Scalar, value: Node) -> Node:
        """A list as given inline, or as one or more paths or globs, or as both."""
        if isinstance(value, Unread):
            return Sequence((value, *self._from_names_in(key, value)), value.span)
        if isinstance(value, Scalar):
            given: Iterable[Node] = (value,) if value.text else ()
        else:
            given = value.items if isinstance(value, Sequence) else ()
        if not any(isinstance(item, Scalar) for item in given):
            return value
        before = len(self.diagnostics)
        items: list[Node] = []
        for item in given:
            if isinstance(item, Scalar) and not isinstance(item, Unread):
                items += self._from_path(key, item)
            else:
                items.append(item)
        if items:
            self.files.empty_lists.discard(key.text)
        elif fields_of(Scenario)[key.text].required and key.text in self.files.empty_lists:
            self.diagnostics[before:] = (
                msgspec.structs.replace(each, severity="error") for each in self.diagnostics[before:]
            )
            self.files.unread[key.text] = key.span
        return Sequence(tuple(items), value.span)

    def _from_path(self, key: Scalar, place: Scalar) -> list[Node]:
        """The items of the files that a path or a glob names."""
        pattern = place.text
        before = len(self.diagnostics)
        paths = [self.folder / pattern]
        if any(character in pattern for character in "*?["):
            paths, faults = self.world.glob(self.folder, pattern)
            self.diagnostics += [_at(fault, place) for fault in faults]
            if not paths and not faults:
                message = f"`{key.text}`: no file fits `{pattern}`."
                hint = "Mend the pattern, or give the list inline."
                self.diagnostics.append(warning("nothing-found", message, place.span, hint))
        items: list[Node] = []
        for path in paths:
            if len(self.files.sources) >= MOST_FILES:
                message = f"The scenario has more than {MOST_FILES} files."
                self.diagnostics.append(error("too-many-files", message, place.span, "Join some of them."))
                break
            items += self._from_file(key.text, path, place)
        new = self.diagnostics[before:]
        if any(each.severity == "error" for each in new) or forbidden_in(pattern):
            self.files.unread[key.text] = key.span
        if any(each.code in ("nothing-found", "empty-file") for each in new):
            self.files.empty_lists.add(key.text)
        return items

    def _from_names_in(self, key: Scalar, unread: Unread) -> list[Node]:
        """The items of the files that seem to be named in a list that could not be read itself."""
        self.files.unread[key.text] = key.span
        items: list[Node] = []
        for name in dict.fromkeys(_FILE.findall(_COMMENT.sub("", unread.span.text))):
            before = len(self.diagnostics)
            found = self._from_path(key, Scalar(name, "plain", unread.span))
            if any(each.code in ("missing-file", "nothing-found") for each in self.diagnostics[before:]):
                del self.diagnostics[before:]  # it may be no name at all
            items += found
        return items

    def _from_file(self, key: str, path: Path, place: Scalar) -> list[Node]:
        """The items of one file of the list `key`: those of the list in it, or its one mapping."""
        source = self.world.read(path)
        if isinstance(source, Diagnostic):
            if not forbidden_in(place.text):  # `"evidence\\facts.yaml"`: reported already, as an escape
                fault = _at(source, place)
                self.diagnostics.append(msgspec.structs.replace(fault, hint=_hint_for_file(key, place, source)))
            return []
        self.files.sources.append(source)
        self.files.paths.append(path)
        node, faults = parse(source, recover=True)
        self.diagnostics += faults
        item_keys = fields_of(item_lists()[key])
        match node:
            case Sequence(items=items):
                return list(items)
            case Mapping(entries=(Entry(key=again, value=Sequence(items=items)),)) if again.text not in item_keys:
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
            case None | Scalar(text=""):
                hint = "Write a list into it, or take its name out."
                self.diagnostics.append(warning("empty-file", f"{source.name} is empty.", Span(source, 0, 0), hint))
            case _:
                message = f"{source.name} must hold a list, or one item."
                self.diagnostics.append(error("wrong-type", message, node.span, "Begin each item with `- id:`."))
        return []


def _hint_for_file(key: str, place: Scalar, fault: Diagnostic) -> str:
    """What to do where a list names a file that cannot be read."""
    if two := _TWO_FILES.search(place.text):
        whole = ", ".join(part.strip(",") for part in place.text.split())
        return f"Write a list: `[{whole[-80:]}]`." if two[2] else f"Put a comma behind `{two[1][-60:]}`."
    match fault.code:
        case "missing-file" if not fault.hint:
            return f"Write the file, or take its name out of `{key}`. A path begins in the folder of the file it is in."
        case "not-a-file" if not fault.hint:
            return f"For all files in a folder, write `{place.text.rstrip('/')}/*.yaml`."
        case _:
            return fault.hint


def _at(fault: Diagnostic, place: Scalar) -> Diagnostic:
    """A diagnostic of a file, at the place that names the file."""
    return msgspec.structs.replace(fault, span=fault.span or place.span)
