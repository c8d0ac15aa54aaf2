"""Fields in a part that came from elsewhere: those that only show something stay, of the others their last result.

A field such as INCLUDEPICTURE, DDEAUTO or LINK fetches from where it is told when it is updated (ISO/IEC 29500-1,
17.16.5).
"""

from collections.abc import Iterator

from briefgen.ooxml.tags import w
from briefgen.writers.docx.house.model import Element

HARMLESS = frozenset({
    "AUTHOR", "COMMENTS", "CREATEDATE", "DATE", "DOCPROPERTY", "FILENAME", "KEYWORDS", "NUMPAGES", "PAGE", "PRINTDATE",
    "SAVEDATE", "SECTION", "SECTIONPAGES", "STYLEREF", "SUBJECT", "SYMBOL", "TIME", "TITLE",
})  # fmt: skip
"""Kinds of field that read nothing but the document and the clock."""

_CHAR, _TYPE, _CODE = w("fldChar"), w("fldCharType"), w("instrText")


class Field:
    """A field that is spread over runs."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self.marks: list[Element] = []
        """Where it begins, is parted and ends, and the runs with its code."""
        self.result: list[Element] = []
        """The runs that show its result."""
        self.inner = False
        """It stands inside another one."""
        self.whole = False

    @property
    def words(self) -> list[str]:
        """Its code, in words: `["DOCPROPERTY", "Marking"]`."""
        return "".join(self.code).replace('"', " ").split()


def fields(root: Element) -> list[Field]:
    """The fields of a part that are spread over runs, in the order of their ends; then those without one."""
    open_fields: list[tuple[Field, bool]] = []
    done: list[Field] = []
    for run in root.iter(w("r")):
        mark = run.find(_CHAR)
        kind = mark.get(_TYPE) if mark is not None else ""
        if kind == "begin":
            field = Field()
            field.inner = bool(open_fields)
            open_fields.append((field, True))
            field.marks.append(run)
        elif kind == "separate" and open_fields:
            open_fields[-1] = open_fields[-1][0], False
            open_fields[-1][0].marks.append(run)
        elif kind == "end" and open_fields:
            field, _ = open_fields.pop()
            field.marks.append(run)
            field.whole = True
            done.append(field)
        elif kind:
            orphan = Field()
            orphan.marks.append(run)
            done.append(orphan)
        elif open_fields:
            field, in_code = open_fields[-1]
            if in_code:
                field.code += [code.text or "" for code in run.iter(_CODE)]
                field.marks.append(run)
            else:
                field.result.append(run)
    return done + [field for field, _ in open_fields]


def flattened(root: Element) -> Iterator[str]:
    """Takes the fields that are not harmless out of a part, and tells their kinds; what they showed stays."""
    simple = list(root.iter(w("fldSimple")))
    for element in simple:
        words = str(element.get(w("instr")) or "").split()
        if not words or words[0].upper() not in HARMLESS:
            yield words[0].upper()[:40] if words else "?"
            unwrapped(element)
    for field in fields(root):
        kind = field.words[0].upper() if field.words else "?"
        if kind in HARMLESS and field.whole and not field.inner:
            continue
        yield kind[:40]
        for run in field.marks:
            removed(run)
    whole = fields(root)
    marks = {run for field in whole for run in field.marks}
    for code in list(root.iter(_CODE)):  # the code of a field that never began
        if code.getparent() not in marks:
            removed(code)


def unwrapped(element: Element) -> None:
    """Takes an element away and leaves what it holds in its place."""
    parent = element.getparent()
    at = parent.index(element)
    for child in list(element):
        parent.insert(at, child)
        at += 1
    parent.remove(element)


def removed(element: Element) -> None:
    """Takes an element away, with all that it holds."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
