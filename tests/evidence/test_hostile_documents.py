"""Documents that are broken, or made to harm, are refused in a line and at once."""

import os
import time
from pathlib import Path

import pytest
from tests.evidence.hostile import HOSTILE, Maker
from tests.use_cases import reported

from briefgen.commands.sources import source_add
from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence.extract import extract
from briefgen.io.filesystem import World


@pytest.mark.parametrize(("name", "make", "words"), HOSTILE.values(), ids=HOSTILE)
def test_it_is_refused_in_a_second(name: str, make: Maker, words: str) -> None:
    data = make()
    start = time.process_time()
    refused = extract(data, name)
    assert time.process_time() - start < 2.0
    assert isinstance(refused, Diagnostic), refused
    assert words in refused.message
    assert "\n" not in refused.message
    assert refused.file == name
    assert refused.hint or refused.code == "not-text"


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("title: A night bus\n", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    added, told = reported(source_add, World(tmp_path), Path("pipe.txt"), "scenario.yaml")
    assert added is None
    assert [item.message for item in told] == ["pipe.txt is a named pipe; only regular files are read."]


def test_nothing_of_the_library_reaches_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    for name, make, _words in HOSTILE.values():
        if name == "a.pdf" and len(data := make()) < 100_000:
            extract(data, name)
    assert capfd.readouterr() == ("", "")
