"""The claims of a scenario in which no rule finds anything, known again by a digest.

To compare a claim with its passages takes longer than all else that a check does, and most claims are as they were the
last time. What is kept of a claim is a digest of all that a rule can see of it, and no word of anybody's: a claim in
which something is found is compared anew.
"""

from hashlib import sha256

import msgspec

from briefgen.agreement.claim import Claim

_SIZE = 16
"""Bytes of a digest. Two claims of one are not to be feared, and nobody gains by making some."""

_FIELDS = tuple(name for name in Claim.__struct_fields__ if name != "lexicon")
"""The lexicon goes with the language, and is part of the program."""


class Sound:
    """The claims that were sound before, and those that are now."""

    def __init__(self, before: bytes = b"") -> None:
        whole = len(before) % _SIZE == 0
        self._before = {before[at : at + _SIZE] for at in range(0, len(before), _SIZE)} if whole else set()
        self._now: set[bytes] = set()

    def knows(self, claim: Claim) -> bool:
        """Whether the claim was sound before, and so is now."""
        digest = _digest(claim)
        known = digest in self._before
        if known:
            self._now.add(digest)
        return known

    def add(self, claim: Claim) -> None:
        """Takes note of a claim in which nothing was found."""
        if digest := _digest(claim):
            self._now.add(digest)

    @property
    def changed(self) -> bool:
        """Whether other claims are sound than before."""
        return self._now != self._before

    def dumped(self) -> bytes:
        """Those that are sound now."""
        return b"".join(sorted(self._now))


def _digest(claim: Claim) -> bytes:
    """Of all that a rule sees; nothing where the claim holds half of a pair of surrogates, which has no bytes."""
    try:
        seen = msgspec.msgpack.encode([getattr(claim, name) for name in _FIELDS])
    except UnicodeEncodeError:
        return b""
    return sha256(seen).digest()[:_SIZE]
