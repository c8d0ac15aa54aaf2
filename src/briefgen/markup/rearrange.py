"""Whole paragraphs and items of a field moved, joined, reworded, set in italics or deleted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, takewhile
from typing import Literal, TypeAlias, cast

import msgspec

from briefgen.markup.model import MARK
from briefgen.markup.parse import after_punctuation
from briefgen.markup.plain import BETWEEN, Look, reading
from briefgen.markup.rewrite import NOTHING_LEFT, UNUSUAL, Field, RewriteError, field_of, rewrite, split_margins
from briefgen.markup.source_map import Construct, Spot

Listed: TypeAlias = Literal["", "-", "1"]
"""How a paragraph is set: by itself, as an item with a bullet, or as one with a number."""

_SIGN = r"(?:[-*+]|[0-9]{1,9}[.)])[ ]+"
_CUT = re.compile(rf"(?:\A|\n(?:[ \t]*\n)+)(?:{_SIGN})?|\n{_SIGN}")
"""The separator before a paragraph or an item of the outermost list: an empty line, a sign of the list, or both."""
_DIGITS = re.compile(r"[0-9]+")
_INDENT = re.compile(r"\n[ \t]*")


class Paragraphs(msgspec.Struct, frozen=True):
    """A field cut into pieces, each with the separator before it."""

    separators: tuple[str, ...]
    texts: tuple[str, ...]
    words: tuple[str, ...]
    looks: tuple[tuple[Look, ...], ...]
    listed: tuple[Listed, ...]

    def kind(self, at: int) -> str:
        """Of the list that a piece is in: its sign; nothing of a paragraph."""
        return _DIGITS.sub("1", self.separators[at].strip())

    def number(self, at: int) -> int:
        """Of an item with a number."""
        found = _DIGITS.search(self.separators[at])
        return int(found[0]) if found else 1

    def begin(self, at: int) -> int:
        """The first item of the list that an item is in."""
        while at and self.listed[at - 1] == self.listed[at]:
            at -= 1
        return at

    @property
    def is_loose(self) -> bool:
        """Whether there are empty lines between items."""
        pairs = zip(self.listed, self.listed[1:], self.separators[1:], strict=False)
        return any(one and one == two and separator.count("\n") > 1 for one, two, separator in pairs)


def cut(body: str, lang: str) -> Paragraphs | None:
    """The pieces; None where one of them alone does not read as it does among the others."""
    read = reading(body, lang)
    cuts = list(_CUT.finditer(body))
    ends = [*(each.start() for each in cuts[1:]), len(body)]
    texts = tuple(body[each.end() : end] for each, end in zip(cuts, ends, strict=True))
    words = read.words.split(BETWEEN)
    alone = [reading(text, lang) for text in texts] if len(texts) == len(words) else []
    if [each.words for each in alone] != words:
        return None
    begins = _begins(words)
    looks = tuple(read.looks[at : at + len(text)] for at, text in zip(begins, words, strict=True))
    kinds = tuple(cast(Listed, (read.lists[at : at + 1] or ("",))[0]) for at in begins)
    return Paragraphs(tuple(each[0] for each in cuts), texts, tuple(words), looks, kinds)


def listed(source: str, lang: str) -> tuple[str, ...]:
    """How each paragraph of a field is set: the lists that it is in, the outermost first; nothing of one by itself."""
    read = reading(source, lang)
    return tuple("".join(read.lists[at : at + 1]) for at in _begins(read.words.split(BETWEEN)))


def _begins(words: Sequence[str]) -> list[int]:
    """Where each paragraph begins in the words of the field."""
    return [*accumulate((len(text) + len(BETWEEN) for text in words[:-1]), initial=0)]


class Piece(msgspec.Struct, frozen=True):
    """A paragraph or item of the new text."""

    text: str
    listed: Listed
    was: int | None = None
    """Its number in the field as that was; None: it comes from elsewhere."""


def assemble(old: Paragraphs, pieces: Sequence[Piece]) -> str:
    """The pieces as one source. Neighbours that stay together keep their separator; numbering continues."""
    out: list[str] = []
    numbers: list[int] = []
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else None
        number = _number(old, pieces, at, numbers) if piece.listed == "1" else 0
        if _stay(old, before, piece):
            assert piece.was is not None
            sign = old.separators[piece.was]
            out += (_DIGITS.sub(str(number), sign) if number else sign, piece.text)
        else:
            out += (_separator(old, pieces, at, number), _set(piece, old, number))
        numbers.append(number)
    return "".join(out)


def _stay(old: Paragraphs, before: Piece | None, piece: Piece) -> bool:
    """Whether a piece is set as it was, and follows what it followed."""
    if piece.was is None or piece.listed != old.listed[piece.was]:
        return False
    if before is None or piece.was == 0:
        return before is None and piece.was == 0
    return before.was == piece.was - 1 and before.listed == old.listed[before.was]


def _number(old: Paragraphs, pieces: Sequence[Piece], at: int, numbers: Sequence[int]) -> int:
    """The number of an item: the next one in its list; a list that was split continues."""
    piece = pieces[at]
    if at and pieces[at - 1].listed == "1":
        same = _stay(old, pieces[at - 1], piece) and piece.was
        step = old.number(same) - old.number(same - 1) if same else 1
        return numbers[at - 1] + (step if step in (0, 1) else 1)
    own = next((each.was for each in pieces[at:] if each.listed == "1" and each.was is not None), None)
    if own is None or old.listed[own] != "1":
        return 1
    begin = old.begin(own)
    earlier = [
        here for here, each in enumerate(pieces[:at])
        if each.listed == "1" and each.was is not None and old.listed[each.was] == "1" and old.begin(each.was) == begin
    ]  # fmt: skip
    if not earlier:
        return old.number(begin)
    last = earlier[-1]
    while last + 1 < at and pieces[last + 1].listed == "1":
        last += 1
    return numbers[last] + 1


def _separator(old: Paragraphs, pieces: Sequence[Piece], at: int, number: int) -> str:
    """The separator before a piece that was moved or has another list style."""
    piece = pieces[at]
    together = bool(at and piece.listed and pieces[at - 1].listed == piece.listed and not old.is_loose)
    lines = "" if not at else "\n" if together else BETWEEN
    return lines + _sign(old, piece.listed, number)


def _sign(old: Paragraphs, listed: Listed, number: int) -> str:
    """The sign of an item, as the others of its kind have it."""
    if not listed:
        return ""
    known = next((at for at, each in enumerate(old.listed) if each == listed), None)
    if known is None:
        return "- " if listed == "-" else f"{number}. "
    return _DIGITS.sub(str(number), old.separators[known].lstrip("\n \t"))


def _set(piece: Piece, old: Paragraphs, number: int) -> str:
    """Its text, with further lines under the first."""
    return _INDENT.sub("\n" + " " * len(_sign(old, piece.listed, number)), piece.text)


# A paragraph or item that goes from one field into another, with all that is written in it.


def without(source: str, block: int, lang: str) -> tuple[str, str]:
    """The source without one of its paragraphs, and that one."""
    before, body, tail = split_margins(source)
    pieces = cut(body, lang)
    if pieces is None or not 0 <= block < len(pieces.texts):
        raise RewriteError(UNUSUAL)
    if len(pieces.texts) == 1:
        raise RewriteError(NOTHING_LEFT)
    rest = [at for at in range(len(pieces.texts)) if at != block]
    result = assemble(pieces, [Piece(pieces.texts[at], pieces.listed[at], at) for at in rest])
    again = cut(result, lang)
    if again is None or again.looks != tuple(pieces.looks[at] for at in rest):
        raise RewriteError(UNUSUAL)
    return before + result + tail, pieces.texts[block]


def with_paragraph(source: str, at: int, text: str, listed: Listed, lang: str) -> str:
    """The source with a paragraph of another field before the one that has a number, or at the end; it is set by itself
    or as an item."""
    before, body, tail = split_margins(source)
    pieces, own = cut(body, lang), cut(text, lang)
    if pieces is None or own is None or len(own.texts) != 1 or not 0 <= at <= len(pieces.texts):
        raise RewriteError(UNUSUAL)
    held = [Piece(each, pieces.listed[number], number) for number, each in enumerate(pieces.texts)]
    result = assemble(pieces, [*held[:at], Piece(own.texts[0], listed), *held[at:]])
    again = cut(result, lang)
    looks = (*pieces.looks[:at], *own.looks, *pieces.looks[at:])
    kinds = (*pieces.listed[:at], listed, *pieces.listed[at:])
    if again is None or again.looks != looks or again.listed != kinds:
        raise RewriteError("There it would read otherwise.")
    return before + result + tail


# Whole paragraphs and items of a field in another order, two of them as one, one reworded or deleted.
#
# The source is cut where they end, and its pieces are joined again, so that all that is written in them stays as
# it is.


def reordered(source: str, order: Sequence[int], lang: str, listed: Sequence[Listed | None] = ()) -> str:
    """The source with its paragraphs in another order: `order` has the numbers of all of them, as they are counted now.

    The markers of a list stay; what follows them moves. Where a paragraph comes into a list of the field, or
    out of one, `listed` says how each is set then, in the new order (None: as it was).
    """
    before, body, tail = split_margins(source)
    pieces = cut(body, lang)
    if pieces is None or sorted(order) != list(range(len(pieces.texts))):
        raise RewriteError("Its paragraphs cannot be told apart in the Markdown of this text.")
    kinds = list(pieces.listed)
    wanted = [pieces.listed[old] if kind is None else kind for old, kind in zip(order, listed, strict=False)]
    changes = len(wanted) == len(order) and any(kinds) and wanted != kinds
    if not changes and all(pieces.kind(old) == pieces.kind(new) for new, old in enumerate(order)):
        result = "".join(separator + pieces.texts[old] for separator, old in zip(pieces.separators, order, strict=True))
    elif changes:
        kinds = wanted
        result = assemble(pieces, [Piece(pieces.texts[old], kind, old) for old, kind in zip(order, kinds, strict=True)])
    else:
        raise RewriteError("A paragraph would come into a list, or out of one.")
    again = cut(result, lang)
    if again is None or again.looks != tuple(pieces.looks[old] for old in order) or list(again.listed) != kinds:
        raise RewriteError("In that order its paragraphs would read otherwise.")
    return before + result + tail


def reworded(source: str, block: int, new: str, lang: str) -> str:
    """The source with a paragraph reworded or deleted; `new` are the words of the whole field then. Nothing reaches
    into the other paragraphs, though they may begin or end with the same words."""
    before, body, tail = split_margins(source)
    pieces, words = cut(body, lang), new.split(BETWEEN)
    if pieces is None or not 0 <= block < len(pieces.texts):
        raise RewriteError(UNUSUAL)
    removed = len(pieces.texts) - len(words)
    if removed not in (0, 1) or not new:
        raise RewriteError(UNUSUAL)
    texts, separators = list(pieces.texts), list(pieces.separators)
    if removed:
        if block + 1 < len(texts) and (pieces.kind(block) == pieces.kind(block + 1) or not block):
            separators[block + 1] = separators[block] if block else separators[block + 1].lstrip("\n \t")
        del texts[block], separators[block]
    else:
        texts[block] = rewrite(texts[block], words[block], lang)
    result = "".join(map("".join, zip(separators, texts, strict=True)))
    again = cut(result, lang)
    others = [*pieces.looks[:block], *pieces.looks[block + 1 :]]
    if again is None or len(again.looks) != len(words):
        raise RewriteError(UNUSUAL)
    unchanged = again.looks if removed else (*again.looks[:block], *again.looks[block + 1 :])
    if list(unchanged) != others:
        raise RewriteError(UNUSUAL)
    return before + result + tail


def joined(source: str, block: int, between: str, lang: str) -> str:
    """The source with a paragraph and the next one as one, with so much white space between them. A note mark that
    comes before punctuation is set after it, as everywhere."""
    before, body, tail = split_margins(source)
    words, pieces = reading(body, lang).words.split(BETWEEN), cut(body, lang)
    if not 0 <= block < len(words) - 1:
        raise RewriteError("There is no paragraph that follows it.")
    one = words[block] + between + words[block + 1]
    order = after_punctuation(one, lang)
    one = "".join(one[at] for at in order)
    new = [*words[:block], one, *words[block + 2 :]]
    if pieces is not None:
        result = "".join(
            (between if at == block + 1 else separator) + text
            for at, (separator, text) in enumerate(zip(pieces.separators, pieces.texts, strict=True))
        )
        looks = (*pieces.looks[block], *[()] * len(between), *pieces.looks[block + 1])
        wanted = [*pieces.looks[:block], tuple(looks[at] for at in order), *pieces.looks[block + 2 :]]
        again = cut(result, lang)
        if (
            again is not None
            and reading(result, lang).words.split(BETWEEN) == new
            and _look_the_same(again, new, wanted)
        ):
            return before + result + tail
    return rewrite(source, BETWEEN.join(new), lang)


def _look_the_same(pieces: Paragraphs, words: Sequence[str], looks: Sequence[Sequence[Look]]) -> bool:
    """Whether all that is seen looks as it did; of a space there is nothing to see."""
    return all(
        found == wanted
        for text, ours, theirs in zip(words, pieces.looks, looks, strict=True)
        for character, found, wanted in zip(text, ours, theirs, strict=True)
        if not character.isspace()
    )


# Words set in italics or bold, or no longer: what Markdown calls emphasis and strong emphasis.

_SIGNS = {"emphasis": ("*", "_"), "strong": ("**", "__")}


class Emphasis(msgspec.Struct, frozen=True):
    """A stretch of the plain words of a field that is to have a mark, or not to have it."""

    start: int
    end: int
    mark: Literal["emphasis", "strong"]
    on: bool


def emphasise(source: str, wanted: Emphasis, lang: str) -> str:
    """The source of a field with a stretch of its words set in a mark, or without it. Words, links, spans and citations
    stay as they are; what is set so already, around the stretch, grows or is divided."""
    before, body, tail = split_margins(source)
    field = field_of(body, lang)
    if field is None:
        raise RewriteError(UNUSUAL)
    marked = [
        wanted.on if wanted.start <= at < wanted.end else wanted.mark in _marks(look)
        for at, look in enumerate(field.read.looks)
    ]
    if all(_is_set(field, at, wanted.mark) == marked[at] for at in _words(field.spots)):
        return source
    for sign in _SIGNS[wanted.mark]:
        result = field_of(_with_signs(field, marked, wanted.mark, sign), lang)
        if result is not None and _as_wanted(field, result, marked, wanted.mark):
            return before + result.body + tail
    words = " ".join(field.read.words[wanted.start : wanted.end].replace(MARK, "").split())[:60]
    raise RewriteError(f"The look of “{words}” could not be changed without a change of the Markdown around it.")


def _marks(look: Look) -> frozenset[str]:
    """The marks of a character; a note mark has none."""
    return look[0] if look and isinstance(look[0], frozenset) else frozenset()


def _is_set(field: Field, at: int, mark: str) -> bool:
    return mark in _marks(field.read.looks[at])


def _words(spots: Sequence[Spot]) -> list[int]:
    """The characters whose look is seen."""
    return [at for at, spot in enumerate(spots) if not spot.character.isspace() and spot.character != MARK]


def _with_signs(field: Field, marked: Sequence[bool], mark: str, sign: str) -> str:
    """The source with all signs of a mark removed and set again, in the paragraphs where it changes."""
    put: list[tuple[int, str]] = []
    cut: set[int] = set()
    for block in field.blocks:
        own = [at for at in _words(field.spots) if field.spots[at] in block.spots]
        if all(_is_set(field, at, mark) == marked[at] for at in own):
            continue
        old = {each for spot in block.spots for each in spot.within if each.signs[0] in _SIGNS[mark]}
        for construct in old:
            cut.update(range(*construct.opens), range(*construct.closes))
        for start, end in _runs(own, marked):
            put += _around(field.spots[start], field.spots[end], old, sign)
    out: list[str] = []
    for at in range(len(field.body) + 1):
        out += (words for place, words in put if place == at)
        out += field.body[at : at + 1] if at not in cut else ""
    return "".join(out)


def _runs(own: Iterable[int], marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last character of each stretch that is marked."""
    for is_marked, group in groupby(own, key=lambda at: marked[at]):
        if is_marked:
            at = list(group)
            yield at[0], at[-1]


def _around(first: Spot, last: Spot, old: set[Construct], sign: str) -> list[tuple[int, str]]:
    """Where the signs of a stretch go: inside the constructs that contain both ends, around the others."""
    starts = [each for each in first.within if each not in old]
    ends = [each for each in last.within if each not in old]
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(starts, ends, strict=False)))
    start = starts[shared].opens[0] if len(starts) > shared else first.start
    end = ends[shared].closes[1] if len(ends) > shared else last.end
    return [(start, sign), (end, sign)]


def _as_wanted(old: Field, new: Field, marked: Sequence[bool], mark: str) -> bool:
    """Whether the words are the same, each with the look that it had except for the mark, and nothing is wrong now."""
    if old.read.words != new.read.words or old.read.lists != new.read.lists or old.read.faults != new.read.faults:
        return False
    return all(
        _other_signs(spot, mark) == _other_signs(old.spots[at], mark)
        and (
            spot.character.isspace()
            or new.read.looks[at] == _with(old.read.looks[at], mark, marked[at] and spot.character != MARK)
        )
        for at, spot in enumerate(new.spots)
    )


def _with(look: Look, mark: str, on: bool) -> Look:
    """A look with a mark, or without it; note marks have none."""
    if not look or not isinstance(look[0], frozenset):
        return look
    return (look[0] | {mark} if on else look[0] - {mark}, *look[1:])


def _other_signs(spot: Spot, mark: str) -> tuple[tuple[str, str], ...]:
    """How the constructs around a word are written, except those of a mark."""
    if spot.character.isspace():
        return ()
    return tuple(construct.signs for construct in spot.within if construct.signs[0] not in _SIGNS[mark])
