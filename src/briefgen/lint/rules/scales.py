"""Rules on scales: they run upwards, and labels, values and scores are on them."""

from collections.abc import Iterator

from briefgen.analysis.values import number
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.model.options import Criterion, Range, Scale
from briefgen.model.reading.context import KEY
from briefgen.model.scenario import Scenario

SCALE_REVERSED = Code(
    "scale-reversed",
    "error",
    """
    A scale whose lower end is not lower.

    The scale of a criterion runs from `low` to `high`, and `low` must be the smaller number. If less is better, as with
    costs, write `better: lower`; do not turn the scale round.

    ## Example

    ```yaml
    criteria:
      - id: cost
        name: Cost to the town
        weight: 100
        definition: What the town pays in a year.
        scale: {low: 10, high: 0}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - id: cost
        name: Cost to the town
        weight: 100
        definition: What the town pays in a year.
        scale: {low: 0, high: 10}
        better: lower
    ```
    """,
)


LABEL_OFF_SCALE = Code(
    "label-off-scale",
    "warning",
    """
    A label for a number that is not on the scale.

    The `labels` of a scale say what its numbers mean. This label belongs to no number of the scale, so it is never
    shown.

    ## Example

    ```yaml
    criteria:
      - id: access
        name: Getting home
        weight: 100
        definition: Whether people without a car get home.
        scale: {low: 1, high: 5, labels: {1: nobody, 6: everybody}}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - id: access
        name: Getting home
        weight: 100
        definition: Whether people without a car get home.
        scale: {low: 1, high: 5, labels: {1: nobody, 5: everybody}}
    ```
    """,
)


VALUE_OFF_SCALE = Code(
    "value-off-scale",
    "error",
    """
    A value for a score that is not on the scale.

    `value` says how much each score counts, from 0 to 100, with the score before its value: `{3: 80}`. This score is
    not a number, or lies outside the scale.

    ## Why it matters

    A weight is what the step from the worst score to the best one counts for. A score outside the scale has no place on
    it.

    ## Example

    ```yaml
    criteria:
      - id: access
        name: Getting home
        weight: 100
        definition: How many in a hundred get home.
        scale: {low: 0, high: 100, value: {120: 90}}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - id: access
        name: Getting home
        weight: 100
        definition: How many in a hundred get home.
        scale: {low: 0, high: 100, value: {80: 90}}
    ```
    """,
)


VALUE_AGAINST_DIRECTION = Code(
    "value-against-direction",
    "error",
    """
    Values that contradict the direction of their criterion.

    The worst score of a scale has the value 0 and the best one 100. Between them, values rise or stay the same.
    `better` says which end is the best. Here an end has another value, a better score has a lower value, or one
    score has two values.

    ## Why it matters

    The weight of a criterion is what the whole step from 0 to 100 counts for. With other ends, or with values that fall
    again, the weights would not mean what the paper says they mean.

    ## Example

    ```yaml
    criteria:
      - id: cost
        name: Cost to the town
        weight: 100
        definition: What the town pays in a year.
        better: lower
        scale: {low: 0, high: 100, value: {20: 30, 60: 70}}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - id: cost
        name: Cost to the town
        weight: 100
        definition: What the town pays in a year.
        better: lower
        scale: {low: 0, high: 100, value: {20: 70, 60: 30}}
    ```

    If too much is as bad as too little, score how far an option is from the best amount.
    """,
)


@rule(SCALE_REVERSED, LABEL_OFF_SCALE, VALUE_OFF_SCALE, VALUE_AGAINST_DIRECTION)
def check_scales(scenario: Scenario) -> Iterator[Finding]:
    """A scale runs upwards, its labels are on it, and its values follow the direction of the criterion."""
    for criterion in scenario.criteria:
        scale, path = criterion.scale, f"criteria.{criterion.id}.scale"
        if scale.low >= scale.high:
            yield SCALE_REVERSED.finding(
                path,
                f"The scale runs from {scale.low:g} to {scale.high:g}.",
                "`low` must be less than `high`; where less is better, say so with `better: lower`.",
                presumes=(path,),
            )
            continue
        for key in scale.labels:
            if _on(scale, key) is None:
                yield LABEL_OFF_SCALE.finding(
                    f"{path}.labels.{key}{KEY}",
                    f"`{key}` is no number of the scale, which runs from {scale.low:g} to {scale.high:g}.",
                    "Correct the number, or the scale; the label is never shown.",
                    presumes=(path,),
                )
        yield from _values(criterion, path)


def _values(criterion: Criterion, path: str) -> Iterator[Finding]:
    """What is wrong with the values of scores. Between the scores that have one, values are interpolated."""
    scale = criterion.scale
    rises = criterion.better == "higher"
    bad, good = (scale.low, scale.high) if rises else (scale.high, scale.low)
    points: list[tuple[float, float, str]] = []
    for key, percent in scale.value.items():
        point = _on(scale, key)
        if point is None:
            yield VALUE_OFF_SCALE.finding(
                f"{path}.value.{key}{KEY}",
                f"`{key}` is no number of the scale, which runs from {scale.low:g} to {scale.high:g}.",
                "Name scores of the scale, each with what it is worth.",
                presumes=(path,),
            )
        else:
            points.append((point, percent, key))
    last_point, last_value = (scale.low, 0.0) if rises else (scale.low, 100.0)
    for point, percent, key in sorted(points):
        hint = f"{bad:g} is worth 0, {good:g} is worth 100, and on the way from one to the other nothing falls."
        fixed = {bad: 0.0, good: 100.0}.get(point, percent)
        if percent != fixed:
            said = f"{point:g} is an end of the scale, and worth {fixed:g}, not {percent:g}."
        elif point == last_point and percent != last_value:
            said = f"{point:g} is given twice, worth {last_value:g} and {percent:g}."
        elif (percent < last_value) if rises else (percent > last_value):
            said = f"{point:g} is worth {percent:g}, but {last_point:g} is worth {last_value:g}."
        else:
            last_point, last_value = point, percent
            continue
        what = "More" if rises else "Less"
        message = f"{what} is better here: {said}"
        yield VALUE_AGAINST_DIRECTION.finding(f"{path}.value.{key}", message, hint, presumes=(path,))


def _on(scale: Scale, key: str) -> float | None:
    """The number that a key names, if it is on the scale."""
    point = number(key)
    return point if point is not None and scale.low <= point <= scale.high else None


SCORE_OFF_SCALE = Code(
    "score-off-scale",
    "error",
    """
    A score that is not on the scale of its criterion.

    Each criterion has a scale: 1 to 5, unless it says otherwise. The score, or one end of its range, is outside.

    ## Why it matters

    A 7 on a scale from 1 to 5 would count for more than the best possible score.

    ## Example

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {score: 7}
    ```

    ## How to fix it

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {score: 5}
    ```

    If the scale is too short, give the criterion another one: `scale: {low: 0, high: 10}`. If nothing is known, leave
    the score out; an empty cell is shown as empty.
    """,
)


RANGE_REVERSED = Code(
    "range-reversed",
    "error",
    """
    A range whose `low` is higher than its `high`.

    A score that is only known to lie between two numbers has `low` and `high`, and so has the cost of an option. `low`
    is always the smaller number, even where less is better.

    ## Example

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {score: {low: 5, high: 3}}
    ```

    ## How to fix it

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {score: {low: 3, high: 5}}
    ```
    """,
)


SCORE_OF_SCREENING = Code(
    "score-of-screening",
    "error",
    """
    A score on a criterion that options pass or fail.

    A screening criterion asks a yes-or-no question: does the option meet it? It takes `result: pass` or `result: fail`.

    ## Why it matters

    A score suggests that a weakness here can be made up for elsewhere. A screening criterion says that it cannot.

    ## Example

    ```yaml
    criteria:
      - {id: legal, name: Within the law, kind: screening, definition: Whether the law allows it.}
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          legal: {score: 4}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - {id: legal, name: Within the law, kind: screening, definition: Whether the law allows it.}
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          legal: {result: pass}
    ```
    """,
)


RESULT_OF_WEIGHTED = Code(
    "result-of-weighted",
    "error",
    """
    Pass or fail on a weighted criterion.

    A weighted criterion takes a `score`. A screening criterion takes `result: pass` or `result: fail`. This one is
    weighted.

    ## Why it matters

    Pass or fail cannot be weighed against the scores of the other criteria.

    ## Example

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {result: pass}
    ```

    ## How to fix it

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {score: 4}
    ```

    Or make the criterion `kind: screening` and remove its weight.
    """,
)


@rule(SCORE_OFF_SCALE, RANGE_REVERSED, SCORE_OF_SCREENING, RESULT_OF_WEIGHTED)
def check_scores(scenario: Scenario) -> Iterator[Finding]:
    """A score is on the scale of its criterion; a screening criterion is passed or failed; a range of scores or costs
    runs upwards."""
    criteria = {criterion.id: criterion for criterion in scenario.criteria}
    for option in scenario.options:
        if option.cost and option.cost.low > option.cost.high:
            yield _reversed(f"options.{option.id}.cost", option.cost.low, option.cost.high)
        for key, cell in option.assessments.items():
            if key not in criteria:
                continue  # check_unknown_reference reports it
            criterion = criteria[key]
            path = f"options.{option.id}.assessments.{key}"
            if criterion.kind == "screening" and cell.score is not None:
                yield SCORE_OF_SCREENING.finding(
                    f"{path}.score",
                    f"`{key}` is a screening criterion; it takes no score.",
                    "Write `result: pass` or `result: fail`.",
                    presumes=(f"criteria.{key}",),
                )
            if criterion.kind == "weighted" and cell.result is not None:
                yield RESULT_OF_WEIGHTED.finding(
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
                        yield _reversed(f"{path}.score", low, high)
                case number:
                    numbers = {"score": number}
            for field, number in numbers.items():
                if not criterion.scale.low <= number <= criterion.scale.high:
                    yield SCORE_OFF_SCALE.finding(
                        f"{path}.{field}",
                        f"{number:g} is not on the scale of `{key}`, which runs from {criterion.scale.low:g} to "
                        f"{criterion.scale.high:g}.",
                        "Correct the score, or the criterion's `scale`.",
                        presumes=(f"criteria.{key}",),
                    )


def _reversed(path: str, low: float, high: float) -> Finding:
    message = f"The range runs from {low:g} down to {high:g}."
    return RANGE_REVERSED.finding(path, message, "`low` is the lesser number.")
