"""A scenario: what an analyst wrote about one decision. Knows briefs; how YAML is read stays below `scenario.read`."""

from briefgen.model.read import Loaded, load

__all__ = ["Loaded", "load"]
