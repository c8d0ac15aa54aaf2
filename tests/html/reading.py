"""What a reader finds on a page: its stretches of text in order, and what its elements are."""

from collections.abc import Callable

from lxml import html
from lxml.html import HtmlElement
from tests.html.rewriting import without_contents
from tests.laws.readings import folded

from briefgen.document import Document, Inline, LineBreak, Link, NoteMark, Paged, Reference, Run, TitleBlock, plain
from briefgen.document.walk import texts
from briefgen.html.context import link_targets

_IN_A_LINE = {"a", "span", "em", "strong", "code"}
_APART = (
    "//nav | //svg | //template | //script | //style | //*[@hidden] | //sup | //footer | //section[@class='listed']"
)
_APART_BY_CLASS = ("bar", "skip", "item-label", "caption-label")


def page(data: bytes) -> HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(data.decode())


def said(data: bytes) -> list[str]:
    """Each stretch of the text in order; without contents, note marks, labels and what stands at the edges."""
    tree = page(data)
    for element in (*tree.xpath(_APART), *(each for name in _APART_BY_CLASS for each in tree.find_class(name))):
        if element.getparent() is not None:
            element.drop_tree()
    out = [""]
    _collect(tree.find("body"), out)
    return [words for stretch in out if (words := folded(stretch))]


def _collect(element: HtmlElement, out: list[str]) -> None:
    apart = element.tag not in _IN_A_LINE and element.tag != "br"
    if apart:
        out.append("")
    out[-1] += " " if element.tag == "br" else element.text or ""
    for child in element:
        _collect(child, out)
    if apart:
        out.append("")
    out[-1] += element.tail or ""


def written(document: Document) -> list[str]:
    """Each stretch of the document's text, as a page says it."""
    names = link_targets(document).names
    stretches = [
        "".join(_words(inline, names.get) for inline in inlines)
        for block in without_contents(document).blocks
        for inlines in texts(block)
    ]
    opening = document.blocks[0] if document.blocks else None
    if not isinstance(opening, TitleBlock) or not plain(opening.title).strip():
        stretches.insert(0, document.properties.title.strip() or "briefgen")
    return [words for stretch in stretches if (words := folded(stretch))]


def _words(inline: Inline, name: Callable[[str, str], str]) -> str:
    match inline:
        case Run(text=text):
            return text
        case Link(content=content):
            return "".join(run.text for run in content)
        case LineBreak():
            return " "
        case Reference(target=target, text=text):
            return text or name(target, "") or "–"
        case Paged(without_pages=unpaged):
            return "".join(_words(each, name) for each in unpaged)
        case NoteMark():
            return ""
