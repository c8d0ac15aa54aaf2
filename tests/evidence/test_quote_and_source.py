"""`briefgen quote`, `briefgen source add` and `briefgen lock`, as a person uses them."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.evidence.hostile import encrypted_pdf, sound_pdf
from tests.evidence.small import QUOTES, TEXT, lay, told, verified, write

import yaml
from briefgen.cli.sources import lock_command, quote_command, source_command
from briefgen.core.source import SourceFile
from briefgen.evidence import Found, locate, source_text
from briefgen.evidence.search import search, similar
from briefgen.io.filesystem import World
from briefgen.model.read import load
from briefgen.yaml.parse import parse


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(command: object, *arguments: str) -> Result:
    result = CliRunner().invoke(command, list(arguments))  # type: ignore[arg-type]
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


TAXI = "Those who come home later take a taxi."
NIGHT_BUS = "One in three say they would use a night bus on Fridays and on Saturdays."


def facts_of(folder: Path) -> list[dict[str, object]]:
    facts: list[dict[str, object]] = yaml.safe_load((folder / "bus/scenario.yaml").read_text(encoding="utf-8"))["facts"]
    return facts


class TestQuote:
    def test_prints_the_whole_sentence_and_its_paragraph(self, tmp_path: Path) -> None:
        write(tmp_path, headings=["Evening travel survey"])
        result = run(quote_command, "use a night bus", "bus")
        assert result.exit_code == 0
        assert result.stdout == (
            f'    # survey, par. 1\n    - source: survey\n      quote: "{NIGHT_BUS}"\n      page: par. 1\n\n'
        )

    @pytest.mark.parametrize(
        "facts",
        ["facts:\n  - id: f\n    statement: So.\n    evidence:\n", "facts:\n- id: f\n  statement: So.\n  evidence:\n"],
    )
    def test_prints_what_pastes_below_evidence(self, facts: str, tmp_path: Path) -> None:
        write(tmp_path, quotes={})
        pasted = facts + run(quote_command, "use a night bus", "bus").stdout
        [fact] = yaml.safe_load(pasted)["facts"]
        assert fact["evidence"] == [{"source": "survey", "quote": NIGHT_BUS, "page": "par. 2"}]

    def test_names_the_page_of_a_text_with_pages(self, tmp_path: Path) -> None:
        write(tmp_path, TEXT.replace("\nOne in three", "\n\fOne in three"))
        [entry] = yaml.safe_load(run(quote_command, "use a night bus", "bus").stdout)
        assert (entry["quote"], entry["page"]) == (NIGHT_BUS, "2")

    @pytest.mark.parametrize(
        ("words", "quotes"),
        [
            ("saturdays night", [NIGHT_BUS]),  # in another order
            ("Take a TAXI", [TAXI]),
            ("taxi firm opposes", ["The taxi firm opposes it."]),
            ("taxi", [TAXI, "The taxi firm opposes it."]),
            ("saturdays. the taxi firm", [f"{NIGHT_BUS} The taxi firm opposes it."]),
        ],
    )
    def test_takes_the_fewest_sentences_that_have_the_words(
        self, words: str, quotes: list[str], tmp_path: Path
    ) -> None:
        write(tmp_path)
        result = run(quote_command, words, "bus")
        assert [each["quote"] for each in yaml.safe_load(result.stdout)] == quotes
        assert ("# 1. survey" in result.stdout) == (len(quotes) > 1)

    def test_gives_what_singles_a_sentence_out(self, tmp_path: Path) -> None:
        write(tmp_path, "It is so in May. He agrees with that.\n\nIt is so in June. He agrees with that.\n")
        entries = yaml.safe_load(run(quote_command, "he agrees", "bus").stdout)
        assert [(each["quote"], each["prefix"]) for each in entries] == [
            ("He agrees with that.", "May."),
            ("He agrees with that.", "June."),
        ]

    @pytest.mark.parametrize(
        ("words", "hint"),
        [
            ("nite bus satuday", f"Did you mean, in `survey`: {NIGHT_BUS}"),
            ("tram", "No source has: tram."),
            ("station counted", "Give fewer words: they must be near each other."),
        ],
    )
    def test_suggests_what_was_meant(self, words: str, hint: str, tmp_path: Path) -> None:
        write(tmp_path)
        result = run(quote_command, words, "bus")
        assert result.exit_code == 1
        assert result.stderr.splitlines()[-1].strip().startswith(hint[:40])

    def test_says_which_source_was_not_searched(self, tmp_path: Path) -> None:
        write(tmp_path, None)
        result = run(quote_command, "night bus", "bus")
        assert result.exit_code == 1
        assert "The text of `survey` is not here, and is not searched." in result.stderr
        assert "Name the folder of the texts with `--texts DIR`." in result.stderr
        lay(tmp_path / "papers" / "survey.txt", TEXT)
        assert run(quote_command, "night bus", "bus", "--texts", "papers").exit_code == 0

    def test_what_it_prints_is_found(self) -> None:
        text = source_text("t", TEXT.replace("taxi. ", "taxi.\f") + "The “taxi” firm: \\ \t\x01 odd.")
        for words in ("taxi", "the town", "on", "odd firm", "station"):
            for passage in search(words, text):
                found = locate(passage.selector, text)
                assert isinstance(found, Found)
                assert found.place == passage.place


@pytest.mark.parametrize("text", ["." * 100_000 + "x", "." + "'" * 100_000 + "x", "ab\n" * 33_000, "a-" * 50_000])
def test_a_hostile_text_is_searched_in_seconds(text: str) -> None:
    start = time.monotonic()
    for words in ("a", "a b", "a a"):
        search(words, source_text("t", text))
    similar("ac b", source_text("t", text))
    assert time.monotonic() - start < 10


class TestQuoteAdd:
    def test_writes_a_fact_that_check_takes(self, tmp_path: Path) -> None:
        world = write(tmp_path)
        result = run(quote_command, "night bus", "bus", "--add", "ready", "--statement", "One in three would use it.")
        assert (result.exit_code, result.stdout) == (0, "bus/scenario.yaml\n")
        assert facts_of(tmp_path)[-1] == {
            "id": "ready", "statement": "One in three would use it.",
            "evidence": [{"source": "survey", "quote": NIGHT_BUS, "page": "par. 2"}],
        }  # fmt: skip
        assert [item for item in verified(world)[1] if item.severity != "info"] == []

    def test_without_a_statement_the_fact_states_the_passage(self, tmp_path: Path) -> None:
        write(tmp_path)
        result = run(quote_command, "take a taxi", "bus", "--add", "taxi")
        assert "put it in your own words" in result.stderr
        assert facts_of(tmp_path)[-1]["statement"] == TAXI

    def test_adds_a_passage_to_a_fact_and_only_once(self, tmp_path: Path) -> None:
        write(tmp_path)
        before = (tmp_path / "bus/scenario.yaml").read_text(encoding="utf-8")
        assert run(quote_command, "take a taxi", "bus", "--add", "last-bus").exit_code == 0
        after = (tmp_path / "bus/scenario.yaml").read_text(encoding="utf-8")
        added = f'  - source: survey\n    quote: "{TAXI}"\n    page: par. 2\n'
        assert after.replace(added, "", 1) == before
        [first, second] = facts_of(tmp_path)[0]["evidence"]  # type: ignore[misc]
        assert (first["quote"], second["quote"]) == (QUOTES["last-bus"], TAXI)
        result = run(quote_command, "take a taxi", "bus", "--add", "last-bus")
        assert (result.exit_code, result.stdout) == (0, "")
        assert "The fact `last-bus` has this passage already" in result.stderr
        assert (tmp_path / "bus/scenario.yaml").read_text(encoding="utf-8") == after

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["taxi", "bus", "--add", "f"], "2 passages have these words."),
            (["taxi", "bus", "--add", "f", "--pick", "3"], "There is no passage 3: 2 passages have these words."),
            (["taxi firm", "bus", "--add", "The firm"], "Write `--add the-firm`."),
            (["taxi firm", "bus", "--add", "last-bus", "--statement", "So."], "There is a fact `last-bus`"),
            (["tram", "bus", "--add", "f"], "No source has: tram."),
        ],
    )
    def test_refuses_what_is_not_clear(self, arguments: list[str], said: str, tmp_path: Path) -> None:
        write(tmp_path)
        before = (tmp_path / "bus/scenario.yaml").read_bytes()
        result = run(quote_command, *arguments)
        assert result.exit_code == 1
        assert said in result.stderr
        assert (tmp_path / "bus/scenario.yaml").read_bytes() == before

    def test_takes_the_passage_that_is_picked(self, tmp_path: Path) -> None:
        write(tmp_path)
        assert run(quote_command, "taxi", "bus", "--add", "f", "--pick", "2").exit_code == 0
        assert facts_of(tmp_path)[-1]["statement"] == "The taxi firm opposes it."

    def test_asks_for_a_statement_where_the_source_is_in_another_language(self, tmp_path: Path) -> None:
        write(tmp_path, "Le dernier autobus part à 23 h 10.\n", language="fr")
        result = run(quote_command, "dernier autobus", "bus", "--add", "f")
        assert (result.exit_code, "`--statement TEXT`" in result.stderr) == (1, True)
        words = ["dernier autobus", "bus", "--add", "f", "--statement", "The last bus leaves at 23:10."]
        assert run(quote_command, *words).exit_code == 0


REGISTERS = {
    "inline": ({"scenario.yaml": "sources:\n- {id: a, title: A}   # first\nx: 1\n"}, "scenario.yaml"),
    "missing": ({"scenario.yaml": "x: 1\n"}, "scenario.yaml"),
    "empty": ({"scenario.yaml": "sources: []   # none\nx: 1\n"}, "scenario.yaml"),
    "a file": ({"scenario.yaml": "sources: s.yaml\n", "s.yaml": "- id: a\n  title: A\n"}, "s.yaml"),
    "an empty file": ({"scenario.yaml": "sources: s.yaml\n", "s.yaml": "# none yet\n[]\n"}, "s.yaml"),
    "a file that is not there": ({"scenario.yaml": "sources: e/s.yaml\n"}, "e/s.yaml"),
    "two files": (
        {"scenario.yaml": "sources: [r.yaml, s.yaml]\n", "r.yaml": "id: a\ntitle: A\n", "s.yaml": "[]"}, "s.yaml",
    ),
    "a pattern": ({"scenario.yaml": "sources: e/*.yaml\n", "e/a.yaml": "id: a\ntitle: A\n"}, "e/paper.yaml"),
    "a pattern, the name taken": (
        {"scenario.yaml": "sources: e/**/*.yaml\n", "e/paper.yaml": "id: a\ntitle: A\n"}, "e/paper-2.yaml",
    ),
}  # fmt: skip
"""How a scenario may keep its sources → its files, and the one that gets the entry."""

REST = "title: T\nquestion: Q?\ndecision_maker: D\nneutral: true\noptions: [{id: o, name: O, baseline: true}]\n"


class TestSourceAdd:
    @pytest.mark.parametrize(("files", "register"), REGISTERS.values(), ids=REGISTERS)
    def test_writes_the_entry_where_the_scenario_keeps_its_sources(
        self, files: dict[str, str], register: str, tmp_path: Path
    ) -> None:
        for name, text in files.items():
            lay(tmp_path / "bus" / name, text.replace("x: 1\n", REST) if "x: 1" in text else text)
        if "x: 1" not in files["scenario.yaml"]:
            lay(tmp_path / "bus/scenario.yaml", REST + files["scenario.yaml"])
        old = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "bus").rglob("*.yaml")}
        lay(tmp_path / "paper.txt", "Some words.\n")
        result = run(source_command, "add", "paper.txt", "bus")
        assert result.stdout == f"bus/texts/paper.txt\nbus/{register}\n", result.stderr
        loaded, faults = load(World(tmp_path), Path("bus/scenario.yaml"))
        assert (loaded is not None, faults) == (True, [])
        assert "paper" in [each.id for each in loaded.scenario.sources]  # type: ignore[union-attr]
        for path, text in old.items():  # every line that was there is there still, in its order
            now = iter(path.read_text(encoding="utf-8").splitlines())
            kept = [line for line in text.splitlines() if line != "[]"]
            assert all(any(line.replace(" []", "") == each for each in now) for line in kept)

    def test_the_entry_says_what_the_text_is(self, tmp_path: Path) -> None:
        write(tmp_path, quotes={})
        lay(tmp_path / "a.txt", "Buses at night\nBy A. Clerk\n\nThe last bus leaves at ten.\n")
        result = run(source_command, "add", "a.txt", "bus", "--print")
        [entry] = yaml.safe_load(result.stdout)
        assert (entry["id"], entry["title"], entry["file"]) == ("a", "Buses at night", "a.txt")
        assert entry["headings"] == ["Buses at night", "By A. Clerk"]
        assert (
            entry["sha256"] == source_text("a", "Buses at night\nBy A. Clerk\n\nThe last bus leaves at ten.\n").sha256
        )
        assert not (tmp_path / "bus/texts/a.txt").exists(), "--print writes nothing"
        assert "a.txt" not in (tmp_path / "bus/scenario.yaml").read_text(encoding="utf-8")

    def test_writes_the_text_of_a_pdf_with_its_pages(self, tmp_path: Path) -> None:
        world = write(tmp_path, quotes={})
        lay(tmp_path / "Last bus (2026).pdf", sound_pdf())
        result = run(source_command, "add", "Last bus (2026).pdf", "bus")
        assert result.exit_code == 0
        assert "Registered as `last-bus-2026` (1 page)." in result.stderr
        text = (tmp_path / "bus/texts/last-bus-2026.txt").read_text(encoding="utf-8")
        assert text == "The last bus leaves at ten.\n\f"
        assert run(quote_command, "leaves at ten", "bus", "--add", "ten").exit_code == 0
        checked, diagnostics = verified(world)
        assert told([item for item in diagnostics if item.severity != "info"]) == []
        assert checked.places["ten", 1].where == "1"

    def test_the_entry_is_yaml_whatever_the_document_says_of_itself(self, tmp_path: Path) -> None:
        write(tmp_path)
        title = "A: \"b\" # c\t{d} \u2028 [e] 'f' \\"
        lay(tmp_path / "a.html", f"<html lang='x: y'><title>{title}</title><h1>- h: # x</h1><p>Words.")
        result = run(source_command, "add", "a.html", "bus", "--print")
        root, faults = parse(SourceFile("entry", result.stdout))
        assert (faults, root is not None) == ([], True)
        [entry] = yaml.safe_load(result.stdout)
        assert entry["title"] == "A: \"b\" # c {d} [e] 'f' \\"
        assert entry["headings"] == ["- h: # x"]
        assert entry["language"] == "en"
        assert run(source_command, "add", "a.html", "bus").exit_code == 0

    def test_knows_a_text_that_is_registered_whatever_its_name(self, tmp_path: Path) -> None:
        write(tmp_path)
        lay(tmp_path / "other.txt", "Some words.\n")
        assert run(source_command, "add", "other.txt", "bus").exit_code == 0
        before = (tmp_path / "bus/scenario.yaml").read_bytes()
        lay(tmp_path / "copy.txt", "Some words.\n")
        for name, source in (("other.txt", "other"), ("copy.txt", "other"), ("bus/texts/survey.txt", "survey")):
            result = run(source_command, "add", name, "bus")
            assert (result.exit_code, result.stdout) == (0, "")
            assert f"{name} is registered already, as `{source}`." in result.stderr
        assert (tmp_path / "bus/scenario.yaml").read_bytes() == before

    def test_writes_the_text_of_a_source_that_was_registered_without(self, tmp_path: Path) -> None:
        world = write(tmp_path, None, quotes={"night": "would use a night bus"}, file="survey.html")
        lay(tmp_path / "survey.html", f"<p>{NIGHT_BUS}")
        result = run(source_command, "add", "survey.html", "bus")
        assert (result.exit_code, result.stdout) == (0, "bus/texts/survey.txt\n")
        file = tmp_path / "bus/scenario.yaml"
        lines = "".join(f"  {line.strip()}\n" for line in result.stderr.splitlines()[1:3])  # as it says
        file.write_text(file.read_text(encoding="utf-8").replace("  file: survey.html\n", lines), encoding="utf-8")
        assert list(verified(world)[0].places) == [("night", 1)]

    @pytest.mark.parametrize(
        ("folder", "file"), [("bus", "../a.txt"), ("bus/texts", "../../a.txt"), (".", "bus/in/a.txt")]
    )
    def test_finds_the_scenario_by_where_one_is(
        self, folder: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path)
        lay(tmp_path / "a.txt", "Some words.\n")
        lay(tmp_path / "bus/in/a.txt", "Some words.\n")
        monkeypatch.chdir(tmp_path / folder)
        assert run(source_command, "add", file).exit_code == 0
        assert (tmp_path / "bus/texts/a.txt").is_file()

    def test_may_write_where_no_one_else_sees_it(self, tmp_path: Path) -> None:
        write(tmp_path)
        lay(tmp_path / "a.txt", "Some words.\n")
        assert run(source_command, "add", "a.txt", "bus", "--texts", "papers").exit_code == 0
        assert (tmp_path / "papers/a.txt").exists()
        assert not (tmp_path / "bus/texts/a.txt").exists()

    @pytest.mark.parametrize(
        ("arguments", "words", "hint"),
        [
            (["secret.pdf", "bus"], "secret.pdf is not read: it is protected by a password.", ""),
            (["nowhere.pdf", "bus"], "There is no file nowhere.pdf.", ""),
            (["a.txt"], "Which scenario is a.txt for?", "briefgen source add FILE SCENARIO"),
            (["a.txt", "bus", "--id", "survey"], "The scenario has another source `survey`.", "`--id survey-2`"),
            (["a.txt", "bus", "--id", "../a"], "`../a` is not an id.", "`--id a`"),
            (["bus", "bus"], "bus is a folder; a file is wanted.", ""),
            (["scan.png", "bus"], "scan.png is a picture.", "OCR"),
            (["table.csv", "bus"], "it is a table, and evidence is quoted from sentences.", "save the sentences"),
            (["books.bib", "bus"], "it is a list of references", "Add the documents that it lists"),
            (["taken.txt", "bus"], "bus/texts/taken.txt exists, and holds another text.", "`--id taken-2`"),
        ],
    )
    def test_refuses_in_a_line(self, tmp_path: Path, arguments: list[str], words: str, hint: str) -> None:
        write(tmp_path)
        for name in ("a.txt", "table.csv", "books.bib", "taken.txt"):
            lay(tmp_path / name, "Some, words.\n")
        lay(tmp_path / "secret.pdf", encrypted_pdf())
        lay(tmp_path / "scan.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
        lay(tmp_path / "bus/texts/taken.txt", "Other words.\n")
        before = {path: path.is_file() and path.read_bytes() for path in (tmp_path / "bus").rglob("*")}
        result = run(source_command, "add", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
        assert hint in result.stderr
        assert {path: path.is_file() and path.read_bytes() for path in (tmp_path / "bus").rglob("*")} == before

    def test_writes_nothing_where_the_register_cannot_be_read(self, tmp_path: Path) -> None:
        write(tmp_path)
        lay(tmp_path / "a.txt", "Some words.\n")
        lay(tmp_path / "bus/scenario.yaml", "title: a: b\nsources:\n")
        result = run(source_command, "add", "a.txt", "bus")
        assert (result.exit_code, "[yaml-colon]" in result.stderr) == (2, True)
        assert not (tmp_path / "bus/texts/a.txt").exists()


def test_lock_prints_what_it_wrote(tmp_path: Path) -> None:
    write(tmp_path, None)
    assert run(lock_command, "bus").exit_code == 1
    lay(tmp_path / "papers" / "survey.txt", TEXT)
    result = run(lock_command, "bus", "--texts", "papers")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "bus/evidence.lock\n", "")
