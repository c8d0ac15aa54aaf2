"""Fields: what Word works out, read between its marks (ISO/IEC 29500-1, 17.16)."""

from briefgen.review.lines import Hand, Look
from briefgen.review.reading.refusal import TooMuch

_ACTIVE = frozenset({"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "MACROBUTTON"})
"""Fields that fetch or start something: no reviewer's Word puts one there."""


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
