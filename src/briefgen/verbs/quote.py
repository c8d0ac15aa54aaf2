"""Finds the sentences of a scenario's sources that have some words, and makes facts of them."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error, in_order, warning
from briefgen.evidence import find_texts
from briefgen.evidence.entry import entry
from briefgen.evidence.search import Passage, lacking, search, similar
from briefgen.prose.language import same
from briefgen.scenario import Loaded, load
from briefgen.scenario.model import Fact, Source
from briefgen.scenario.reading.texts import is_id, proposed_id
from briefgen.verbs.list_item import Change, with_evidence, with_item, write
from briefgen.world import World
from briefgen.yamltree import is_value
from briefgen.yamltree.quoted import quoted


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
    """Of a new fact, where it is the passage itself."""
    known: bool = False
    """Whether the fact had this passage before; then nothing was written."""


_PARAGRAPH = {"de": "Abs.", "es": "párr."}
"""The word before the number of a paragraph, by the language of the scenario."""


def quote(world: World, words: str, file: Path, folders: Sequence[Path] = ()) -> tuple[list[Hit], list[Diagnostic]]:
    """The sentences that have the words, and what kept a source from being searched."""
    loaded, diagnostics = load(world, file)
    if loaded is None:
        return [], in_order(diagnostics)
    texts = find_texts(world, loaded, folders)
    reported = list(texts.diagnostics)
    hits: list[Hit] = []
    absent: list[list[str]] = []
    nearest: list[tuple[float, str, Passage]] = []
    for source in loaded.scenario.sources:
        found = texts.of.get(source.id)
        if found is None:
            place = loaded.origins.at(f"sources.{source.id}.{'file' if source.file else 'id'}")
            hint = "Put it under `texts/`, or name its folder with `--texts DIR`."
            message = f"The text of `{source.id}` is not here, and is not searched."
            reported.append(warning("text-missing", message, place, hint))
            continue
        passages = search(words, found.text, source.headings)
        paragraph = _PARAGRAPH.get(loaded.scenario.language.partition("-")[0], "par.")
        for each in passages:
            page = each.page.replace("par.", paragraph)
            hits.append(Hit(source.id, page, each.selector.quote, entry(source.id, each.selector, page)))
        if not hits:
            absent.append(lacking(words, found.text))
            if near := similar(words, found.text, source.headings):
                nearest.append((near[0], source.id, near[1]))
    if not hits:
        reported.append(_none(world, words, file, loaded.scenario.sources, absent, nearest))
    return hits, in_order(reported)


def add_quote(
    world: World, file: Path, hits: Sequence[Hit], name: str, statement: str = "", pick: int = 0
) -> tuple[Recorded | None, list[Diagnostic]]:
    """Adds a passage to a fact of the scenario: to one that it has, or to a new one. Of several passages, `pick` says
    which, from 1. Without a statement, a new fact states the passage itself."""
    if not pick and len(hits) > 1:
        hint = f"Say which with `--pick N`, from 1 to {len(hits)}, or give more of the words."
        return None, [error("several-passages", f"{len(hits)} passages have these words.", hint=hint)]
    if pick > len(hits) or pick < 0:
        have = "1 passage has" if len(hits) == 1 else f"{len(hits)} passages have"
        message = f"There is no passage {pick}: {have} these words."
        return None, [error("several-passages", message, hint=f"Write a number from 1 to {len(hits)}.")]
    if not is_id(name) or is_value(name):
        proposed = proposed_id(name) or "a-fact"
        return None, [error("bad-id", f"`{name}` is not an id.", hint=f"Write `--add {proposed}`.")]
    loaded, faults = load(world, file)
    if loaded is None:
        return None, in_order(faults)
    hit = hits[max(pick, 1) - 1]
    fact = next((each for each in loaded.scenario.facts if each.id == name), None)
    if fact and statement:
        hint = "Leave `--statement` out to add the passage to it, or give the new fact another id."
        return None, [error("duplicate-id", f"There is a fact `{name}` with a statement of its own.", hint=hint)]
    if fact and _has(fact, hit):
        span = loaded.origins.at(f"facts.{name}")
        path = loaded.paths[loaded.files.index(span.file)] if span else file
        return Recorded(path, is_new=False, known=True), []
    own = next(each for each in loaded.scenario.sources if each.id == hit.source)
    if not fact and not statement and not same(own.language, loaded.scenario.language):
        hint = f"Give the statement in the language of the scenario ({loaded.scenario.language}): `--statement TEXT`."
        return None, [error("statement-needed", f"The passage is in another language ({own.language}).", hint=hint)]
    change = with_evidence(world, loaded, name, hit.entry) if fact else _fact(world, loaded, file, name, statement, hit)
    if not isinstance(change, Change):
        return None, change
    if unwritten := write(world, file, [change], {}):
        return None, unwritten
    return Recorded(change.path, is_new=fact is None, statement="" if fact or statement else hit.quote), []


def _fact(world: World, loaded: Loaded, file: Path, name: str, statement: str, hit: Hit) -> Change | list[Diagnostic]:
    words = " ".join(statement.split()) or hit.quote
    lines = [f"- id: {name}", f"  statement: {quoted(words)}", "  evidence:"]
    lines += [f"    {line}" for line in hit.entry.splitlines()]
    return with_item(world, file, "facts", name, "\n".join(lines) + "\n")


def _has(fact: Fact, hit: Hit) -> bool:
    return any(each.source == hit.source and each.quote == hit.quote for each in fact.evidence)


def _none(
    world: World,
    words: str,
    file: Path,
    sources: Sequence[Source],
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
