"""What a reading gathers on its way through the nodes."""

from collections.abc import Mapping

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.scenario.reading.origins import Origins
from briefgen.source import Span

MOST_FAULTS = 1_000
"""Told in one reading: a file of rubbish may have a hundred thousand."""


class Reading(msgspec.Struct):
    """One reading of a scenario, over all its files."""

    language: str = "en"
    """The scenario's language, BCP 47: of every text that does not name its own."""
    salvage: bool = False
    """Build what is sound in a value with faults, so that later checks can tell other faults in the same run."""
    diagnostics: list[Diagnostic] = msgspec.field(default_factory=list)
    origins: Origins = msgspec.field(default_factory=Origins)
    lost: list[str] = msgspec.field(default_factory=list)
    """Paths of items and fields that could not be built; a check should not complain of what lacks because of them."""
    ids: dict[str, dict[str, Span]] = msgspec.field(default_factory=dict)
    """Path of a list → id → where it is given first."""
    enclosing: list[Mapping[str, object]] = msgspec.field(default_factory=list)
    """The fields of the mappings around the one being read, outermost first."""

    def report(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Notes an error, up to a thousand of them."""
        if len(self.diagnostics) < MOST_FAULTS:
            self.diagnostics.append(error(code, message, span, hint))
        elif len(self.diagnostics) == MOST_FAULTS:
            more = f"There are more than {MOST_FAULTS:,} faults; the rest is not told."
            self.diagnostics.append(error("too-many-faults", more, span, "Mend these first."))

    @property
    def patient(self) -> bool:
        """Whether there is time left to look for what was meant."""
        return len(self.diagnostics) < MOST_FAULTS
