"""The cases of `redlines.md`."""

import re
from pathlib import Path

import pytest
from tests.redline.notation import read, shown

from briefgen.redline import revise

_TEXT = Path(__file__).with_name("redlines.md").read_text(encoding="utf-8")
CASES = [(part.partition("\n")[0], part.partition("\n")[2]) for part in re.split(r"^## ", _TEXT, flags=re.M)[1:]]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[name for name, _ in CASES])
def test_redline(name: str, case: str) -> None:
    old, new, expected = case.split("\n---\n")
    lines = [line.strip() for line in expected.splitlines() if line.strip()]
    assert shown(revise(read(old), read(new))).split("\n") == lines
