"""For whom lines on a terminal are, where they are for one audience."""

import textwrap
from collections.abc import Iterator

from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.verbs.paper import Readers

_ = str  # marks interface messages; they are translated where they are shown


def readership(readers: Readers, words: Words, width: int) -> Iterator[str]:
    """For whom the lines below are, and that their figures are their own; nothing where no figure rests on it."""
    if not readers.recomputed:
        return
    text = words.locale.text
    made = _(
        "Made for one readership: {name}. Tables, counts and figures are worked out from what stands in this paper."
    )
    said = text(made).format(name=plain(words.label(readers.name)))
    if readers.recomputed == "weights":
        kept = _("The weights of its criteria keep the proportions that the authors gave them, and add up to 100.")
        said += " " + text(kept)
    yield from textwrap.wrap(said, width, break_on_hyphens=False)
