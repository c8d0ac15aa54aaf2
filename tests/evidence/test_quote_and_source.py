"""`briefgen quote`, `briefgen source add` and `briefgen lock`, as a person uses them."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from tests.evidence.hostile import encrypted_pdf, sound_pdf
from tests.evidence.small import TEXT, lay, told, verified, write

from briefgen.cli import lock as lock_cli
from briefgen.cli import quote as quote_cli
from briefgen.cli import source as source_cli
from briefgen.evidence import Found, Selector, locate, source_text
from briefgen.evidence.search import search
from briefgen.source import SourceFile
from briefgen.yamltree import parse


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(command: object, *arguments: str) -> Result:
    result = CliRunner().invoke(command, list(arguments))  # type: ignore[arg-type]
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


class TestQuote:
    def test_prints_the_entry_for_the_exact_words_first(self, tmp_path: Path) -> None:
        write(tmp_path)
        result = run(quote_cli.command, "use a night bus", "bus")
        assert result.exit_code == 0
        assert result.stdout == (
            "    # survey, line 4: …ho come home later take a taxi. One in three say they would [use a night bus] "
            "on Fridays and on Saturdays. The taxi firm opposes it. They…\n"
            '    - source: survey\n      quote: "use a night bus"\n      page: line 4\n\n'
        )

    @pytest.mark.parametrize(
        "facts",
        ["facts:\n  - id: f\n    statement: So.\n    evidence:\n", "facts:\n- id: f\n  statement: So.\n  evidence:\n"],
    )
    def test_prints_what_pastes_below_evidence(self, facts: str, tmp_path: Path) -> None:
        write(tmp_path, quotes={})
        pasted = facts + run(quote_cli.command, "use a night bus", "bus").stdout
        [fact] = yaml.safe_load(pasted)["facts"]
        assert fact["evidence"] == [{"source": "survey", "quote": "use a night bus", "page": "line 4"}]

    def test_finds_words_that_stand_near_each_other(self, tmp_path: Path) -> None:
        write(tmp_path)
        result = run(quote_cli.command, "saturday", "bus", "night", "bus")
        assert '"night bus on Fridays and on Saturdays"' in result.stdout

    def test_gives_what_singles_a_passage_out(self, tmp_path: Path) -> None:
        write(tmp_path)
        result = run(quote_cli.command, "who", "bus")
        entries = yaml.safe_load(result.stdout)
        assert [(each["quote"], each.get("suffix"), each["page"]) for each in entries] == [
            ("who", "come", "line 3"),
            ("who", "answered", "line 6"),
        ]
        assert "# Too short as it stands" in result.stdout

    def test_says_which_words_stand_nowhere(self, tmp_path: Path) -> None:
        write(tmp_path)
        result = run(quote_cli.command, "night tram", "bus")
        assert result.exit_code == 1
        assert "No passage has “night tram”. [no-passage]\n    Nowhere at all: tram." in result.stderr

    def test_says_which_source_was_not_searched(self, tmp_path: Path) -> None:
        write(tmp_path, None)
        result = run(quote_cli.command, "night bus", "bus")
        assert result.exit_code == 1
        assert "The text of `survey` is not here, and is not searched." in result.stderr
        lay(tmp_path / "papers" / "survey.txt", TEXT)
        assert run(quote_cli.command, "night bus", "bus", "--texts", "papers").exit_code == 0

    def test_what_it_prints_is_found(self) -> None:
        text = source_text("t", TEXT.replace("taxi. ", "taxi.\f") + "The “taxi” firm: \\ \t\x01 odd.")
        for words in ("taxi", "the town", "on", "odd firm", "station"):
            for passage in search(words, text):
                found = locate(passage.selector, text)
                assert not isinstance(found, Found) or found.place == passage.place
                given = Selector(passage.selector.quote + " x", passage.selector.prefix, passage.selector.suffix)
                assert not isinstance(locate(given, text), Found)


class TestSourceAdd:
    def test_writes_the_text_and_prints_the_entry_that_check_takes(self, tmp_path: Path) -> None:
        world = write(tmp_path, quotes={"ten": {"source": "last-bus-2026", "quote": "The last bus leaves at ten"}})
        lay(tmp_path / "Last bus (2026).pdf", sound_pdf())
        result = run(source_cli.command, "add", "Last bus (2026).pdf", "--scenario", "bus")
        assert result.exit_code == 0
        assert "Text: bus/texts/last-bus-2026.txt, 1 page." in result.stderr
        assert (tmp_path / "bus/texts/last-bus-2026.txt").read_text(
            encoding="utf-8"
        ) == "The last bus leaves at ten.\n\f"
        [entry] = yaml.safe_load(result.stdout)
        assert (entry["id"], entry["file"], entry["redistribution"]) == (
            "last-bus-2026", "last-bus-2026.txt", "quotes-only",
        )  # fmt: skip
        file = tmp_path / "bus/scenario.yaml"
        given = yaml.safe_load(file.read_text(encoding="utf-8"))
        given["sources"].append(entry)
        file.write_text(yaml.safe_dump(given), encoding="utf-8")
        checked, diagnostics = verified(world)
        assert told([item for item in diagnostics if item.severity != "info"]) == []
        assert checked.places["ten", 1].where == "1"

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("\nBuses at night\nBy A. Clerk\n\nThe last bus leaves at ten.\n", "Buses at night"),
            ("The last bus leaves at ten, " * 9, "article"),
        ],
    )
    def test_a_text_without_a_title_is_called_by_its_first_line(self, text: str, title: str, tmp_path: Path) -> None:
        write(tmp_path)
        lay(tmp_path / "article.txt", text)
        [entry] = yaml.safe_load(run(source_cli.command, "add", "article.txt", "--scenario", "bus").stdout)
        assert entry["title"] == title

    def test_the_entry_is_yaml_whatever_the_document_says_of_itself(self, tmp_path: Path) -> None:
        write(tmp_path)
        title = "A: \"b\" # c\t{d} \u2028 [e] 'f' \\"
        lay(tmp_path / "a.html", f"<html lang='x: y'><title>{title}</title><h1>- h: # x</h1><p>Words.")
        result = run(source_cli.command, "add", "a.html", "--scenario", "bus")
        root, faults = parse(SourceFile("entry", result.stdout))
        assert (faults, root is not None) == ([], True)
        [entry] = yaml.safe_load(result.stdout)
        assert entry["title"] == "A: \"b\" # c {d} [e] 'f' \\"
        assert entry["headings"] == ["- h: # x"]
        assert entry["language"] == "en"

    def test_does_not_write_over_another_text(self, tmp_path: Path) -> None:
        write(tmp_path)
        lay(tmp_path / "other.txt", "Some words.\n")
        assert run(source_cli.command, "add", "other.txt", "--scenario", "bus").exit_code == 0
        assert run(source_cli.command, "add", "other.txt", "--scenario", "bus").exit_code == 0, (
            "the same text is no harm"
        )
        lay(tmp_path / "other.txt", "Other words.\n")
        result = run(source_cli.command, "add", "other.txt", "--scenario", "bus")
        assert (result.exit_code, "[text-exists]" in result.stderr) == (2, True)
        assert (tmp_path / "bus/texts/other.txt").read_text(encoding="utf-8") == "Some words.\n"

    def test_may_write_where_no_one_else_sees_it(self, tmp_path: Path) -> None:
        write(tmp_path)
        lay(tmp_path / "a.txt", "Some words.\n")
        assert run(source_cli.command, "add", "a.txt", "--scenario", "bus", "--texts", "papers").exit_code == 0
        assert (tmp_path / "papers/a.txt").exists()
        assert not (tmp_path / "bus/texts/a.txt").exists()

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["secret.pdf", "--scenario", "bus"], "secret.pdf is not read: it is protected by a password."),
            (["nowhere.pdf", "--scenario", "bus"], "There is no file nowhere.pdf."),
            (["a.txt", "--scenario", "."], "There is no scenario.yaml."),
            (["a.txt", "--scenario", "bus", "--id", "survey"], "The scenario has a source `survey` already."),
            (["a.txt", "--scenario", "bus", "--id", "../a"], "`../a` is not an id."),
            (["bus", "--scenario", "bus"], "bus is a folder; a file is wanted."),
        ],
    )
    def test_refuses_in_a_line(self, tmp_path: Path, arguments: list[str], words: str) -> None:
        write(tmp_path)
        lay(tmp_path / "a.txt", "Some words.\n")
        lay(tmp_path / "secret.pdf", encrypted_pdf())
        before = sorted((tmp_path / "bus").rglob("*"))
        result = run(source_cli.command, "add", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
        assert sorted((tmp_path / "bus").rglob("*")) == before


def test_lock_prints_what_it_wrote(tmp_path: Path) -> None:
    write(tmp_path, None)
    assert run(lock_cli.command, "bus").exit_code == 1
    lay(tmp_path / "papers" / "survey.txt", TEXT)
    result = run(lock_cli.command, "bus", "--texts", "papers")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "bus/evidence.lock\n", "")
