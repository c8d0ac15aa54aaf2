"""How tests call use cases, each with a report of its own."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from briefgen.commands.options import DEFAULT_THEME
from briefgen.commands.paper import brief
from briefgen.core.diagnostic import Diagnostic
from briefgen.core.report import Report
from briefgen.document import Document
from briefgen.io.filesystem import World
from briefgen.locale import Locale
from briefgen.model.read import Loaded
from briefgen.release import Rendering

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def reported(
    use_case: Callable[Concatenate[Report, Arguments], Result], *args: Arguments.args, **options: Arguments.kwargs
) -> tuple[Result, list[Diagnostic]]:
    """What a use case returns, and the diagnostics that it reports."""
    report = Report()
    return use_case(report, *args, **options), list(report)


def document(
    world: World, loaded: Loaded, template: str, locale: Locale, lang: str, option: str = ""
) -> tuple[Document | None, list[Diagnostic]]:
    """The brief of a scenario as a document, and the diagnostics."""
    rendering = Rendering(template, DEFAULT_THEME, lang, "a4", option)
    made, diagnostics = reported(brief, world, loaded, rendering, locale=locale)
    return (made.document if made else None), diagnostics
