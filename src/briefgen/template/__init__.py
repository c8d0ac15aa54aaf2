"""Templates: Markdown with Jinja, in which each value is a hole, and what becomes of them: documents.

The language is described in `docs/templates.md`.
"""

from briefgen.template.composing import compose
from briefgen.template.loading import includes, load
from briefgen.template.model import CitedFact, Composed, Frame, Locale, Template
from briefgen.template.names import check, uses

__all__ = [
    "CitedFact", "Composed", "Frame", "Locale", "Template", "check", "compose", "includes", "load", "uses",
]  # fmt: skip
