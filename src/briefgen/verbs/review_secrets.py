"""Words that some readers may not see, and that an edit would show them: who may see all can take them elsewhere."""

from collections.abc import Iterable, Iterator, Sequence, Set

import msgspec

from briefgen.prose.model import MARK
from briefgen.prose.sentences import sentences
from briefgen.release.scan.secrets import RUN, stretches
from briefgen.release.scan.words import words as folded
from briefgen.review.baseline import About
from briefgen.review.edits import Edit
from briefgen.scenario import Loaded
from briefgen.scenario.walk import paths, texts
from briefgen.verbs.review import words
from briefgen.verbs.review_readers import as_given

_SHORTEST = 3
"""Words of a sentence that tells something by itself."""


class Secrets(msgspec.Struct, frozen=True):
    """What an audience may not see."""

    audience: str
    paths: Set[str]
    """Of the fields of which they see something."""
    words: Set[tuple[str, ...]]
    """Sentences, and stretches of sentences, folded."""


def secrets(loaded: Loaded) -> list[Secrets]:
    """Of each audience that does not see all."""
    out: list[Secrets] = []
    whole = _texts(loaded) if loaded.scenario.audiences else {}
    for audience in loaded.scenario.audiences:
        given = _texts(as_given(loaded, About(audience=audience.id)))
        hidden = set(_told(whole.values())) - set(_told(given.values()))
        if hidden:
            out.append(Secrets(audience.id, frozenset(path for path, _ in given), hidden))
    return out


def would_see(edit: Edit, hidden: Iterable[Secrets]) -> str:
    """Who would see by an edit what they may not: its words stand elsewhere where they do not see them, and were not
    put in for the same words."""
    for each in hidden:
        if edit.path in each.paths:
            for stroke in edit.strokes:
                new = set(_stretches(stroke.added, each.words)) - set(_stretches(stroke.removed, each.words))
                if new & each.words:
                    return each.audience
    return ""


def _texts(loaded: Loaded) -> dict[tuple[str, int], str]:
    return words(loaded, paths(texts(loaded.scenario)))


def _told(held: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in held:
        plain = text.replace(MARK, "")
        for start, end in sentences(plain):
            sentence = folded(plain[start:end])
            if len(sentence) >= _SHORTEST:
                yield tuple(sentence)
            yield from stretches(sentence, RUN)


def _stretches(text: str, wanted: Set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """All stretches of a text that are as long as one of those that are wanted."""
    found: Sequence[str] = folded(text)
    for size in {len(each) for each in wanted}:
        yield from stretches(found, size)
