"""What the paper rests on: its sources as a whole, and how far the quotes of each are verified."""

from collections import Counter
from typing import Literal

import msgspec

from briefgen.document import Inlines
from briefgen.evidence import Checked, Standing
from briefgen.exhibits.words import Words
from briefgen.scenario.model import Scenario

_ = str  # marks interface messages; they are translated where they are shown


Kind = Literal["news", "report", "statistics", "law", "statement", "interview", "dataset", "other"]


def plural(one: str, many: str) -> tuple[str, str]:
    """Marks an interface message that has a plural."""
    return one, many


_KINDS: dict[Kind, tuple[str, str]] = {
    "news": plural("{n} article or broadcast", "{n} articles or broadcasts"),
    "report": plural("{n} report", "{n} reports"),
    "statistics": plural("{n} set of published figures", "{n} sets of published figures"),
    "law": plural("{n} law", "{n} laws"),
    "statement": plural("{n} statement of a party", "{n} statements of parties"),
    "interview": plural("{n} interview", "{n} interviews"),
    "dataset": plural("{n} dataset", "{n} datasets"),
    "other": plural("{n} other document", "{n} other documents"),
}


class Verification(msgspec.Struct, frozen=True):
    """Of one source."""

    id: str
    words: Inlines
    """“The 31 quotes from it stand in its text, word for word.”"""


class Sourcing(msgspec.Struct, frozen=True):
    """All of them."""

    statement: Inlines
    """How many sources there are, of which kinds, how far they can be relied on, and how many facts rest on only one:
    for a paper whose authors say nothing of it themselves."""
    verifications: tuple[Verification, ...]
    """One for each source, for `find`."""


def sourcing(scenario: Scenario, checked: Checked, words: Words) -> Sourcing:
    """What can be said of a scenario's sources without asking its authors."""
    return Sourcing(
        (words.figure(" ".join(_statement(scenario, words))),),
        tuple(
            Verification(source.id, (words.figure(_verified(checked.standings.get(source.id), words)),))
            for source in scenario.sources
        ),
    )


def _verified(standing: Standing | None, words: Words) -> str:
    """A brief says nothing of today: where the text is at hand, the quotes stand in it."""
    say = words.locale.text
    if standing is None or not standing.quotes:
        return say(_("Nothing is quoted from it."))
    n = standing.quotes
    number = words.locale.number(n)
    if standing.state == "verified":
        told = words.locale.plural(
            "The {n} quote from it stands in its text, word for word.",
            "The {n} quotes from it stand in its text, word for word.",
            n,
        )
        return told.format(n=number)
    if standing.state == "as-locked" and standing.day:
        told = words.locale.plural(
            "The {n} quote from it was verified word for word on {date}; its text was not at hand when this paper "
            "was made.",
            "The {n} quotes from it were verified word for word on {date}; its text was not at hand when this paper "
            "was made.",
            n,
        )
        return told.format(n=number, date=words.locale.date(standing.day))
    said = words.locale.text(_("Quotes from it that could not be verified: {n} of {all}."))
    return said.format(n=words.locale.number(standing.unverified), all=number)


def _statement(scenario: Scenario, words: Words) -> list[str]:
    say, number = words.locale.text, words.locale.number
    total = len(scenario.sources)
    if not total:
        return [say(_("This paper names no source."))]
    kinds = Counter(source.kind for source in scenario.sources)
    named = [
        words.locale.plural(*forms, kinds[kind]).format(n=number(kinds[kind]))
        for kind, forms in _KINDS.items()
        if kinds[kind]
    ]
    out = [say(_("What this paper states rests on {sources}.")).format(sources=words.locale.join(named))]
    grades = Counter(source.reliability for source in scenario.sources if source.reliability)
    if grades:
        each = [
            words.locale.plural("{grade} for {n} source", "{grade} for {n} sources", n).format(grade=grade, n=number(n))
            for grade, n in sorted(grades.items())
        ]
        out.append(
            say(_("Reliability on the Admiralty scale, from A to F: {grades}.")).format(grades=words.locale.join(each))
        )
    if ungraded := total - sum(grades.values()):
        told = words.locale.plural(
            "The reliability of {n} source is not graded.", "The reliability of {n} sources is not graded.", ungraded
        )
        out.append(told.format(n=number(ungraded)))
    facts = len(scenario.facts)
    alone = sum(len({evidence.source for evidence in fact.evidence}) == 1 for fact in scenario.facts)
    if alone and total > 1:
        out.append(
            say(_("Facts that rest on one source only: {n} of {all}.")).format(n=number(alone), all=number(facts))
        )
    elif alone:
        out.append(say(_("There is no second source for any of it.")))
    return out
