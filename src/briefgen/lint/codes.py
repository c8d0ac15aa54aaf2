"""All diagnostic codes: those of the rules, those of each package's `codes.md`, and those that were removed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from briefgen.claims.rules import CLAIM_RULES
from briefgen.core.codes import Code, Rule, read_codes
from briefgen.lint.rules import RULES

PACKAGE = Path(__file__).resolve().parent.parent


def declared() -> Iterator[tuple[str, Code]]:
    """Every code, after the path of the file in this package that declares it."""
    rules: list[Rule[Any]] = [*RULES, *CLAIM_RULES]
    for rule in rules:
        path = rule.check.__module__.partition(".")[2].replace(".", "/") + ".py"
        yield from ((path, code) for code in rule.codes)
    for file in sorted(PACKAGE.rglob("codes.md")):
        path = file.relative_to(PACKAGE).as_posix()
        yield from ((path, code) for code in read_codes(file.read_text(encoding="utf-8")))


def all_codes() -> dict[str, Code]:
    """Every code by its name, in alphabetical order."""
    return {code.name: code for _, code in sorted(declared(), key=lambda each: each[1].name)}


class Removed(msgspec.Struct, frozen=True):
    """A code that is no longer reported. Scenarios that name it still work."""

    release: str
    """The first release without it."""
    replacement: str = ""
    """The code under which the same problem is now reported, if there is one."""

    def description(self, code: str) -> str:
        """What became of the code."""
        since = f"; the problem is now reported as `{self.replacement}`" if self.replacement else ""
        return f"`{code}` was removed in briefgen {self.release}{since}."


REMOVED = {"site-busy": Removed("0.2", "folder-busy"), "position-without-basis": Removed("0.2")}
