"""Rules on options: one baseline, both sides of each option, comparable length, and a recommendation."""

from collections.abc import Iterator

from briefgen.core.diagnostic import Finding
from briefgen.markup.parse import cited_facts
from briefgen.model.options import Assessment, Option
from briefgen.model.scenario import Scenario


def check_baseline(scenario: Scenario) -> Iterator[Finding]:
    """Finds `no-baseline`, `two-baselines`."""
    marked = [option for option in scenario.options if option.baseline]
    if scenario.options and not marked:
        yield Finding(
            "no-baseline",
            "options",
            "No option is marked as the baseline.",
            "Add `baseline: true` to the option that means going on as today or doing nothing more.",
            presumes=("options",),
        )
    for option in marked[1:]:
        yield Finding(
            "two-baselines",
            f"options.{option.id}.baseline",
            f"`{option.id}` is marked as the baseline, but `{marked[0].id}` is too.",
            "Keep `baseline: true` on one of them.",
        )


# An option has another side: what speaks against it, and what follows if it is not chosen.


def check_option_sides(scenario: Scenario) -> Iterator[Finding]:
    """Finds `option-without-drawback`, `option-without-consequence`."""
    for option in filter(_is_treated, scenario.options):
        path = f"options.{option.id}"
        if not option.drawbacks:
            yield Finding(
                "option-without-drawback",
                path,
                f"Nothing is said against the option `{option.id}`.",
                "Add `drawbacks`: a choice without any would need no paper.",
                severity="info",
                presumes=(f"{path}.drawbacks",),
            )
        if option.not_choosing is None:
            yield Finding(
                "option-without-consequence",
                path,
                f"It is not said what follows if the option `{option.id}` is not chosen.",
                "Add `not_choosing`.",
                severity="info",
                presumes=(f"{path}.not_choosing",),
            )


def _is_treated(option: Option) -> bool:
    """Whether something is said of it yet beyond what it is: of a mere name nobody expects two sides."""
    said = (option.benefits, option.drawbacks, option.risks, option.assessments, option.not_choosing)
    return any(said)


# Options are told of at the same length and on the same points, so that the one favoured does not win by its
# page.

_ASKED_OF_ALL = ("definition", "summary", "benefits", "reversibility")
_ASKED_OF_ACTION = (
    "risks", "mechanism", "lead", "legal_basis", "resources", "timing", "preconditions", "implementation", "exit",
)  # fmt: skip
"""Of the baseline they are not asked: going on as today needs no new lead, money or law. Of another option they are
where at least two have them."""

_FEW = 0.5
"""Less than this share of the criteria that the option with the most filled cells is assessed on."""


def check_unequal_options(scenario: Scenario) -> Iterator[Finding]:
    """Finds `options-treated-unequally`: once an option, with all that it lacks and every other has."""
    cells = {option.id: sum(map(_filled, option.assessments.values())) for option in scenario.options}
    most = max(cells.values(), default=0)
    for option in scenario.options:
        told = [f"`{key}`" for key in _lacking(option, scenario.options)]
        words = f"has no {_listed(told)}, which each other option has" if told else ""
        if cells[option.id] < _FEW * most:
            words += (", and " if words else "") + f"is assessed on {cells[option.id]} criteria, another on {most}"
        if words:
            yield Finding(
                "options-treated-unequally",
                f"options.{option.id}",
                f"The option `{option.id}` {words}.",
                "Say the same of each option, even if it is that nothing is known; or leave it out of all.",
                severity="info",
                presumes=("options",),
            )


def _lacking(option: Option, options: tuple[Option, ...]) -> Iterator[str]:
    for key in (*_ASKED_OF_ALL, *(() if option.baseline else _ASKED_OF_ACTION)):
        others = [each for each in options if each.id != option.id and (key in _ASKED_OF_ALL or not each.baseline)]
        enough = 1 if key in _ASKED_OF_ALL else 2
        if len(others) >= enough and not getattr(option, key) and all(getattr(each, key) for each in others):
            yield key


def _filled(cell: Assessment) -> bool:
    return cell.score is not None or cell.leaning is not None or cell.result is not None


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


# A paper recommends an option, or says that it recommends none; not both.


def check_recommendation(scenario: Scenario) -> Iterator[Finding]:
    """Finds `recommends-though-neutral`, `no-recommendation`, `recommendation-without-citation`."""
    if scenario.neutral and scenario.recommendation:
        yield Finding(
            "recommends-though-neutral",
            "neutral",
            "The scenario is neutral, but has a recommendation.",
            "Remove one of them.",
        )
    if not scenario.neutral and not scenario.recommendation:
        yield Finding(
            "no-recommendation",
            "title",
            "The scenario neither recommends an option nor says that it recommends none.",
            "Add `recommendation`, or `neutral: true`.",
            severity="warning",
            presumes=("recommendation", "neutral"),
        )
    advice = scenario.recommendation
    if advice and not advice.basis and not cited_facts(advice.text):
        yield Finding(
            "recommendation-without-citation",
            "recommendation",
            "The recommendation cites nothing.",
            "Name the facts that the advice rests on: `basis: [fact]`, or `[@fact]` in its text.",
            severity="warning",
            presumes=("recommendation.basis", "recommendation.text"),
        )
