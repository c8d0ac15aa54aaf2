"""The races, one a file: each lays ready what its contenders read, runs them in turn, and judges its goals."""

from collections.abc import Callable

from bench.races import batch, cold, docx, scale, warm
from bench.report import Report
from bench.setup import Setup

RACES: dict[str, Callable[[Setup], list[Report]]] = {
    "cold": cold.run,
    "warm": warm.run,
    "scale": scale.run,
    "docx": docx.run,
    "batch": batch.run,
}
"""By the name that `--races` takes, in the order in which they are run."""
