"""The widths of the columns of a table in whole twips."""

from collections.abc import Sequence

_NARROWEST = 200


def whole_twips(points: Sequence[float], total: int) -> list[int]:
    """Widths with the sum `total`; no column vanishes."""
    out = [max(round(width * 20), _NARROWEST) for width in points]
    while (excess := sum(out) - total) and out:
        at = max(range(len(out)), key=lambda index: out[index])
        if excess > 0 and out[at] <= _NARROWEST:
            break
        out[at] -= min(excess, out[at] - _NARROWEST) if excess > 0 else excess
    return out
