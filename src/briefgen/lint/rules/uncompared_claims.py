"""Claims that no rule compares with their passages, since their language or that of a quote is not read."""

from collections.abc import Iterator

from briefgen.claims.claims import uncompared
from briefgen.claims.lexicon import CODES
from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario
from briefgen.scenario.reading.language_codes import is_language


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `claims-not-compared`: once a scenario, at the first of them."""
    # What is no language at all, another rule tells.
    found = [each for each in uncompared(scenario) if is_language(each.lang)]
    if not found:
        return
    several = len(found) > 1
    languages = " and ".join(f"`{lang}`" for lang in sorted({each.lang for each in found}))
    yield Finding(
        "claims-not-compared",
        found[0].path,
        f"{len(found)} {'claims were' if several else 'claim was'} not compared with"
        f" {'their passages' if several else 'its passage'}: the language is {languages}"
        f"{'; this is the first' if several else ''}.",
        f"Only {', '.join(f'`{code}`' for code in CODES)} are read. A `translation` of the quote into the language of"
        " the claim is compared in its place; else compare them yourself.",
        severity="info",
    )
