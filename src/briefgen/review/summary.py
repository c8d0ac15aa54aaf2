"""A review as a paper: what was changed, by whom and when, for people who do not read YAML."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never

import msgspec

from briefgen.document import (
    Block,
    Callout,
    Caption,
    Cell,
    Column,
    Computed,
    Document,
    Heading,
    Inlines,
    Item,
    List,
    Mark,
    Paragraph,
    Properties,
    Reviser,
    Row,
    Run,
    Running,
    Table,
    TemplateText,
    TitleBlock,
    TitleEntry,
)
from briefgen.locale import Locale
from briefgen.markup.model import Label
from briefgen.markup.parse import parse_label
from briefgen.markup.words import clean
from briefgen.model.scenario import Scenario
from briefgen.review.model import (
    Addition,
    By,
    Comment,
    Deletion,
    Disagreement,
    Edit,
    Finding,
    Formatting,
    Join,
    Move,
    MoveTarget,
    OutsideEdit,
    Reviews,
    TextChange,
    Unplaced,
    Version,
    authors,
    beginning,
    ending,
    in_short,
)
from briefgen.review.story import OBJECT

_ = str  # marks interface messages; they are translated where they are shown

# The words of a summary: those of the catalogue, and those of reviewers, which are anyone's.

_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}:[0-9]{2}))?")


class Wording:
    """Speaks one language."""

    def __init__(self, locale: Locale, several: bool) -> None:
        self.locale = locale
        self._several = several
        """Whether there are several files, so that each is named."""

    def say(self, message: str, *marks: Mark, **values: str) -> Run:
        """An interface message."""
        words = self.locale.text(message).format(**values)
        return Run(clean(words), TemplateText(), frozenset(marks))

    def plural(self, one: str, many: str, n: int) -> Run:
        """An interface message in the form that goes with a number, which fills its slot `{n}`."""
        return Run(self.locale.plural(one, many, n).format(n=self.locale.number(n)), TemplateText())

    def quoted(self, words: str) -> str:
        """Words of the brief or of a reviewer, in one line."""
        return self.locale.quote(shown(words))

    def change(self, removed: str, added: str) -> str:
        """“old” → “new”, in words that hold without underlines."""
        if removed and added:
            message = _("{old} became {new}")
        elif added:
            message = _("{new} was put in")
        else:
            message = _("{old} was taken out")
        return self.locale.text(message).format(old=self.quoted(removed), new=self.quoted(added))

    def name(self, by: By) -> str:
        """Who it was, and in which of several files."""
        who = shown(by.author) or self.locale.text(_("Not tracked"))
        return f"{who} ({shown(by.file)})" if self._several and by.file else who

    def when(self, by: By) -> str:
        """Day and time as the file has them; what is no date is left out."""
        found = _MOMENT.match(by.date)
        try:
            day = dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
        except ValueError:
            day = None
        if not (found and day):
            return ""
        return f"{self.locale.date(day)}, {found[4]}" if found[4] else self.locale.date(day)

    def signed(self, by: By) -> str:
        """Who, and when."""
        return ", ".join(filter(None, (self.name(by), self.when(by))))

    def signature(self, *by: By) -> Inlines:
        """The same of each, as it ends a line."""
        return own(" — "), own("; ".join(map(self.signed, by)), "muted")


def shown(words: str) -> str:
    """Words in one line: ¶ where a paragraph begins, ↵ where a line does."""
    parts = words.strip("\n") or words
    return clean(parts.replace("\n\n", " ¶ ").replace("\n", " ↵ "))


def own(words: str, *marks: Mark) -> Run:
    """Words that came with the files: nobody is to edit them here."""
    return Run(clean(words), Computed(), frozenset(marks))


def small(*content: Inlines) -> Paragraph:
    """A line in small letters."""
    return Paragraph(tuple(inline for part in content for inline in part), "small")


# The words of a block with what a reviewer deleted and inserted.


def marked(old: str, changes: Sequence[TextChange]) -> Inlines:
    """The old words, with the changes in their places."""
    return tuple(run for run in _runs(old, changes) if run.text)


def read_as(version: Version) -> Inlines:
    """A block as one of several reviewers left it."""
    if version.changes:
        return marked(version.old, version.changes)
    return (own(shown(version.new)),) if version.new else (own(shown(version.old), "deleted"),)


def _runs(old: str, changes: Sequence[TextChange]) -> Iterator[Run]:
    at = 0
    for change in changes:
        yield own(_inner(old[at : change.at]))
        yield own(_inner(change.removed), "deleted")
        yield own(_inner(change.added), "inserted")
        at = max(at, change.at + len(change.removed))
    yield own(_inner(old[at:]))


def _inner(words: str) -> str:
    """Words from the middle of a text: a new paragraph is shown where it begins, at an edge of them too."""
    return words.replace("\n\n", " ¶ ").replace("\n", " ↵ ")


# Where in a scenario a path belongs, in the words of a table of contents.

_NAMES: Mapping[str, str] = {
    "title": _("Title"),
    "question": _("Question"),
    "bottom_line": _("Bottom line"),
    "recommendation": _("Recommendation"),
    "issue": _("Issue"),
    "background": _("Background"),
    "key_dates": _("Key dates"),
    "options": _("Options"),
    "criteria": _("Criteria"),
    "sources": _("Sources"),
    "facts": _("Facts"),
    "stakeholders": _("Stakeholders"),
    "figures": _("Figures"),
    "judgements": _("Judgements"),
    "assumptions": _("Assumptions"),
    "gaps": _("Gaps"),
    "indicators": _("Indicators"),
    "dissents": _("Dissents"),
    "asks": _("Requests"),
    "next_steps": _("Next steps"),
    "sections": _("Sections"),
}
"""Fields of a scenario that have a section of their own."""

_REST = _("Other fields")
_OUTSIDE = _("Outside the fields of the scenario")
_NOWHERE = _("Without a place in the scenario")


def section(found: Finding) -> str:
    """The message that names the section of something."""
    if isinstance(found, Unplaced):
        return _NOWHERE
    path: str = getattr(found, "path", "")
    return _NAMES.get(path.partition(".")[0], _REST) if path else _OUTSIDE


def order(message: str) -> int:
    """What is in fields comes first, in the order of the files; then what is outside; then what has no place."""
    return (_OUTSIDE, _NOWHERE).index(message) + 1 if message in (_OUTSIDE, _NOWHERE) else 0


def item_name(found: Finding, scenario: Scenario, wording: Wording) -> Inlines:
    """The name of the one thing that it is about, where its section has several; else nothing."""
    path: str = getattr(found, "path", "")
    head, _dot, rest = path.partition(".")
    listed = getattr(scenario, head, None)
    if isinstance(found, Unplaced) or not isinstance(listed, tuple) or "." not in rest:
        return ()
    name = rest.partition(".")[0]
    held = next((each for each in listed if getattr(each, "id", None) == name), None)
    return _named(held, wording) or (own(name, "code"),)


def _named(held: "msgspec.Struct | None", wording: Wording) -> Inlines:
    label = getattr(held, "name", None) or getattr(held, "title", None)
    return parse_label(label, wording.locale.lang) if isinstance(label, Label) else ()


def field(found: Finding, wording: Wording) -> Inlines:
    """The field that something is in, as a scenario's files know it, and which paragraph of it; else nothing."""
    path: str = getattr(found, "path", "")
    if isinstance(found, Unplaced) or not path:
        return ()
    block: int = getattr(found, "block", 0)
    if not block:
        return (own(path, "code"),)
    return own(path, "code"), own(" "), wording.say(_("(paragraph {n})"), n=wording.locale.number(block + 1))


# How much was done, and who did it.


def counted(found: Iterable[Finding], wording: Wording) -> str:
    """“3 edits, 1 comment and 1 disagreement.”"""
    plural, held = wording.locale.plural, list(found)
    n = {kind: sum(isinstance(each, kind) for each in held) for kind in _KINDS}
    counts = {
        Edit: plural("{n} edit", "{n} edits", n[Edit]),
        Deletion: plural("{n} paragraph taken out", "{n} paragraphs taken out", n[Deletion]),
        Disagreement: plural("{n} disagreement", "{n} disagreements", n[Disagreement]),
        Move: plural("{n} paragraph moved", "{n} paragraphs moved", n[Move]),
        Join: plural("{n} pair of paragraphs joined", "{n} pairs of paragraphs joined", n[Join]),
        Formatting: plural("{n} change of bold or italics", "{n} changes of bold or italics", n[Formatting]),
        Comment: plural("{n} comment", "{n} comments", n[Comment]),
        OutsideEdit: plural("{n} edit of words of no field", "{n} edits of words of no field", n[OutsideEdit]),
        Addition: plural("{n} paragraph added", "{n} paragraphs added", n[Addition]),
        Unplaced: plural("{n} edit without a place", "{n} edits without a place", n[Unplaced]),
    }
    parts = [counts[kind].format(n=wording.locale.number(n[kind])) for kind in _KINDS if n[kind]]
    return f"{wording.locale.join(parts)}." if parts else wording.locale.text(_("Nothing was changed."))


_KINDS = (Edit, Deletion, Disagreement, Move, Join, Formatting, Comment, OutsideEdit, Addition, Unplaced)


class Activity(msgspec.Struct):
    """What one person did in one file."""

    changes: int = 0
    comments: int = 0
    first: str = ""
    last: str = ""

    def seen(self, date: str) -> None:
        """One more moment at which the person was at work."""
        if date:
            self.first, self.last = min(self.first or date, date), max(self.last, date)


def activities(found: Iterable[Finding]) -> Mapping[By, Activity]:
    """Who (without a date) → what they did, by file and name; what nobody signed comes last in its file."""
    out: dict[By, Activity] = {}
    for each in found:
        if isinstance(each, Comment):
            for remark in each.thread:
                _of(out, remark.by).comments += 1
        else:
            for by in dict.fromkeys(msgspec.structs.replace(by, date="") for by in authors(each)):
                out.setdefault(by, Activity()).changes += 1
            for by in authors(each):
                _of(out, by)
    return dict(sorted(out.items(), key=lambda each: (each[0].file, not each[0].author, each[0].author)))


def _of(out: dict[By, Activity], by: By) -> Activity:
    activity = out.setdefault(msgspec.structs.replace(by, date=""), Activity())
    activity.seen(by.date)
    return activity


def table(found: Iterable[Finding], label: str, wording: Wording) -> Iterator[Block]:
    """Who did how much, and when; nothing where nobody did anything."""
    held = activities(found)
    if not held:
        return
    say, number = wording.say, wording.locale.number
    heads = (say(_("Reviewer")), say(_("Changes")), say(_("Comments")), say(_("When")))
    rows = tuple(
        Row((
            _cell((own(wording.name(by)),), header=True),
            _cell((own(number(activity.changes)),)),
            _cell((own(number(activity.comments)),)),
            _cell((own(_span(by, activity, wording)),)),
        ))
        for by, activity in held.items()
    )  # fmt: skip
    yield Table(
        (Column(), Column("right"), Column("right"), Column()),
        (Row(tuple(_cell((head,), header=True) for head in heads)),),
        rows,
        Caption(label, (say(_("Who reviewed")),)),
        anchor="reviewers",
        description=wording.locale.text(_("A row for each reviewer: changes, comments, and when they were made.")),
    )


def _span(by: By, activity: Activity, wording: Wording) -> str:
    moments = (wording.when(msgspec.structs.replace(by, date=date)) for date in (activity.first, activity.last))
    return " – ".join(dict.fromkeys(filter(None, moments))) or "–"


def _cell(content: Inlines, *, header: bool = False) -> Cell:
    return Cell((Paragraph(content),), header)


# What was found → blocks that tell it.

_LOOKS: Mapping[tuple[str, bool], str] = {
    ("strong", True): _("{words} was made bold"),
    ("strong", False): _("{words} is no longer bold"),
    ("emphasis", True): _("{words} was set in italics"),
    ("emphasis", False): _("{words} is no longer in italics"),
}


class SummaryWriter:
    """Tells what was found. `cited`: path and block → the facts that it cites."""

    def __init__(self, wording: Wording, cited: Mapping[tuple[str, int], tuple[str, ...]]) -> None:
        self._wording = wording
        self._cited = cited

    def parts(self, found: Finding) -> Iterator[Block]:
        """The blocks of one of them, under a heading that names its field, where it has one."""
        wording, say = self._wording, self._wording.say
        match found:
            case Edit(changes=changes, places=places):
                yield Paragraph(marked(found.old, changes))
                yield _list(self._strokes(found))
                if places > 1:
                    yield small((
                        wording.plural("Changed alike in {n} place.", "Changed alike in {n} places.", places),
                    ))  # fmt: skip
            case Deletion(by=by, also=also):
                yield Paragraph((own(shown(found.old), "deleted"),))
                yield self._signed((say(_("The paragraph was taken out")),), by, *also)
                if found.elsewhere:
                    yield small((say(_("It still stands elsewhere in the brief.")),))
            case Disagreement(versions=versions):
                title = say(_("Disagreement: nothing was chosen"))
                yield Callout("remark", (title,), tuple(self._readings(versions)))
            case Move(by=by, target=target):
                yield Paragraph((own(shown(found.words)),))
                first, later = _("Moved to the beginning"), _("Moved behind {path}")
                yield self._signed((self._target_line(target) or self._at(found.after, first, later),), by)
            case Join(by=by, bases=(first, second)):
                if first and second:
                    ends = own(ending(first)), own(" ¶", "deleted"), own(f" {beginning(second)}")
                    yield Paragraph(ends)
                yield self._signed((say(_("Joined with the paragraph of {path}"), path=found.other),), by)
            case Formatting(by=by):
                yield self._signed((say(_LOOKS[found.mark, found.given], words=wording.quoted(found.words)),), by)
            case Comment():
                yield from self._comment(found)
            case OutsideEdit(by=by):
                words = wording.change(found.removed, found.added)
                if found.origin == "template":
                    where = self._at(
                        found.after, _("Words of the template:"), _("Words of the template behind {path}:")
                    )
                else:
                    where = self._at(found.after, _("Words worked out:"), _("Words worked out, behind {path}:"))
                yield self._signed((where, own(f" {words}")), by)
            case Addition(by=by):
                yield Paragraph((own(shown(found.words), "inserted"),))
                where = self._at(found.after, _("A new paragraph at the beginning"), _("A new paragraph behind {path}"))
                yield self._signed((where,), by)
            case Unplaced(by=by):
                words = f" {wording.change(found.old, found.new)}" if found.old or found.new else ""
                yield self._signed((own(found.path, "code"), own(f": {self._why(found)}{words}")), by)
            case _:
                assert_never(found)

    def _at(self, after: str, first: str, later: str) -> Run:
        """Where something is: of two messages, the one for the beginning of the brief or the one with a field."""
        return self._wording.say(later, path=after) if after else self._wording.say(first)

    def _target_line(self, target: MoveTarget | None) -> Run | None:
        """Where in another field a paragraph was moved."""
        neighbour = target and (target.above or target.below)
        if not (target and neighbour):
            return None
        message = _("Moved into {path}, behind {words}") if target.above else _("Moved into {path}, before {words}")
        return self._wording.say(message, path=target.path, words=self._wording.quoted(beginning(neighbour.base)))

    def _signed(self, parts: Inlines, *by: By) -> Paragraph:
        return small(parts, self._wording.signature(*by))

    def _strokes(self, found: Edit) -> Iterator[Inlines]:
        """What was done in each place, in words, and who did it."""
        cited, text = self._cited.get((found.path, found.block), ()), self._wording.locale.text
        for change in found.changes:
            parts = [self._wording.change(change.removed, change.added)] if change.removed or change.added else []
            for at in change.citations:
                if at < len(cited):
                    parts.append(text(_("the citation of {fact} was taken out")).format(fact=cited[at]))
                else:
                    parts.append(text(_("a citation was taken out")))
            parts += [text(_("a note was put in"))] * change.notes
            yield (own("; ".join(parts)), *self._wording.signature(change.by, *change.also))

    def _readings(self, versions: tuple[Version, ...]) -> Iterator[Block]:
        for version in versions:
            who = "; ".join(dict.fromkeys(map(self._wording.signed, version.by)))
            deleted = () if version.new else (own(" "), self._wording.say(_("takes the paragraph out")))
            yield small((own(f"{who}:", "strong"), *deleted))
            yield Paragraph(read_as(version))

    def _comment(self, found: Comment) -> Iterator[Block]:
        say = self._wording.say
        on = (
            (say(_("Comment on {words}"), "strong", words=self._wording.quoted(in_short(found.words))),)
            if found.words
            else ()
        )
        head = [*(on or (say(_("Comment"), "strong"),))]
        if not found.path and found.after:
            head.append(say(_("behind {path}"), path=found.after))
        head += [say(_("and in {path}"), path=path) for path in found.others]
        head += [say(_("(marked as done)"))] if found.done else []
        yield small(tuple(run for each in head for run in (each, own(" "))))
        picture = self._wording.locale.text(_("[picture]"))
        yield _list(
            (own(f"{self._wording.signed(each.by)}:", "strong"), own(f" {shown(each.text.replace(OBJECT, picture))}"))
            for each in found.thread
        )

    def _why(self, found: Unplaced) -> str:
        text = self._wording.locale.text
        match found.why:
            case "no-such-path":
                return text(_("The scenario has no such field:"))
            case "between-fields":
                return text(_("Between this and {path}:")).format(path=found.other)
            case "withheld":
                return text(_("Words that these readers may not see stand around it:"))
            case "picture":
                return text(_("A picture or a special sign was put in here, which no field of words can hold."))
            case "equation":
                return text(_("An equation was put in here, which no field of words can hold:"))
            case "copy":
                if not found.other:
                    return text(_("A copy of this field at the beginning, which says:"))
                return text(_("A copy of this field behind {path}, which says:")).format(path=found.other)
            case sentence:
                return sentence


def _list(lines: Iterable[Inlines]) -> List:
    return List(tuple(Item((small(line),)) for line in lines))


# All that was found in reviewed files → a Document.


def summarised(reviews: Reviews, locale: Locale, lang: str, properties: Properties, running: Running) -> Document:
    """The summary. `properties` and `running` are those of any paper on the scenario; it bears the scenario's marking,
    for it holds the words of a brief."""
    wording = Wording(locale, several=len(reviews.files) > 1)
    kind, entries = wording.say(_("Summary of a review")), tuple(_title_entries(reviews, wording))
    head = TitleBlock((kind,), parse_label(reviews.loaded.scenario.title, lang), (), entries)
    title = f"{kind.text}: {properties.title}"
    return Document(
        lang,
        msgspec.structs.replace(properties, title=title, template=""),
        running,
        (head, *_first(reviews, wording), *_sections(reviews, wording)),
        reviser=Reviser(
            "",
            inserted=(locale.text("Inserted:"), locale.text("End of insertion.")),
            deleted=(locale.text("Deleted:"), locale.text("End of deletion.")),
            tracked=False,
        ),
    )


def _title_entries(reviews: Reviews, wording: Wording) -> Iterator[TitleEntry]:
    edition = reviews.loaded.scenario.edition
    number = wording.locale.number(edition.number)
    day = f" ({wording.locale.date(edition.date)})" if edition.date else ""
    yield TitleEntry((wording.say(_("Edition")),), (own(f"{number}{day}"),))
    files = wording.locale.plural("File", "Files", len(reviews.files))
    yield TitleEntry((own(files),), (own(", ".join(map(shown, reviews.files))),))


def _first(reviews: Reviews, wording: Wording) -> Iterator[Block]:
    yield Paragraph((own(counted(reviews.found, wording)),), "lead")
    if not reviews.found:
        return
    label = wording.locale.text("Table {number}").format(number=1)
    yield from table(reviews.found, label, wording)
    yield small((
        wording.say(_("Struck through: taken out."), "deleted"), own(" "),
        wording.say(_("Underlined twice: put in."), "inserted"), own(" "),
        wording.say(_("Each change stands in words below its place.")),
    ))  # fmt: skip


def _sections(reviews: Reviews, wording: Wording) -> Iterator[Block]:
    """The sections in the order in which the files come to them; in each, the things, then what is said of each."""
    writer, scenario = SummaryWriter(wording, reviews.citations), reviews.loaded.scenario
    held: dict[str, list[Finding]] = {}
    for each in reviews.found:
        held.setdefault(section(each), []).append(each)
    for number, (name, found) in enumerate(sorted(held.items(), key=lambda each: order(each[0])), 1):
        yield Heading(1, (wording.say(name),), f"section-{number}")
        for below, (about, inner) in enumerate(_parted(found, lambda each: item_name(each, scenario, wording)), 1):
            if about:
                yield Heading(2, about, f"section-{number}-{below}")
            for last, (within, findings) in enumerate(_parted(inner, lambda each: field(each, wording)), 1):
                if within:
                    yield Heading(3 if about else 2, within, f"section-{number}-{below}-{last}")
                for one in findings:
                    yield from writer.parts(one)


def _parted(found: Iterable[Finding], name: Callable[[Finding], Inlines]) -> Iterator[tuple[Inlines, list[Finding]]]:
    """What follows one upon the other and has the same name, together."""
    return ((about, list(inner)) for about, inner in groupby(found, name))
