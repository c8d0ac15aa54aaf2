"""What changed since the last edition, in words: a remark under the title of a redline."""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from briefgen.document import (
    Authored,
    Block,
    Callout,
    Document,
    Inlines,
    Item,
    List,
    Paragraph,
    Run,
    TemplateText,
    TitleBlock,
)
from briefgen.document.revisions import accepted
from briefgen.document.walk import runs, texts
from briefgen.locale import Locale, load
from briefgen.locale.locale import PASSAGES, THINGS

_Words = Mapping[str, frozenset[str]]
"""Field → the words of it that a brief prints."""


def with_summary(old: Document, redline: Document) -> Document:
    """The redline with a remark under its title that counts the changes in the fields that both editions print."""
    locale = load(redline.lang)
    before, after = _words(old), _words(accepted(redline))
    lines = list(_lines(before, after, locale))
    if not lines and (before or after):  # a document read from a file has no fields
        lines.append(locale.text("Nothing that authors wrote."))
    lines.append(_counted(redline, locale))
    items = tuple(Item((Paragraph(_template_text(line)),)) for line in lines)
    remark = Callout("remark", _template_text(_title(old, redline, locale)), (List(items),))
    at = 1 if redline.blocks and isinstance(redline.blocks[0], TitleBlock) else 0
    return replace(redline, blocks=(*redline.blocks[:at], remark, *redline.blocks[at:]))


def _title(old: Document, redline: Document, locale: Locale) -> str:
    number = old.properties.edition
    if number and number != redline.properties.edition:
        return locale.text("Changes since edition {number}").format(number=number)
    return locale.text("Changes since the last edition")


def _lines(old: _Words, new: _Words, locale: Locale) -> Iterator[str]:
    for head, name in THINGS.items():
        before, after = _things(old, head), _things(new, head)
        before = _renamed(before, after)
        changed = sum(before[thing] != after[thing] for thing in before.keys() & after.keys())
        added, removed = len(after.keys() - before.keys()), len(before.keys() - after.keys())
        counts = [
            locale.plural("{n} changed", "{n} changed", changed).format(n=changed) if changed else "",
            locale.plural("{n} added", "{n} added", added).format(n=added) if added else "",
            locale.plural("{n} removed", "{n} removed", removed).format(n=removed) if removed else "",
        ]
        if any(counts):
            yield locale.text("{things}: {counts}.").format(
                things=locale.text(name), counts=", ".join(filter(None, counts))
            )
    reworded = [locale.text(name) for head, name in PASSAGES.items() if _of(old, head) != _of(new, head)]
    if reworded:
        yield locale.text("Reworded: {passages}.").format(passages=", ".join(reworded))


def _counted(redline: Document, locale: Locale) -> str:
    moved = _moved(redline)
    inserted, deleted = (
        sum(len(run.text.split()) for run in _runs(redline.blocks) if how in run.marks) - moved
        for how in ("inserted", "deleted")
    )
    words = locale.text("Words inserted: {inserted}; words deleted: {deleted}.")
    if moved:
        words = locale.text("Words inserted: {inserted}; words deleted: {deleted}; words moved: {moved}.")
    return words.format(
        inserted=locale.number(inserted), deleted=locale.number(deleted), moved=locale.number(moved)
    )  # fmt: skip


def _moved(redline: Document) -> int:
    """The number of words in texts that were deleted in one place and inserted in another."""
    deleted, inserted = Counter[str](), Counter[str]()
    for block in redline.blocks:
        for line in texts(block):
            with_words = [run for run in runs(line) if run.text.strip()]
            for revision, counts in (("deleted", deleted), ("inserted", inserted)):
                if with_words and all(revision in run.marks for run in with_words):
                    counts["".join(run.text for run in with_words)] += 1
    return sum(len(words.split()) * count for words, count in (deleted & inserted).items())


def _words(document: Document) -> _Words:
    found: dict[str, set[str]] = {}
    for run in _runs(document.blocks):
        if isinstance(run.origin, Authored):
            found.setdefault(run.origin.path, set()).update(run.text.split())
    return {path: frozenset(words) for path, words in found.items()}


def _things(words: _Words, head: str) -> dict[str, _Words]:
    """Id of a thing → its fields."""
    out: dict[str, dict[str, frozenset[str]]] = {}
    for path, text in words.items():
        first, _dot, rest = path.partition(".")
        if first == head:
            out.setdefault(rest.partition(".")[0], {})[path] = text
    return dict(out)


def _renamed(before: dict[str, _Words], after: dict[str, _Words]) -> dict[str, _Words]:
    """The things of the old edition, those that only got another id under the new one."""
    added = {_unnamed(name, after[name]): name for name in after.keys() - before.keys()}
    out: dict[str, _Words] = {}
    for name, words in before.items():
        new = added.pop(_unnamed(name, words), name) if name not in after else name
        out[new] = words if new == name else after[new]
    return out


def _unnamed(name: str, words: _Words) -> frozenset[tuple[str, frozenset[str]]]:
    """The fields of a thing without its id."""
    return frozenset((path.replace(f".{name}", "", 1), text) for path, text in words.items())


def _of(words: _Words, head: str) -> _Words:
    return {path: text for path, text in words.items() if path.partition(".")[0] == head}


def _runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in blocks:
        for line in texts(block):
            yield from runs(line)


def _template_text(words: str) -> Inlines:
    return (Run(words, TemplateText()),)
