"""The page of one brief: its editions, the newest first, each with its files and what changed."""

from briefgen.writers.html.markup import NOTHING, Markup, element, escaped, joined, lines
from briefgen.writers.site.frame import Frame, link
from briefgen.writers.site.listing import copies
from briefgen.writers.site.room import Edition, Entry, Version

_ = str  # marks interface messages; they are translated where they are shown

UP = "../"
"""From the folder of a brief to the top of the site."""


def editions(frame: Frame, entry: Entry) -> str:
    """The page."""
    say, newest = frame.say, entry.newest.version(frame.room.lang)
    back = element("a", escaped(say.text(_("All briefs"))), href=UP + "index.html")
    header = lines((
        element("nav", element("ul", element("li", back), role="list"), class_="beside",
                aria_label=say.text(_("This brief"))),
        element("h1", escaped(newest.title), class_="title", **frame.foreign(newest.lang)),
        element("p", escaped(newest.question), class_="question", **frame.foreign(newest.lang)),
    ))  # fmt: skip
    title = f"{newest.title} – {frame.room.title}" if frame.room.title else newest.title
    main = lines(_edition(frame, each) for each in entry.editions)
    return frame.page(title, header, main, about=newest.question)


def _edition(frame: Frame, edition: Edition) -> Markup:
    say = frame.say
    version = edition.version(frame.room.lang)
    own = frame.foreign(version.lang)
    day = say.date(edition.date).replace(" ", "\u00a0")  # stays on one line
    heading = ", ".join(filter(None, (say.edition(edition.number), day)))
    marks = joined((
        element("span", escaped(say.text(_("Draft"))), class_="status") if edition.status == "draft" else NOTHING,
        frame.marking_of(edition),
    ))  # fmt: skip
    shown = [element("li", _redline(frame, each, edition)) for each in edition.versions if each.redline]
    changed = NOTHING
    if version.changes or shown:
        changed = lines((
            element("h3", escaped(say.text(_("What changed")))),
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
    say = frame.say
    words = say.text(_("Word by word, edition {number} beside the one before"), number=str(edition.number))
    if len(edition.versions) > 1:
        words = say.behind(say.language(version.lang), words)
    return element("a", escaped(words), href=UP + link(version.redline).removeprefix("./"), hreflang=version.lang)
