"""A marking is a label of the scheme, written as the scheme writes it, and can be read as one."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding, Place
from briefgen.prose import Label, Prose, parse
from briefgen.prose.marking import blanked, given, missed, unread
from briefgen.prose.model import MARK
from briefgen.prose.plain import blocks
from briefgen.prose.words import body_offsets
from briefgen.scenario.marking import LABELS, Scheme, as_span, is_colour, scheme_of
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import markings, texts


def check(scenario: Scenario) -> Iterator[Finding]:
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
