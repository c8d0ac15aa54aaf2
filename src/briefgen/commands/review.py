"""What reviewers changed in Word, by the paths of a scenario, in the order of its files."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefgen.core.diagnostic import Diagnostic, error, warning
from briefgen.core.difference import Substitution, embedded, substitutions, tokens
from briefgen.core.source import Span
from briefgen.io.filesystem import World
from briefgen.locale import untied
from briefgen.markup.model import MARK
from briefgen.markup.parse import citations
from briefgen.model.read import Loaded, load
from briefgen.model.walk import labels, paths, proses, texts
from briefgen.ooxml.opening import BRIEF_LIMITS
from briefgen.release.filter import filtered, renumbered
from briefgen.review.baseline import About
from briefgen.review.combine import merge_text_surely, merged
from briefgen.review.fields import block_texts
from briefgen.review.findings import Review, review
from briefgen.review.model import (
    Addition,
    Comment,
    Deletion,
    Disagreement,
    Edit,
    Finding,
    Formatting,
    Join,
    Move,
    OutsideEdit,
    Reviews,
    TextChange,
    Unplaced,
    block_text,
    path_of,
)
from briefgen.review.open import Reviewed, opened

_OWNER = "~$"
"""The beginning of the name of Word's lock file for an open document; `*.docx` matches it too."""


def review_files(world: World, files: Sequence[Path], scenario: Path) -> tuple[Reviews | None, list[Diagnostic]]:
    """Reads reviewed files and looks their paths up in the scenario. Nothing is written, and nothing that the files say
    of places is followed."""
    loaded, messages = load(world, scenario)
    if loaded is None:
        return None, messages
    read, diagnostics = read_files(world, files, loaded)
    if any(each.severity == "error" for each in diagnostics):
        return None, diagnostics
    reviews, messages = compared(read, loaded)
    return reviews, diagnostics + messages


def read_files(world: World, files: Sequence[Path], loaded: Loaded) -> tuple[list[Reviewed], list[Diagnostic]]:
    """Those that are briefs as they came back, and what is to be said of each as a whole."""
    diagnostics: list[Diagnostic] = []
    read: list[Reviewed] = []
    for path in [each for each in files if not each.name.startswith(_OWNER)] or files:
        data = world.read_bytes(path, BRIEF_LIMITS.file)
        reviewed = data if isinstance(data, Diagnostic) else opened(data, world.shown(path))
        if isinstance(reviewed, Reviewed):
            diagnostics += _about(reviewed, loaded)
            read.append(reviewed)
        else:
            diagnostics.append(reviewed)
    return read, diagnostics


def compared(read: Sequence[Reviewed], loaded: Loaded) -> tuple[Reviews, list[Diagnostic]]:
    """What was changed in the files, by the paths of the scenario."""
    theirs = [as_seen(loaded, each.baseline.about if each.baseline else About()) for each in read]
    read = [_of_the_whole(each, given, loaded) for each, given in zip(read, theirs, strict=True)]
    asked = {path for each in read for path in each.paths()}
    if any(each.baseline is None for each in read):
        asked |= paths(texts(loaded.scenario))
    whole = block_texts(loaded, asked)
    short = paths(labels(loaded.scenario))
    reviews: list[Review] = []
    partly: set[tuple[str, int]] = set()
    for each, given in zip(read, theirs, strict=True):
        numbers_of = whole if given is loaded else block_texts(given, asked)
        result = review(each, numbers_of, short)
        if given is not loaded:
            result = replace(result, found=as_of_the_whole(in_the_whole(result.found, numbers_of, whole), whole))
            partly |= in_part(numbers_of, whole)
        reviews.append(result)
    diagnostics = _bases(read)
    for found_in in reviews:
        diagnostics += [*_missing(found_in), *_changed(found_in, loaded)]
    found = sorted(merged([each.found for each in reviews]), key=lambda each: _order(each, loaded))
    names = tuple(each.name for each in read)
    return Reviews(loaded, tuple(found), names, cited(loaded, found), frozenset(partly)), diagnostics


def _of_the_whole(reviewed: Reviewed, given: Loaded, whole: Loaded) -> Reviewed:
    """A file with the paths that its fields have in the whole scenario, where its readers were given another one."""
    if given is whole or reviewed.baseline is None:
        return reviewed
    paths = {seen: own for own, seen in renumbered(given.scenario).items()}
    fields = {
        tag: replace(field, path=paths.get(field.path, field.path)) for tag, field in reviewed.baseline.fields.items()
    }
    return replace(reviewed, baseline=replace(reviewed.baseline, fields=fields))


def cited(loaded: Loaded, found: Iterable[Finding]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Path and block → the facts that it cites, for blocks that were edited."""
    edited = {each.path for each in found if isinstance(each, Edit | Deletion)}
    out: dict[tuple[str, int], tuple[str, ...]] = {}
    for prose in proses(loaded.scenario):
        for lang in prose.texts:
            if (path := f"{prose.path}.{lang}") in edited:
                for each in citations(prose, lang):
                    out[path, each.block] = (*out.get((path, each.block), ()), each.fact)
    return out


def _about(reviewed: Reviewed, loaded: Loaded) -> list[Diagnostic]:
    """What is to be said of a file as a whole."""
    if reviewed.baseline is None:
        if not any(each.tag for lines in reviewed.stories.values() for line in lines for each in line.stretches):
            message = f"{reviewed.name} is no brief that went out for review."
            hint = (
                "Name the file that `briefgen render --review` wrote, as it came back. If it was saved as .doc or .rtf "
                "in between, it lost what it carried: ask for the edits in the .docx."
            )
            return [error("not-for-review", message, file=reviewed.name, hint=hint)]
        message = f"{reviewed.name} lost what it carried: only what Word tracked is found."
        hint = "Ask for the .docx as Word or LibreOffice saved it, without another format (.odt) in between."
        return [warning("baseline-missing", message, file=reviewed.name, hint=hint)]
    given = reviewed.baseline.about.scenario
    if given and given != loaded.name:
        message = (
            f"{reviewed.name} says that it is of the scenario `{given[:80]}`; it is compared with `{loaded.name}`."
        )
        hint = "If that is another scenario, name the right one with `--scenario`."
        return [warning("other-scenario", message, file=reviewed.name, hint=hint)]
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


def _missing(reviewed: Review) -> list[Diagnostic]:
    """Of a file that has a part of the brief, what is not in it."""
    if not reviewed.lost:
        return []
    ranges = " and ".join(f"from `{first}` to `{last}`" for first, last in reviewed.lost)
    message = (
        f"{reviewed.file} holds only a part of the brief: what went out {ranges} is not in it, which nobody tracked."
    )
    hint = (
        "Nothing is told of it, and nothing of it is taken out. If the file was split, name its other part too; if it "
        "is to go, take it out of the scenario."
    )
    return [warning("part-missing", message, file=reviewed.file, hint=hint)]


def _changed(reviewed: Review, loaded: Loaded) -> list[Diagnostic]:
    """Blocks that were edited in Word and in the scenario."""
    return [
        warning(
            "changed-since",
            f"`{path}` was changed here since the brief went out; {reviewed.file} is compared with what it was then.",
            loaded.origins.at(path),
            "Compare both before you take the reviewer's words.",
        )
        for path, _ in sorted(reviewed.changed)
    ]


def _order(found: Finding, loaded: Loaded) -> tuple[int, int, int, int]:
    """By file, place in it, block; what has no place comes last."""
    span = loaded.origins.at(path_of(found)) if path_of(found) else None
    loose = isinstance(found, OutsideEdit | Addition | Unplaced)
    if span is None:
        return len(loaded.files), 0, 0, int(loose)
    names = [file.name for file in loaded.files]
    return names.index(span.file.name), span.start, getattr(found, "block", 0), int(loose)


# Where in the scenario's files the words are that a reviewer changed.

_TOKENS = re.compile(r"\w+|[^\w\s]")
_HEADER = re.compile(r"[|>][^\n]*\n\s*(?=\S)")
_AROUND = 3
"""Words on either side that tell one place from another."""
_MOST = 40
"""Words that are looked for."""
_GAP = r"(?:\s|\[@[^\]]*\]|[*_`\\]|\[|\]\{[^}\n]*\}|\]\([^)\n]*\))*+"
"""What may be between two words of a text where it is written: white space, citations and Markdown."""


def place(loaded: Loaded, found: Finding, change: TextChange | None = None) -> Span | None:
    """The words that something is about, else the whole value, else what is around it."""
    path = path_of(found)
    if not path:
        return None
    whole = loaded.origins.get(path)
    if whole is None:
        return loaded.origins.at(path)
    match found:
        case Edit(old=old) if change:
            found_at = _within(whole, old[: change.at], change.removed, old[change.at + len(change.removed) :])
            return found_at or _words_of(whole)
        case Formatting(words=words) | Comment(words=words) | Deletion(old=words) | Move(words=words) if words:
            return _within(whole, "", words, "") or _words_of(whole)
        case Join(bases=(first, _)):
            return _within(whole, "", first.replace(MARK, ""), "") or _words_of(whole)
        case _:
            return _words_of(whole)


def _words_of(whole: Span) -> Span:
    """A value without the header of its block: there are no words after `>`."""
    text = whole.file.text[whole.start : whole.end]
    header = _HEADER.match(text)
    return Span(whole.file, whole.start + header.end(), whole.end) if header else whole


def _within(whole: Span, before: str, words: str, after: str) -> Span | None:
    left, here, right = _TOKENS.findall(before)[-_AROUND:], _TOKENS.findall(words)[:_MOST], _TOKENS.findall(after)
    for near, far in ((left, right[:_AROUND]), (left, []), ([], right[:_AROUND]), ([], [])):
        if not (near or here or far) or (not here and not (near or far)):
            continue
        pattern = _GAP.join([
            *map(_written, near), f"(?P<here>{_GAP.join(map(_written, here))})", *map(_written, far),
        ])  # fmt: skip
        match = re.compile(pattern).search(whole.file.text, whole.start, whole.end)
        if match:
            start, end = match.span("here")
            return Span(whole.file, start, max(end, min(start + 1, whole.end)))
    return None


def _written(word: str) -> str:
    """A word as YAML may write it: `'` is doubled in single quotes."""
    return re.escape(word).replace("'", "''?")


# A brief for one audience, reviewed: compared with what these readers were given, and found again in the whole.

Words = Mapping[tuple[str, int], str]
"""Path and block → its words, with note marks."""


def as_seen(loaded: Loaded, about: About) -> Loaded:
    """The scenario as the readers of a brief were given it. What the file says counts only as the name of an audience
    that the scenario has; else it is compared with the whole."""
    audience = next((each for each in loaded.scenario.audiences if each.id == about.audience), None)
    released = filtered(loaded.scenario, audience) if audience else None
    if released is None or released.scenario is None:
        return loaded
    return replace(loaded, scenario=released.scenario)


def in_the_whole(found: Iterable[Finding], given: Words, whole: Words) -> tuple[Finding, ...]:
    """What was found, by the numbers that blocks have in the whole scenario. Where these readers were given a part of a
    field only, and it is not certain of which of its paragraphs, it has no place."""
    numbers = {path: _numbers(_of(given, path), _of(whole, path)) for path in {path for path, _ in given}}
    return tuple(_renumbered(each, numbers) for each in found)


def in_part(given: Words, whole: Words) -> frozenset[tuple[str, int]]:
    """The blocks of the whole of which these readers were not given all words."""
    seen = {(path, text) for (path, _), text in given.items()}
    return frozenset(key for key, text in whole.items() if (key[0], text) not in seen)


def as_of_the_whole(found: Iterable[Finding], whole: Words) -> tuple[Finding, ...]:
    """Edits of blocks of which these readers were given a part, as edits of all their words, so that they go together
    with those of others; where it is not sure which words were changed, as they are."""
    return tuple(_lifted(each, whole) if isinstance(each, Edit) else each for each in found)


def _lifted(edit: Edit, whole: Words) -> Edit:
    text = untied(whole.get((edit.path, edit.block), ""))
    base = untied(edit.base)
    left = merge_text_surely(base, text, edit.left) if text and text != base else None
    if left is None:
        return edit
    more = substitutions(block_text(base), block_text(text))
    cited = substitutions(base, text)
    marks = [at for at, character in enumerate(base) if character == MARK]

    def citation(number: int) -> int:
        at = marks[number]
        return text[: at + _growth(cited, at)].count(MARK)

    changes = tuple(
        replace(each, at=each.at + _growth(more, each.at), citations=tuple(map(citation, each.citations)))
        for each in edit.changes
    )
    return replace(edit, base=text, left=left, changes=changes)


def _growth(more: Iterable[Substitution], at: int) -> int:
    """By how much a position moves."""
    return sum(each.new_end - each.new_start - (each.end - each.start) for each in more if each.end <= at)


def _of(words: Words, path: str) -> list[str]:
    return [text for (each, _), text in sorted(words.items()) if each == path]


def _numbers(given: Sequence[str], whole: Sequence[str]) -> Sequence[int | None]:
    """The number that each given paragraph has in the whole, which has its words and those that are withheld. None of
    them where there are two ways."""
    if len(given) == len(whole):
        return range(len(whole))
    found = embedded(given, whole, _is_part)
    return [None] * len(given) if found is None or None in found else found


def _is_part(text: str, whole: str) -> bool:
    """Whether all words of one text are in the other, in their order."""
    rest = iter(token for token in tokens(untied(whole)) if not token.isspace())
    return all(token in rest for token in tokens(untied(text)) if not token.isspace())


def _renumbered(found: Finding, numbers: Mapping[str, Sequence[int | None]]) -> Finding:
    path: str = getattr(found, "path", "")
    numbers_of = numbers.get(path)
    if numbers_of is None or not hasattr(found, "block") or found.block >= len(numbers_of):
        return found
    number = numbers_of[found.block]
    if number is None:
        return _withheld(found)
    match found:
        case Join():
            other = numbers.get(found.other, ())
            second = other[found.other_block] if found.other_block < len(other) else None
            return replace(found, block=number, other_block=-1 if second is None else second)
        case Move(target=target):
            whole = _is_whole(numbers_of) and (target is None or _is_whole(numbers.get(target.path, ())))
            return found if whole else replace(found, block=number, order=(), bases=(), target=None)
        case Unplaced():
            return found
        case _:
            return replace(found, block=number)


def _is_whole(numbers_of: Sequence[int | None]) -> bool:
    return list(numbers_of) == list(range(len(numbers_of)))


def _withheld(found: Finding) -> Finding:
    match found:
        case Edit() | Deletion() | Formatting():
            return Unplaced(found, "withheld")
        case Disagreement(path=path, block=block, versions=(first, *_)):
            by = first.changes or (TextChange(0, first.old, first.new, first.by[0]),)
            return Unplaced(Edit(path, block, first.old, first.new, by), "withheld")
        case _:
            return found
