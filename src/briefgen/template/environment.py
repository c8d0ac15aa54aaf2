"""Jinja as templates get it: sandboxed, strict, bounded, and printing holes."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import CodeType
from typing import Any

import msgspec
from jinja2 import BaseLoader, StrictUndefined, Undefined, pass_eval_context
from jinja2.environment import Template as JinjaTemplate
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen import schema
from briefgen.core.dates import PartialDate
from briefgen.document import Reference
from briefgen.markup.model import Label, Prose, choose
from briefgen.schema import former_fields_of
from briefgen.template.model import Frame, Locale

# Limits, counted in work and not in seconds, so that they are the same everywhere.

OUTPUT = 2_000_000
"""Characters of template text, and steps of loops."""
HOLES = 200_000
"""Values printed."""
SOURCE = 500_000
"""Characters of a template's file."""
RANGE = 1_000
"""The longest `range`."""
NESTING = 8
"""Directives within directives."""


class TooLarge(Exception):  # noqa: N818  (a template is, not the program)
    """A template makes more than a brief can hold. Caught where it is rendered."""


class Budget:
    """The work that one rendering may still do."""

    def __init__(self) -> None:
        self._left = OUTPUT

    def spend(self, work: int) -> None:
        """Take some, or raise TooLarge."""
        self._left -= work
        if self._left < 0:
            raise TooLarge


# Holes: placeholders for values in the Markdown of a template.
#
# A hole is a private-use character, an index and another private-use character. The Markdown parser sees a
# word; the value is put in its place once the text is parsed. Line marks, made in the same way, give the line and the
# file that words came from; they are taken out before the text is parsed.

_OPEN, _LINE, _CLOSE = "\ue000", "\ue001", "\ue002"
HOLE = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
"""A hole; its group is the index of the value."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Characters that a template may not have."""
_SIGN = re.compile(f"{_LINE}([0-9]+),([0-9]+){_CLOSE}|{_OPEN}([0-9]+){_CLOSE}|\n")


class Place(msgspec.Struct, frozen=True):
    """A line (from 1) of one of the files of a template, by its number in their order."""

    file: int
    line: int


class Rendered(msgspec.Struct, frozen=True):
    """The output of Jinja: Markdown with holes, their values, and the places in the template that it came from."""

    text: str
    places: tuple[Place, ...]
    """Of each line of `text`."""
    values: Sequence[object] = ()
    value_places: dict[int, Place] = {}
    """Of each value, by its index."""


class Holes:
    """The values printed so far."""

    def __init__(self, budget: Budget) -> None:
        self.values: list[object] = []
        self._budget = budget

    def put(self, value: object) -> str:
        """Add a value and return its hole."""
        if len(self.values) >= HOLES:
            raise TooLarge
        self._budget.spend(1)
        self.values.append(value)
        return f"{_OPEN}{len(self.values) - 1}{_CLOSE}"


def hole(index: int) -> str:
    """The hole of an index."""
    return f"{_OPEN}{index}{_CLOSE}"


def line_mark(file: int, line: int) -> str:
    """The mark before text that comes from this line."""
    return f"{_LINE}{file},{line}{_CLOSE}"


def read(output: str, values: Sequence[object]) -> Rendered:
    """The output of Jinja without its line marks, and what they say."""
    text: list[str] = []
    places: list[Place] = []
    value_places: dict[int, Place] = {}
    here = first = Place(0, 1)
    blank = True
    at = 0
    for sign in _SIGN.finditer(output):
        if sign.start() > at:
            text.append(output[at : sign.start()])
            first, blank = (here, False) if blank else (first, False)
        at = sign.end()
        file, line, index = sign.groups()
        if file is not None:
            here = Place(int(file), int(line))
        elif index is not None:
            text.append(sign[0])
            value_places[int(index)] = here
            first, blank = (here, False) if blank else (first, False)
        else:
            text.append("\n")
            places.append(here if blank else first)
            blank = True
    text.append(output[at:])
    places.append(here if blank else first)
    return Rendered("".join(text), tuple(places), values, value_places)


BOUND = "briefgen.bound"
"""The filter around the values of each loop. No template can name it."""


class _Compiled(BaseLoader):
    """Finds the included and imported templates among those that were loaded."""

    def __init__(self, codes: Mapping[str, CodeType]) -> None:
        self._codes = codes

    def load(self, environment: Any, name: str, globals: Any = None) -> JinjaTemplate:  # noqa: A002
        """The template of that name, in this environment."""
        return JinjaTemplate.from_code(environment, self._codes[name], globals)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """One for reading templates, and one for each rendering, with its values."""

    intercepted_binops = frozenset({"+", "-"})
    order: Mapping[str | None, int] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute; of a Struct, also by the key that it had in an earlier format."""
        if isinstance(obj, msgspec.Struct) and attribute in former_fields_of(type(obj)):
            return schema.attribute(obj, attribute)
        return super().getattr(obj, attribute)

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

    environment.filters = {**bound_to(frame.lang), BOUND: bound}
    environment.tests = {name: environment.tests[name] for name in TESTS}
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


# Sentences of a template: words from the catalogue, with values in their slots.

SLOT = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
"""A slot in a message: `{date}`."""


class Sentence(msgspec.Struct, frozen=True):
    """A message in the language of the brief, and the values for its slots."""

    words: str
    values: Mapping[str, object]


class Series(msgspec.Struct, frozen=True):
    """Values to be listed: a, b and c; or with a separator of the template's own."""

    values: tuple[object, ...]
    separator: str | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to list, so that a template can ask."""
        return bool(self.values)


class Wordings(msgspec.Struct, frozen=True):
    """The wording of a brief with pages, and of one without."""

    with_pages: object
    without_pages: object


class Pointer(msgspec.Struct, frozen=True):
    """“Table 2” or the words of a heading, by its anchor; becomes a link when the document is numbered."""

    anchor: str
    template: str = ""
    line: int = 0


def slots(message: str) -> frozenset[str]:
    """The names of the slots of a message."""
    return frozenset(SLOT.findall(message))


# The functions that every template has.

FUNCTION_NAMES = frozenset({"_", "ngettext", "page", "paged", "range", "ref"})
"""Their names; no template may give them another meaning."""


def functions(locale: Locale) -> dict[str, Callable[..., object]]:
    """The functions by name, in a language."""

    def text(message: str, **values: object) -> Sentence:
        return Sentence(locale.text(message), values)

    def plural(one: str, many: str, n: int, **values: object) -> Sentence:
        return Sentence(locale.plural(one, many, n), {"n": n, **values})

    return {"_": text, "ngettext": plural, "page": page, "paged": Wordings, "range": steps, "ref": ref}


def page(anchor: str) -> Reference:
    """The page of an anchor; where there are no pages, its words."""
    return Reference(_name(anchor))


def ref(anchor: str) -> Pointer:
    """A link to an anchor, with its words."""
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


# The filters of templates: they choose, order and list; they do not make words.

TESTS = ("defined", "none", "eq", "==", "equalto", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=", "in",
         "odd", "even", "string", "number")  # fmt: skip
"""The tests that templates may use, by their names in Jinja."""

SAME_SHAPE_FILTERS = frozenset({"selectattr", "rejectattr", "sort"})
"""Filters whose result is as their input."""
ELEMENT_FILTERS = frozenset({"first", "last", "find"})
"""Filters that give one element of their input, or none."""

_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": lambda value, other: bool(value == other),
    "!=": lambda value, other: bool(value != other),
    "in": lambda value, other: value in other,
}


def bound_to(lang: str) -> dict[str, Callable[..., object]]:
    """All filters by name, for a language to order words in."""

    def sort(items: Iterable[object], attribute: str | None = None, reverse: bool = False) -> list[object]:
        def key(item: object) -> object:
            return _sortable(item if attribute is None else _attribute(item, attribute), lang)

        return sorted(items, key=key, reverse=reverse)  # type: ignore[arg-type]  # a TypeError is reported

    return {
        "find": find, "first": first, "items": items, "join": join, "last": last, "length": length, "map": attributes,
        "rejectattr": reject, "selectattr": select, "sort": sort,
    }  # fmt: skip


FILTER_NAMES = frozenset(
    {"find", "first", "items", "join", "last", "length", "map", "rejectattr", "selectattr", "sort"}
)
"""The names of all filters."""


def find(items: Iterable[object], value: object, attribute: str = "id") -> object:
    """The element whose id (or other attribute) is this, or none."""
    return next((item for item in items if _attribute(item, attribute) == value), None)


def first(items: Iterable[object]) -> object:
    """The first element, or none."""
    return next(iter(items), None)


def last(items: Sequence[object]) -> object:
    """The last element, or none."""
    return items[-1] if items else None


def length(items: Sequence[object]) -> int:
    """How many there are."""
    return len(items)


def items(mapping: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    """Keys and values, for `for key, value in`."""
    return tuple(mapping.items())


def attributes(items: Iterable[object], attribute: str) -> list[object]:
    """One attribute of each element."""
    return [_attribute(item, attribute) for item in items]


def join(items: Iterable[object], separator: str | None = None) -> Series:
    """A list in a sentence, or with a separator between."""
    return Series(tuple(items), separator)


def select(items: Iterable[object], attribute: str, test: str | None = None, value: object = None) -> list[object]:
    """The elements whose attribute is there and not empty, or compares so with the value (`==`, `!=`, `in`)."""
    return [item for item in items if _holds(_attribute(item, attribute), test, value)]


def reject(items: Iterable[object], attribute: str, test: str | None = None, value: object = None) -> list[object]:
    """The other elements."""
    return [item for item in items if not _holds(_attribute(item, attribute), test, value)]


def _holds(found: object, test: str | None, value: object) -> bool:
    if test is None:
        return bool(found)
    if test not in _COMPARED:
        raise ValueError(f"`{test}` is no comparison; write ==, != or in")
    return _COMPARED[test](found, value)


def _attribute(item: object, name: str) -> object:
    """An attribute by its dotted name; of a mapping, the value of a key."""
    for part in name.split("."):
        if part.startswith("_"):
            raise ValueError(f"`{part}` is private")
        item = item.get(part) if isinstance(item, Mapping) else None if item is None else schema.attribute(item, part)
    return item


def _sortable(value: object, lang: str) -> tuple[int, Any]:
    """Empty last; words without regard to case; numbers and dates as they are."""
    match value:
        case None:
            return 1, ""
        case Label(texts=texts) | Prose(texts=texts):
            return 0, texts.get(choose(texts, lang) or "", "").casefold()
        case str():
            return 0, value.casefold()
        case bool() | int() | float() | dt.date() | PartialDate():
            return 0, value
        case _:
            raise TypeError(f"a {type(value).__name__} cannot be sorted; name an attribute")
