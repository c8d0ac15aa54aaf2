"""The comments on a story, each with the words and the fields that it hangs on."""

from collections.abc import Iterator

from briefgen.review.baseline import Field
from briefgen.review.comments import Thread
from briefgen.review.edits import By, Commented, Found, Remark
from briefgen.review.ground import Ground, plain


def comments(ground: Ground) -> Iterator[Found]:
    """In the order of the words that they hang on."""
    held: dict[str, list[int]] = {}
    for at, part in enumerate(ground.parts):
        for name in part.comments:
            held.setdefault(name, []).append(at)
    for name, parts in held.items():
        if name in ground.going.threads:
            yield _comment(ground, ground.going.threads[name], parts)


def _comment(ground: Ground, thread: Thread, parts: list[int]) -> Commented:
    held = frozenset(parts)
    over = (
        part for at, part in enumerate(ground.parts[parts[0] : parts[-1] + 1], parts[0]) if at in held or part.is_break
    )
    words = plain("".join(part.text for part in over if part.stays)).strip()
    places = dict.fromkeys(place for at in parts if (place := ground.owners[at].place) is not None)
    fields = [field for field in map(ground.field, places) if (field.path, field.block) in ground.going.known]
    if not fields:
        return commented(thread, ground.going.file, None, words, after=ground.path_before(parts[0]))
    others = tuple(dict.fromkeys(field.path for field in fields[1:] if field.path != fields[0].path))
    return commented(thread, ground.going.file, fields[0], words, others)


def commented(
    thread: Thread, file: str, field: Field | None = None, words: str = "", others: tuple[str, ...] = (),
    *, after: str = "",
) -> Commented:  # fmt: skip
    """A thread at its place; without a field, behind the field that stands before it."""
    said = tuple(Remark(each.text, By(each.author, each.date, file)) for each in thread.said)
    path, block = (field.path, field.block) if field else ("", 0)
    return Commented(path, block, words, said, thread.done, others, after)
