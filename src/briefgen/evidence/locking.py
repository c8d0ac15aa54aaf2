"""A verification → the lock that records it."""

import datetime as dt
from collections.abc import Mapping

from briefgen.evidence.check import Checked
from briefgen.evidence.lock import Lock, LockedQuote, LockedSource, quote_hash
from briefgen.evidence.quotes import quotes_by_source
from briefgen.evidence.texts import Text
from briefgen.scenario.model import Scenario


def locked(
    scenario: Scenario, checked: Checked, texts: Mapping[str, Text], before: Lock | None, today: dt.date
) -> Lock:
    """The lock of a scenario whose quotes are all verified. What was verified before, in a text that is not at hand
    today, keeps its day."""
    sources: dict[str, LockedSource] = {}
    quotes = {}
    for name, quoted in quotes_by_source(scenario).items():
        if name in texts:
            sources[name] = LockedSource(texts[name].text.sha256, today)
            for each in quoted:
                at = checked.places[each.key].parts
                quotes[each.key] = LockedQuote(name, at, quote_hash(each.selector))
        elif before and name in before.sources:
            sources[name] = before.sources[name]
            known = {(key[0], one.sha256): one for key, one in before.quotes.items()}
            for each in quoted:
                quotes[each.key] = known[each.key[0], quote_hash(each.selector)]
    return Lock(sources, quotes)
