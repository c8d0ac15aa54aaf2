"""One paragraph, edited by a reviewer who saw a withheld sentence in it, and by one who did not: no edit is lost,
conflicts show both readings, and nothing that was withheld is in what is made for the lower audience."""

from pathlib import Path

import pytest
from tests.review.sessions import is_text, text
from tests.review.test_for_one_audience import given, sent
from tests.review.test_joined_and_moved import FILE, Sent
from tests.word_files import unzipped

from briefgen.commands.apply_review import AppliedReview, apply_review
from briefgen.commands.review import review_files
from briefgen.io.filesystem import World
from briefgen.ooxml.tags import w
from briefgen.review.model import Applied, Deletion, Disagreement, Edit, Unplaced

SECRET = "Its driver is ill."
ISSUE = f"""\
The *last* bus goes at 23:10 [@last-bus]. [{SECRET}]{{.marking-tlp-red}} Many walk home [@last-bus].

Some take a taxi."""
SEEN = "The last bus goes at 23:10. Many walk home."


def put(of: Sent, old: str, new: str) -> None:
    """Other words in one run, while tracking was off."""
    (run,) = [
        run for paragraph in of.paragraphs() for run in paragraph.iter(w("r")) if is_text(run) and old in text(run)
    ]
    of.session.put(run, of.session.run(run, text(run).replace(old, new)) or "<w:r/>")


def applied(folder: Path, ann: Sent, bob: Sent) -> AppliedReview:
    """What becomes of both; afterwards nothing that is withheld is in the brief of the public."""
    for name, of in (("ann", ann), ("bob", bob)):
        (folder / f"{name}.docx").write_bytes(of.session.saved())
    reviews, told = review_files(World(folder), [Path("ann.docx"), Path("bob.docx")], FILE)
    assert reviews is not None, told
    done, told = apply_review(World(folder), reviews, FILE, comments=False)
    assert done is not None, told
    lower = b"".join(unzipped(given(folder, "public").session.saved()).values())
    assert b"driver" not in lower and b"is ill" not in lower
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sent(tmp_path, ISSUE)
    return tmp_path


def both(folder: Path) -> tuple[Sent, Sent]:
    """That of the council, and that of the public."""
    ann, bob = given(folder, "council"), given(folder, "public")
    assert SECRET in "".join(ann.session.body.itertext())
    assert SECRET not in "".join(bob.session.body.itertext())
    return ann, bob


def test_both_edits_are_written_where_they_touch_other_words(folder: Path) -> None:
    ann, bob = both(folder)
    put(ann, "23:10", "22:50")
    put(bob, "walk home", "walk far")
    done = applied(folder, ann, bob)
    assert done.left == ()
    assert [type(each) for each in done.written.outcomes] == [Applied]
    assert bob.issue == ISSUE.replace("23:10", "22:50").replace("walk home", "walk far")


def test_an_edit_of_the_withheld_sentence_stays_withheld_beside_that_of_the_other(folder: Path) -> None:
    ann, bob = both(folder)
    put(ann, "is ill", "is very ill")
    put(bob, "bus", "tram")
    assert applied(folder, ann, bob).left == ()
    assert bob.issue == ISSUE.replace("is ill", "is very ill").replace("* bus", "* tram")


def test_what_both_changed_is_shown_in_both_readings_and_not_written(folder: Path) -> None:
    ann, bob = both(folder)
    put(ann, "walk home", "drive home")
    put(bob, "walk home", "walk far")
    done = applied(folder, ann, bob)
    (found,) = done.left
    assert isinstance(found, Disagreement)
    whole = f"The last bus goes at 23:10. {SECRET} Many walk home."
    assert [each.new for each in found.versions] == [
        whole.replace("walk home", "drive home"), whole.replace("walk home", "walk far"),
    ]  # fmt: skip
    assert bob.issue == ISSUE


def test_where_it_is_not_sure_what_the_other_changed_both_are_shown(folder: Path) -> None:
    ann, bob = both(folder)
    put(ann, "bus", "tram")
    put(bob, "Many", "Most")  # right behind the sentence that Bob does not see
    done = applied(folder, ann, bob)
    (found,) = done.left
    assert isinstance(found, Disagreement)
    assert [each.new for each in found.versions] == [
        f"The last tram goes at 23:10. {SECRET} Many walk home.", SEEN.replace("Many", "Most"),
    ]  # fmt: skip
    assert bob.issue == ISSUE


def test_who_took_the_withheld_sentence_out_is_heard_with_the_other(folder: Path) -> None:
    ann, bob = both(folder)
    put(ann, SECRET, "")
    put(bob, "walk home", "walk far")
    assert applied(folder, ann, bob).left == ()
    assert SECRET not in bob.issue and "walk far" in bob.issue and "23:10 [@last-bus]." in bob.issue


def test_who_took_the_paragraph_out_is_told_with_the_other(folder: Path) -> None:
    ann, bob = both(folder)
    gone = ann.paragraphs()[0]
    gone.getparent().remove(gone)  # type: ignore[union-attr]
    put(bob, "walk home", "walk far")
    done = applied(folder, ann, bob)
    assert [type(each) for each in done.left] == [Disagreement]
    assert bob.issue == ISSUE
    assert not any(isinstance(each, Edit | Deletion) for each in done.reviews.found)


@pytest.mark.parametrize("words", [SECRET, f" {SECRET[:-1]}, they say"])
def test_withheld_words_that_were_put_among_others_are_told_and_not_written(words: str, folder: Path) -> None:
    """A reviewer who may see all copied the sentence into a paragraph that the public sees."""
    ann, bob = both(folder)
    put(ann, "a taxi.", f"a taxi. {words}")
    done = applied(folder, ann, bob)
    (outcome,) = done.written.outcomes
    assert isinstance(outcome, Unplaced)
    assert outcome.why == "`public` would see words here that they may not see elsewhere."
    assert bob.issue == ISSUE


def test_a_citation_that_the_other_took_out_has_the_number_that_it_has_in_the_whole(tmp_path: Path) -> None:
    issue = "One is [@last-bus]. [Two is [@last-bus].]{.marking-tlp-red} Three is here [@last-bus]. Four is."
    bob = sent(tmp_path, issue)
    runs = list(bob.paragraphs()[0].iter(w("r")))
    three, four = (next(at for at, run in enumerate(runs) if word in text(run)) for word in ("Three", "Four"))
    for run in runs[three + 1 : four]:
        run.getparent().remove(run)  # type: ignore[union-attr]
    (tmp_path / "bob.docx").write_bytes(bob.session.saved())
    reviews, told = review_files(World(tmp_path), [Path("bob.docx")], FILE)
    assert reviews is not None, told
    (edit,) = reviews.found
    assert isinstance(edit, Edit)
    assert edit.old == "One is. Two is. Three is here. Four is."
    assert [each.citations for each in edit.changes] == [(2,)]
