"""Rules on scenarios: what is wrong with a scenario that can be read."""

from briefgen.lint.run import lint

__all__ = ["lint"]
