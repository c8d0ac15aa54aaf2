"""What `verify` tells of a brief: whether it is what its files make, and whether its quotes still stand."""

import json
import re
import shutil
import sys
import zlib
from collections.abc import Callable
from importlib.metadata import requires
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from tests.command_line import run

from briefgen import __version__
from briefgen.io.filesystem import shipped
from briefgen.pdf import document as pdf_file
from briefgen.release import manifest as manifests
from briefgen.release.manifest import LIBRARIES, Build, this_build


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the small scenario `bus` and its brief `bus.pdf`."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(shipped("scenarios") / "starter", tmp_path / "bus")
    assert run("render", "bus", "--to", "pdf", "--out", ".").exit_code == 0
    return tmp_path


def edit(path: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
    """Saves a PDF as a program would that someone edited it with."""
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        change(pdf)
        pdf.save(path)


def test_a_brief_as_it_was_rendered(here: Path) -> None:
    result = run("verify", "bus.pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[2:] == [
        "content  the same bytes as its files make",
        "files    9, each as it was attached",
        "then     survey: 4 quotes, found in its text",
    ]


def test_a_title_with_spaces_that_do_not_break(here: Path) -> None:
    file = here / "bus" / "scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("A night bus for Lindby", "“Lindby\u00a0! A bus”"), "utf-8")
    run("render", "bus", "--to", "pdf", "--out", ".", "--force")
    assert run("verify", "bus.pdf").stdout.splitlines()[0] == "brief    “Lindby ! A bus”, edition 1"


def test_it_leaves_nothing_behind(here: Path) -> None:
    before = sorted(here.rglob("*"))
    run("verify", "bus.pdf", "--scenario", "bus")
    assert sorted(here.rglob("*")) == before


def test_one_that_another_zlib_has_packed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "_LEVEL", 1)
    run("render", "bus", "--to", "pdf", "--out", ".", "--force")
    monkeypatch.undo()
    monkeypatch.chdir(here)
    result = run("verify", "bus.pdf")
    assert (result.exit_code, "only the compression differs" in result.stdout) == (0, True)


def test_a_word_that_was_painted_over(here: Path) -> None:
    """The text of a page is changed, and nothing else: not a byte of what is attached."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1]
        page.Contents.write(re.sub(rb"\[\(([\x03-\x09])", b"[(\x02", page.Contents.read_bytes(), count=1))

    edit(here / "bus.pdf", change)
    result = run("verify", "bus.pdf")
    assert result.exit_code == 1
    assert "What stands on page 2 is not what the files make that the PDF carries. [content-differs]" in result.stderr
    assert "content  not what its files make" in result.stdout


def test_a_page_that_was_taken_out(here: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[-1]

    edit(here / "bus.pdf", change)
    result = run("verify", "bus.pdf")
    assert (result.exit_code, "What stands on page " in result.stderr) == (1, True)


def test_a_title_that_was_changed(here: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo.Title = "Another"

    edit(here / "bus.pdf", change)
    result = run("verify", "bus.pdf")
    assert (result.exit_code, "but the rest of it is not" in result.stderr) == (1, True)


def test_a_change_that_was_appended(here: Path) -> None:
    """As an editor does that saves quickly: the old content is all there, and a reader shows the new one."""
    data = (here / "bus.pdf").read_bytes()
    with pikepdf.open(BytesIO(data)) as pdf:
        number, _ = pdf.pages[0].Contents.objgen
        root = pdf.Root.objgen[0]
        size = int(pdf.trailer.Size)
        packed = zlib.compress(pdf.pages[0].Contents.read_bytes().replace(b"[(\x01", b"[(\x02"))
    at = len(data)
    entry = b"%d 0 obj\n<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n" % (
        number,
        len(packed),
        packed,
    )
    table = at + len(entry)
    before = int(data.rstrip().rsplit(b"\n", 2)[-2])
    rows = b"\x01%s\x00\x00\x01%s\x00\x00" % (at.to_bytes(4, "big"), table.to_bytes(4, "big"))
    xref = b"%d 0 obj\n<</Type/XRef/W[1 4 2]/Index[%d 1 %d 1]/Size %d/Root %d 0 R/Prev %d/Length %d>>stream\n%s\n" % (
        size, number, size, size + 1, root, before, len(rows), rows,
    )  # fmt: skip
    (here / "bus.pdf").write_bytes(data + entry + xref + b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % table)
    with pikepdf.open(here / "bus.pdf") as changed:
        assert b"[(\x01" not in changed.pages[0].Contents.read_bytes()
    result = run("verify", "bus.pdf")
    assert (result.exit_code, "What stands on page 1 is not" in result.stderr) == (1, True)


OTHERS = {
    "another version": Build("0.0.9", "", {}),
    "another commit": replace(this_build(), commit="0" * 40),
    "another library": replace(this_build(), libraries={**this_build().libraries, "pillow": "9.0"}),
}


@pytest.fixture(params=OTHERS.values(), ids=OTHERS)
def of_another_build(here: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A brief that says that another build made it."""
    with monkeypatch.context() as patch:
        patch.setattr(manifests, "this_build", lambda: request.param)
        run("render", "bus", "--to", "pdf", "--out", ".", "--force")
    return here / "bus.pdf"


def test_another_build_that_makes_the_same_bytes(of_another_build: Path) -> None:
    result = run("verify", "bus.pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "content  the same bytes as its files make" in result.stdout


def test_of_another_build_words_are_compared(of_another_build: Path) -> None:
    """Its bytes may be others for that reason alone, so nobody is accused."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo.Producer = "briefgen 0.0.9"

    edit(of_another_build, change)
    result = run("verify", "bus.pdf")
    assert result.exit_code == 0
    assert "its bytes cannot be compared. [other-version]" in result.stderr
    assert "content  the same words as its files make" in result.stdout


def test_of_another_build_other_words_are_shown_and_nobody_is_accused(of_another_build: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1]
        content = page.Contents.read_bytes()
        at = content.index(b"(", content.index(b"/MCID")) + 1  # the first letter of a tagged word
        other = b"\x15" if content[at : at + 1] != b"\x15" else b"\x0c"
        page.Contents.write(content[:at] + other + content[at + 1 :])

    edit(of_another_build, change)
    result = run("verify", "bus.pdf")
    assert result.exit_code == 2
    assert "Where it says “" in result.stderr and "this version cannot tell. [other-version]" in result.stderr
    assert "content-differs" not in result.stderr


def test_a_manifest_of_a_later_version_is_not_called_changed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys.modules["briefgen.release.bundle"],
        "dumps",
        lambda made: manifests.dumps(made).replace(b'"maker": "', b'"pages": 4,\n "maker": "9.'),
    )
    run("render", "bus", "--to", "pdf", "--out", ".", "--force")
    for words in (("verify", "bus.pdf"), ("extract", "bus.pdf", "taken")):
        result = run(*words)
        assert (result.exit_code, "[other-version]" in result.stderr) == (2, True)


def test_a_brief_says_what_made_it(here: Path) -> None:
    made = json.loads(run("verify", "bus.pdf", "--format", "json").stdout)["brief"]
    assert made["maker"] == __version__
    assert re.fullmatch(r"[0-9a-f]{40}|", made["commit"])
    assert made["libraries"]["zlib"] == zlib.ZLIB_RUNTIME_VERSION
    assert all(made["libraries"].values())


def test_the_libraries_that_are_recorded_are_dependencies() -> None:
    needed = {re.match(r"[\w-]+", each)[0].lower() for each in requires("briefgen") or () if "extra ==" not in each}  # type: ignore[index]
    assert {each.lower() for each in LIBRARIES} <= needed


# What changed since


def test_a_text_that_says_something_else_today(here: Path) -> None:
    text = here / "bus" / "texts" / "survey.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("23:10", "22:40"), encoding="utf-8")
    for where in (("--texts", "bus/texts"), ("--scenario", "bus")):
        result = run("verify", "bus.pdf", *where)
        assert result.exit_code == 1
        assert "1 of its 4 quotes no longer stands in it. [text-changed]" in result.stderr
        assert "“23:10” stands for “22:40”. [quote-altered]" in result.stderr
        assert "now      survey: its text has changed; 3 of 4 quotes found" in result.stdout


def test_a_text_that_only_grew(here: Path) -> None:
    text = here / "bus" / "texts" / "survey.txt"
    text.write_text(text.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    result = run("verify", "bus.pdf", "--texts", "bus/texts")
    assert (result.exit_code, "all quotes still stand in it. [text-changed]" in result.stderr) == (0, True)


def test_a_text_that_is_not_there(here: Path) -> None:
    (here / "empty").mkdir()
    result = run("verify", "bus.pdf", "--texts", "empty")
    assert "now      survey: its text is not available; 4 quotes could not be checked" in result.stdout


def test_facts_that_were_changed_or_withdrawn(here: Path) -> None:
    facts = here / "bus" / "evidence" / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    text = text.replace("The last bus leaves the station at 23:10.", "The last bus leaves the station at 23:10 sharp.")
    text = text.replace("- id: taxi-firm", "- id: taxi-company")
    facts.write_text(text, encoding="utf-8")
    result = run("verify", "bus.pdf", "--scenario", "bus")
    assert "The brief states `last-bus` in other words. [fact-changed]" in result.stderr
    assert "The brief states `taxi-firm`, which bus/scenario.yaml no longer does. [fact-changed]" in result.stderr
    assert result.exit_code == 0


def test_a_scenario_that_is_not_there(here: Path) -> None:
    assert run("verify", "bus.pdf", "--scenario", "nowhere").exit_code == 2


def test_for_programs(here: Path) -> None:
    told = json.loads(run("verify", "bus.pdf", "--scenario", "bus", "--format", "json").stdout)
    assert told["diagnostics"] == []
    assert told["brief"]["content"] == "same-bytes"
    assert told["brief"]["rendering"] == {"template": "options-paper", "theme": "plain", "lang": "en", "page": "a4"}
    assert told["brief"]["now"] == [{"source": "survey", "quotes": 4, "found": 4, "text": "same"}]
    nothing = json.loads(run("verify", "bus/scenario.yaml", "--format", "json").stdout)
    assert (nothing["brief"], nothing["diagnostics"][0]["code"]) == (None, "not-a-brief")


# A folder that was taken out


def test_a_folder_that_was_changed_is_a_scenario_like_any_other(here: Path) -> None:
    assert run("extract", "bus.pdf", "out").exit_code == 0
    facts = here / "out" / "evidence" / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("23:10", "22:40"), encoding="utf-8")
    result = run("render", "out", "--to", "pdf")
    assert (
        "`evidence/facts.yaml` is not as the brief carried it: all is checked anew. [carried-changed]" in result.stderr
    )
    assert "[text-missing]" in result.stderr


def test_its_options_are_those_of_the_brief_unless_others_are_given(here: Path) -> None:
    run("render", "bus", "--template", "option-note", "--option", "trial", "--page", "letter", "--to", "pdf")
    assert run("extract", "briefs/bus-option-note-trial.pdf", "out").exit_code == 0
    assert run("render", "out", "--to", "pdf").stdout == "briefs/out-option-note-trial.pdf\n"
    made = (here / "briefs" / "out-option-note-trial.pdf").read_bytes()
    assert made == (here / "briefs" / "bus-option-note-trial.pdf").read_bytes()
    run("render", "out", "--to", "pdf", "--page", "a4", "--out", "other")
    with pikepdf.open(here / "other" / "out-option-note-trial.pdf") as pdf:
        assert float(pdf.pages[0].MediaBox[2]) == pytest.approx(595.28)


def test_without_sources_there_is_nothing_to_take_out(here: Path) -> None:
    run("render", "bus", "--to", "pdf", "--out", "bare", "--no-sources")
    for words in (("extract", "bare/bus.pdf", "out"), ("verify", "bare/bus.pdf")):
        result = run(*words)
        assert (result.exit_code, "[not-a-brief]" in result.stderr) == (2, True)
    assert not (here / "out").exists()
