"""`briefgen new`: asks on a terminal, takes the same from options, and writes a scenario that is in order."""

import datetime as dt
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.pseudo_terminal import at_a_terminal, on_posix
from tests.hypothesis_profiles import examples
from tests.use_cases import reported

from briefgen.cli.app import app
from briefgen.commands.check import check
from briefgen.commands.new import LONGEST, Answers, cleaned, example, ids, new
from briefgen.commands.options import RenderOptions
from briefgen.commands.render import render
from briefgen.document import plain
from briefgen.fonts import right_to_left
from briefgen.io.filesystem import World
from briefgen.markup.parse import parse
from briefgen.model.read import load
from briefgen.model.scenario import Scenario

STARTER = Path(__file__).resolve().parents[2] / "scenarios" / "starter"


def briefgen(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), prog_name="briefgen")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def scenario(folder: Path) -> Scenario:
    loaded, faults = load(World(folder.parent), folder / "scenario.yaml")
    assert loaded is not None
    assert faults == []
    return loaded.scenario


def answers(made: Scenario) -> Answers:
    """What a scenario answers, as a reader of the brief sees it."""
    lang = made.language
    return Answers(
        question=" ".join(plain(block.content) for block in parse(made.question, lang).blocks),  # type: ignore[union-attr]
        title=made.title.texts[lang],
        decision_maker=made.decision_maker.texts[lang],
        options=tuple(option.name.texts[lang] for option in made.options),
        language=lang,
        as_of=made.as_of.isoformat() if made.as_of else "",
        deadline=made.deadline.isoformat() if made.deadline else "",
    )


def test_without_a_word_it_is_the_example(here: Path) -> None:
    assert briefgen("new", "demo").exit_code == 0
    assert content(here / "demo") == content(STARTER)


@on_posix
def test_pressing_enter_at_each_question_gives_the_example_too(here: Path) -> None:
    seen = at_a_terminal(["new", "demo"], here, ["\n"] * 7)
    assert seen.code == 0, seen.shown
    assert content(here / "demo") == content(STARTER)
    assert "The question to decide [Should the town run a night bus on Fridays and Saturdays?]: " in seen.shown
    assert seen.shown.count("]: ") == 7
    assert "Next: briefgen render demo" in seen.shown


@on_posix
def test_answers_make_an_outline_of_ones_own(here: Path) -> None:
    typed = [
        "Close the port?\n", "\n", "Port board\n", "Close it\n", "Keep it open; Close it; Ünïcode\n", "\n", "fr\n",
        "2026-02-28\n",
    ]  # fmt: skip
    seen = at_a_terminal(["new", "port"], here, typed)
    assert seen.code == 0, seen.shown
    assert "Who decides [The decision-maker]: " in seen.shown, "what is offered is no longer that of the example"
    assert "Deadline [none]: " in seen.shown
    assert "Name at least two." in seen.shown
    assert answers(scenario(here / "port")) == Answers(
        "Close the port?",
        "Port",
        "Port board",
        ("Keep it open", "Close it", "Ünïcode"),
        "fr",
        "2026-02-28",
    )
    assert briefgen("check", "port", "--strict").exit_code == 0
    assert briefgen("render", "port", "--strict", "--to", "docx", "--to", "pdf", "--to", "html").exit_code == 0


@on_posix
def test_an_answer_that_does_not_fit_is_asked_for_again(here: Path) -> None:
    seen = at_a_terminal(["new", "demo"], here, ["\n"] * 5 + ["French\n", "fr\n", "28.2.2026\n", "2026-02-28\n"])
    assert seen.code == 0, seen.shown
    assert "Examples: en, fr, pt-BR." in seen.shown
    assert "Write year-month-day: 2026-01-31." in seen.shown
    assert scenario(here / "demo").as_of == dt.date(2026, 2, 28)


@on_posix
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_who_stops_has_nothing_written(key: str, here: Path) -> None:
    seen = at_a_terminal(["new", "demo"], here, ["\n", key])
    assert seen.code == 2
    assert "Traceback" not in seen.shown
    assert content(here) == {}


@on_posix
def test_what_an_option_says_is_not_asked(here: Path) -> None:
    words = [
        "--question",
        "Close it?",
        "--language",
        "en",
        "--as-of",
        "2026-02-28",
        "--option",
        "No",
        "--option",
        "Yes",
        "--deadline",
        "2026-03-31",
    ]
    seen = at_a_terminal(["new", "port", *words], here, ["\n", "Port board\n"])
    assert seen.code == 0
    assert re.findall(r"^(.+) \[.*\]: ", seen.shown, re.MULTILINE) == ["A short title", "Who decides"]


@on_posix
def test_nothing_is_asked_with_yes_or_where_the_output_goes_elsewhere(here: Path) -> None:
    assert "]: " not in at_a_terminal(["new", "one", "--yes"], here).shown
    with (here / "said").open("wb") as file:
        assert "]: " not in at_a_terminal(["new", "two"], here, stdout=file.fileno()).shown
    assert content(here / "one") == content(here / "two") == content(STARTER)


def test_the_same_is_said_by_options(here: Path) -> None:
    result = briefgen(
        "new", "port", "--title", "The port", "--question", "Close it?", "--decision-maker", "Port board",
        "--option", "Keep it", "--option", "Close it", "--language", "fr", "--as-of", "2026-02-28",
        "--deadline", "2026-03-31",
    )  # fmt: skip
    assert result.stdout.splitlines() == [
        "port/scenario.yaml",
        "port/options/keep-it.yaml",
        "port/options/close-it.yaml",
        "port/evidence/sources.yaml",
        "port/evidence/facts.yaml",
    ]
    wanted = Answers("Close it?", "The port", "Port board", ("Keep it", "Close it"), "fr", "2026-02-28", "2026-03-31")
    made = scenario(here / "port")
    assert answers(made) == wanted
    assert [option.baseline for option in made.options] == [True, False]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--language", "French"], "unknown-language"),
        (["--as-of", "28.2.2026"], "not-a-date"),
        (["--as-of", "2026-02-30"], "not-a-date"),
        (["--deadline", "soon"], "not-a-date"),
        (["--question", "x" * (LONGEST + 1)], "too-long"),
        (["--option", "Close it"], "too-few-options"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(words: list[str], code: str, here: Path) -> None:
    result = briefgen("new", "port", *words)
    assert f"[{code}]" in result.stderr
    assert result.exit_code == 2
    assert content(here) == {}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Keep it open", "Close it"), ("keep-it-open", "close-it")),
        (("no: really # x", "a \"b\" 'c'"), ("no-really-x", "a-b-c")),
        (("Ünïcode", "日本", "🚢"), ("unicode", "option-2", "option-3")),
        (("A", "a", "a 2", "A!"), ("a", "a-2", "a-2-2", "a-3")),
        (("CON", "aux", "com1", "console"), ("option-con", "option-aux", "option-com1", "console")),
        (
            ("NULL", "true", "False", "2026", "1e3", "Null and void"),
            ("option-null", "option-true", "option-false", "option-2026", "option-1e3", "null-and-void"),
        ),
        (("x" * 100, "x" * 101), ("x" * 56, "x" * 56 + "-2")),
    ],
)
def test_ids_are_made_of_names(names: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert ids(names) == expected


def test_every_commented_example_is_sound(here: Path) -> None:
    """Without the `#` in front of the examples, the outline is a scenario without an error or a warning."""
    assert briefgen("new", "port", "--option", "Keep it", "--option", "Close it").exit_code == 0
    for path in (here / "port").rglob("*.yaml"):
        text = re.sub(r"^#(?=\S|  +\S)", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        text = re.sub(r"^(?:neutral: true.*|\[\])\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^baseline: true\n", "baseline: false\n", text, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    result = briefgen("check", "port", "--strict")
    assert result.exit_code == 0, result.stderr
    made = scenario(here / "port")
    assert made.recommendation
    assert all(option.assessments for option in made.options)
    assert all((made.criteria, made.facts, made.sources, made.stakeholders, made.assumptions, made.gaps))


def test_the_outline_is_for_two_audiences_and_has_a_title_of_its_own(here: Path) -> None:
    words = ["--question", "Should the first bell ring at 8:40?", "--option", "No change", "--option", "Later bell"]
    assert briefgen("new", "school-bell", *words, "--as-of", "2026-04-14", "--deadline", "2026-05-26").exit_code == 0
    made = scenario(here / "school-bell")
    assert (made.title.texts["en"], made.deadline) == ("School bell", dt.date(2026, 5, 26))
    assert [(each.id, each.marking) for each in made.audiences] == [
        ("public", "TLP:CLEAR"),
        ("decision-maker", "TLP:AMBER"),
    ]
    result = briefgen("render", "school-bell", "--audience", "all", "--strict", "--to", "html")
    assert result.exit_code == 0, result.stderr


def test_the_example_answers_what_is_asked(tmp_path: Path) -> None:
    wishes = example(World(tmp_path))
    assert len(wishes.options) == 2
    assert all(getattr(wishes, name) for name in Answers.__struct_fields__)


ANSWER = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="#:-[]{}&*!|>'\"%@`\\ \n\t,?~=<_^$0.1a", max_size=20),
    st.sampled_from([
        "no: really # x", "yes", "null", "NULL", "2026", "~", "- a", "1. a",
        "a\nb: c", "---", "...", "[@fact]", "[x]{.judgement}",
        "{{ 7 * 7 }}", "${x}", "$id", "%YAML 1.2", "!!python/object", "&a *a", "<b>x</b>", "&lt;", "![x](y)", "🚢" * 9,
        "\u202eabc", "\U000e0041", "\ue000", "\x00", "\x1b[2J", "a\u2028b", "\ud800", "   ", "C:\\new\\table", "# x",
        "__init__", "~~x~~", "```", "|a|b|", "日本", "e\u0301", "aux", "CON",
    ]),
).filter(lambda answer: not right_to_left(answer))  # fmt: skip
"""Whatever a person may type, but what cannot be printed yet, which `check` tells."""


@examples(0.25)
@given(
    question=ANSWER,
    title=ANSWER,
    decision_maker=ANSWER,
    options=st.lists(ANSWER, max_size=4).filter(lambda names: len(cleaned(Answers(options=tuple(names))).options) != 1),
    language=st.sampled_from(["", "en", "fr", "pt-BR", "de"]),
    as_of=st.dates(dt.date(1900, 1, 1)).map(dt.date.isoformat),
)
def test_whatever_is_answered_the_scenario_is_in_order(
    tmp_path_factory: pytest.TempPathFactory,
    question: str,
    title: str,
    decision_maker: str,
    options: list[str],
    language: str,
    as_of: str,
) -> None:
    folder = tmp_path_factory.mktemp("new")
    world = World(folder)
    wishes = Answers(question, title, decision_maker, tuple(options), language, as_of)
    written, refused = reported(new, world, Path("it"), wishes)
    assert refused == []
    assert all(path.as_posix().isascii() for path in written)
    loaded, faults = reported(check, world, Path("it/scenario.yaml"))
    assert loaded is not None
    assert [fault.message for fault in faults if fault.severity == "error"] == []
    said, meant = answers(loaded.scenario), cleaned(wishes)
    for name in Answers.__struct_fields__:
        assert getattr(meant, name) in (getattr(said, name), "", ()), name
    made, faults = reported(render, world, Path("it/scenario.yaml"), RenderOptions(formats=("html",)))
    assert len(made) == 1, faults
