"""The page: metadata, content security policy (it loads nothing), landmarks, and links to related pages."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import msgspec

from briefgen.document import Blocks, Document, Properties, TitleBlock, plain
from briefgen.document.anchors import with_notes_first
from briefgen.html.blocks import contents, footnotes, generated_end_notes, sections, title
from briefgen.html.context import PageContext, link_targets
from briefgen.html.inlines import inlines
from briefgen.html.markup import NOTHING, Markup, direction, element, escaped, lines, tag
from briefgen.html.stylesheet import stylesheet
from briefgen.locale import load
from briefgen.theme import Theme


class PageLink(msgspec.Struct, frozen=True):
    """A link to a related page."""

    words: str
    href: str
    """A relative URL, percent-encoded."""
    lang: str = ""
    """The language of the link text and its target, if different from the page's."""


class PageLinks(msgspec.Struct, frozen=True):
    """Links to related pages, with an accessible name."""

    name: str = ""
    links: tuple[PageLink, ...] = ()
    lang: str = ""
    """The language of the name."""


NO_LINKS = PageLinks()


def link_list(links: PageLinks, lang: str) -> Markup:
    """The navigation above the title; empty without links. `lang`: of the page."""
    if not links.links:
        return NOTHING
    own = links.lang if links.lang and links.lang != lang else ""
    items = lines(element("li", _link(each)) for each in links.links)
    contents_entries = element("ul", items, role="list")
    return element("nav", contents_entries, class_="beside", aria_label=links.name, lang=tag(own) if own else None)


def alternates(links: PageLinks) -> tuple[Markup, ...]:
    """The `link` elements for other languages of the page."""
    return tuple(
        element("link", rel="alternate", hreflang=lang, href=each.href)
        for each in links.links
        if each.lang and (lang := tag(each.lang))
    )


def _link(each: PageLink) -> Markup:
    lang = tag(each.lang) if each.lang else None
    return element("a", escaped(each.words), href=each.href, lang=lang, hreflang=lang)


# The page: metadata, content security policy (it loads nothing) and landmarks.

_SCRIPT = Path(__file__).with_name("page.js")
_TEXT = "_text"
"""The id of the main landmark."""


def page(document: Document, theme: Theme, links: PageLinks = NO_LINKS) -> str:
    """The page as text. `links`: related pages."""
    document = with_notes_first(document)
    context = PageContext(document, link_targets(document), load(document.lang), theme)
    skip = element("a", escaped(context.locale.text("Skip to the text")), href=f"#{_TEXT}", class_="skip")
    opening, rest = _opening(document.blocks)
    header = _header(document, opening, context, links)
    text = lines((sections(rest, context), generated_end_notes(document, context)))
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
            footnotes(document, context),
            element("script", script),
        )),
        class_="with-bar" if _has_bar(document) else None,
    )  # fmt: skip
    head = element("head", lines((*_head(document, style, script), *alternates(links))))
    lang = tag(document.lang) or "und"
    html = element("html", lines((head, body)), lang=lang, dir=direction(lang))
    return f"<!doctype html>\n{html}\n"


def _opening(blocks: Blocks) -> tuple[TitleBlock | None, Blocks]:
    """The title block at the start of the document, if any, and the other blocks."""
    if blocks and isinstance(blocks[0], TitleBlock):
        return blocks[0], blocks[1:]
    return None, blocks


def _head(document: Document, style: Markup, script: Markup) -> tuple[Markup, ...]:
    properties = document.properties
    policy = (
        f"default-src 'none'; style-src '{policy_hash(style)}'; script-src '{policy_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    # The policy comes first, so that it applies to everything after it.
    return (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escaped(_title(properties))),
        *_metadata(properties),
        element("meta", name="generator", content="briefgen"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("link", rel="icon", href="data:,"),  # else a browser asks the server for one
        element("style", style),
    )


def _title(properties: Properties) -> str:
    return properties.title.strip() or "briefgen"


def _metadata(properties: Properties) -> tuple[Markup, ...]:
    label_text = (
        ("description", properties.subject),
        ("author", properties.author),
        ("keywords", ", ".join(properties.keywords)),
        ("dcterms.date", properties.date),
    )
    return tuple(element("meta", name=name, content=content) for name, content in label_text if content.strip())


def policy_hash(content: Markup) -> str:
    """The hash of a style or a script in a content security policy (CSP 3, 2.3.1)."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def _header(document: Document, opening: TitleBlock | None, context: PageContext, links: PageLinks) -> Markup:
    name = "h1"
    named = plain(opening.title).strip() if opening else ""
    instead = NOTHING
    if not named:  # a page needs a title: use that of the document properties
        instead = element("h1", escaped(_title(document.properties)), class_="title")
    head = title(opening, context, name) if opening else NOTHING
    return element("header", lines((_bar(document, context), link_list(links, document.lang), instead, head)))


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
