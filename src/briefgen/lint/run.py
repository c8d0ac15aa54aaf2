"""Every rule on a scenario; what they find is placed in its files."""

from briefgen.diagnostic import Diagnostic
from briefgen.lint.rules import RULES
from briefgen.scenario import Loaded


def lint(loaded: Loaded) -> list[Diagnostic]:
    """What the rules find, each at its place."""
    return [
        Diagnostic(
            finding.severity,
            finding.code,
            finding.message,
            loaded.origins.at(finding.path, finding.needle, finding.occurrence),
            finding.hint,
        )
        for rule in RULES
        for finding in rule(loaded.scenario)
        if finding.presumes not in loaded.incomplete
    ]
