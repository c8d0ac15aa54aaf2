"""Prose: text that an author wrote in Markdown, with citations and spans, and what it is by nature."""

from briefgen.markup.model import Citation, Cited, Kind, Label, Prose, Running
from briefgen.markup.parse import Parsed, as_inlines, parse, parse_label
from briefgen.markup.plain import in_line, joined, parted, running
from briefgen.markup.words import clean

__all__ = [
    "Citation", "Cited", "Kind", "Label", "Parsed", "Prose", "Running", "as_inlines", "clean", "in_line", "joined",
    "parse", "parse_label", "parted", "running",
]  # fmt: skip
