"""The input and the result of composing a document."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from types import CodeType
from typing import TYPE_CHECKING, Protocol

import msgspec

from briefgen.core.dates import PartialDate
from briefgen.core.diagnostic import Diagnostic, Finding
from briefgen.core.source import SourceFile
from briefgen.document import Blocks, Document, Inlines, Properties, Running
from briefgen.markup.model import Citation

if TYPE_CHECKING:
    from jinja2 import nodes


class Locale(Protocol):
    """What templates need of a language. `briefgen.locale.Locale` is one."""

    def text(self, message: str) -> str:
        """An interface message, its `{slots}` unfilled."""

    def plural(self, one: str, many: str, n: int) -> str:
        """The form of a message that goes with a number."""

    def date(self, value: dt.date | PartialDate) -> str:
        """A date in words."""

    def number(self, value: float) -> str:
        """A number as this language writes it."""

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence: a, b and c."""


class CitedFact(msgspec.Struct, frozen=True):
    """The fact that a citation names, as its note shows it."""

    key: str
    """Citations of one key share a note: the same passages with the same locator."""
    brief: Inlines
    """The note at the foot of the page."""
    full: Blocks
    """The end note: the register entry and the whole passage."""


class Frame(msgspec.Struct, frozen=True):
    """What a document needs besides its template and its context."""

    locale: Locale
    lang: str
    properties: Properties
    running: Running
    cite: Callable[[Citation], CitedFact | None]
    """None: no such fact."""


class Template(msgspec.Struct, frozen=True, eq=False):
    """A template that passed the grammar, with everything that it includes and imports."""

    name: str
    files: Mapping[str, SourceFile]
    """By name, in the order that line marks number them."""
    trees: "Mapping[str, nodes.Template]"
    """Syntax trees by name: for the check of names."""
    codes: Mapping[str, CodeType]
    uses: frozenset[str] = frozenset()
    """The names of its context that it uses, once they were checked."""


class Composed(msgspec.Struct, frozen=True):
    """A document, and what is wrong in the template (diagnostics) and in what authors wrote (findings, by path)."""

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
    findings: tuple[Finding, ...] = ()
