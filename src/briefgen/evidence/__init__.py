"""Quotes and the texts that they come from: where each is, whether it is word for word, what was verified when."""

from briefgen.evidence.check import Checked, SourceStatus, around, check_quotes
from briefgen.evidence.locate import locate
from briefgen.evidence.lock import Found, Location, Place, Selector
from briefgen.evidence.text import SourceText, source_text
from briefgen.evidence.texts import Text, Texts, find_texts

__all__ = [
    "Checked",
    "Found",
    "Location",
    "Place",
    "Selector",
    "SourceStatus",
    "SourceText",
    "Text",
    "Texts",
    "around",
    "check_quotes",
    "find_texts",
    "locate",
    "source_text",
]  # fmt: skip
