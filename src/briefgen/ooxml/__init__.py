"""Office Open XML without a word processor: packages written the same each time, and read without trust."""

from briefgen.ooxml.opening import Element, Limits, Opened, open_package, refusal
from briefgen.ooxml.package import Part, Relationship, pack
from briefgen.ooxml.reading import read_texts, texts

__all__ = ["Element", "Limits", "Opened", "Part", "Relationship", "open_package", "pack", "read_texts", "refusal",
    "texts",
]  # fmt: skip
