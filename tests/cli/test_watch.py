"""`briefgen render --watch`, as a process that someone edits files next to."""

import os
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.program import ENVIRONMENT, PROGRAM, Write
from tests.cli.pseudo_terminal import on_posix

import briefgen

pytestmark = [pytest.mark.slow, on_posix]

PATIENCE = 40
PLAIN = Path(briefgen.__file__).parent / "theme/plain.yaml"


class Watching:
    """A running `render --watch`, and the lines that it has printed so far."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [*PROGRAM, "render", *words, "--watch"], cwd=folder, text=True, encoding="utf-8",
            env=ENVIRONMENT | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to the first that holds these words."""
        lines, end = [], time.monotonic() + PATIENCE
        while not lines or words not in lines[-1]:
            try:
                lines.append(self._lines.get(timeout=max(0.0, end - time.monotonic())))
            except queue.Empty:
                raise AssertionError(f"{words!r} was not printed, but {lines}") from None
        return lines

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def running() -> Iterator[list[Watching]]:
    made: list[Watching] = []
    yield made
    for each in made:
        each.process.kill()
        each.process.wait()


def write(file: Path, old: str, new: str) -> None:
    """As editors do it: a new file in the place of the old one."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    part = file.with_suffix(".part")
    part.write_text(text.replace(old, new), encoding="utf-8")
    part.replace(file)


def test_a_change_an_error_and_its_repair(running: list[Watching], scenario: Write, here: Path) -> None:
    file = scenario()
    watching = Watching(here / "bus", "--to", "html")
    running.append(watching)
    assert watching.until("Ctrl-C")[0] == "briefs/bus.html"
    brief = here / "bus/briefs/bus.html"

    write(file, "Should the town run a night bus", "Should there be a late bus")
    [line] = watching.until("changed")
    assert line[8:] == " scenario.yaml changed: wrote briefs/bus.html"
    assert "Should there be a late bus" in (good := brief.read_text(encoding="utf-8"))

    write(file, "[@last-bus]", "[@lost-bus]")
    lines = watching.until("changed")
    assert any("There is no fact `lost-bus`" in line for line in lines)
    assert "not written, " in lines[-1]
    assert brief.read_text(encoding="utf-8") == good

    write(file, "[@lost-bus]", "[@last-bus]")
    assert watching.until("changed")[-1].endswith("scenario.yaml changed: briefs/bus.html unchanged")

    assert watching.interrupt() == 0
    assert watching.until("Stopped")[-1] == "Stopped watching."


def test_texts_templates_themes_and_missing_files_are_watched(
    running: list[Watching], scenario: Write, here: Path
) -> None:
    file = scenario()
    theme = here / "own.yaml"
    theme.write_text(PLAIN.read_text(encoding="utf-8"), encoding="utf-8")
    watching = Watching(here, "bus", "--to", "html", "--theme", "own.yaml")
    running.append(watching)
    watching.until("Ctrl-C")

    text = file.parent / "texts/survey.txt"
    whole = text.read_text(encoding="utf-8")
    text.write_text("Something else.\n", encoding="utf-8")
    assert "bus/texts/survey.txt changed: not written" in watching.until("changed")[-1]
    hidden = file.rename(file.with_suffix(".away"))
    assert "bus/scenario.yaml changed: not written" in watching.until("changed")[-1]
    hidden.rename(file)
    assert "bus/scenario.yaml changed: not written" in watching.until("changed")[-1]
    text.write_text(whole, encoding="utf-8")
    assert watching.until("changed")[-1].endswith("bus/texts/survey.txt changed: briefs/bus.html unchanged")
    theme.write_text("name: [\n", encoding="utf-8")
    assert "own.yaml changed: not written" in watching.until("changed")[-1]
    assert watching.interrupt() == 0


def test_a_watch_does_not_keep_the_processor_busy(running: list[Watching], scenario: Write, here: Path) -> None:
    scenario()
    watching = Watching(here, "bus", "--to", "html")
    running.append(watching)
    watching.until("Ctrl-C")
    time.sleep(2.5)  # until all files are at rest, and known by their state alone

    def spent() -> float:
        fields = Path(f"/proc/{watching.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    if not Path("/proc/self/stat").exists():
        pytest.skip("there is no /proc")
    before = spent()
    time.sleep(3)
    assert spent() - before < 0.5


def test_nothing_to_watch_ends_at_once(running: list[Watching], here: Path) -> None:
    watching = Watching(here, "nowhere")
    running.append(watching)
    assert watching.process.wait(PATIENCE) == 2
