"""The file of a template and those that it includes, parsed, checked and compiled."""

import math
import re
from collections.abc import Iterator, Mapping
from types import CodeType, TracebackType

from jinja2 import StrictUndefined, TemplateSyntaxError, meta, nodes, pass_eval_context
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile, Span
from briefgen.core.suggestions import did_you_mean
from briefgen.template.environment import (
    BOUND,
    FILTER_NAMES,
    FUNCTION_NAMES,
    PRIVATE,
    SOURCE,
    TESTS,
    TemplateEnvironment,
    bound_to,
    line_mark,
    slots,
)
from briefgen.template.model import Template


def load(name: str, sources: Mapping[str, SourceFile]) -> tuple[Template | None, list[Diagnostic]]:
    """The template `name` with everything that it includes and imports from `sources`; None where a diagnostic is an
    error."""
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
            codes[each] = compiled(found.environment, tree, each)
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
        tree = for_reading({}).parse(file.text)
        return frozenset(name for name in meta.find_referenced_templates(tree) if name is not None)
    except (TemplateSyntaxError, ValueError, *_TOO_DEEP):
        return frozenset()


class _Reading:
    """One pass over a template and its includes."""

    def __init__(self, sources: Mapping[str, SourceFile]) -> None:
        self.sources = sources
        self.faults: list[Diagnostic] = []
        self.trees: dict[str, nodes.Template] = {}
        self._order: dict[str | None, int] = {}
        self.environment = for_reading(self._order)

    def visit(self, name: str, above: tuple[str, ...]) -> None:
        """Read a template, and then its includes."""
        file = self.sources[name]
        self._order[name] = len(self._order)
        if fault := _unreadable(file):
            self.faults.append(fault)
            return
        try:
            self.trees[name] = self.environment.parse(file.text, name, name)
            used, faults = check(self.trees[name], file, self.sources)
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
                    error("template-not-allowed", f"`{other}` includes itself.", of_line(file, line),
                          "A template may include others, but not in a circle.")
                )  # fmt: skip
            elif other not in self._order:
                self.visit(other, (*above, name))


_TOO_DEEP = (RecursionError, MemoryError, SyntaxError)
"""Raised by Jinja and Python for thousands of nested brackets or blocks. A template that is not Jinja raises a
`TemplateSyntaxError`, which is none of these."""


def _too_deep(file: SourceFile, line: int) -> Diagnostic:
    return error("template-too-large", "Too many brackets, operators or blocks stand one within the other here.",
                 of_line(file, line), "Divide the expression or the block into several.")  # fmt: skip


def _deepest_line(tree: nodes.Template) -> int:
    """The line of the most deeply nested node."""
    line, most = 1, 0
    todo: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while todo:
        node, depth = todo.pop()
        if depth > most and node.lineno:
            line, most = node.lineno, depth
        todo += [(child, depth + 1) for child in node.iter_child_nodes()]
    return line


def _parsed_line(traceback: TracebackType | None) -> int:
    """The line at which Jinja's parser failed."""
    while traceback:
        parser = traceback.tb_frame.f_locals.get("self")
        if isinstance(parser, Parser):
            return parser.stream.current.lineno
        traceback = traceback.tb_next
    return 1


_DIGITS = re.compile(r"[0-9][0-9_]{4000,}+")
"""Python does not read numbers of more than 4,300 digits."""


def _too_many_digits(file: SourceFile) -> Diagnostic:
    found = _DIGITS.search(file.text)
    line = file.line_column(found.start())[0] if found else 1
    return error("template-syntax", "A number here has more digits than can be read.", of_line(file, line))


def _unreadable(file: SourceFile) -> Diagnostic | None:
    if len(file.text) > SOURCE:
        return error("template-too-large", f"A template has at most {SOURCE:,} characters.", file=file.name)
    if found := PRIVATE.search(file.text):
        line = file.line_column(found.start())[0]
        return error("template-not-allowed", "A private-use character cannot stand in a template.",
                     of_word(file, line, found[0]), "They mark the places of values; take it out.")  # fmt: skip
    return None


def _syntax(file: SourceFile, fault: TemplateSyntaxError) -> Diagnostic:
    message = (fault.message or "This is not Jinja").rstrip(".")
    return error("template-syntax", f"{message}.", of_line(file, fault.lineno))


# Jinja, to parse and compile templates.


class _LineMarks(Extension):
    """Puts a line mark before each printed value and at the beginning of each line of template text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        file = self.environment.order.get(stream.name, 0)  # type: ignore[attr-defined]
        for token in stream:
            if token.type == "data":
                lines = token.value.split("\n")
                marked = "\n".join(line_mark(file, token.lineno + i) + line for i, line in enumerate(lines))
                yield Token(token.lineno, "data", marked)
            else:
                if token.type == "variable_begin":
                    yield Token(token.lineno, "data", line_mark(file, token.lineno))
                yield token


@pass_eval_context
def _unprinted(_: object, value: object) -> object:
    """A placeholder that each rendering replaces; the decorator stops Jinja from printing constants at compile time."""
    return value


def _unbound(items: object, weight: int) -> object:
    """A placeholder that each rendering replaces."""
    return items


def for_reading(order: Mapping[str | None, int]) -> TemplateEnvironment:
    """The environment that parses and compiles."""
    environment = TemplateEnvironment(
        extensions=[_LineMarks], undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, optimized=False, finalize=_unprinted,
    )  # fmt: skip
    environment.order = order
    environment.filters = {**bound_to(""), BOUND: _unbound}
    return environment


def compiled(environment: TemplateEnvironment, tree: nodes.Template, name: str) -> CodeType:
    """A checked template as code, with a bound on each of its loops."""
    for loop in tree.find_all(nodes.For):
        bound = nodes.Filter(loop.iter, BOUND, [nodes.Const(_weight(loop))], [], None, None)
        loop.iter = bound.set_lineno(loop.lineno).set_environment(environment)
    return environment.compile(tree, name, name)


def _weight(node: nodes.Node) -> int:
    """How many characters of template text are inside a node."""
    return sum(len(data.data) for data in node.find_all(nodes.TemplateData))


# The grammar: what of Jinja a template may use. Everything else is refused.
#
# Most of it is refused for one reason: a value must never become part of the Markdown. `~`, `%`, set blocks and
# filter blocks make text out of values, and so does a macro's result where it is not printed at once.

_ALLOWED = frozenset({
    "Add", "And", "Assign", "Call", "CallBlock", "Compare", "CondExpr", "Const", "Filter", "For", "FromImport",
    "Getattr", "Getitem", "If", "Import", "Include", "Keyword", "List", "Macro", "Name", "Neg", "Not", "Operand", "Or",
    "Output", "Slice", "Sub", "Template", "TemplateData", "Test", "Tuple",
})  # fmt: skip

_REFUSED = {
    "AssignBlock": ("{% set %} with a block", "Write a macro."),
    "Block": ("{% block %}", "Include a template, or write a macro."),
    "Concat": ("`~`", "Let the pieces stand side by side, or write one sentence with _()."),
    "Dict": ("a dictionary", ""),
    "Div": ("`/`", "Figures come from the scenario; a template does not work them out."),
    "Extends": ("{% extends %}", "Include a template, or write a macro."),
    "FilterBlock": ("{% filter %}", "Filter the value instead: {{ value | filter }}."),
    "FloorDiv": ("`//`", "Figures come from the scenario; a template does not work them out."),
    "Mod": ("`%`", "Write one sentence with _()."),
    "Mul": ("`*`", "Figures come from the scenario; a template does not work them out."),
    "NSRef": ("a namespace", ""),
    "Pow": ("`**`", "Figures come from the scenario; a template does not work them out."),
    "ScopedEvalContextModifier": ("{% autoescape %}", "Values cannot do harm; there is nothing to escape."),
    "With": ("{% with %}", "Write {% set %}."),
}
_HIDDEN = frozenset({"self", "super", "varargs", "kwargs", "context"})


def check(tree: nodes.Template, file: SourceFile, sources: Mapping[str, SourceFile]
          ) -> tuple[list[tuple[str, int]], list[Diagnostic]]:  # fmt: skip
    """What a template includes and imports (name, line), and what is wrong with it."""
    checking = _Checking(tree, file, sources)
    checking.node(tree, printed=False)
    return checking.used, checking.faults


class _Checking:
    """One pass over a file."""

    def __init__(self, tree: nodes.Template, file: SourceFile, sources: Mapping[str, SourceFile]) -> None:
        self.file = file
        self.sources = sources
        self.used: list[tuple[str, int]] = []
        self.faults: list[Diagnostic] = []
        self._line = 1
        self.macros = {"caller"}
        self.modules: set[str] = set()
        for node in tree.find_all((nodes.Macro, nodes.FromImport, nodes.Import)):
            match node:
                case nodes.Macro(name=name):
                    self.macros.add(name)
                case nodes.FromImport(names=names):
                    self.macros.update(name[1] if isinstance(name, tuple) else name for name in names)
                case nodes.Import(target=target):
                    self.modules.add(target)

    def fault(self, code: str, message: str, line: int, word: str = "", hint: str = "") -> None:
        """Note a fault at a word of a line, or at the line."""
        span = of_word(self.file, line, word) if word else of_line(self.file, line)
        self.faults.append(error(code, message, span, hint))

    def refuse(self, what: str, line: int, word: str = "", hint: str = "") -> None:
        """Note something that is not allowed."""
        self.fault("template-not-allowed", f"A template cannot use {what}.", line, word, hint)

    def node(self, node: nodes.Node, *, printed: bool) -> None:
        """Check a node and everything in it. `printed`: it is directly in the braces, where a macro may be called."""
        kind = type(node).__name__
        self._line = node.lineno or self._line  # some nodes made by Jinja have none
        if kind not in _ALLOWED:
            what, hint = _REFUSED.get(kind, (f"this ({kind})", "See docs/templates.md for what it can."))
            self.refuse(what, self._line, hint=hint)
            return
        match node:
            case nodes.Const(value=float(value)) if math.isinf(value):
                self.refuse("a number as large as this", self._line)
                return
            case nodes.TemplateData() | nodes.Const():
                return
            case nodes.Call():
                self._call(node, printed=printed)
                return
            case nodes.CallBlock():
                self._call(node.call, printed=True)
                self._each(node.args, node.defaults, node.body)
                self._bound(node.args)
                return
            case nodes.Output():
                for child in node.nodes:
                    self.node(child, printed=True)
                return
            case nodes.Include() | nodes.Import() | nodes.FromImport():
                self._other_file(node)
                return
            case nodes.Name():
                self._name(node)
                return
            case nodes.Getattr(attr=attribute) if attribute.startswith("_"):
                self.refuse(f"the private name `{attribute}`", node.lineno, attribute)
            case nodes.Filter(name=name) if name not in FILTER_NAMES:
                self._unknown("filter", name, FILTER_NAMES, node.lineno)
            case nodes.Test(name=name) if name not in TESTS:
                self._unknown("test", name, TESTS, node.lineno)
            case nodes.For(recursive=True):
                self.refuse("a recursive loop", node.lineno)
            case nodes.For(target=target) | nodes.Assign(target=target):
                self._bound([target])
            case nodes.Macro():
                self._bound(node.args)
                self._not_reserved(node.name, node.lineno)
            case nodes.Filter(dyn_args=None, dyn_kwargs=None) | nodes.Test(dyn_args=None, dyn_kwargs=None):
                pass
            case nodes.Filter() | nodes.Test():
                self.refuse("`*` in a call", node.lineno)
        self._each(node.iter_child_nodes())

    def _each(self, *groups: object) -> None:
        for group in groups:
            for child in group:  # type: ignore[attr-defined]
                self.node(child, printed=False)

    def _name(self, node: nodes.Name) -> None:
        if node.name in self.macros or node.name in self.modules:
            if node.ctx == "load":
                self.refuse(
                    f"the macro `{node.name}` other than by calling it alone in its braces", node.lineno, node.name
                )
        elif (node.name.startswith("_") and node.name != "_") or node.name in _HIDDEN:
            self.refuse(f"the name `{node.name}`", node.lineno, node.name)

    def _call(self, node: nodes.Call, *, printed: bool) -> None:
        """A function of the context anywhere; a macro, whose result is Markdown, only where it is printed at once."""
        callee = node.node
        macro = ""
        match callee:
            case nodes.Name(name=name) if name in self.macros:
                macro = name
            case nodes.Name(name=name):
                self._name(callee)
                if name in ("_", "ngettext"):
                    self._sentence(node, name)
            case nodes.Getattr(node=nodes.Name(name="loop"), attr="cycle"):
                pass
            case nodes.Getattr(node=nodes.Name(name=name), attr=attribute) if name in self.modules:
                macro = f"{name}.{attribute}"
                if attribute.startswith("_"):
                    self.refuse(f"the private name `{attribute}`", node.lineno, attribute)
            case nodes.Getattr(attr=attribute):
                self.refuse(
                    f"the method `{attribute}`", node.lineno, attribute, "Values have fields; functions are filters."
                )
            case _:
                self.refuse("a call of something that has no name", node.lineno)
        if macro and not printed:
            self.refuse(f"the macro `{macro}` inside an expression", node.lineno, macro.rpartition(".")[2],
                        f"Call it alone in its braces: {{{{ {macro}(…) }}}}.")  # fmt: skip
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.refuse("`*` in a call", node.lineno)
        self._each(node.args, node.kwargs)

    def _sentence(self, node: nodes.Call, name: str) -> None:
        """A message must be a literal, so that it can be extracted for the catalogue, and have all its values."""
        count = 1 if name == "_" else 3
        messages = node.args[: 1 if name == "_" else 2]
        if len(node.args) != count or not all(
            isinstance(message, nodes.Const) and isinstance(message.value, str) for message in messages
        ):
            form = '_("Words {slot}", slot=…)' if name == "_" else 'ngettext("{n} word", "{n} words", n)'
            self.refuse(f"`{name}` like this", node.lineno, name, f"Write {form}, with the words in quotation marks.")
            return
        needed = frozenset[str]().union(
            *(slots(message.value) for message in messages if isinstance(message, nodes.Const))
        )
        given = {keyword.key for keyword in node.kwargs} | ({"n"} if name == "ngettext" else set())
        for slot in sorted(needed - given):
            self.fault("template-unknown-name", f"The sentence has a slot {{{slot}}} and no value for it.", node.lineno,
                       f"{{{slot}}}", f"Add {slot}=… behind the words.")  # fmt: skip
        for slot in sorted(given - needed - {"n"}):
            self.fault("template-unknown-name", f"The sentence has no slot {{{slot}}}.", node.lineno, slot,
                       f"Write {{{slot}}} in the words, or take the value out.")  # fmt: skip

    def _other_file(self, node: nodes.Include | nodes.Import | nodes.FromImport) -> None:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str):
            self.refuse("a template whose name is not in quotation marks", node.lineno)
        elif name not in self.sources:
            self._unknown("template", name, self.sources, node.lineno)
        elif isinstance(node, nodes.Include) and node.ignore_missing:
            self.refuse("`ignore missing`", node.lineno, "ignore")
        else:
            self.used.append((name, node.lineno))
        if isinstance(node, nodes.Import):
            self._not_reserved(node.target, node.lineno)
        for imported in node.names if isinstance(node, nodes.FromImport) else ():
            self._not_reserved(imported[1] if isinstance(imported, tuple) else imported, node.lineno)

    def _unknown(self, what: str, name: str, known: object, line: int) -> None:
        names = sorted(known)  # type: ignore[call-overload]
        self.fault(f"template-unknown-{what}", f"There is no {what} `{name}`.", line, name,
                   did_you_mean(name, names) or f"There are: {', '.join(names)}.")  # fmt: skip

    def _bound(self, targets: object) -> None:
        for target in targets:  # type: ignore[attr-defined]
            for name in (target, *target.find_all(nodes.Name)):
                if isinstance(name, nodes.Name):
                    self._not_reserved(name.name, name.lineno)

    def _not_reserved(self, name: str, line: int) -> None:
        if name in FUNCTION_NAMES or name.startswith("_") or name in _HIDDEN | {"loop", "caller"}:
            self.refuse(f"`{name}` as a name of its own", line, name)


# Places in the file of a template. Jinja gives lines; columns are looked up.


def of_line(file: SourceFile, line: int) -> Span:
    """A whole line, without its indentation."""
    text = file.line(line)
    start = _start(file, line) + len(text) - len(text.lstrip())
    return Span(file, start, max(start, _start(file, line) + len(text.rstrip())))


def of_word(file: SourceFile, line: int, word: str, before: str = "") -> Span:
    """The first `word` on or soon after a line, with the pattern `before` in front of it; else the line."""
    if 1 <= line <= _lines(file):
        start = _start(file, line)
        end = _start(file, min(line + 20, _lines(file) + 1)) if line + 20 <= _lines(file) else len(file.text)
        edge = r"(?<![\w])" if word[:1].isalnum() or word[:1] == "_" else ""
        edge_after = r"(?![\w])" if word[-1:].isalnum() or word[-1:] == "_" else ""
        pattern = re.compile(f"{before}{edge}({re.escape(word)}){edge_after}")
        if found := pattern.search(file.text, start, end):
            return Span(file, found.start(1), found.end(1))
    return of_line(file, line)


def _lines(file: SourceFile) -> int:
    return file.text.count("\n") + 1


def _start(file: SourceFile, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = file.text.find("\n", start) + 1
        if start == 0:
            return len(file.text)
    return start


# The text of a template without its comments, which are not for readers of the brief.

_PARTS = re.compile(
    r"""
    \{%[-+]?\s*+raw\s*+[-+]?%\} .*? (?: \{%[-+]?\s*+endraw\s*+[-+]?%\} | \Z )
  | \{[{%] (?: "(?:[^"\\]|\\.)*+" | '(?:[^'\\]|\\.)*+' | \\. | (?![}%]\}) . )*+ (?: [}%]\} | \Z )
  | (?P<begin>\{\#[-+]?) .*? (?P<end>[-+]?\#\} | \Z )""",
    re.VERBOSE | re.DOTALL,
)
"""The parts of a text as Jinja sees them: raw text, expressions and statements with their strings, comments."""


def uncommented(text: str) -> str:
    """The template with empty comments; their delimiters are left, since they control white space."""
    return _PARTS.sub(lambda part: f"{part['begin']}{part['end']}" if part["begin"] else part[0], text)
