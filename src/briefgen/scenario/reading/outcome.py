"""What reading one value comes to."""

from enum import Enum
from typing import Literal, TypeAlias


class Outcome(Enum):
    """Instead of a value."""

    FAULTY = "faulty"
    """No value; why, is among the diagnostics."""


FAULTY: Literal[Outcome.FAULTY] = Outcome.FAULTY

Faulty: TypeAlias = Literal[Outcome.FAULTY]
