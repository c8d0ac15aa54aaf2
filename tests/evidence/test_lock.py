"""`briefgen lock`: what it records, and what is made of it where the texts are not at hand."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.small import FILE, QUOTES, TEXT, lay, told, verified, write
from tests.hypothesis_profiles import examples
from tests.use_cases import reported

from briefgen.commands.lock import lock
from briefgen.evidence import Selector, SourceStatus
from briefgen.evidence.lock import Lock, LockedQuote, LockedSource, dump, parse, quote_hash
from briefgen.io.filesystem import World

LOCK = Path("bus/evidence.lock")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(World, "today", lambda self: dt.date(2026, 1, 20))


def locked(folder: Path, **source: object) -> World:
    """A scenario with a lock, whose text is gone."""
    world = write(folder, **source)
    assert reported(lock, world, FILE) == (LOCK, [])
    (folder / "bus/texts/survey.txt").unlink()
    return world


def test_it_holds_places_and_hashes_and_no_word_of_the_text(tmp_path: Path) -> None:
    world = write(tmp_path)
    assert reported(lock, world, FILE) == (LOCK, [])
    text = (tmp_path / LOCK).read_text(encoding="utf-8")
    assert "survey = { sha256 = " in text
    start = TEXT.index(QUOTES["last-bus"])
    end = start + len(QUOTES["last-bus"])
    assert f'last-bus.1 = {{ source = "survey", at = [[{start}, {end}]], sha256 = "' in text
    assert "station" not in text


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    world = write(tmp_path)
    reported(lock, world, FILE)
    before = (tmp_path / LOCK).read_bytes()
    reported(lock, world, FILE)
    assert (tmp_path / LOCK).read_bytes() == before


def test_without_the_text_the_quotes_are_as_they_were_verified(tmp_path: Path) -> None:
    checked, diagnostics = verified(locked(tmp_path))
    assert [item.message for item in diagnostics] == [
        "The text of `survey` is not here; its 2 quotes were verified on 2026-01-20."
    ]
    assert diagnostics[0].severity == "info"
    assert checked.statuses == {"survey": SourceStatus("as-locked", dt.date(2026, 1, 20), quotes=2, unverified=0)}


def test_typography_is_no_change_of_a_quote(tmp_path: Path) -> None:
    locked(tmp_path)
    world = write(tmp_path, None, QUOTES | {"last-bus": "the last bus\u00a0leaves  the station at 23:10"})
    assert told(verified(world)[1]) == ["info text-missing at 'survey.txt'"]


def test_a_quote_that_is_not_as_locked_is_an_error(tmp_path: Path) -> None:
    locked(tmp_path)
    world = write(tmp_path, None, QUOTES | {"last-bus": "the last bus leaves the station at 22:10"})
    checked, diagnostics = verified(world)
    assert told(diagnostics)[0] == "error quote-not-as-locked at 'the last bus leaves the statio'"
    assert checked.statuses["survey"].state == "unverified"


def test_a_quote_that_was_never_verified_is_told(tmp_path: Path) -> None:
    locked(tmp_path)
    checked, diagnostics = verified(write(tmp_path, None, QUOTES | {"firm": "The taxi firm opposes it"}))
    assert told(diagnostics)[0] == "warning quote-not-verified at 'The taxi firm opposes it'"
    assert checked.statuses["survey"].state == "unverified"


def test_a_prefix_belongs_to_the_quote(tmp_path: Path) -> None:
    locked(tmp_path)
    world = write(tmp_path, None, {**QUOTES, "last-bus": {"quote": QUOTES["last-bus"], "prefix": "the week"}})
    assert told(verified(world)[1])[0].startswith("error quote-not-as-locked")


def test_another_text_in_the_register_is_told(tmp_path: Path) -> None:
    locked(tmp_path)
    world = write(tmp_path, None, sha256="0" * 64)
    assert told(verified(world)[1])[0].startswith("warning text-changed")


def test_with_the_text_a_lock_that_lacks_a_quote_is_outdated(tmp_path: Path) -> None:
    locked(tmp_path)
    world = write(tmp_path, TEXT, QUOTES | {"firm": "The taxi firm opposes it"})
    _, [item] = verified(world)
    assert (item.severity, item.code) == ("warning", "lock-outdated")
    assert reported(lock, world, FILE) == (LOCK, [])
    assert verified(world)[1] == []


class TestNothingIsRecorded:
    def test_where_a_quote_is_not_found(self, tmp_path: Path) -> None:
        written, diagnostics = reported(
            lock, write(tmp_path, quotes={"a": "the last bus leaves the station at 22:10"}), FILE
        )
        assert written is None
        assert [item.code for item in diagnostics] == ["quote-altered"]
        assert not (tmp_path / LOCK).exists()

    def test_where_a_text_is_not_here_and_was_not_before(self, tmp_path: Path) -> None:
        written, diagnostics = reported(lock, write(tmp_path, None), FILE)
        assert written is None
        assert told(diagnostics) == ["error text-missing at 'survey.txt'"]

    def test_where_the_text_is_not_the_one_registered(self, tmp_path: Path) -> None:
        written, diagnostics = reported(lock, write(tmp_path, sha256="0" * 64), FILE)
        assert written is None
        assert [item.code for item in diagnostics] == ["text-changed"]

    def test_where_the_scenario_has_errors(self, tmp_path: Path) -> None:
        world = write(tmp_path)
        (tmp_path / FILE).write_text("titel: A night bus\n", encoding="utf-8")
        written, diagnostics = reported(lock, world, FILE)
        assert written is None
        assert {item.severity for item in diagnostics} == {"error"}


def test_what_was_verified_before_keeps_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = locked(tmp_path)
    before = (tmp_path / LOCK).read_bytes()
    monkeypatch.setattr(World, "today", lambda self: dt.date(2026, 5, 1))
    assert reported(lock, world, FILE)[0] == LOCK
    assert (tmp_path / LOCK).read_bytes() == before
    lay(tmp_path / "bus/texts/survey.txt", TEXT)
    reported(lock, world, FILE)
    assert "verified = 2026-05-01" in (tmp_path / LOCK).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "", "version = 2\n", "<<<<<<< ours\nversion = 1\n", "version = 1\nquotes = 3\n",
        "version = 1\n[quotes]\na.b = {}\n",
        'version = 1\n[quotes]\na.x = { source = "s", at = [[0, 1]], sha256 = "0" }\n', "[" * 100_000,
    ],
)  # fmt: skip
def test_a_damaged_lock_is_told(tmp_path: Path, text: str) -> None:
    world = write(tmp_path)
    lay(tmp_path / LOCK, text)
    _, diagnostics = verified(world)
    assert [(item.severity, item.code, item.file) for item in diagnostics] == [
        ("error", "bad-lock", "bus/evidence.lock")
    ]
    assert reported(lock, world, FILE)[0] == LOCK, "and it is written anew"


IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
SPANS = st.lists(st.tuples(st.integers(0, 9**9), st.integers(0, 9**9)), min_size=1, max_size=3).map(tuple)
SHAS = st.text("0123456789abcdef", min_size=64, max_size=64)


@examples(0.5)
@given(
    st.dictionaries(IDS, st.builds(LockedSource, SHAS, st.dates()), max_size=3),
    st.dictionaries(st.tuples(IDS, st.integers(1, 30)), st.builds(LockedQuote, IDS, SPANS, SHAS), max_size=8),
)
def test_a_lock_is_read_as_it_was_written(
    sources: dict[str, LockedSource], quotes: dict[tuple[str, int], LockedQuote]
) -> None:
    made = Lock(sources, quotes)
    assert parse(dump(made)) == made
    assert parse(dump(made).replace("\n", "\r\n")) == made


def test_the_hash_of_a_quote_is_that_of_its_normal_form() -> None:
    assert quote_hash(Selector("“They’re” here")) == quote_hash(Selector('"They\'re"\nhere'))
    assert quote_hash(Selector("here", "right")) != quote_hash(Selector("right here"))
    assert quote_hash(Selector("here", "right")) != quote_hash(Selector("here", "", "right"))
