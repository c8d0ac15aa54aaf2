"""The tutorial, followed to the letter in an empty folder, gives the brief that it shows."""

import pytest
from tests.docs.pictures import digest, noted, words_of_pdf
from tests.docs.tutorial import BRIEF, PAGE, PICTURE, brief, follow
from tests.docs.walk import Reader


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Someone who has an empty folder."""
    return Reader(tmp_path_factory.mktemp("tutorial") / "here")


@pytest.fixture(scope="module")
def otherwise(reader: Reader) -> list[str]:
    """What was otherwise than shown, when everything was done."""
    return follow(reader)[1]


def test_each_step_comes_out_as_shown(otherwise: list[str]) -> None:
    assert not otherwise, "\n\n".join([*otherwise, "If it is meant so, run `make tutorial`, and read the difference."])


def test_the_brief_is_the_one_beside_the_page(otherwise: list[str], reader: Reader) -> None:
    assert brief(reader) == BRIEF.read_text(encoding="utf-8"), "if it is meant so, run `make tutorial`"


def test_the_picture_is_of_this_brief(otherwise: list[str], reader: Reader) -> None:
    picture = PICTURE.read_bytes()
    assert noted(picture) == digest(words_of_pdf(reader.folder / "briefs" / "bell.pdf")), (
        "if it is meant so, run `make tutorial`"
    )
    assert len(picture) < 150_000
    assert f"](pictures/{PICTURE.name})" in PAGE.read_text(encoding="utf-8")
