"""What is sound in a scenario, known again by a digest: claims in which no rule finds anything, and rules that find
nothing.

To compare a claim with its passages takes longer than all else that a check does, and most claims are as they were the
last time. What is kept of a claim is a digest of all that a rule can see of it, and no word of anybody's: a claim in
which something is found is compared anew. Where nothing at all has changed, claims need not even be gathered to be
known, but for the fields in which something was found; and no rule need be loaded that found nothing.
"""

from collections.abc import Callable
from hashlib import sha256
from zlib import crc32

import msgspec

from briefgen.agreement.claim import Claim
from briefgen.agreement.claims import Surrounding
from briefgen.scenario.model import Scenario

_SIZE = 16
"""Bytes of a digest. Two claims of one are not to be feared, and nobody gains by making some."""

_FIELDS = tuple(name for name in Claim.__struct_fields__ if name not in ("lexicon", "sentences"))
"""The lexicon goes with the language, and is part of the program; the sentences are the text again, and its place."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a scenario, in digests."""

    whole: bytes = b""
    """Of all that its claims are gathered from; nothing where that is not known."""
    faulty: frozenset[int] = frozenset()
    """Sums of the paths of fields in which something was found: two of one sum cost a needless look."""
    sound: frozenset[bytes] = frozenset()
    """Of claims in which nothing was found."""
    silent: frozenset[str] = frozenset()
    """Rules that found nothing in the whole, by their names."""


class Sound:
    """What was sound before, and what is now."""

    def __init__(self, before: bytes = b"") -> None:
        self._before = _read(before)
        self._whole = b""
        self._faulty: set[int] = set()
        self._now: set[bytes] = set()
        self._silent: set[str] = set()

    def asked(self, scenario: Scenario, around: Surrounding) -> Callable[[str], bool]:
        """Which fields are to be looked at, by their paths: those in which something was found, where nothing has
        changed since; else all."""
        self._whole = _digest([scenario, sorted(around.items())])
        if not self._whole or self._whole != self._before.whole:
            return lambda _: True
        self._now, self._silent = set(self._before.sound), set(self._before.silent)
        return lambda path: _sum(path) in self._before.faulty

    def is_silent(self, rule: str) -> bool:
        """Whether a rule found nothing, where nothing has changed since; to be asked behind `asked`."""
        return rule in self._silent

    def note_rule(self, rule: str, found: bool) -> None:
        """Takes note of a rule that was asked, and whether it found something."""
        if self._whole and not found:
            self._silent.add(rule)

    def knows(self, claim: Claim) -> bool:
        """Whether the claim was sound before, and so is now."""
        digest = _seen(claim)
        known = digest in self._before.sound
        if known:
            self._now.add(digest)
        return known

    def note(self, claim: Claim, found: bool) -> None:
        """Takes note of a claim that was compared, and whether something was found in it."""
        digest = _seen(claim)
        if found or not digest:
            self._faulty.add(_sum(claim.path))
        else:
            self._now.add(digest)

    @property
    def changed(self) -> bool:
        """Whether something else is sound than before."""
        return self._kept != self._before

    def dumped(self) -> bytes:
        """What is sound now."""
        kept = self._kept
        return msgspec.msgpack.encode([kept.whole, sorted(kept.faulty), sorted(kept.sound), sorted(kept.silent)])

    @property
    def _kept(self) -> _Kept:
        return _Kept(self._whole, frozenset(self._faulty), frozenset(self._now), frozenset(self._silent))


def _read(data: bytes) -> _Kept:
    """What `dumped` gave; nothing where it is damaged."""
    try:
        return msgspec.msgpack.decode(data, type=_Kept)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _Kept()


def _seen(claim: Claim) -> bytes:
    """The digest of all that a rule sees of a claim."""
    return _digest([getattr(claim, name) for name in _FIELDS])


def _sum(path: str) -> int:
    return crc32(path.encode("utf-8", "surrogatepass"))


def _digest(value: object) -> bytes:
    """Of a value; nothing where it holds half of a pair of surrogates, which has no bytes."""
    try:
        return sha256(msgspec.msgpack.encode(value)).digest()[:_SIZE]
    except UnicodeEncodeError:
        return b""
