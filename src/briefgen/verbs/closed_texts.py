"""The texts of sources that are at hand and that some readers may not see."""

from collections.abc import Mapping

from briefgen.scenario.model import Scenario


def closed_texts(texts: Mapping[str, str], *shown: Scenario) -> list[str]:
    """Of the texts, by the ids of their sources, those whose source is in none of the scenarios shown."""
    seen = {source.id for each in shown for source in each.sources}
    return [text for name, text in texts.items() if name not in seen]
