"""What reviewers did to the plain words of a field, in its Markdown."""

from briefgen.prose.model import MARK
from briefgen.prose.placing import behind_punctuation
from briefgen.prose.plain import BETWEEN, plain
from briefgen.prose.rewriting.emphasis import Emphasis, emphasise
from briefgen.prose.rewriting.field import NOTHING_LEFT, Unplaced
from briefgen.prose.rewriting.paragraphs import Listed, listed
from briefgen.prose.rewriting.passing import with_paragraph, without
from briefgen.prose.rewriting.rearranging import joined, reordered, reworded
from briefgen.prose.rewriting.rewrite import rewrite

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
    return "".join(words[at] for at in behind_punctuation(words, lang))
