"""The audience that output on a terminal is for, if it is for one."""

import textwrap
from collections.abc import Iterator

from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.verbs.paper import Readers

_ = str  # marks interface messages; they are translated where they are shown


def readership(readers: Readers, words: Words, width: int) -> Iterator[str]:
    """The audience of the lines below, and that figures were recomputed for it; nothing if none was."""
    if not readers.recomputed:
        return
    text = words.locale.text
    made = _("Made for one audience: {name}. Tables, counts and figures are computed only from what this paper shows.")
    said = text(made).format(name=plain(words.label(readers.name)))
    if readers.recomputed == "weights":
        kept = _("The weights of its criteria keep the proportions that the authors gave them, and add up to 100.")
        said += " " + text(kept)
    yield from textwrap.wrap(said, width, break_on_hyphens=False)
