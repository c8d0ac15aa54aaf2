"""Text without its typography, with a way back: quotation marks, dashes, spaces and line breaks no longer differ.

What is made alike never carries a meaning: “They’re” and "They're", an en dash and a hyphen, a no-break space and a
line end, é as one character and as two, a word that was divided at the end of a line. All else stays.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right

import msgspec

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

# A line may end behind the hyphen of a word or the dash of a range: what follows belongs to it.
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
    """As a person would copy it: one line in NFC, spaces single, soft hyphens gone, marks and dashes as they are."""
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
    """What may become longer or shorter; in a text that is not in NFC, also letters with the marks behind them."""
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
