"""Comments with their answers.

ISO/IEC 29500-1, 17.13.4; that one comment answers another stands in a part of its own ([MS-DOCX], 2.5.1.3), by the ids
of their last paragraphs.
"""

from collections.abc import Mapping

import msgspec
from docx.oxml.ns import qn

from briefgen.ooxml.elements import Element
from briefgen.review.lines import THING
from briefgen.review.symbols import sign

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Comment(msgspec.Struct, frozen=True):
    """What one person said, and when."""

    text: str
    author: str
    date: str


class Thread(msgspec.Struct, frozen=True):
    """A comment and its answers, by time of writing in the file."""

    said: tuple[Comment, ...]
    done: bool = False


def threads(comments: "Element | None", extended: "Element | None") -> dict[str, Thread]:
    """Id of a comment that is no answer → its thread."""
    said: dict[str, Comment] = {}
    paragraphs: dict[str, str] = {}
    for element in comments.iter(qn("w:comment")) if comments is not None else ():
        name = element.get(qn("w:id"), "")
        lines = ["".join(_text(each) for each in line.iter()) for line in element.iter(qn("w:p"))]
        said[name] = Comment("\n".join(lines).strip(), element.get(qn("w:author"), ""), element.get(qn("w:date"), ""))
        paragraphs |= {line.get(qn("w14:paraId"), ""): name for line in element.iter(qn("w:p"))}
    parents, done = _extended(extended, paragraphs)
    found: dict[str, list[Comment]] = {}
    for name, comment in said.items():
        found.setdefault(_root(name, parents), []).append(comment)
    return {name: Thread(tuple(held), name in done) for name, held in found.items()}


_CHARACTERS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "\u2011"}
_THINGS = frozenset((qn("w:drawing"), qn("w:pict"), qn("w:object")))


def _text(element: Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:sym"):
        return sign(element.get(qn("w:font"), ""), element.get(qn("w:char"), "")) or THING
    return THING if element.tag in _THINGS else _CHARACTERS.get(str(element.tag), "")


def _extended(root: "Element | None", paragraphs: Mapping[str, str]) -> tuple[dict[str, str], set[str]]:
    """Answer → what it answers; and the comments that are marked as done."""
    parents: dict[str, str] = {}
    done: set[str] = set()
    for element in root.iter(f"{_W15}commentEx") if root is not None else ():
        name = paragraphs.get(element.get(f"{_W15}paraId", ""), "")
        parent = paragraphs.get(element.get(f"{_W15}paraIdParent", ""), "")
        if name and parent and name != parent:
            parents[name] = parent
        if element.get(f"{_W15}done", "0") in ("1", "true"):
            done.add(name)
    return parents, done


def _root(name: str, parents: Mapping[str, str]) -> str:
    seen = {name}
    while (above := parents.get(name)) is not None and above not in seen:
        seen.add(above)
        name = above
    return name
