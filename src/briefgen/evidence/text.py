"""The text of a source: its lines and pages, normalised typography with a way back, and word boundaries."""

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Literal

import msgspec

from briefgen.core.source import SourceFile

SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""All that Unicode calls white space."""
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, and spaces of no width."""
HYPHENS = "-\u2010\u2011"
"""That join the parts of one word; dashes part words."""

_SINGLE = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc`\u00b4"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACED = str.maketrans(dict.fromkeys(SPACES, " "))
_FOLDED = _SPACED | str.maketrans(
    dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_DASHES, "-")
)

# A line may end after the hyphen of a word or the dash of a range: what follows belongs to it.
_DIVIDED = rf"(?P<divided>(?<=\w[-{_DASHES}])[ \t]*\n\x0c?[ \t]*(?=\w))"
_RUN = rf"(?P<run>[{SPACES}{INVISIBLE}]{{2,}}|[{INVISIBLE}])"
_PLAIN = re.compile(f"{_DIVIDED}|{_RUN}")


class Normal(msgspec.Struct, frozen=True):
    """A normalised text that knows where each of its characters comes from."""

    text: str
    _starts: list[int] = []
    """Where in `text` a stretch begins that is not as long as what it came from; ascending."""
    _stretches: list[tuple[int, int, int]] = []
    """For each: its end in `text`, and start and end of what it came from."""

    def start(self, at: int) -> int:
        """Where the character at an offset of `text` begins in the text that it came from."""
        found = bisect_right(self._starts, at) - 1
        if found < 0:
            return at
        end, before, after = self._stretches[found]
        return before if at < end else after + at - end

    def end(self, at: int) -> int:
        """Where the character before an offset of `text` ends in the text that it came from."""
        found = bisect_left(self._starts, at) - 1
        if found < 0:
            return at
        end, _, after = self._stretches[found]
        return after if at < end else after + at - end


def normalise(text: str) -> Normal:
    """The text in NFC, with one kind of quotation mark, dash and space, without soft hyphens and doubled spaces."""
    return _normal(text, _FOLDED)


def tidy(text: str) -> str:
    """As a person would copy it: one line in NFC, spaces single, no soft hyphens, marks and dashes as they are."""
    return _normal(text, _SPACED).text.strip()


def _normal(text: str, table: dict[int, str]) -> Normal:
    parts: list[str] = []
    starts: list[int] = []
    stretches: list[tuple[int, int, int]] = []
    length = done = 0
    for found in _changing(text).finditer(text):
        before, after = found.span()
        made = _instead(found)
        if len(made) == 1 == after - before:
            continue
        parts += (text[done:before], made)
        begin = length + before - done
        length = begin + len(made)
        starts.append(begin)
        stretches.append((length, before, after))
        done = after
    parts.append(text[done:])
    return Normal("".join(parts).translate(table), starts, stretches)


def _changing(text: str) -> re.Pattern[str]:
    """What may become longer or shorter; in a text that is not in NFC, also letters with the marks after them."""
    if unicodedata.is_normalized("NFC", text):
        return _PLAIN
    letters = set(text)
    marks = "".join(
        re.escape(c) for c in sorted(letters) if unicodedata.category(c)[0] == "M" or "\u1160" <= c <= "\u11ff"
    )
    alone = "".join(re.escape(c) for c in sorted(letters) if unicodedata.normalize("NFC", c) != c)
    patterns = [f"[^{marks}][{marks}]+"] if marks else []
    patterns += [f"[{alone}]"] if alone else []
    return re.compile("|".join([_DIVIDED, _RUN, *patterns]))


def _instead(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "divided":
            return ""
        case "run":
            run = found[0]
            spaced = any(c in SPACES for c in run) and not (run[0] == "\u00ad" and "\n" in run)
            return " " if spaced else ""
        case _:
            return unicodedata.normalize("NFC", found[0])


# The text of a source: its lines and pages, and where it says something.

PAGE_BREAK = "\f"
"""U+000C ends each page of a text that has pages, as other programs that take text out of a PDF write it."""


class SourceText(msgspec.Struct, frozen=True):
    """The text of one source, line ends as LF."""

    file: SourceFile
    sha256: str
    normal: Normal

    @property
    def text(self) -> str:
        """The words."""
        return self.file.text

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return self.file.line_column(offset)[0]

    def page(self, offset: int) -> int:
        """The page of an offset, from 1; 0 where the text has no pages."""
        return self.text.count(PAGE_BREAK, 0, offset) + 1 if PAGE_BREAK in self.text else 0

    def where(self, offset: int) -> str:
        """As evidence names a place for its readers: `12` on paper, else `line 4`."""
        page = self.page(offset)
        return str(page) if page else f"line {self.line(offset)}"


def source_text(name: str, text: str) -> SourceText:
    """The text under the name of its file."""
    text = line_feeds(text)
    return SourceText(SourceFile(name, text), sha256(text), normalise(text))


def line_feeds(text: str) -> str:
    """The text with all line ends as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def sha256(text: str) -> str:
    """The hash of a text with line ends as LF, in UTF-8."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


# Where words and numbers end, so that a quote never cuts one: “legal” out of “illegal”, “300” out of “1,300”.

_GROUPING = "\u00a0\u202f\u2009"
_DASH = "\u2014"
_UNSPACED = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\u9fff"), ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"), ("\uff66", "\uff9f"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean: written without spaces, or with endings joined to the words."""


def size(text: str) -> tuple[int, int]:
    """How many words, and how many letters and digits. A character of a script without spaces counts as a word of two
    letters."""
    words = letters = 0
    inside = False
    for character in text:
        if _unspaced(character):
            words += 1
            letters += 2
            inside = False
        elif character.isalnum():
            letters += 1
            words += not inside
            inside = True
        else:
            inside = False
    return words, letters


def cuts(text: SourceText, at: int, side: Literal["begin", "end"]) -> bool:
    """Whether a quote that begins or ends at an offset of the normalised text cuts a word or a number."""
    normal = text.normal.text
    if not 0 < at < len(normal):
        return False
    left, right = normal[at - 1], normal[at]
    if unicodedata.combining(right) or (_is_like_a_word(left) and _is_like_a_word(right)):
        return not (_unspaced(left) or _unspaced(right))
    if side == "begin" and left == "-" and right.isdecimal() and (at == 1 or normal[at - 2] == " "):
        return text.text[text.normal.start(at - 1)] != _DASH  # a sign
    if side == "end":  # “can” of “can’t”; but “assemblée” of “l’assemblée” is a word
        for apostrophe in (at - 1, at):
            if normal[apostrophe] == "'" and _between(normal, apostrophe, _is_like_a_word):
                return True
    return _links(text, at - 1) or _links(text, at)


def widened(text: SourceText, start: int, end: int) -> tuple[int, int]:
    """A stretch of the normalised text with the words that it cuts whole."""
    while cuts(text, start, "begin"):
        start -= 1
    while cuts(text, end, "end"):
        end += 1
    return start, end


def _links(text: SourceText, at: int) -> bool:
    """Whether the character at `at` joins what is around it: the hyphen of “13-year”, the point of “1.3”."""
    normal = text.normal.text
    here, original = normal[at], text.text[text.normal.start(at)]
    if _between(normal, at, str.isdecimal):
        return here in ".,:/'-" or original in _GROUPING or (here == " " and _thousands(normal, at))
    return original in HYPHENS and _between(normal, at, _is_like_a_word)


def _between(text: str, at: int, kind: Callable[[str], bool]) -> bool:
    return 0 < at < len(text) - 1 and kind(text[at - 1]) and kind(text[at + 1])


def _thousands(text: str, at: int) -> bool:
    """Whether a space parts thousands: `1 300`, but not `2022 300` nor `10 3000`."""
    before, after = text[max(0, at - 4) : at], text[at + 1 : at + 5]
    digits_before = len(before) - len(before.rstrip("0123456789"))
    digits_after = len(after) - len(after.lstrip("0123456789"))
    return digits_before <= 3 and digits_after == 3


def _is_like_a_word(character: str) -> bool:
    """A letter or a digit; the raised number of a note is none."""
    return character == "_" or (character.isalnum() and not unicodedata.decomposition(character).startswith("<super>"))


def _unspaced(character: str) -> bool:
    return character >= "\u0e00" and any(first <= character <= last for first, last in _UNSPACED)
