"""The result of a review as text and JSON, and of its import into the scenario."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, assert_never

import click
import msgspec

from briefgen.cli.output import as_objects, excerpt, exit_code, show
from briefgen.commands.apply_review import AppliedReview, apply_review
from briefgen.commands.check import check
from briefgen.commands.options import RenderOptions
from briefgen.commands.review import place
from briefgen.commands.review_summary import review_summary
from briefgen.commands.themes import with_reference_document
from briefgen.core.diagnostic import Diagnostic
from briefgen.core.report import Report
from briefgen.core.source import Span
from briefgen.io.filesystem import World
from briefgen.io.names import printable, printed
from briefgen.markup.model import MARK
from briefgen.review.merge import comment_text
from briefgen.review.model import (
    Addition,
    Applied,
    By,
    Change,
    Comment,
    Conflict,
    Deletion,
    Disagreement,
    Edit,
    Finding,
    Formatting,
    Join,
    Move,
    MoveTarget,
    Outcome,
    OutsideEdit,
    Reviews,
    TextChange,
    Unchanged,
    Unplaced,
    Version,
    before_and_after,
    beginning,
    ending,
    in_short,
    path_of,
    paths_of,
)
from briefgen.review.story import OBJECT

if TYPE_CHECKING:
    from briefgen.commands.review_audience import Addressing


def reviewed_as_json(
    reviews: Reviews | None, diagnostics: Iterable[Diagnostic], applied: AppliedReview | None = None
) -> str:
    """One object with `found` (null where the files could not be read), each with its `kind` and place, and
    `diagnostics` as `check` has them; of a review that was applied, `outcomes` too, and the `files` that changed."""
    found = None if reviews is None else [_object(each, reviews) for each in reviews.found]
    out: dict[str, object] = {"found": found, "diagnostics": as_objects(diagnostics)}
    if applied:
        out["outcomes"] = [_outcome_fields(each) for each in applied.written.outcomes]
        out["files"] = [path.as_posix() for path in applied.written.files]
    return json.dumps(out, ensure_ascii=True, indent=1)


def _object(found: Finding, reviews: Reviews) -> dict[str, object]:
    changes = found.changes if isinstance(found, Edit) else ()
    span = place(reviews.loaded, found, changes[0] if changes else None)
    where = {
        "file": span.file.name if span else "",
        "line": span.line if span else None,
        "column": span.column if span else None,
    }
    if isinstance(found, Unplaced):
        by = msgspec.to_builtins(found.by)
        fields = {"why": found.why, "path": found.path, "old": found.old, "new": found.new, "by": by}
        return {"kind": "unplaced", **where, **fields, "other": found.other}
    fields = _fields(found)
    return {"kind": fields.pop("kind"), **where, **fields}


def _fields(found: Finding) -> dict[str, object]:
    fields: dict[str, object] = msgspec.to_builtins(found)
    if isinstance(found, Edit | Deletion):
        fields |= {"old": found.old, "new": found.new}
    return fields


def _outcome_fields(outcome: Outcome) -> dict[str, object]:
    """An outcome with its change as it is in `found`; the kind of a comment that was written is `remarked`."""
    fields: dict[str, object] = msgspec.to_builtins(outcome)
    match outcome:
        case Applied(change=Comment() as comment):
            del fields["change"]
            fields |= {"kind": "remarked", "said": _fields(comment)}
        case Applied(change=change) | Unchanged(change=change):
            fields["change"] = _fields(change)
        case Unplaced(cause=cause):
            fields["cause"] = _fields(cause)
        case _:
            pass
    return fields


# What reviewers changed, as text: the location, the change and its author, the line with carets.

_PICTURE = "[picture]"
_MARKS = {"strong": "bold", "emphasis": "italic"}
_KINDS = {
    Edit: ("edit", "edits"), Deletion: ("paragraph deleted", "paragraphs deleted"),
    Disagreement: ("disagreement", "disagreements"), Move: ("paragraph moved", "paragraphs moved"),
    Join: ("pair of paragraphs joined", "pairs of paragraphs joined"),
    Formatting: ("change of formatting", "changes of formatting"), Comment: ("comment", "comments"),
    OutsideEdit: ("edit outside the fields", "edits outside the fields"),
    Addition: ("paragraph added", "paragraphs added"), Unplaced: ("unplaced edit", "unplaced edits"),
}  # fmt: skip


def reviewed_lines(reviews: Reviews, found: Iterable[Finding] | None = None) -> Iterator[str]:
    """All that was found, or some of it."""
    for each in reviews.found if found is None else found:
        yield from _ReviewText(reviews).details(each)


def reviewed_summary(reviews: Reviews) -> str:
    """“brief.docx: 3 edits, 1 comment.”"""
    counts = {kind: sum(isinstance(each, kind) for each in reviews.found) for kind in _KINDS}
    parts = [f"{n} {_KINDS[kind][n != 1]}" for kind, n in counts.items() if n]
    return f"{', '.join(map(printed, reviews.files))}: {', '.join(parts) or 'no changes'}."


class _ReviewText:
    """The changes of some files, as lines."""

    def __init__(self, reviews: Reviews) -> None:
        self.reviews = reviews

    def details(self, found: Finding) -> Iterator[str]:
        """One of them."""
        match found:
            case Edit():
                for change in found.changes:
                    at = f"{found.path}, in {found.places} places" if found.places > 1 else found.path
                    yield from self.entry(found, "edit", at, [self.change(found, change)], change)
            case Deletion():
                still = "; it also appears elsewhere in the brief" if found.elsewhere else ""
                details = f"the whole paragraph: {_quoted(in_short(found.old))}{still}{self.who(found.by, *found.also)}"
                yield from self.entry(found, "deleted", found.path, [details])
            case Disagreement():
                versions = [line for version in found.versions for line in self.version(version)]
                yield from self.entry(found, "disagreement", found.path, versions)
            case Move():
                where = _landed(found.target) or (f"after {found.after}" if found.after else "to the beginning")
                details = f"{where}{', within its field' * bool(found.order)}{self.who(found.by)}"
                words = _quoted(in_short(found.words))
                yield from self.entry(found, "moved", found.path or "template text", [words, details])
            case Join():
                ends = _quoted(ending(found.bases[0])), _quoted(beginning(found.bases[1]))
                details = f"with {found.other}{self.who(found.by)}"
                yield from self.entry(found, "joined", found.path, [f"{ends[0]} and {ends[1]} became one", details])
            case Formatting():
                what = "made" if found.given else "no longer"
                details = f"{_quoted(found.words)} {what} {_MARKS[found.mark]}{self.who(found.by)}"
                yield from self.entry(found, "formatting", found.path, [details])
            case Comment():
                yield from self.comment(found)
            case OutsideEdit():
                origin_label = "template text" if found.origin == "template" else "computed text"
                details = f"{origin_label}: {_change(found.removed, found.added)}{self.who(found.by)}"
                yield from self.entry(
                    found, "outside the fields", f"after {found.after}" if found.after else "", [details]
                )
            case Addition():
                details = f"a new paragraph: {_quoted(found.words)}{self.who(found.by)}"
                yield from self.entry(
                    found, "outside the fields", f"after {found.after}" if found.after else "", [details]
                )
            case Unplaced():
                yield from self.entry(found, "unplaced", found.path, [f"{self.why(found)}{self.who(found.by)}"])
            case _:
                assert_never(found)

    def entry(
        self, found: Finding, kind: str, path: str, details: list[str], change: TextChange | None = None
    ) -> Iterator[str]:
        """The heading, the line of the scenario, and the details."""
        span = None if isinstance(found, Unplaced) else place(self.reviews.loaded, found, change)
        where = f"{printable(printed(span.file.name))}:{span.line}:{span.column}: " if span else ""
        yield f"{where}{click.style(kind, bold=True)}: {printable(path)}" if path else f"{where}{kind}:"
        if span:
            yield from excerpt(span)
        for line in details:
            yield f"    {printable(line)}"

    def change(self, found: Edit, change: TextChange) -> str:
        """What was done in one place."""
        parts = [_change(change.removed, change.added)] if change.removed or change.added else []
        cited = self.reviews.citations.get((found.path, found.block), ())
        parts += [f"deletes [@{cited[at]}]" if at < len(cited) else "deletes a citation" for at in change.citations]
        parts += ["inserts a note"] * change.notes
        return ", ".join(parts) + self.who(change.by, *change.also)

    def version(self, version: Version) -> Iterator[str]:
        """One version of a block, and its authors."""
        who = "; ".join(dict.fromkeys(self.who(by).removeprefix(" (").removesuffix(")") for by in version.by))
        yield f"{who}:"
        yield f"  {_quoted(version.new)}" if version.new else "  deleted"
        changes = [_change(each.removed, each.added) for each in version.changes if each.removed or each.added]
        if version.new and changes:
            yield f"  ({', '.join(changes)})"

    def comment(self, found: Comment) -> Iterator[str]:
        """A comment with its answers."""
        on = [f"on {_quoted(in_short(found.words))}"] if found.words else []
        on += [f"and in {path}" for path in found.others]
        done = ["marked as done"] if found.done else []
        parts = [f"{'↳ ' * (each is not found.thread[0])}{self.name(each.by)}: {line}" if at == 0 else f"  {line}"
                for each in found.thread
                for at, line in enumerate(each.text.replace(OBJECT, _PICTURE).split("\n"))]  # fmt: skip
        path = found.path or (f"after {found.after}" if found.after else "")
        yield from self.entry(found, "comment", path, [*on, *parts, *done])

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
            case sentence:
                return sentence

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


def _landed(target: MoveTarget | None) -> str:
    """Where in another field a paragraph was moved to."""
    if target and target.above:
        return f"into {target.path}, after {_quoted(beginning(target.above.base))}"
    if target and target.below:
        return f"into {target.path}, before {_quoted(beginning(target.below.base))}"
    return ""


def _quoted(words: str) -> str:
    return f"“{words}”".replace("\n\n", " ¶ ").replace("\n", " ↵ ").replace(OBJECT, _PICTURE)


# The result of applying a review, as text.


def applied_lines(applied: AppliedReview) -> Iterator[str]:
    """Each change with its outcome, in the order of the files as they are now; then what a person has to decide."""
    origins, names = applied.reviews.loaded.origins, [file.name for file in applied.reviews.loaded.files]

    def place(outcome: Outcome) -> Span | None:
        cause = _cause(outcome)
        if isinstance(outcome, Applied) and isinstance(cause, Comment):
            return origins.at(cause.path)
        return origins.get(_paths(cause)[-1])

    def order(each: tuple[Outcome, Span | None]) -> tuple[int, int]:
        span = each[1]
        return (names.index(span.file.name), span.start) if span else (len(names), 0)

    for outcome, span in sorted(((each, place(each)) for each in applied.written.outcomes), key=order):
        where = f"{printable(printed(span.file.name))}:{span.line}: " if span else ""
        first, *more = _outcome(outcome)
        yield where + first
        yield from more
    if applied.left:
        yield "For you to decide; none of this was written:"
        yield from reviewed_lines(applied.reviews, applied.left)


def applied_summary(applied: AppliedReview) -> str:
    """“4 of 6 changes and comments were written into 2 files.”"""
    outcomes = applied.written.outcomes
    written = sum(isinstance(each, Applied) for each in outcomes)
    unchanged = sum(isinstance(each, Unchanged) for each in outcomes)
    files = len(applied.written.files)
    line = f"{written} of {len(outcomes)} changes and comments were written into {files} file{'s' * (files != 1)}"
    return line + (f"; {unchanged} {'was' if unchanged == 1 else 'were'} there already." if unchanged else ".")


def _outcome(outcome: Outcome) -> Iterator[str]:
    fields = " → ".join(map(printable, _paths(_cause(outcome))))
    match outcome:
        case Applied(change=change):
            yield f"{_bold('comment written' if isinstance(change, Comment) else 'written')}: {fields}"
        case Unchanged():
            yield f"{_bold('there already')}: {fields}"
        case Conflict():
            yield f"{_bold('conflict')}: {fields} was changed on both sides; nothing was written."
            yield f"    It was:           {_shown(outcome.base)}"
            yield f"    The file says:    {_shown(outcome.now)}"
            yield f"    The reviewer has: {_shown(outcome.edited)}"
        case Unplaced():
            yield f"{_bold('not written')}: {fields}: {printable(outcome.why)}"
            yield from _words(outcome.cause)
        case _:
            assert_never(outcome)


def _cause(outcome: Outcome) -> Change | Comment | Addition | str:
    """What an outcome is about; of a conflict, the path."""
    match outcome:
        case Applied(change=change) | Unchanged(change=change):
            return change
        case Unplaced(cause=cause):
            return cause
        case Conflict(path=path):
            return path
        case _:
            assert_never(outcome)


def _paths(cause: Change | Comment | Addition | str) -> tuple[str, ...]:
    if isinstance(cause, str):
        return (cause,)
    return (path_of(cause),) if isinstance(cause, Addition) else paths_of(cause)


def _words(cause: Change | Comment | Addition) -> Iterator[str]:
    """The words of what was not written."""
    if isinstance(cause, Comment):
        yield f"    {printable(cause.thread[0].by.author or 'A reviewer')}: {_shown(comment_text(cause))}"
        return
    old, new = ("", cause.words) if isinstance(cause, Addition) else before_and_after(cause)
    if old == new:
        yield f"    {_shown(old)}"
    else:
        yield f"    It was:           {_shown(old)}"
        yield f"    The reviewer has: {_shown(new) or '(deleted)'}"


def _bold(words: str) -> str:
    return click.style(words, bold=True)


def _shown(words: str) -> str:
    return printable(words.replace(MARK, "[@]").replace("\n", " "))


# `briefgen review --apply`: writes the edits, reports the result, and checks the scenario.


def apply(
    world: World, file: Path, reviews: Reviews, details: Sequence[Diagnostic], form: Literal["text", "json"],
    comments: bool, texts: Sequence[Path],
) -> int:  # fmt: skip
    """Applies a review and prints what there is to say. Returns the exit code: 0 where all was written and the scenario
    has no error, 2 where nothing could be written, else 1."""
    applied, diagnostics = apply_review(world, reviews, file, comments)
    diagnostics = [*details, *diagnostics]
    if applied:
        report = Report()
        check(report, world, file, texts)
        diagnostics += report
    if form == "json":
        click.echo(reviewed_as_json(reviews, diagnostics, applied))
    else:
        for line in applied_lines(applied) if applied else ():
            click.echo(line)
        show(diagnostics)
        if applied:
            click.echo(applied_summary(applied), err=True)
    if applied is None:
        return 2
    doubtful = applied.left or any(isinstance(each, Conflict | Unplaced) for each in applied.written.outcomes)
    return exit_code(diagnostics, strict=False) or int(bool(doubtful))


# `briefgen review --to`: writes the summary of a review and prints its paths.


def write(
    world: World,
    reviews: Reviews,
    options: RenderOptions,
    details: Sequence[Diagnostic],
    readers: "Addressing | None" = None,
) -> int:
    """Returns the exit code: 2 where nothing could be written, else 1 where something was found, else 0."""
    report = Report(details)
    options = with_reference_document(report, world, options)
    written: list[Path] = []
    if options.reference_document is not None or not options.reference:
        written, found = review_summary(world, reviews, options, readers)
        report.extend(found)
    show(report)
    for path in written:
        click.echo(world.printed(path))
    click.echo(reviewed_summary(reviews), err=True)
    return int(bool(reviews.found)) if written else 2
