"""The pages of a site: the list of briefs and the editions of each, in one frame."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from briefgen.html.markup import NOTHING, Markup, direction, element, escaped, joined, lines, tag
from briefgen.html.page import policy_hash
from briefgen.html.stylesheet import ground, margins
from briefgen.site.model import Copy, Edition, Entry, Messages, Site, Version
from briefgen.theme import Theme

_ = str  # marks interface messages; they are translated where they are shown

_STYLE = Path(__file__).with_name("site.css")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_COMMENT = re.compile(r"/\*.*?(?:\*/\n*|\Z)", re.DOTALL)
"""Comments in style sheets, which pages omit."""
_TEXT = "_text"
"""The id of the main landmark."""


class Frame:
    """The common frame of the pages of a site."""

    def __init__(self, site: Site, theme: Theme, editions: Iterable[Edition] = ()) -> None:
        """`editions`: those on its pages, whose marking colours become style rules."""
        self.site = site
        self.messages = Messages(site.lang)
        inks = sorted({each.colour for each in editions if each.marking and _COLOUR.fullmatch(each.colour)})
        own = "\n".join(f".{ink(colour)} {{ color: {colour}; }}" for colour in inks)
        paper = margins(theme, site.title, "", self.messages.text(_("{page} of {pages}")), site.text, site.colour)
        style = (ground(theme, site.colour), _STYLE.read_text(encoding="utf-8") + own, paper)
        self._uniform_marking = site.has_uniform_marking()
        self._style = Markup("\n" + _COMMENT.sub("", "\n".join(style)))

    def page(
        self,
        title: str,
        header: Markup,
        main: Markup,
        about: str = "",
        sources: Sequence[str] = (),
        nonce: str = "",
        script: str = "",
    ) -> str:
        """A page. `about`: its description for search engines and bookmarks; `sources`: the scripts that it loads, with
        their `nonce`, before its own `script`."""
        code = Markup("\n" + script)
        allowed = f"'nonce-{nonce}' '{policy_hash(code)}'" if sources else "'none'"
        policy = (
            f"default-src 'none'; style-src '{policy_hash(self._style)}'; script-src {allowed}; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        )
        head = element("head", lines((
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=policy),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", escaped(title)),
            element("meta", name="description", content=about) if about else NOTHING,
            element("meta", name="generator", content="briefgen"),
            element("meta", name="referrer", content="no-referrer"),
            element("meta", name="color-scheme", content="light dark"),
            element("link", rel="icon", href="data:,"),
            element("style", self._style),
        )))  # fmt: skip
        loaded = [element("script", src=each, nonce=nonce) for each in sources]
        scripts = (*loaded, element("script", code)) if sources else ()
        skip = element("a", escaped(self.messages.text(_("Skip to the text"))), href=f"#{_TEXT}", class_="skip")
        body = element("body", lines((
            skip,
            element("header", lines((self._bar(), header))),
            element("main", main, id=_TEXT, tabindex=-1),
            self._footer(),
            *scripts,
        )), class_="with-bar" if self.site.text else None)  # fmt: skip
        lang = tag(self.site.lang) or "und"
        return f"<!doctype html>\n{element('html', lines((head, body)), lang=lang, dir=direction(lang))}\n"

    def _bar(self) -> Markup:
        if not self.site.text:
            return NOTHING
        name = element("span", escaped(self.site.title), class_="running")
        return element("div", lines((name, self._marking())), class_="bar")

    def _footer(self) -> Markup:
        return element("footer", lines((element("p", escaped(self.site.title)), self._marking())))

    def _marking(self) -> Markup:
        return element("span", escaped(self.site.text), class_="marking") if self.site.text else NOTHING

    def marking_of(self, edition: Edition) -> Markup:
        """The marking of an edition in its colour; empty without one, or if all editions have the marking that each
        page shows."""
        if self._uniform_marking or not edition.marking:
            return NOTHING
        return element("span", escaped(edition.marking), class_=f"marking {ink(edition.colour)}")

    def language_attributes(self, lang: str) -> dict[str, str | None]:
        """The attributes of an element in another language."""
        if lang == self.site.lang or not tag(lang):
            return {}
        return {"lang": tag(lang), "dir": direction(lang)}


def ink(colour: str) -> str:
    """The class of markings in a colour; `search.js` uses the same name."""
    return f"ink-{colour.removeprefix('#')}"


def link(path: str) -> str:
    """A path as a relative URL. The leading `./` prevents a name such as `c:` from being a scheme."""
    return "./" + quote(path, safe="/-._~!$&'()*+,;=@")


# The pages that list briefs. Without script they are read one after the other; with it, the first is searched.

BRIEFS_PER_PAGE = 20
"""Briefs on a page."""
_NEIGHBOURS = 2
"""The number of neighbouring pages linked before and after the current one, besides the first and the last."""
_SCRIPT = Path(__file__).with_name("search.js")
SEARCH, BRIEFS, STATEMENTS = "minisearch.js", "index.js", "statements.js"
"""The files of the search. The script loads the last one when a search starts."""


def page_count(site: Site) -> int:
    """The number of index pages."""
    return max(1, -(-len(site.entries) // BRIEFS_PER_PAGE))


def page_name(number: int) -> str:
    """The file name of an index page, from 1."""
    return "index.html" if number == 1 else f"page-{number}.html"


def listing(frame: Frame, entries: Sequence[Entry], number: int, nonce: str) -> str:
    """One page of the list. `nonce`: of the files of the search."""
    site, messages = frame.site, frame.messages
    many = len(site.entries)
    count = messages.locale.plural("{n} brief", "{n} briefs", many).format(n=messages.number(many))
    title = (
        site.title
        if number == 1
        else messages.with_label(site.title, messages.text(_("page {number}"), number=str(number)))
    )
    header = lines((element("h1", escaped(site.title), class_="title"), _search(frame)))
    more = element("button", escaped(messages.text(_("Show more"))), type="button", id="more")
    main = lines((
        element("p", escaped(count), id="count"),
        element("p", NOTHING, id="spoken", class_="unseen", role="status"),
        element("ol", lines(_entry(frame, entry) for entry in entries), class_="briefs", id="briefs", role="list"),
        _pagination(frame, number),
        element("p", more, hidden="", id="rest"),
    ))  # fmt: skip
    code = _SCRIPT.read_text(encoding="utf-8")
    return frame.page(title, header, main, sources=(SEARCH, BRIEFS), nonce=nonce, script=code)


def _search(frame: Frame) -> Markup:
    """The form, which the script shows."""
    messages, site = frame.messages, frame.site
    newest = [entry.newest for entry in site.entries]
    shown = [edition.version(site.lang) for edition in newest]
    topics = sorted({topic for each in shown for topic in each.topics})
    langs = sorted({each.lang for edition in newest for each in edition.versions})
    markings = sorted({edition.marking for edition in newest if edition.marking})
    years = sorted({edition.date[:4] for edition in newest if edition.date}, reverse=True)
    words = element("input", type="search", id="words", name="words", autocomplete="off", spellcheck="false")
    label = element("label", escaped(messages.text(_("Search titles, questions, topics and statements"))), for_="words")
    choices = lines((
        _choice(frame, "topic", _("Topic"), {each: each for each in topics}, 1),
        _choice(frame, "year", _("Year"), {each: each for each in years}, 2),
        _choice(frame, "marking", _("Marking"), {each: each for each in markings}, 2),
        _choice(frame, "lang", _("Language"), {each: messages.language(each) for each in langs}, 2),
    ))  # fmt: skip
    clear = element("button", escaped(messages.text(_("Clear"))), type="reset", id="clear")
    row = element("div", lines((choices, clear)), class_="choices")
    form = element("form", lines((element("div", lines((label, words))), row)), id="search", role="search", hidden="")
    without = messages.text(_("To search, switch on JavaScript. The list is complete without it."))
    return lines((form, element("noscript", element("p", escaped(without), class_="small"))))


def _choice(frame: Frame, name: str, message: str, values: Mapping[str, str], least: int) -> Markup:
    """A selection list; empty if there are too few values to choose from."""
    if len(values) < least:
        return NOTHING
    every = element("option", escaped(frame.messages.text(_("All"))), value="")
    options = (element("option", escaped(words), value=value) for value, words in values.items())
    label = element("label", escaped(frame.messages.text(message)), for_=name)
    return element("div", lines((label, element("select", lines((every, *options)), id=name, name=name))))


def _entry(frame: Frame, entry: Entry) -> Markup:
    """One brief, with its title as link. The script creates entries of the same form."""
    edition, messages = entry.newest, frame.messages
    first = edition.version(frame.site.lang)
    own = frame.language_attributes(first.lang)
    title = element("a", escaped(first.title), href=link(first.copies[0].path), **own)
    question = element("p", escaped(first.question), class_="question", **own)
    editions = element("a", escaped(messages.edition(edition.number)), href=link(f"{entry.name}/index.html"))
    about = [
        element("time", escaped(messages.date(edition.date)), datetime=edition.date[:10]) if edition.date
        else element("span", escaped(messages.text(_("Without a date")))),
        editions,
        element("span", escaped(messages.text(_("Draft"))), class_="status") if edition.status == "draft" else NOTHING,
        frame.marking_of(edition),
    ]  # fmt: skip
    topics = joined(element("li", escaped(topic), **own) for topic in first.topics)
    return element("li", lines((
        element("h2", title),
        question,
        element("div", lines((
            element("p", joined(about), class_="about"),
            element("ul", topics, class_="topics", role="list") if topics else NOTHING,
        )), class_="data"),
        copies(frame, first, edition.versions),
    )))  # fmt: skip


def copies(frame: Frame, first: Version, versions: Sequence[Version], up: str = "", page: bool = False) -> Markup:
    """Lists of links to the files of an edition: of the version that is shown, then of each other; where there are
    several, each begins with its language. `up`: the way to the top of the site; `page`: whether its page is among the
    files of the only one."""
    ordered = [first, *(each for each in versions if each is not first)]
    several = len(ordered) > 1
    lists = [[_copy(frame, each, copy, up, several) for copy in each.listed(page or several)] for each in ordered]
    kind = "copies several" if several else "copies"
    return lines(
        element("ul", lines(element("li", link) for link in links), class_=kind, role="list")
        for links in lists
        if links
    )


def _copy(frame: Frame, version: Version, copy: Copy, up: str, several: bool) -> Markup:
    unseen, seen = link_words(frame.messages, version, copy, several)
    before = joined((element("span", escaped(unseen), class_="unseen"), Markup(" "))) if unseen else NOTHING
    title = element(
        "span",
        escaped(frame.messages.with_label("", version.title)),
        class_="unseen",
        **frame.language_attributes(version.lang),
    )
    href = (up or "./") + link(copy.path).removeprefix("./")
    return element("a", before, escaped(seen), title, href=href, hreflang=version.lang)


def link_words(messages: Messages, version: Version, copy: Copy, several: bool) -> tuple[str, str]:
    """The text of a link to a file: the part for screen readers only, and the visible part. With several languages, the
    language is visible once in a line, and read out with each link."""
    language = messages.language(version.lang)
    if several and copy.form == "html":
        return "", language
    return messages.with_label(
        language, ""
    ).rstrip() if several else "", f"{messages.form(copy.form)}, {messages.size(copy.size)}"


def _pagination(frame: Frame, number: int) -> Markup:
    """The pagination links."""
    last = page_count(frame.site)
    if last == 1:
        return NOTHING
    near = sorted({1, last, *range(max(1, number - _NEIGHBOURS), min(last, number + _NEIGHBOURS) + 1)})
    gap = Markup('<li aria-hidden="true">…</li>')
    turns = ((number - 1, _("Previous"), "prev"), (number + 1, _("Next"), "next"))
    back, on = (
        element("li", element("a", escaped(frame.messages.text(words)), href=page_name(to), rel=rel))
        if 1 <= to <= last
        else NOTHING
        for to, words, rel in turns
    )
    items = lines(
        lines((gap if before + 1 < each else NOTHING, element("li", _to_page(frame, each, each == number))))
        for before, each in zip([0, *near], near, strict=False)
    )
    return element(
        "nav",
        element("ul", lines((back, items, on)), role="list"),
        id="pages",
        aria_label=frame.messages.text(_("Pages")),
    )


def _to_page(frame: Frame, number: int, here: bool) -> Markup:
    spoken = frame.messages.text(_("page {number}"), number=str(number))
    current = "page" if here else None
    return element("a", escaped(str(number)), href=page_name(number), aria_current=current, aria_label=spoken)


# The page of one brief: its editions, the newest first, each with its files and what changed.

UP = "../"
"""From the folder of a brief to the root of the site."""


def editions(frame: Frame, entry: Entry) -> str:
    """The page."""
    messages, newest = frame.messages, entry.newest.version(frame.site.lang)
    back = element("a", escaped(messages.text(_("All briefs"))), href=UP + "index.html")
    header = lines((
        element("nav", element("ul", element("li", back), role="list"), class_="beside",
                aria_label=messages.text(_("This brief"))),
        element("h1", escaped(newest.title), class_="title", **frame.language_attributes(newest.lang)),
        element("p", escaped(newest.question), class_="question", **frame.language_attributes(newest.lang)),
    ))  # fmt: skip
    title = f"{newest.title} – {frame.site.title}" if frame.site.title else newest.title
    main = lines(_edition(frame, each) for each in entry.editions)
    return frame.page(title, header, main, about=newest.question)


def _edition(frame: Frame, edition: Edition) -> Markup:
    messages = frame.messages
    version = edition.version(frame.site.lang)
    own = frame.language_attributes(version.lang)
    day = messages.date(edition.date).replace(" ", "\u00a0")  # stays on one line
    heading = ", ".join(filter(None, (messages.edition(edition.number), day)))
    marks = joined((
        element("span", escaped(messages.text(_("Draft"))), class_="status") if edition.status == "draft" else NOTHING,
        frame.marking_of(edition),
    ))  # fmt: skip
    shown = [element("li", _redline(frame, each, edition)) for each in edition.versions if each.redline]
    changed = NOTHING
    if version.changes or shown:
        changed = lines((
            element("h3", escaped(messages.text(_("What changed")))),
            element("p", escaped(version.changes), **own) if version.changes else NOTHING,
            element("ul", lines(shown), class_="copies", role="list") if shown else NOTHING,
        ))  # fmt: skip
    about = element("p", marks, class_="about") if marks else NOTHING
    inside = lines(
        (
            element("h2", escaped(heading), id=f"edition-{edition.number}"),
            about,
            copies(frame, version, edition.versions, UP, page=True),
            changed,
        )
    )
    return element("section", inside, aria_labelledby=f"edition-{edition.number}")


def _redline(frame: Frame, version: Version, edition: Edition) -> Markup:
    messages = frame.messages
    words = messages.text(_("Word by word, edition {number} beside the one before"), number=str(edition.number))
    if len(edition.versions) > 1:
        words = messages.with_label(messages.language(version.lang), words)
    return element("a", escaped(words), href=UP + link(version.redline).removeprefix("./"), hreflang=version.lang)
