"""Rank acceptability: in what share of the cases that are left open an option takes each rank.

SMAA-2 (Lahdelma and Salminen, Operations Research 49, 2001): weights are drawn uniformly from those that respect what
is stated of them, values uniformly from their intervals, and the ranks are counted. Options that score the same share
their ranks. The generator is our own and seeded, so the same seed gives the same figures.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import fsum, log, sqrt
from operator import mul
from random import Random
from typing import Literal

import msgspec

from briefgen.analysis.comparison import Comparison
from briefgen.analysis.preference import drawing
from briefgen.analysis.values import TOLERANCE

SAMPLES = 10_000
SEED = 1
DRAWS = 800_000
"""Values drawn at most where nobody asks for a number of samples; a large comparison gets fewer samples."""

CERTAINTY = 0.99


class Acceptability(msgspec.Struct, frozen=True):
    """By option, by rank: the share of the samples. The shares of an option add up to 1, and those of a rank too."""

    options: tuple[str, ...]
    shares: tuple[tuple[float, ...], ...]
    samples: int
    seed: int

    @property
    def error(self) -> float:
        """With a certainty of 99 %, a share is at most so far from the true one (Hoeffding's inequality)."""
        return sqrt(log(2 / (1 - CERTAINTY)) / (2 * self.samples))

    def first(self, option: str) -> float:
        """How often an option comes first."""
        return self.shares[self.options.index(option)][0]


def rank_acceptability(
    comparison: Comparison, over: Literal["ordered", "any"] = "ordered", seed: int = SEED, samples: int | None = None
) -> Acceptability:
    """The rank acceptabilities of the options."""
    if samples is None:
        cells = max(1, len(comparison.options) * len(comparison.criteria))
        samples = max(100, min(SAMPLES, DRAWS // cells))
    scores = _scores(comparison, over, Random(seed), samples)
    return Acceptability(comparison.options, rank_shares(scores, len(comparison.options)), samples, seed)


def rank_shares(scores: Iterable[Sequence[float]], options: int) -> tuple[tuple[float, ...], ...]:
    """The share of each rank for each option, from the scores of all options in each sample."""
    counts = [[0.0] * options for _ in range(options)]
    places = range(options)
    samples = 0
    for sample in scores:
        samples += 1
        order = sorted(places, key=sample.__getitem__, reverse=True)
        rank = 0
        while rank < options:
            end = rank + 1
            score = sample[order[rank]]
            while end < options and score - sample[order[end]] <= TOLERANCE:
                end += 1
            if end == rank + 1:
                counts[order[rank]][rank] += 1
            else:
                for option in order[rank:end]:
                    for shared in range(rank, end):
                        counts[option][shared] += 1 / (end - rank)
            rank = end
    return tuple(tuple(count / samples for count in row) for row in counts)


def _scores(
    comparison: Comparison, over: Literal["ordered", "any"], random: Random, samples: int
) -> Iterator[list[float]]:
    draw, uniform = drawing(comparison.weights, over, random), random.random
    rows = [
        ([each.low for each in row], None if all(each.sure for each in row) else [each.high - each.low for each in row])
        for row in comparison.values
    ]
    for _ in range(samples):
        weights = draw()
        yield [
            fsum(map(mul, weights, lows))
            if widths is None
            else fsum([
                weight * (low + width * uniform() if width else low)
                for weight, low, width in zip(weights, lows, widths, strict=True)
            ])
            for lows, widths in rows
        ]  # fmt: skip
