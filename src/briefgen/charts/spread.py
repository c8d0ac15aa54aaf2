"""Labels that would overlap → places side by side, in their order, each as near to its own point as can be."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], extents: Sequence[float], first: float, last: float) -> list[float]:
    """Centres of labels of the given extents between two ends. The room must suffice for all of them.

    Labels that touch move as one, to the mean of what they want (pool adjacent violators, Barlow et al. 1972).
    """
    offsets, reach = [], 0.0
    for extent in extents:
        offsets.append(reach + extent / 2)
        reach += extent
    pools: list[tuple[float, int]] = []  # (mean of wanted place minus offset, number of labels)
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while pools and pools[-1][0] > mean:
            before, of = pools.pop()
            mean, count = (before * of + mean * count) / (of + count), of + count
        pools.append((mean, count))
    starts = [mean for mean, count in pools for _label in range(count)]
    room = max(last - first - reach, 0.0)
    return [first + min(max(start - first, 0.0), room) + offset for start, offset in zip(starts, offsets, strict=True)]
