"""The words of a summary: those of the catalogue, and those of reviewers, which are anyone's."""

import datetime as dt
import re

from briefgen.document import Computed, Inlines, Mark, Paragraph, Run, TemplateText
from briefgen.locale import Locale
from briefgen.prose import clean
from briefgen.review.edits import By

_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}:[0-9]{2}))?")
_ = str  # marks interface messages; they are translated where they are shown


class Voice:
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
    told = words.strip("\n") or words
    return clean(told.replace("\n\n", " ¶ ").replace("\n", " ↵ "))


def own(words: str, *marks: Mark) -> Run:
    """Words that came with the files: nobody is to edit them here."""
    return Run(clean(words), Computed(), frozenset(marks))


def small(*content: Inlines) -> Paragraph:
    """A line in small letters."""
    return Paragraph(tuple(inline for part in content for inline in part), "small")
