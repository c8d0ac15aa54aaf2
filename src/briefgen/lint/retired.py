"""Codes of diagnostics that have been removed: files that name one still work."""

import msgspec


class Retired(msgspec.Struct, frozen=True):
    """A code that is not reported any more."""

    release: str
    """Without it for the first time."""
    instead: str = ""
    """The code under which the same problem is reported since, if there is one."""

    def described(self, code: str) -> str:
        """What became of the code, in a sentence."""
        since = f"; the problem is now reported as `{self.instead}`" if self.instead else ""
        return f"`{code}` was removed in briefgen {self.release}{since}."


RETIRED = {"site-busy": Retired("0.2", "folder-busy")}
