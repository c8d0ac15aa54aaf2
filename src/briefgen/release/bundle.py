"""The files that a brief embeds, made of what it was made from."""

from collections.abc import Mapping
from typing import Any

import msgspec

from briefgen.document import Attachment, Authored, Document, NoteMark, Picture, Run, plain
from briefgen.document.walk import values
from briefgen.markup.model import Citation, Label, Prose, choose, own
from briefgen.markup.parse import citations, cited_facts, parse
from briefgen.markup.plain import joined
from briefgen.markup.words import clean
from briefgen.model.evidence import Evidence, Fact, Source
from briefgen.model.options import Assessment
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses, referrals
from briefgen.release.manifest import MANIFEST, THEME, Build, Rendering, Verification, dumps, manifest
from briefgen.release.names import FIGURE, TEMPLATE, TEMPLATES, described, in_order, kind
from briefgen.release.serialise import serialise

# What is in a document: the fields that it prints, its words, its pictures.


class Printed(msgspec.Struct, frozen=True):
    """What a document shows."""

    fields: frozenset[str]
    """Paths of the fields of which it has words, with their languages."""
    words: str
    """All texts in it, among them those that are only heard (descriptions, alternative texts)."""
    pictures: frozenset[bytes]


def printed(document: Document) -> Printed:
    """What a document prints, whatever its blocks are."""
    fields: set[str] = set()
    words: list[str] = []
    pictures: set[bytes] = set()
    given = document.properties
    shown = (
        document.blocks, document.notes, document.running, given.title, given.author, given.subject, given.keywords,
    )  # fmt: skip
    # of a note mark, a number is printed; a field that cites is printed only where words of it are
    for value in values(shown, leaves=(Run, NoteMark, Picture)):
        match value:
            case Run(text=text, origin=origin):
                words.append(text)
                if isinstance(origin, Authored):
                    fields.add(origin.path)
            case str():
                words.append(value)
            case Picture(png=png):
                pictures.add(png)
            case _:
                pass
    return Printed(frozenset(fields), "\n".join(words), frozenset(pictures))


class Materials(msgspec.Struct, frozen=True):
    """What a brief was made from."""

    scenario: Scenario
    """Filtered for the audience: what a brief may not show, it may not embed."""
    templates: Mapping[str, str]
    """The template and all that it includes: name → text."""
    theme: str
    """The text of its file."""
    pictures: Mapping[str, bytes]
    """Id of a figure → the picture as it was decoded and encoded again."""
    blank: bytes
    """Stands for a picture that the brief does not show."""
    every_sentence: bool
    """Whether the template looks at every sentence of the scenario."""


def bundle(
    document: Document,
    materials: Materials,
    rendering: Rendering,
    verification: Verification,
    build: Build | None = None,
) -> tuple[Attachment, ...]:
    """What the brief used of its scenario, its templates, its theme, and how it was rendered: by `build`, or by this
    one.

    Texts of sources are not among them, whatever their register allows: a brief passes on its quotes, and whoever
    sends it on may not know the terms of the rest."""
    seen = printed(document)
    scenario = used(materials.scenario, rendering.lang, seen, materials.every_sentence)
    scenario, pictures = _with_pictures(scenario, materials, seen)
    files = {
        **serialise(scenario),
        **pictures,
        **{f"{TEMPLATES}/{name}{TEMPLATE}": text.encode() for name, text in materials.templates.items()},
        THEME: materials.theme.encode(),
    }
    files[MANIFEST] = dumps(manifest(rendering, files, verification, build))
    return tuple(_attachment(name, files[name]) for name in sorted(files, key=in_order))


def _with_pictures(scenario: Scenario, materials: Materials, seen: Printed) -> tuple[Scenario, dict[str, bytes]]:
    """The scenario with its figures under the names of the files that the brief embeds, and these files. A figure that
    the brief does not show keeps its place, for its marking counts; its picture is left out."""
    figures, files = [], {}
    for figure in scenario.figures:
        picture = materials.pictures[figure.id]
        shown = materials.every_sentence or picture in seen.pictures
        name = FIGURE.format(id=figure.id)
        files[name] = picture if shown else materials.blank
        figures.append(msgspec.structs.replace(figure, file=name))
    return msgspec.structs.replace(scenario, figures=tuple(figures)), files


def _attachment(name: str, data: bytes) -> Attachment:
    return Attachment(name, data, kind(name), described(name), "Data" if name == MANIFEST else "Source")


# A scenario → what one brief used of it: one language, and the words that the brief prints.
#
# Figures are worked out from the whole scenario, so its items stay, with their ids, numbers, days and grades;
# and so do citations, on which the coverage of a comparison depends. Words that are nowhere in the brief are
# replaced by `[…]`. So a brief that is made of the result is the same brief, unless its template compares or
# sorts by words that it does not print; `briefgen verify` would report it.

LEFT_OUT = "[…]"
"""Stands for words that the brief does not print."""


def used(scenario: Scenario, lang: str, printed: Printed, whole: bool = False) -> Scenario:
    """The scenario as one brief in `lang` used it. `whole`: the brief looks at every sentence, as an annex of evidence
    does, so that none can be left out."""
    one = _Using(lang, printed, whole, _facts(scenario, lang, printed, whole))
    filtered_record: Scenario = one.record(scenario)
    return filtered_record


def _facts(scenario: Scenario, lang: str, printed: Printed, whole: bool) -> frozenset[str]:
    """The facts that the brief cites, or prints."""
    if whole:
        return frozenset(fact.id for fact in scenario.facts)
    found = {field.split(".")[1] for field in printed.fields if field.startswith("facts.")}
    for prose in proses(scenario):
        if _key(prose, lang) in printed.fields:
            found.update(citation.fact for citation in citations(prose, lang))
    return frozenset(found | {each.id for each in referrals(scenario) if "fact" in each.what})


def _key(text: Label | Prose, lang: str) -> str:
    return f"{text.path}.{choose(text.texts, lang)}"


def _written(citation: Citation) -> str:
    return f"[@{citation.fact}, {citation.locator}]" if citation.locator else f"[@{citation.fact}]"


class _Using(msgspec.Struct, frozen=True):
    lang: str
    printed: Printed
    whole: bool
    facts: frozenset[str]
    """Ids of those whose words stay."""

    def record(self, value: Any) -> Any:
        """A record of the model, with what the brief used of each of its fields."""
        changed: dict[str, Any] = {}
        for name in value.__struct_fields__:
            before = getattr(value, name)
            after = {} if name in ("waive", "rules") else self.value(before)
            if after is not before:
                changed[name] = after
        match value:
            case Scenario():
                changed["sources"] = tuple(self.source(each, value) for each in changed.get("sources", value.sources))
            case Fact(id=name) if name not in self.facts:
                changed["evidence"] = tuple(Evidence(each.source, LEFT_OUT) for each in value.evidence)
            case Evidence(translation=Label() as translation):
                changed["translation"] = self.translation(translation)
            case Assessment(reason=Prose() as reason, facts=()) if not citations(reason, self.lang):
                changed["facts"] = tuple(sorted(cited_facts(reason)))  # a cell rests on what any language cites
        return msgspec.structs.replace(value, **changed) if changed else value

    def value(self, value: Any) -> Any:
        """Any value of the model."""
        match value:
            case None | str():
                return value
            case Label():
                return self.label(value)
            case Prose():
                return self.prose(value)
            case msgspec.Struct():
                return self.record(value)
            case tuple():
                return tuple(self.value(item) for item in value)
            case Mapping():
                return {key: self.value(item) for key, item in value.items()}
            case _:
                return value

    def label(self, label: Label) -> Label:
        """A name, where the brief says it."""
        key = choose(label.texts, self.lang)
        if key is None:
            return label
        text = label.texts[key]
        seen = self.whole or f"{label.path}.{key}" in self.printed.fields or clean(text).strip() in self.printed.words
        return Label(label.path, {key: text if seen else LEFT_OUT})

    def prose(self, prose: Prose) -> Prose:
        """A text; of one that the brief does not print, its citations."""
        key = choose(prose.texts, self.lang)
        if key is None:
            return prose
        text = prose.texts[key]
        seen = self.whole or f"{prose.path}.{key}" in self.printed.fields
        if not seen and self.words(prose) not in self.printed.words:
            text = " ".join([LEFT_OUT, *map(_written, citations(prose, self.lang))])
        return Prose(prose.path, prose.kind, {key: text})

    def words(self, prose: Prose) -> str:
        """The words alone, as metadata of a file."""
        return plain(each for each in joined(parse(prose, self.lang).blocks) if not isinstance(each, Citation))

    def translation(self, translation: Label) -> Label | None:
        """That of a quote is printed in its own language only."""
        key = own(translation.texts, self.lang)
        return Label(translation.path, {key: translation.texts[key]}) if key else None

    def source(self, source: Source, scenario: Scenario) -> Source:
        """A source; of one that the brief neither quotes nor lists, what figures are worked out from."""
        quoted = {each.source for fact in scenario.facts if fact.id in self.facts for each in fact.evidence}
        listed = any(field.startswith(f"sources.{source.id}.") for field in self.printed.fields)
        if source.id in quoted or listed or self.whole:
            return source
        return Source(
            source.id,
            source.title,
            kind=source.kind,
            language=source.language,
            reliability=source.reliability,
            marking=source.marking,
        )
