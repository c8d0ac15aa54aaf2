"""Templates: Markdown with Jinja, in which each value is a hole, and what becomes of them: documents.

The language is described in `docs/templates.md`. Jinja is imported when the first template is loaded, and markdown-it
for a text that is new.
"""

from collections.abc import Mapping

from briefgen.diagnostic import Diagnostic
from briefgen.source import SourceFile
from briefgen.template.model import CitedFact, Composed, Frame, Locale, Template
from briefgen.template.shape import Shape, shape_of
from briefgen.template.tokens import Parses

__all__ = [
    "CitedFact", "Composed", "Frame", "Locale", "Parses", "Shape", "Template", "check", "compose", "includes", "load",
    "shape_of", "uses",
]  # fmt: skip


def load(name: str, sources: Mapping[str, SourceFile]) -> "tuple[Template | None, list[Diagnostic]]":
    """The template `name` and all that it includes and imports from `sources`; none where a diagnostic is an error."""
    from briefgen.template import loading

    return loading.load(name, sources)


def includes(file: SourceFile) -> frozenset[str]:
    """The names of the templates that a file includes and imports; none where it cannot be read."""
    from briefgen.template import loading

    return loading.includes(file)


def check(template: Template, names: Mapping[str, Shape]) -> list[Diagnostic]:
    """The names in a template that its context will not have, told before anything is rendered."""
    from briefgen.template import names as checking

    return checking.check(template, names)


def uses(template: Template, names: Mapping[str, Shape]) -> frozenset[str]:
    """Which names of its context a template asks for."""
    from briefgen.template import names as checking

    return checking.uses(template, names)


def compose(template: Template, context: Mapping[str, object], frame: Frame, parses: Parses | None = None) -> Composed:
    """The document that a template makes of the values of a context. Never raises on what an author wrote. `parses`:
    what Markdown came to before."""
    from briefgen.template import composing

    return composing.compose(template, context, frame, Parses() if parses is None else parses)
