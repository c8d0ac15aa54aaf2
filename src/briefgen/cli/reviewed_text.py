"""What reviewers changed, as text: the location, the change and its author, the line with carets."""

from collections.abc import Iterable, Iterator
from typing import assert_never

import click

from briefgen.cli.text import excerpt
from briefgen.review.edits import (
    Added,
    By,
    Commented,
    Disagreement,
    Edit,
    Fixed,
    Found,
    Joined,
    Landing,
    Moved,
    Reading,
    Reformatted,
    Removed,
    Stroke,
    Unplaced,
    beginning,
    ending,
    in_short,
)
from briefgen.review.lines import THING
from briefgen.verbs.review import Reviews
from briefgen.verbs.review_places import place
from briefgen.world.names import printable, printed

_PICTURE = "[picture]"
_MARKS = {"strong": "bold", "emphasis": "italic"}
_KINDS = {
    Edit: ("edit", "edits"), Removed: ("paragraph deleted", "paragraphs deleted"),
    Disagreement: ("disagreement", "disagreements"), Moved: ("paragraph moved", "paragraphs moved"),
    Joined: ("pair of paragraphs joined", "pairs of paragraphs joined"),
    Reformatted: ("change of formatting", "changes of formatting"), Commented: ("comment", "comments"),
    Fixed: ("edit outside the fields", "edits outside the fields"),
    Added: ("paragraph added", "paragraphs added"), Unplaced: ("unplaced edit", "unplaced edits"),
}  # fmt: skip


def lines(reviews: Reviews, found: Iterable[Found] | None = None) -> Iterator[str]:
    """All that was found, or some of it."""
    for each in reviews.found if found is None else found:
        yield from _Telling(reviews).told(each)


def summary(reviews: Reviews) -> str:
    """“brief.docx: 3 edits, 1 comment.”"""
    counts = {kind: sum(isinstance(each, kind) for each in reviews.found) for kind in _KINDS}
    parts = [f"{n} {_KINDS[kind][n != 1]}" for kind, n in counts.items() if n]
    return f"{', '.join(map(printed, reviews.files))}: {', '.join(parts) or 'no changes'}."


class _Telling:
    """The changes of some files, as lines."""

    def __init__(self, reviews: Reviews) -> None:
        self.reviews = reviews

    def told(self, found: Found) -> Iterator[str]:
        """One of them."""
        match found:
            case Edit():
                for stroke in found.strokes:
                    at = f"{found.path}, in {found.places} places" if found.places > 1 else found.path
                    yield from self.entry(found, "edit", at, [self.stroke(found, stroke)], stroke)
            case Removed():
                still = "; it also appears elsewhere in the brief" if found.elsewhere else ""
                told = f"the whole paragraph: {_quoted(in_short(found.old))}{still}{self.who(found.by, *found.also)}"
                yield from self.entry(found, "deleted", found.path, [told])
            case Disagreement():
                readings = [line for reading in found.readings for line in self.reading(reading)]
                yield from self.entry(found, "disagreement", found.path, readings)
            case Moved():
                where = _landed(found.landing) or (f"after {found.after}" if found.after else "to the beginning")
                told = f"{where}{', within its field' * bool(found.order)}{self.who(found.by)}"
                words = _quoted(in_short(found.words))
                yield from self.entry(found, "moved", found.path or "template text", [words, told])
            case Joined():
                ends = _quoted(ending(found.bases[0])), _quoted(beginning(found.bases[1]))
                told = f"with {found.other}{self.who(found.by)}"
                yield from self.entry(found, "joined", found.path, [f"{ends[0]} and {ends[1]} became one", told])
            case Reformatted():
                what = "made" if found.given else "no longer"
                told = f"{_quoted(found.words)} {what} {_MARKS[found.mark]}{self.who(found.by)}"
                yield from self.entry(found, "formatting", found.path, [told])
            case Commented():
                yield from self.comment(found)
            case Fixed():
                whose = "template text" if found.kind == "template" else "computed text"
                told = f"{whose}: {_change(found.removed, found.added)}{self.who(found.by)}"
                yield from self.entry(
                    found, "outside the fields", f"after {found.after}" if found.after else "", [told]
                )
            case Added():
                told = f"a new paragraph: {_quoted(found.words)}{self.who(found.by)}"
                yield from self.entry(
                    found, "outside the fields", f"after {found.after}" if found.after else "", [told]
                )
            case Unplaced():
                yield from self.entry(found, "unplaced", found.path, [f"{self.why(found)}{self.who(found.by)}"])
            case _:
                assert_never(found)

    def entry(self, found: Found, kind: str, path: str, told: list[str], stroke: Stroke | None = None) -> Iterator[str]:
        """The heading, the line of the scenario, and the details."""
        span = None if isinstance(found, Unplaced) else place(self.reviews.loaded, found, stroke)
        where = f"{printable(printed(span.file.name))}:{span.line}:{span.column}: " if span else ""
        yield f"{where}{click.style(kind, bold=True)}: {printable(path)}" if path else f"{where}{kind}:"
        if span:
            yield from excerpt(span)
        for line in told:
            yield f"    {printable(line)}"

    def stroke(self, found: Edit, stroke: Stroke) -> str:
        """What was done in one place."""
        said = [_change(stroke.removed, stroke.added)] if stroke.removed or stroke.added else []
        cited = self.reviews.citations.get((found.path, found.block), ())
        said += [f"deletes [@{cited[at]}]" if at < len(cited) else "deletes a citation" for at in stroke.citations]
        said += ["inserts a note"] * stroke.notes
        return ", ".join(said) + self.who(stroke.by, *stroke.also)

    def reading(self, reading: Reading) -> Iterator[str]:
        """One version of a block, and its authors."""
        who = "; ".join(dict.fromkeys(self.who(by).removeprefix(" (").removesuffix(")") for by in reading.by))
        yield f"{who}:"
        yield f"  {_quoted(reading.new)}" if reading.new else "  deleted"
        changes = [_change(each.removed, each.added) for each in reading.strokes if each.removed or each.added]
        if reading.new and changes:
            yield f"  ({', '.join(changes)})"

    def comment(self, found: Commented) -> Iterator[str]:
        """A comment with its answers."""
        on = [f"on {_quoted(in_short(found.words))}"] if found.words else []
        on += [f"and in {path}" for path in found.others]
        done = ["marked as done"] if found.done else []
        said = [f"{'↳ ' * (each is not found.thread[0])}{self.name(each.by)}: {line}" if at == 0 else f"  {line}"
                for each in found.thread
                for at, line in enumerate(each.text.replace(THING, _PICTURE).split("\n"))]  # fmt: skip
        path = found.path or (f"after {found.after}" if found.after else "")
        yield from self.entry(found, "comment", path, [*on, *said, *done])

    def why(self, found: Unplaced) -> str:
        """Why the field is not known."""
        match found.why:
            case "no-such-path":
                return f"the scenario has no such field: {_change(found.old, found.new)}"
            case "between-fields":
                return f"between this and {found.other}: {_change('', found.new)}"
            case "withheld":
                change = _change(found.old, found.new) if found.old != found.new else _quoted(found.old)
                return f"it is next to words that this audience may not see: {change}"
            case "picture":
                return "a picture or a special character was inserted here, which a text field cannot hold"
            case "equation":
                return f"an equation was inserted here, which a text field cannot hold: {_quoted(found.new)}"
            case "copy":
                where = f"after {found.other}" if found.other else "at the beginning"
                return f"a copy of this field {where}, which says {_quoted(found.new)}"
            case _:
                assert_never(found.why)

    def who(self, *by: By) -> str:
        """“ (Ann Reviewer, 2026-03-04 10:11)”."""
        return f" ({'; '.join(map(self.name, by))})"

    def name(self, by: By) -> str:
        """Who, when, and in which of several files."""
        when = by.date[:16].replace("T", " ")
        file = by.file if len(self.reviews.files) > 1 else ""
        return ", ".join(filter(None, (by.author or "not tracked", when, file)))


def _change(removed: str, added: str) -> str:
    if removed and added:
        return f"{_quoted(removed)} → {_quoted(added)}"
    return f"+ {_quoted(added)}" if added else f"− {_quoted(removed)}"


def _landed(landing: Landing | None) -> str:
    """Where in another field a paragraph was moved to."""
    if landing and landing.above:
        return f"into {landing.path}, after {_quoted(beginning(landing.above.base))}"
    if landing and landing.below:
        return f"into {landing.path}, before {_quoted(beginning(landing.below.base))}"
    return ""


def _quoted(words: str) -> str:
    return f"“{words}”".replace("\n\n", " ¶ ").replace("\n", " ↵ ").replace(THING, _PICTURE)
