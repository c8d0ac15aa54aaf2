"""Where in the scenario's files the words stand that a reviewer changed."""

import re

from briefgen.prose.model import MARK
from briefgen.review.edits import Commented, Edit, Found, Joined, Moved, Reformatted, Removed, Stroke
from briefgen.scenario import Loaded
from briefgen.source import Span

_TOKENS = re.compile(r"\w+|[^\w\s]")
_HEADER = re.compile(r"[|>][^\n]*\n\s*(?=\S)")
_AROUND = 3
"""Words on either side that tell one place from another."""
_MOST = 40
"""Words that are looked for."""
_GAP = r"(?:\s|\[@[^\]]*\]|[*_`\\]|\[|\]\{[^}\n]*\}|\]\([^)\n]*\))*+"
"""What may stand between two words of a text where it is written: white space, citations and Markdown."""


def place(loaded: Loaded, found: Found, stroke: Stroke | None = None) -> Span | None:
    """The words that something is about, else the whole value, else what is around it."""
    path = path_of(found)
    if not path:
        return None
    whole = loaded.origins.get(path)
    if whole is None:
        return loaded.origins.at(path)
    match found:
        case Edit(old=old) if stroke:
            found_at = _within(whole, old[: stroke.at], stroke.removed, old[stroke.at + len(stroke.removed) :])
            return found_at or _words_of(whole)
        case Reformatted(words=words) | Commented(words=words) | Removed(old=words) | Moved(words=words) if words:
            return _within(whole, "", words, "") or _words_of(whole)
        case Joined(bases=(first, _)):
            return _within(whole, "", first.replace(MARK, ""), "") or _words_of(whole)
        case _:
            return _words_of(whole)


def _words_of(whole: Span) -> Span:
    """A value without the header of its block: behind `>` stand no words."""
    text = whole.file.text[whole.start : whole.end]
    header = _HEADER.match(text)
    return Span(whole.file, whole.start + header.end(), whole.end) if header else whole


def path_of(found: Found) -> str:
    """The path at which something is told; of what is of no field, that of the field before it."""
    path: str = getattr(found, "path", "")
    return path or getattr(found, "after", "")


def _within(whole: Span, before: str, words: str, after: str) -> Span | None:
    left, here, right = _TOKENS.findall(before)[-_AROUND:], _TOKENS.findall(words)[:_MOST], _TOKENS.findall(after)
    for near, far in ((left, right[:_AROUND]), (left, []), ([], right[:_AROUND]), ([], [])):
        if not (near or here or far) or (not here and not (near or far)):
            continue
        pattern = _GAP.join([
            *map(_written, near), f"(?P<here>{_GAP.join(map(_written, here))})", *map(_written, far),
        ])  # fmt: skip
        match = re.compile(pattern).search(whole.file.text, whole.start, whole.end)
        if match:
            start, end = match.span("here")
            return Span(whole.file, start, max(end, min(start + 1, whole.end)))
    return None


def _written(word: str) -> str:
    """A word as YAML may write it: `'` is doubled in single quotes."""
    return re.escape(word).replace("'", "''?")
