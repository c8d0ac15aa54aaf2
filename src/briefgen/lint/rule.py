"""What a rule is."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario

Rule: TypeAlias = Callable[[Scenario], Iterator[Finding]]
"""A rule is a function of the scenario; its module's docstring says what it is about."""
