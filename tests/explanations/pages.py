"""The examples in the explanations of codes, and the small scenario that they are added to."""

import re
from pathlib import Path

from briefgen.core.codes import Code

BASE = Path(__file__).parent / "base" / "scenario.yaml"
"""A scenario without problems. The top-level keys of an example replace its own."""

TEXTS = BASE.parent / "texts"
"""The text of its source, and others that an example may register."""

TEXT = TEXTS / "survey.txt"

_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# ([\w./-]+\.yaml)\n")
_KEY = re.compile(r"^(\w+):", re.MULTILINE)


def sections(code: Code) -> dict[str, str]:
    """Heading → the text below it."""
    parts = re.split(r"^## (.+)\n", code.explanation, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def files(code: Code, section: str) -> list[tuple[str, str]]:
    """The YAML files in a section: name, text."""
    out = []
    for found in _FENCE.finditer(sections(code).get(section, "") + "\n"):
        named = _NAMED.match(found[1])
        out.append((named[1] if named else "scenario.yaml", found[1]))
    return out


def lay(files: list[tuple[str, str]], folder: Path) -> int:
    """Writes the base scenario with the keys of an example at its end. Returns the line on which they begin."""
    shown = "".join(text for name, text in files if name == "scenario.yaml")
    blocks = re.split(r"^(?=\w+:)", BASE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    replaced = set(_KEY.findall(shown))
    rest = "".join(block for block in blocks if block.partition(":")[0] not in replaced)
    if "facts" in replaced and "id: last-bus" not in shown:  # the base cites this fact
        rest = rest.replace(" [@last-bus]", "")
    texts = [(f"texts/{path.name}", path.read_text(encoding="utf-8")) for path in sorted(TEXTS.glob("*.txt"))]
    for name, text in [*texts, ("scenario.yaml", rest + shown), *(f for f in files if f[0] != "scenario.yaml")]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return rest.count("\n") + 1
