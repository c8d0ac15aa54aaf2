"""A web page → its words in reading order, without scripts, styles and navigation."""

import codecs
import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from briefgen.diagnostic import Diagnostic
from briefgen.evidence.extract.extract import Extract
from briefgen.evidence.extract.lines import clean, raised
from briefgen.evidence.extract.refusal import unreadable

if TYPE_CHECKING:
    from lxml import etree

MOST_BYTES = 20 << 20

_DROPPED = frozenset({
    "applet", "audio", "button", "canvas", "datalist", "dialog", "embed", "frame", "frameset", "head", "iframe",
    "input", "map", "nav", "noembed", "noframes", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title", "video",
})  # fmt: skip
_APART = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "details", "dl", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "ol", "p", "pre", "section", "table",
    "ul",
})  # fmt: skip
"""Stand apart, with an empty line between."""
_LINES = frozenset({"caption", "dd", "div", "dt", "li", "summary", "tr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOTE_MARK = re.compile(r"\b(footnote-?(ref|back)|doc-(noteref|backlink)|noteref)\b")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*+=\s*+["']?\s*+([\w.:-]+)""", re.IGNORECASE)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*+=\s*+["']([\w.:-]+)""")


def read_html(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a web page that was saved, or why it is not read."""
    from lxml import etree

    if len(data) > MOST_BYTES:
        return unreadable(name, f"it is larger than {MOST_BYTES >> 20} MB", "Save only the text of the page.")
    # NUL ends a text in the parser's eyes. No network, no entities of its own; depth is bounded by the parser.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_decoded(data).replace("\0", "").encode(errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return unreadable(name, "it is no web page")
    if any(entry.level_name == "FATAL" and "depth" in entry.message for entry in parser.error_log):
        return unreadable(name, "its elements are nested too deeply")
    if root is None:
        return unreadable(name, "it is no web page")
    walk = _Walk()
    walk.through(root)
    text = clean("".join(walk.pieces))
    about = _about(root)
    headings = tuple(dict.fromkeys(heading for heading in walk.headings if heading))
    return Extract(text + "\n" if text else "", headings, **about)


def _decoded(data: bytes) -> str:
    """The text in the encoding that the file says it has (WHATWG, Encoding: latin1 is read as Windows-1252)."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    declared = _CHARSET.search(data[:4096]) or _DECLARED.search(data[:4096])
    label = declared[1].decode("ascii", errors="replace").lower() if declared else "utf-8"
    if label in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        label = "cp1252"
    try:
        if codecs.lookup(label).name.startswith("utf-16"):  # it could not have said so in ASCII
            label = "utf-8"
        return data.decode(label, errors="replace" if declared else "strict")
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", errors="replace")


class _Walk:
    """Goes through the elements without recursion, and gathers their words."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.headings: list[str] = []
        self._verbatim = 0
        self._heading: int | None = None
        """Where in `pieces` the open heading begins."""

    def through(self, root: "etree._Element") -> None:
        """All words below an element, in the order of the file."""
        todo: list[tuple[Any, bool]] = [(root, True)]
        while todo:
            element, entering = todo.pop()
            if not entering:
                self.leave(element.tag)
                self.say(element.tail or "")
                continue
            if not isinstance(element.tag, str) or _hidden(element):
                self.say(element.tail or "")
                continue
            self.enter(element.tag)
            text = element.text or ""
            self.say(raised(text) if element.tag == "sup" and text.strip().isdigit() else text)
            todo.append((element, False))
            todo += [(child, True) for child in reversed(element)]

    def enter(self, tag: str) -> None:
        """What stands before the words of an element."""
        if tag in _APART or tag in _LINES:
            self.part(2 if tag in _APART else 1)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "q":
            self.pieces.append("“")
        self._verbatim += tag == "pre"
        if tag in _HEADINGS:
            self._heading = len(self.pieces)

    def leave(self, tag: str) -> None:
        """What stands behind them."""
        if tag in _HEADINGS and self._heading is not None:
            self.headings.append(" ".join(clean("".join(self.pieces[self._heading :])).split()))
            self._heading = None
        self._verbatim -= tag == "pre"
        if tag in _APART or tag in _LINES:
            self.part(2 if tag in _APART else 1)
        elif tag in ("td", "th"):
            self.pieces.append("\t")
        elif tag == "q":
            self.pieces.append("”")

    def say(self, text: str) -> None:
        """Words; runs of white space are one space, as a browser shows them."""
        if not text:
            return
        if not self._verbatim:
            text = _SPACE.sub(" ", text)
            if not self.pieces or self.pieces[-1][-1] in " \n\t":
                text = text.lstrip(" ")
        if text:
            self.pieces.append(text)

    def part(self, ends: int) -> None:
        """At least so many line ends."""
        while self.pieces and not self.pieces[-1].strip(" \t"):
            self.pieces.pop()
        if self.pieces:
            self.pieces[-1] = self.pieces[-1].rstrip(" \t")
            have = len(self.pieces[-1]) - len(self.pieces[-1].rstrip("\n"))
            if have < ends:
                self.pieces.append("\n" * (ends - have))


def _hidden(element: Any) -> bool:
    if element.tag in _DROPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if re.search(r"display\s*:\s*none", element.get("style", "")):
        return True
    return bool(_NOTE_MARK.search(f"{element.get('class', '')} {element.get('role', '')}"))


def _about(root: Any) -> dict[str, Any]:
    """What the page says of itself: its title, `meta` and the language of its root."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("name") or element.get("property") or "").lower()
        meta.setdefault(key, " ".join((element.get("content") or "").split())[:300])
    titles = [" ".join("".join(element.itertext()).split())[:300] for element in root.iter("title")]
    canonical = [link.get("href", "") for link in root.iter("link") if link.get("rel") == "canonical"]
    url = meta.get("og:url") or (canonical[0] if canonical else "")
    dates = (meta.get(key, "") for key in ("article:published_time", "dcterms.date", "dc.date", "date"))
    return {
        "title": meta.get("og:title") or (titles[0] if titles else ""),
        "author": meta.get("author") or meta.get("dcterms.creator", ""),
        "publisher": meta.get("og:site_name") or meta.get("dcterms.publisher", ""),
        "date": next((day for given in dates if (day := _day(given))), None),
        "language": (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip(),
        "url": url if url.startswith(("https://", "http://")) else "",
    }


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
