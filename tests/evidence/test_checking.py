"""What `check` says of quotes: with the text, with another text, without it."""

import hashlib
import os
from pathlib import Path

import pytest
from tests.evidence.small import FILE, QUOTES, TEXT, lay, told, verified, write
from tests.use_cases import reported

from briefgen.commands.lock import Verified, lock, verify
from briefgen.evidence import SourceStatus
from briefgen.io.filesystem import World, shipped
from briefgen.model.read import load

SHA = hashlib.sha256(TEXT.encode()).hexdigest()


def test_quotes_that_stand_word_for_word_are_no_news(tmp_path: Path) -> None:
    checked, diagnostics = verified(write(tmp_path))
    assert diagnostics == []
    assert checked.statuses == {"survey": SourceStatus("verified", None, quotes=2, unverified=0)}
    place = checked.places["last-bus", 1]
    assert (TEXT[place.start : place.end], place.where) == (QUOTES["last-bus"], "line 3")


@pytest.mark.parametrize(
    ("quote", "expected", "words"),
    [
        ("the last bus leaves the station at 22:10", "quote-altered", "“22:10” stands for “23:10”"),
        ("they would not use a night bus", "quote-altered", "it adds “not”"),
        ("trams are what the young ask for in vain", "quote-absent", "nor anything like it"),
        ("the town", "quote-too-short", "too short"),
        ("of the town", "quote-ambiguous", ""),
        ("Evening travel survey", "quote-from-heading", "headings are no evidence"),
        ("opposes it […] One in three", "quote-altered", "not in this order"),
        ({"quote": "they would use", "prefix": "nobody"}, "quote-altered", "not with this prefix"),
    ],
)  # fmt: skip
def test_each_fault_of_a_quote_has_its_code(tmp_path: Path, quote: str, expected: str, words: str) -> None:
    text = TEXT + "All of the town was asked, and part of the town answered.\n"
    world = write(tmp_path, text, {"fact": quote}, headings=["Evening travel survey"], redistribution="allowed")
    checked, diagnostics = verified(world)
    [item] = diagnostics
    assert (item.severity, item.code) == ("error", expected)
    assert words in item.message
    assert item.span is not None
    assert item.span.text.strip("\"'").split()[0] in str(quote)
    assert checked.statuses["survey"].state == "unverified"


def test_the_corrected_quote_is_ready_to_paste(tmp_path: Path) -> None:
    _, [item] = verified(write(tmp_path, quotes={"a": "The taxi company opposes it", **QUOTES}))
    assert item.hint == 'Write quote: "The taxi firm opposes it"'


def test_what_singles_out_an_ambiguous_quote_is_ready_to_paste(tmp_path: Path) -> None:
    text = "The town asked the young.\nThe paper asked the young, too.\n"
    _, [item] = verified(write(tmp_path, text, {"a": "asked the young"}, redistribution="allowed"))
    assert item.message == "This quote stands 2 times in `survey`: line 1, line 2."
    assert item.hint == 'Add what singles it out: for line 1 prefix: "town"; for line 2 prefix: "paper".'


class TestTheText:
    def test_is_found_by_its_hash_whatever_its_name(self, tmp_path: Path) -> None:
        world = write(tmp_path, None, sha256=SHA)
        lay(tmp_path / "elsewhere" / "deep" / "Survey (final).txt", TEXT)
        assert verified(world, "elsewhere")[1] == []

    def test_is_found_by_its_hash_before_its_name(self, tmp_path: Path) -> None:
        world = write(tmp_path, "Another text.\n", sha256=SHA)
        lay(tmp_path / "elsewhere" / "other.txt", TEXT)
        assert verified(world, "elsewhere")[1] == []

    def test_may_have_other_line_ends_and_a_mark_at_its_start(self, tmp_path: Path) -> None:
        world = write(tmp_path, b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), sha256=SHA)
        assert verified(world)[1] == []

    def test_may_bear_the_name_of_its_source(self, tmp_path: Path) -> None:
        assert verified(write(tmp_path, file=None))[1] == []

    def test_that_has_changed_is_told_with_what_vanished(self, tmp_path: Path) -> None:
        world = write(tmp_path, TEXT.replace("23:10", "23:40"), sha256=SHA)
        checked, diagnostics = verified(world)
        assert told(diagnostics) == [
            "error quote-altered at '23:10'",
            f"warning text-changed at '{SHA[:30]}'",
        ]
        assert diagnostics[1].message.endswith("is not the one registered: 1 quote (last-bus) no longer found.")
        assert checked.statuses["survey"].state == "unverified"

    def test_that_has_changed_is_told_with_what_moved(self, tmp_path: Path) -> None:
        world = write(tmp_path)
        assert reported(lock, world, FILE)[0]
        lay(tmp_path / "bus/texts/survey.txt", "A new first line.\n" + TEXT)
        _, [item] = verified(world)
        assert (item.code, item.severity) == ("text-changed", "warning")
        assert "2 quotes (last-bus, would-use) moved" in item.message

    def test_that_is_not_here_is_no_fault(self, tmp_path: Path) -> None:
        checked, diagnostics = verified(write(tmp_path, None))
        assert told(diagnostics) == ["info text-missing at 'survey.txt'"]
        assert diagnostics[0].message == "The text of `survey` is not here; its 2 quotes cannot be verified."
        assert checked.statuses["survey"] == SourceStatus("unverified", None, quotes=2, unverified=2)

    def test_that_is_not_here_is_an_error_where_texts_are_required(self, tmp_path: Path) -> None:
        assert told(verified(write(tmp_path, None), require_texts=True)[1]) == ["error text-missing at 'survey.txt'"]

    def test_behind_a_link_that_leads_out_is_not_read(self, tmp_path: Path) -> None:
        world = write(tmp_path, None)
        lay(tmp_path / "secret.txt", TEXT)
        (tmp_path / "bus/texts").mkdir()
        (tmp_path / "bus/texts/survey.txt").symlink_to(tmp_path / "secret.txt")
        _, diagnostics = verified(world)
        assert told(diagnostics) == ["error outside-boundary at 'survey.txt'", "info text-missing at 'survey.txt'"]

    def test_that_is_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        world = write(tmp_path, None)
        (tmp_path / "bus/texts").mkdir()
        os.mkfifo(tmp_path / "bus/texts/survey.txt")
        assert told(verified(world)[1])[0] == "error not-a-file at 'survey.txt'"

    def test_is_not_looked_for_outside_of_its_folder(self, tmp_path: Path) -> None:
        lay(tmp_path / "secret.txt", TEXT)
        world = write(tmp_path, None, file="../../secret.txt")
        assert told(verified(world)[1])[0] == "error outside-boundary at '../../secret.txt'"

    def test_that_only_quotes_may_be_passed_on_of_is_not_quoted_to_a_third(self, tmp_path: Path) -> None:
        quotes = {"a": TEXT[:200].replace("\n", " "), "b": QUOTES["last-bus"]}
        _, [item] = verified(write(tmp_path, quotes=quotes))
        assert item.code == "too-much-quoted"
        assert "The quotes are 42 percent of the text" in item.message
        assert verified(write(tmp_path, quotes=quotes, redistribution="allowed"))[1] == []

    def test_has_the_headings_that_are_named(self, tmp_path: Path) -> None:
        _, [item] = verified(write(tmp_path, headings=["Evening travel survey", "Morning travel survey"]))
        assert told([item]) == ["warning heading-absent at 'Morning travel survey'"]


def shipped_scenario(name: str, *folders: Path) -> Verified:
    root = shipped("scenarios")
    loaded, _ = load(World(root), Path(name) / "scenario.yaml")
    assert loaded is not None
    return verify(World(root), loaded, folders)


@pytest.mark.parametrize("name", sorted(path.parent.name for path in shipped("scenarios").glob("*/scenario.yaml")))
def test_no_shipped_scenario_has_a_quote_that_does_not_stand_in_its_text(name: str) -> None:
    done = shipped_scenario(name)
    assert [item.message for item in (*done.faults, *done.checked.findings) if item.severity != "info"] == []


def test_the_starter_ships_with_all_its_texts() -> None:
    assert shipped_scenario("starter").checked.statuses["survey"].state == "verified"


def test_every_quote_of_the_haiti_scenario_stands_in_the_article() -> None:
    """The article may not be passed on: its text is found where BRIEFGEN_HAITI_TEXT says."""
    given = os.environ.get("BRIEFGEN_HAITI_TEXT")
    if not given:
        pytest.skip("BRIEFGEN_HAITI_TEXT does not name the text of the article")
    done = shipped_scenario("haiti-2022", Path(given).parent)
    assert [item.message for item in (*done.faults, *done.checked.findings) if item.severity != "info"] == []
    assert done.checked.statuses == {"article": SourceStatus("verified", None, quotes=31, unverified=0)}
