"""Every rule on a scenario; what they find is placed in its files."""

from collections.abc import Iterable, Iterator
from itertools import chain

from briefgen.agreement.claim import Claim
from briefgen.agreement.claims import Surrounding, claims
from briefgen.diagnostic import Diagnostic, Finding
from briefgen.lint.rules import RULES, rule
from briefgen.lint.settling import settle
from briefgen.lint.sound import Sound
from briefgen.scenario import Loaded
from briefgen.scenario.model import Scenario


def lint(
    loaded: Loaded, around: Surrounding, more: Iterable[Finding] = (), sound: Sound | None = None
) -> list[Diagnostic]:
    """What the rules find, each at its place, and `more` that was found of the quotes, weighed and waived as the
    scenario says. `around`: the text around the quotes that were found; `sound`: what need not be asked again."""
    found = _findings(loaded.scenario, around, sound or Sound())
    return loaded.placed(settle(loaded.scenario, chain(found, more)))


def _findings(scenario: Scenario, around: Surrounding, sound: Sound) -> Iterator[Finding]:
    asked = sound.asked(scenario, around)
    for name in RULES:
        if not sound.is_silent(name):
            of_rule = list(rule(name)(scenario))
            sound.note_rule(name, bool(of_rule))
            yield from of_rule
    unknown = [claim for claim in claims(scenario, around, asked) if not sound.knows(claim)]
    for claim, found in zip(unknown, _compared(unknown), strict=True):
        sound.note(claim, bool(found))
        yield from found


def _compared(found: list[Claim]) -> Iterator[list[Finding]]:
    """What the rules find in each claim."""
    if not found:
        return
    from briefgen.lint.claims import CLAIM_RULES  # a check in which no claim is new needs none of them

    for claim in found:
        yield [finding for rule in CLAIM_RULES for finding in rule(claim)]
