"""A marking is a label of the scheme, written as the scheme writes it."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.marking import LABELS
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import markings


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unknown-marking`."""
    for path, marking in markings(scenario):
        if marking not in LABELS:
            meant = _meant(marking)
            yield Finding(
                "unknown-marking",
                path,
                f"`{marking}` is no label of TLP 2.0.",
                f"Did you mean `{meant}`?" if meant else "The labels are " + ", ".join(LABELS) + ".",
            )


def _meant(marking: str) -> str | None:
    """The label that differs in spelling only. To guess further would mark a piece for the wrong readers."""
    plain = "".join(marking.upper().split()).replace("_", "+")
    plain = plain if plain.startswith("TLP:") else f"TLP:{plain.removeprefix('TLP').lstrip(':-')}"
    plain = {"TLP:WHITE": "TLP:CLEAR"}.get(plain, plain)  # its name until TLP 2.0
    return plain if plain in LABELS else None
