"""What would hang in the air for an audience: pieces that it sees, and of which the ground is withheld."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.prose.cited import cited_facts
from briefgen.scenario.model import Audience, Judgement, Option, Recommendation, Scenario
from briefgen.scenario.walk import proses, referrals


def hanging(before: Scenario, left: Scenario, audience: Audience) -> Iterator[Finding]:
    """Finds `left-hanging`: what the author's scenario has and the audience's lacks, at the place of what is left."""
    for path, message in _found(before, left):
        yield Finding(
            "left-hanging",
            path,
            f"For `{audience.id}`, {message}.",
            "Mark this piece as well, give it something that they may see, or let it stand as it is.",
            severity="warning",
        )


def _found(before: Scenario, left: Scenario) -> Iterator[tuple[str, str]]:
    if before.bottom_line and not left.bottom_line:
        yield "bottom_line", "nothing is left of the bottom line"
    if before.recommendation and not left.recommendation:
        yield "recommendation", "there is no recommendation"
    elif before.recommendation and left.recommendation and _lost(before.recommendation, left.recommendation):
        yield "recommendation", "the recommendation rests on no fact"
    judgements = {each.id: each for each in before.judgements}
    for judgement in left.judgements:
        if _lost(judgements[judgement.id], judgement):
            yield f"judgements.{judgement.id}", f"the judgement `{judgement.id}` rests on no fact"
    options = {each.id: each for each in before.options}
    for option in left.options:
        if _facts(options[option.id]) and not _facts(option):
            yield f"options.{option.id}", f"no fact is left under the option `{option.id}`"
    yield from _of_criteria(before, left)
    quoted = {each.source for fact in before.facts for each in fact.evidence}
    now = {each.source for fact in left.facts for each in fact.evidence}
    for source in left.sources:
        if source.id in quoted - now:
            yield f"sources.{source.id}", f"the source `{source.id}` is listed, and nothing of it is quoted"
    if len(before.options) > 1 and len(left.options) == 1:
        yield "options", "one option is left, and nothing to compare it with"


def _lost(before: Judgement | Recommendation, left: Judgement | Recommendation) -> bool:
    return bool(_facts(before)) and not _facts(left)


def _facts(piece: Judgement | Recommendation | Option) -> frozenset[str]:
    """All facts that it cites or names."""
    cited = frozenset[str]().union(*map(cited_facts, proses(piece)))
    return cited | {each.id for each in referrals(piece) if each.what == "fact"}


def _of_criteria(before: Scenario, left: Scenario) -> Iterator[tuple[str, str]]:
    supported = {each.id: each.supported_by for each in before.criteria}
    had, has = _filled(before), _filled(left)
    for criterion in left.criteria:
        path = f"criteria.{criterion.id}"
        if criterion.id in had - has:
            yield path, f"every cell of the criterion `{criterion.id}` is empty"
        if supported[criterion.id] and not criterion.supported_by:
            yield path, f"nothing supports the criterion `{criterion.id}`"


def _filled(scenario: Scenario) -> frozenset[str]:
    """The criteria on which an option has a cell that says something."""
    return frozenset(
        criterion for option in scenario.options for criterion, cell in option.assessments.items() if not cell.empty
    )
