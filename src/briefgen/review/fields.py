"""The fields of a scenario: where each is written, and how its text is changed."""

import re
from collections.abc import Sequence, Set

import msgspec

from briefgen.core.source import Span
from briefgen.markup.parse import parse, parse_label
from briefgen.markup.plain import BETWEEN, blocks, line, plain
from briefgen.markup.rearrange import (
    Emphasis,
    Listed,
    emphasise,
    joined,
    listed,
    reordered,
    reworded,
    with_paragraph,
    without,
)
from briefgen.markup.rewrite import NOTHING_LEFT, RewriteError, as_set, rewrite
from briefgen.model.read import Loaded
from briefgen.model.reading.texts import as_written
from briefgen.model.walk import labels, optional, proses
from briefgen.yaml.edit.scalar import surroundings
from briefgen.yaml.parse import parse as parse_yaml
from briefgen.yaml.tree import Scalar

_LINE_ENDS = re.compile(r"(?:(?<![ \t])[ \t]++)?\n[ \t\n]*+")
_KEY_BEFORE = re.compile(r"(?<![\w-])([\w-]{1,100})[\"']?:$")
"""The key of a value: of a field, or of a language."""
_ONE_PARAGRAPH = "What is no prose has one paragraph."


def block_texts(loaded: Loaded, wanted: Set[str]) -> dict[tuple[str, int], str]:
    """Path and block → the text that the scenario has there, with note marks; of the wanted paths."""
    out: dict[tuple[str, int], str] = {}
    for prose in proses(loaded.scenario):
        for lang in prose.texts:
            if (path := f"{prose.path}.{lang}") in wanted:
                out |= {(path, number): text for number, text in enumerate(blocks(parse(prose, lang).blocks))}
    for label in labels(loaded.scenario):
        for lang in label.texts:
            if (path := f"{label.path}.{lang}") in wanted:
                out[path, 0] = line(parse_label(label, lang))
    return out


class Field(msgspec.Struct, frozen=True):
    """A field in one language, and the scalar that holds it. What changes it raises `RewriteError` where it cannot."""

    node: Scalar
    markdown: str | None
    """Of prose; None for any other field."""
    lang: str = ""
    optional: bool = False
    """It may be left out of the scenario, and is written directly after its key."""
    emptied: bool = False
    """Nothing is left of it."""

    @property
    def words(self) -> str:
        """The text as a reviewer sees it."""
        return self.node.text.strip() if self.markdown is None else plain(self.markdown, self.lang)

    @property
    def listed(self) -> tuple[str, ...]:
        """The list style of each paragraph."""
        return ("",) if self.markdown is None else listed(self.markdown, self.lang)

    def with_words(self, words: str) -> "Field":
        """The field with another text."""
        text = self.node.text
        if not words.strip() and self.optional:
            return self._with_nothing()
        if self.markdown is None:
            if "\n" not in text.strip():
                words = _LINE_ENDS.sub(" ", words)
            if not words.strip():
                raise RewriteError(NOTHING_LEFT)
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            node = msgspec.structs.replace(self.node, text=before + words.strip() + after)
            return msgspec.structs.replace(self, node=node)
        try:
            made = rewrite(self.markdown, words, self.lang)
        except RewriteError:
            if (tidy := as_set(words, self.lang)) == words:
                raise
            made = rewrite(self.markdown, tidy, self.lang)
        return self._with(made)

    def with_block(self, number: int, words: str) -> "Field":
        """The field with another text, in which only one paragraph is different."""
        if self.markdown is None:
            return self.with_words(words)
        try:
            made = reworded(self.markdown, number, words, self.lang)
        except RewriteError:
            return self.with_words(words)
        return self._with(made)

    def with_formatting(self, emphasis: Emphasis) -> "Field":
        """The field with some words set in bold or italics, or no longer."""
        if self.markdown is None:
            raise RewriteError("What is no prose has no italics and no bold words.")
        return self._with(emphasise(self.markdown, emphasis, self.lang))

    def with_joined(self, block: int, between: str) -> "Field":
        """The field with a paragraph joined to the next one."""
        return self._with(joined(self._prose(), block, between, self.lang))

    def with_order(self, order: Sequence[int], listed: Sequence[Listed | None] = ()) -> "Field":
        """The field with its paragraphs in another order."""
        return self._with(reordered(self._prose(), order, self.lang, listed))

    def without(self, block: int) -> "tuple[Field, str]":
        """The field without a paragraph, and the Markdown of that paragraph."""
        prose = self._prose()
        if self.optional and not block and BETWEEN not in self.words:
            return self._with_nothing(), prose.strip()
        rest, text = without(prose, block, self.lang)
        return self._with(rest), text

    def with_paragraph(self, at: int, text: str, listed: Listed) -> "Field":
        """The field with one more paragraph before the one with a number."""
        return self._with(with_paragraph(self._prose(), at, text, listed, self.lang))

    def with_markdown(self, markdown: str) -> "Field":
        """The field with other Markdown, or of a label another text; it ends with a line end if it did so."""
        tail = "\n" if self.node.style in ("folded", "literal") and self.node.text.endswith("\n") else ""
        return self._with(markdown + tail)

    def _prose(self) -> str:
        if self.markdown is None:
            raise RewriteError(_ONE_PARAGRAPH)
        return self.markdown

    def _with_nothing(self) -> "Field":
        node = msgspec.structs.replace(self.node, text="")
        return msgspec.structs.replace(self, node=node, markdown="", emptied=True)

    def _with(self, markdown: str) -> "Field":
        value = as_written(markdown, self.node.style)
        if value is None:
            raise RewriteError("A text after `>` cannot hold this list or line end; write it after `|`.")
        node = msgspec.structs.replace(self.node, text=value)
        return msgspec.structs.replace(self, node=node, markdown=markdown, emptied=False)


class Fields:
    """All fields of a scenario, by path."""

    def __init__(self, loaded: Loaded) -> None:
        self._origins = loaded.origins
        self._prose = {
            f"{prose.path}.{lang}": (text, lang)
            for prose in proses(loaded.scenario)
            for lang, text in prose.texts.items()
        }
        self._optional = frozenset(optional(loaded.scenario))
        self._scalars: dict[str, dict[int, Scalar]] = {}

    def at(self, path: str) -> Field:
        """The field at a path."""
        span = self._origins.get(path)
        if span is None:
            raise RewriteError(f"The scenario has no `{path}`.")
        node = self._scalar(span)
        if node is None:
            raise RewriteError(f"`{path}` is no text.")
        if path not in self._prose:
            return Field(node, None)
        text, lang = self._prose[path]
        path = path.rpartition(".")[0]
        key = _KEY_BEFORE.search(node.span.file.text[: node.span.start].rstrip())
        return Field(node, text, lang, path in self._optional and key is not None and key[1] != lang)

    def place(self, path: str) -> Span | None:
        """Where a comment on a path goes: to its field, or to the nearest thing around it that is written."""
        return self._origins.at(path) if path else None

    def _scalar(self, span: Span) -> Scalar | None:
        name = span.file.name
        if name not in self._scalars:
            root, _ = parse_yaml(span.file)
            found = surroundings(root).values() if root is not None else ()
            self._scalars[name] = {node.span.start: node for node, _ in found}
        node = self._scalars[name].get(span.start)
        return node if node is not None and node.span.end == span.end else None
