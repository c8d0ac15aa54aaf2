"""Rules on references: what is referred to exists, is cited as intended, and is used."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from briefgen.core.diagnostic import Finding, Place, Pointers
from briefgen.core.suggestions import did_you_mean
from briefgen.markup.parse import citations
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses, referrals

SHOWN = 64
"""Letters of an unknown id that a message repeats."""

_LISTS = {
    "option": "options", "criterion": "criteria", "source": "sources", "fact": "facts", "stakeholder": "stakeholders",
    "assumption": "assumptions",
}  # fmt: skip


def check_unknown_reference(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unknown-fact`, `unknown-option`, `unknown-criterion`, `unknown-source`, `unknown-stakeholder`."""
    known = {
        "option": {item.id for item in scenario.options},
        "criterion": {item.id for item in scenario.criteria},
        "source": {item.id for item in scenario.sources},
        "fact": {item.id for item in scenario.facts},
        "stakeholder": {item.id for item in scenario.stakeholders},
        "assumption": {item.id for item in scenario.assumptions},
    }
    for referral in referrals(scenario):
        kinds = referral.what.split(" or ")
        ids = set().union(*(known[kind] for kind in kinds))
        if referral.id not in ids:
            yield _finding(kinds[0], referral.what, referral.id, ids, referral.path, known)
    for prose in proses(scenario):
        for lang, text in prose.texts.items():
            if "@" not in text:
                continue
            for fact in dict.fromkeys(citation.fact for citation in citations(prose, lang)):
                if fact not in known["fact"]:
                    yield _finding(
                        "fact", "fact", fact, known["fact"], f"{prose.path}.{lang}", known, Pointers(f"@{fact}")
                    )


def _finding(
    code: str,
    kind: str,
    wanted: str,
    ids: set[str],
    path: str,
    known: dict[str, set[str]],
    place: Pointers | None = None,
) -> Finding:
    other = next((name for name, names in known.items() if wanted in names), None)
    if other and other not in kind.split(" or "):
        hint = f"There is {_article(other)} {other} of that name; here {_article(kind)} {kind} is wanted."
    elif ids:
        hint = did_you_mean(wanted, sorted(ids)) or _alike(wanted, ids)
    else:
        hint = f"The scenario has no {kind} at all."
    return Finding(
        f"unknown-{code}",
        path,
        f"There is no {kind} `{wanted if len(wanted) <= SHOWN else wanted[:SHOWN] + '…'}`.",
        hint,
        place,
        presumes=tuple(_LISTS[each] for each in kind.split(" or ")),
    )


def _alike(wanted: str, ids: set[str]) -> str:
    """The ids among which the one that is meant may be, where none is a mere slip away."""
    if len(ids) > 12 and len(wanted) <= SHOWN and (alike := get_close_matches(wanted.lower(), sorted(ids), n=5)):
        return "The most like it are: " + ", ".join(alike) + "."
    return "Known are: " + ", ".join(sorted(ids)[:12]) + (" …" if len(ids) > 12 else "") + "."


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


# A fact that is named as in a citation is cited: with square brackets, and with the sign.

_CITING = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_SIGN_ALONE = re.compile(r"(?<![\w@.])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])")
_BRACKETS_TWICE = re.compile(r"\[(\[@[a-z0-9-]+\])\](?![(\[{:])")
_BRACKETS_ALONE = re.compile(r"\[((?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*)\](?![(\[{:])")
"""An id with a letter: `[1992]` may be a year."""

_AS_ELSEWHERE = re.compile(r"\[\^([a-z0-9-]+)\]|@\[([a-z0-9-]+)\]|\{@([a-z0-9-]+)\}|<@([a-z0-9-]+)>")
"""A footnote of Markdown, and other brackets."""


def check_missed_citation(scenario: Scenario) -> Iterator[Finding]:
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


# What is collected is used: a source by a fact, a fact by the paper.

MAX_SHOWN = 8
"""Items that are told one by one. A register that several scenarios share holds many more than one of them cites."""


def check_unused_evidence(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unused-source`, `orphaned-fact`."""
    quoted = {evidence.source for fact in scenario.facts for evidence in fact.evidence}
    for name, more in _shown([source.id for source in scenario.sources if source.id not in quoted]):
        yield Finding(
            "unused-source",
            f"sources.{name}",
            f"No fact quotes the source `{name}`{more}.",
            "Quote it, or take it out of the register: it is read as something that the paper rests on.",
            severity="info",
            presumes=("facts",),
        )
    for name, more in _shown(_uncited(scenario)):
        yield Finding(
            "orphaned-fact",
            f"facts.{name}",
            f"Nothing cites the fact `{name}`{more}.",
            "Cite it where it matters, or take it out.",
            severity="info",
            presumes=("",),
        )


def _shown(unused: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names to tell, each with what to say of the rest."""
    if len(unused) > MAX_SHOWN:
        yield unused[0], f", nor {len(unused) - 1} others"
    else:
        yield from ((name, "") for name in unused)


def _uncited(scenario: Scenario) -> list[str]:
    named = {referral.id for referral in referrals(scenario) if "fact" in referral.what}
    for prose in proses(scenario):
        for text in prose.texts.values():
            named.update(_NAMED.findall(text))
    return [fact.id for fact in scenario.facts if fact.id not in named]


_NAMED = re.compile(r"@([\w-]+)")
"""Reading citations as such takes far longer, and would find a fact the less only where its sign is escaped."""


# The address of a source is one that a reader can open.

_BARE = r"<?(?:h\w{0,4}ps?:?/*)?((?:[\w-]+\.)+[A-Za-z]{2,}(?:/[^\s<>\"]*)?)>?"
"""A host with its path, with half a beginning or with none."""


def check_source_address(scenario: Scenario) -> Iterator[Finding]:
    """Finds `bad-link`, of sources."""
    for source in scenario.sources:
        address = source.url.strip()
        if not address or (address.startswith(("https://", "http://")) and not any(c in address for c in ' \t\n<>"')):
            continue
        bare = re.fullmatch(_BARE, address)
        yield Finding(
            "bad-link",
            f"sources.{source.id}.url",
            f"`{address[:64]}` is no address on the web that a reader can open.",
            f"Write `https://{bare[1][:100]}`."
            if bare
            else "Write it as a browser shows it, from `https://` on, with `%20` for a space.",
            severity="warning",
        )
