"""Files for an audience, by their names → where they contain words that are withheld from it."""

import re
from collections.abc import Iterator, Mapping

import msgspec

from briefgen.release.scan.formats import Level, Piece, UnreadableError, read
from briefgen.release.scan.guard import Guard, digests, joined, without_hashes, without_marks
from briefgen.release.scan.secrets import RUN, Words, runs_of, stretches
from briefgen.release.scan.words import BREAK, PERCENT, as_seen, folded, is_figure, marked, undivided, words

MOST_LEAKS = 5
"""That are reported of one file; its author looks at one and corrects them all."""
_IN_BYTES = 6
"""Letters of a name that is looked for in bytes that are no text: shorter ones come about by chance."""
_PRINTABLE = re.compile(rf"[^\W_]{{{_IN_BYTES},}}")
_SPACED = re.compile(r"(?:(?<!\w)\w[ \n\u00a0.·-]{1,2}){5,}\w(?!\w)")


class Leak(msgspec.Struct, frozen=True):
    """What was found in a file."""

    file: str
    where: str
    """The part of it; empty: in the file itself."""
    what: str
    """The words, no more of them than identify what is meant; or why the file is not read."""
    unread: bool = False


def scan(files: Mapping[str, bytes], guard: Guard) -> list[Leak]:
    """All that is found; nothing where the files may go out. What cannot be read is reported as well."""
    if not guard:
        return []
    detector = _LeakDetector(guard)
    leaks: list[Leak] = []
    for name, data in files.items():
        found: dict[str, Leak] = {}
        try:
            stem, _, ending = name.rpartition(".")
            named = Piece("its name", stem), Piece("its name", ending, "program")
            for piece in (*named, *read(name, data)):
                for what in detector.found(piece):
                    if len(found) < MOST_LEAKS:
                        found.setdefault(what, Leak(name, piece.where, what))
        except UnreadableError as fault:
            leaks.append(Leak(name, "", str(fault), unread=True))
        leaks += found.values()
    return leaks


def _identifies_in_markup(phrase: Words, own: frozenset[str]) -> bool:
    """Whether a phrase would not be among measures: `width: 75%` is none of 75 % of the households, nor `500 m` of a
    path half a million. A day may."""
    identifying = [word for word in phrase if not is_figure(word) and len(word) > 1]
    return not own.issuperset(identifying) if identifying else len(phrase) > 2


def _readings(text: str, level: Level) -> Iterator[str]:
    """A text, and how it reads besides: by the look of its letters, and with no word divided."""
    yield text
    if (seen := as_seen(text)) != text:
        yield seen
    if level == "seen" and (whole := undivided(text)) != text:
        yield whole


class _LeakDetector:
    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        self.bytes = frozenset(each for each in guard.marks if len(each) >= _IN_BYTES)
        own = guard.own | {PERCENT}
        self.names = {"seen": guard.names, "program": guard.names - own, "marked": guard.marks, "raw": self.bytes}
        in_markup = {
            size: frozenset(each for each in found if _identifies_in_markup(each, own))
            for size, found in guard.phrases.items()
        }
        self.last = {size: frozenset(each[-1] for each in found) for size, found in guard.phrases.items()}
        """The last word of each phrase: mostly none of them is there."""
        self.phrases = {"seen": guard.phrases, "program": in_markup, "marked": in_markup}
        texts = (run for text in guard.texts for run in runs_of(text))
        known = guard.released
        self.of_texts = frozenset(run for run in texts if run[1:] not in known and run[:-1] not in known)

    def found(self, piece: Piece) -> Iterator[str]:
        """What a piece holds, each thing once or more; names first, each kind in the order of the alphabet."""
        if not piece.text:
            return
        for digest in sorted(digests(piece.text) & self.guard.digests):
            yield digest[:12] + "…"
        if piece.level == "raw":
            text = piece.text.replace("\x00", "")
            yield from sorted(self.names["raw"].intersection(folded(each) for each in _PRINTABLE.findall(text)))
            return
        text = without_hashes(piece.text.replace("\x00", "") if "\x00" in piece.text else piece.text)
        for reading in _readings(text, piece.level):
            yield from self._in(marked(reading) if piece.level == "marked" else words(reading), piece.level)
        if piece.level == "seen" and _SPACED.search(text):
            close = _SPACED.sub(lambda one: re.sub(r"\W+", "", one[0]), text)
            yield from sorted(self.guard.names.intersection(words(close)))

    def _in(self, found: list[str], level: Level) -> Iterator[str]:
        guard = self.guard
        there = frozenset(found)
        yield from sorted(self.names[level] & there)
        for size, phrases in self.phrases[level].items():
            if self.last[size].isdisjoint(there):
                continue
            for phrase in sorted(phrases.intersection(stretches(found, size))):
                yield " ".join(phrase)
        for runs in (guard.runs, self.of_texts):
            for run in sorted(runs.intersection(stretches(found, RUN))) if runs else ():
                yield " ".join(run)
        if level == "seen" and guard.pieces:
            yield from sorted(guard.pieces.intersection(joined([each for each in found if each != BREAK])))
            yield from sorted(guard.pieces.intersection(joined(without_marks(found))))
