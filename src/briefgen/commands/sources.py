"""Registers documents as sources, and finds passages in them."""

import re
from collections.abc import Iterator
from collections.abc import Sequence as AbcSequence
from pathlib import Path, PurePath

import msgspec

from briefgen.commands.options import enclosing, scenario_file
from briefgen.core.diagnostic import Diagnostic, error, in_order, warning
from briefgen.core.report import Report
from briefgen.core.source import SourceFile
from briefgen.evidence import Texts, find_texts
from briefgen.evidence.extract import MOST_BYTES, Extract, extract
from briefgen.evidence.register import id_for, register_entry
from briefgen.evidence.report import entry
from briefgen.evidence.search import Passage, lacking, search, similar
from briefgen.evidence.text import PAGE_BREAK, sha256
from briefgen.evidence.texts import FOLDER
from briefgen.io.filesystem import Amendment, World
from briefgen.io.read import MOST_BYTES as MOST_TEXT
from briefgen.markup.model import same
from briefgen.model.evidence import Source
from briefgen.model.read import Loaded, load
from briefgen.model.reading.texts import is_id, proposed_id
from briefgen.yaml.edit.appending import Address, append
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, is_value, quoted

MOST_NAMES = 1_000
"""Tried for a new file."""
_WILD = re.compile(r"[*?\[]")


class Change(Amendment, frozen=True):
    """A file of the scenario with a new item."""

    path: Path
    is_new: bool = False


def with_item(world: World, scenario: Path, key: str, name: str, item: str) -> Change | list[Diagnostic]:
    """The file with one more item of the list `key`: the file with that list, the last of the files that it names,
    or, if it names a pattern, a new one.

    `item` is a block list of one item, `name` its id. Nothing is written.
    """
    bounded = world.around(scenario)
    source = bounded.read(scenario)
    if isinstance(source, Diagnostic):
        return [source]
    root, faults = parse(source)
    if errors := [fault for fault in faults if fault.severity == "error"]:
        return errors
    named = _named(root, key)
    if not named:
        return _appended(world, scenario, source, (key,), item)
    patterns = [each for each in named if _WILD.search(each)]
    if patterns:
        return _new_file(world, bounded, scenario, patterns[0], name, item)
    path = scenario.parent / named[-1]
    read = bounded.read(path, expected=False)
    if isinstance(read, Diagnostic):
        if read.code != "missing-file":
            return [read]
        return Change(SourceFile(world.shown(path), ""), item, path, is_new=True)
    return _appended(world, path, read, (), item)


def with_evidence(world: World, loaded: Loaded, fact: str, item: str) -> Change | list[Diagnostic]:
    """The file with one more passage for a fact."""
    for source, path in zip(loaded.files, loaded.paths, strict=True):
        root, _ = parse(source)
        if (address := _address(root, "facts", fact)) is not None:
            return _appended(world, path, source, (*address, "evidence"), item)
    return [error("unknown-fact", f"There is no fact `{fact}`.")]


def write(world: World, scenario: Path, changes: list[Change], new: dict[Path, bytes]) -> list[Diagnostic] | None:
    """Writes the changes and other new files together, or changes nothing and says why."""
    created = new | {change.path: change.text.encode() for change in changes if change.is_new}
    amended = {change.path: Amendment(change.source, change.text) for change in changes if not change.is_new}
    return world.around(scenario).amend(amended, created)


def _named(root: Node | None, key: str) -> list[str]:
    """The files and patterns that a list consists of; none if it has items of its own."""
    entries = root.entries if isinstance(root, Mapping) else ()
    match next((entry.value for entry in entries if entry.key.text == key), None):
        case Scalar(text=text):
            return [text] if text else []
        case Sequence(items=items) if all(isinstance(item, Scalar) for item in items):
            return [item.text for item in items if isinstance(item, Scalar) and item.text]
        case _:
            return []


def _new_file(
    world: World, bounded: World, scenario: Path, pattern: str, name: str, item: str
) -> Change | list[Diagnostic]:
    """A new file for an item, with a name that the pattern matches."""
    parts = PurePath(pattern).parts
    folders = [part for part in parts[:-1] if part != "**"]
    if any(map(_WILD.search, folders)) or parts[-1].count("*") != 1 or re.search(r"[?\[]", parts[-1]):
        message = f"`{pattern}` does not say in which file a new item belongs."
        hint = "Print the entry with `--print`, and paste it into the file of your choice."
        return [error("not-added", message, file=world.shown(scenario), hint=hint)]
    for number in range(1, MOST_NAMES):
        stem = name if number == 1 else f"{name}-{number}"
        path = scenario.parent.joinpath(*folders, parts[-1].replace("*", stem))
        read = bounded.read(path, expected=False)
        if isinstance(read, Diagnostic):
            if read.code != "missing-file":
                return [read]
            return Change(SourceFile(world.shown(path), ""), item, path, is_new=True)
    return [error("not-added", f"`{pattern}` has no free name for `{name}`.", file=world.shown(scenario))]


def _appended(world: World, path: Path, source: SourceFile, address: Address, item: str) -> Change | list[Diagnostic]:
    text = append(source, address, item)
    if text is None:
        shown = world.shown(path)
        hint = f"Run `briefgen check` on it first; or print the entry with `--print`, and paste it into {shown}."
        return [error("not-added", f"The entry cannot be added to {shown}.", file=shown, hint=hint)]
    return Change(source, text, path)


def _address(root: Node | None, key: str, name: str) -> Address | None:
    """The address of the item with an id: in scenario.yaml below a key, in another file at the top."""
    for start, node in _lists(root, key):
        if isinstance(node, Mapping) and _id(node) == name:
            return start
        if isinstance(node, Sequence):
            for number, each in enumerate(node.items):
                if _id(each) == name:
                    return (*start, number)
    return None


def _lists(root: Node | None, key: str) -> Iterator[tuple[tuple[str, ...], Node]]:
    if isinstance(root, Mapping):
        yield from (((key,), entry.value) for entry in root.entries if entry.key.text == key)
    if root is not None:
        yield (), root


def _id(node: Node) -> str:
    entries = node.entries if isinstance(node, Mapping) else ()
    return next(
        (entry.value.text for entry in entries if entry.key.text == "id" and isinstance(entry.value, Scalar)), ""
    )


# Registers a document as a source: its text and its entry in the list of sources.


class Added(msgspec.Struct, frozen=True):
    """A source and the files that were written for it."""

    id: str
    scenario: Path
    entry: str
    """For the list of sources."""
    pages: int
    """0 if its text has none."""
    notes: tuple[str, ...]
    """What was left out of the text, and what to check."""
    written: tuple[Path, ...] = ()
    known: bool = False
    """Whether this text is registered already."""
    lines: str = ""
    """For the entry of a source that was registered without its text."""


def source_add(
    report: Report,
    world: World,
    file: Path,
    scenario: str = "",
    name: str = "",
    folder: Path | None = None,
    *,
    dry: bool = False,
) -> Added | None:
    """Writes the text of a document to the scenario's `texts/`, or into another folder, and its entry into the list of
    sources; with `dry`, nothing.

    `scenario` is by default the one that the working directory or the document is in; `name`, the id of the source, is
    by default made of the document's name.
    """
    place = _scenario_of(report, world, scenario, file)
    if place is None:
        return None
    if not dry and (unfinished := world.around(place).recover()):
        report.extend(unfinished)
        return None
    if name and name != id_for(name):
        report.add(error("bad-id", f"`{name}` is not an id.", hint=f"Write `--id {id_for(name)}`."))
        return None
    document = _extracted(world, file)
    added = (
        document if isinstance(document, Diagnostic) else _registered(world, place, file, document, name, folder, dry)
    )
    match added:
        case Added():
            return added
        case Diagnostic():
            report.add(added)
        case _:
            report.extend(added)
    return None


def _scenario_of(report: Report, world: World, name: str, file: Path) -> Path | None:
    """The `scenario.yaml` of that name; without a name, of the working directory or of the file."""
    found = enclosing(world, Path()) or enclosing(world, file.parent)
    if name or found is not None:
        return scenario_file(report, world, name or str(found))
    shown = world.shown(file)
    hint = "Name it: `briefgen source add FILE SCENARIO`. `briefgen new DIR` makes one."
    report.add(error("no-scenario", f"Which scenario is {shown} for?", file=shown, hint=hint))
    return None


def _extracted(world: World, file: Path) -> Extract | Diagnostic:
    """The text of a document."""
    data = world.read_bytes(file, MOST_BYTES)
    if isinstance(data, Diagnostic):
        return data
    made = extract(data, world.shown(file))
    if not isinstance(made, Diagnostic) and len(made.text.encode()) > MOST_TEXT:
        message = f"{world.shown(file)} holds more than {MOST_TEXT >> 20} MiB of text."
        return error("file-too-large", message, hint="Divide it.")
    return made


def _registered(
    world: World, scenario: Path, file: Path, document: Extract, name: str, folder: Path | None, dry: bool
) -> Added | Diagnostic | list[Diagnostic]:
    """The source that was added for a document, or why none was."""
    loaded, _ = load(world, scenario)
    sources = loaded.scenario.sources if loaded else ()
    digest = sha256(document.text)
    texts = find_texts(world, loaded).of if loaded else {}
    hashes = {each.id: texts[each.id].text.sha256 if each.id in texts else each.sha256 for each in sources}
    known = next((each for each in sources if digest in (each.sha256.lower(), hashes[each.id])), None)
    source = known.id if known else name or id_for(file.name)
    without_text = next((each for each in sources if each.id == source and not known), None)
    if without_text and (source in texts or without_text.sha256.lower() not in ("", digest)):
        hint = f"Give this one another id: `--id {source}-2`."
        return error("duplicate-id", f"The scenario has another source `{source}`.", hint=hint)
    target = (folder if folder is not None else scenario.parent / FOLDER) / (
        PurePath(known.file).name if known and known.file else f"{source}.txt"
    )
    entry = register_entry(source, document, target.name, digest)
    added = Added(source, scenario, entry, document.text.count(PAGE_BREAK), document.notes, known=known is not None)
    if dry:
        return added
    content = document.text.encode()
    existing = world.read_bytes(target, MOST_BYTES, expected=False)
    new = {} if existing == content else {target: content}
    if new and not (isinstance(existing, Diagnostic) and existing.code == "missing-file"):
        shown = world.shown(target)
        hint = f"Give this source another id: `--id {source}-2`."
        return error("text-exists", f"{shown} exists, and holds another text.", file=shown, hint=hint)
    changes = []
    if without_text:
        added = msgspec.structs.replace(added, lines=f"file: {target.name}\nsha256: {digest}\n")
    elif not known:
        change = with_item(world, scenario, "sources", source, entry)
        if not isinstance(change, Change):
            return change
        changes = [change]
    if (new or changes) and (unwritten := write(world, scenario, changes, new)):
        return unwritten
    return msgspec.structs.replace(added, written=(*new, *(change.path for change in changes)))


# Finds sentences of the sources, and adds them to facts.


class Hit(msgspec.Struct, frozen=True):
    """A passage of a source."""

    source: str
    page: str
    """`12`, a page, or `par. 3`."""
    quote: str
    entry: str
    """The lines for the `evidence` of a fact."""


class Recorded(msgspec.Struct, frozen=True):
    """A fact in the scenario that a passage was added to."""

    file: Path
    is_new: bool
    """Whether the fact is."""
    statement: str = ""
    """Of a new fact, if it is the passage itself."""
    known: bool = False
    """Whether the fact has this passage already; then nothing was written."""


_PARAGRAPH = {"de": "Abs.", "es": "párr."}
"""The word before the number of a paragraph, by the language of the scenario."""


def quote(report: Report, world: World, words: str, file: Path, folders: AbcSequence[Path] = ()) -> list[Hit]:
    """The sentences that have the words. Reports each source that cannot be searched."""
    loaded, faults = load(world, file)
    found = Report(faults)
    hits: list[Hit] = []
    if loaded is not None:
        texts = find_texts(world, loaded, folders)
        found = Report(texts.diagnostics)
        hits = _hits(found, world, words, file, loaded, texts)
    found.sort()
    report.extend(found)
    return hits


def _hits(report: Report, world: World, words: str, file: Path, loaded: Loaded, texts: Texts) -> list[Hit]:
    hits: list[Hit] = []
    absent: list[list[str]] = []
    nearest: list[tuple[float, str, Passage]] = []
    paragraph = _PARAGRAPH.get(loaded.scenario.language.partition("-")[0], "par.")
    for source in loaded.scenario.sources:
        text = texts.of.get(source.id)
        if text is None:
            place = loaded.origins.at(f"sources.{source.id}.{'file' if source.file else 'id'}")
            hint = "Put it under `texts/`, or name its folder with `--texts DIR`."
            message = f"The text of `{source.id}` is not here, and is not searched."
            report.add(warning("text-missing", message, place, hint))
            continue
        for each in search(words, text.text, source.headings):
            page = each.page.replace("par.", paragraph)
            hits.append(Hit(source.id, page, each.selector.quote, entry(source.id, each.selector, page)))
        if not hits:
            absent.append(lacking(words, text.text))
            if near := similar(words, text.text, source.headings):
                nearest.append((near[0], source.id, near[1]))
    if not hits:
        report.add(_no_passage(world, words, file, loaded.scenario.sources, absent, nearest))
    return hits


def add_quote(
    report: Report, world: World, file: Path, hits: AbcSequence[Hit], name: str, statement: str = "", pick: int = 0
) -> Recorded | None:
    """Adds a passage to a fact of the scenario, which may be new. Of several passages, `pick` says which, from 1. By
    default, the statement of a new fact is the passage itself."""
    recorded = _wrong_choice(len(hits), pick, name) or _recorded(
        world, file, hits[max(pick, 1) - 1], name, statement
    )  # fmt: skip
    if isinstance(recorded, Recorded):
        return recorded
    report.extend(recorded)
    return None


def _wrong_choice(hits: int, pick: int, name: str) -> list[Diagnostic]:
    """Why a passage cannot be added, if `--pick` or the id of the fact is wrong."""
    if not pick and hits > 1:
        hint = f"Say which with `--pick N`, from 1 to {hits}, or give more of the words."
        return [error("several-passages", f"{hits} passages have these words.", hint=hint)]
    if pick > hits or pick < 0:
        have = "1 passage has" if hits == 1 else f"{hits} passages have"
        message = f"There is no passage {pick}: {have} these words."
        return [error("several-passages", message, hint=f"Write a number from 1 to {hits}.")]
    if not is_id(name) or is_value(name):
        proposed = proposed_id(name) or "a-fact"
        return [error("bad-id", f"`{name}` is not an id.", hint=f"Write `--add {proposed}`.")]
    return []


def _recorded(world: World, file: Path, hit: Hit, name: str, statement: str) -> Recorded | list[Diagnostic]:
    """The fact to which a passage was added, or why it was not."""
    loaded, faults = load(world, file)
    if loaded is None:
        return in_order(faults)
    fact = next((each for each in loaded.scenario.facts if each.id == name), None)
    if fact and statement:
        hint = "Leave `--statement` out to add the passage to it, or give the new fact another id."
        return [error("duplicate-id", f"There is a fact `{name}` with a statement of its own.", hint=hint)]
    if fact and any(each.source == hit.source and each.quote == hit.quote for each in fact.evidence):
        span = loaded.origins.at(f"facts.{name}")
        path = loaded.paths[loaded.files.index(span.file)] if span else file
        return Recorded(path, is_new=False, known=True)
    source = next(each for each in loaded.scenario.sources if each.id == hit.source)
    if not fact and not statement and not same(source.language, loaded.scenario.language):
        hint = f"Give the statement in the language of the scenario ({loaded.scenario.language}): `--statement TEXT`."
        return [error("statement-needed", f"The passage is in another language ({source.language}).", hint=hint)]
    change = with_evidence(world, loaded, name, hit.entry) if fact else _fact(world, file, name, statement, hit)
    if not isinstance(change, Change):
        return change
    if unwritten := write(world, file, [change], {}):
        return unwritten
    return Recorded(change.path, is_new=fact is None, statement="" if fact or statement else hit.quote)


def _fact(world: World, file: Path, name: str, statement: str, hit: Hit) -> Change | list[Diagnostic]:
    words = " ".join(statement.split()) or hit.quote
    lines = [f"- id: {name}", f"  statement: {quoted(words)}", "  evidence:"]
    lines += [f"    {line}" for line in hit.entry.splitlines()]
    return with_item(world, file, "facts", name, "\n".join(lines) + "\n")


def _no_passage(
    world: World,
    words: str,
    file: Path,
    sources: AbcSequence[Source],
    absent: list[list[str]],
    nearest: list[tuple[float, str, Passage]],
) -> Diagnostic:
    if not sources:
        folder = world.shown(file.parent)
        hint = f"Register one with `briefgen source add FILE {folder}`: it takes the text out of the document."
        return error("no-passage", "There is no text to search: the scenario has no sources yet.", hint=hint)
    if not absent:
        message = "There is no text to search: no text of a source is at hand."
        return error("no-passage", message, hint="Name the folder of the texts with `--texts DIR`.")
    if nearest:
        _, source, near = max(nearest, key=lambda each: each[0])
        hint = f"Did you mean, in `{source}`: {near.selector.quote}"
    elif nowhere := [word for word in absent[0] if all(word in each for each in absent)]:
        hint = f"No source has: {', '.join(nowhere)}."
    else:
        hint = "Give fewer words: they must be near each other."
    return error("no-passage", f"No passage has “{words}”.", hint=hint)
