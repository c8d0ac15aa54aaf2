"""Rules on ratings and positions: a `stated` has a passage that bears on it, and a score agrees with its leaning."""

from collections.abc import Iterator

from briefgen.analysis.relevance import Reason, Relevance
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.model.options import Criterion, Range
from briefgen.model.reading.language_codes import is_language
from briefgen.model.scenario import Scenario

PASSAGE_OFF_TOPIC = Code(
    "passage-off-topic",
    "warning",
    """
    A `stated` rating or position whose passages do not mention what it is about.

    `basis: stated` says that a source supports the rating. No passage that it cites shares a word with the name or
    definition of the option or the criterion (for a position: of the option or the party). Small words, and the words
    of the title, do not count. Different forms of a word do: “rides” and “riding”. The rating counts as inferred.

    ## Why it matters

    The share of the comparison that rests on evidence decides whether options are ranked. A passage on something else
    would raise it.

    ## Example

    ```yaml
    format: 2
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          cost: {score: 3, basis: stated, reason: "It costs a middling sum [@last-bus]."}
    ```

    ## How to fix it

    If you concluded the rating, write `basis: inferred`:

    ```yaml
    format: 2
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          cost: {score: 3, basis: inferred, reason: "It costs a middling sum [@last-bus]."}
    ```

    If a source does support it, cite a fact with the passage that says so. A passage in a language that the scenario
    does not use cannot be compared: have somebody read it, and add `checked_by: {name: …, date: …}` to the fact.
    """,
    others=("error",),
)

_CITE = "Cite a fact whose passage does, or write `basis: inferred`."
_ADVICE = {
    "cites-nothing": "Cite the fact that supports it, or write `basis: inferred`.",
    "off-topic": _CITE,
    "other-language": "Ask somebody who reads the language, and add `checked_by: {name: …, date: …}` to the fact; or "
    "write `basis: inferred`.",
}


@rule(PASSAGE_OFF_TOPIC)
def check_basis(scenario: Scenario) -> Iterator[Finding]:
    """A passage that a `stated` rating or position cites mentions what it is about. In format 1, it need not."""
    if scenario.format == 1 or not is_language(scenario.language):
        return
    relevance = Relevance(scenario)
    for option in scenario.options:
        for key, cell in option.assessments.items():
            if reason := relevance.of_cell(option, key, cell):
                yield _finding(f"options.{option.id}.assessments.{key}", reason, "the option or the criterion")
    for party in scenario.stakeholders:
        for key, position in party.positions.items():
            reason = relevance.of_position(party, key, position)
            if reason and reason != "cites-nothing":  # check_positions reports that
                yield _finding(f"stakeholders.{party.id}.positions.{key}", reason, "the option or the party")


_READ = ("title", "facts", "sources", "criteria", "options", "stakeholders")
"""What has to be read before a passage can be said to be off topic."""


def _finding(path: str, reason: Reason, names: str) -> Finding:
    what = {
        "cites-nothing": "no fact is cited",
        "off-topic": f"no cited passage names {names}",
        "other-language": "the cited passages are in a language that the scenario does not use",
    }[reason]
    message = f"`stated`, but {what}; it counts as inferred."
    return PASSAGE_OFF_TOPIC.finding(f"{path}.basis", message, _ADVICE[reason], presumes=(*_READ, path))


SCORE_AGAINST_LEANING = Code(
    "score-against-leaning",
    "warning",
    """
    The best score with `leaning: against`, or the worst with `leaning: for`.

    `better` says which end of the scale is the best. The score of this rating is at one end, and its leaning says
    the opposite.

    ## Why it matters

    The table shows the leaning, and the ranking uses the score. One of them is wrong.

    ## Example

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {score: 5, leaning: against, reason: "The last bus leaves at 23:10 [@last-bus]."}
    ```

    ## How to fix it

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {score: 5, leaning: for, reason: "The last bus leaves at 23:10 [@last-bus]."}
    ```

    If less is better on this criterion, as with costs, write `better: lower` in the criterion.
    """,
)


@rule(SCORE_AGAINST_LEANING)
def check_leanings(scenario: Scenario) -> Iterator[Finding]:
    """The best score does not speak against an option, and the worst does not speak for it."""
    criteria = {criterion.id: criterion for criterion in scenario.criteria}
    for option in scenario.options:
        for key, cell in option.assessments.items():
            if key not in criteria or cell.leaning not in ("for", "against"):
                continue
            criterion = criteria[key]
            end = _end(criterion, cell.score)
            if (end, cell.leaning) in (("best", "against"), ("worst", "for")):
                direction = "more" if criterion.better == "higher" else "less"
                path = f"options.{option.id}.assessments.{key}"
                yield SCORE_AGAINST_LEANING.finding(
                    f"{path}.leaning",
                    f"The score is the {end} on the scale of `{key}`, where {direction} is better, but the leaning is "
                    f"`{cell.leaning}`.",
                    "Correct the score or the leaning, or the `better` of the criterion.",
                    presumes=(f"criteria.{key}", path),
                )


def _end(criterion: Criterion, score: float | Range | None) -> str:
    """Which end of the scale a score is at: `best`, `worst`, or neither."""
    scale = criterion.scale
    if isinstance(score, Range):
        score = score.low if score.low == score.high else None
    if score is None or scale.low >= scale.high or score not in (scale.low, scale.high):
        return ""
    return "best" if (score == scale.high) == (criterion.better == "higher") else "worst"
