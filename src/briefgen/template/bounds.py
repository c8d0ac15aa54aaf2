"""How much a template may make. Counted in work done, not in seconds, so that the answer is the same everywhere."""

OUTPUT = 2_000_000
"""Characters of template text, and steps of loops."""
HOLES = 200_000
"""Values printed."""
SOURCE = 500_000
"""Characters of a template's file."""
RANGE = 1_000
"""The longest `range`."""
NESTING = 8
"""Directives within directives."""


class TooLarge(Exception):  # noqa: N818  (said of a template, not of the program)
    """A template makes more than a brief can be. Caught where it is rendered, never seen outside."""


class Budget:
    """What is left of the work that one rendering may do."""

    def __init__(self) -> None:
        self._left = OUTPUT

    def spend(self, work: int) -> None:
        """Take some, or raise TooLarge."""
        self._left -= work
        if self._left < 0:
            raise TooLarge
