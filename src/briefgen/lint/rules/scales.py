"""A scale runs upward, what is said of its numbers lies on it, and what scores are worth follows its direction."""

from collections.abc import Iterator

from briefgen.analysis.values import number
from briefgen.diagnostic import Finding
from briefgen.scenario.model import Criterion, Scale, Scenario
from briefgen.scenario.reading.origins import KEY


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `scale-reversed`, `label-off-scale`, `value-off-scale`, `value-against-direction`."""
    for criterion in scenario.criteria:
        scale, path = criterion.scale, f"criteria.{criterion.id}.scale"
        if scale.low >= scale.high:
            yield Finding(
                "scale-reversed",
                path,
                f"The scale runs from {scale.low:g} to {scale.high:g}.",
                "`low` must be less than `high`; where less is better, say so with `direction: less-is-better`.",
                presumes=(path,),
            )
            continue
        for key in scale.labels:
            if _on(scale, key) is None:
                yield Finding(
                    "label-off-scale",
                    f"{path}.labels.{key}{KEY}",
                    f"`{key}` is no number of the scale, which runs from {scale.low:g} to {scale.high:g}.",
                    "Correct the number, or the scale; the label is never shown.",
                    severity="warning",
                    presumes=(path,),
                )
        yield from _values(criterion, path)


def _values(criterion: Criterion, path: str) -> Iterator[Finding]:
    """Faults of the points between which scores are worth what lies on the straight line."""
    scale = criterion.scale
    rises = criterion.direction == "more-is-better"
    bad, good = (scale.low, scale.high) if rises else (scale.high, scale.low)
    points: list[tuple[float, float, str]] = []
    for key, percent in scale.value.items():
        point = _on(scale, key)
        if point is None:
            yield Finding(
                "value-off-scale",
                f"{path}.value.{key}{KEY}",
                f"`{key}` is no number of the scale, which runs from {scale.low:g} to {scale.high:g}.",
                "Name scores of the scale, each with what it is worth.",
                presumes=(path,),
            )
        else:
            points.append((point, percent, key))
    last_point, last_worth = (scale.low, 0.0) if rises else (scale.low, 100.0)
    for point, percent, key in sorted(points):
        hint = f"{bad:g} is worth 0, {good:g} is worth 100, and on the way from one to the other nothing falls."
        fixed = {bad: 0.0, good: 100.0}.get(point, percent)
        if percent != fixed:
            said = f"{point:g} is an end of the scale, and worth {fixed:g}, not {percent:g}."
        elif point == last_point and percent != last_worth:
            said = f"{point:g} is given twice, worth {last_worth:g} and {percent:g}."
        elif (percent < last_worth) if rises else (percent > last_worth):
            said = f"{point:g} is worth {percent:g}, but {last_point:g} is worth {last_worth:g}."
        else:
            last_point, last_worth = point, percent
            continue
        what = "More" if rises else "Less"
        message = f"{what} is better here: {said}"
        yield Finding("value-against-direction", f"{path}.value.{key}", message, hint, presumes=(path,))


def _on(scale: Scale, key: str) -> float | None:
    """The number that a key names, if it is one of the scale."""
    point = number(key)
    return point if point is not None and scale.low <= point <= scale.high else None
