"""A web page → its words in reading order, without scripts, styles and navigation."""

import codecs
import re
from typing import Any

from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence.extract.extract import Extract, day, unreadable
from briefgen.evidence.extract.lines import clean, raised

MOST_BYTES = 20 << 20

_DROPPED = frozenset({
    "applet", "audio", "button", "canvas", "datalist", "dialog", "embed", "frame", "frameset", "head", "iframe",
    "input", "map", "nav", "noembed", "noframes", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title", "video",
})  # fmt: skip
_PARAGRAPH, _LINE, _BREAK = "\u2029", "\u2028", "\x1e"
"""Ends of paragraphs and of lines, and `br`, until white space is settled."""
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "details", "dl", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "ol", "p", "pre", "section", "table",
    "ul",
})  # fmt: skip
_LINES = frozenset({"caption", "dd", "div", "dt", "li", "summary", "tr"})
_ENDS = dict.fromkeys(_BLOCKS, _PARAGRAPH) | dict.fromkeys(_LINES, _LINE)
"""Before and after an element."""
_BEFORE, _AFTER = {"br": _BREAK, "q": "“"}, {"td": "\t", "th": "\t", "q": "”"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN_CLASS = re.compile(r"\b(footnote-?(ref|back|backref)|doc-(noteref|backlink)|noteref)\b")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(r" *+(\t) *+| ++")
_END = re.compile(rf"(?<![ \t])[ \t]*+[{_PARAGRAPH}{_LINE}{_BREAK}][ \t{_PARAGRAPH}{_LINE}{_BREAK}]*+")
_VERBATIM, _SETTLED = str.maketrans(" \t\n", "\x1c\x1d\x1f"), str.maketrans("\x1c\x1d\x1f", " \t\n")
"""White space of `pre`, until that of the rest is settled."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*+=\s*+["']?\s*+([\w.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*+=\s*+["']([\w.:-]+)""")


def read_html(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a web page that was saved, or why it is not read."""
    from lxml import etree, html

    if len(data) > MOST_BYTES:
        return unreadable(name, f"it is larger than {MOST_BYTES >> 20} MB", "Save only the text of the page.")
    # NUL ends a text in the parser's eyes. No network, no entities of its own; depth is bounded by the parser.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_decoded(data).replace("\0", "").encode(errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return unreadable(name, "it is no web page")
    if any(entry.level_name == "FATAL" and "depth" in entry.message for entry in parser.error_log):
        return unreadable(name, "its elements are nested too deeply")
    if root is None:
        return unreadable(name, "it is no web page")
    about = _about(root)
    text, headings = _words(root)
    return Extract(text + "\n" if text else "", tuple(dict.fromkeys(filter(None, headings))), **about)


def _decoded(data: bytes) -> str:
    """The text in the encoding that the file says it has (WHATWG, Encoding: latin1 is read as Windows-1252)."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    declared = None if data.startswith(codecs.BOM_UTF8) else _CHARSET.search(data[:4096]) or _XML.search(data[:4096])
    label = declared[1].decode("ascii", errors="replace").lower() if declared else "utf-8-sig"
    if label in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        label = "cp1252"
    if label.startswith("utf-16"):  # it could not be declared in ASCII
        label = "utf-8"
    try:
        return data.decode(label, errors="replace" if declared else "strict")
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", errors="replace")


def _words(root: Any) -> tuple[str, list[str]]:
    """The words below an element, white space as a browser shows it, and the headings among them."""
    from lxml import etree

    for element in [each for each in root.iter() if _is_hidden(each) and each is not root]:
        element.drop_tree()
    pieces: list[str] = []
    headings: list[str] = []
    begin = verbatim = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag, starts = element.tag, event == "start"
        text = (element.text if starts else element.tail) or ""
        pieces.append(_ENDS.get(tag) or (_BEFORE if starts else _AFTER).get(tag, ""))
        if tag in _HEADINGS and starts:
            begin = len(pieces)
        elif tag in _HEADINGS:
            headings.append(" ".join(clean("".join(pieces[begin:])).split()))
        if tag == "pre":
            verbatim += 1 if starts else -1
        text = text.translate(_VERBATIM) if verbatim else _SPACE.sub(" ", text)
        pieces.append(raised(text) if tag == "sup" and starts and text.strip().isdigit() else text)
    text = _SPACES.sub(lambda found: found[1] or " ", "".join(pieces))
    text = _END.sub(lambda found: "\n\n" if _PARAGRAPH in found[0] or found[0].count(_BREAK) > 1 else "\n", text)
    return clean(text.translate(_SETTLED)), headings


def _is_hidden(element: Any) -> bool:
    given = element.get
    return (
        element.tag in _DROPPED
        or given("hidden") is not None
        or given("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(given("style", "")) is not None
        or _HIDDEN_CLASS.search(f"{given('class', '')} {given('role', '')}") is not None
    )


def _about(root: Any) -> dict[str, Any]:
    """The metadata of the page: its title, `meta` and the language of its root."""
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
        "date": next((found for given in dates if (found := day(given))), None),
        "language": (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip(),
        "url": url if url.startswith(("https://", "http://")) else "",
    }
