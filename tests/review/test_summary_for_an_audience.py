"""The summary of a review for one audience: nothing that is withheld from them is in it, nor what others wrote who saw
more."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.release.extracted import extracted
from tests.review.sessions import is_text
from tests.review.test_for_one_audience import given as given_to
from tests.review.test_for_one_audience import put, sent
from tests.review.test_joined_and_moved import FILE

from briefgen.cli.app import app
from briefgen.commands import review_summary
from briefgen.ooxml.tags import w


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario with two briefs that came back: that of the public, and that of the council."""
    monkeypatch.chdir(tmp_path)
    of = sent(tmp_path)
    put(of, 0, "walk home", "walk far")
    (tmp_path / "public.docx").write_bytes(of.session.saved())
    council = given_to(tmp_path, "council")
    put(council, 1, "walk home", "walk to the Tannery")
    (tmp_path / "council.docx").write_bytes(council.session.saved())
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["review", *arguments, "--scenario", "bus"], catch_exceptions=False)


def told(here: Path, name: str) -> str:
    return extracted((here / "briefs" / name).read_bytes())


def test_it_holds_what_they_see_and_no_word_of_those_who_saw_more(here: Path) -> None:
    done = run("public.docx", "council.docx", "--to", "docx", "--to", "html", "--audience", "public")
    assert done.stdout.splitlines() == [
        str(Path("briefs/bus-public-review.docx")),
        str(Path("briefs/bus-public-review.html")),
    ]
    assert "council.docx did not go out to `public`" in done.stderr
    for name in ("bus-public-review.docx", "bus-public-review.html"):
        assert "far" in told(here, name)
        assert not {"Tannery", "strike", "driver", "RED"} & set(told(here, name).replace(":", " ").split())


def test_those_who_see_all_read_both(here: Path) -> None:
    done = run("public.docx", "council.docx", "--to", "html", "--audience", "council")
    assert "did not go out" not in done.stderr
    assert {"far", "Tannery"} <= set(told(here, "bus-council-review.html").replace(".", " ").split())


def test_of_none_for_them_there_is_no_summary(here: Path) -> None:
    done = run("council.docx", "--to", "html", "--audience", "public")
    assert done.exit_code == 2 and "[nothing-released]" in done.stderr
    assert not (here / "briefs").exists()


def mark(here: Path, old: str, new: str) -> None:
    file = here / FILE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_words_that_were_told_once_and_are_withheld_now_stop_it(here: Path) -> None:
    """The public got them, and changed them; then they were marked."""
    of = given_to(here, "public")
    put(of, 1, "Some take", "Few take")
    (here / "public.docx").write_bytes(of.session.saved())
    mark(here, "Some take a taxi.", "[Some take a taxi.]{.marking-tlp-red}")
    done = run("public.docx", "--to", "html", "--audience", "public")
    assert done.exit_code == 2 and "“some take a taxi” is withheld" in done.stderr
    assert not (here / "briefs").exists()


def test_a_field_that_is_withheld_now_is_left_out(here: Path) -> None:
    of = given_to(here, "public")
    for run_ in of.paragraphs("options.bus.definition")[0].iter(w("r")):
        if is_text(run_):
            of.session.put(run_, of.session.run(run_, "One bus leaves at half past one."))
    (here / "public.docx").write_bytes(of.session.saved())
    mark(here, "definition: One bus leaves at one.", "definition: One bus leaves at one., marking: TLP:RED")
    done = run("public.docx", "--to", "html", "--audience", "public")
    assert "withheld from `public` by now" in done.stderr
    assert "half past" not in told(here, "bus-public-review.html")


def test_a_leak_is_found_before_it_is_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = review_summary.write
    mark(here, "The operator fears a strike.", "Harbourline fears a strike.")
    monkeypatch.setattr(
        review_summary, "write",
        lambda *asked, **how: {f: d.replace(b"walk", b"Harbourline") for f, d in real(*asked, **how).items()},
    )  # fmt: skip
    done = run("public.docx", "--to", "html", "--audience", "public")
    assert "[withheld-words-found]" in done.stderr and done.exit_code == 2
    assert not (here / "briefs").exists()


def test_an_audience_goes_with_a_summary(here: Path) -> None:
    assert run("public.docx", "--audience", "public").exit_code == 2
