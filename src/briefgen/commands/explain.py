"""The page of a diagnostic."""

from pathlib import Path

import msgspec

from briefgen.core.diagnostic import error
from briefgen.core.report import Report
from briefgen.core.suggestions import did_you_mean
from briefgen.lint.retired import RETIRED

PAGES = Path(__file__).resolve().parent.parent / "explanations"
"""One Markdown file a code."""


class Page(msgspec.Struct, frozen=True):
    """What there is to say of a code."""

    code: str
    text: str
    """All of it, in Markdown."""

    @property
    def summary(self) -> str:
        """The line below the heading: what the code is about."""
        return self.text.split("\n", 3)[2]

    @property
    def meaning(self) -> str:
        """The words below “What it means”, on one line."""
        section = self.text.partition("\n## What it means\n")[2].partition("\n## ")[0]
        return " ".join(section.split())


def codes() -> list[str]:
    """Every code that has a page."""
    return sorted(path.stem for path in PAGES.glob("*.md"))


def page(code: str) -> Page:
    """The page of a code that has one."""
    return Page(code, (PAGES / f"{code}.md").read_text(encoding="utf-8").rstrip("\n"))


def explain(report: Report, code: str) -> str | None:
    """The page of a code, or what was probably meant."""
    known = codes()
    if code in known:
        return page(code).text
    if code in RETIRED:
        return f"# {code}\n\n{RETIRED[code].described(code)}"
    hint = did_you_mean(code, known) or "A code stands in brackets behind each message: [unknown-fact]."
    report.add(error("unknown-code", f"There is no diagnostic `{code}`.", hint=hint))
    return None
