"""Rules on dates: evidence ends on `as_of`, and what has to be done lies after it."""

from collections.abc import Iterator

from briefgen.core.codes import Code, rule
from briefgen.core.dates import PartialDate
from briefgen.core.diagnostic import Finding
from briefgen.lint.rules.references import named_facts
from briefgen.model.scenario import Scenario

FACT_AFTER_AS_OF = Code(
    "fact-after-as-of",
    "warning",
    """
    A fact that is cited, and took place after the evidence ends.

    `as_of` is the day up to which the evidence reaches, and the `date` of this fact is later. A month or a year counts
    as later only if its first day is.

    ## Why it matters

    A decision cannot rest on what nobody knew. Sources that look back mix what was known with what happened later.

    ## Example

    ```yaml
    as_of: 2026-01-15
    issue: The last bus leaves the station at 23:10 [@last-bus].
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        date: 2026-03
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    ```

    ## How to fix it

    If the brief is meant to look back, write `hindsight: true`. Its note then says “known only later”.

    ```yaml
    as_of: 2026-01-15
    issue: The last bus leaves the station at 23:10 [@last-bus].
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        date: 2026-03
        hindsight: true
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    ```

    If not, leave the citation out, or correct `as_of` or the date.
    """,
)


DUE_BEFORE_AS_OF = Code(
    "due-before-as-of",
    "warning",
    """
    A deadline or a next step that was due before the evidence ends.

    The `deadline` of the decision, or the `due` of a next step, is earlier than `as_of`.

    ## Why it matters

    The brief asks for something by a day that had passed when it was written.

    ## Example

    ```yaml
    as_of: 2026-01-15
    deadline: 2025-03-31
    ```

    ## How to fix it

    Correct the date that is wrong; often, it is the year.

    ```yaml
    as_of: 2026-01-15
    deadline: 2026-03-31
    ```
    """,
)


@rule(FACT_AFTER_AS_OF)
def check_hindsight(scenario: Scenario) -> Iterator[Finding]:
    """A fact that is cited took place before the evidence ends, or is marked as known only later."""
    as_of = scenario.as_of
    later = [fact for fact in scenario.facts if as_of and fact.date and fact.date.first > as_of and not fact.hindsight]
    if not later:
        return
    cited = named_facts(scenario)
    for fact in later:
        if fact.id in cited:
            yield FACT_AFTER_AS_OF.finding(
                f"facts.{fact.id}.date",
                f"`{fact.id}` is of {fact.date}, but the evidence reaches only up to {as_of}.",
                "If it is meant as hindsight, write `hindsight: true`; if not, do not cite it, or correct the date.",
                presumes=("as_of", f"facts.{fact.id}"),
            )


@rule(DUE_BEFORE_AS_OF)
def check_due_dates(scenario: Scenario) -> Iterator[Finding]:
    """The deadline and the next steps are not due before the evidence ends."""
    if scenario.as_of is None:
        return
    if scenario.deadline and scenario.deadline < scenario.as_of:
        yield DUE_BEFORE_AS_OF.finding(
            "deadline",
            f"The deadline, {scenario.deadline}, is before the day up to which the evidence reaches, {scenario.as_of}.",
            "Correct `deadline` or `as_of`.",
            presumes=("as_of",),
        )
    for step in scenario.next_steps:
        if isinstance(step.due, PartialDate) and step.due.last < scenario.as_of:
            yield DUE_BEFORE_AS_OF.finding(
                f"next_steps.{step.id}.due",
                f"The step `{step.id}` was due by {step.due}, before the day up to which the evidence reaches, "
                f"{scenario.as_of}.",
                "Correct `due` or `as_of`.",
                presumes=("as_of",),
            )
