"""What a rule found, at a path of the scenario."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import msgspec

from briefgen.diagnostic import Severity
from briefgen.scenario.model import Scenario


class Finding(msgspec.Struct, frozen=True):
    """A problem at a path. `needle` is the exact words within the field that it is about, `occurrence` which of them."""

    code: str
    path: str
    message: str
    hint: str = ""
    needle: str = ""
    occurrence: int = 1
    severity: Severity = "error"
    presumes: str = ""
    """A top-level list that must have been read whole for this to be true: a citation of a fact whose file could not be
    read is not a citation of an unknown fact."""


Rule: TypeAlias = Callable[[Scenario], Iterator[Finding]]
"""A rule is a function of the scenario; its module's docstring says what it is about."""
