"""Templates that promise a number of pages, and what to shorten where a brief has more."""

from collections import Counter

from briefgen.diagnostic import Diagnostic, warning
from briefgen.document import Authored, Document
from briefgen.document.walk import runs, texts
from briefgen.scenario import Loaded

LIMITS = {"decision-note": 2}
"""Template → pages at most."""

NAMED = 3
"""Fields that the message names."""


def is_limited(document: Document) -> bool:
    """Whether its template promises a number of pages."""
    return document.properties.template in LIMITS


def over_limit(document: Document, pages: int, loaded: Loaded) -> list[Diagnostic]:
    """A warning with the longest fields, where a brief has more pages than its template promises."""
    most = LIMITS.get(document.properties.template)
    if most is None or pages <= most:
        return []
    longest = _lengths(document).most_common(NAMED)
    named = ", ".join(f"`{path}` ({length} characters)" for path, length in longest)
    place = loaded.origins.at(longest[0][0]) if longest else None
    return [
        warning(
            "too-many-pages",
            f"The brief has {pages} pages; a {document.properties.template} has at most {most}.",
            place,
            f"The longest fields in it: {named}." if named else "",
        )
    ]


def _lengths(document: Document) -> Counter[str]:
    """Characters of each authored field that stand in the brief."""
    out: Counter[str] = Counter()
    for block in document.blocks:
        for inlines in texts(block):
            for run in runs(inlines):
                if isinstance(run.origin, Authored):
                    out[run.origin.path] += len(run.text)
    return out
