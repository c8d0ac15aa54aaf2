"""The fields of a scenario that may be changed: where each is written, and how its text is replaced."""

import re
from collections.abc import Sequence

import msgspec

from briefgen.core.source import Span
from briefgen.markup import rewriting
from briefgen.model.read import Loaded
from briefgen.model.reading.texts import as_written
from briefgen.model.walk import optional, proses
from briefgen.yaml.edit.scalar import surroundings
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Scalar

_LINE_ENDS = re.compile(r"(?:(?<![ \t])[ \t]++)?\n[ \t\n]*+")


class Field(msgspec.Struct, frozen=True):
    """A field in one language, and the scalar that holds it."""

    node: Scalar
    markdown: str | None
    """Of prose; None for what is no Markdown."""
    lang: str = ""
    optional: bool = False
    """It may be left out of the scenario, and is written right behind its key."""
    emptied: bool = False
    """Nothing is left of it."""

    @property
    def words(self) -> str:
        """The words as a reviewer sees them."""
        return self.node.text.strip() if self.markdown is None else rewriting.plain(self.markdown, self.lang)

    @property
    def listed(self) -> tuple[str, ...]:
        """How each paragraph is set: by itself, or as an item of which lists."""
        return ("",) if self.markdown is None else rewriting.listed(self.markdown, self.lang)

    def with_words(self, words: str) -> "Field | str":
        """The field with other words, or why it cannot have them."""
        text = self.node.text
        if not words.strip() and self.optional:
            return self._with_nothing()
        if self.markdown is None:
            if "\n" not in text.strip():
                words = _LINE_ENDS.sub(" ", words)
            if not words.strip():
                return rewriting.NOTHING_LEFT
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            line = before + words.strip() + after
            return msgspec.structs.replace(self, node=msgspec.structs.replace(self.node, text=line))
        made = rewriting.rewrite(self.markdown, words, self.lang)
        if isinstance(made, rewriting.Unplaced) and (tidy := rewriting.as_set(words, self.lang)) != words:
            made = rewriting.rewrite(self.markdown, tidy, self.lang)
        return self._with(made)

    def with_block(self, number: int, words: str) -> "Field | str":
        """The field with other words, of which only one paragraph is another one, or why it cannot have them."""
        if self.markdown is not None:
            made = rewriting.reworded(self.markdown, number, words, self.lang)
            if not isinstance(made, rewriting.Unplaced):
                return self._with(made)
        return self.with_words(words)

    def with_look(self, look: rewriting.Emphasis) -> "Field | str":
        """The field with another look of some of its words, or why it cannot have it."""
        if self.markdown is None:
            return "What is no prose has no italics and no bold words."
        return self._with(rewriting.emphasise(self.markdown, look, self.lang))

    def with_joined(self, block: int, between: str) -> "Field | str":
        """The field with a paragraph and the next one as one, or why it cannot have them so."""
        if self.markdown is None:
            return "What is no prose has one paragraph."
        return self._with(rewriting.joined(self.markdown, block, between, self.lang))

    def with_order(self, order: Sequence[int], listed: Sequence[rewriting.Listed | None] = ()) -> "Field | str":
        """The field with its paragraphs in another order, or why it cannot have them so."""
        if self.markdown is None:
            return "What is no prose has one paragraph."
        return self._with(rewriting.reordered(self.markdown, order, self.lang, listed))

    def without(self, block: int) -> "tuple[Field, str] | str":
        """The field without a paragraph, and the Markdown of that; or why it cannot go."""
        if self.markdown is None:
            return "What is no prose has one paragraph."
        if self.optional and not block and rewriting.BETWEEN not in self.words:
            return self._with_nothing(), self.markdown.strip()
        made = rewriting.without(self.markdown, block, self.lang)
        if isinstance(made, rewriting.Unplaced):
            return made.reason
        rest, text = made
        field = self._with(rest)
        return field if isinstance(field, str) else (field, text)

    def with_paragraph(self, at: int, text: str, listed: rewriting.Listed) -> "Field | str":
        """The field with one more paragraph before the one that has a number, or why it cannot have it."""
        if self.markdown is None:
            return "What is no prose has one paragraph."
        return self._with(rewriting.with_paragraph(self.markdown, at, text, listed, self.lang))

    def _with_nothing(self) -> "Field":
        """The field, of which the scenario says nothing any more."""
        node = msgspec.structs.replace(self.node, text="")
        return msgspec.structs.replace(self, node=node, markdown="", emptied=True)

    def _with(self, source: str | rewriting.Unplaced) -> "Field | str":
        """The field with other Markdown."""
        if isinstance(source, rewriting.Unplaced):
            return source.reason
        value = as_written(source, self.node.style)
        if value is None:
            return "A text after `>` cannot hold this list or line end; write it after `|`."
        return msgspec.structs.replace(
            self, node=msgspec.structs.replace(self.node, text=value), markdown=source, emptied=False
        )


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

    def at(self, path: str) -> Field | str:
        """The field at a path, or why there is none."""
        span = self._origins.get(path)
        if span is None:
            return f"The scenario has no `{path}`."
        node = self._scalar(span)
        if node is None:
            return f"`{path}` is no text."
        if path in self._prose:
            text, lang = self._prose[path]
            path = path.rpartition(".")[0]
            return Field(node, text, lang, path in self._optional and _is_behind(node, path.rpartition(".")[2]))
        return Field(node, None)

    def place(self, path: str) -> Span | None:
        """Where a comment on a path goes: to its field, or to the nearest thing around it that is written."""
        return self._origins.at(path) if path else None

    def _scalar(self, span: Span) -> Scalar | None:
        name = span.file.name
        if name not in self._scalars:
            root, _ = parse(span.file)
            found = surroundings(root).values() if root is not None else ()
            self._scalars[name] = {node.span.start: node for node, _ in found}
        node = self._scalars[name].get(span.start)
        return node if node is not None and node.span.end == span.end else None


def _is_behind(node: Scalar, key: str) -> bool:
    """Whether a value stands behind a key, and not behind that of a language."""
    return node.span.file.text[: node.span.start].rstrip().endswith(f"{key}:")
