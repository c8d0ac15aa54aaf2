"""What is open at the point reached in a part, and the stretches of the paragraph so far.

Fields: ISO/IEC 29500-1, 17.16.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.prose.model import MARK
from briefgen.review.lines import KEPT, PLAIN, Hand, Look, Stretch

MOST_COMMENTS = 100
"""That may hang on the same words."""
_ACTIVE = frozenset({"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "MACROBUTTON"})
"""Fields that fetch or start something: no reviewer's Word puts one there."""


class TooMuch(Exception):  # noqa: N818  (said of a file)
    """A file with content that no reviewer adds; the message completes a sentence."""


class Field:
    """A field that is being read: first its code, then its result."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        """What was done where it begins."""
        self.in_code = True
        self.code = ""
        self.text = ""
        """Of its result."""
        self.look = Look()
        self.is_note = False
        """Whether it shows the mark of a note."""

    def say(self, text: str, look: Look) -> None:
        """Text stands in it; in its code, none is shown."""
        if not self.in_code:
            self.text += text
            self.look = look

    def take(self, inner: "Field") -> None:
        """A field in it has ended."""
        self.text += inner.text
        self.is_note |= inner.is_note

    def end(self) -> None:
        """It has ended. Raises `TooMuch` for one that fetches or starts something."""
        what = next(iter(self.code.split(maxsplit=1)), "").upper()
        if what in _ACTIVE:
            raise TooMuch(f"a field of it fetches or starts something ({what})")
        self.is_note |= what == "NOTEREF"


class Place:
    """Every stack holds what is open, the innermost last."""

    def __init__(self) -> None:
        self.here: list[Stretch] = []
        """The paragraph so far."""
        self.around = PLAIN
        """What the style of the paragraph makes of all its words."""
        self.tags: list[str] = []
        """Of content controls."""
        self.hands: list[Hand] = []
        """Of revisions."""
        self.rows: list[Hand] = []
        """Of rows and cells of which something was done to the whole."""
        self.fields: list[Field] = []
        self.in_note = False
        self._comments: list[str] = []
        self._anchored: set[str] = set()
        """The comments that hang on words."""

    @property
    def row(self) -> Hand:
        """What was done to the whole row or cell."""
        return self.rows[-1] if self.rows else KEPT

    @property
    def is_typed(self) -> bool:
        """Whether we are among words that were put in."""
        return any(hand.state == "inserted" for hand in self.hands)

    @property
    def hand(self) -> Hand | None:
        """What was done here, of all that is open; nothing where one person took out what another had put in."""
        around = [hand for hand in self.rows[-1:] if hand != KEPT]
        states = {hand.state for hand in (*around, *self.hands)}
        if len(states) > 1:
            return None
        return (*around, *self.hands)[-1] if states else KEPT

    @contextmanager
    def within(self, stack: list[Hand], hand: Hand) -> Iterator[None]:
        """In what somebody did something to."""
        stack.append(hand)
        yield
        stack.pop()

    @contextmanager
    def tagged(self, name: str) -> Iterator[None]:
        """In a control; one without a name is none of ours."""
        if name:
            self.tags.append(name)
        yield
        if name:
            self.tags.pop()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Outside of all controls: in a box that hangs on a word of one."""
        outside, self.tags = self.tags, []
        yield
        self.tags = outside

    def emit(
        self, text: str, look: Look = PLAIN, before: Look | None = None, looked: Hand = KEPT,
        *, always: bool = False, field: bool = False,
    ) -> None:  # fmt: skip
        """Adds text, or gives it to the field that is open."""
        if self.fields:
            self.fields[-1].say(text, look)
            return
        hand = self.hand
        if hand is None or not (text or always):
            return
        tag = self.tags[-1] if self.tags else ""
        self._anchored.update(self._comments)
        self.here.append(Stretch(text, tag, look, field, hand, before, looked, tuple(dict.fromkeys(self._comments))))

    def comment_begins(self, name: str) -> None:
        """What follows is what a comment is on."""
        self._comments.append(name)
        if len(self._comments) > MOST_COMMENTS:
            raise TooMuch(f"more than {MOST_COMMENTS} comments hang on the same words of it")

    def comment_ends(self, name: str) -> None:
        """And what follows no longer."""
        self._comments = [each for each in self._comments if each != name]

    def comment_stands(self, name: str) -> None:
        """A comment hangs on what stands in its range; where it has none, on the place."""
        if name not in self._anchored:
            self._comments.append(name)
            self.emit("", always=True)
            self._comments.remove(name)

    def field_mark(self, kind: str) -> None:
        """Where a field begins, where its result does, and where it ends."""
        if kind == "begin":
            self.fields.append(Field(self.hand or KEPT))
        elif kind == "separate" and self.fields:
            self.fields[-1].in_code = False
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            ended.end()
            if self.fields:
                self.fields[-1].take(ended)
            else:
                self._emit_field(ended)

    def _emit_field(self, ended: Field) -> None:
        """A field as one stretch."""
        if not self.hands and ended.hand != KEPT:  # LibreOffice tracks where it begins, and not where it ends
            with self.within(self.hands, ended.hand):
                self._emit_field(ended)
        elif ended.is_note:
            self.emit(MARK, always=True)
        else:
            self.emit(ended.text, ended.look, always=True, field=True)
