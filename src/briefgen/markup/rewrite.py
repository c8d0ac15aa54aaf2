"""New plain words for a field become new Markdown, in which everything that was not edited is as it was."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

import msgspec

from briefgen.core.difference import substitutions
from briefgen.markup.model import MARK
from briefgen.markup.parse import LONGEST, after_punctuation
from briefgen.markup.plain import BETWEEN, Reading, reading
from briefgen.markup.source_map import Block, Construct, Spot, blocks, shown
from briefgen.markup.words import clean_lines

_SIGNS = re.compile(r"[\\`*_\[\]<>&{]")
_LIKELY = re.compile(
    r"[`\[\]]|\*(?!\s)|(?<!\s)\*|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!])|&(?=#?\w+;)|\\(?=[!-/:-@\[-`{-~]|$)"
)
"""Signs of Markdown where they might do something: not `5 * 3`, `snake_case`, `AT&T`, `a < b`."""
_LINE_START = re.compile(r"^([^\S\n]*+)(?:([-+#>=~|:])|(\d{1,9})([.)]))", re.MULTILINE)
_NUMBER = re.compile(r"\d+")
_LINE_ENDS = re.compile(r"\n+")
_MARKING = ".marking-"


class Change(msgspec.Struct, frozen=True):
    """Plain words from `start` to `end` become other words."""

    start: int
    end: int
    words: str


def candidates(
    body: str, found: Sequence[Block], spots: Sequence[Spot], change: Change
) -> Iterator[tuple[str, Change]]:
    """The sources that might come of a change, each with the change that it makes: the same words may have come in or
    gone one character earlier or later."""
    seen: set[str] = set()
    for same in sorted((change, *_elsewhere(spots, change)), key=lambda each: not _is_next_to_marking(spots, each)):
        for cut, at, new in _variants(found, spots, same):
            for words in _as_markdown(new, body, found, at):
                result = _without(body, 0, at, cut) + words + _without(body, at, len(body), cut)
                if result not in seen:
                    seen.add(result)
                    yield result, same


def _elsewhere(spots: Sequence[Spot], change: Change) -> Iterator[Change]:
    """“agreed” and “ soon” after it is “agreed ” and “soon ” after that. What is equal in the words need not be so in
    the source: a space may be in the emphasis or outside of it, and a point after the note mark that it is read
    before."""
    start, end, words = change.start, change.end, change.words
    before = spots[start - 1].character if start else ""
    after = spots[end].character if end < len(spots) else ""
    if start == end:
        if before and words.endswith(before):
            yield Change(start - 1, start - 1, before + words[:-1])
        if after and words.startswith(after):
            yield Change(start + 1, start + 1, words[1:] + after)
    elif not words:
        if before == spots[end - 1].character:
            yield Change(start - 1, end - 1, "")
        if after == spots[start].character:
            yield Change(start + 1, end + 1, "")


def _is_next_to_marking(spots: Sequence[Spot], change: Change) -> bool:
    """Whether new words are next to marked ones: they then have the marking too."""
    neighbours = spots[max(change.start - 1, 0) : change.end + 1]
    return any(_MARKING in construct.signs[1] for spot in neighbours for construct in spot.within)


def _variants(found: Sequence[Block], spots: Sequence[Spot], change: Change) -> Iterator[tuple[set[int], int, str]]:
    """What is cut, as offsets, and which words go in where."""
    removed, words = spots[change.start : change.end], change.words
    if not removed:
        for at in _between(spots, change.start, change.end):
            yield set(), at, words
        return
    if words:
        for spot, at in ((removed[0], removed[0].start), (removed[-1], removed[-1].end)):
            if spot.character != MARK:
                yield _cut(found, removed, spot.within), at, words
    whole = _cut(found, removed, ())
    for at in (*_between(spots, change.start, change.end), _start_outside(removed[0], 0)):
        yield whole, at, words
    if words:
        return
    for space, outside in _edges(spots, change):
        yield whole | set(range(space.start, space.end)), outside, space.character
    for block, following in pairwise(found):  # an item goes with its sign
        if removed[0] in block.spots and removed[-1].end == following.start:
            yield set(range(block.line, following.line)), block.line, ""


def _edges(spots: Sequence[Spot], change: Change) -> Iterator[tuple[Spot, int]]:
    """Spaces that are left at the edge of a construct, which could not end or begin with them, and where they go."""
    if change.start and spots[change.start - 1].character == " ":
        space = spots[change.start - 1]
        yield from ((space, construct.closes[1]) for construct in reversed(space.within))
    if change.end < len(spots) and spots[change.end].character == " ":
        space = spots[change.end]
        yield from ((space, construct.opens[0]) for construct in reversed(space.within))


def _between(spots: Sequence[Spot], start: int, end: int) -> Iterator[int]:
    """Where words can be between two others: outside of what only one of them is in, then within it."""
    before = spots[start - 1] if start and spots[start - 1].character != "\n" else None
    after = spots[end] if end < len(spots) and spots[end].character != "\n" else None
    shared = 0
    if before is not None and after is not None:
        same = zip(before.within, after.within, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], same))
    if before is not None:
        yield _end_outside(before, shared)
        if before.character == MARK:  # the point before it follows it in the source
            yield from (_end_outside(spot, shared) for spot in _last_word(spots[:start]))
        else:
            yield before.end
    if after is not None:
        yield _start_outside(after, shared)
        yield after.start


def _last_word(spots: Sequence[Spot]) -> Iterator[Spot]:
    yield from (spot for spot in islice((spot for spot in reversed(spots) if spot.character != MARK), 1))


def _end_outside(spot: Spot, shared: int) -> int:
    """After a character, and after the constructs that it is in, except the shared ones, and no further than to the
    end of a marking: what is said within it has it."""
    at = spot.end
    for construct in reversed(spot.within[shared:]):
        if _MARKING in construct.signs[1]:
            break
        at = construct.closes[1]
    return at


def _start_outside(spot: Spot, shared: int) -> int:
    at = spot.start
    for construct in reversed(spot.within[shared:]):
        if _MARKING in construct.signs[1]:
            break
        at = construct.opens[0]
    return at


def _cut(found: Sequence[Block], removed: Sequence[Spot], spared: Sequence[Construct]) -> set[int]:
    """The offsets of characters that go, with the signs of constructs of which nothing is left, except `kept`."""
    cut = {at for spot in removed for at in range(spot.start, spot.end)}
    removed_ids = {id(spot) for spot in removed}
    touched = {construct for spot in removed for construct in spot.within if construct not in spared}
    for block in found:
        for construct in touched:
            members = [spot for spot in block.spots if construct in spot.within and not spot.dropped]
            if members and all(id(spot) in removed_ids for spot in members):
                cut.update(range(*construct.opens), range(*construct.closes))
        for number, spot in enumerate(block.spots):
            if spot.character == MARK and spot.within[-1].opens[0] in cut:
                spaces = takewhile(lambda each: each.dropped, reversed(block.spots[:number]))
                cut.update(at for space in spaces for at in range(space.start, space.end))
    return cut


def _without(body: str, start: int, end: int, cut: set[int]) -> str:
    return "".join(body[at] for at in range(start, end) if at not in cut)


def _as_markdown(words: str, body: str, found: Sequence[Block], at: int) -> Iterator[str]:
    """New words as Markdown: as they are, and with a backslash before whatever would be a sign of Markdown."""
    block = next((each for each in reversed(found) if each.line <= at), found[0])
    first = not body[: max(at, block.line)][block.start :].rpartition("\n")[2].strip()
    for signs in (_LIKELY, _SIGNS, None):  # without any: within code there is nothing to escape
        text = _starts(signs.sub(r"\\\g<0>", words), first) if signs else words
        if "\n" in text:
            for between in _separators(body[block.line : block.start], _around(block, at)):
                yield _LINE_ENDS.sub(lambda ends, between=between: between if len(ends[0]) > 1 else "\\\n", text)  # type: ignore[misc]
        else:
            yield text


def _starts(words: str, first: bool) -> str:
    """Words of which no line begins with a sign of Markdown; the first only counts where a line begins with it."""

    def escaped(found: re.Match[str]) -> str:
        if found.start() == 0 and not first:
            return found[0]
        return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"

    return _LINE_START.sub(escaped, words)


def _around(block: Block, at: int) -> list[Construct]:
    """The constructs that are open at an offset, the outermost first."""
    every = dict.fromkeys(construct for spot in block.spots for construct in spot.within)
    return sorted(each for each in every if each.opens[1] <= at <= each.closes[0])


def _separators(prefix: str, around: Sequence[Construct]) -> Iterator[str]:
    """Separators of two paragraphs where one begins with `prefix`: in a list first the marker of the next item.
    Constructs end with the one paragraph and begin again with the other."""
    closes = "".join(each.signs[1] for each in reversed(around))
    opens = "".join(each.signs[0] for each in around)
    if prefix.strip():
        yield f"{closes}\n{_NUMBER.sub(lambda number: str(int(number[0]) + 1), prefix)}{opens}"
    yield f"{closes}{BETWEEN}{' ' * len(prefix)}{opens}"


# A field: its source, how it reads, and the position of each character.

NOTHING_LEFT = "No words would be left. If the thing is to go, take it out of the file."
UNUSUAL = "The Markdown of this text is too unusual to change it by its words."


class RewriteError(Exception):
    """A change has no place in the source; the message says why."""


class Field(msgspec.Struct, frozen=True):
    """The source of a field, without the white space around it, and how it reads."""

    body: str
    read: Reading
    blocks: tuple[Block, ...]
    spots: tuple[Spot, ...]
    """Of the plain words, character by character."""

    @property
    def looks(self) -> list[tuple[object, object] | None]:
        """How each word looks, and how the constructs around it are written: a marking of words does not show in how
        they read. A space looks the same in any of them."""
        return [
            None if spot.character.isspace() else (look, tuple(construct.signs for construct in spot.within))
            for spot, look in zip(self.spots, self.read.looks, strict=True)
        ]


def field_of(body: str, lang: str) -> Field | None:
    """The field; None where positions are not certain."""
    found, read = blocks(body), reading(body, lang)
    spots = shown(found, read.words) if found is not None else None
    return None if found is None or spots is None else Field(body, read, tuple(found), tuple(spots))


def split_margins(source: str) -> tuple[str, str, str]:
    """A source as briefs read it: the white space before it, the rest, and the white space after."""
    text = clean_lines(source)
    body = text.strip()
    at = text.index(body)
    return text[:at], body, text[at + len(body) :]


# New plain words for a field → new Markdown, in which all that was not touched is as it was.
#
# The words are compared one by one. Each change is tried in the source at the places where an author might have
# made it, and taken only where the field then reads as it should: the new words in their place, all others with
# their emphasis, links, spans and citations. Where no place does, that is said, and nothing is guessed.

_ENDS = re.compile(r"(?:(?<![ \t])[ \t]++)?(\n\n?+)(?:[ \t]*+\n)*+[ \t]*+")
"""A line end, or the end of a paragraph with whatever empty ones follow."""
_MOST_WORK = 1_000_000
"""Changes times characters of the field: each change reads it several times."""


def rewrite(source: str, new: str, lang: str) -> str:
    """The source of a field whose plain words (`plain`) are to be `new`.

    Words go in within the emphasis, the link or the span of those that they replace; new ones between two others,
    outside of what only one of them is in, unless that is a marking. A construct goes with its last word. A
    citation stays unless its mark was deleted. An empty line in the new words separates two paragraphs, or two items of
    a list. White space at the ends of paragraphs does not count, nor empty paragraphs, nor what no brief can show.
    """
    before, body, tail = split_margins(source)
    wanted = _tidy(new)
    field = field_of(body, lang)
    if field is None:
        raise RewriteError(UNUSUAL)
    if field.read.words in (new, wanted):
        return source
    if reason := _refusal(field.read.words, wanted):
        raise RewriteError(reason)
    steps = list(_steps(field.read.words, wanted))
    if len(steps) * len(body) > _MOST_WORK:
        raise RewriteError("Too much of this long text was changed.")
    failed: Change | None = None
    while steps:
        step = steps.pop()
        done = _with_change(field, step, lang)
        if done is not None:
            field = done
            failed = None
            continue
        failed = failed or step
        if not steps:
            raise RewriteError(_failure(field.read.words[failed.start : failed.end], failed.words))
        # Together with the change before it, there may be a place.
        steps.append(_together(steps.pop(), step, field.read.words))
    if field.read.words != wanted:
        raise RewriteError("The changes do not come to the text that was wanted.")
    return before + field.body + tail


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
    """Two changes as one, with what is between them. The later one was not made yet."""
    return Change(first.start, last.end, first.words + words[first.end : last.start] + last.words)


def _with_change(field: Field, change: Change, lang: str) -> Field | None:
    """The field with one change, at the first place that lets everything else be; if there is none, at one that moves
    words into or out of a list, or after which `check` has more to say."""
    if MARK in change.words:
        return None
    attempts: list[Field] = []
    for body, same in candidates(field.body, field.blocks, field.spots, change):
        new = field_of(body, lang)
        if new is None or not _as_expected(field, new, same):
            continue
        if not _is_same_around(field.read.lists, new.read.lists, same):
            attempts.append(new)
        elif set(new.read.faults) <= set(field.read.faults):
            return new
        else:
            attempts.insert(0, new)
    return attempts[0] if attempts else None


def _as_expected(old: Field, new: Field, change: Change) -> bool:
    words = old.read.words
    if new.read.words != words[: change.start] + change.words + words[change.end :]:
        return False
    return _is_same_around(old.looks, new.looks, change)


def _is_same_around(old: Sequence[object], new: Sequence[object], change: Change) -> bool:
    """Whether something is the same for all characters before and after a change."""
    tail = len(old) - change.end
    return old[: change.start] == new[: change.start] and old[change.end :] == new[len(new) - tail :]


def _failure(old: str, new: str) -> str:
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


def as_set(words: str, lang: str) -> str:
    """Plain words as a brief sets them: note marks after punctuation, where the language has them there."""
    return "".join(words[at] for at in after_punctuation(words, lang))
