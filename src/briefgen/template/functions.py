"""The functions that every template has."""

from collections.abc import Callable

from jinja2 import Undefined

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

    return {"_": text, "ngettext": plural, "page": page, "paged": Wordings, "range": steps, "ref": ref}


def page(anchor: str) -> Reference:
    """The page of an anchor; where there are no pages, the words that stand there."""
    return Reference(_name(anchor))


def ref(anchor: str) -> Pointer:
    """A link to an anchor, with the words that stand there."""
    return Pointer(_name(anchor))


def _name(anchor: object) -> str:
    if not isinstance(anchor, str):
        if isinstance(anchor, Undefined):
            str(anchor)  # raises, and says which name it is
        raise TypeError("an anchor is a word in quotation marks")
    return anchor


def steps(*bounds: int) -> range:
    """Whole numbers, not too many."""
    numbers = range(*bounds)
    if len(numbers) > RANGE:
        raise TooLarge
    return numbers
