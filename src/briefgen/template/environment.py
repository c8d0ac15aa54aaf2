"""Jinja, as templates get it: sandboxed, strict, and printing holes."""

from collections.abc import Callable, Mapping
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Undefined, pass_eval_context
from jinja2.environment import Template as JinjaTemplate
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen.template import filters
from briefgen.template.bounds import Budget
from briefgen.template.functions import functions
from briefgen.template.holes import Holes
from briefgen.template.model import Frame

BOUND = "briefgen.bound"
"""The filter put around what each loop goes through. No template can name it."""


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
