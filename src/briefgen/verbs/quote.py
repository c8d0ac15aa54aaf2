"""Finds passages by words, each with the evidence entry for it."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error, in_order, warning
from briefgen.evidence import find_texts
from briefgen.evidence.entry import entry
from briefgen.evidence.locate import too_short
from briefgen.evidence.search import lacking, search
from briefgen.scenario import load
from briefgen.world import World

CONTEXT = 60
"""Characters shown on either side of a passage."""


class Hit(msgspec.Struct, frozen=True):
    """A passage, for a person and for the scenario."""

    source: str
    where: str
    """`12`, a page, or `line 4`."""
    exact: bool
    before: str
    quote: str
    after: str
    entry: str
    """The lines for the `evidence` of a fact."""
    short: bool
    """Too short to carry a statement as it is."""


def quote(world: World, words: str, file: Path, folders: Sequence[Path] = ()) -> tuple[list[Hit], list[Diagnostic]]:
    """The passages of a scenario's sources that have the words, and what kept a source from being searched."""
    loaded, diagnostics = load(world, file)
    if loaded is None:
        return [], in_order(diagnostics)
    texts = find_texts(world, loaded, folders)
    told = list(texts.diagnostics)
    hits: list[Hit] = []
    absent: list[list[str]] = []
    for source in loaded.scenario.sources:
        found = texts.of.get(source.id)
        if found is None:
            place = loaded.origins.at(f"sources.{source.id}.{'file' if source.file else 'id'}")
            hint = "Put it under `texts/`, or name its folder with `--texts DIR`."
            told.append(
                warning("text-missing", f"The text of `{source.id}` is not here, and is not searched.", place, hint)
            )
            continue
        absent.append(lacking(words, found.text))
        for passage in search(words, found.text, source.headings):
            start, end = passage.place.start, passage.place.end
            hits.append(
                Hit(
                    source.id, passage.place.where, passage.exact,
                    found.text.text[max(0, start - CONTEXT) : start], passage.selector.quote,
                    found.text.text[end : end + CONTEXT],
                    entry(source.id, passage.selector, passage.place.where), too_short(passage.selector.quote),
                )
            )  # fmt: skip
    if not hits:
        told.append(_none(words, absent))
    return hits, in_order(told)


def _none(words: str, absent: list[list[str]]) -> Diagnostic:
    if not absent:
        return error(
            "no-passage", "There is no text to search.", hint="Name the folder of the texts with `--texts DIR`."
        )
    nowhere = [word for word in absent[0] if all(word in each for each in absent)]
    hint = (
        f"Nowhere at all: {', '.join(nowhere)}." if nowhere else "Ask for fewer words; they must stand near each other."
    )
    return error("no-passage", f"No passage has “{words}”.", hint=hint)
