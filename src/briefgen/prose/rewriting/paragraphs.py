"""A field cut into its paragraphs and items, and laid anew from them, so that all that is written in them stays."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, TypeAlias, cast

import msgspec

from briefgen.prose.plain import BETWEEN, Look, reading

Listed: TypeAlias = Literal["", "-", "1"]
"""How a paragraph is set: by itself, as an item with a bullet, or as one with a number."""

_SIGN = r"(?:[-*+]|[0-9]{1,9}[.)])[ ]+"
_CUT = re.compile(rf"(?:\A|\n(?:[ \t]*\n)+)(?:{_SIGN})?|\n{_SIGN}")
"""What stands before a paragraph or an item that is in no other list: an empty line, a sign of the list, or both."""
_DIGITS = re.compile(r"[0-9]+")
_INDENT = re.compile(r"\n[ \t]*")


class Paragraphs(msgspec.Struct, frozen=True):
    """A field, cut: before each piece stands its separator."""

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
        """Whether empty lines stand between items."""
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
    """A paragraph or item as it is to stand."""

    text: str
    listed: Listed
    was: int | None = None
    """Its number in the field as that was; None: it comes from elsewhere."""


def laid(old: Paragraphs, pieces: Sequence[Piece]) -> str:
    """The pieces as one source. Neighbours that stay so keep what stands between them; numbers go on."""
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
    """Whether a piece is set as it was, and stands behind what it stood behind."""
    if piece.was is None or piece.listed != old.listed[piece.was]:
        return False
    if before is None or piece.was == 0:
        return before is None and piece.was == 0
    return before.was == piece.was - 1 and before.listed == old.listed[before.was]


def _number(old: Paragraphs, pieces: Sequence[Piece], at: int, numbers: Sequence[int]) -> int:
    """Of an item: the next one in its list; a list that was parted goes on."""
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
    """What stands before a piece that stood elsewhere, or otherwise."""
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
