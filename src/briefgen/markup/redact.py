"""A field of prose without what some readers may not see: spans, citations, and sentences that rested on them."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from briefgen.core.diagnostic import Place
from briefgen.markup import marking
from briefgen.markup.markdown import parser
from briefgen.markup.parse import LONGEST
from briefgen.markup.pieces import BREAK, Piece, pieces_of, written
from briefgen.markup.sentences import sentences
from briefgen.markup.words import clean_lines

if TYPE_CHECKING:
    from markdown_it.token import Token


class Paragraph(msgspec.Struct, frozen=True):
    """What a paragraph, or the words of an item, shall read."""

    text: str
    """Empty: it goes, and its lines with it."""
    changed: bool


def rewritten(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The text with new words in each paragraph that changed. The items that are left of a list bear the numbers of its
    first ones, so that nothing shows that some are removed: their field is copied as it is written."""
    tokens = parser().parse(text, {})
    lines = text.split("\n")
    inlines = [token for token in tokens if token.type == "inline"]
    removed = {id(token) for token, each in zip(inlines, paragraphs, strict=True) if not each.text}
    begins = {id(token) for token in _first_of_items(tokens, removed)}
    _renumber(tokens, removed, lines)
    for token, each in reversed(list(zip(inlines, paragraphs, strict=True))):
        if not each.changed or not token.map:
            continue
        first, end = token.map
        # Trailing blanks are no part of a token; what is before it on its line makes the list.
        lead = lines[first][: max(0, len(lines[first].rstrip()) - len(token.content.split("\n")[0].rstrip()))]
        if id(token) in begins:  # the next paragraph of its item takes its place
            while not lines[end].strip():
                end += 1
            lines[first : end + 1] = [lead + lines[end].lstrip()]
        else:
            lines[first:end] = [lead + each.text] if each.text else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _first_of_items(tokens: "Sequence[Token]", removed: set[int]) -> "Iterator[Token]":
    """Paragraphs that go, and begin an item in which another paragraph stays."""
    for at, token in enumerate(tokens[:-5]):
        _opens, first, _closes, then, second, *_rest = tokens[at + 1 : at + 6]
        if (
            token.type == "list_item_open"
            and id(first) in removed
            and (then.type, second.type) == ("paragraph_open", "inline")
            and id(second) not in removed
        ):
            yield first


def _renumber(tokens: "Sequence[Token]", removed: set[int], lines: list[str]) -> None:
    for at, token in enumerate(tokens):
        if token.type != "ordered_list_open":
            continue
        every, left = _items(tokens, at, removed)
        for item, number in zip(left, (each.info for each in every), strict=False):
            if item.map:
                line = lines[item.map[0]]
                lines[item.map[0]] = line.replace(f"{item.info}{item.markup}", f"{number}{item.markup}", 1)


def _items(tokens: "Sequence[Token]", at: int, removed: set[int]) -> "tuple[list[Token], list[Token]]":
    """The items of the list that begins at a token, and those of which something is left."""
    every: list[Token] = []
    left: list[Token] = []
    level = tokens[at].level
    for token in tokens[at + 1 :]:
        if token.type == "ordered_list_close" and token.level == level:
            break
        if token.type == "list_item_open" and token.level == level + 1:
            every.append(token)
        elif token.type == "inline" and id(token) not in removed and every and every[-1] not in left:
            left.append(every[-1])
    return every, left


# A field of prose without what some readers may not see: spans, citations, and sentences that rested on these
# alone.
#
# What is left is Markdown again. Where it is not certain that this reads as meant, nothing is left.

Why: TypeAlias = Literal["marking", "citation", "unreadable"]
"""`citation`: all that a sentence cites is removed; `unreadable`: it is not clear which words are marked."""


class Loss(msgspec.Struct, frozen=True):
    """A part of a field that was removed."""

    why: Why
    what: str = ""
    """The marking, as its span writes it; or the fact."""
    place: Place | None = None


class Redaction(msgspec.Struct, frozen=True):
    """A field after redaction."""

    text: str
    losses: tuple[Loss, ...] = ()
    bare: tuple[Loss, ...] = ()
    """Sentences that were left though all that they cite is removed, as the author wished."""


class SentenceBasis(msgspec.Struct, frozen=True):
    """The facts that one sentence cites."""

    facts: frozenset[str]
    removed: bool
    """Whether none of its citations is left."""


class Redactor(msgspec.Struct, frozen=True):
    """Removes what an audience may not see."""

    shown: Callable[[str], bool]
    """Whether the words of a span with this marking stay."""
    facts: Set[str]
    """Those that may be cited no longer."""
    spare: bool = False
    """Whether sentences stay that have lost all their citations."""

    def redact(self, text: str) -> Redaction:
        """A field in one language, without what is to go. The same text where that is nothing."""
        if all(map(self.shown, marking.written(text))) and not self.cites(text):
            return Redaction(text)
        lines = clean_lines(text).strip()
        if len(lines) > LONGEST:
            return Redaction("", (Loss("unreadable"),))
        tokens = [token for token in parser().parse(lines, {}) if token.type == "inline"]
        paragraphs = [self._paragraph(token, number) for number, token in enumerate(tokens)]
        losses = tuple(loss for each in paragraphs for loss in each.losses)
        bare = tuple(loss for each in paragraphs for loss in each.bare)
        left = [each.left for each in paragraphs]
        for plain in (False, True):
            new = rewritten(lines, [Paragraph(written(each.left, plain), each.changed) for each in paragraphs])
            if _reads_as(new, left, plain):
                return Redaction(new, losses, bare)
        return Redaction("", (Loss("unreadable"),))

    def cites(self, text: str) -> bool:
        """Whether a field cites what may be cited no longer."""
        return not self.facts.isdisjoint(_NAMED.findall(text))

    def bases(self, text: str) -> tuple[SentenceBasis, ...]:
        """What each sentence of a field rests on, be it shown or not: else who may see more could see less."""
        out: list[SentenceBasis] = []
        for token in parser().parse(clean_lines(text).strip(), {}):
            if token.type == "inline":
                pieces = pieces_of(token)
                out += _ParagraphRedactor(pieces, "".join(piece.text for piece in pieces), self).bases()
        return tuple(out)

    def _paragraph(self, token: "Token", number: int) -> "_Redacted":
        pieces = pieces_of(token)
        words = "".join(piece.text for piece in pieces)
        if marking.unread(words) or any(marking.written(piece.target) for piece in pieces):
            return _Redacted((), True, (Loss("unreadable", place=Place(0, len(words.strip()), number)),), ())
        out = _ParagraphRedactor(pieces, words, self, number)
        return out.redacted()


_NAMED = re.compile(r"@([\w-]+)")


class _Redacted(msgspec.Struct, frozen=True):
    left: tuple[Piece, ...]
    changed: bool
    losses: tuple[Loss, ...]
    bare: tuple[Loss, ...]


class _ParagraphRedactor:
    """Redacts one paragraph."""

    def __init__(self, pieces: list[Piece], words: str, redactor: Redactor, number: int = 0) -> None:
        self.redactor = redactor
        self.number = number
        """Of the paragraph in its field."""
        shown = 0
        self.shown: list[int] = []
        """Where each of the pieces begins in the words without note marks and the white space before them."""
        found = sentences(words) or ((0, len(words)),)
        self.starts = [0, *(start for start, _ in found[1:])]
        self.placed: list[tuple[int, Piece]] = []
        """Each piece with the number of its sentence; words that reach over several are parted."""
        self.words = words
        at = 0
        for piece in pieces:
            if piece.fact:
                shown = min(shown, len(words[:at].rstrip()) - at + shown)
                self.shown.append(shown)
                # After the full stop, a citation is of the sentence before it.
                self.placed.append((self.sentence(max(0, len(words[:at].rstrip()) - 1)), piece))
                continue
            end = at + len(piece.text)
            cuts = [at, *(start for start in self.starts if at < start < end), end]
            for start, stop in pairwise(cuts):
                part = msgspec.structs.replace(piece, text=words[start:stop])
                self.placed.append((self.sentence(start), part))
                self.shown.append(shown + start - at)
            shown += len(piece.text)
            at = end

    def sentence(self, at: int) -> int:
        """The number of the sentence at an offset."""
        return sum(start <= at for start in self.starts) - 1

    def stays(self, piece: Piece) -> bool:
        """Whether a piece may be seen, its sentence aside."""
        return piece.fact not in self.redactor.facts and all(map(self.redactor.shown, piece.look.markings))

    def redacted(self) -> _Redacted:
        losses: list[Loss] = []
        bare: list[Loss] = []
        left: list[Piece] = []
        gap = changed = False
        for number in range(len(self.starts)):
            own = [piece for sentence, piece in self.placed if sentence == number]
            places = [at for at, (sentence, _) in zip(self.shown, self.placed, strict=True) if sentence == number]
            cited = [piece for piece in own if piece.fact]
            remaining = [piece for piece in own if self.stays(piece)]
            if len(remaining) == len(own):
                left += _joined(left, own, gap)
                gap = False
                continue
            changed = True
            losses += self.spans(own, places)
            words = "".join(piece.text for piece in remaining)
            if cited and re.search(r"\w", words) and not any(piece.fact for piece in remaining):
                fact = next((each.fact for each in cited if each.fact in self.redactor.facts), "")
                lost = Loss("citation", fact, self._place(list(zip(places, own, strict=True))))
                (bare if self.redactor.spare else losses).append(lost)
                remaining = remaining if self.redactor.spare else []
            if not re.search(r"\w", "".join(piece.text for piece in remaining)):
                gap = True
                continue
            for piece in own:
                if piece in remaining:
                    put = _joined(left, [piece], gap)
                    left += put
                    gap = gap and not put
                else:
                    gap = True
        return _Redacted(tuple(left), changed, tuple(losses), tuple(bare))

    def bases(self) -> list[SentenceBasis]:
        """What each sentence cites."""
        out = []
        for number in range(len(self.starts)):
            own = [piece for sentence, piece in self.placed if sentence == number]
            if re.search(r"\w", "".join(piece.text for piece in own)):
                cited = [piece for piece in own if piece.fact]
                out.append(SentenceBasis(frozenset(piece.fact for piece in cited), not any(map(self.stays, cited))))
        return out

    def _place(self, pieces: list[tuple[int, Piece]]) -> Place:
        """From the first word of some pieces to the last."""
        worded = [(at, piece.text) for at, piece in pieces if piece.text.strip()]
        (first, opening), (last, closing) = worded[0], worded[-1]
        return Place(first + len(opening) - len(opening.lstrip()), last + len(closing.rstrip()), self.number)

    def spans(self, own: list[Piece], places: list[int]) -> list[Loss]:
        """The stretches of a sentence that are marked too high."""
        out: list[Loss] = []
        before = ""
        for at, piece in zip(places, own, strict=True):
            high = next((each for each in piece.look.markings if not self.redactor.shown(each)), "")
            if high and high != before and piece.text.strip():
                out.append(Loss("marking", high, self._place([(at, piece)])))
            before = high
        return out


def _joined(left: list[Piece], pieces: list[Piece], gap: bool) -> list[Piece]:
    """Pieces that come after others. Where something went between them, one space is enough; before a full
    stop there is none, and no comma; nothing begins with one. Of brackets, quotation marks or dashes around what went,
    nothing is left either."""
    if not gap or not pieces or not pieces[0].text:
        return pieces
    text = pieces[0].text
    last = next((at for at in range(len(left) - 1, -1, -1) if left[at].text), None)
    if last is None:
        text = text.lstrip(" ,;:")
    elif (around := _emptied(left[last].text, text)) is not None:
        before, text = around
        left[last] = msgspec.structs.replace(left[last], text=before)
    elif (before := left[last].text)[-1].isspace():
        text = text if text == BREAK else text.lstrip()
        if before != BREAK and text[:1] in _CLOSING:
            before = before.rstrip()
            before = before.rstrip(",;:") if text[0] in _ENDING | {","} else before
            left[last] = msgspec.structs.replace(left[last], text=before)
    return [msgspec.structs.replace(pieces[0], text=text), *pieces[1:]] if text else pieces[1:]


def _emptied(before: str, after: str) -> tuple[str, str] | None:
    """What is left of two texts that were around something, without the pair of signs that held nothing else; None
    where they are no such."""
    head, tail = before.rstrip(" \u00a0\u202f"), after.lstrip(" \u00a0\u202f")
    if not head or not tail or _PAIRS.get(head[-1]) != tail[0]:
        return None
    if head[-1] in _DASHES and (head[-2:-1].strip() or not tail[1:2].isspace()):
        return None  # a hyphen or a range is no pair
    head, tail = head[:-1], tail[1:]
    if not head.strip() or head[-1].isspace():
        tail = tail.lstrip()
    if tail[:1] in _CLOSING:
        head = head.rstrip()
    return head, tail


_DASHES = "–—-"
_PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'", "–": "–", "—": "—", "-": "-"}
_ENDING = frozenset(".;:!?…")
_CLOSING = _ENDING | frozenset(",)”’")


def _reads_as(text: str, left: "list[tuple[Piece, ...]]", plain: bool) -> bool:
    """Whether a text, read again, has the pieces that were to be left, and no others."""
    again = [pieces_of(token) for token in parser().parse(text, {}) if token.type == "inline"]
    return [_seen(each, plain) for each in again if each] == [_seen(each, plain) for each in left if each]


def _seen(pieces: "list[Piece] | tuple[Piece, ...]", plain: bool) -> list[tuple[object, ...]]:
    """Each letter with its marks, and each citation; spaces aside, which a line does not keep at its ends."""
    out: list[tuple[object, ...]] = []
    for piece in pieces:
        marks = piece.look.marks - _STRESS if plain else piece.look.marks
        if piece.fact:
            out.append((piece.fact, piece.locator, piece.look.markings))
        out += [
            (letter, marks, piece.look.lang, piece.look.markings, piece.target)
            for letter in piece.text
            if not letter.isspace()
        ]
    return out


_STRESS = frozenset({"emphasis", "strong"})
