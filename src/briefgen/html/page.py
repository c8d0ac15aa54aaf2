"""The whole page: its metadata, its policy (it loads nothing), landmarks, and links to other formats and editions."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import msgspec

from briefgen.document import Blocks, Document, Properties, TitleBlock, plain
from briefgen.document.anchors import with_notes_first
from briefgen.html.blocks import contents, listed_notes, notes_in_short, sections, title
from briefgen.html.context import PageContext, link_targets
from briefgen.html.inlines import inlines
from briefgen.html.markup import NOTHING, Markup, direction, element, escaped, lines, tag
from briefgen.html.stylesheet import stylesheet
from briefgen.locale import load
from briefgen.theme import Theme


class PageLink(msgspec.Struct, frozen=True):
    """One link."""

    words: str
    href: str
    """Relative, with its characters escaped as an address needs it."""
    lang: str = ""
    """Of the words and of what it leads to, where that is not the page's."""


class PageLinks(msgspec.Struct, frozen=True):
    """All of them, with what they are called together."""

    name: str = ""
    links: tuple[PageLink, ...] = ()
    lang: str = ""
    """Of the words."""


NO_LINKS = PageLinks()


def beside(what: PageLinks, lang: str) -> Markup:
    """A list of links over the title; nothing where there are none. `lang`: the page's."""
    if not what.links:
        return NOTHING
    own = what.lang if what.lang and what.lang != lang else ""
    items = lines(element("li", _link(each)) for each in what.links)
    listed = element("ul", items, role="list")
    return element("nav", listed, class_="beside", aria_label=what.name, lang=tag(own) if own else None)


def alternates(what: PageLinks) -> tuple[Markup, ...]:
    """For the head of a page: what it is in other languages."""
    return tuple(
        element("link", rel="alternate", hreflang=lang, href=each.href)
        for each in what.links
        if each.lang and (lang := tag(each.lang))
    )


def _link(each: PageLink) -> Markup:
    lang = tag(each.lang) if each.lang else None
    return element("a", escaped(each.words), href=each.href, lang=lang, hreflang=lang)


# The whole page: what it says of itself, what it may load (nothing), and its landmarks.

_SCRIPT = Path(__file__).with_name("page.js")
_TEXT = "_text"
"""The id of the main landmark."""


def page(document: Document, theme: Theme, links: PageLinks = NO_LINKS) -> str:
    """The page as text. `links`: where it lies among others."""
    document = with_notes_first(document)
    context = PageContext(document, link_targets(document), load(document.lang), theme)
    skip = element("a", escaped(context.locale.text("Skip to the text")), href=f"#{_TEXT}", class_="skip")
    opening, rest = _opening(document.blocks)
    header = _header(document, opening, context, links)
    text = lines((sections(rest, context), listed_notes(document, context)))
    script = Markup("\n" + _SCRIPT.read_text(encoding="utf-8"))
    style = Markup("\n" + stylesheet(document, theme, context.shares))
    body = element(
        "body",
        lines((
            NOTHING,
            skip,
            header,
            contents(document, context),
            element("main", text, id=_TEXT, tabindex=-1),
            _footer(document, context),
            notes_in_short(document, context),
            element("script", script),
        )),
        class_="with-bar" if _has_bar(document) else None,
    )  # fmt: skip
    head = element("head", lines((*_head(document, style, script), *alternates(links))))
    lang = tag(document.lang) or "und"
    full_note = element("html", lines((head, body)), lang=lang, dir=direction(lang))
    return f"<!doctype html>\n{full_note}\n"


def _opening(blocks: Blocks) -> tuple[TitleBlock | None, Blocks]:
    """The title block that the document begins with, and all else."""
    if blocks and isinstance(blocks[0], TitleBlock):
        return blocks[0], blocks[1:]
    return None, blocks


def _head(document: Document, style: Markup, script: Markup) -> tuple[Markup, ...]:
    properties = document.properties
    policy = (
        f"default-src 'none'; style-src '{policy_hash(style)}'; script-src '{policy_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    # First the policy, so that it holds for all that follows.
    return (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escaped(_title(properties))),
        *_said(properties),
        element("meta", name="generator", content="briefgen"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("link", rel="icon", href="data:,"),  # else a browser asks the server for one
        element("style", style),
    )


def _title(properties: Properties) -> str:
    return properties.title.strip() or "briefgen"


def _said(properties: Properties) -> tuple[Markup, ...]:
    label_text = (
        ("description", properties.subject),
        ("author", properties.author),
        ("keywords", ", ".join(properties.keywords)),
        ("dcterms.date", properties.date),
    )
    return tuple(element("meta", name=name, content=content) for name, content in label_text if content.strip())


def policy_hash(content: Markup) -> str:
    """How a policy names a style or a script (CSP 3, 2.3.1)."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def _header(document: Document, opening: TitleBlock | None, context: PageContext, links: PageLinks) -> Markup:
    name = "h1"
    named = plain(opening.title).strip() if opening else ""
    instead = NOTHING
    if not named:  # a page needs a title; the file's own stands in
        instead = element("h1", escaped(_title(document.properties)), class_="title")
    head = title(opening, context, name) if opening else NOTHING
    return element("header", lines((_bar(document, context), beside(links, document.lang), instead, head)))


def _has_bar(document: Document) -> bool:
    return bool(document.running.marking.strip() or document.running.status.strip())


def _bar(document: Document, context: PageContext) -> Markup:
    """Status and marking, which stay in view, with the title of the brief between."""
    if not _has_bar(document):
        return NOTHING
    running = element("span", inlines(document.running.header, context), class_="running")
    return element("div", lines((_status(document, "span"), running, _marking(document, "span"))), class_="bar")


def _footer(document: Document, context: PageContext) -> Markup:
    footer = document.running.footer
    words = element("p", inlines(footer, context)) if plain(footer).strip() else NOTHING
    parts = lines((words, _status(document, "p"), _marking(document, "p")))
    return element("footer", parts) if parts else NOTHING


def _status(document: Document, name: str) -> Markup:
    status = document.running.status
    return element(name, escaped(status), class_="status") if status.strip() else NOTHING


def _marking(document: Document, name: str) -> Markup:
    marking = document.running.marking
    return element(name, escaped(marking), class_="marking") if marking.strip() else NOTHING
