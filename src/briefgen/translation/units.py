"""A scenario → what there is to translate: a unit for each paragraph of each field, in the order of the model."""

from collections.abc import Iterator

import msgspec

from briefgen.prose import Label, Prose
from briefgen.prose.language import own, same
from briefgen.prose.untranslated import is_name
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import texts
from briefgen.translation.pieces import Code, Pieces, codes, paragraphs, taken_apart

PART = "#"
"""Between the path of a field and the number of its paragraph, where it has several."""


class Unit(msgspec.Struct, frozen=True):
    """One paragraph of a field, or a label."""

    path: str
    """Of the field, without a language."""
    number: int
    """Which of the field's paragraphs it is, from 1."""
    of: int
    source: Pieces
    target: Pieces | None
    """What it is in the other language so far."""
    note: str
    """For the translator."""
    label: bool
    given: str
    """The language of the words that the field is known by: those of the source, or of another translation."""

    @property
    def id(self) -> str:
        """`options.trial.summary`, or `options.trial.summary#2` of a field of several paragraphs."""
        return self.path if self.of == 1 else f"{self.path}{PART}{self.number}"


_OF_A_QUOTE = "Our translation of a quotation: as close to the original as can be."
_OF_A_NAME = "A name or a title: a few words on one line."
_NOTES = {
    "factual": "A statement of fact: each sentence keeps the citations that it has, and says no more than it does.",
    "definition": "A definition, or words on the paper itself.",
    "judgement": "A judgement of the authors: likelihood and reserve must stay as strong as they are.",
    "assumption": "An assumption, taken as given.",
}
NOTES = (*_NOTES.values(), _OF_A_QUOTE, _OF_A_NAME)
"""All that a translator may be told of a unit."""


def units(scenario: Scenario, lang: str) -> list[Unit]:
    """What there is to say in a language, with what is said already. Names that are given once are left as they are."""
    quotes = dict(_quotes(scenario, lang))
    out: list[Unit] = []
    for text in texts(scenario):
        if text.path.endswith(".translation"):
            if quote := quotes.get(text.path):
                out += _units(text, quote, lang, _OF_A_QUOTE)
        elif not is_name(text.path) or len(text.texts) > 1:
            key = own(text.texts, scenario.language)
            if key is not None and not same(key, lang):
                note = _NOTES[text.kind] if isinstance(text, Prose) else _OF_A_NAME
                out += _units(text, text.texts[key], lang, note)
    return out


def _quotes(scenario: Scenario, lang: str) -> Iterator[tuple[str, str]]:
    """The path of each translation of a quote that is wanted → the quote, or its translation into the language of the
    scenario."""
    languages = {source.id: source.language for source in scenario.sources}
    for fact in scenario.facts:
        for evidence in fact.evidence:
            of = languages.get(evidence.source) or scenario.language
            if evidence.translation and not same(of, lang):
                ours = own(evidence.translation.texts, scenario.language)
                if same(of, scenario.language):
                    yield evidence.translation.path, evidence.quote
                elif ours is not None:
                    yield evidence.translation.path, evidence.translation.texts[ours]


def _units(text: Prose | Label, source: str, lang: str, note: str) -> list[Unit]:
    label = isinstance(text, Label)
    quoted = text.path.endswith(".translation")
    parts = [" ".join(source.split())] if label else paragraphs(source)
    key = own(text.texts, lang)
    said = ([text.texts[key]] if label else paragraphs(text.texts[key])) if key is not None else []
    given = next(iter(text.texts))
    return [
        Unit(
            text.path,
            number,
            len(parts),
            (part,) if quoted else taken_apart(part, label),
            _aligned(taken_apart(part, label), (said[number - 1],) if quoted else taken_apart(said[number - 1], label))
            if len(said) == len(parts)
            else None,
            note,
            label,
            given,
        )
        for number, part in enumerate(parts, 1)
    ]


def _aligned(source: Pieces, target: Pieces) -> Pieces | None:
    """A translation with the numbers of the codes of its source; None where it has others."""
    free = [(code.kind, code.written, code.number) for code in codes(source)]
    out: list[str | Code] = []
    renumbered: dict[int, int] = {}
    for piece in target:
        if isinstance(piece, str):
            out.append(piece)
            continue
        if piece.kind == "closes" and piece.number in renumbered:
            wanted = renumbered[piece.number]
            found = next((each for each in free if each[0] == "closes" and each[2] == wanted), None)
        else:
            found = next((each for each in free if each[:2] == (piece.kind, piece.written)), None)
        if found is None or found[1] != piece.written:
            return None
        free.remove(found)
        renumbered[piece.number] = found[2]
        out.append(msgspec.structs.replace(piece, number=found[2]))
    return None if free else tuple(out)
