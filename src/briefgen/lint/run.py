"""Every rule on a scenario; what they find is placed in its files."""

from briefgen.diagnostic import Diagnostic
from briefgen.lint.rules import RULES
from briefgen.scenario import Loaded


def lint(loaded: Loaded) -> list[Diagnostic]:
    """What the rules find, each at its place."""
    return loaded.placed(finding for rule in RULES for finding in rule(loaded.scenario))
