"""Edits that a person makes in LibreOffice: in twenty places of a brief, each comes back at its path.

LibreOffice is driven by the Python that Debian's `python3-uno` belongs to (`office_edits.py`).
"""

import json
import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests.review.test_sessions import for_review, found
from tests.tools import require

from briefgen.markup.model import MARK
from briefgen.review.baseline import Field
from briefgen.review.model import Comment, Edit, Finding, Formatting
from briefgen.review.open import Reviewed, opened

BRIEF = ("haiti-2022", "en", "options-paper", "")
OTHER = ("kelmouth-2026", "fr", "options-paper", "")
PLACES = 20
KINDS = ("replace", "delete", "type", "enter", "comment", "bold")
DRIVER = Path(__file__).with_name("office_edits.py")
PYTHON = "/usr/bin/python3"


def has_uno() -> bool:
    return Path(PYTHON).exists() and subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


def once(data: bytes) -> list[tuple[Field, str]]:
    """Two words of a field that stand nowhere else in the brief, of as many fields as have such; no field twice."""
    made = opened(data, "sent.docx")
    assert isinstance(made, Reviewed)
    fields = made.fields()
    lines = [line for story in made.stories.values() for line in story]
    everything = "\n".join("".join(stretch.text for stretch in line.stretches) for line in lines)
    out: list[tuple[Field, str]] = []
    taken: set[str] = set()
    places = Counter(tag for line in made.stories["document"] for tag in line.tags)
    for line in made.stories["document"]:
        for stretch in line.stretches:
            field = fields.get(stretch.tag)
            if field is None or field.path in taken or places[stretch.tag] > 1 or stretch.field:
                continue
            for pair in re.findall(r"(?<= )[A-Za-zà-ÿ]{4,} [a-zà-ÿ]{4,}(?= )", stretch.text.replace(MARK, "|")):
                if everything.count(pair) == 1:
                    out.append((field, pair))
                    taken.add(field.path)
                    break
    return out


def edit(sent: Path, back: Path, steps: list[list[str]]) -> list[int | None]:
    done = subprocess.run(
        [PYTHON, str(DRIVER), str(sent), str(back)],
        input=json.dumps(steps), capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    return json.loads(done.stdout)


def step(kind: str, words: str) -> list[str]:
    _, second = words.split()
    return {
        "replace": ["replace", words, "quite otherwise"],
        "delete": ["delete", words],
        "type": ["type", words, " and more"],
        "enter": ["enter", words],
        "comment": ["comment", words, f"Why {second}?"],
        "bold": ["bold", words],
    }[kind]


def is_told(kind: str, field: Field, words: str, told: tuple[Finding, ...]) -> bool:
    """Whether an edit was found at its path, and is what was done."""
    here = [each for each in told if getattr(each, "path", "") == field.path]
    changes = [change for each in here if isinstance(each, Edit) for change in each.changes]
    match kind:
        case "replace":
            return any("otherwise" in each.added for each in changes)
        case "delete":
            return any(words in each.removed and not each.added for each in changes)
        case "type":
            return any("and more" in each.added for each in changes)
        case "enter":
            return any("\n\n" in each.new for each in here if isinstance(each, Edit))
        case "comment":
            return any(isinstance(each, Comment) and each.words == words for each in here)
        case _:
            return any(isinstance(each, Formatting) and each.given and each.words == words for each in here)


@pytest.mark.slow
@pytest.mark.parametrize("of", [BRIEF, OTHER], ids="-".join)
def test_each_of_twenty_edits_comes_back_at_its_path(of: tuple[str, str, str, str], tmp_path: Path) -> None:
    require("soffice")
    if not has_uno():
        missing = f"{PYTHON} has no module uno"
        pytest.fail(missing) if os.environ.get("BRIEFGEN_REQUIRE_TOOLS") == "1" else pytest.skip(missing)
    data = for_review(of)
    (tmp_path / "sent.docx").write_bytes(data)
    places = once(data)[:PLACES]
    assert len(places) == PLACES
    done = [(KINDS[at % len(KINDS)], field, words) for at, (field, words) in enumerate(places)]
    seen = edit(tmp_path / "sent.docx", tmp_path / "back.docx", [step(kind, words) for kind, _, words in done])
    assert None not in seen
    told = found((tmp_path / "back.docx").read_bytes(), of[0])
    assert [(kind, field.path) for kind, field, words in done if not is_told(kind, field, words, told)] == []
    paths = {field.path for _, field, _ in done}
    assert [each for each in told if getattr(each, "path", "") not in paths] == []  # nothing is misplaced
