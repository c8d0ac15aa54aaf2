"""The bytes of a reviewed DOCX → its stories, comments and baseline; or why it is refused.

The file comes from anyone. What a reviewer's Word would not put there is refused, though nothing of it would be
followed: macros, parts of other files, pictures that lie elsewhere, fields that fetch or start something. The template
of the office that Word notes in most files is one of the links that are passed over: it is never looked for.
"""

from collections.abc import Mapping

import msgspec
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.parts.document import DocumentPart

from briefgen.diagnostic import Diagnostic
from briefgen.ooxml.opening import (
    BRIEF_LIMITS,
    RT_COMMENTS_EXTENDED,
    open_docx,
    refusal,
    related_parts,
    related_xml,
)
from briefgen.review import baseline
from briefgen.review.baseline import Baseline, Field
from briefgen.review.comments import Thread, threads
from briefgen.review.lines import Line
from briefgen.review.reading import TooMuch, lines_of
from briefgen.review.styles import styles_of
from briefgen.review.tags import COMPUTED, read_tag

_ORDINARY_LINKS = frozenset({"hyperlink", "attachedTemplate"})
"""Relationships to places outside that ordinary files have."""


class Reviewed(msgspec.Struct, frozen=True):
    """A file as it came back."""

    name: str
    stories: Mapping[str, tuple[Line, ...]]
    """`document`, `footnotes`, `endnotes`; headers and footers by the names of their parts."""
    threads: Mapping[str, Thread]
    baseline: Baseline | None

    def fields(self) -> Mapping[str, Field]:
        """The fields by their tags; of a file that lost what it carried, as the tags say themselves."""
        if self.baseline:
            return self.baseline.fields
        tags = {stretch.tag for lines in self.stories.values() for line in lines for stretch in line.stretches}
        return {tag: Field(*read_tag(tag), "") for tag in sorted(tags - {"", COMPUTED})}

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
    stories = {story: tuple(lines_of(root, styles)) for story, root in roots.items() if root is not None}
    custom = (part.element for part in related_parts(main, RT.CUSTOM_XML) if isinstance(part, XmlPart))
    sent = next((found for found in map(baseline.read, custom) if found is not None), None)
    found = threads(related_xml(main, RT.COMMENTS), related_xml(main, RT_COMMENTS_EXTENDED))
    return Reviewed(name, stories, found, sent)
