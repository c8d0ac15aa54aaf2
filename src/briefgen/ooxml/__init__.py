"""Office Open XML: packages written the same each time, and opened without trust (`ooxml.opening`)."""

from briefgen.ooxml.elements import Element
from briefgen.ooxml.package import Part, Relationship, pack

__all__ = ["Element", "Part", "Relationship", "pack"]
