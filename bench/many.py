"""Many scenarios of one, each with words of its own: `python -m bench.many SCENARIO FOLDER COUNT`.

FOLDER/scenarios holds them, FOLDER/briefs what each contender reads of each. In a process of its own, as `lay` is.
"""

import re
import shutil
import sys
from pathlib import Path

from bench.brief import BriefError, compose, plain_theme
from bench.lay import lay_ready

_KEPT = re.compile(r"( *)(?:- )?(?:quote|prefix|suffix):")
"""What must stay as it stands in the text of a source."""


def write(scenario: Path, folder: Path, count: int) -> None:
    """The scenarios, and the inputs of the peers, composed from them."""
    theme = plain_theme()
    for number in range(count):
        name = f"{scenario.name}-{number:03}"
        one = folder / "scenarios" / name
        shutil.copytree(scenario, one)
        for file in one.rglob("*.yaml"):
            file.write_text(other_words(file.read_text(encoding="utf-8"), number), encoding="utf-8")
        lay_ready(compose(one), theme, folder / "briefs" / name)


def other_words(text: str, number: int) -> str:
    """The text of a file in which one of the commonest words is another one: next to no sentence is met twice among
    many scenarios. It has small letters alone, so it is neither a name nor a number to whoever compares."""
    word = "the" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
    lines, deeper = [], -1
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip(" "))
        if deeper >= 0 and line.strip() and indent <= deeper:
            deeper = -1
        if kept := _KEPT.match(line):
            deeper = len(kept[1]) + (2 if line.lstrip().startswith("- ") else 0)
        lines.append(line if deeper >= 0 else re.sub(r"\bthe\b", word, line))
    return "".join(lines)


def main() -> int:
    """Exit code 0, or 2 where there is no brief."""
    scenario, folder, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    try:
        write(scenario, folder, count)
    except BriefError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
