"""The register entry of a source as YAML, with the metadata of its document; the rest is left to fill."""

import re
import unicodedata
from pathlib import PurePath

from briefgen.evidence.extract import Extract
from briefgen.yaml.tree import quoted

MOST_HEADINGS = 200
LONGEST_TITLE = 120
"""Characters of a first line that may be the title; a longer one begins the text."""
MOST_FIRST_LINES = 4
"""Of title, subtitle, byline and date."""
_SENTENCE_END = re.compile(r"[.:;,…]$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def id_for(file: str) -> str:
    """An id made of the name of a file: `survey-2026` of `Survey 2026.pdf`."""
    plain = unicodedata.normalize("NFKD", PurePath(file).stem).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "source"


def register_entry(name: str, made: Extract, file: str, sha256: str) -> str:
    """The entry for the list of sources. `file` is the name of the text under `texts/`."""
    headings = made.headings or _first_lines(made.text)
    title = made.title or (headings[0] if headings else "")
    language = made.language if _LANGUAGE.fullmatch(made.language) else ""
    guess = "" if made.title else "   # a guess: the first line of the text"
    lines = [
        f"- id: {name}",
        f"  title: {quoted(title)}{guess}" if title else f"  title: {quoted(name)}   # the file gives none",
        f"  publisher: {quoted(made.publisher)}" if made.publisher else "  #publisher: Who published it",
        f"  authors: [{quoted(made.author)}]" if made.author else "  #authors: [Who wrote it]",
        f"  date: {made.date.isoformat()}   # of the file: see whether the source gives another"
        if made.date
        else "  #date: 2026-01-31",
        "  kind: other   # news, report, statistics, law, statement, interview, dataset or other",
        f"  language: {language}" if language else "  language: en   # a guess: the file does not say",
        "  #reliability: C   # A completely reliable … E unreliable, F cannot be judged",
        f"  file: {quoted(file)}",
        f"  sha256: {sha256}",
        "  redistribution: quotes-only   # or allowed, if the whole text may be passed on",
    ]
    lines += [f"  url: {quoted(made.url)}"] if made.url else []
    if headings:
        lines.append("  headings:   # titles and bylines: lines that cannot be quoted as evidence")
        lines += [f"    - {quoted(heading)}" for heading in headings[:MOST_HEADINGS]]
    return "\n".join(lines) + "\n"


def _first_lines(text: str) -> tuple[str, ...]:
    """The title and byline of a plain text: its first lines, where an empty line follows and none of them ends as a
    sentence does."""
    block = text.strip().split("\n\n", 1)
    lines = [line.strip() for line in block[0].split("\n")]
    short = len(lines) <= MOST_FIRST_LINES and all(0 < len(line) <= LONGEST_TITLE for line in lines)
    return tuple(lines) if len(block) == 2 and short and not any(map(_SENTENCE_END.search, lines)) else ()
