"""Reads YAML nodes against the model's types and tells all faults, each with its place."""

from briefgen.scenario.reading.context import Reading
from briefgen.scenario.reading.origins import Origins
from briefgen.scenario.reading.records import read_item, read_items, read_struct

__all__ = ["Origins", "Reading", "read_item", "read_items", "read_struct"]
