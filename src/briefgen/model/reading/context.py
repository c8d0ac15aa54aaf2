"""What a reading of YAML nodes collects: diagnostics, and the place of each value in its file."""

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.core.diagnostic import Diagnostic, Place, Pointers, error
from briefgen.core.source import Span
from briefgen.markup.source_map import in_markdown, pointers
from briefgen.model.formats import NEWEST, FormerEntry
from briefgen.yaml.edit.scalar import offsets
from briefgen.yaml.tree import Node, Scalar

TextKind: TypeAlias = Literal["text", "label", "prose"]
"""What the text of a scalar becomes: itself, a label without the blanks around it, or Markdown."""

KEY = "#key"
"""Added to the path of an entry: the place of its key, where the key itself names something."""

FOLDED = re.compile(r"(?<!\n)\n(?=\S)")
"""A single line end before a line that is not indented; in a folded text, the end of a paragraph."""


class Origins(dict[str, Span]):
    """Path → the place of the value: `options.assessment-team.summary.en`."""

    def __init__(self) -> None:
        super().__init__()
        self._scalars: dict[str, Scalar] = {}
        self._kinds: dict[str, TextKind] = {}
        self._offsets: dict[str, tuple[str, tuple[int, ...] | None]] = {}

    def add(self, path: str, node: Node, kind: TextKind = "text") -> None:
        """Records the place of a value, and what is needed to find places in it."""
        self[path] = node.span
        if isinstance(node, Scalar):
            self._scalars[path] = node
            self._kinds[path] = kind

    def at(self, path: str, place: Place | None = None) -> Span | None:
        """The place of a value, or of a part of a text.

        Where the Markdown or the YAML is too unusual to tell, it is the whole value; of a path that is not known, the
        nearest value that encloses it. None only where nothing was read.
        """
        span = self.get(path)
        if span is None:
            return self._enclosing(path)
        return (self._within(path, span, place) if place else None) or span

    def spans(self, path: str, place: Place | Pointers | None) -> list[Span | None]:
        """The places in the files that a finding is about: mostly one."""
        scalar = self._scalars.get(path)
        if place is None and scalar and scalar.style in ("literal", "folded"):
            place = Place(0, len(self._text(path)[0].rstrip()))  # its words, and not the sign before them
        if not isinstance(place, Pointers):
            return [self.at(path, place)]
        found = pointers(self._text(path)[0], place.to) if path in self._scalars else []
        if place.number is not None:
            found = found[place.number : place.number + 1]
        return [self.at(path, each) for each in found] or [self.at(path)]

    def _text(self, path: str) -> tuple[str, tuple[int, ...] | None]:
        if path not in self._offsets:
            self._offsets[path] = _written(self._scalars[path], self._kinds[path])
        return self._offsets[path]

    def _within(self, path: str, span: Span, place: Place) -> Span | None:
        if path not in self._scalars:
            return None
        markdown, places = self._text(path)
        found = in_markdown(markdown, place)
        if found is None or places is None or not 0 <= found.start < found.end < len(places):
            return None
        last = places[found.end - 1]
        # What follows the last character may be on another line: `end` is the first place after it that differs.
        after = next((at for at in places[found.end :] if at > last), span.end)
        written = span.file.text[last:after]
        return Span(span.file, places[found.start], last + len(written.rstrip() or written))

    def _enclosing(self, path: str) -> Span | None:
        while path:
            path = path.rpartition(".")[0]
            if path in self:
                return self[path]
        return None


def _written(node: Scalar, kind: TextKind) -> tuple[str, tuple[int, ...] | None]:
    """The text of a value as the model has it, and the position of each of its characters in the file."""
    places = offsets(node)
    if kind == "label" and places is not None:
        return node.text.strip(), places[len(node.text) - len(node.text.lstrip()) :]
    if kind != "prose" or node.style != "folded" or places is None:
        return node.text, places
    out: list[int] = []
    at = 0
    for found in FOLDED.finditer(node.text):
        out += places[at : found.end()]
        out.append(places[found.start()])
        at = found.end()
    return FOLDED.sub("\n\n", node.text), (*out, *places[at:])


MOST_FAULTS = 1_000
"""Reported in one reading: a file of rubbish may have a hundred thousand."""


class Reading(msgspec.Struct):
    """One reading of a scenario, over all its files."""

    language: str = "en"
    """The scenario's language, BCP 47: of every text that does not name its own."""
    format: int = NEWEST
    """The format that the scenario is written in."""
    former: list[FormerEntry] = msgspec.field(default_factory=list)
    """The entries that have the former key of a field."""
    diagnostics: list[Diagnostic] = msgspec.field(default_factory=list)
    origins: Origins = msgspec.field(default_factory=Origins)
    lost: list[str] = msgspec.field(default_factory=list)
    """Paths of items and fields that could not be built; a check should not report what is missing because of them."""
    ids: dict[str, dict[str, Span]] = msgspec.field(default_factory=dict)
    """Path of a list → id → where it is given first."""
    enclosing: list[Mapping[str, object]] = msgspec.field(default_factory=list)
    """The fields of the mappings around the one being read, outermost first."""

    def report(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Records an error, up to a thousand of them."""
        self.add(error(code, message, span, hint))

    def add(self, diagnostic: Diagnostic) -> None:
        """Records a diagnostic, up to a thousand of them."""
        if len(self.diagnostics) < MOST_FAULTS:
            self.diagnostics.append(diagnostic)
        elif len(self.diagnostics) == MOST_FAULTS:
            more = f"There are more than {MOST_FAULTS:,} faults; the rest is not told."
            self.diagnostics.append(error("too-many-faults", more, diagnostic.span, "Correct these first."))

    @property
    def has_few_errors(self) -> bool:
        """Whether few enough errors were found to look for what was meant."""
        return len(self.diagnostics) < MOST_FAULTS
