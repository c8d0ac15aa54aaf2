"""Briefs of many scenarios → the pages by which a reader finds them: an index, and the editions of each.

The search works from a folder, without a server: script elements load MiniSearch and its data. All else works without
script.
"""

from briefgen.site.model import DEFAULT_MARKING_COLOUR, Copy, Edition, Entry, Site, Statement, Version
from briefgen.site.search import statements
from briefgen.site.writer import editions_page, index_pages, is_taken

__all__ = [
    "DEFAULT_MARKING_COLOUR",
    "Copy",
    "Edition",
    "Entry",
    "Site",
    "Statement",
    "Version",
    "editions_page",
    "index_pages",
    "is_taken",
    "statements",
]
