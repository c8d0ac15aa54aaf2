"""Diagnostic codes with their explanations, and the rules that report them."""

import re
from collections.abc import Callable, Iterator
from textwrap import dedent
from types import ModuleType
from typing import Any, Generic, TypeVar

import msgspec

from briefgen.core.diagnostic import Finding, Place, Pointers, Severity


class Code(msgspec.Struct, frozen=True):
    """The name of a problem, its severity, and its explanation.

    The text is Markdown: a summary of one line, what the problem is, then the sections “Why it matters”, “Example”
    (a piece of a scenario that has the problem, and no other) and “How to fix it”, where a piece of a scenario must be
    free of it. It is only read when somebody asks for it.
    """

    name: str
    severity: Severity
    text: str
    others: tuple[Severity, ...] = ()
    """Severities that it can have instead, depending on the case."""

    def finding(
        self,
        path: str,
        message: str,
        hint: str = "",
        place: Place | Pointers | None = None,
        presumes: tuple[str, ...] = (),
    ) -> Finding:
        """A problem of this code in the field at `path`."""
        return Finding(self.name, path, message, hint, place, self.severity, presumes=presumes)

    @property
    def explanation(self) -> str:
        """The page that `briefgen explain` prints."""
        return f"# {self.name}\n\n{self._content}"

    @property
    def summary(self) -> str:
        """The first line of the text."""
        return self._content.partition("\n")[0]

    @property
    def meaning(self) -> str:
        """What the problem is, on one line: the text between the summary and the first section."""
        introduction = self._content.partition("\n## ")[0]
        return " ".join(introduction.partition("\n")[2].split())

    @property
    def _content(self) -> str:
        return dedent(self.text).strip()


_ENTRY = re.compile(r"^# ([a-z0-9-]+)\n\n((?:error|warning|info)(?:, (?:error|warning|info))*): ", re.MULTILINE)


def read_codes(markdown: str) -> Iterator[Code]:
    """The codes of a `codes.md`: each has a heading, then its severities before the summary."""
    _, *parts = _ENTRY.split(markdown)
    for name, severities, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        severity, *others = msgspec.convert(severities.split(", "), list[Severity])
        yield Code(name, severity, text, tuple(others))


Subject = TypeVar("Subject")


class Rule(msgspec.Struct, Generic[Subject], frozen=True):
    """A check of one kind of subject, such as a scenario or a claim, and the codes that it can report."""

    check: Callable[[Subject], Iterator[Finding]]
    codes: tuple[Code, ...]

    def __call__(self, subject: Subject) -> Iterator[Finding]:
        """What the check finds in a subject."""
        return self.check(subject)

    @property
    def name(self) -> str:
        """The name of the function without its `check_`."""
        return self.check.__name__.removeprefix("check_")


def rule(*codes: Code) -> Callable[[Callable[[Subject], Iterator[Finding]]], Rule[Subject]]:
    """Makes a rule of a function. Codes that another package declares are left out."""
    return lambda check: Rule(check, codes)


def rules_in(*modules: ModuleType) -> tuple[Rule[Any], ...]:
    """The rules that are defined in modules."""
    return tuple(each for module in modules for each in vars(module).values() if isinstance(each, Rule))
