"""The story of one release, followed to the letter in an empty folder, comes out as it is told and shown."""

import re

import pytest
from tests.docs.pictures import MOST_BYTES, digest, noted
from tests.docs.release_story import PAGE, PICTURES, SHOWN, follow
from tests.docs.walk import Reader

MENDED = "if it is meant so, run `make story`, and read the difference."


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Someone who has an empty folder."""
    return Reader(tmp_path_factory.mktemp("story") / "here")


@pytest.fixture(scope="module")
def otherwise(reader: Reader) -> list[str]:
    """What was otherwise than shown, when everything was done."""
    return follow(reader)[1]


def test_each_step_comes_out_as_told(otherwise: list[str]) -> None:
    assert not otherwise, "\n\n".join([*otherwise, MENDED])


def test_the_pictures_show_these_briefs_and_pages(otherwise: list[str], reader: Reader) -> None:
    shown = {name: digest(each.words(reader.folder)) for name, each in SHOWN.items()}
    assert {name: noted((PICTURES / name).read_bytes()) for name in SHOWN} == shown, MENDED


def test_each_picture_is_small_and_said_in_words() -> None:
    told = dict(re.findall(r"!\[([^\]]+)\]\(pictures/([^)]+)\)", PAGE.read_text(encoding="utf-8")))
    assert set(told.values()) == set(SHOWN)
    assert all(len(alt.split()) > 5 for alt in told)
    assert all((PICTURES / name).stat().st_size < MOST_BYTES for name in SHOWN)
