"""Text → tree, with everything that is wrong with the text."""

from typing import TYPE_CHECKING, Any

import yaml

from briefgen.diagnostic import Diagnostic, error
from briefgen.source import SourceFile, Span
from briefgen.yamltree.build import Builder, Unreadable
from briefgen.yamltree.characters import for_library, forbidden_characters, pasted_characters, tabs_in_indentation
from briefgen.yamltree.nodes import Node

if TYPE_CHECKING:
    from briefgen.yamltree.mistakes.scene import SyntaxFault

MOST_CHARACTERS = 4 * 1024 * 1024
"""A long scenario has 30,000 characters; beyond four million it is a data set or an attack, and would take a second."""


def parse(source: SourceFile) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of a file, and everything that is wrong with its YAML.

    No tree and no diagnostic: the file is empty, or holds comments only. A tree beside errors can still be read, so
    that other faults of the same file are told in the same run.
    """
    if len(source.text) > MOST_CHARACTERS:
        size, most = f"{len(source.text):,}", f"{MOST_CHARACTERS:,}"
        message = f"This file has {size} characters; at most {most} are read."
        return None, [error("yaml-too-large", message, Span(source, 0, 0), "Divide it over several files.")]
    if odd := forbidden_characters(source):
        return None, [*odd, *tabs_in_indentation(source, None)]

    builder = Builder(source)
    tree: Node | None = None
    tabs: list[Diagnostic] = []
    try:
        _feed(source, builder)
        tree = builder.root
        tabs = tabs_in_indentation(source, tree)
    except Unreadable:
        pass
    except yaml.MarkedYAMLError as fault:
        from briefgen.yamltree.mistakes.explain import explain  # a sound file has no need of it

        tabs = tabs_in_indentation(source, None)
        if pasted := pasted_characters(source):
            return tree, [*pasted, *tabs, *builder.diagnostics]
        _add(explain(source, _fault(fault, source.text), builder.last), builder.diagnostics, tabs)
    except yaml.YAMLError as fault:  # a character that the library refuses and `forbidden_characters` let pass
        message = " ".join(f"This is not YAML: {fault}.".split())
        builder.diagnostics.append(error("yaml-syntax", message, Span(source, 0, 0)))
    return tree, [*tabs, *builder.diagnostics]


def _add(syntax: Diagnostic, known: list[Diagnostic], tabs: list[Diagnostic]) -> None:
    """Adds a syntax error, unless a tab explains it; it explains what was found at the very same place."""
    assert syntax.span is not None
    if any(tab.span and tab.span.line == syntax.span.line for tab in tabs):
        return
    known[:] = [other for other in known if other.span is None or other.span.start != syntax.span.start]
    known.append(syntax)


def _feed(source: SourceFile, builder: Builder) -> None:
    parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # without libyaml: ten times slower, the same tree
    events = parser(for_library(source.text))
    try:
        while not builder.done:
            builder.take(events.get_event())
    finally:
        events.dispose()


def _fault(fault: yaml.MarkedYAMLError, text: str) -> "SyntaxFault":
    from briefgen.yamltree.mistakes.scene import SyntaxFault

    at = fault.problem_mark or fault.context_mark
    began = fault.context_mark or at
    end = len(text)
    return SyntaxFault(
        problem=(fault.problem or "").lower(),
        context=(fault.context or "").lower(),
        at=min(at.index, end) if at else 0,
        began=min(began.index, end) if began else 0,
    )
