"""`briefgen redline`: two folders, or what git holds of them."""

import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.explanations.pages import BASE
from tests.laws.readings import of_docx
from tests.redline.word import accept_all, reject_all
from tests.tools import require

from briefgen.cli.app import app
from briefgen.commands import redline as verb

OLD = BASE.read_text(encoding="utf-8")


def edition(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return folder


def redline(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["redline", *arguments], catch_exceptions=False)


def words(data: bytes) -> str:
    return "\n".join(text for _, text in of_docx(data))


def parts(file: Path) -> list[bytes]:
    with zipfile.ZipFile(file) as package:
        return [package.read(name) for name in package.namelist()]


@pytest.fixture
def repository(here: Path) -> Path:
    """A repository with an old edition in its first commit, and a new one in its second."""
    git = require("git")

    def run(*arguments: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run([git, *who, *arguments], cwd=here, check=True, capture_output=True)

    run("init", "-q")
    edition(here / "all" / "bus", OLD)
    run("add", ".")
    run("commit", "-qm", "First")
    edition(here / "all" / "bus", NEW)
    run("add", ".")
    run("commit", "-qm", "Second")
    return here


QUESTION = next(line.partition(":")[2].strip() for line in OLD.splitlines() if line.startswith("question:"))
NEW = OLD.replace(QUESTION, QUESTION.replace("Should", "Must"))


def test_two_folders(here: Path) -> None:
    edition(here / "old", OLD)
    edition(here / "bus", NEW)
    done = redline("old", "bus", "--to", "docx", "--to", "html")
    assert (done.exit_code, done.stdout.split()) == (0, ["briefs/bus-redline.docx", "briefs/bus-redline.html"])
    data = Path("briefs/bus-redline.docx").read_bytes()
    assert QUESTION in words(reject_all(data))
    assert QUESTION.replace("Should", "Must") in words(accept_all(data))
    assert "Reworded: question." in words(data)


def test_a_revision_and_the_folder_of_today(repository: Path) -> None:
    done = redline("HEAD~1:all/bus", "all/bus")
    assert (done.exit_code, done.stdout.split()) == (0, ["briefs/bus-redline.docx"])
    assert QUESTION in words(reject_all(Path("briefs/bus-redline.docx").read_bytes()))


def test_two_revisions_named_from_a_folder_below(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "all")
    done = redline("HEAD~1:./bus", "HEAD:all/bus/scenario.yaml")
    assert (done.exit_code, done.stdout.split()) == (0, ["briefs/bus-redline.docx"])


def test_what_a_scenario_shares_comes_with_it(repository: Path) -> None:
    """What lies beside it is read up to the nearest `briefgen.yaml`; links are left out."""
    (repository / "all" / "briefgen.yaml").touch()
    (repository / "all" / "facts.yaml").write_text("[]\n", encoding="utf-8")
    (repository / "all" / "link").symlink_to("/etc/passwd")
    edition(repository / "all" / "bus", NEW + "\nindicators: ../facts.yaml\n" if "indicators:" not in NEW else NEW)
    for command in (["add", "."], ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "Third"]):
        subprocess.run([require("git"), *command], cwd=repository, check=True)
    assert redline("HEAD~1:all/bus", "HEAD:all/bus").exit_code == 0


@pytest.mark.parametrize(
    "name", ["HEAD:nowhere", "HEAD~9:all/bus", "--output=x:all/bus", "HEAD:../all/bus", "HEAD:", "HEAD:/etc", "@{:x"]
)
def test_a_revision_that_is_not_there_is_said_in_a_line(repository: Path, name: str) -> None:
    done = redline("--", name, "all/bus")
    assert done.exit_code == 2
    assert "[unknown-revision]" in done.stderr
    assert not (repository / "briefs").exists()


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    done = redline("HEAD~1:all/bus", "all/bus")
    assert (done.exit_code, "[no-git]" in done.stderr) == (2, True)


def test_outside_of_a_repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require("git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    edition(here / "bus", OLD)
    done = redline("HEAD:bus", "bus")
    assert (done.exit_code, "[unknown-revision]" in done.stderr) == (2, True)


def test_a_redline_that_was_edited_stays(here: Path) -> None:
    edition(here / "old", OLD)
    edition(here / "bus", NEW)
    redline("old", "bus")
    path = Path("briefs/bus-redline.docx")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("edited", "")
    done = redline("old", "bus")
    assert (done.exit_code, "[edited-output]" in done.stderr) == (2, True)
    assert redline("old", "bus", "--force").exit_code == 0


def test_a_new_edition_with_a_fault_gives_no_redline(here: Path) -> None:
    edition(here / "old", OLD)
    edition(here / "bus", NEW.replace("question:", "qestion:"))
    done = redline("old", "bus")
    assert (done.exit_code, "qestion" in done.stderr) == (1, True)


def test_a_redline_bears_the_marking_of_the_more_restricted_edition(here: Path) -> None:
    """It holds the words of both."""
    edition(here / "old", OLD + "marking: TLP:AMBER\n")
    edition(here / "bus", NEW + "marking: TLP:CLEAR\n")
    assert redline("old", "bus", "--to", "html").exit_code == 0
    page = Path("briefs/bus-redline.html").read_text(encoding="utf-8")
    assert ">TLP:AMBER<" in page and ">TLP:CLEAR<" not in page


def test_an_audience_sees_nothing_of_the_old_edition_that_is_above_it(here: Path) -> None:
    """Its marking is that of the new edition: in the old one the same readers were given more."""
    secret = "gaps:\n- id: secret\n  text: Whether the mayor resigns.\n  would_change: No.\n  marking: TLP:GREEN\n"
    readers = "audiences:\n- {id: public, name: The public, marking: TLP:%s}\n"
    edition(here / "old", OLD + secret + readers % "GREEN")
    edition(here / "bus", NEW + readers % "CLEAR")
    assert redline("old", "bus").exit_code == 0
    assert "mayor resigns" in words(reject_all(Path("briefs/bus-redline.docx").read_bytes()))
    done = redline("old", "bus", "--audience", "public")
    assert (done.exit_code, done.stdout.split()) == (0, ["briefs/bus-public-redline.docx"])
    assert b"mayor resigns" not in b"".join(parts(Path("briefs/bus-public-redline.docx")))


READERS = "audiences:\n- {id: public, name: The public, marking: TLP:CLEAR}\n"
GAP = "gaps:\n- id: resigns\n  text: Whether the Vexador resigns after the vote.\n"


def test_what_the_new_edition_withholds_is_not_told_as_deleted(here: Path) -> None:
    """The old one told it to the same readers."""
    edition(here / "old", OLD + READERS + GAP)
    edition(here / "bus", NEW + READERS + GAP + "  marking: TLP:AMBER\n")
    done = redline("old", "bus", "--audience", "public")
    assert (done.exit_code, "[withheld-words-found]" in done.stderr) == (1, True)
    assert "The old edition tells it to these readers." in done.stderr
    assert not (here / "briefs").exists()


def test_what_the_old_edition_withheld_may_be_told_by_the_new_one(here: Path) -> None:
    edition(here / "old", OLD + READERS + GAP + "  marking: TLP:AMBER\n")
    edition(here / "bus", NEW + READERS + GAP)
    assert redline("old", "bus", "--audience", "public", "--to", "docx", "--to", "pdf", "--to", "html").exit_code == 0


def test_a_redline_is_looked_through_for_what_the_old_edition_withholds(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition(here / "old", OLD + READERS + GAP + "  marking: TLP:AMBER\n")
    edition(here / "bus", NEW + READERS)
    assert redline("old", "bus", "--audience", "public", "--force").exit_code == 0
    monkeypatch.setattr(verb, "write", lambda *_: {"html": b"<!DOCTYPE html><p>Of the Vexador.</p>"})
    done = redline("old", "bus", "--audience", "public", "--to", "html")
    assert (done.exit_code, "[withheld-words-found]" in done.stderr) == (1, True)
    assert not list((here / "briefs").glob("*.html"))
