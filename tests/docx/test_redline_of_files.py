"""`briefgen redline OLD.docx NEW.docx`, for a reader who has no more than these."""

import re
import zipfile
from pathlib import Path

import pytest
from tests.command_line import run
from tests.docx.houses import german
from tests.explanations.pages import BASE
from tests.laws.briefs import brief, called, every_brief, theme
from tests.laws.readings import of_docx
from tests.redline.word import accept_all, reject_all

from briefgen import docx
from briefgen.document.revisions import accepted, rejected
from briefgen.docx.read.read import Read, read
from briefgen.redline import revise
from briefgen.redline.align import normalised

OLD = BASE.read_text(encoding="utf-8")


def words(data: bytes) -> list[str]:
    """Of the file, without the remark of a redline."""
    found = [text for _, text in of_docx(data)]
    return [text for text in found if not text.startswith(("Changes since the last edition", "Words inserted:"))]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two editions, each rendered in Word and PDF."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("old", OLD), ("new", OLD.replace("Should the town", "How should the town"))):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "scenario.yaml").write_text(text, encoding="utf-8")
        assert run("render", name, "--to", "docx").exit_code == 0
    assert OLD.count("Should the town") == 1
    return tmp_path


def test_two_files(here: Path) -> None:
    done = run("redline", "briefs/old.docx", "briefs/new.docx")
    assert (done.exit_code, done.output) == (0, "briefs/new-redline.docx\n")
    made = (here / "briefs/new-redline.docx").read_bytes()
    assert words(accept_all(made)) == words((here / "briefs/new.docx").read_bytes())
    assert words(reject_all(made)) == words((here / "briefs/old.docx").read_bytes())
    assert "Words inserted: 2; words deleted: 1." in "\n".join(text for _, text in of_docx(made))


def test_as_a_page_and_as_pdf(here: Path) -> None:
    done = run("redline", "briefs/old.docx", "briefs/new.docx", "--to", "html", "--to", "pdf")
    assert done.exit_code == 0, done.output
    assert "<ins" in (here / "briefs/new-redline.html").read_text(encoding="utf-8")
    assert (here / "briefs/new-redline.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("old", "new"), [("briefs/old.docx", "new"), ("old", "briefs/new.docx")])
def test_a_file_and_a_folder(here: Path, old: str, new: str) -> None:
    """Only what somebody changed is a change, though Word keeps less of a brief than the folder has."""
    done = run("redline", old, new)
    assert done.exit_code == 0, done.output
    made = (here / "briefs/new-redline.docx").read_bytes()
    assert words(accept_all(made)) == words((here / "briefs/new.docx").read_bytes())
    assert words(reject_all(made)) == words((here / "briefs/old.docx").read_bytes())
    with zipfile.ZipFile(here / "briefs/new-redline.docx") as package:
        body = package.read("word/document.xml").decode()
    changed = [
        text
        for text in re.findall(r"<w:(?:ins|del) [^>]*>(.*?)</w:(?:ins|del)>", body)
        if "<w:t" in text or "<w:delText" in text
    ]
    assert ["".join(re.findall(r">([^<>]+)<", text)).strip() for text in changed] in (
        ["Should", "How should"],
        ["How should", "Should"],
    )


def test_a_file_with_tracked_changes_is_refused(here: Path) -> None:
    run("redline", "old", "new")
    done = run("redline", "briefs/old.docx", "briefs/new-redline.docx")
    assert done.exit_code == 2
    assert "briefs/new-redline.docx has tracked changes." in done.output
    assert "accept or reject" in done.output


def test_a_file_of_another_program_is_refused(here: Path) -> None:
    (here / "house.docx").write_bytes(german())
    done = run("redline", "briefs/old.docx", "house.docx")
    assert done.exit_code == 2
    assert "house.docx was not written by briefgen." in done.output


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06" + b"\0" * 18, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused_in_a_line(here: Path, data: bytes) -> None:
    (here / "bad.docx").write_bytes(data)
    done = run("redline", "briefs/old.docx", "bad.docx")
    assert done.exit_code == 1
    assert "bad.docx" in done.output
    assert "[unsafe-docx]" in done.output


def test_an_audience_cannot_be_asked_for_of_files(here: Path) -> None:
    """It would be believed that something was left out."""
    done = run("redline", "briefs/old.docx", "briefs/new.docx", "--audience", "public")
    assert done.exit_code == 2
    assert "`--audience`" in done.output


def test_a_missing_file(here: Path) -> None:
    done = run("redline", "briefs/old.docx", "none.docx")
    assert done.exit_code == 2
    assert "There is no file none.docx." in done.output


@pytest.mark.parametrize("at", range(0, len(every_brief()) - 1, 5), ids=lambda at: called(every_brief()[at]))
def test_accepting_and_rejecting_what_changed_from_one_brief_to_another(at: int) -> None:
    made = [
        read(docx.write(brief(*every_brief()[each]), theme(), "a4", {}), "x.docx", theme()) for each in (at, at + 1)
    ]
    assert isinstance(made[0], Read)
    assert isinstance(made[1], Read)
    old, new = made[0].document, made[1].document
    redline = revise(old, new)
    assert accepted(redline).blocks == new.blocks
    assert tuple(map(normalised, rejected(redline).blocks)) == tuple(map(normalised, old.blocks))
