"""A reviewed DOCX as stories, comments and baseline, also where Word lost some controls; or why it is refused."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.parts.document import DocumentPart
from msgspec.structs import replace

from briefgen.core.diagnostic import Diagnostic
from briefgen.locale import untied
from briefgen.model.formats import current_path
from briefgen.ooxml.opening import BRIEF_LIMITS, RT_COMMENTS_EXTENDED, open_docx, refusal, related_parts, related_xml
from briefgen.review import baseline
from briefgen.review.baseline import Baseline, Field
from briefgen.review.read_part import TooMuch, paragraphs_of
from briefgen.review.story import Paragraph, Thread, styles_of, threads
from briefgen.review.tags import COMPUTED, read_tag, tag_of

_ORDINARY_LINKS = frozenset({"hyperlink", "attachedTemplate"})
"""Relationships to places outside that ordinary files have."""


class Reviewed(msgspec.Struct, frozen=True):
    """A file as it came back."""

    name: str
    stories: Mapping[str, tuple[Paragraph, ...]]
    """`document`, `footnotes`, `endnotes`; headers and footers by the names of their parts."""
    threads: Mapping[str, Thread]
    baseline: Baseline | None

    def fields(self) -> Mapping[str, Field]:
        """The fields by their tags; of a file that lost its baseline, as the tags say themselves."""
        if self.baseline:
            return self.baseline.fields
        tags = {
            stretch.tag
            for paragraphs in self.stories.values()
            for paragraph in paragraphs
            for stretch in paragraph.stretches
        }
        read = {tag: read_tag(tag) for tag in sorted(tags - {"", COMPUTED})}
        return {tag: Field(current_path(path), block, "") for tag, (path, block) in read.items()}

    def paths(self) -> frozenset[str]:
        """The paths that the file names. They are looked up, and lead nowhere else."""
        return frozenset(field.path for field in self.fields().values())


def opened(data: bytes, name: str) -> Reviewed | Diagnostic:
    """What is in a file; `name` is for messages."""
    main = open_docx(data, name, BRIEF_LIMITS)
    if isinstance(main, Diagnostic):
        return main
    why = _active(main)
    if why:
        return refusal(why, name)
    try:
        return _read(main, name)
    except TooMuch as fault:
        return refusal(str(fault), name)
    except RecursionError:
        return refusal("it is nested too deep", name)


def _active(main: DocumentPart) -> str:
    """Active or external content that no reviewer's Word adds; empty where there is none."""
    for part in (main, *main.package.iter_parts()):
        name = part.partname.lower()
        if name.endswith(("vbaproject.bin", "vbadata.xml")) or "/activex/" in name:
            return "it holds macros"
        if "macroenabled" in part.content_type.lower():
            return "it holds macros"
        for rel in part.rels.values() if isinstance(part, XmlPart) else ():
            kind = rel.reltype.rpartition("/")[2]
            if rel.is_external and kind not in _ORDINARY_LINKS:
                return f"it fetches something from elsewhere ({kind})"
            if kind == "aFChunk":
                return "a whole other file is put into it"
    return ""


def _read(main: DocumentPart, name: str) -> Reviewed:
    styles = styles_of(related_xml(main, RT.STYLES), related_xml(main, RT.NUMBERING))
    roots = {
        "document": main.element,
        "footnotes": related_xml(main, RT.FOOTNOTES),
        "endnotes": related_xml(main, RT.ENDNOTES),
    }
    margins = (part for kind in (RT.HEADER, RT.FOOTER) for part in related_parts(main, kind))
    roots |= {part.partname.membername: part.element for part in margins if isinstance(part, XmlPart)}
    stories = {story: tuple(paragraphs_of(root, styles)) for story, root in roots.items() if root is not None}
    custom = (part.element for part in related_parts(main, RT.CUSTOM_XML) if isinstance(part, XmlPart))
    sent = next((found for found in map(baseline.read, custom) if found is not None), None)
    if sent:  # a file of an earlier version has the paths of its time
        fields = {tag: replace(field, path=current_path(field.path)) for tag, field in sent.fields.items()}
        sent = replace(sent, fields=fields)
    found = threads(related_xml(main, RT.COMMENTS), related_xml(main, RT_COMMENTS_EXTENDED))
    return Reviewed(name, stories, found, sent)


# A file that lost its baseline, and some of its controls: whose paragraphs these are, by the words of the
# scenario.
#
# Saving in another format loses the baseline, and a program may drop a control
# with a note.


class Recovered(NamedTuple):
    """The paragraphs of a file, each in the control that it had."""

    stories: Mapping[str, tuple[Paragraph, ...]]
    fields: Mapping[str, Field]


def recovered(reviewed: Reviewed, known: Mapping[tuple[str, int], str]) -> Recovered:
    """Paragraphs in no control, as they were before what Word tracked, are those of the only block of these words that
    appears nowhere else."""
    fields = reviewed.fields()
    if reviewed.baseline:
        return Recovered(reviewed.stories, fields)
    appearing = {(field.path, field.block) for field in fields.values()}
    texts = Counter(untied(text) for text in known.values())
    blocks = {untied(text): key for key, text in known.items() if texts[untied(text)] == 1 and key not in appearing}
    found: dict[str, Field] = {}

    def paragraph(each: Paragraph) -> Paragraph:
        key = blocks.get(untied(each.before)) if not each.tags else None
        if key is None:
            return each
        found[tag_of(*key)] = Field(*key, "")
        return replace(each, stretches=tuple(replace(stretch, tag=tag_of(*key)) for stretch in each.stretches))

    stories = {name: tuple(map(paragraph, paragraphs)) for name, paragraphs in reviewed.stories.items()}
    return Recovered(stories, {**fields, **found})
