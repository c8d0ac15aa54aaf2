"""Rules on criteria: reasons, weights that add up to 100, scales, and scores that are on their scale."""

from collections.abc import Iterator
from math import isclose

from briefgen.analysis.values import number
from briefgen.core.diagnostic import Finding
from briefgen.markup.parse import cited_facts
from briefgen.model.options import Criterion, Range, Scale
from briefgen.model.reading.context import KEY
from briefgen.model.scenario import Scenario


def check_criteria(scenario: Scenario) -> Iterator[Finding]:
    """Finds `criterion-without-support`."""
    if not scenario.facts and not scenario.assumptions:  # a scenario that is only begun has none to name
        return
    for criterion in scenario.criteria:
        prose = [each for each in (criterion.definition, criterion.reason) if each]
        if not criterion.supported_by and not any(map(cited_facts, prose)):
            yield Finding(
                "criterion-without-support",
                f"criteria.{criterion.id}",
                f"No fact or assumption says why the criterion `{criterion.id}` matters here.",
                "Name one: `supported_by: [fact-or-assumption]`.",
                severity="info",
                presumes=tuple(f"criteria.{criterion.id}.{key}" for key in ("supported_by", "definition", "reason")),
            )


# Weights of the weighted criteria add up to 100; a screening criterion has none.

TOTAL = 100.0


def check_weights(scenario: Scenario) -> Iterator[Finding]:
    """Finds `weight-missing`, `weight-of-screening`, `weight-negative`, `weights-do-not-add-up`."""
    total, complete = 0.0, True
    for criterion in scenario.criteria:
        path = f"criteria.{criterion.id}"
        if criterion.kind == "screening":
            if criterion.weight is not None:
                yield Finding(
                    "weight-of-screening",
                    f"{path}.weight",
                    f"`{criterion.id}` is a screening criterion: an option passes or fails it, it is not weighed.",
                    "Remove the weight, or make it `kind: weighted`.",
                )
        elif criterion.weight is None:
            complete = False
            yield Finding(
                "weight-missing",
                path,
                f"The criterion `{criterion.id}` has no weight.",
                "Give it a weight, so that all add up to 100, or make it `kind: screening`.",
                presumes=("criteria",),
            )
        elif criterion.weight < 0:
            complete = False
            yield Finding(
                "weight-negative",
                f"{path}.weight",
                "A weight cannot be less than 0.",
                "Where less of it is better, write `direction: less-is-better` and a weight above 0.",
            )
        else:
            total += criterion.weight
    if complete and any(c.kind == "weighted" for c in scenario.criteria) and not isclose(total, TOTAL, abs_tol=1e-6):
        last = next(c for c in reversed(scenario.criteria) if c.kind == "weighted")
        short = TOTAL - total
        hint = f"{abs(short):g} {'is missing' if short > 0 else 'too much'}; weights are never rescaled silently."
        if isclose(total, 1, abs_tol=1e-6):
            hint = f"Weights are hundredths: write {100 * (last.weight or 0):g} for {last.weight:g}, and so on."
        yield Finding(
            "weights-do-not-add-up",
            f"criteria.{last.id}.weight",
            f"The weights add up to {total:g}, not to 100.",
            hint,
            presumes=("criteria",),
        )


# A scale runs upward, what is said of its numbers lies on it, and what scores are worth follows its direction.


def check_scales(scenario: Scenario) -> Iterator[Finding]:
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


# A score lies on its criterion's scale; a screening criterion is passed or failed, not scored.


def check_scores(scenario: Scenario) -> Iterator[Finding]:
    """Finds `score-off-scale`, `range-reversed`, `score-of-screening`, `result-of-weighted`."""
    criteria = {criterion.id: criterion for criterion in scenario.criteria}
    for option in scenario.options:
        for key, cell in option.assessments.items():
            if key not in criteria:
                continue  # another rule says so
            criterion = criteria[key]
            path = f"options.{option.id}.assessments.{key}"
            if criterion.kind == "screening" and cell.score is not None:
                yield Finding(
                    "score-of-screening",
                    f"{path}.score",
                    f"`{key}` is a screening criterion; it takes no score.",
                    "Write `result: pass` or `result: fail`.",
                    presumes=(f"criteria.{key}",),
                )
            if criterion.kind == "weighted" and cell.result is not None:
                yield Finding(
                    "result-of-weighted",
                    f"{path}.result",
                    f"`{key}` is weighed; it takes a score, not pass or fail.",
                    "Write a `score`, or make the criterion `kind: screening`.",
                    presumes=(f"criteria.{key}",),
                )
            match cell.score:
                case None:
                    numbers: dict[str, float] = {}
                case Range(low=low, high=high):
                    numbers = {"score.low": low, "score.high": high}
                    if low > high:
                        yield Finding(
                            "range-reversed", f"{path}.score", f"The range runs from {low:g} down to {high:g}.",
                            "`low` is the lesser number.",
                        )  # fmt: skip
                case number:
                    numbers = {"score": number}
            for field, number in numbers.items():
                if not criterion.scale.low <= number <= criterion.scale.high:
                    yield Finding(
                        "score-off-scale",
                        f"{path}.{field}",
                        f"{number:g} is not on the scale of `{key}`, which runs from {criterion.scale.low:g} to "
                        f"{criterion.scale.high:g}.",
                        "Correct the score, or the criterion's `scale`.",
                        presumes=(f"criteria.{key}",),
                    )
