"""Runs for the words that an exhibit is made of."""

import re
from collections.abc import Iterable, Mapping, Sequence

from briefgen.document import Block, Computed, Inline, Inlines, Mark, Paragraph, Run, TemplateText
from briefgen.locale import Locale
from briefgen.markup.model import Citation, Label, Prose
from briefgen.markup.parse import as_inlines, citations, parse, parse_label
from briefgen.markup.plain import joined, parted, running
from briefgen.markup.words import clean

_SLOT = re.compile(r"\{([a-z_]+[0-9]*)\}")


class Words:
    """Makes the three kinds of run in one language: authored, interface and computed words."""

    def __init__(self, locale: Locale, lang: str) -> None:
        self.locale = locale
        self.lang = lang

    def say(self, message: str, *marks: Mark, **values: str) -> Run:
        """An interface message."""
        return Run(self.locale.text(message).format(**values), TemplateText(), frozenset(marks))

    def sentence(self, message: str, **values: Inlines | str) -> Inlines:
        """A sentence of the catalogue, its `{slots}` filled with names or computed words."""
        return self._filled(self.locale.text(message), values)

    def plural(self, one: str, many: str, n: int, **values: Inlines | str) -> Inlines:
        """A sentence in the plural form for a number, which fills its slot `{n}`."""
        return self._filled(self.locale.plural(one, many, n), {"n": self.locale.number(n), **values})

    def names(self, labels: Sequence[Label]) -> Inlines:
        """Names in a sentence, each in quotation marks: “a”, “b” and “c”."""
        slots = [self.locale.quote(f"{{name{at}}}") for at in range(len(labels))]
        return self._filled(
            self.locale.join(slots), {f"name{at}": self.label(label) for at, label in enumerate(labels)}
        )

    def _filled(self, text: str, values: Mapping[str, Inlines | str]) -> Inlines:
        out: list[Inline] = []
        for at, part in enumerate(_SLOT.split(text)):
            if at % 2:
                value = values[part]
                out += (self.figure(value),) if isinstance(value, str) else value
            elif part:
                out.append(Run(part, TemplateText()))
        return tuple(out)

    def figure(self, text: str, *marks: Mark, of: str = "") -> Run:
        """Computed words, or text of the scenario that is not prose: a quote, a reference. `of`: its path."""
        return Run(clean(text), Computed(of=of), frozenset(marks))

    def label(self, label: Label) -> Inlines:
        """A name."""
        return parse_label(label, self.lang)

    def prose(self, prose: Prose) -> tuple[Block, ...]:
        """A field of prose as blocks."""
        return parse(prose, self.lang).blocks

    def prefixed(self, lead: Iterable[Inline], prose: Prose, *, small: bool = False) -> tuple[Block, ...]:
        """A field of prose as blocks, after other words."""
        line = (*lead, *running(parse(prose, self.lang).blocks))
        return parted(line, tuple, "small" if small else "body")

    def line(self, prose: Prose) -> Inlines:
        """A field of prose for a place without blocks."""
        return as_inlines(joined(parse(prose, self.lang).blocks))

    def citations(self, prose: Prose | None) -> Inlines:
        """The citations alone, for a cell without room for the words."""
        found: tuple[Citation, ...] = citations(prose, self.lang) if prose else ()
        return as_inlines(found)


def paragraph(*content: Inline, small: bool = False) -> Paragraph:
    """A paragraph of a cell."""
    return Paragraph(tuple(content), "small" if small else "body")
