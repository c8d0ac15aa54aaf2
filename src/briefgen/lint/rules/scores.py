"""A score lies on its criterion's scale; a screening criterion is passed or failed, not scored."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Range, Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
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
