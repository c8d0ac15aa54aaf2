"""The diagnostics of a run, collected as it goes."""

from collections.abc import Iterable, Iterator

from briefgen.core.diagnostic import Diagnostic, Severity, in_order


class Report:
    """Diagnostics in the order in which they were found.

    A function that can find problems takes a report as its first argument, and returns what it made, or None."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self._diagnostics = list(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._diagnostics)

    def __len__(self) -> int:
        return len(self._diagnostics)

    def add(self, diagnostic: Diagnostic) -> None:
        """Adds one diagnostic."""
        self._diagnostics.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Adds several diagnostics."""
        self._diagnostics.extend(diagnostics)

    def sort(self) -> None:
        """Orders them by file, place and code, without duplicates."""
        self._diagnostics = in_order(self._diagnostics)

    @property
    def errors(self) -> list[Diagnostic]:
        """The errors."""
        return [each for each in self._diagnostics if each.severity == "error"]

    def count(self, severity: Severity) -> int:
        """How many have this severity and are not waived."""
        return sum(each.severity == severity and not each.waived for each in self._diagnostics)

    def fails(self, strict: bool = False) -> bool:
        """Whether there is an error; with `strict`, a warning counts as one."""
        return bool(self.errors) or (strict and any(each.severity == "warning" for each in self._diagnostics))
