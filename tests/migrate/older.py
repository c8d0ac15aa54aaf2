"""Scenarios of briefgen 0.1, changed as people write and edit them."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

FROZEN = Path(__file__).parents[1] / "fixtures" / "v0.1" / "scenarios"
EXAMPLES = ("haiti-2022", "kelmouth-2026", "starter")

Lines = list[str]
Edit = Callable[[Random, Lines, list[str]], None]
"""Changes the lines of a file in place; the ids are those of the scenario's facts."""

_KEY = re.compile(r"^( *(?:- )?)([a-z_]+):(?= |$)")
_FORMER = ("rationale", "certainty", "supported_by", "not_choosing", "matters", "closing", "direction", "author")


def keyed(lines: Lines, *keys: str) -> list[int]:
    """The numbers of the lines that begin with one of some keys; any key, if none is given."""
    found = ((number, _KEY.match(line)) for number, line in enumerate(lines) if not _in_block(lines, number))
    return [number for number, match in found if match and (not keys or match[2] in keys)]


def _in_block(lines: Lines, number: int) -> bool:
    """Whether a line belongs to a text after `>` or `|`, or within quotes or brackets of several lines."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for line in reversed(lines[:number]):
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            return bool(re.search(r"[>|][+-]?\s*$", line)) or not _KEY.match(line)
    return False


def comment_above(draw: Random, lines: Lines, _: list[str]) -> None:
    if places := keyed(lines):
        at = draw.choice(places)
        indent = len(lines[at]) - len(lines[at].lstrip())
        lines.insert(at, " " * indent + draw.choice(("# rationale: of no key", "# basis: [x] é — “why”?", "#")))


def comment_behind(draw: Random, lines: Lines, _: list[str]) -> None:
    plain = [at for at in keyed(lines, "certainty", "score", "leaning", "direction", "basis") if "#" not in lines[at]]
    plain = [at for at in plain if not lines[at].rstrip().endswith((">", "|", "[", "{", ":"))]
    if plain:
        lines[draw.choice(plain)] += "   # supported_by: what she said"


def quote_a_key(draw: Random, lines: Lines, _: list[str]) -> None:
    if places := keyed(lines, *_FORMER):
        at = draw.choice(places)
        sign = draw.choice("'\"")
        lines[at] = _KEY.sub(rf"\1{sign}\2{sign}:", lines[at])


def space_before_colon(draw: Random, lines: Lines, _: list[str]) -> None:
    if places := keyed(lines, *_FORMER):
        at = draw.choice(places)
        lines[at] = _KEY.sub(r"\1\2 :", lines[at])


def drop_an_optional_line(draw: Random, lines: Lines, _: list[str]) -> None:
    if places := [at for at in keyed(lines, "certainty", "leaning", "basis") if ": [" not in lines[at]]:
        del lines[draw.choice(places)]


def cite_another_fact(draw: Random, lines: Lines, facts: list[str]) -> None:
    if places := [at for at, line in enumerate(lines) if re.search(r"\[@[a-z0-9-]+\]", line)]:
        at = draw.choice(places)
        lines[at] = re.sub(r"\[@[a-z0-9-]+\]", f"[@{draw.choice(facts)}]", lines[at])


def list_facts_in_a_block(draw: Random, lines: Lines, _: list[str]) -> None:
    places = [at for at in keyed(lines, "supported_by", "basis", "evidence") if re.search(r": \[[a-z]", lines[at])]
    if places:
        at = draw.choice(places)
        found = re.match(r"^( *)(\w+): \[([^\]{}]*)\]$", lines[at])
        if found:
            items = [f"{found[1]}  - {each.strip()}" for each in found[3].split(",")]
            lines[at : at + 1] = [f"{found[1]}{found[2]}:   # why", *items]


def name_an_author(draw: Random, lines: Lines, _: list[str]) -> None:
    publishers = keyed(lines, "publisher")
    at = draw.choice(publishers) if publishers else -1
    if at < 0 or any(re.match(r" *author", line) for line in lines):
        return
    pad = re.match(r" *", lines[at])
    indent = pad[0] if pad else ""
    ways = (
        ["author: Holm, Lund & Co. [retired]"], ['author: "A. Holm"   # who'], ["author: {en: A. Holm, fr: A. Hol}"],
        ["author:", "  # by language", "  en: A. Holm", "  fr: >-", "    A. de", "    Holm"],
        ["author: >", "  A. Holm"], ["author: A. Holm"],
    )  # fmt: skip
    lines[at:at] = [indent + line for line in draw.choice(ways)]


def quote_a_direction(draw: Random, lines: Lines, _: list[str]) -> None:
    if places := [at for at in keyed(lines, "direction") if "#" not in lines[at]]:
        at = draw.choice(places)
        lines[at] = re.sub(r": (less-is-better)$", r": '\1'", lines[at])


EDITS: tuple[Edit, ...] = (
    comment_above, comment_behind, quote_a_key, space_before_colon, drop_an_optional_line, cite_another_fact,
    list_facts_in_a_block, name_an_author, quote_a_direction,
)  # fmt: skip


def older(seed: int, folder: Path) -> Path:
    """The folder of a scenario in format 1, with up to a dozen edits; every third has Windows' line ends."""
    draw = Random(seed)
    name = EXAMPLES[seed % len(EXAMPLES)]
    target = folder / name
    shutil.copytree(FROZEN / name, target)
    facts = re.findall(r"^- id: (\S+)", (target / "evidence" / "facts.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    files = sorted(target.rglob("*.yaml"))
    for _ in range(draw.randint(3, 12)):
        path = draw.choice(files)
        lines = path.read_text(encoding="utf-8").split("\n")
        draw.choice(EDITS)(draw, lines, facts)
        path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    if seed % 3 == 0:
        for path in files:
            text = path.read_text(encoding="utf-8")
            mark = "\ufeff" if draw.random() < 0.3 else ""
            path.write_bytes((mark + text.replace("\n", "\r\n")).encode())
    return target


def texts(folder: Path) -> dict[Path, str]:
    """The files of a scenario."""
    return {path: path.read_bytes().decode() for path in yaml_files(folder)}


def yaml_files(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*.yaml") if ".briefgen" not in path.parts)
