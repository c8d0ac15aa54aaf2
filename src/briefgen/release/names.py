"""The names of the files that a brief embeds: a list, so that no name in a PDF can lead anywhere else."""

import re

from briefgen.io.names import is_reserved
from briefgen.io.read import SCENARIO
from briefgen.release.manifest import MANIFEST, THEME
from briefgen.release.serialise import LISTS

TEMPLATES = "templates"
TEMPLATE = ".md.j2"
FIGURE = "figures/figure-{id}.png"
"""Begun with a word of ours: an id may be the name of a device."""

MOST_FILES = 500
"""That a brief embeds; it has ten, and its pictures."""

_WORDS = {
    SCENARIO: "The decision: question, judgements, recommendation",
    LISTS["options"]: "The options, with their assessments",
    LISTS["criteria"]: "What the options are compared on",
    LISTS["sources"]: "The register of sources, without their texts",
    LISTS["facts"]: "The facts, with the passages that carry them",
    LISTS["stakeholders"]: "The parties, with their positions",
    THEME: "How the brief looks",
    MANIFEST: "How the brief was rendered from these files, and how far its quotes were verified",
}
_FOLDERS = {
    re.compile(r"templates/[A-Za-z0-9][A-Za-z0-9._-]{0,63}\.md\.j2"): "A template of the brief, or a part of one",
    re.compile(r"figures/figure-[a-z0-9-]{1,64}\.png"): "A picture of the brief",
}
_KINDS = {".yaml": "application/yaml", ".json": "application/json", ".png": "image/png", ".j2": "text/plain"}
"""Ending → media type (RFC 9512, RFC 8259, ISO/IEC 15948)."""


def described(name: str) -> str:
    """What the file of that name is, in words; empty where a brief embeds no such file."""
    if is_reserved(name.rpartition("/")[2]):
        return ""
    known = (words for pattern, words in _FOLDERS.items() if pattern.fullmatch(name))
    return _WORDS.get(name) or next(known, "")


def descriptions() -> tuple[str, ...]:
    """The descriptions of all files that a brief may embed."""
    return (*_WORDS.values(), *_FOLDERS.values())


def kind(name: str) -> str:
    """The media type of a file."""
    return _KINDS[name[name.rindex(".") :]]


def in_order(name: str) -> tuple[int, str]:
    """For sorting: as people read them, and the manifest last."""
    place = list(_WORDS).index(name if name in _WORDS else THEME)
    return place, name
