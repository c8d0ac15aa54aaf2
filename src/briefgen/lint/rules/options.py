"""Rules on options: one baseline, both sides of each option, equal treatment, and a recommendation."""

from collections.abc import Iterator

from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.markup.parse import cited_facts
from briefgen.model.options import Assessment, Option
from briefgen.model.scenario import Scenario

NO_BASELINE = Code(
    "no-baseline",
    "error",
    """
    No option is marked as the baseline.

    Exactly one option is the baseline: what happens if nothing is decided. The other options are compared with it.

    ## Why it matters

    “Better” means better than something. Without a baseline, a reader cannot tell what a decision would change.

    ## Example

    ```yaml
    options:
      - {id: no-change, name: No change}
      - {id: trial, name: Six-month trial}
    ```

    ## How to fix it

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - {id: trial, name: Six-month trial}
    ```
    """,
)


TWO_BASELINES = Code(
    "two-baselines",
    "error",
    """
    More than one option is marked as the baseline.

    The other options are compared with exactly one baseline. The message points to the second one.

    ## Why it matters

    “Better than the baseline” must have one meaning.

    ## Example

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - {id: trial, name: Six-month trial, baseline: true}
    ```

    ## How to fix it

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - {id: trial, name: Six-month trial}
    ```
    """,
)


@rule(NO_BASELINE, TWO_BASELINES)
def check_baseline(scenario: Scenario) -> Iterator[Finding]:
    """Exactly one option is the baseline."""
    marked = [option for option in scenario.options if option.baseline]
    if scenario.options and not marked:
        yield NO_BASELINE.finding(
            "options",
            "No option is marked as the baseline.",
            "Add `baseline: true` to the option that means going on as today or doing nothing more.",
            presumes=("options",),
        )
    for option in marked[1:]:
        yield TWO_BASELINES.finding(
            f"options.{option.id}.baseline",
            f"`{option.id}` is marked as the baseline, but `{marked[0].id}` is too.",
            "Keep `baseline: true` on one of them.",
        )


OPTION_WITHOUT_DRAWBACK = Code(
    "option-without-drawback",
    "info",
    """
    An option with no drawbacks.

    The option has benefits, risks, assessments or an `if_not_chosen`, but no `drawbacks`.

    ## Why it matters

    If nothing spoke against the option, there would be no choice to make. Readers conclude that nobody looked.

    ## Example

    ```yaml
    options:
      - id: no-change
        name: No change
        baseline: true
        if_not_chosen: The town runs a service.
        drawbacks:
          - {id: walk, text: People walk home.}
      - {id: trial, name: Six-month trial, if_not_chosen: Nobody learns how many would ride.}
    ```

    ## How to fix it

    ```yaml
    options:
      - id: no-change
        name: No change
        baseline: true
        if_not_chosen: The town runs a service.
        drawbacks:
          - {id: walk, text: People walk home.}
      - id: trial
        name: Six-month trial
        if_not_chosen: Nobody learns how many would ride.
        drawbacks:
          - {id: price, text: Its price is not known.}
    ```
    """,
)


OPTION_WITHOUT_CONSEQUENCE = Code(
    "option-without-consequence",
    "info",
    """
    An option that does not say what follows if it is not chosen.

    The option has benefits, drawbacks, risks or assessments, but no `if_not_chosen`.

    ## Why it matters

    Decision-makers need to know the price of a “no”, not only that of a “yes”.

    ## Example

    ```yaml
    options:
      - id: no-change
        name: No change
        baseline: true
        if_not_chosen: The town runs a service.
        drawbacks:
          - {id: walk, text: People walk home.}
      - id: trial
        name: Six-month trial
        drawbacks:
          - {id: price, text: Its price is not known.}
    ```

    ## How to fix it

    ```yaml
    options:
      - id: no-change
        name: No change
        baseline: true
        if_not_chosen: The town runs a service.
        drawbacks:
          - {id: walk, text: People walk home.}
      - id: trial
        name: Six-month trial
        if_not_chosen: Nobody learns how many would ride.
        drawbacks:
          - {id: price, text: Its price is not known.}
    ```
    """,
)


@rule(OPTION_WITHOUT_DRAWBACK, OPTION_WITHOUT_CONSEQUENCE)
def check_option_sides(scenario: Scenario) -> Iterator[Finding]:
    """An option has drawbacks, and says what follows if it is not chosen."""
    for option in filter(_is_developed, scenario.options):
        path = f"options.{option.id}"
        if not option.drawbacks:
            yield OPTION_WITHOUT_DRAWBACK.finding(
                path,
                f"Nothing is said against the option `{option.id}`.",
                "Add `drawbacks`: a choice without any would need no paper.",
                presumes=(f"{path}.drawbacks",),
            )
        if option.if_not_chosen is None:
            yield OPTION_WITHOUT_CONSEQUENCE.finding(
                path,
                f"It is not said what follows if the option `{option.id}` is not chosen.",
                "Add `if_not_chosen`.",
                presumes=(f"{path}.if_not_chosen",),
            )


def _is_developed(option: Option) -> bool:
    """Whether the option is more than a name and a definition."""
    said = (option.benefits, option.drawbacks, option.risks, option.assessments, option.if_not_chosen)
    return any(said)


_FIELDS = ("definition", "summary", "benefits", "reversibility")
_FIELDS_OF_ACTION = (
    "risks", "mechanism", "lead", "legal_basis", "resources", "timing", "preconditions", "implementation", "exit",
)  # fmt: skip
"""The baseline does not need them: going on as today needs no new lead, money or law. Another option does if at least
two others have them."""

_FEW = 0.5
"""The share of assessments, compared with the option that has most, below which an option is reported."""


OPTIONS_TREATED_UNEQUALLY = Code(
    "options-treated-unequally",
    "info",
    """
    An option that is described in less detail than the others.

    The option lacks something that every other option has, or it is assessed on less than half as many criteria as
    another. The baseline needs no lead, money or legal basis of its own, and no risks.

    ## Why it matters

    The option with the fuller page looks like the better one, or the riskier one.

    ## Example

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true, definition: The last bus leaves at 23:10.}
      - {id: trial, name: Six-month trial}
    ```

    ## How to fix it

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true, definition: The last bus leaves at 23:10.}
      - {id: trial, name: Six-month trial, definition: A bus runs until 02:00.}
    ```

    If something is not known about one option, say so: that is as useful as what is known about the others.
    """,
)


@rule(OPTIONS_TREATED_UNEQUALLY)
def check_unequal_options(scenario: Scenario) -> Iterator[Finding]:
    """Options have the same fields and a similar number of assessments; reported once for each option."""
    cells = {option.id: sum(map(_filled, option.assessments.values())) for option in scenario.options}
    most = max(cells.values(), default=0)
    for option in scenario.options:
        missing = [f"`{key}`" for key in _missing_fields(option, scenario.options)]
        words = f"has no {_listed(missing)}, which each other option has" if missing else ""
        if cells[option.id] < _FEW * most:
            words += (", and " if words else "") + f"is assessed on {cells[option.id]} criteria, another on {most}"
        if words:
            yield OPTIONS_TREATED_UNEQUALLY.finding(
                f"options.{option.id}",
                f"The option `{option.id}` {words}.",
                "Say the same of each option, even if it is that nothing is known; or leave it out of all.",
                presumes=("options",),
            )


def _missing_fields(option: Option, options: tuple[Option, ...]) -> Iterator[str]:
    for key in (*_FIELDS, *(() if option.baseline else _FIELDS_OF_ACTION)):
        others = [each for each in options if each.id != option.id and (key in _FIELDS or not each.baseline)]
        enough = 1 if key in _FIELDS else 2
        if len(others) >= enough and not getattr(option, key) and all(getattr(each, key) for each in others):
            yield key


def _filled(cell: Assessment) -> bool:
    return cell.score is not None or cell.leaning is not None or cell.result is not None


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


RECOMMENDS_THOUGH_NEUTRAL = Code(
    "recommends-though-neutral",
    "error",
    """
    A neutral paper with a recommendation.

    `neutral: true` says that the paper recommends nothing, but the scenario has a `recommendation`.

    ## Why it matters

    The first page of the brief would say that it gives no advice, and then give it.

    ## Example

    ```yaml
    neutral: true
    recommendation:
      option: trial
      text: A trial shows within six months how many people really ride.
      confidence: low
      facts: [last-bus]
    ```

    ## How to fix it

    ```yaml
    neutral: false
    recommendation:
      option: trial
      text: A trial shows within six months how many people really ride.
      confidence: low
      facts: [last-bus]
    ```

    Or keep `neutral: true` and remove the recommendation.
    """,
)


NO_RECOMMENDATION = Code(
    "no-recommendation",
    "warning",
    """
    No recommendation, and no statement that there is none.

    The scenario does not recommend an option, and does not say that it leaves the choice open.

    ## Why it matters

    Readers look for the advice first. Giving none is a decision of the author, and the brief has to say so.

    ## Example

    ```yaml
    title: A night bus for Lindby
    neutral: false
    ```

    ## How to fix it

    ```yaml
    title: A night bus for Lindby
    neutral: false
    recommendation:
      option: trial
      text: A trial shows within six months how many people really ride.
      confidence: low
      facts: [last-bus]
    ```

    For a paper that compares options but does not advise, write `neutral: true` instead.
    """,
)


RECOMMENDATION_WITHOUT_CITATION = Code(
    "recommendation-without-citation",
    "warning",
    """
    A recommendation that cites no fact.

    The recommendation names no `facts`, and its text has no citation.

    ## Why it matters

    This is the sentence that people act on. They want to see what it rests on.

    ## Example

    ```yaml
    neutral: false
    recommendation:
      option: trial
      text: A trial shows within six months how many people really ride.
      confidence: low
    ```

    ## How to fix it

    ```yaml
    neutral: false
    recommendation:
      option: trial
      text: A trial shows within six months how many people really ride.
      confidence: low
      facts: [last-bus]
    ```
    """,
)


RECOMMENDATION_WITHOUT_CONFIDENCE = Code(
    "recommendation-without-confidence",
    "info",
    """
    A recommendation that does not say how well the evidence supports it.

    The recommendation has no `confidence`. The brief then says nothing about it.

    ## Why it matters

    Readers want to know whether the advice rests on good evidence. If you cannot say, leaving it out is better than
    guessing.

    ## Example

    ```yaml
    neutral: false
    recommendation:
      option: trial
      text: A trial shows within six months how many people really ride.
      facts: [last-bus]
    ```

    ## How to fix it

    ```yaml
    neutral: false
    recommendation:
      option: trial
      text: A trial shows within six months how many people really ride.
      confidence: low
      facts: [last-bus]
    ```
    """,
)


@rule(
    RECOMMENDS_THOUGH_NEUTRAL, NO_RECOMMENDATION, RECOMMENDATION_WITHOUT_CITATION, RECOMMENDATION_WITHOUT_CONFIDENCE
)  # fmt: skip
def check_recommendation(scenario: Scenario) -> Iterator[Finding]:
    """A paper recommends an option or says that it recommends none, and a recommendation cites facts."""
    if scenario.neutral and scenario.recommendation:
        yield RECOMMENDS_THOUGH_NEUTRAL.finding(
            "neutral",
            "The scenario is neutral, but has a recommendation.",
            "Remove one of them.",
        )
    if not scenario.neutral and not scenario.recommendation:
        yield NO_RECOMMENDATION.finding(
            "title",
            "The scenario neither recommends an option nor says that it recommends none.",
            "Add `recommendation`, or `neutral: true`.",
            presumes=("recommendation", "neutral"),
        )
    advice = scenario.recommendation
    if advice and not advice.facts and not cited_facts(advice.text):
        yield RECOMMENDATION_WITHOUT_CITATION.finding(
            "recommendation",
            "The recommendation cites nothing.",
            "Name the facts that the advice rests on: `facts: [fact]`, or `[@fact]` in its text.",
            presumes=("recommendation.facts", "recommendation.text"),
        )
    if advice and advice.confidence is None:
        yield RECOMMENDATION_WITHOUT_CONFIDENCE.finding(
            "recommendation",
            "The recommendation does not say how well the evidence supports it.",
            "Add `confidence: low`, `moderate` or `high`, if you can say.",
            presumes=("recommendation.confidence",),
        )
