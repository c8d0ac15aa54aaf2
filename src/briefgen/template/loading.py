"""A template's file, and those that it includes → code that renders, or what is wrong with them."""

import re
from collections.abc import Mapping
from types import CodeType, TracebackType

from jinja2 import TemplateSyntaxError, meta, nodes
from jinja2.parser import Parser

from briefgen.diagnostic import Diagnostic, error
from briefgen.slips import did_you_mean
from briefgen.source import SourceFile
from briefgen.template import grammar, places, reading
from briefgen.template.bounds import SOURCE
from briefgen.template.holes import PRIVATE
from briefgen.template.model import Template


def load(name: str, sources: Mapping[str, SourceFile]) -> tuple[Template | None, list[Diagnostic]]:
    """The template `name` and all that it includes and imports from `sources`; none where a diagnostic is an error."""
    if name not in sources:
        hint = did_you_mean(name, sources) or f"There are: {', '.join(sorted(sources))}."
        return None, [error("template-unknown-template", f"There is no template `{name}`.", file=name, hint=hint)]
    found = _Reading(sources)
    found.visit(name, ())
    if found.faults:
        return None, found.faults
    codes: dict[str, CodeType] = {}
    for each, tree in found.trees.items():
        try:
            codes[each] = reading.compiled(found.environment, tree, each)
        except TemplateSyntaxError as fault:
            return None, [_syntax(sources[each], fault)]
        except _TOO_DEEP:
            return None, [_too_deep(sources[each], _deepest_line(tree))]
    return Template(name, {each: sources[each] for each in found.trees}, found.trees, codes), []


def includes(file: SourceFile) -> frozenset[str]:
    """The names of the templates that a file includes and imports; none where it cannot be read."""
    if _unreadable(file):
        return frozenset()
    try:
        tree = reading.for_reading({}).parse(file.text)
        return frozenset(name for name in meta.find_referenced_templates(tree) if name is not None)
    except (TemplateSyntaxError, ValueError, *_TOO_DEEP):
        return frozenset()


class _Reading:
    """The way through a template and what it includes."""

    def __init__(self, sources: Mapping[str, SourceFile]) -> None:
        self.sources = sources
        self.faults: list[Diagnostic] = []
        self.trees: dict[str, nodes.Template] = {}
        self._order: dict[str | None, int] = {}
        self.environment = reading.for_reading(self._order)

    def visit(self, name: str, above: tuple[str, ...]) -> None:
        """Read a template, and then what it names."""
        file = self.sources[name]
        self._order[name] = len(self._order)
        if fault := _unreadable(file):
            self.faults.append(fault)
            return
        try:
            self.trees[name] = self.environment.parse(file.text, name, name)
            used, faults = grammar.check(self.trees[name], file, self.sources)
        except TemplateSyntaxError as fault_found:
            self.faults.append(_syntax(file, fault_found))
            return
        except ValueError:
            self.faults.append(_too_many_digits(file))
            return
        except _TOO_DEEP as too_deep:
            tree = self.trees.get(name)
            line = _deepest_line(tree) if tree else _parsed_line(too_deep.__traceback__)
            self.faults.append(_too_deep(file, line))
            return
        self.faults += faults
        for other, line in used:
            if other == name or other in above:
                self.faults.append(
                    error("template-not-allowed", f"`{other}` includes itself.", places.of_line(file, line),
                          "A template may include others, but not in a circle.")
                )  # fmt: skip
            elif other not in self._order:
                self.visit(other, (*above, name))


_TOO_DEEP = (RecursionError, MemoryError, SyntaxError)
"""What Jinja, and Python behind it, make of a thousand brackets or blocks in one another. A template that is not
Jinja is a `TemplateSyntaxError`, which is none of these."""


def _too_deep(file: SourceFile, line: int) -> Diagnostic:
    return error("template-too-large", "Too many brackets, operators or blocks stand one within the other here.",
                 places.of_line(file, line), "Divide the expression or the block into several.")  # fmt: skip


def _deepest_line(tree: nodes.Template) -> int:
    """The line of the node that the most others stand around."""
    line, most = 1, 0
    todo: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while todo:
        node, depth = todo.pop()
        if depth > most and node.lineno:
            line, most = node.lineno, depth
        todo += [(child, depth + 1) for child in node.iter_child_nodes()]
    return line


def _parsed_line(traceback: TracebackType | None) -> int:
    """The line at which Jinja's parser was when it gave up."""
    while traceback:
        parser = traceback.tb_frame.f_locals.get("self")
        if isinstance(parser, Parser):
            return parser.stream.current.lineno
        traceback = traceback.tb_next
    return 1


_DIGITS = re.compile(r"[0-9][0-9_]{4000,}+")
"""Python reads no number of more than 4,300 digits."""


def _too_many_digits(file: SourceFile) -> Diagnostic:
    found = _DIGITS.search(file.text)
    line = file.line_column(found.start())[0] if found else 1
    return error("template-syntax", "A number here has more digits than can be read.", places.of_line(file, line))


def _unreadable(file: SourceFile) -> Diagnostic | None:
    if len(file.text) > SOURCE:
        return error("template-too-large", f"A template has at most {SOURCE:,} characters.", file=file.name)
    if found := PRIVATE.search(file.text):
        line = file.line_column(found.start())[0]
        return error("template-not-allowed", "A private-use character cannot stand in a template.",
                     places.of_word(file, line, found[0]), "They mark the places of values; take it out.")  # fmt: skip
    return None


def _syntax(file: SourceFile, fault: TemplateSyntaxError) -> Diagnostic:
    message = (fault.message or "This is not Jinja").rstrip(".")
    return error("template-syntax", f"{message}.", places.of_line(file, fault.lineno))
