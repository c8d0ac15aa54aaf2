"""Exit codes: 0 no error, 1 errors found, 2 could not run."""

from collections.abc import Iterable

from briefgen.diagnostic import Diagnostic

COULD_NOT_RUN = frozenset({
    "missing-file", "no-scenario", "no-permission", "unreadable-file", "unwritable-file", "not-a-file", "not-a-folder",
    "broken-link", "disk-full", "edited-output", "changed-meanwhile", "unknown-template", "unknown-option",
    "option-wanted", "brief-not-made", "unknown-theme", "unknown-language", "unknown-code", "not-empty", "same-output",
    "no-git", "unknown-revision", "revision-too-large", "not-a-brief", "attachment-refused", "other-version",
    "not-a-site", "other-site", "folder-busy",
    "foreign-docx", "changes-not-settled", "option-for-scenarios",
    "not-a-translation",
})  # fmt: skip
"""Codes of what kept briefgen from running at all, when they are about what was named on the command line."""


def exit_code(diagnostics: Iterable[Diagnostic], strict: bool = False) -> int:
    """The exit code that goes with some diagnostics."""
    found = list(diagnostics)
    if any(item.severity == "error" and item.code in COULD_NOT_RUN and item.span is None for item in found):
        return 2
    bad = ("error", "warning") if strict else ("error",)
    return int(any(item.severity in bad for item in found))
