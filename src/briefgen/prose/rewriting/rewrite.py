"""New plain words for a field → new Markdown, in which all that was not touched is as it was.

The words are compared one by one. Each change is tried in the source at the places where an author might have made it,
and taken only where the field then reads as it should: the new words in their place, all others with their emphasis,
links, spans and citations. Where no place does, that is said, and nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.difference import substitutions
from briefgen.prose.model import MARK
from briefgen.prose.parse import LONGEST
from briefgen.prose.plain import BETWEEN
from briefgen.prose.rewriting.candidates import Change, candidates
from briefgen.prose.rewriting.field import NOTHING_LEFT, UNUSUAL, Field, Unplaced, field_of, parted
from briefgen.prose.words import clean_lines

_ENDS = re.compile(r"(?:(?<![ \t])[ \t]++)?(\n\n?+)(?:[ \t]*+\n)*+[ \t]*+")
"""A line end, or the end of a paragraph with whatever empty ones follow."""
_MOST_WORK = 1_000_000
"""Changes times characters of the field: each change reads it several times."""


def rewrite(source: str, new: str, lang: str) -> str | Unplaced:
    """The source of a field whose plain words (`plain`) are to be `new`.

    Words go in within the emphasis, the link or the span of those that they replace; new ones between two others,
    outside of what only one of them stands in, unless that is a marking. A construct goes with its last word. A
    citation stays unless its mark was deleted. An empty line in the new words parts two paragraphs, or two items of a
    list. White space at the ends of paragraphs does not count, nor empty paragraphs, nor what no brief can show.
    """
    before, body, behind = parted(source)
    wanted = _tidy(new)
    field = field_of(body, lang)
    if field is None:
        return Unplaced(UNUSUAL)
    if field.read.words in (new, wanted):
        return source
    if reason := _refusal(field.read.words, wanted):
        return Unplaced(reason)
    steps = list(_steps(field.read.words, wanted))
    if len(steps) * len(body) > _MOST_WORK:
        return Unplaced("Too much of this long text was changed.")
    stuck: Change | None = None
    while steps:
        step = steps.pop()
        done = _made(field, step, lang)
        if done is not None:
            field = done
            stuck = None
            continue
        stuck = stuck or step
        if not steps:
            return Unplaced(_stuck(field.read.words[stuck.start : stuck.end], stuck.words))
        # Together with the change before it, there may be a place.
        steps.append(_together(steps.pop(), step, field.read.words))
    if field.read.words != wanted:
        return Unplaced("The changes do not come to the text that was wanted.")
    return before + field.body + behind


def _tidy(new: str) -> str:
    """New words as a brief can show them."""
    return _ENDS.sub(r"\1", MARK.join(map(clean_lines, new.split(MARK)))).strip()


def _refusal(old: str, new: str) -> str:
    if not new:
        return NOTHING_LEFT
    if len(new) > LONGEST:
        return f"A field of prose has at most {LONGEST:,} characters."
    if new.count(MARK) > old.count(MARK):
        return "A note mark was added; a citation is written as `[@fact]`."
    return ""


def _steps(old: str, new: str) -> Iterator[Change]:
    """The changes, those around a note mark that stays apart."""
    for change in substitutions(old, new):
        before, after = old[change.start : change.end], new[change.new_start : change.new_end]
        if MARK not in after or before.count(MARK) != after.count(MARK):
            yield Change(change.start, change.end, after)
            continue
        at = change.start
        for was, words in zip(before.split(MARK), after.split(MARK), strict=True):
            if was != words:
                yield Change(at, at + len(was), words)
            at += len(was) + 1


def _together(first: Change, last: Change, words: str) -> Change:
    """Two changes as one, with what stands between them. The later one was not made yet."""
    return Change(first.start, last.end, first.words + words[first.end : last.start] + last.words)


def _made(field: Field, change: Change, lang: str) -> Field | None:
    """The field with one change, at the first place that lets everything else be; if there is none, at one that moves
    words into or out of a list, or after which `check` has more to say."""
    if MARK in change.words:
        return None
    tried: list[Field] = []
    for body, same in candidates(field.body, field.blocks, field.spots, change):
        new = field_of(body, lang)
        if new is None or not _as_expected(field, new, same):
            continue
        if not _kept(field.read.lists, new.read.lists, same):
            tried.append(new)
        elif set(new.read.faults) <= set(field.read.faults):
            return new
        else:
            tried.insert(0, new)
    return tried[0] if tried else None


def _as_expected(old: Field, new: Field, change: Change) -> bool:
    words = old.read.words
    if new.read.words != words[: change.start] + change.words + words[change.end :]:
        return False
    return _kept(old.looks, new.looks, change)


def _kept(old: Sequence[object], new: Sequence[object], change: Change) -> bool:
    """Whether something is the same for all characters before and behind a change."""
    behind = len(old) - change.end
    return old[: change.start] == new[: change.start] and old[change.end :] == new[len(new) - behind :]


def _stuck(old: str, new: str) -> str:
    if not old:
        what = f"{_short(new)} could not be put in"
    elif not new:
        what = f"{_short(old)} could not be taken out"
    else:
        what = f"{_short(old)} could not become {_short(new)}"
    return f"{what} without a change of the Markdown around it."


def _short(words: str) -> str:
    """Words for a message: of one line, with a sign for the end of a paragraph."""
    line = " ".join(words.replace(BETWEEN, " ¶ ").replace(MARK, " [note]").split())
    return f"“{line}”" if len(line) <= 60 else f"“{line[:59]}…”"
