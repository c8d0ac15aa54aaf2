"""The bytes of a reviewed DOCX → its stories, comments and baseline; or why it is refused.

The file comes from anyone. What a reviewer's Word would not put there is refused, though nothing of it would be
followed: macros, parts of other files, pictures that lie elsewhere, fields that fetch or start something. The template
of the office that Word notes in most files is one of the links that are passed over: it is never looked for.
"""

from collections.abc import Mapping

import msgspec

from briefgen.diagnostic import Diagnostic
from briefgen.ooxml import Element, Limits, Opened, open_package, refusal
from briefgen.ooxml.related import part_of, related
from briefgen.review import baseline
from briefgen.review.baseline import Baseline, Field
from briefgen.review.comments import Thread, threads
from briefgen.review.lines import Line
from briefgen.review.reading import TooMuch, lines_of
from briefgen.review.styles import styles_of
from briefgen.review.tags import COMPUTED, read_tag

LIMITS = Limits(file=20 << 20, member=24 << 20, total=100 << 20, marks=600_000)
"""A brief of 200 pages has a DOCX of 2 MB, a document.xml of 9 MB, and 200,000 signs `<`."""

_MARGINS = ("header", "footer")
_PASSED_OVER = frozenset({"hyperlink", "attachedTemplate"})
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
    package, faults = open_package(data, name, LIMITS, _wanted)
    if package is None:
        return faults[0]
    main = part_of(package, "", "officeDocument")
    if main not in package.xml:
        return refusal("it holds no document of Word", name)
    why = _active(package)
    if why:
        return refusal(why, name)
    try:
        return _read(package, main, name)
    except TooMuch as fault:
        return refusal(str(fault), name)
    except RecursionError:
        return refusal("it is nested too deep", name)


def _wanted(name: str) -> bool:
    return name.endswith((".xml", ".rels")) and not name.startswith(("word/theme/", "word/charts/", "word/embeddings/"))


def _active(package: Opened) -> str:
    """What of a package no reviewer's Word would put there; nothing where all is well."""
    names = [name.lower() for name in package.names]
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) or "/activex/" in name for name in names):
        return "it holds macros"
    types = package.xml.get("[Content_Types].xml")
    if types is not None and any("macroenabled" in each.get("ContentType", "").lower() for each in types):
        return "it holds macros"
    for name in package.xml:
        if name.endswith(".rels"):
            folder, _, file = name.rpartition("/")
            source = f"{folder.removesuffix('_rels')}{file.removesuffix('.rels')}"
            for each in related(package, source if file != ".rels" else "").values():
                if each.external and each.kind not in _PASSED_OVER:
                    return f"it fetches something from elsewhere ({each.kind})"
                if each.kind == "aFChunk":
                    return "a whole other file is put into it"
    return ""


def _read(package: Opened, main: str, name: str) -> Reviewed:
    links = [each for each in related(package, main).values() if not each.external and each.target in package.xml]

    def first(kind: str) -> "Element | None":
        return next((package.xml[each.target] for each in links if each.kind == kind), None)

    styles = styles_of(first("styles"), first("numbering"))
    roots = {"document": package.xml[main], "footnotes": first("footnotes"), "endnotes": first("endnotes")}
    roots |= {each.target: package.xml[each.target] for each in links if each.kind in _MARGINS}
    stories = {story: tuple(lines_of(root, styles)) for story, root in roots.items() if root is not None}
    carried = (baseline.read(package.xml[each.target]) for each in links if each.kind == "customXml")
    said = threads(first("comments"), first("commentsExtended"))
    return Reviewed(name, stories, said, next((made for made in carried if made is not None), None))
