"""Rules on markings: labels of the scheme, and no marking lower than that of what is cited."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from briefgen.core.diagnostic import Finding, Place, Pointers
from briefgen.markup.marking import blanked, given, missed, unread
from briefgen.markup.model import MARK, Label, Prose
from briefgen.markup.parse import citations, parse
from briefgen.markup.plain import blocks
from briefgen.markup.words import body_offsets
from briefgen.model.marking import LABELS, Scheme, as_span, is_colour, scheme_of
from briefgen.model.scenario import Scenario
from briefgen.model.walk import markings, proses, referrals, texts


def check_markings(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unknown-marking`, `unread-marking`, `labels-alike`, `not-a-colour`."""
    yield from _scheme(scenario)
    scheme = scheme_of(scenario)
    for path, marking in markings(scenario):
        if marking not in scheme.labels:
            yield _unknown(path, f"`{marking}`", _meant(marking, scheme), scheme.labels, scheme)
    spans = tuple(as_span(label) for label in scheme.labels)
    for text in texts(scenario):
        for lang, words in text.texts.items():
            if "marking-" in words.lower():
                yield from _spans(text, lang, words, scheme)
            elif meant := missed(words, spans):
                yield _unread(f"{text.path}.{lang}", Place(*meant))


def _scheme(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong with an organisation's own labels. They have no ids, so they are told by their number."""
    seen: dict[str, str] = {}
    for number, each in enumerate(scenario.markings, 1):
        span = as_span(each.label)
        if span in seen or not span:
            message = (
                f"A span cannot tell `{each.label}` from `{seen[span]}`." if span else f"`{each.label}` has no letter."
            )
            hint = "Give each label letters of its own, A to Z, or digits: a span writes only these."
            yield Finding("labels-alike", f"markings.{number}.label", message, hint)
        seen.setdefault(span, each.label)
        if not is_colour(each.colour):
            message = f"`{each.colour}` is no colour."
            yield Finding("not-a-colour", f"markings.{number}.colour", message, 'Write it as "#FFC000".')


def _spans(text: Prose | Label, lang: str, words: str, scheme: Scheme) -> Iterator[Finding]:
    path = f"{text.path}.{lang}"
    for marking, start, end in given(words):
        if not scheme.of_span(marking):
            known = [f".marking-{as_span(label)}" for label in scheme.labels]
            meant = _meant(marking.replace("-", ":", 1).replace("-", "+"), scheme)
            yield _unknown(
                path, f"`.marking-{marking}`", f".marking-{as_span(meant)}" if meant else None, known, scheme,
                Place(start, end),
            )  # fmt: skip
    spans = tuple(as_span(label) for label in scheme.labels)
    if seen := list(_unread_in(text, lang)):
        yield from (_unread(path, place) for place in seen)
    elif found := missed(words, spans):
        yield _unread(path, Place(*found))


def _unread(path: str, place: Place) -> Finding:
    return Finding(
        "unread-marking", path, "A marking here is not read as one, and keeps nothing from anyone.",
        "Write `[words]{.marking-tlp-amber}`, all within one paragraph, and put a backslash before brackets inside "
        "that do not belong to a span or a citation. In a name or a title a span holds no other brackets.",
        place,
    )  # fmt: skip


def _unread_in(text: Prose | Label, lang: str) -> Iterator[Place]:
    """The markings that a reader of the text would see."""
    if isinstance(text, Label):
        body, offsets = body_offsets(text.texts[lang])
        yield from (Place(offsets[start], offsets[end - 1] + 1) for start, end in unread(blanked(body)))
        return
    for number, words in enumerate(blocks(parse(text, lang).blocks)):
        yield from (Place(start, end, number) for start, end in unread(words.replace(MARK, "")))


def _unknown(
    path: str, what: str, meant: str | None, known: "list[str] | tuple[str, ...]", scheme: Scheme,
    place: Place | None = None,
) -> Finding:  # fmt: skip
    return Finding(
        "unknown-marking",
        path,
        f"{what} is no label of {scheme.name}.",
        f"Did you mean `{meant}`?" if meant else "The labels are " + ", ".join(known) + ".",
        place,
        presumes=("markings",),
    )


def _meant(marking: str, scheme: Scheme) -> str | None:
    """The label that differs in spelling only. To guess further would mark a piece for the wrong readers."""
    same = [label for label in scheme.labels if as_span(label) == as_span(marking)]
    if same or scheme.labels != LABELS:
        return next(iter(same), None)
    plain = "".join(marking.upper().split()).replace("_", "+")
    plain = plain if plain.startswith("TLP:") else f"TLP:{plain.removeprefix('TLP').lstrip(':-')}"
    plain = {"TLP:WHITE": "TLP:CLEAR"}.get(plain, plain)  # its name until TLP 2.0
    return plain if plain in LABELS else None


# What cites a restricted fact is at least as restricted: whoever may read the sentence reads the fact in its
# note.

Given = Mapping[str, str]
"""Path of whatever has a marking of its own → the marking."""


_NAMED = re.compile(r"@([\w-]+)")


class _Citing(msgspec.Struct, frozen=True):
    """One place that cites a fact."""

    fact: str
    marking: str
    """Its own, or that of what it stands in; empty where nothing around it has one."""
    holder: str
    """The item that it belongs to: what can be marked as a whole."""
    path: str
    place: Pointers | None = None


def check_marking_too_low(scenario: Scenario) -> Iterator[Finding]:
    """Finds `marking-too-low`: once for each item and fact, and for each fact and source."""
    given = {path.rpartition(".")[0]: marking for path, marking in markings(scenario)}
    scheme = scheme_of(scenario)
    labels = scheme.labels
    sources = {source.id: source.marking for source in scenario.sources if source.marking}
    facts: dict[str, str] = {}
    for fact in scenario.facts:
        own = _marking(f"facts.{fact.id}", given)
        highest_quoted = scheme.highest(sources.get(evidence.source, "") for evidence in fact.evidence)
        facts[fact.id] = scheme.highest((own, highest_quoted))
        if scheme.exceeds(highest_quoted, own):
            quoted = next(each.source for each in fact.evidence if sources.get(each.source) == highest_quoted)
            yield Finding(
                "marking-too-low",
                f"facts.{fact.id}",
                f"The source `{quoted}` is marked {highest_quoted}, and the fact `{fact.id}`, which quotes it, {own}.",
                f"Give the fact `marking: {highest_quoted}`.",
                severity="warning",
                presumes=_presumed(f"facts.{fact.id}"),
            )
    lowest = min((labels.index(marking) for marking in given.values() if marking in labels), default=0)
    restricted = {name for name, marking in facts.items() if scheme.exceeds(marking, labels[lowest])}
    if not restricted:
        return
    told: set[tuple[str, str]] = set()
    for citing in _citing(scenario, given, restricted, scheme):
        needed = facts.get(citing.fact, "")
        if scheme.exceeds(needed, citing.marking) and (citing.holder, citing.fact) not in told:
            told.add((citing.holder, citing.fact))
            yield Finding(
                "marking-too-low",
                citing.path,
                f"The fact `{citing.fact}` is marked {needed}, and what cites it here {citing.marking}.",
                f"Mark it too, with `marking: {needed}` or `[…]{{.marking-{as_span(needed)}}}` around the sentence; "
                "or do without the fact.",
                citing.place,
                severity="warning",
                presumes=_presumed(citing.path),
            )


def _presumed(path: str) -> tuple[str, ...]:
    """The markings of a value and of all that encloses it."""
    parts = path.split(".")
    return ("marking", "markings", *(".".join([*parts[:end], "marking"]) for end in range(1, len(parts))))


def _citing(scenario: Scenario, given: Given, facts: set[str], scheme: Scheme) -> Iterator[_Citing]:
    for prose in proses(scenario):
        for lang, text in prose.texts.items():
            if facts.isdisjoint(_NAMED.findall(text)):
                continue  # reading the citations takes longer than looking for ids
            own, holder = _marking(prose.path, given), prose.path.rpartition(".")[0]
            seen: Counter[str] = Counter()
            for each in citations(prose, lang):
                marking = scheme.highest((own, *map(scheme.of_span, each.markings)))
                path = f"{prose.path}.{lang}"
                yield _Citing(each.fact, marking, holder, path, Pointers(f"@{each.fact}", seen[each.fact]))
                seen[each.fact] += 1
    for referral in referrals(scenario):
        if "fact" in referral.what and referral.id in facts:
            holder = referral.path.rpartition(".")[0].rpartition(".")[0]
            yield _Citing(referral.id, _marking(referral.path, given), holder, referral.path)


def _marking(path: str, given: Given) -> str:
    """Of the innermost item that holds a value and has a marking."""
    while path:
        if path in given:
            return given[path]
        path = path.rpartition(".")[0]
    return given.get("", "")
