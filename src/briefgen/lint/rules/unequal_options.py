"""Options are told of at the same length and on the same points, so that the one favoured does not win by its page."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Assessment, Option, Scenario

_ASKED_OF_ALL = ("definition", "summary", "benefits", "reversibility")
_ASKED_OF_ACTION = (
    "risks", "mechanism", "lead", "legal_basis", "resources", "timing", "preconditions", "implementation", "exit",
)  # fmt: skip
"""Of the baseline they are not asked: going on as today needs no new lead, money or law. Of another option they are
where at least two have them."""

_FEW = 0.5
"""Less than this share of the criteria that the option with the most filled cells is assessed on."""


def check(scenario: Scenario) -> Iterator[Finding]:
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
