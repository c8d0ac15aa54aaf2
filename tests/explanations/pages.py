"""A page of `briefgen explain`, and its examples laid over a small scenario."""

import re
from pathlib import Path
from typing import NamedTuple

from briefgen.commands.explain import PAGES

BASE = Path(__file__).parent / "base" / "scenario.yaml"
"""A scenario without a fault. The top-level keys of an example stand in the place of its own."""

TEXTS = BASE.parent / "texts"
"""The text of its source, and others that an example may register."""

TEXT = TEXTS / "survey.txt"

_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# ([\w./-]+\.yaml)\n")
_KEY = re.compile(r"^(\w+):", re.MULTILINE)


class Page(NamedTuple):
    code: str
    text: str

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0]

    @property
    def subject(self) -> str:
        return self.text.split("\n")[2]

    @property
    def sections(self) -> dict[str, str]:
        """Heading → what stands below it."""
        parts = re.split(r"^## (.+)\n", self.text, flags=re.MULTILINE)
        return dict(zip(parts[1::2], parts[2::2], strict=True))

    def files(self, section: str) -> list[tuple[str, str]]:
        """The YAML files that a section shows: name, text."""
        out = []
        for found in _FENCE.finditer(self.sections.get(section, "")):
            named = _NAMED.match(found[1])
            out.append((named[1] if named else "scenario.yaml", found[1]))
        return out


def pages() -> list[Page]:
    return [Page(path.stem, path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.md"))]


def lay(files: list[tuple[str, str]], folder: Path) -> int:
    """Writes an example over the base scenario, behind what stays of it. Returns the line on which it begins."""
    shown = "".join(text for name, text in files if name == "scenario.yaml")
    blocks = re.split(r"^(?=\w+:)", BASE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    taken = set(_KEY.findall(shown))
    rest = "".join(block for block in blocks if block.partition(":")[0] not in taken)
    if "facts" in taken and "id: last-bus" not in shown:  # what cited the fact of the base has none left to cite
        rest = rest.replace(" [@last-bus]", "")
    texts = [(f"texts/{path.name}", path.read_text(encoding="utf-8")) for path in sorted(TEXTS.glob("*.txt"))]
    for name, text in [*texts, ("scenario.yaml", rest + shown), *(f for f in files if f[0] != "scenario.yaml")]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return rest.count("\n") + 1
