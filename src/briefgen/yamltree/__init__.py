"""YAML text → a tree in which every node knows its place. Knows YAML, not briefs."""

from briefgen.yamltree.nodes import Entry, Mapping, Node, Scalar, Sequence, Style, Unread
from briefgen.yamltree.parse import parse
from briefgen.yamltree.resolve import is_value, resolve

__all__ = ["Entry", "Mapping", "Node", "Scalar", "Sequence", "Style", "Unread", "is_value", "parse", "resolve"]
