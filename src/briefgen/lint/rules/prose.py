"""Prose is Markdown of a few paragraphs, with the citations and spans that briefgen knows."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.prose import parse
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import proses


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds what the Markdown of a field does that prose cannot: headings, pictures, unknown spans, bad citations."""
    for prose in proses(scenario):
        for lang in prose.texts:
            yield from parse(prose, lang).findings
