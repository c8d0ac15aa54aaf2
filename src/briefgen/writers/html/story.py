"""What the parts of a page know of the whole while it is written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from briefgen.document import Blocks, Document, Revision
from briefgen.locale import Locale
from briefgen.theme import Theme
from briefgen.writers.html.markup import Markup
from briefgen.writers.html.places import Places


class Story:
    """The page being written: where its links lead, its interface words, and what must stand in it once only."""

    def __init__(self, document: Document, places: Places, locale: Locale, theme: Theme) -> None:
        self.document = document
        self.places = places
        self.locale = locale
        self.theme = theme
        self.level = 1
        """Of the heading that what is written stands under."""
        self.revision: Revision = ""
        """All that is being written was inserted or deleted, and has been said to be so."""
        self.heading = ""
        """The id of that heading."""
        self.shares: set[int] = set()
        """Widths of columns, in percent: an element may not bear a style, so the style sheet names them."""
        self._given: set[str] = set()
        self._own = 0

    @contextmanager
    def revising(self, how: Revision) -> Iterator[None]:
        """While something is written that was inserted or deleted."""
        before, self.revision = self.revision, how
        try:
            yield
        finally:
            self.revision = before

    def id(self, anchor: str) -> str | None:
        """The id for the element of an anchor. An anchor given twice stands at the first of its elements."""
        name = self.places.ids.get(anchor)
        if name is None or name in self._given:
            return None
        self._given.add(name)
        return name

    def own_id(self, what: str) -> str:
        """An id that no anchor has."""
        self._own += 1
        return f"_{what}-{self._own}"


Flow: TypeAlias = Callable[[Blocks, Story], Markup]
"""How the blocks inside a block are written: `blocks.flow`, handed down so that nothing imports upward."""
