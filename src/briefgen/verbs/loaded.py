"""What briefs need of the program, loaded once before processes are forked, so that not each of them loads it."""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import walk_packages

from briefgen.verbs.order import Order

_ALWAYS = (
    "briefgen.template", "briefgen.agreement", "briefgen.analysis", "briefgen.evidence", "briefgen.exhibits",
    "briefgen.lint.claims", "briefgen.release", "briefgen.charts", "briefgen.layout",
)  # fmt: skip
"""Packages of which a part is loaded only when a brief is made that has need of it, whatever its format."""
_NOT_ALWAYS = ("briefgen.writers.docx.house.", "briefgen.evidence.extract.")
"""For a house style, which is read by then; for `source add`."""


def load_all(orders: Iterable[Order]) -> None:
    """Loads what is needed for these briefs, as far as that does not hang on what a scenario holds."""
    formats = {form for order in orders for form in order.formats}
    for name in (*_ALWAYS, *(f"briefgen.writers.{form}" for form in sorted(formats))):
        package = import_module(name)
        for module in walk_packages(package.__path__, f"{name}."):
            if not module.name.startswith(_NOT_ALWAYS):
                import_module(module.name)
