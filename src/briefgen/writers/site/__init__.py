"""Briefs of many scenarios → the pages by which a reader finds them: an index, and the editions of each.

The index works from a folder, without a server: its words are data that a script element loads. All but the search
works without script.
"""

from briefgen.writers.site.room import MARK, Copy, Edition, Entry, Room, Version
from briefgen.writers.site.write import editions_page, index_pages, is_taken

__all__ = ["MARK", "Copy", "Edition", "Entry", "Room", "Version", "editions_page", "index_pages", "is_taken"]
