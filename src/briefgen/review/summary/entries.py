"""What was found → blocks that tell it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from briefgen.document import Block, Callout, Inlines, Item, List, Paragraph, Run
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
    Unplaced,
    beginning,
    ending,
    in_short,
)
from briefgen.review.lines import THING
from briefgen.review.summary.marked import marked, read_as
from briefgen.review.summary.voice import Voice, own, shown, small

_ = str  # marks interface messages; they are translated where they are shown

_LOOKS: Mapping[tuple[str, bool], str] = {
    ("strong", True): _("{words} was made bold"),
    ("strong", False): _("{words} is no longer bold"),
    ("emphasis", True): _("{words} was set in italics"),
    ("emphasis", False): _("{words} is no longer in italics"),
}


class Telling:
    """Tells what was found. `cited`: path and block → the facts that it cites."""

    def __init__(self, voice: Voice, cited: Mapping[tuple[str, int], tuple[str, ...]]) -> None:
        self._voice = voice
        self._cited = cited

    def told(self, found: Found) -> Iterator[Block]:
        """The blocks of one of them, under a heading that names its field, where it has one."""
        voice, say = self._voice, self._voice.say
        match found:
            case Edit(strokes=strokes, places=places):
                yield Paragraph(marked(found.old, strokes))
                yield _list(self._strokes(found))
                if places > 1:
                    yield small((
                        voice.plural("Changed alike in {n} place.", "Changed alike in {n} places.", places),
                    ))  # fmt: skip
            case Removed(by=by, also=also):
                yield Paragraph((own(shown(found.old), "deleted"),))
                yield self._signed((say(_("The paragraph was taken out")),), by, *also)
                if found.elsewhere:
                    yield small((say(_("It still stands elsewhere in the brief.")),))
            case Disagreement(readings=readings):
                title = say(_("Disagreement: nothing was chosen"))
                yield Callout("remark", (title,), tuple(self._readings(readings)))
            case Moved(by=by, landing=landing):
                yield Paragraph((own(shown(found.words)),))
                first, behind = _("Moved to the beginning"), _("Moved behind {path}")
                yield self._signed((self._landed(landing) or self._at(found.after, first, behind),), by)
            case Joined(by=by, bases=(first, second)):
                if first and second:
                    ends = own(ending(first)), own(" ¶", "deleted"), own(f" {beginning(second)}")
                    yield Paragraph(ends)
                yield self._signed((say(_("Joined with the paragraph of {path}"), path=found.other),), by)
            case Reformatted(by=by):
                yield self._signed((say(_LOOKS[found.mark, found.given], words=voice.quoted(found.words)),), by)
            case Commented():
                yield from self._comment(found)
            case Fixed(by=by):
                words = voice.change(found.removed, found.added)
                if found.kind == "template":
                    where = self._at(
                        found.after, _("Words of the template:"), _("Words of the template behind {path}:")
                    )
                else:
                    where = self._at(found.after, _("Words worked out:"), _("Words worked out, behind {path}:"))
                yield self._signed((where, own(f" {words}")), by)
            case Added(by=by):
                yield Paragraph((own(shown(found.words), "inserted"),))
                where = self._at(found.after, _("A new paragraph at the beginning"), _("A new paragraph behind {path}"))
                yield self._signed((where,), by)
            case Unplaced(by=by):
                words = f" {voice.change(found.old, found.new)}" if found.old or found.new else ""
                yield self._signed((own(found.path, "code"), own(f": {self._why(found)}{words}")), by)
            case _:
                assert_never(found)

    def _at(self, after: str, first: str, behind: str) -> Run:
        """Where something stands: of two messages, the one for the beginning of the brief or the one with a field."""
        return self._voice.say(behind, path=after) if after else self._voice.say(first)

    def _landed(self, landing: Landing | None) -> Run | None:
        """Where in another field a paragraph was moved."""
        beside = landing and (landing.above or landing.below)
        if not (landing and beside):
            return None
        message = _("Moved into {path}, behind {words}") if landing.above else _("Moved into {path}, before {words}")
        return self._voice.say(message, path=landing.path, words=self._voice.quoted(beginning(beside.base)))

    def _signed(self, told: Inlines, *by: By) -> Paragraph:
        return small(told, self._voice.signature(*by))

    def _strokes(self, found: Edit) -> Iterator[Inlines]:
        """What was done in each place, in words, and who did it."""
        cited, text = self._cited.get((found.path, found.block), ()), self._voice.locale.text
        for stroke in found.strokes:
            said = [self._voice.change(stroke.removed, stroke.added)] if stroke.removed or stroke.added else []
            for at in stroke.citations:
                if at < len(cited):
                    said.append(text(_("the citation of {fact} was taken out")).format(fact=cited[at]))
                else:
                    said.append(text(_("a citation was taken out")))
            said += [text(_("a note was put in"))] * stroke.notes
            yield (own("; ".join(said)), *self._voice.signature(stroke.by, *stroke.also))

    def _readings(self, readings: tuple[Reading, ...]) -> Iterator[Block]:
        for reading in readings:
            who = "; ".join(dict.fromkeys(map(self._voice.signed, reading.by)))
            gone = () if reading.new else (own(" "), self._voice.say(_("takes the paragraph out")))
            yield small((own(f"{who}:", "strong"), *gone))
            yield Paragraph(read_as(reading))

    def _comment(self, found: Commented) -> Iterator[Block]:
        say = self._voice.say
        on = (
            (say(_("Comment on {words}"), "strong", words=self._voice.quoted(in_short(found.words))),)
            if found.words
            else ()
        )
        head = [*(on or (say(_("Comment"), "strong"),))]
        if not found.path and found.after:
            head.append(say(_("behind {path}"), path=found.after))
        head += [say(_("and in {path}"), path=path) for path in found.others]
        head += [say(_("(marked as done)"))] if found.done else []
        yield small(tuple(run for each in head for run in (each, own(" "))))
        picture = self._voice.locale.text(_("[picture]"))
        yield _list(
            (own(f"{self._voice.signed(each.by)}:", "strong"), own(f" {shown(each.text.replace(THING, picture))}"))
            for each in found.thread
        )

    def _why(self, found: Unplaced) -> str:
        text = self._voice.locale.text
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
            case _:
                assert_never(found.why)


def _list(lines: Iterable[Inlines]) -> List:
    return List(tuple(Item((small(line),)) for line in lines))
