"""Runs for the words that an exhibit is made of."""

from briefgen.document import Block, Computed, Inline, Inlines, Mark, Paragraph, Run, TemplateText
from briefgen.locale import Locale
from briefgen.prose import Citation, Label, Prose, as_inlines, clean, joined, parse, parse_label
from briefgen.prose.cited import citations


class Words:
    """The three kinds of run, in one language: what authors wrote, interface words, and what was worked out."""

    def __init__(self, locale: Locale, lang: str) -> None:
        self.locale = locale
        self.lang = lang

    def say(self, message: str, *marks: Mark, **values: str) -> Run:
        """An interface message."""
        return Run(self.locale.text(message).format(**values), TemplateText(), frozenset(marks))

    def figure(self, text: str, *marks: Mark) -> Run:
        """Something worked out, or plain text of the scenario that is not prose: a quote, a reference."""
        return Run(clean(text), Computed(), frozenset(marks))

    def label(self, label: Label) -> Inlines:
        """A name."""
        return parse_label(label, self.lang)

    def prose(self, prose: Prose) -> tuple[Block, ...]:
        """A field of prose as blocks."""
        return parse(prose, self.lang).blocks

    def line(self, prose: Prose) -> Inlines:
        """A field of prose as one line."""
        return as_inlines(joined(parse(prose, self.lang).blocks))

    def citations(self, prose: Prose | None) -> Inlines:
        """The citations alone, for a cell that has no room for the words."""
        found: tuple[Citation, ...] = citations(prose, self.lang) if prose else ()
        return as_inlines(found)


def paragraph(*content: Inline, small: bool = False) -> Paragraph:
    """A paragraph of a cell."""
    return Paragraph(tuple(content), "small" if small else "body")
