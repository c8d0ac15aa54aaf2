"""The briefs of the shipped scenarios are as they were accepted. `make golden` accepts them as they are now."""

import difflib
import os
from pathlib import Path

import pytest
from tests.laws.briefs import SHIPPED, files

HERE = Path(__file__).parent


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_the_brief_is_as_it_was_accepted(name: str, lang: str) -> None:
    accepted = HERE / f"{name}-{lang}.txt"
    now = files(name, lang)["native"].decode()
    if os.environ.get("BRIEFGEN_ACCEPT") == "1":
        accepted.write_text(now, encoding="utf-8", newline="\n")
    assert accepted.exists(), f"{accepted.name} is not there; `make golden` writes it"
    before = accepted.read_text(encoding="utf-8")
    difference = difflib.unified_diff(before.splitlines(), now.splitlines(), "accepted", "now", lineterm="", n=1)
    assert now == before, "\n".join(difference)
