"""Rules on markings: labels of the scheme, and no marking lower than that of what is cited."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding, Place, Pointers
from briefgen.markup.marking import blanked, given, missed, unread
from briefgen.markup.model import MARK, Label, Prose
from briefgen.markup.parse import citations, parse
from briefgen.markup.plain import blocks
from briefgen.markup.words import body_offsets
from briefgen.model.marking import LABELS, Scheme, as_span, is_colour, scheme_of
from briefgen.model.scenario import Scenario
from briefgen.model.walk import markings, proses, referrals, texts

UNKNOWN_MARKING = Code(
    "unknown-marking",
    "error",
    """
    A marking that is not a label of the scheme.

    A marking says who may see something. The labels are those of TLP 2.0: `TLP:CLEAR`, `TLP:GREEN`, `TLP:AMBER`,
    `TLP:AMBER+STRICT` and `TLP:RED`, in capitals and without spaces. Or they are the ones that the scenario, or the
    `briefgen.yaml` above it, lists under `markings`. A span writes them in small letters:
    `[words]{.marking-tlp-amber}`.

    ## Why it matters

    An unknown label protects nothing.

    ## Example

    ```yaml
    marking: TLP:WHITE
    ```

    ## How to fix it

    ```yaml
    marking: TLP:CLEAR
    ```

    `TLP:WHITE` is the older name of `TLP:CLEAR`.
    """,
)


UNREAD_MARKING = Code(
    "unread-marking",
    "error",
    """
    A marking in a text that is not read as one.

    The text contains `{.marking-…}`, but it would be printed letter by letter: the brackets before it do not close,
    contain a single bracket, or begin in another paragraph. In names and titles, which are plain text, a span cannot
    contain brackets.

    briefgen also reports what looks like a marking but is written differently: `[…]{tlp-amber}`,
    `[…]{.markings-tlp-amber}`, `(TLP:AMBER)` before a paragraph, or a marking in the address of a link.

    ## Why it matters

    The words were meant for few readers, and nothing hides them from the others.

    ## Example

    ```yaml
    issue: The last bus leaves at 23:10 [@last-bus]. [The operator asks for
      money{.marking-tlp-amber} [@last-bus].
    ```

    ## How to fix it

    ```yaml
    issue: The last bus leaves at 23:10 [@last-bus]. [The operator asks for
      money [@last-bus].]{.marking-tlp-amber}
    ```
    """,
)


LABELS_ALIKE = Code(
    "labels-alike",
    "error",
    """
    Two markings of your own that look the same in a span.

    A span writes a label in small letters a–z and digits, with hyphens for everything else: `.marking-for-officials`.
    Two labels under `markings` give the same name, or a label has no such letter at all.

    ## Why it matters

    A span could hide words from the wrong readers.

    ## Example

    ```yaml
    markings:
      - {label: OPEN}
      - {label: FOR OFFICIALS}
      - {label: FOR-OFFICIALS}
    ```

    ## How to fix it

    ```yaml
    markings:
      - {label: OPEN}
      - {label: FOR OFFICIALS}
      - {label: FOR MINISTERS}
    ```
    """,
)


NOT_A_COLOUR = Code(
    "not-a-colour",
    "error",
    """
    A colour that is not written as one.

    The colour of a marking has six digits, two each for red, green and blue, from `00` to `FF`. In YAML, `#` begins a
    comment, so put the colour in quotes.

    ## Why it matters

    A marking must be visible on every page, in the colour that readers know.

    ## Example

    ```yaml
    markings:
      - {label: OPEN, colour: white}
    ```

    ## How to fix it

    ```yaml
    markings:
      - {label: OPEN, colour: "#FFFFFF"}
    ```
    """,
)


@rule(UNKNOWN_MARKING, UNREAD_MARKING, LABELS_ALIKE, NOT_A_COLOUR)
def check_markings(scenario: Scenario) -> Iterator[Finding]:
    """Markings are labels of the scheme, and are written so that they are read."""
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
    """What is wrong with the labels under `markings`. They have no ids, so their paths have numbers."""
    seen: dict[str, str] = {}
    for number, each in enumerate(scenario.markings, 1):
        span = as_span(each.label)
        if span in seen or not span:
            message = (
                f"A span cannot tell `{each.label}` from `{seen[span]}`." if span else f"`{each.label}` has no letter."
            )
            hint = "Give each label letters of its own, A to Z, or digits: a span writes only these."
            yield LABELS_ALIKE.finding(f"markings.{number}.label", message, hint)
        seen.setdefault(span, each.label)
        if not is_colour(each.colour):
            message = f"`{each.colour}` is no colour."
            yield NOT_A_COLOUR.finding(f"markings.{number}.colour", message, 'Write it as "#FFC000".')


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
    return UNREAD_MARKING.finding(path, "A marking here is not read as one, and keeps nothing from anyone.",
        "Write `[words]{.marking-tlp-amber}`, all within one paragraph, and put a backslash before brackets inside "
        "that do not belong to a span or a citation. In a name or a title a span holds no other brackets.",
        place,
    )  # fmt: skip


def _unread_in(text: Prose | Label, lang: str) -> Iterator[Place]:
    """The markings that would be printed."""
    if isinstance(text, Label):
        body, offsets = body_offsets(text.texts[lang])
        yield from (Place(offsets[start], offsets[end - 1] + 1) for start, end in unread(blanked(body)))
        return
    for number, words in enumerate(blocks(parse(text, lang).blocks)):
        yield from (Place(start, end, number) for start, end in unread(words.replace(MARK, "")))


def _unknown(
    path: str, what: str, meant: str | None, known: list[str] | tuple[str, ...], scheme: Scheme,
    place: Place | None = None,
) -> Finding:  # fmt: skip
    return UNKNOWN_MARKING.finding(
        path,
        f"{what} is no label of {scheme.name}.",
        f"Did you mean `{meant}`?" if meant else "The labels are " + ", ".join(known) + ".",
        place,
        presumes=("markings",),
    )


def _meant(marking: str, scheme: Scheme) -> str | None:
    """The label that differs in spelling only. Any other guess could show something to the wrong readers."""
    same = [label for label in scheme.labels if as_span(label) == as_span(marking)]
    if same or scheme.labels != LABELS:
        return next(iter(same), None)
    plain = "".join(marking.upper().split()).replace("_", "+")
    plain = plain if plain.startswith("TLP:") else f"TLP:{plain.removeprefix('TLP').lstrip(':-')}"
    plain = {"TLP:WHITE": "TLP:CLEAR"}.get(plain, plain)  # its name until TLP 2.0
    return plain if plain in LABELS else None


_Given = Mapping[str, str]
"""Path of an item with a marking of its own → the marking."""

_NAMED = re.compile(r"@([\w-]+)")


class _Citing(msgspec.Struct, frozen=True):
    """A citation of a fact, or a reference to it."""

    fact: str
    marking: str
    """Its own, or that of the innermost item around it that has one; otherwise empty."""
    holder: str
    """The item that contains it, which can have a marking."""
    path: str
    place: Pointers | None = None


MARKING_TOO_LOW = Code(
    "marking-too-low",
    "warning",
    """
    A marking that is lower than that of what it cites.

    A sentence, an item or the whole scenario has a marking, and cites a fact with a higher one. Or a fact has a lower
    marking than the source it quotes. An item without a marking has the marking of what contains it.

    ## Why it matters

    The note to the sentence shows the passage. Everyone who may read the sentence would also read the passage.

    ## Example

    ```yaml
    marking: TLP:CLEAR
    sources:
      - {id: survey, title: Survey, file: survey.txt, redistribution: allowed, marking: TLP:AMBER}
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        marking: TLP:AMBER
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    issue: The last bus leaves at 23:10 [@last-bus].
    criteria: []
    ```

    ## How to fix it

    ```yaml
    marking: TLP:CLEAR
    sources:
      - {id: survey, title: Survey, file: survey.txt, redistribution: allowed, marking: TLP:AMBER}
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        marking: TLP:AMBER
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    issue: "[The last bus leaves at 23:10 [@last-bus].]{.marking-tlp-amber}"
    criteria: []
    ```
    """,
)


@rule(MARKING_TOO_LOW)
def check_marking_too_low(scenario: Scenario) -> Iterator[Finding]:
    """What cites a fact, or quotes a source, is marked at least as high; reported once for each item and fact."""
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
            yield MARKING_TOO_LOW.finding(
                f"facts.{fact.id}",
                f"The source `{quoted}` is marked {highest_quoted}, and the fact `{fact.id}`, which quotes it, {own}.",
                f"Give the fact `marking: {highest_quoted}`.",
                presumes=_presumed(f"facts.{fact.id}"),
            )
    lowest = min((labels.index(marking) for marking in given.values() if marking in labels), default=0)
    restricted = {name for name, marking in facts.items() if scheme.exceeds(marking, labels[lowest])}
    if not restricted:
        return
    reported: set[tuple[str, str]] = set()
    for citing in _citing(scenario, given, restricted, scheme):
        needed = facts.get(citing.fact, "")
        if scheme.exceeds(needed, citing.marking) and (citing.holder, citing.fact) not in reported:
            reported.add((citing.holder, citing.fact))
            yield MARKING_TOO_LOW.finding(
                citing.path,
                f"The fact `{citing.fact}` is marked {needed}, and what cites it here {citing.marking}.",
                f"Mark it too, with `marking: {needed}` or `[…]{{.marking-{as_span(needed)}}}` around the sentence; "
                "or do without the fact.",
                citing.place,
                presumes=_presumed(citing.path),
            )


def _presumed(path: str) -> tuple[str, ...]:
    """The markings of a value and of everything that contains it."""
    parts = path.split(".")
    return ("marking", "markings", *(".".join([*parts[:end], "marking"]) for end in range(1, len(parts))))


def _citing(scenario: Scenario, given: _Given, facts: set[str], scheme: Scheme) -> Iterator[_Citing]:
    for prose in proses(scenario):
        for lang, text in prose.texts.items():
            if facts.isdisjoint(_NAMED.findall(text)):
                continue  # parsing the citations takes longer
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


def _marking(path: str, given: _Given) -> str:
    """The marking of the innermost item that contains a value and has one."""
    while path:
        if path in given:
            return given[path]
        path = path.rpartition(".")[0]
    return given.get("", "")
