"""Jinja as it reads templates and compiles them. Loaded only for a template that is not kept."""

from collections.abc import Iterator, Mapping
from types import CodeType

from jinja2 import StrictUndefined, nodes, pass_eval_context
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from briefgen.template import filters
from briefgen.template.environment import BOUND, TemplateEnvironment
from briefgen.template.holes import line_mark


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


def _weight(node: nodes.Node) -> int:
    """How many characters of its own a template prints below a node."""
    return sum(len(data.data) for data in node.find_all(nodes.TemplateData))
