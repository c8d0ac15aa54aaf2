"""All pages of a site, as bytes."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from briefgen.site.model import Entry, Site
from briefgen.site.pages import (
    BRIEFS,
    BRIEFS_PER_PAGE,
    SEARCH,
    STATEMENTS,
    Frame,
    editions,
    listing,
    page_count,
    page_name,
)
from briefgen.site.search import briefs_script, statements_script
from briefgen.theme import Theme

_MINISEARCH = Path(__file__).with_name("minisearch")


def index_pages(site: Site, theme: Theme) -> Mapping[str, bytes]:
    """Name → bytes of the pages that list all briefs, and of the files of their search."""
    licence = (_MINISEARCH / "LICENSE.txt").read_bytes()
    out = {
        SEARCH: b"/*! MiniSearch, https://github.com/lucaong/minisearch\n\n" + licence + b"*/\n"
        + (_MINISEARCH / "minisearch.js").read_bytes(),
        BRIEFS: briefs_script(site),
        STATEMENTS: statements_script(site),
    }  # fmt: skip
    # Browsers cannot check the integrity of scripts in a local folder. Their digest is a nonce that no author can
    # include in the text of a script.
    nonce = sha256(b"".join(out.values())).hexdigest()[:32]
    entries = site.in_order()
    frame = Frame(site, theme, (entry.newest for entry in entries))
    for number in range(1, page_count(site) + 1):
        part = entries[(number - 1) * BRIEFS_PER_PAGE : number * BRIEFS_PER_PAGE]
        out[page_name(number)] = listing(frame, part, number, nonce).encode()
    return out


def editions_page(site: Site, entry: Entry, theme: Theme) -> bytes:
    """The page with all editions of one brief, which lies in its folder."""
    return editions(Frame(site, theme, entry.editions), entry).encode()


def is_taken(name: str) -> bool:
    """Whether a name is reserved for the own files of a site, so that no brief can use it."""
    own = (SEARCH, BRIEFS, STATEMENTS, "index.html", "sha256sums", ".briefgen")
    return name.casefold() in own or re.fullmatch(r"page-\d+\.html", name.casefold()) is not None
