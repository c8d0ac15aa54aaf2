"""Dates that are known to the day, the month or the year."""

import datetime as dt
import pickle
import shutil
from pathlib import Path

import pytest
from tests.command_line import run
from tests.explanations.pages import BASE, TEXTS

from briefgen.core.dates import PartialDate
from briefgen.locale import load as load_locale

DAY, MONTH, YEAR = PartialDate(2022, 10, 28), PartialDate(2022, 10), PartialDate(2022)


@pytest.mark.parametrize(
    ("lang", "day", "month"),
    [
        ("en", "28 October 2022", "October 2022"),
        ("fr", "28 octobre 2022", "octobre 2022"),
        ("es", "28 de octubre de 2022", "octubre de 2022"),
    ],
)
def test_they_are_printed_as_far_as_they_are_known(lang: str, day: str, month: str) -> None:
    locale = load_locale(lang)
    assert [locale.date(each) for each in (DAY, MONTH, YEAR)] == [day, month, "2022"]


@pytest.mark.parametrize("text", ["2022-10-28", "2022-10", "2022", "0001-01-01", "2024-02-29"])
def test_they_are_written_as_they_were_read(text: str) -> None:
    date = PartialDate.read(text)
    assert date is not None
    assert date.isoformat() == text
    assert pickle.loads(pickle.dumps(date)) == date


@pytest.mark.parametrize("text", ["2022-13", "2022-00", "0000", "2023-02-29", "22", "2022-1", "2022-10-28T", ""])
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert PartialDate.read(text) is None


def test_they_are_in_order_with_days() -> None:
    before, after = dt.date(2022, 9, 30), dt.date(2022, 10, 29)
    dates = [after, DAY, MONTH, YEAR, before]
    assert sorted(dates) == [YEAR, before, MONTH, DAY, after]
    assert dt.date(2022, 10, 28) == DAY
    assert len({DAY, dt.date(2022, 10, 28), MONTH}) == 2
    assert (MONTH.first, MONTH.last, MONTH.middle) == (
        dt.date(2022, 10, 1),
        dt.date(2022, 10, 31),
        dt.date(2022, 10, 16),
    )
    assert YEAR.last == dt.date(2022, 12, 31)


def test_a_brief_prints_months_and_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TEXTS, tmp_path / "texts")
    given = BASE.read_text(encoding="utf-8").replace("title: Evening travel survey", "title: Survey, date: 2026-01")
    (tmp_path / "scenario.yaml").write_text(
        given
        + """as_of: 2026-02-15
key_dates:
  - {id: law, date: 2019, event: "The law is passed [@last-bus]."}
  - {id: survey, date: 2026-01, event: "The survey is held [@last-bus]."}
  - {id: vote, date: 2026-03-02, event: "The council votes [@last-bus]."}
""",
        encoding="utf-8",
    )
    result = run("render", ".", "--to", "html", "--out", ".", "--force")
    assert result.exit_code == 0, result.stderr
    (file,) = tmp_path.glob("*.html")
    page = file.read_text(encoding="utf-8")
    for words in ("January 2026", "2019", "2 March 2026"):
        assert words in page
    assert "A timeline. 2019: The law is passed; January 2026: The survey is held; 15 February 2026" in page
