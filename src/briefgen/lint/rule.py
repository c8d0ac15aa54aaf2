"""What a rule is."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from briefgen.core.diagnostic import Finding
from briefgen.model.scenario import Scenario

Rule: TypeAlias = Callable[[Scenario], Iterator[Finding]]
"""A rule is a function of the scenario; its module's docstring says what it is about."""
