"""The text around a quote: who speaks there, and whom “they” means."""

import re
from collections.abc import Mapping

from briefgen.evidence.location import Place
from briefgen.evidence.lock import QuoteKey
from briefgen.evidence.texts import Text
from briefgen.scenario.model import Scenario

BEFORE, BEHIND = 600, 240
"""Characters; about four sentences before, and one or two behind."""


def around(
    scenario: Scenario, places: Mapping[QuoteKey, Place], texts: Mapping[str, Text]
) -> dict[QuoteKey, tuple[str, str, str, str]]:
    """The text before, in and behind each quote that was found, to whole words, and the head of the text."""
    out: dict[QuoteKey, tuple[str, str, str, str]] = {}
    for fact in scenario.facts:
        for number, evidence in enumerate(fact.evidence, 1):
            place, text = places.get((fact.id, number)), texts.get(evidence.source)
            if place and text:
                words = text.text.text
                start, end = place.start, place.end
                out[fact.id, number] = (
                    words[_start(words, start) : start],
                    words[start:end],
                    words[end : _end(words, end)],
                    _head(words),
                )
    return out


_INTERVIEW = re.compile(r"(?:Interview with|Entretien avec|Entrevista (?:con|a))\b[^.]*", re.IGNORECASE)
"""Whom an interview is with speaks in all of it."""

LINE, LINES = 100, 5
"""Letters of a line that may head a text, and how many such lines are read."""


def _head(text: str) -> str:
    """The lines above the first sentence: a title, who writes, to whom."""
    head = []
    for line in text[: LINE * LINES].splitlines()[:LINES]:
        if opening := _INTERVIEW.match(line):
            head.append(opening[0])
            break
        if len(line) > LINE or line.rstrip().endswith("."):
            break
        head.append(line)
    return "\n".join(head)


def _start(text: str, at: int) -> int:
    start = max(0, at - BEFORE)
    if start == 0:
        return 0
    space = text.find(" ", start, at)
    return space + 1 if space >= 0 else start


def _end(text: str, at: int) -> int:
    end = min(len(text), at + BEHIND)
    if end == len(text):
        return end
    space = text.rfind(" ", at, end)
    return space if space >= 0 else end
