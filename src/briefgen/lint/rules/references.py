"""Rules on references: what they name exists, citations are written as such, and evidence is used."""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding, Place, Pointers
from briefgen.core.suggestions import did_you_mean
from briefgen.markup.parse import citations
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses, referrals

SHOWN = 64
"""Letters of an unknown id that a message repeats."""

UNKNOWN_FACT = Code(
    "unknown-fact",
    "error",
    """
    A citation of a fact that does not exist.

    A citation `[@…]`, or a list such as `facts`, gives the id of a fact, and no fact has that id.

    ## Why it matters

    The sentence claims to have evidence, and there is none.

    ## Example

    ```yaml
    issue: The last bus leaves the station at 23:10 [@last-buss].
    ```

    ## How to fix it

    ```yaml
    issue: The last bus leaves the station at 23:10 [@last-bus].
    ```

    Cite the fact, not its source. If there is no fact yet, add one under `facts`, with the passage that supports it.
    """,
)


UNKNOWN_OPTION = Code(
    "unknown-option",
    "error",
    """
    A reference to an option that does not exist.

    A position, a recommendation, a gap or an indicator gives the id of an option, and no option has that id.

    ## Why it matters

    The brief cannot show what is said about an option that does not exist.

    ## Example

    ```yaml
    stakeholders:
      - id: residents
        name: Residents
        positions:
          trail: {stance: supports, basis: inferred}
    ```

    ## How to fix it

    ```yaml
    stakeholders:
      - id: residents
        name: Residents
        positions:
          trial: {stance: supports, basis: inferred}
    ```
    """,
)


UNKNOWN_CRITERION = Code(
    "unknown-criterion",
    "error",
    """
    A reference to a criterion that does not exist.

    An assessment or a gap gives the id of a criterion, and no criterion has that id.

    ## Why it matters

    The cell would be missing from the table, and nobody would notice.

    ## Example

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          acess: {score: 4}
    ```

    ## How to fix it

    ```yaml
    options:
      - {id: no-change, name: No change, baseline: true}
      - id: trial
        name: Six-month trial
        assessments:
          access: {score: 4}
    ```
    """,
)


UNKNOWN_SOURCE = Code(
    "unknown-source",
    "error",
    """
    A passage from a source that is not in the register.

    The evidence of a fact gives the id of its source, and no source has that id.

    ## Why it matters

    Readers could not find out where the passage comes from.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: servey, quote: "the last bus leaves the station at 23:10"}
    ```

    ## How to fix it

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    ```
    """,
)


UNKNOWN_STAKEHOLDER = Code(
    "unknown-stakeholder",
    "error",
    """
    A membership in a party that does not exist.

    `members_of` lists the ids of the parties that this one belongs to, and no party has that id.

    ## Example

    ```yaml
    stakeholders:
      - {id: residents, name: Residents}
      - {id: night-nurses, name: Night nurses, members_of: [residence]}
    ```

    ## How to fix it

    ```yaml
    stakeholders:
      - {id: residents, name: Residents}
      - {id: night-nurses, name: Night nurses, members_of: [residents]}
    ```
    """,
)


@rule(UNKNOWN_FACT, UNKNOWN_OPTION, UNKNOWN_CRITERION, UNKNOWN_SOURCE, UNKNOWN_STAKEHOLDER)
def check_unknown_reference(scenario: Scenario) -> Iterator[Finding]:
    """What a reference or citation names exists."""
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
            yield _unknown(kinds, referral.id, ids, referral.path, known)
    for prose in proses(scenario):
        for lang, text in prose.texts.items():
            if "@" not in text:
                continue
            for fact in dict.fromkeys(citation.fact for citation in citations(prose, lang)):
                if fact not in known["fact"]:
                    place = Pointers(f"@{fact}")
                    yield _unknown(["fact"], fact, known["fact"], f"{prose.path}.{lang}", known, place)


_CODES = {
    "fact": UNKNOWN_FACT, "option": UNKNOWN_OPTION, "criterion": UNKNOWN_CRITERION, "source": UNKNOWN_SOURCE,
    "stakeholder": UNKNOWN_STAKEHOLDER,
}  # fmt: skip
_LISTS = {
    "option": "options", "criterion": "criteria", "source": "sources", "fact": "facts", "stakeholder": "stakeholders",
    "assumption": "assumptions",
}  # fmt: skip


def _unknown(
    kinds: list[str], unknown: str, ids: set[str], path: str, known: dict[str, set[str]], place: Pointers | None = None
) -> Finding:
    kind = " or ".join(kinds)
    other = next((name for name, names in known.items() if unknown in names), None)
    if other and other not in kinds:
        hint = f"There is {_article(other)} {other} of that name; here {_article(kind)} {kind} is wanted."
    elif ids:
        hint = did_you_mean(unknown, sorted(ids)) or _candidates(unknown, ids)
    else:
        hint = f"The scenario has no {kind} at all."
    return _CODES[kinds[0]].finding(
        path,
        f"There is no {kind} `{unknown if len(unknown) <= SHOWN else unknown[:SHOWN] + '…'}`.",
        hint,
        place,
        presumes=tuple(_LISTS[each] for each in kinds),
    )


def _candidates(unknown: str, ids: set[str]) -> str:
    """The ids that may have been meant, if none differs by a typing mistake only."""
    if len(ids) > 12 and len(unknown) <= SHOWN and (alike := get_close_matches(unknown.lower(), sorted(ids), n=5)):
        return "The most like it are: " + ", ".join(alike) + "."
    return "Known are: " + ", ".join(sorted(ids)[:12]) + (" …" if len(ids) > 12 else "") + "."


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_WITHOUT_BRACKETS = re.compile(r"(?<![\w@.])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])")
_DOUBLE_BRACKETS = re.compile(r"\[(\[@[a-z0-9-]+\])\](?![(\[{:])")
_WITHOUT_SIGN = re.compile(r"\[((?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*)([;,][^\[\]]*)?\](?![(\[{:])")
"""An id with a letter (`[1992]` may be a year), perhaps with a place in the source, or with other ids."""

_OTHER_SYNTAX = re.compile(r"\[\^([a-z0-9-]+)\]|@\[([a-z0-9-]+)\]|\{@([a-z0-9-]+)\}|<@([a-z0-9-]+)>")
"""A Markdown footnote, and other brackets."""


@rule()
def check_missed_citation(scenario: Scenario) -> Iterator[Finding]:
    """What looks like a citation of a fact is one. The package `markup` declares `bad-citation`."""
    facts = {fact.id for fact in scenario.facts}
    for prose in proses(scenario):
        for lang, text in prose.texts.items():
            if "@" not in text and "[" not in text:
                continue
            for found in _DOUBLE_BRACKETS.finditer(text):
                yield Finding(
                    "bad-citation",
                    f"{prose.path}.{lang}",
                    "This citation has brackets twice; the outer ones would be printed.",
                    f"Write {found[1]}.",
                    Place(*found.span()),
                )
            left = _CITATION.sub(lambda found: " " * len(found[0]), text)
            for pattern in (_WITHOUT_BRACKETS, _WITHOUT_SIGN, _OTHER_SYNTAX):
                for found in pattern.finditer(left):
                    fact = next(filter(None, found.groups()))
                    more = (found[2] or "") if pattern is _WITHOUT_SIGN else ""
                    is_word = fact.isalnum() and (more.startswith(",") or _in_quotation(left[: found.start()]))
                    if fact in facts and not is_word:
                        yield Finding(
                            "bad-citation",
                            f"{prose.path}.{lang}",
                            f"This names the fact `{fact}`, and does not cite it.",
                            f"Write [@{fact}{_with_signs(more, facts)}].",
                            Place(*found.span()),
                        )


def _with_signs(more: str, facts: Collection[str]) -> str:
    """What follows an id in brackets, with `@` before the ids of facts."""
    return re.sub(r"(?<![\w@-])[a-z0-9]+(?:-[a-z0-9]+)*", lambda found: "@" * (found[0] in facts) + found[0], more)


def _in_quotation(before: str) -> bool:
    """Whether a quotation is open at the end of a text: a word in brackets may then be an insertion."""
    paragraph = before.rpartition("\n\n")[2]
    opened = any(paragraph.rfind(first) > paragraph.rfind(last) for first, last in ("“”", "«»", "„“"))
    return opened or paragraph.count('"') % 2 == 1


MAX_SHOWN = 8
"""Items that are reported one by one. A register of several scenarios has many that one of them does not cite."""


UNUSED_SOURCE = Code(
    "unused-source",
    "info",
    """
    A source that no fact quotes.

    The register lists a source, and no fact has a passage from it.

    ## Why it matters

    Readers take the list of sources as what the paper rests on. An unused source gives it weight that it does not have.

    ## Example

    ```yaml
    sources:
      - {id: survey, title: Evening travel survey, file: survey.txt, redistribution: allowed}
      - {id: law, title: Transport act}
    ```

    ## How to fix it

    ```yaml
    sources:
      - {id: survey, title: Evening travel survey, file: survey.txt, redistribution: allowed}
    ```

    If several scenarios share a long register, only the first such source is shown, with the number of the others.
    """,
)


ORPHANED_FACT = Code(
    "orphaned-fact",
    "info",
    """
    A fact that nothing cites.

    No text, judgement, cell or criterion refers to the fact.

    ## Why it matters

    Either the fact does not matter, and its passage is one more to check. Or it matters, and the paper ignores it.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    issue: "[It gets late]{.judgement}."
    criteria: []
    ```

    ## How to fix it

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    issue: The last bus leaves at 23:10 [@last-bus].
    criteria: []
    ```

    If several scenarios share a long register, only the first such fact is shown, with the number of the others.
    """,
)


@rule(UNUSED_SOURCE, ORPHANED_FACT)
def check_unused_evidence(scenario: Scenario) -> Iterator[Finding]:
    """A fact quotes each source, and something cites each fact."""
    quoted = {evidence.source for fact in scenario.facts for evidence in fact.evidence}
    for name, more in _to_report([source.id for source in scenario.sources if source.id not in quoted]):
        yield UNUSED_SOURCE.finding(
            f"sources.{name}",
            f"No fact quotes the source `{name}`{more}.",
            "Quote it, or take it out of the register: it is read as something that the paper rests on.",
            presumes=("facts",),
        )
    for name, more in _to_report(_uncited(scenario)):
        yield ORPHANED_FACT.finding(
            f"facts.{name}",
            f"Nothing cites the fact `{name}`{more}.",
            "Cite it where it matters, or take it out.",
            presumes=("",),
        )


def _to_report(unused: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names to report, each with words about the others."""
    if len(unused) > MAX_SHOWN:
        yield unused[0], f", nor {len(unused) - 1} others"
    else:
        yield from ((name, "") for name in unused)


def _uncited(scenario: Scenario) -> list[str]:
    named = named_facts(scenario)
    return [fact.id for fact in scenario.facts if fact.id not in named]


def named_facts(scenario: Scenario) -> set[str]:
    """The ids that texts cite or lists give as those of facts."""
    named = {referral.id for referral in referrals(scenario) if "fact" in referral.what}
    for prose in proses(scenario):
        for text in prose.texts.values():
            named.update(_NAMED.findall(text))
    return named


_NAMED = re.compile(r"@([\w-]+)")
"""Parsing citations takes far longer, and the result differs only for an escaped sign."""


_BARE = r"<?(?:h\w{0,4}ps?:?/*)?((?:[\w-]+\.)+[A-Za-z]{2,}(?:/[^\s<>\"]*)?)>?"
"""A host with its path, without a scheme or with a misspelt one."""


@rule()
def check_source_address(scenario: Scenario) -> Iterator[Finding]:
    """Addresses of a source are web addresses, and its `doi` is a DOI. The package `markup` declares `bad-link`."""
    for source in scenario.sources:
        yield from _address(f"sources.{source.id}.url", source.url.strip())
        yield from _address(f"sources.{source.id}.archived", source.archived.strip())
        yield from _doi(f"sources.{source.id}.doi", source.doi.strip())


def _address(path: str, address: str) -> Iterator[Finding]:
    if not address or (address.startswith(("https://", "http://")) and not any(c in address for c in ' \t\n<>"')):
        return
    bare = re.fullmatch(_BARE, address)
    yield Finding(
        "bad-link",
        path,
        f"`{address[:64]}` is no address on the web that a reader can open.",
        f"Write `https://{bare[1][:100]}`."
        if bare
        else "Write it as a browser shows it, from `https://` on, with `%20` for a space.",
        severity="warning",
    )


_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s<>\"]+")


def _doi(path: str, given: str) -> Iterator[Finding]:
    if not given or _DOI.fullmatch(given):
        return
    found = _DOI.search(given)
    yield Finding(
        "bad-link",
        path,
        f"`{given[:64]}` is not a DOI.",
        f"Write `{found[0][:100]}`." if found else "A DOI begins with `10.` and has a slash: `10.5555/12345678`.",
        severity="warning",
    )
