"""Where sentences end."""

import re

_ABBREVIATIONS = frozenset(
    (
        "abr ago al approx apr art aug av avr ca capt cf co col dec dept dic dr dra ee eg ene env est etc ex feb "
        "fevr fig gen gov hon ie inc jan janv jr juil jul jun lt ltd m me mgr mlle mm mme mr mrs ms no nos nov num "
        "oct p pag par pp prof rep rev sen sep sept sgt sr sra srta st ud uds uu vol vs"
    ).split()
)  # fmt: skip
"""That end in a point without ending a sentence. Of all languages in one: an English sentence has “Mme Arnaud” too."""

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s|$)|\n{2,}+")
_OPENING = re.compile(r"\s*[\"'“‘«(\[¿¡—– \u00a0\u202f]*")
"""What may be before the first letter of a sentence."""


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of a text, white space between them left out."""
    out: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if not _ends(text, found):
            continue
        _add(out, text, start, found.end())
        start = found.end()
    _add(out, text, start, len(text))
    return tuple(out)


_LAST_WORD = re.compile(r"(?<![^\W_])[^\W_]++$")
_LONGEST = 12
"""Letters of a word that are looked at: no abbreviation has more."""


def _ends(text: str, found: re.Match[str]) -> bool:
    if found[0].startswith("\n"):
        return True
    opening = _OPENING.match(text, found.end())
    after = opening.end() if opening else found.end()
    if found[0] == ".":
        before = _LAST_WORD.search(text, max(0, found.start() - _LONGEST), found.start())
        word = before[0].lower() if before else ""
        # “U.S.”, “N. Keller”: a single letter before the point.
        if (len(word) == 1 and word.isalpha()) or word in _ABBREVIATIONS:
            initials = len(word) == 1 and after < len(text) and text.endswith((".S", ".N"), 0, found.start())
            return initials and _begins(text[after : after + _LONGEST])
    return not text[after : after + 1].islower()


_BEGINNINGS = frozenset("the a an it this that he she they but and in on at there le la les il elle el los las".split())
"""Small words that begin many a sentence."""


def _begins(after: str) -> bool:
    """Whether what follows “U.S.” can only begin a sentence: a small word with a capital."""
    word = after.split(maxsplit=1)[0]
    return word[:1].isupper() and word.lower() in _BEGINNINGS


def _add(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append((start, end))
