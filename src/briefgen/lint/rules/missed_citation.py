"""A fact that is named as in a citation is cited: with square brackets, and with the sign."""

import re
from collections.abc import Iterator

from briefgen.diagnostic import Finding, Place
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import proses

_CITING = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_SIGN_ALONE = re.compile(r"(?<![\w@.])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])")
_BRACKETS_TWICE = re.compile(r"\[(\[@[a-z0-9-]+\])\](?![(\[{:])")
_BRACKETS_ALONE = re.compile(r"\[((?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*)\](?![(\[{:])")
"""An id with a letter: `[1992]` may be a year."""

_AS_ELSEWHERE = re.compile(r"\[\^([a-z0-9-]+)\]|@\[([a-z0-9-]+)\]|\{@([a-z0-9-]+)\}|<@([a-z0-9-]+)>")
"""A footnote of Markdown, and other brackets."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `bad-citation`: the sign alone, or the brackets alone, with the id of a fact; and brackets twice."""
    facts = {fact.id for fact in scenario.facts}
    for prose in proses(scenario):
        for lang, text in prose.texts.items():
            if "@" not in text and "[" not in text:
                continue
            for found in _BRACKETS_TWICE.finditer(text):
                yield Finding(
                    "bad-citation",
                    f"{prose.path}.{lang}",
                    "This citation has brackets twice; the outer ones would be printed.",
                    f"Write {found[1]}.",
                    Place(*found.span()),
                )
            left = _CITING.sub(lambda found: " " * len(found[0]), text)
            for pattern in (_SIGN_ALONE, _BRACKETS_ALONE, _AS_ELSEWHERE):
                for found in pattern.finditer(left):
                    fact = next(filter(None, found.groups()))
                    if fact in facts and not (fact.isalnum() and _in_quotation(left[: found.start()])):
                        yield Finding(
                            "bad-citation",
                            f"{prose.path}.{lang}",
                            f"This names the fact `{fact}`, and does not cite it.",
                            f"Write [@{fact}].",
                            Place(*found.span()),
                        )


def _in_quotation(before: str) -> bool:
    """Whether a quotation is open at the end of a text: there, a word in brackets may be an insertion."""
    paragraph = before.rpartition("\n\n")[2]
    opened = any(paragraph.rfind(first) > paragraph.rfind(last) for first, last in ("“”", "«»", "„“"))
    return opened or paragraph.count('"') % 2 == 1
