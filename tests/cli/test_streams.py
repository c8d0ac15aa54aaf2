"""Streams that are closed or full, a folder that is gone, a disk that takes no more: a clear line, and no false one."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.program import ENVIRONMENT, PROGRAM

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the shell and devices of Linux")

COMMANDS = ("new bus --yes", "render bus", "render bus", "publish bus --out site --to html", "check bus")


def shell(here: Path, line: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`briefgen …` with redirections, by a shell."""
    words = shlex.join(PROGRAM)
    environment = ENVIRONMENT | {"XDG_CACHE_HOME": str(here / "cache")} | variables
    return subprocess.run(
        ["sh", "-c", line.replace("briefgen", words, 1)], cwd=here, env=environment, capture_output=True,
        encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_output_is_reported_and_what_was_written_is_not_denied(unbuffered: str, here: Path) -> None:
    for words in COMMANDS:
        done = shell(here, f"briefgen {words} > /dev/full", PYTHONUNBUFFERED=unbuffered)
        assert done.returncode == 2
        assert "briefgen: the output cannot be written: No space left on device.\n" in done.stderr
        assert "Nothing was written" not in done.stderr
        assert "fault of the program" not in done.stderr
    for made in ("bus/scenario.yaml", "briefs/bus.pdf", "site/index.html"):
        assert (here / made).is_file()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(closed: str, here: Path) -> None:
    for words in COMMANDS:
        done = shell(here, f"briefgen {words} {closed}")
        assert done.returncode == 0, done.stderr
        assert "briefgen:" not in done.stderr
    assert (here / "briefs/bus.docx").read_bytes().startswith(b"PK"), "what was printed is in no file"


def test_full_streams_end_a_run_without_a_word(here: Path) -> None:
    done = shell(here, "briefgen new bus --yes > /dev/full 2>&1")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.parametrize("words", ["new bus", "render ../bus", "check ../bus", "publish ../bus --out site"])
def test_a_working_directory_that_was_deleted(words: str, here: Path) -> None:
    (here / "gone").mkdir()
    done = shell(here, f"cd gone; rmdir ../gone; briefgen {words}")
    assert done.returncode == 2
    assert done.stderr.startswith("briefgen: the working directory does not exist any more.\n")


@pytest.mark.parametrize("words", ["render bus", "publish bus --out site"])
def test_files_that_may_not_grow_are_reported_and_nothing_is_left(words: str, here: Path) -> None:
    assert shell(here, "briefgen new bus --yes").returncode == 0
    before = sorted(here.rglob("*.*"))
    done = shell(here, f"ulimit -f 8; briefgen {words}", XDG_CACHE_HOME=str(here / "other-cache"))
    assert done.returncode == 2
    assert "could not be written: File too large. Nothing was changed. [unwritable-file]" in done.stderr
    assert [path for path in sorted(here.rglob("*.*")) if "cache" not in str(path)] == [
        path for path in before if "cache" not in str(path)
    ]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("words", ["render bus", "publish bus --out site", "new tram --yes", "lock bus"])
def test_a_read_only_folder(words: str, here: Path) -> None:
    assert shell(here, "briefgen new bus --yes").returncode == 0
    for folder in (here, here / "bus"):
        folder.chmod(0o555)
    done = shell(here, f"briefgen {words}", XDG_CACHE_HOME="/dev/null")
    for folder in (here, here / "bus"):
        folder.chmod(0o755)
    assert done.returncode == 2
    assert "Nothing was changed. [no-permission]" in done.stderr
