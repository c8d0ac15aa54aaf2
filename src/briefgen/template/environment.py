"""Jinja, as templates get it: sandboxed, strict, and printing holes."""

from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Undefined, nodes, pass_eval_context
from jinja2.environment import Template as JinjaTemplate
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen.template import filters
from briefgen.template.bounds import Budget
from briefgen.template.functions import functions
from briefgen.template.holes import Holes, line_mark
from briefgen.template.model import Frame

BOUND = "briefgen.bound"
"""The filter put around what each loop goes through. No template can name it."""


class _LineMarks(Extension):
    """Put a line mark before each printed value and at the beginning of each line of a template's own words."""

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


class _Compiled(BaseLoader):
    """Finds the included and imported templates among those that were loaded."""

    def __init__(self, codes: Mapping[str, CodeType]) -> None:
        self._codes = codes

    def load(self, environment: Any, name: str, globals: Any = None) -> JinjaTemplate:  # noqa: A002
        """The template of that name, in this environment."""
        return JinjaTemplate.from_code(environment, self._codes[name], globals)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """One for reading templates, and one for each rendering, which its values belong to."""

    intercepted_binops = frozenset({"+", "-"})
    order: Mapping[str | None, int] = {}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Numbers are added and subtracted; nothing else is."""
        if not all(isinstance(side, (int, float)) and not isinstance(side, bool) for side in (left, right)):
            raise TypeError(f"`{operator}` is for numbers; words are put together with _() or by standing side by side")
        return super().call_binop(context, operator, left, right)


@pass_eval_context
def _unprinted(_: object, value: object) -> object:
    """Stands where each rendering puts its own; the decorator keeps Jinja from printing constants at compile time."""
    return value


def _unbound(items: object, weight: int) -> object:
    """Stands where each rendering puts its own."""
    return items


def for_reading(order: Mapping[str | None, int]) -> TemplateEnvironment:
    """The environment that parses and compiles."""
    environment = TemplateEnvironment(
        extensions=[_LineMarks], undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, optimized=False, finalize=_unprinted,
    )  # fmt: skip
    environment.order = order
    environment.filters = {**filters.bound_to(""), BOUND: _unbound}
    return environment


def compiled(environment: TemplateEnvironment, tree: nodes.Template, name: str) -> CodeType:
    """A checked template as code, with a bound on each of its loops."""
    for loop in tree.find_all(nodes.For):
        bound = nodes.Filter(loop.iter, BOUND, [nodes.Const(_weight(loop))], [], None, None)
        loop.iter = bound.set_lineno(loop.lineno).set_environment(environment)
    return environment.compile(tree, name, name)


def for_rendering(codes: Mapping[str, CodeType], holes: Holes, budget: Budget, frame: Frame,
                  context: Mapping[str, object]) -> TemplateEnvironment:  # fmt: skip
    """The environment of one rendering: it prints into `holes` and spends from `budget`."""
    environment = TemplateEnvironment(
        undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        finalize=_printing(holes, budget), loader=_Compiled(codes), cache_size=len(codes) + 1,
    )  # fmt: skip

    def bound(items: Any, weight: int) -> tuple[object, ...]:
        passed = tuple(items)
        budget.spend(len(passed) * (1 + weight))
        return passed

    environment.filters = {**filters.bound_to(frame.lang), BOUND: bound}
    environment.tests = {name: environment.tests[name] for name in filters.TESTS}
    environment.globals = {**functions(frame.locale), **context}
    return environment


def _printing(holes: Holes, budget: Budget) -> Callable[..., object]:
    @pass_eval_context
    def printed(_: object, value: object) -> object:
        if isinstance(value, Markup):  # what a macro printed: template text and holes already
            budget.spend(len(value))
            return value
        if isinstance(value, Undefined):
            str(value)  # raises, and says which name it is
        return Markup(holes.put(value))

    return printed


def _weight(node: nodes.Node) -> int:
    """How many characters of its own a template prints below a node."""
    return sum(len(data.data) for data in node.find_all(nodes.TemplateData))
