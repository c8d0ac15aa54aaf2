"""Rules on scenarios: what is wrong with a scenario that can be read."""

from briefgen.lint.run import lint
from briefgen.lint.sound import Sound

__all__ = ["Sound", "lint"]
