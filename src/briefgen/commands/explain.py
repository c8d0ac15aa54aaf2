"""Explains a diagnostic code."""

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.suggestions import did_you_mean
from briefgen.lint.codes import REMOVED, all_codes


def explain(code: str) -> str | Diagnostic:
    """The explanation of a code, or an error with a suggestion."""
    known = all_codes()
    if code in known:
        return known[code].explanation
    if code in REMOVED:
        return f"# {code}\n\n{REMOVED[code].description(code)}"
    hint = did_you_mean(code, known) or "A code stands in brackets behind each message: [unknown-fact]."
    return error("unknown-code", f"There is no diagnostic `{code}`.", hint=hint)
