"""The page of a diagnostic."""

from pathlib import Path

from briefgen.diagnostic import Diagnostic, closest, error

PAGES = Path(__file__).resolve().parent.parent / "explanations"
"""One Markdown file a code."""


def codes() -> list[str]:
    """Every code that has a page."""
    return sorted(path.stem for path in PAGES.glob("*.md"))


def explain(code: str) -> tuple[str | None, list[Diagnostic]]:
    """The page of a code."""
    known = codes()
    if code in known:
        return (PAGES / f"{code}.md").read_text(encoding="utf-8").rstrip("\n"), []
    near = closest(code, known)
    hint = f"Did you mean `{near}`?" if near else "A code stands in brackets behind each message: [unknown-fact]."
    return None, [error("unknown-code", f"There is no diagnostic `{code}`.", hint=hint)]
