"""The list of diagnostics, from their declarations. As a program, it writes `docs/diagnostics.md`."""

from pathlib import Path

from briefgen.core.codes import Code
from briefgen.lint.codes import declared

PAGE = Path(__file__).resolve().parents[2] / "docs" / "diagnostics.md"

SUBJECTS: dict[str, tuple[str, ...]] = {
    "Files and folders": ("io", "ooxml", "docx"),
    "YAML": ("yaml",),
    "Keys, values and ids": ("model",),
    "Prose": ("markup",),
    "Sources and quotes": ("evidence",),
    "What a scenario says": ("lint",),
    "Statements and their passages": ("claims",),
    "Templates and themes": ("template", "theme"),
    "Audiences, and the contents of a PDF": ("release",),
    "Commands": ("commands",),
}
"""Subject → the packages that declare its codes."""

INTRODUCTION = """# Diagnostics

All problems that `briefgen` can report, by the code in square brackets after each message. `briefgen explain CODE`
explains a code, with an example and how to fix it. The links lead to the source of these explanations.

With an `error`, no brief is written. With a `warning`, it is written, unless you give `--strict`. An `info` is for your
information. If a code has several severities, it depends on the case: on `--require-texts`, for example, or on whether
a text is available. `briefgen lock` refuses quotes that are not verified, whatever the severity.

This list is generated (`make reference`).
"""


def listing() -> str:
    """The whole page."""
    return INTRODUCTION + "".join(_section(subject, found) for subject, found in by_subject().items())


def by_subject() -> dict[str, dict[str, tuple[str, Code]]]:
    """Subject → name of a code → the file that declares it, and the code."""
    subjects = {package: subject for subject, packages in SUBJECTS.items() for package in packages}
    out: dict[str, dict[str, tuple[str, Code]]] = {subject: {} for subject in SUBJECTS}
    for path, code in declared():
        out[subjects[path.partition("/")[0]]].setdefault(code.name, (path, code))
    return out


def _section(subject: str, found: dict[str, tuple[str, Code]]) -> str:
    rows = "".join(_row(*found[name]) for name in sorted(found))
    return f"\n## {subject}\n\n| code | severity | |\n| --- | --- | --- |\n{rows}"


def _row(path: str, code: Code) -> str:
    anchor = f"#{code.name}" if path.endswith(".md") else ""
    severities = ", ".join((code.severity, *code.others))
    summary = code.summary.replace("|", "\\|")
    return f"| [`{code.name}`](../src/briefgen/{path}{anchor}) | {severities} | {summary} |\n"


if __name__ == "__main__":
    PAGE.write_text(listing(), encoding="utf-8", newline="\n")
