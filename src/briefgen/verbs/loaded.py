"""What briefs need of the program, loaded once before processes are forked, so that not each of them loads it."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from briefgen.verbs.order import Order

_ALWAYS = (
    "briefgen.template", "briefgen.agreement", "briefgen.analysis", "briefgen.evidence", "briefgen.exhibits",
    "briefgen.lint.claims", "briefgen.lint.rules", "briefgen.release", "briefgen.charts", "briefgen.layout",
)  # fmt: skip
"""Packages of which a part is loaded only when a brief is made that has need of it, whatever its format."""
_NOT_ALWAYS = ("briefgen.writers.docx.house", "briefgen.evidence.extract")
"""For a house style, which is read by then; for `source add`."""
_FOR_AUDIENCES = ("briefgen.release.filter", "briefgen.release.scan")
_FOR_REVIEWERS = ("briefgen.writers.docx.assemble",)


def load_all(orders: Iterable[Order]) -> None:
    """Loads what is needed for these briefs, as far as that does not hang on what a scenario holds."""
    orders = tuple(orders)
    formats = {form for order in orders for form in order.formats}
    without: tuple[str, ...] = _NOT_ALWAYS
    if not any(order.audience for order in orders):
        without += _FOR_AUDIENCES
    if not any(order.review for order in orders):
        without += _FOR_REVIEWERS
    for name in (*_ALWAYS, *(f"briefgen.writers.{form}" for form in sorted(formats))):
        for module in _modules(name, without):
            import_module(module)


def _modules(package: str, without: tuple[str, ...]) -> Iterator[str]:
    """A package and all that lies in it; without some, which are passed over with all that lies in them."""
    yield package
    for module in iter_modules(import_module(package).__path__, f"{package}."):
        if module.name not in without:
            yield from _modules(module.name, without) if module.ispkg else (module.name,)
