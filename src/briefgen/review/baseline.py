"""The baseline in a brief for review: its paragraphs as they were sent out, and the field of each control.

It travels in a part of custom XML, which Word and LibreOffice keep. Nothing in it is trusted: a path in it leads
nowhere but to the scenario that the person names.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import cast

import msgspec
from lxml import etree

from briefgen.core.xml import in_attribute, in_text
from briefgen.locale import untied
from briefgen.ooxml.elements import Element
from briefgen.ooxml.tags import XML_HEAD
from briefgen.review.read_part import paragraphs_of
from briefgen.review.story import Look, Paragraph, Stretch, styles_of
from briefgen.review.tags import COMPUTED

SPACE = "urn:briefgen:review:1"
"""The namespace of the part, with the number of its form."""

STORIES = ("document", "footnotes")
"""The parts whose paragraphs a file contains. Headers and footers are fields and labels."""

_DIGITS = 32


class Field(msgspec.Struct, frozen=True):
    """A paragraph or item of a field, and the digest of its words."""

    path: str
    block: int
    digest: str


class About(msgspec.Struct, frozen=True):
    """What the brief was made from, and for whom."""

    scenario: str = ""
    edition: str = ""
    template: str = ""
    lang: str = ""
    option: str = ""
    audience: str = ""
    maker: str = ""
    """The version of briefgen."""


class Baseline(msgspec.Struct, frozen=True):
    """A brief as it was sent out."""

    about: About
    fields: Mapping[str, Field]
    """By tag."""
    stories: Mapping[str, tuple[Paragraph, ...]]
    """The paragraphs of each part."""


def digest(words: str) -> str:
    """The digest of the words of a block, note marks among them, as they read without ties."""
    return sha256(untied(words).encode(errors="backslashreplace")).hexdigest()[:_DIGITS]


def written(about: About, fields: Mapping[str, tuple[str, int]], parts: Mapping[str, bytes]) -> bytes:
    """The part of custom XML for a file of these parts. `fields`: tag → path and block.

    The paragraphs are read from the parts, so that they are what a reader finds in the file.
    """
    styles = styles_of(etree.fromstring(parts["styles"]))
    stories = {name: paragraphs_of(etree.fromstring(parts[name]), styles) for name in STORIES}
    words = _words(paragraph for paragraphs in stories.values() for paragraph in paragraphs)
    attributes = "".join(
        f' {name}="{in_attribute(value)}"' for name, value in msgspec.structs.asdict(about).items() if value
    )
    numbers = {tag: str(number) for number, tag in enumerate(fields)}
    out = [f'{XML_HEAD}<review xmlns="{SPACE}"{attributes}>']
    out += [
        f'<field tag="{in_attribute(tag)}" path="{in_attribute(path)}" block="{block}" '
        f'digest="{digest(words.get(tag, ""))}"/>'
        for tag, (path, block) in fields.items()
    ]
    for name, paragraphs in stories.items():
        out.append(f'<story name="{name}">')
        out += [_line(paragraph, numbers) for paragraph in paragraphs]
        out.append("</story>")
    out.append("</review>")
    return "".join(out).encode()


def _words(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """Tag → the words in its first control."""
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        here: dict[str, str] = {}
        for stretch in paragraph.stretches:
            if stretch.tag:
                here[stretch.tag] = here.get(stretch.tag, "") + stretch.text
        found = here | found
    return found


def _line(paragraph: Paragraph, numbers: Mapping[str, str]) -> str:
    closes = ' closes="1"' if paragraph.closes else ""
    return f"<p{closes}>{''.join(_stretch(stretch, numbers) for stretch in paragraph.stretches)}</p>"


def _stretch(stretch: Stretch, numbers: Mapping[str, str]) -> str:
    given = {
        "of": numbers.get(stretch.tag, stretch.tag),
        "look": "b" * stretch.look.bold + "i" * stretch.look.italic,
        "field": "1" if stretch.field else "",
    }
    attributes = "".join(f' {name}="{in_attribute(value)}"' for name, value in given.items() if value)
    return f"<s{attributes}>{in_text(stretch.text)}</s>"


def read(root: Element) -> Baseline | None:
    """What a file contains, or None where the part is not ours or not whole."""
    if root.tag != f"{{{SPACE}}}review":
        return None
    about = About(**{name: root.get(name, "") for name in About.__struct_fields__})
    fields: dict[str, Field] = {}
    for element in root.iterfind(f"{{{SPACE}}}field"):
        block = element.get("block", "0")
        if not (block.isdecimal() and len(block) < 6):
            return None
        tag = element.get("tag", "")
        if tag in fields or tag in ("", COMPUTED):
            return None
        fields[tag] = Field(element.get("path", ""), int(block), element.get("digest", ""))
    tags = list(fields)
    stories = {
        cast(str, story.get("name", "")): tuple(_read_line(paragraph, tags) for paragraph in story)
        for story in root.iterfind(f"{{{SPACE}}}story")
    }
    return Baseline(about, fields, stories)


def _read_line(element: Element, tags: list[str]) -> Paragraph:
    return Paragraph(tuple(_read_stretch(child, tags) for child in element), closes=element.get("closes") == "1")


def _read_stretch(element: Element, tags: list[str]) -> Stretch:
    of, look = element.get("of", ""), element.get("look", "")
    tag = tags[int(of)] if of.isdecimal() and len(of) < 8 and int(of) < len(tags) else of
    return Stretch(element.text or "", tag, Look("b" in look, "i" in look), element.get("field") == "1")
