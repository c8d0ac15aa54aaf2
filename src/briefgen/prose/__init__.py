"""Prose: text that an author wrote in Markdown, with citations and spans, and what it is by nature."""

from briefgen.prose.model import Citation, Cited, Kind, Label, Prose, Running
from briefgen.prose.parse import Parsed, as_inlines, parse, parse_label
from briefgen.prose.running import in_line, joined, parted, running
from briefgen.prose.words import clean

__all__ = [
    "Citation", "Cited", "Kind", "Label", "Parsed", "Prose", "Running", "as_inlines", "clean", "in_line", "joined",
    "parse", "parse_label", "parted", "running",
]  # fmt: skip
