"""Whole paragraphs and items of a field in another order, two of them as one, one reworded or taken out.

The source is cut where they end, and its pieces are laid anew, so that all that is written in them stays as it is.
"""

from collections.abc import Sequence

from briefgen.prose.placing import behind_punctuation
from briefgen.prose.plain import BETWEEN, Look, reading
from briefgen.prose.rewriting.field import UNUSUAL, Unplaced, parted
from briefgen.prose.rewriting.paragraphs import Listed, Paragraphs, Piece, cut, laid
from briefgen.prose.rewriting.rewrite import rewrite


def reordered(source: str, order: Sequence[int], lang: str, listed: Sequence[Listed | None] = ()) -> str | Unplaced:
    """The source with its paragraphs in another order: `order` has the numbers of all of them, as they are counted now.

    A list keeps its signs: what moves is what stands behind them. Where a paragraph comes into a list of the field, or
    out of one, `listed` says how each is set then, in the new order (None: as it was).
    """
    before, body, behind = parted(source)
    pieces = cut(body, lang)
    if pieces is None or sorted(order) != list(range(len(pieces.texts))):
        return Unplaced("Its paragraphs cannot be told apart in the Markdown of this text.")
    kinds = list(pieces.listed)
    wanted = [pieces.listed[old] if kind is None else kind for old, kind in zip(order, listed, strict=False)]
    changes = len(wanted) == len(order) and any(kinds) and wanted != kinds
    if not changes and all(pieces.kind(old) == pieces.kind(new) for new, old in enumerate(order)):
        made = "".join(separator + pieces.texts[old] for separator, old in zip(pieces.separators, order, strict=True))
    elif changes:
        kinds = wanted
        made = laid(pieces, [Piece(pieces.texts[old], kind, old) for old, kind in zip(order, kinds, strict=True)])
    else:
        return Unplaced("A paragraph would come into a list, or out of one.")
    again = cut(made, lang)
    if again is None or again.looks != tuple(pieces.looks[old] for old in order) or list(again.listed) != kinds:
        return Unplaced("In that order its paragraphs would read otherwise.")
    return before + made + behind


def reworded(source: str, block: int, new: str, lang: str) -> str | Unplaced:
    """The source with a paragraph reworded or taken out; `new` are the words of the whole field then. Nothing reaches
    into the other paragraphs, though they may begin or end with the same words."""
    before, body, behind = parted(source)
    pieces, words = cut(body, lang), new.split(BETWEEN)
    if pieces is None or not 0 <= block < len(pieces.texts):
        return Unplaced(UNUSUAL)
    gone = len(pieces.texts) - len(words)
    if gone not in (0, 1) or not new:
        return Unplaced(UNUSUAL)
    texts, separators = list(pieces.texts), list(pieces.separators)
    if gone:
        if block + 1 < len(texts) and (pieces.kind(block) == pieces.kind(block + 1) or not block):
            separators[block + 1] = separators[block] if block else separators[block + 1].lstrip("\n \t")
        del texts[block], separators[block]
    else:
        made = rewrite(texts[block], words[block], lang)
        if isinstance(made, Unplaced):
            return made
        texts[block] = made
    made = "".join(map("".join, zip(separators, texts, strict=True)))
    again = cut(made, lang)
    others = [*pieces.looks[:block], *pieces.looks[block + 1 :]]
    if again is None or len(again.looks) != len(words):
        return Unplaced(UNUSUAL)
    kept = again.looks if gone else (*again.looks[:block], *again.looks[block + 1 :])
    if list(kept) != others:
        return Unplaced(UNUSUAL)
    return before + made + behind


def joined(source: str, block: int, between: str, lang: str) -> str | Unplaced:
    """The source with a paragraph and the next one as one, with so much white space between them. A note mark that
    comes before punctuation is set behind it, as everywhere."""
    before, body, behind = parted(source)
    words, pieces = reading(body, lang).words.split(BETWEEN), cut(body, lang)
    if not 0 <= block < len(words) - 1:
        return Unplaced("There is no paragraph that follows it.")
    one = words[block] + between + words[block + 1]
    order = behind_punctuation(one, lang)
    one = "".join(one[at] for at in order)
    new = [*words[:block], one, *words[block + 2 :]]
    if pieces is not None:
        made = "".join(
            (between if at == block + 1 else separator) + text
            for at, (separator, text) in enumerate(zip(pieces.separators, pieces.texts, strict=True))
        )
        looks = (*pieces.looks[block], *[()] * len(between), *pieces.looks[block + 1])
        wanted = [*pieces.looks[:block], tuple(looks[at] for at in order), *pieces.looks[block + 2 :]]
        again = cut(made, lang)
        if again is not None and reading(made, lang).words.split(BETWEEN) == new and _seen(again, new, wanted):
            return before + made + behind
    return rewrite(source, BETWEEN.join(new), lang)


def _seen(pieces: Paragraphs, words: Sequence[str], looks: Sequence[Sequence[Look]]) -> bool:
    """Whether all that is seen looks as it did; of a space there is nothing to see."""
    return all(
        found == wanted
        for text, ours, theirs in zip(words, pieces.looks, looks, strict=True)
        for character, found, wanted in zip(text, ours, theirs, strict=True)
        if not character.isspace()
    )
