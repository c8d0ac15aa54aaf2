"""Explains a diagnostic code."""

from briefgen.core.diagnostic import error
from briefgen.core.report import Report
from briefgen.core.suggestions import did_you_mean
from briefgen.lint.codes import REMOVED, all_codes


def explain(report: Report, code: str) -> str | None:
    """The explanation of a code. Reports an error with a suggestion if there is none."""
    known = all_codes()
    if code in known:
        return known[code].explanation
    if code in REMOVED:
        return f"# {code}\n\n{REMOVED[code].description(code)}"
    hint = did_you_mean(code, known) or "A code stands in brackets behind each message: [unknown-fact]."
    report.add(error("unknown-code", f"There is no diagnostic `{code}`.", hint=hint))
    return None
