"""What all pages of a site share: head, policy, marking, landmarks."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from briefgen.theme import Theme
from briefgen.writers.html.language import direction, tag
from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, lines
from briefgen.writers.html.page import policy_hash
from briefgen.writers.html.stylesheet import ground, margins
from briefgen.writers.site.room import Edition, Room
from briefgen.writers.site.words import Say

_ = str  # marks interface messages; they are translated where they are shown

_STYLE = Path(__file__).with_name("site.css")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_COMMENT = re.compile(r"/\*.*?(?:\*/\n*|\Z)", re.DOTALL)
"""In style sheets: for those who write them, and not for each page."""
_TEXT = "_text"
"""The id of the main landmark."""


class Frame:
    """The pages of one site are framed alike."""

    def __init__(self, room: Room, theme: Theme, editions: Iterable[Edition] = ()) -> None:
        """`editions`: those that its pages show, each of which has a marking in a colour of its own."""
        self.room = room
        self.say = Say(room.lang)
        inks = sorted({each.colour for each in editions if each.marking and _COLOUR.fullmatch(each.colour)})
        own = "\n".join(f".{ink(colour)} {{ color: {colour}; }}" for colour in inks)
        paper = margins(theme, room.title, "", self.say.text(_("{page} of {pages}")), room.text, room.colour)
        style = (ground(theme, room.colour), _STYLE.read_text(encoding="utf-8") + own, paper)
        self._alike = room.is_marked_alike()
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
        skip = element("a", escaped(self.say.text(_("Skip to the text"))), href=f"#{_TEXT}", class_="skip")
        body = element("body", lines((
            skip,
            element("header", lines((self._bar(), header))),
            element("main", main, id=_TEXT, tabindex=-1),
            self._footer(),
            *scripts,
        )), class_="with-bar" if self.room.text else None)  # fmt: skip
        lang = tag(self.room.lang) or "und"
        return f"<!doctype html>\n{element('html', lines((head, body)), lang=lang, dir=direction(lang))}\n"

    def _bar(self) -> Markup:
        if not self.room.text:
            return NOTHING
        name = element("span", escaped(self.room.title), class_="running")
        return element("div", lines((name, self._marking())), class_="bar")

    def _footer(self) -> Markup:
        return element("footer", lines((element("p", escaped(self.room.title)), self._marking())))

    def _marking(self) -> Markup:
        return element("span", escaped(self.room.text), class_="marking") if self.room.text else NOTHING

    def marking_of(self, edition: Edition) -> Markup:
        """That of an edition, in its own colour; nothing where it has none, or where all have the one that stands on
        each page."""
        if self._alike or not edition.marking:
            return NOTHING
        return element("span", escaped(edition.marking), class_=f"marking {ink(edition.colour)}")

    def foreign(self, lang: str) -> dict[str, str | None]:
        """What an element says whose words are in a language."""
        if lang == self.room.lang or not tag(lang):
            return {}
        return {"lang": tag(lang), "dir": direction(lang)}


def ink(colour: str) -> str:
    """The class of markings in a colour; `search.js` calls it so too."""
    return f"ink-{colour.removeprefix('#')}"


def link(path: str) -> str:
    """A path as an address, from where it begins. One that begins like a scheme (`c:`) is none."""
    return "./" + quote(path, safe="/-._~!$&'()*+,;=@")
