"""All pages of a site, as bytes."""

import re
from collections.abc import Mapping

from briefgen.theme import Theme
from briefgen.writers.site import index
from briefgen.writers.site.editions import editions
from briefgen.writers.site.frame import Frame
from briefgen.writers.site.listing import MOST, listing, page_name, pages
from briefgen.writers.site.room import Entry, Room

DATA = "index.js"


def index_pages(room: Room, theme: Theme) -> Mapping[str, bytes]:
    """Name → bytes of the pages that list all briefs, and of what they are searched by."""
    data = index.data(room)
    out = {DATA: data.encode()}
    entries = room.in_order()
    frame = Frame(room, theme, (entry.newest for entry in entries))
    for number in range(1, pages(room) + 1):
        part = entries[(number - 1) * MOST : number * MOST]
        out[page_name(number)] = listing(frame, part, number, data).encode()
    return out


def editions_page(room: Room, entry: Entry, theme: Theme) -> bytes:
    """The page with all editions of one brief, which lies in its folder."""
    return editions(Frame(room, theme, entry.editions), entry).encode()


def is_taken(name: str) -> bool:
    """Whether no brief can have a folder of this name at the top of a site, whose own files are called so."""
    return re.fullmatch(r"index\.(html|js)|page-\d+\.html|sha256sums|\.briefgen", name.casefold()) is not None
