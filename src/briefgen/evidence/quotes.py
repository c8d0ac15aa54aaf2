"""The quotes of a scenario, by the source that they come from."""

import msgspec

from briefgen.evidence.location import Selector
from briefgen.evidence.lock import QuoteKey
from briefgen.scenario.model import Scenario


class Quoted(msgspec.Struct, frozen=True):
    """One quote of a scenario."""

    key: QuoteKey
    selector: Selector
    pages: dict[str, str]
    """Where a reader finds it, as its author says, by language; empty where nothing is said."""

    @property
    def path(self) -> str:
        """Of the quote."""
        return f"facts.{self.key[0]}.evidence.{self.key[1]}.quote"


def quotes_by_source(scenario: Scenario) -> dict[str, list[Quoted]]:
    """The quotes of each registered source that has some, in the order of the register."""
    out: dict[str, list[Quoted]] = {source.id: [] for source in scenario.sources}
    for fact in scenario.facts:
        for number, evidence in enumerate(fact.evidence, 1):
            if evidence.source in out:
                selector = Selector(evidence.quote, evidence.prefix, evidence.suffix)
                pages = evidence.page.texts if evidence.page else {}
                out[evidence.source].append(Quoted((fact.id, number), selector, pages))
    return {source: quotes for source, quotes in out.items() if quotes}
