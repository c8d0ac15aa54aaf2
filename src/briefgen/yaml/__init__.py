"""YAML text → a tree in which every node knows its place. Knows YAML, not briefs."""

from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Style, Unread, is_value, resolve

__all__ = ["Entry", "Mapping", "Node", "Scalar", "Sequence", "Style", "Unread", "is_value", "parse", "resolve"]
