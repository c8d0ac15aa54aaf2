"""Static site for the briefs of many scenarios: an index, and the editions of each brief.

The search works from a folder, without a server: script elements load MiniSearch and its data. Everything else works
without script.
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
