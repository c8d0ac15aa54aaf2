"""Reads YAML nodes against the model's types and reports all mistakes, each with its place."""

from briefgen.model.reading.context import Origins, Reading
from briefgen.model.reading.records import read_item, read_items, read_struct

__all__ = ["Origins", "Reading", "read_item", "read_items", "read_struct"]
