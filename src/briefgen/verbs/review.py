"""What reviewers changed in Word → by the paths of a scenario, in the order of its files."""

from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic, error, warning
from briefgen.ooxml.opening import BRIEF_LIMITS
from briefgen.prose import parse, parse_label
from briefgen.prose.cited import citations
from briefgen.prose.plain import blocks, line
from briefgen.release.filter import renumbered
from briefgen.review.baseline import About
from briefgen.review.comparison import Review, review
from briefgen.review.edits import Added, Edit, Fixed, Found, Removed, Unplaced
from briefgen.review.merging import merged
from briefgen.review.opening import Reviewed, opened
from briefgen.scenario import Loaded, load
from briefgen.scenario.walk import labels, paths, proses, texts
from briefgen.verbs.review_places import path_of
from briefgen.verbs.review_readers import as_given, as_of_the_whole, in_part, in_the_whole
from briefgen.world import World

_OWNER = "~$"
"""How the file begins that Word puts beside one that it has open; a shell finds it by `*.docx` too."""


class Reviews(msgspec.Struct, frozen=True):
    """What was found in all files, in the order of the scenario's files; what has no place there, at the end."""

    loaded: Loaded
    found: tuple[Found, ...]
    files: tuple[str, ...]
    citations: Mapping[tuple[str, int], tuple[str, ...]]
    """Path and block → the facts that it cites, in order."""
    partly: frozenset[tuple[str, int]] = frozenset()
    """The blocks, by path and number, of which some reader was not given all words."""


def review_files(world: World, files: Sequence[Path], scenario: Path) -> tuple[Reviews | None, list[Diagnostic]]:
    """Reads reviewed files and looks their paths up in the scenario. Nothing is written, and nothing that the files say
    of places is followed."""
    loaded, told = load(world, scenario)
    if loaded is None:
        return None, told
    read, diagnostics = read_files(world, files, loaded)
    if any(each.severity == "error" for each in diagnostics):
        return None, diagnostics
    reviews, told = compared(read, loaded)
    return reviews, diagnostics + told


def read_files(world: World, files: Sequence[Path], loaded: Loaded) -> tuple[list[Reviewed], list[Diagnostic]]:
    """Those that are briefs as they came back, and what is to be said of each as a whole."""
    diagnostics: list[Diagnostic] = []
    read: list[Reviewed] = []
    for path in [each for each in files if not each.name.startswith(_OWNER)] or files:
        data = world.read_bytes(path, BRIEF_LIMITS.file)
        made = data if isinstance(data, Diagnostic) else opened(data, world.shown(path))
        if isinstance(made, Reviewed):
            diagnostics += _about(made, loaded)
            read.append(made)
        else:
            diagnostics.append(made)
    return read, diagnostics


def compared(read: Sequence[Reviewed], loaded: Loaded) -> tuple[Reviews, list[Diagnostic]]:
    """What was changed in the files, by the paths of the scenario."""
    theirs = [as_given(loaded, each.baseline.about if each.baseline else About()) for each in read]
    read = [_of_the_whole(each, given, loaded) for each, given in zip(read, theirs, strict=True)]
    asked = {path for each in read for path in each.paths()}
    if any(each.baseline is None for each in read):
        asked |= paths(texts(loaded.scenario))
    whole = words(loaded, asked)
    short = paths(labels(loaded.scenario))
    reviews: list[Review] = []
    partly: set[tuple[str, int]] = set()
    for each, given in zip(read, theirs, strict=True):
        known = whole if given is loaded else words(given, asked)
        made_of = review(each, known, short)
        if given is not loaded:
            made_of = replace(made_of, found=as_of_the_whole(in_the_whole(made_of.found, known, whole), whole))
            partly |= in_part(known, whole)
        reviews.append(made_of)
    diagnostics = _bases(read)
    for found_in in reviews:
        diagnostics += [*_lost(found_in), *_changed(found_in, loaded)]
    found = sorted(merged([each.found for each in reviews]), key=lambda each: _order(each, loaded))
    names = tuple(each.name for each in read)
    return Reviews(loaded, tuple(found), names, cited(loaded, found), frozenset(partly)), diagnostics


def _of_the_whole(made: Reviewed, given: Loaded, whole: Loaded) -> Reviewed:
    """A file with the paths that its fields have in the whole scenario, where its readers were given another one."""
    if given is whole or made.baseline is None:
        return made
    paths = {seen: own for own, seen in renumbered(given.scenario).items()}
    fields = {
        tag: replace(field, path=paths.get(field.path, field.path)) for tag, field in made.baseline.fields.items()
    }
    return replace(made, baseline=replace(made.baseline, fields=fields))


def words(loaded: Loaded, asked: Set[str]) -> dict[tuple[str, int], str]:
    """Path and block → the words that the scenario has there, with note marks; of the paths that are asked for."""
    out: dict[tuple[str, int], str] = {}
    for prose in proses(loaded.scenario):
        for lang in prose.texts:
            if (path := f"{prose.path}.{lang}") in asked:
                out |= {(path, number): text for number, text in enumerate(blocks(parse(prose, lang).blocks))}
    for label in labels(loaded.scenario):
        for lang in label.texts:
            if (path := f"{label.path}.{lang}") in asked:
                out[path, 0] = line(parse_label(label, lang))
    return out


def cited(loaded: Loaded, found: Iterable[Found]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Path and block → the facts that it cites, for blocks that were edited."""
    edited = {each.path for each in found if isinstance(each, Edit | Removed)}
    out: dict[tuple[str, int], tuple[str, ...]] = {}
    for prose in proses(loaded.scenario):
        for lang in prose.texts:
            if (path := f"{prose.path}.{lang}") in edited:
                for each in citations(prose, lang):
                    out[path, each.block] = (*out.get((path, each.block), ()), each.fact)
    return out


def _about(made: Reviewed, loaded: Loaded) -> list[Diagnostic]:
    """What is to be said of a file as a whole."""
    if made.baseline is None:
        if not any(each.tag for lines in made.stories.values() for line in lines for each in line.stretches):
            message = f"{made.name} is no brief that went out for review."
            hint = (
                "Name the file that `briefgen render --review` wrote, as it came back. If it was saved as .doc or .rtf "
                "in between, it lost what it carried: ask for the edits in the .docx."
            )
            return [error("not-for-review", message, file=made.name, hint=hint)]
        message = f"{made.name} lost what it carried: only what Word tracked is found."
        hint = "Ask for the .docx as Word or LibreOffice saved it, without another format (.odt) in between."
        return [warning("baseline-missing", message, file=made.name, hint=hint)]
    given = made.baseline.about.scenario
    if given and given != loaded.name:
        message = f"{made.name} says that it is of the scenario `{given[:80]}`; it is compared with `{loaded.name}`."
        hint = "If that is another scenario, name the right one with `--scenario`."
        return [warning("other-scenario", message, file=made.name, hint=hint)]
    return []


def _bases(read: Sequence[Reviewed]) -> list[Diagnostic]:
    """Files that did not go out as the same brief."""
    first = next((each for each in read if each.baseline), None)
    out = []
    for each in read:
        if first and first.baseline and each.baseline and _base(each.baseline.about) != _base(first.baseline.about):
            message = f"{each.name} is not of the same brief as {first.name}; each is compared with what it was itself."
            out.append(warning("other-base", message, file=each.name))
    return out


def _base(about: About) -> tuple[str, ...]:
    return about.scenario, about.edition, about.template, about.lang, about.option, about.audience


def _lost(made: Review) -> list[Diagnostic]:
    """Of a file that has a part of the brief, what is not in it."""
    if not made.lost:
        return []
    ranges = " and ".join(f"from `{first}` to `{last}`" for first, last in made.lost)
    message = f"{made.file} holds only a part of the brief: what went out {ranges} is not in it, which nobody tracked."
    hint = (
        "Nothing is told of it, and nothing of it is taken out. If the file was split, name its other part too; if it "
        "is to go, take it out of the scenario."
    )
    return [warning("part-missing", message, file=made.file, hint=hint)]


def _changed(made: Review, loaded: Loaded) -> list[Diagnostic]:
    """Blocks that were edited in Word and in the scenario."""
    return [
        warning(
            "changed-since",
            f"`{path}` was changed here since the brief went out; {made.file} is compared with what it was then.",
            loaded.origins.at(path),
            "Compare both before you take the reviewer's words.",
        )
        for path, _ in sorted(made.changed)
    ]


def _order(found: Found, loaded: Loaded) -> tuple[int, int, int, int]:
    """By file, place in it, block; what has no place comes last."""
    span = loaded.origins.at(path_of(found)) if path_of(found) else None
    loose = isinstance(found, Fixed | Added | Unplaced)
    if span is None:
        return len(loaded.files), 0, 0, int(loose)
    names = [file.name for file in loaded.files]
    return names.index(span.file.name), span.start, getattr(found, "block", 0), int(loose)
