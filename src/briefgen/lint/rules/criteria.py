"""Rules on criteria: they are supported, and their weights add up to 100."""

from collections.abc import Iterator
from math import isclose

from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.markup.parse import cited_facts
from briefgen.model.scenario import Scenario

CRITERION_WITHOUT_SUPPORT = Code(
    "criterion-without-support",
    "info",
    """
    A criterion without a fact or assumption that says why it matters here.

    The criterion names nothing in `facts`, and its definition and reason cite no fact.

    ## Why it matters

    The choice of criteria decides which option wins. Readers want to see that the criteria follow from the issue, not
    from the option that was meant to win.

    ## Example

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 100, definition: Whether people without a car get home.}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - id: access
        name: Getting home
        weight: 100
        definition: Whether people without a car get home.
        facts: [last-bus]
    ```
    """,
)


@rule(CRITERION_WITHOUT_SUPPORT)
def check_criteria(scenario: Scenario) -> Iterator[Finding]:
    """Each criterion names the facts or assumptions that support it, or cites them."""
    if not scenario.facts and not scenario.assumptions:  # nothing to name yet
        return
    for criterion in scenario.criteria:
        prose = [each for each in (criterion.definition, criterion.reason) if each]
        if not criterion.facts and not any(map(cited_facts, prose)):
            yield CRITERION_WITHOUT_SUPPORT.finding(
                f"criteria.{criterion.id}",
                f"No fact or assumption says why the criterion `{criterion.id}` matters here.",
                "Name one: `facts: [fact-or-assumption]`.",
                presumes=tuple(f"criteria.{criterion.id}.{key}" for key in ("facts", "definition", "reason")),
            )


WEIGHT_MISSING = Code(
    "weight-missing",
    "error",
    """
    A weighted criterion without a weight.

    A criterion is weighted unless it says `kind: screening`.

    ## Why it matters

    How much a criterion counts is a choice that readers may dispute, so they must be able to see it.

    ## Example

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 100, definition: Whether people without a car get home.}
      - {id: cost, name: Cost to the town, definition: What the town pays in a year.}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 60, definition: Whether people without a car get home.}
      - {id: cost, name: Cost to the town, weight: 40, definition: What the town pays in a year.}
    ```
    """,
)


WEIGHT_OF_SCREENING = Code(
    "weight-of-screening",
    "error",
    """
    A weight on a criterion that options pass or fail.

    A screening criterion is not weighted: an option that fails it is out, however good it is otherwise. It has no
    weight, and the weights of the other criteria add up to 100 without it.

    ## Example

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 100, definition: Whether people without a car get home.}
      - {id: legal, name: Within the law, kind: screening, weight: 20, definition: Whether the law allows it.}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 100, definition: Whether people without a car get home.}
      - {id: legal, name: Within the law, kind: screening, definition: Whether the law allows it.}
    ```
    """,
)


WEIGHT_NEGATIVE = Code(
    "weight-negative",
    "error",
    """
    A weight below zero.

    A weight says how much a criterion counts, out of 100. It cannot be negative. If less of something is better, as
    with costs, write `better: lower`.

    ## Example

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 60, definition: Whether people without a car get home.}
      - {id: cost, name: Cost to the town, weight: -40, definition: What the town pays in a year.}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 60, definition: Whether people without a car get home.}
      - id: cost
        name: Cost to the town
        weight: 40
        better: lower
        definition: What the town pays in a year.
    ```
    """,
)


WEIGHTS_DO_NOT_ADD_UP = Code(
    "weights-do-not-add-up",
    "error",
    """
    The weights do not add up to 100.

    The weights of all weighted criteria together are more or less than 100. The message points to the last of them; any
    of them may be the wrong one.

    ## Why it matters

    Readers take a weight as a share of the whole. briefgen never changes weights itself, because each is somebody's
    choice.

    ## Example

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 60, definition: Whether people without a car get home.}
      - {id: cost, name: Cost to the town, weight: 30, definition: What the town pays in a year.}
    ```

    ## How to fix it

    ```yaml
    criteria:
      - {id: access, name: Getting home, weight: 60, definition: Whether people without a car get home.}
      - {id: cost, name: Cost to the town, weight: 40, definition: What the town pays in a year.}
    ```
    """,
)


@rule(WEIGHT_MISSING, WEIGHT_OF_SCREENING, WEIGHT_NEGATIVE, WEIGHTS_DO_NOT_ADD_UP)
def check_weights(scenario: Scenario) -> Iterator[Finding]:
    """The weights of the weighted criteria add up to 100; a screening criterion has none."""
    total, complete = 0.0, True
    for criterion in scenario.criteria:
        path = f"criteria.{criterion.id}"
        if criterion.kind == "screening":
            if criterion.weight is not None:
                yield WEIGHT_OF_SCREENING.finding(
                    f"{path}.weight",
                    f"`{criterion.id}` is a screening criterion: an option passes or fails it, it is not weighed.",
                    "Remove the weight, or make it `kind: weighted`.",
                )
        elif criterion.weight is None:
            complete = False
            yield WEIGHT_MISSING.finding(
                path,
                f"The criterion `{criterion.id}` has no weight.",
                "Give it a weight, so that all add up to 100, or make it `kind: screening`.",
                presumes=("criteria",),
            )
        elif criterion.weight < 0:
            complete = False
            yield WEIGHT_NEGATIVE.finding(
                f"{path}.weight",
                "A weight cannot be less than 0.",
                "Where less of it is better, write `better: lower` and a weight above 0.",
            )
        else:
            total += criterion.weight
    if complete and any(c.kind == "weighted" for c in scenario.criteria) and not isclose(total, 100, abs_tol=1e-6):
        last = next(c for c in reversed(scenario.criteria) if c.kind == "weighted")
        short = 100 - total
        hint = f"{abs(short):g} {'is missing' if short > 0 else 'too much'}; weights are never rescaled silently."
        if isclose(total, 1, abs_tol=1e-6):
            hint = f"Weights are hundredths: write {100 * (last.weight or 0):g} for {last.weight:g}, and so on."
        yield WEIGHTS_DO_NOT_ADD_UP.finding(
            f"criteria.{last.id}.weight",
            f"The weights add up to {total:g}, not to 100.",
            hint,
            presumes=("criteria",),
        )
