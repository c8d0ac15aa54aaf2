"""Lines as they come out of documents → lines to quote from."""

import re
from collections import Counter
from collections.abc import Sequence

_LIGATURES = str.maketrans({
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "ſt", "\ufb06": "st",
})  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DIVIDED = re.compile(r"(?<![^\W\d_])([^\W\d_]++)([-\u2010\u00ad])[ \t]*+\n(\f?)([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_TRAILING = re.compile(r"(?<![ \t\xa0])[ \t\xa0]++(?=\n|\f|$)")
_EMPTY = re.compile(r"\n{3,}")

EDGE = 2
"""Lines at the top and at the foot of a page that may be running heads."""
FEWEST_PAGES = 3
"""On which a line must be in the same place to be one."""
DIVIDING = 50
"""Where words are divided by hyphenation, more than one line in fifty ends so; in justified English, one in ten."""


def clean(text: str) -> str:
    """The text with LF as line end, ligatures as letters, without control characters and empty ends of lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LIGATURES)
    text = _CONTROL.sub("", text)
    return _EMPTY.sub("\n\n", _TRAILING.sub("", text)).strip("\n ")


def raised(digits: str) -> str:
    """The number of a note as it is printed, so that it does not run into the number before it: `2021¹`."""
    return digits.translate(_RAISED)


def rejoined(text: str) -> str:
    """The text with words whole that are divided at the end of a line. The hyphen stays where the text elsewhere writes
    the word with one, or where both its parts are words of the text and their union is none; and wherever nothing in
    the text speaks for the whole word and hardly a line ends with a hyphen, or hyphens that only divide are soft ones
    (U+00AD): such a text divides words at hyphens of their own alone."""
    ends = _DIVIDED.findall(text)
    undivided = len(ends) * DIVIDING < text.count("\n") or any(sign == "\u00ad" for _, sign, _, _ in ends)
    words = Counter(word.lower() for word in _WORD.findall(_DIVIDED.sub(" ", text)))

    def rejoin(found: re.Match[str]) -> str:
        first, sign, page_end, second = found.groups()
        if sign == "\u00ad":
            return f"{first}{second}\n{page_end}"
        hyphened, joined = f"{first}-{second}".lower(), f"{first}{second}".lower()
        compound = words[first.lower()] and words[second.lower()] and len(first) > 2 and len(second) > 2
        keep_hyphen = words[hyphened] or (not words[joined] and (compound or undivided)) or second[0].isupper()
        return f"{first}{'-' if keep_hyphen else ''}{second}\n{page_end}"

    # The line breaks after the word, where a space was.
    return re.sub(r"\n +", "\n", _DIVIDED.sub(rejoin, text)) if ends else text


def without_running_heads(pages: Sequence[str]) -> tuple[list[str], list[str]]:
    """The pages without the lines that are at the top or the foot of most of them, and nowhere else (numbers may
    differ); and one example of each of these lines."""
    lines = [page.split("\n") for page in pages]
    at_edge: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    for page in lines:
        anywhere.update(_pattern(line) for line in page)
        at_edge.update({_pattern(line) for line in page[:EDGE] + page[-EDGE:]})
    least = max(FEWEST_PAGES, len(pages) // 2 + 1)
    running = {pattern for pattern, count in at_edge.items() if pattern and least <= count == anywhere[pattern]}
    dropped: dict[str, str] = {}
    stripped = []
    for page in lines:
        last = len(page) - EDGE
        body = []
        for number, line in enumerate(page):
            if (number < EDGE or number >= last) and (pattern := _pattern(line)) in running:
                dropped.setdefault(pattern, line.strip())
            else:
                body.append(line)
        stripped.append("\n".join(body).strip("\n"))
    return stripped, list(dropped.values())


def _pattern(line: str) -> str:
    """A line with its numbers as one sign."""
    return re.sub(r"\d+", "#", " ".join(line.split()))
