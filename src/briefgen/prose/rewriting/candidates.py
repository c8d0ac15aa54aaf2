"""The places in the Markdown at which an author might have made a change, the likeliest first."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

import msgspec

from briefgen.prose.model import MARK
from briefgen.prose.plain import BETWEEN
from briefgen.prose.rewriting.spots import Block, Construct, Spot

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
    for same in sorted((change, *_elsewhere(spots, change)), key=lambda each: not _beside_a_marking(spots, each)):
        for cut, at, new in _ways(found, spots, same):
            for words in _spelt(new, body, found, at):
                made = _without(body, 0, at, cut) + words + _without(body, at, len(body), cut)
                if made not in seen:
                    seen.add(made)
                    yield made, same


def _elsewhere(spots: Sequence[Spot], change: Change) -> Iterator[Change]:
    """“agreed” and “ soon” behind it is “agreed ” and “soon ” behind that. What is equal in the words need not be in
    the source: a space may stand in the emphasis or outside of it, and a point behind the note mark that it is read
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


def _beside_a_marking(spots: Sequence[Spot], change: Change) -> bool:
    """Whether new words come to stand beside marked ones: they then have the marking too."""
    neighbours = spots[max(change.start - 1, 0) : change.end + 1]
    return any(_MARKING in construct.signs[1] for spot in neighbours for construct in spot.within)


def _ways(found: Sequence[Block], spots: Sequence[Spot], change: Change) -> Iterator[tuple[set[int], int, str]]:
    """What is cut, as offsets, and which words go in where."""
    gone, words = spots[change.start : change.end], change.words
    if not gone:
        for at in _between(spots, change.start, change.end):
            yield set(), at, words
        return
    if words:
        for spot, at in ((gone[0], gone[0].start), (gone[-1], gone[-1].end)):
            if spot.character != MARK:
                yield _cut(found, gone, spot.within), at, words
    whole = _cut(found, gone, ())
    for at in (*_between(spots, change.start, change.end), _before(gone[0], 0)):
        yield whole, at, words
    if words:
        return
    for space, outside in _edges(spots, change):
        yield whole | set(range(space.start, space.end)), outside, space.character
    for block, following in pairwise(found):  # an item goes with its sign
        if gone[0] in block.spots and gone[-1].end == following.start:
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
    """Where words can stand between two others: outside of what only one of them stands in, then within it."""
    before = spots[start - 1] if start and spots[start - 1].character != "\n" else None
    after = spots[end] if end < len(spots) and spots[end].character != "\n" else None
    shared = 0
    if before is not None and after is not None:
        same = zip(before.within, after.within, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], same))
    if before is not None:
        yield _behind(before, shared)
        if before.character == MARK:  # the point before it stands behind it in the source
            yield from (_behind(spot, shared) for spot in _last_word(spots[:start]))
        else:
            yield before.end
    if after is not None:
        yield _before(after, shared)
        yield after.start


def _last_word(spots: Sequence[Spot]) -> Iterator[Spot]:
    yield from (spot for spot in islice((spot for spot in reversed(spots) if spot.character != MARK), 1))


def _behind(spot: Spot, shared: int) -> int:
    """Behind a character, and behind the constructs that it stands in, save the shared ones, and no further than to the
    end of a marking: what is said within it has it."""
    at = spot.end
    for construct in reversed(spot.within[shared:]):
        if _MARKING in construct.signs[1]:
            break
        at = construct.closes[1]
    return at


def _before(spot: Spot, shared: int) -> int:
    at = spot.start
    for construct in reversed(spot.within[shared:]):
        if _MARKING in construct.signs[1]:
            break
        at = construct.opens[0]
    return at


def _cut(found: Sequence[Block], gone: Sequence[Spot], kept: Sequence[Construct]) -> set[int]:
    """The offsets of characters that go, with the signs of constructs of which nothing is left, save the kept ones."""
    cut = {at for spot in gone for at in range(spot.start, spot.end)}
    going = {id(spot) for spot in gone}
    touched = {construct for spot in gone for construct in spot.within if construct not in kept}
    for block in found:
        for construct in touched:
            members = [spot for spot in block.spots if construct in spot.within and not spot.dropped]
            if members and all(id(spot) in going for spot in members):
                cut.update(range(*construct.opens), range(*construct.closes))
        for number, spot in enumerate(block.spots):
            if spot.character == MARK and spot.within[-1].opens[0] in cut:
                spaces = takewhile(lambda each: each.dropped, reversed(block.spots[:number]))
                cut.update(at for space in spaces for at in range(space.start, space.end))
    return cut


def _without(body: str, start: int, end: int, cut: set[int]) -> str:
    return "".join(body[at] for at in range(start, end) if at not in cut)


def _spelt(words: str, body: str, found: Sequence[Block], at: int) -> Iterator[str]:
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
    """What parts two paragraphs where one begins with `prefix`: in a list the sign of the next item, first. Constructs
    end with the one paragraph and begin again with the other."""
    closes = "".join(each.signs[1] for each in reversed(around))
    opens = "".join(each.signs[0] for each in around)
    if prefix.strip():
        yield f"{closes}\n{_NUMBER.sub(lambda number: str(int(number[0]) + 1), prefix)}{opens}"
    yield f"{closes}{BETWEEN}{' ' * len(prefix)}{opens}"
