"""The register entry of a source as YAML, with what its document says of itself; the rest is left to fill."""

import re
import unicodedata
from pathlib import PurePath

from briefgen.evidence.extract import Extract
from briefgen.yamltree.quoted import quoted

MOST_HEADINGS = 200
LONGEST_TITLE = 120
"""Characters of a first line that may be the title; a longer one begins the text."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def id_for(file: str) -> str:
    """An id made of the name of a file: `survey-2026` of `Survey 2026.pdf`."""
    plain = unicodedata.normalize("NFKD", PurePath(file).stem).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "source"


def register_entry(name: str, made: Extract, file: str, sha256: str) -> str:
    """The entry for `evidence/sources.yaml`. `file` is the name of the text under `texts/`."""
    title = made.title or (made.headings[0] if made.headings else "")
    first = made.text.strip().partition("\n")[0].strip()
    lines = [f"- id: {name}"]
    if title:
        lines.append(f"  title: {quoted(title)}")
    elif 0 < len(first) <= LONGEST_TITLE:
        lines.append(f"  title: {quoted(first)}   # a guess: the first line of the text")
    else:
        lines.append(f"  title: {quoted(name)}   # the file names none")
    lines += [f"  publisher: {quoted(made.publisher)}"] if made.publisher else ["  # publisher:"]
    lines += [f"  author: {quoted(made.author)}"] if made.author else []
    lines += (
        [f"  date: {made.date.isoformat()}   # of the file: look whether the source gives another"]
        if made.date
        else ["  # date: 2026-01-31"]
    )
    language = made.language if _LANGUAGE.fullmatch(made.language) else ""
    lines += [
        "  kind: other   # news, report, statistics, law, statement, interview, dataset",
        f"  language: {language}" if language else "  language: en   # a guess: the file does not say",
        "  # reliability: C   # A completely reliable … E unreliable, F cannot be judged",
        f"  file: {quoted(file)}",
        f"  sha256: {sha256}",
        "  redistribution: quotes-only   # or allowed, if the text itself may be passed on",
    ]
    lines += [f"  url: {quoted(made.url)}"] if made.url else []
    if made.headings:
        lines.append("  headings:   # lines that are no evidence")
        lines += [f"    - {quoted(heading)}" for heading in made.headings[:MOST_HEADINGS]]
    return "\n".join(lines) + "\n"
