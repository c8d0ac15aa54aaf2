"""How much was done, and who did it."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from briefgen.document import Block, Caption, Cell, Column, Inlines, Paragraph, Row, Table
from briefgen.review.edits import (
    Added,
    By,
    Commented,
    Disagreement,
    Edit,
    Fixed,
    Found,
    Joined,
    Moved,
    Reformatted,
    Removed,
    Unplaced,
)
from briefgen.review.summary.voice import Voice, own

_ = str  # marks interface messages; they are translated where they are shown


def counted(found: Iterable[Found], voice: Voice) -> str:
    """“3 edits, 1 comment and 1 disagreement.”"""
    plural, held = voice.locale.plural, list(found)
    n = {kind: sum(isinstance(each, kind) for each in held) for kind in _KINDS}
    counts = {
        Edit: plural("{n} edit", "{n} edits", n[Edit]),
        Removed: plural("{n} paragraph taken out", "{n} paragraphs taken out", n[Removed]),
        Disagreement: plural("{n} disagreement", "{n} disagreements", n[Disagreement]),
        Moved: plural("{n} paragraph moved", "{n} paragraphs moved", n[Moved]),
        Joined: plural("{n} pair of paragraphs joined", "{n} pairs of paragraphs joined", n[Joined]),
        Reformatted: plural("{n} change of bold or italics", "{n} changes of bold or italics", n[Reformatted]),
        Commented: plural("{n} comment", "{n} comments", n[Commented]),
        Fixed: plural("{n} edit of words of no field", "{n} edits of words of no field", n[Fixed]),
        Added: plural("{n} paragraph added", "{n} paragraphs added", n[Added]),
        Unplaced: plural("{n} edit without a place", "{n} edits without a place", n[Unplaced]),
    }
    told = [counts[kind].format(n=voice.locale.number(n[kind])) for kind in _KINDS if n[kind]]
    return f"{voice.locale.join(told)}." if told else voice.locale.text(_("Nothing was changed."))


_KINDS = (Edit, Removed, Disagreement, Moved, Joined, Reformatted, Commented, Fixed, Added, Unplaced)


class Share(msgspec.Struct):
    """What one person did in one file."""

    changes: int = 0
    comments: int = 0
    first: str = ""
    last: str = ""

    def seen(self, date: str) -> None:
        """One more moment at which the person was at work."""
        if date:
            self.first, self.last = min(self.first or date, date), max(self.last, date)


def shares(found: Iterable[Found]) -> Mapping[By, Share]:
    """Who (without a date) → what they did, by file and name; what nobody signed comes last in its file."""
    out: dict[By, Share] = {}
    for each in found:
        if isinstance(each, Commented):
            for remark in each.thread:
                _of(out, remark.by).comments += 1
        else:
            for by in dict.fromkeys(msgspec.structs.replace(by, date="") for by in _hands(each)):
                out.setdefault(by, Share()).changes += 1
            for by in _hands(each):
                _of(out, by)
    return dict(sorted(out.items(), key=lambda each: (each[0].file, not each[0].author, each[0].author)))


def _of(out: dict[By, Share], by: By) -> Share:
    share = out.setdefault(msgspec.structs.replace(by, date=""), Share())
    share.seen(by.date)
    return share


def _hands(found: Found) -> Iterator[By]:
    match found:
        case Edit(strokes=strokes):
            yield from (by for stroke in strokes for by in (stroke.by, *stroke.also))
        case Disagreement(readings=readings):
            yield from (by for reading in readings for by in reading.by)
        case Commented(thread=thread):
            yield from (remark.by for remark in thread)
        case Removed(by=by, also=also):
            yield from (by, *also)
        case _:
            yield found.by


def table(found: Iterable[Found], label: str, voice: Voice) -> Iterator[Block]:
    """Who did how much, and when; nothing where nobody did anything."""
    held = shares(found)
    if not held:
        return
    say, number = voice.say, voice.locale.number
    heads = (say(_("Reviewer")), say(_("Changes")), say(_("Comments")), say(_("When")))
    rows = tuple(
        Row((
            _cell((own(voice.name(by)),), header=True),
            _cell((own(number(share.changes)),)),
            _cell((own(number(share.comments)),)),
            _cell((own(_span(by, share, voice)),)),
        ))
        for by, share in held.items()
    )  # fmt: skip
    yield Table(
        (Column(), Column("right"), Column("right"), Column()),
        (Row(tuple(_cell((head,), header=True) for head in heads)),),
        rows,
        Caption(label, (say(_("Who reviewed")),)),
        anchor="reviewers",
        description=voice.locale.text(_("A row for each reviewer: changes, comments, and when they were made.")),
    )


def _span(by: By, share: Share, voice: Voice) -> str:
    moments = (voice.when(msgspec.structs.replace(by, date=date)) for date in (share.first, share.last))
    return " – ".join(dict.fromkeys(filter(None, moments))) or "–"


def _cell(content: Inlines, *, header: bool = False) -> Cell:
    return Cell((Paragraph(content),), header)
