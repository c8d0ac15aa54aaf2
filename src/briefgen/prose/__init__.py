"""Prose: text that an author wrote in Markdown, with citations and spans, and what it is by nature."""

from briefgen.prose.model import Citation, Cited, Kind, Label, Prose
from briefgen.prose.parse import Parsed, as_inlines, joined, parse, parse_label
from briefgen.prose.words import clean

__all__ = [
    "Citation", "Cited", "Kind", "Label", "Parsed", "Prose", "as_inlines", "clean", "joined", "parse",
    "parse_label",
]  # fmt: skip
