"""The functions that every template has."""

from collections.abc import Callable

from briefgen.document import Reference
from briefgen.template.bounds import RANGE, TooLarge
from briefgen.template.model import Locale
from briefgen.template.sentence import Pointer, Sentence, Wordings

NAMES = frozenset({"_", "ngettext", "page", "paged", "range", "ref"})
"""Their names; no template may give them another meaning."""


def functions(locale: Locale) -> dict[str, Callable[..., object]]:
    """The functions by name, in a language."""

    def text(message: str, **values: object) -> Sentence:
        return Sentence(locale.text(message), values)

    def plural(one: str, many: str, n: int, **values: object) -> Sentence:
        return Sentence(locale.plural(one, many, n), {"n": n, **values})

    return {"_": text, "ngettext": plural, "page": page, "paged": Wordings, "range": steps, "ref": Pointer}


def page(anchor: str) -> Reference:
    """The page of an anchor; where there are no pages, the words that stand there."""
    return Reference(anchor)


def steps(*bounds: int) -> range:
    """Whole numbers, not too many."""
    numbers = range(*bounds)
    if len(numbers) > RANGE:
        raise TooLarge
    return numbers
