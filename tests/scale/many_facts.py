"""A scenario with as many facts and sources as are asked for; all of its words are made up here.

Each source is minutes of a council: sentences with a place, an office, a number and a day. A fact quotes one of them
and says it in another order. Every thirtieth says another number than its quote, so that there is something to find.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

FIRSTS = ("Al", "Bren", "Cor", "Dun", "El", "Far", "Gil", "Hol", "Ing", "Kes", "Lor", "Mar")
LASTS = ("bury", "combe", "dale", "field", "garth", "holm", "mere", "stead", "thorpe", "wick")
PLACES = [first + last for first in FIRSTS for last in LASTS]
OFFICES = ["harbour office", "water board", "school council", "road survey", "housing panel", "fire service"]
COUNTED = ["households", "lorries", "pupils", "burst pipes", "vacant flats", "patients", "passengers", "complaints"]
MONTHS = ["January", "March", "April", "June", "July", "September", "October", "December"]
ASIDES = [
    "The chair thanked everyone who had come in spite of the weather.",
    "A member asked whether the figures might be too low, and was told that nobody could say.",
    "The minutes of the last meeting were not approved, because two pages were missing.",
    "It was agreed that the budget should be looked at again before the summer.",
]

SCENARIO = """\
title: Many facts
question: Which office should be closed?
decision_maker: Council
deadline: 2026-03-31
as_of: 2026-01-15
reference: MANY-1
prepared_by: Clerk
contact: Clerk, town hall
edition: {number: 1, date: 2026-01-20, status: draft}
bottom_line: Close none for now.
neutral: true
issue: "[The council meets often.]{.judgement}"
options:
  - {id: none, name: None, baseline: true, definition: All offices stay.}
  - {id: one, name: One, definition: One office closes.}
criteria: []
sources: sources.yaml
facts: facts.yaml
stakeholders: stakeholders.yaml
"""


def write(folder: Path, facts: int, sources: int, letters: int) -> Path:
    """Such a scenario in a folder: so many facts, spread over sources of so many letters each."""
    random = Random(f"{facts} {sources} {letters}")
    (folder / "texts").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(SCENARIO)
    written: list[str] = []
    register: list[str] = []
    for source in range(sources):
        share = facts * (source + 1) // sources - facts * source // sources
        text = []
        for number in range(share):
            told = _Told(random)
            written.append(told.fact(f"f{source}-{number}", f"s{source}", wrong=number % 30 == 7))
            text += [told.sentence, *_asides(random, (letters - 150 * share) // max(share, 1))]
        (folder / "texts" / f"s{source}.txt").write_text("\n".join(text))
        register.append(
            f"- {{id: s{source}, title: Minutes {source}, publisher: Council, date: 2025-12-01, kind: report,"
            f" language: en, reliability: B, file: s{source}.txt, redistribution: allowed}}\n"
        )
    (folder / "facts.yaml").write_text("".join(written))
    (folder / "sources.yaml").write_text("".join(register))
    (folder / "stakeholders.yaml").write_text("".join(_stakeholders(facts, sources)))
    return folder


class _Told:
    """What one sentence of a source tells."""

    def __init__(self, random: Random) -> None:
        self.place, self.other = random.sample(PLACES, 2)
        self.office, self.counted = random.choice(OFFICES), random.choice(COUNTED)
        self.number, self.share = random.randint(1001, 99999), random.randint(11, 89)
        self.day = f"{random.randint(1, 28)} {random.choice(MONTHS)} {random.randint(2015, 2025)}"

    @property
    def sentence(self) -> str:
        return (
            f"On {self.day} the {self.office} of {self.place} counted {self.number:,} {self.counted}, about"
            f" {self.share} per cent of them on the road to {self.other}."
        )

    def fact(self, name: str, source: str, wrong: bool) -> str:
        number = self.number + 1111 if wrong else self.number
        return (
            f"- id: {name}{'  # wrong' if wrong else ''}\n"
            f"  statement: The {self.office} of {self.place} said that {number:,} {self.counted} were counted on"
            f" {self.day}, about {self.share} per cent of them on the road to {self.other}.\n"
            f'  evidence:\n    - {{source: {source}, quote: "{self.sentence[:-1]}"}}\n'
        )


def _asides(random: Random, letters: int) -> Iterator[str]:
    while letters > 0:
        aside = f"{random.choice(ASIDES)} {random.choice(PLACES)} was mentioned {random.randint(2, 9)} times."
        letters -= len(aside) + 1
        yield aside


def _stakeholders(facts: int, sources: int) -> Iterator[str]:
    """One for every tenth fact, which its role cites; so that there are claims that rest on statements as well."""
    for number in range(facts // 10):
        fact = f"f{number % sources}-{number // sources}"
        yield f'- {{id: p{number}, name: Party {number}, role: "It was at the meeting on the figures [@{fact}]."}}\n'
