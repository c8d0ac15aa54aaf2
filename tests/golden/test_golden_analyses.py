"""What `briefgen analyse` says of the shipped scenarios is as it was accepted; `make golden` accepts it as it is."""

import difflib
import os
from pathlib import Path

import pytest
from tests.laws.briefs import SHIPPED, loaded

from briefgen.analysis import analyse
from briefgen.cli.analysis_output import analysis_lines
from briefgen.commands.analyse import Analysed

HERE = Path(__file__).parent / "analyses"


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_the_analysis_is_as_it_was_accepted(name: str, lang: str) -> None:
    accepted = HERE / f"{name}-{lang}.txt"
    analysed = Analysed(loaded(name), lang, analyse(loaded(name).scenario))
    now = "\n".join(analysis_lines(analysed)) + "\n"
    if os.environ.get("BRIEFGEN_ACCEPT") == "1":
        accepted.write_text(now, encoding="utf-8", newline="\n")
    assert accepted.exists(), f"{accepted.name} is not there; `make golden` writes it"
    before = accepted.read_text(encoding="utf-8")
    difference = difflib.unified_diff(before.splitlines(), now.splitlines(), "accepted", "now", lineterm="", n=1)
    assert now == before, "\n".join(difference)
