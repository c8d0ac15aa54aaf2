"""The files that a brief carries, made of what it was made from."""

from collections.abc import Mapping

import msgspec

from briefgen.document import Attachment, Document
from briefgen.release.build import Build
from briefgen.release.manifest import MANIFEST, THEME, Rendering, Verification, dumps, manifest
from briefgen.release.names import FIGURE, TEMPLATE, TEMPLATES, described, in_order, kind
from briefgen.release.printed import Printed, printed
from briefgen.release.serialise import serialise
from briefgen.release.used import used
from briefgen.scenario.model import Scenario


class Materials(msgspec.Struct, frozen=True):
    """What a brief was made from."""

    scenario: Scenario
    """Filtered for the audience: what a brief may not show, it may not carry."""
    templates: Mapping[str, str]
    """The template and all that it includes: name → text."""
    theme: str
    """The text of its file."""
    pictures: Mapping[str, bytes]
    """Id of a figure → the picture as it was decoded and written anew."""
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
    """The scenario with its figures under the names of the files that the brief carries, and these files. A figure that
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
