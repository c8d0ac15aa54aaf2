"""The pages that list briefs. Without script they are read one after the other; with it, the first is searched."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, joined, lines
from briefgen.writers.site.frame import Frame, link
from briefgen.writers.site.room import Copy, Entry, Room, Version
from briefgen.writers.site.words import Say

_ = str  # marks interface messages; they are translated where they are shown

MOST = 20
"""Briefs on a page."""
_NEAR = 2
"""Pages before and after one that it leads to, beside the first and the last."""
_SCRIPT = Path(__file__).with_name("search.js")
SEARCH, BRIEFS, STATEMENTS = "minisearch.js", "index.js", "statements.js"
"""The files of the search. The script itself loads the last one, when somebody begins to search."""


def pages(room: Room) -> int:
    """How many pages list its briefs."""
    return max(1, -(-len(room.entries) // MOST))


def page_name(number: int) -> str:
    """The file of a page, from 1."""
    return "index.html" if number == 1 else f"page-{number}.html"


def listing(frame: Frame, entries: Sequence[Entry], number: int, nonce: str) -> str:
    """One page of the list. `nonce`: of the files of the search."""
    room, say = frame.room, frame.say
    many = len(room.entries)
    count = say.locale.plural("{n} brief", "{n} briefs", many).format(n=say.number(many))
    title = room.title if number == 1 else say.behind(room.title, say.text(_("page {number}"), number=str(number)))
    header = lines((element("h1", escaped(room.title), class_="title"), _search(frame)))
    more = element("button", escaped(say.text(_("Show more"))), type="button", id="more")
    main = lines((
        element("p", escaped(count), id="count"),
        element("p", NOTHING, id="spoken", class_="unseen", role="status"),
        element("ol", lines(_entry(frame, entry) for entry in entries), class_="briefs", id="briefs", role="list"),
        _turning(frame, number),
        element("p", more, hidden="", id="rest"),
    ))  # fmt: skip
    code = _SCRIPT.read_text(encoding="utf-8")
    return frame.page(title, header, main, sources=(SEARCH, BRIEFS), nonce=nonce, script=code)


def _search(frame: Frame) -> Markup:
    """The form, which the script shows."""
    say, room = frame.say, frame.room
    newest = [entry.newest for entry in room.entries]
    shown = [edition.version(room.lang) for edition in newest]
    topics = sorted({topic for each in shown for topic in each.topics})
    langs = sorted({each.lang for edition in newest for each in edition.versions})
    markings = sorted({edition.marking for edition in newest if edition.marking})
    years = sorted({edition.date[:4] for edition in newest if edition.date}, reverse=True)
    words = element("input", type="search", id="words", name="words", autocomplete="off", spellcheck="false")
    label = element("label", escaped(say.text(_("Search titles, questions, topics and statements"))), for_="words")
    choices = lines((
        _choice(frame, "topic", _("Topic"), {each: each for each in topics}, 1),
        _choice(frame, "year", _("Year"), {each: each for each in years}, 2),
        _choice(frame, "marking", _("Marking"), {each: each for each in markings}, 2),
        _choice(frame, "lang", _("Language"), {each: say.language(each) for each in langs}, 2),
    ))  # fmt: skip
    clear = element("button", escaped(say.text(_("Clear"))), type="reset", id="clear")
    row = element("div", lines((choices, clear)), class_="choices")
    form = element("form", lines((element("div", lines((label, words))), row)), id="search", role="search", hidden="")
    without = say.text(_("To search, switch on JavaScript. The list is complete without it."))
    return lines((form, element("noscript", element("p", escaped(without), class_="small"))))


def _choice(frame: Frame, name: str, message: str, values: Mapping[str, str], least: int) -> Markup:
    """A choice of one value; nothing where there is nothing to choose."""
    if len(values) < least:
        return NOTHING
    every = element("option", escaped(frame.say.text(_("All"))), value="")
    options = (element("option", escaped(words), value=value) for value, words in values.items())
    label = element("label", escaped(frame.say.text(message)), for_=name)
    return element("div", lines((label, element("select", lines((every, *options)), id=name, name=name))))


def _entry(frame: Frame, entry: Entry) -> Markup:
    """One brief: the title leads to its page. The script makes entries of the same form."""
    edition, say = entry.newest, frame.say
    first = edition.version(frame.room.lang)
    own = frame.foreign(first.lang)
    title = element("a", escaped(first.title), href=link(first.copies[0].path), **own)
    question = element("p", escaped(first.question), class_="question", **own)
    editions = element("a", escaped(say.edition(edition.number)), href=link(f"{entry.name}/index.html"))
    about = [
        element("time", escaped(say.date(edition.date)), datetime=edition.date[:10]) if edition.date
        else element("span", escaped(say.text(_("Without a date")))),
        editions,
        element("span", escaped(say.text(_("Draft"))), class_="status") if edition.status == "draft" else NOTHING,
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
    unseen, seen = link_words(frame.say, version, copy, several)
    before = joined((element("span", escaped(unseen), class_="unseen"), Markup(" "))) if unseen else NOTHING
    title = element(
        "span", escaped(frame.say.behind("", version.title)), class_="unseen", **frame.foreign(version.lang)
    )
    href = (up or "./") + link(copy.path).removeprefix("./")
    return element("a", before, escaped(seen), title, href=href, hreflang=version.lang)


def link_words(say: Say, version: Version, copy: Copy, several: bool) -> tuple[str, str]:
    """The words of a link to a file: those that are only heard, and those that are seen. Of several languages each says
    its own name: seen once in a line, heard with each link."""
    language = say.language(version.lang)
    if several and copy.form == "html":
        return "", language
    return say.behind(language, "").rstrip() if several else "", f"{say.form(copy.form)}, {say.size(copy.size)}"


def _turning(frame: Frame, number: int) -> Markup:
    """From page to page."""
    last = pages(frame.room)
    if last == 1:
        return NOTHING
    near = sorted({1, last, *range(max(1, number - _NEAR), min(last, number + _NEAR) + 1)})
    gap = Markup('<li aria-hidden="true">…</li>')
    turns = ((number - 1, _("Previous"), "prev"), (number + 1, _("Next"), "next"))
    back, on = (
        element("li", element("a", escaped(frame.say.text(words)), href=page_name(to), rel=rel))
        if 1 <= to <= last
        else NOTHING
        for to, words, rel in turns
    )
    items = lines(
        lines((gap if before + 1 < each else NOTHING, element("li", _to_page(frame, each, each == number))))
        for before, each in zip([0, *near], near, strict=False)
    )
    return element(
        "nav", element("ul", lines((back, items, on)), role="list"), id="pages", aria_label=frame.say.text(_("Pages"))
    )


def _to_page(frame: Frame, number: int, here: bool) -> Markup:
    spoken = frame.say.text(_("page {number}"), number=str(number))
    current = "page" if here else None
    return element("a", escaped(str(number)), href=page_name(number), aria_current=current, aria_label=spoken)
