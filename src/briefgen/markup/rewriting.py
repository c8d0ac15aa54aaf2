"""What reviewers did to the plain words of a field, in its Markdown."""

from briefgen.markup.model import MARK
from briefgen.markup.parse import after_punctuation
from briefgen.markup.plain import BETWEEN, plain
from briefgen.markup.rearrange import (
    Emphasis,
    Listed,
    emphasise,
    joined,
    listed,
    reordered,
    reworded,
    with_paragraph,
    without,
)
from briefgen.markup.rewrite import NOTHING_LEFT, Unplaced, rewrite

__all__ = [
    "BETWEEN",
    "MARK",
    "NOTHING_LEFT",
    "Emphasis",
    "Listed",
    "Unplaced",
    "as_set",
    "emphasise",
    "joined",
    "listed",
    "plain",
    "reordered",
    "reworded",
    "rewrite",
    "with_paragraph",
    "without",
]


def as_set(words: str, lang: str) -> str:
    """Plain words as a brief sets them: note marks behind punctuation, where the language has them there."""
    return "".join(words[at] for at in after_punctuation(words, lang))
