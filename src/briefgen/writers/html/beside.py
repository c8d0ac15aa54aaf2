"""The links of a page that lies among others: back to all briefs, to its other formats, languages and editions."""

import msgspec

from briefgen.writers.html.language import tag
from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, lines


class Neighbour(msgspec.Struct, frozen=True):
    """One link."""

    words: str
    href: str
    """Relative, with its characters escaped as an address needs it."""
    lang: str = ""
    """Of the words and of what it leads to, where that is not the page's."""


class Beside(msgspec.Struct, frozen=True):
    """All of them, with what they are called together."""

    name: str = ""
    links: tuple[Neighbour, ...] = ()
    lang: str = ""
    """Of the words."""


NONE = Beside()


def beside(what: Beside, lang: str) -> Markup:
    """A list of links over the title; nothing where there are none. `lang`: the page's."""
    if not what.links:
        return NOTHING
    own = what.lang if what.lang and what.lang != lang else ""
    items = lines(element("li", _link(each)) for each in what.links)
    listed = element("ul", items, role="list")
    return element("nav", listed, class_="beside", aria_label=what.name, lang=tag(own) if own else None)


def alternates(what: Beside) -> tuple[Markup, ...]:
    """For the head of a page: what it is in other languages."""
    return tuple(
        element("link", rel="alternate", hreflang=lang, href=each.href)
        for each in what.links
        if each.lang and (lang := tag(each.lang))
    )


def _link(each: Neighbour) -> Markup:
    lang = tag(each.lang) if each.lang else None
    return element("a", escaped(each.words), href=each.href, lang=lang, hreflang=lang)
