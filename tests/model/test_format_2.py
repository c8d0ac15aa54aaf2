"""The keys of format 2: what they take, what is refused, and who sees them."""

import datetime as dt
import re
from pathlib import Path

import pytest
from tests.explanations.pages import lay
from tests.schema.reading import read, refusal
from tests.translation.scene import back, pseudo, sent, units
from tests.use_cases import document

from briefgen.commands.apply_review import write_changes
from briefgen.document.walk import words
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale
from briefgen.markup.plain import is_name
from briefgen.model.options import Reversibility
from briefgen.model.read import load
from briefgen.model.scenario import Audience, Scenario
from briefgen.model.walk import texts
from briefgen.release.filter import filtered
from briefgen.release.serialise import serialise
from briefgen.review.fields import block_texts
from briefgen.review.model import Applied, Edit

TEXT = Path(__file__).with_name("format_2.yaml").read_text(encoding="utf-8")


def written(folder: Path, text: str = TEXT) -> Scenario:
    """A scenario without mistakes, as it is read."""
    folder.mkdir(exist_ok=True)
    assert [fault.message for fault in read(text, folder)] == []
    loaded, _ = load(World(folder), Path("scenario.yaml"))
    assert loaded
    return loaded.scenario


def test_every_key_is_read_and_the_schema_takes_it(tmp_path: Path) -> None:
    assert refusal("scenario", TEXT) == ""
    scenario = written(tmp_path)
    assert scenario.format == 2
    assert [each.id for each in scenario.asks] == ["approve", "decide"]
    assert scenario.next_steps[0].due == dt.date(2026, 4, 15)
    assert (scenario.next_steps[1].owner, scenario.next_steps[1].due) == (None, None)
    assert scenario.sections[0].after == "background"
    cost = scenario.options[1].cost
    assert cost and (cost.low, cost.high, cost.facts) == (40000, 55000, ("offer",))
    assert [each.texts["en"] for each in scenario.sources[0].authors] == ["A. Holm", "Town of Lindby"]
    assert scenario.facts[0].quantities["yes"].value == 80
    assert scenario.facts[0].checked_by and scenario.facts[0].checked_by.date == dt.date(2026, 1, 18)


def test_without_the_keys_a_scenario_is_of_format_1(tmp_path: Path) -> None:
    scenario = written(tmp_path, "title: T\nquestion: Q?\ndecision_maker: D\noptions: [{id: a, name: A}]\n")
    assert scenario.format == 1
    assert (scenario.asks, scenario.next_steps, scenario.sections) == ((), (), ())
    assert set(serialise(scenario)) == {"scenario.yaml", "options.yaml"}
    assert "format: 2\n" in serialise(scenario)["scenario.yaml"].decode()


@pytest.mark.parametrize(
    ("given", "answer", "words"),
    [
        ("It can be changed every June.", None, {"en": "It can be changed every June."}),
        ("{en: It can., fr: Elle le peut.}", None, {"en": "It can.", "fr": "Elle le peut."}),
        ("{answer: no}", "no", {}),
        ("{answer: yes, text: {en: It can., fr: Elle le peut.}}", "yes", {"en": "It can.", "fr": "Elle le peut."}),
    ],
)
def test_reversibility_is_a_text_or_an_answer(
    given: str, answer: str | None, words: dict[str, str], tmp_path: Path
) -> None:
    text = TEXT.replace("It can be changed every June.", given)
    assert refusal("scenario", text) == ""
    option = written(tmp_path, text).options[0]
    held = option.reversibility
    assert (held.answer if isinstance(held, Reversibility) else None) == answer
    assert (option.reversibility_text.texts if option.reversibility_text else {}) == words


_CASE = re.compile(r"^```\n- (.*)\n\+ (.*)\n```\n\n(.*)$", re.MULTILINE)
MISTAKES = _CASE.findall(Path(__file__).with_name("format_2_mistakes.md").read_text(encoding="utf-8"))


def test_every_mistake_is_a_case() -> None:
    page = Path(__file__).with_name("format_2_mistakes.md").read_text(encoding="utf-8")
    assert len(MISTAKES) == page.count("\n+ ")


@pytest.mark.parametrize(("before", "after", "reported"), MISTAKES)
def test_a_mistake_is_reported_at_its_place(before: str, after: str, reported: str, tmp_path: Path) -> None:
    assert TEXT.count(before) == 1
    text = TEXT.replace(before, after)
    assert refusal("scenario", text) != ""
    found = [f"{each.span.line}:{each.span.column} {each.message} {each.hint}".strip()
             for each in read(text, tmp_path) if each.span]  # fmt: skip
    assert found == [reported]


def is_new(path: str) -> bool:
    """Whether a text of the scenario above is in a key of format 2."""
    return not {
        "asks", "next_steps", "sections", "conditions", "cost", "ready", "reversibility", "owner", "swing", "reasoning",
        "alternative", "if_wrong", "test", "observer", "frequency", "group", "authors", "checked_by",
    }.isdisjoint(path.split("."))  # fmt: skip


def test_it_is_the_same_scenario_after_it_is_written_down(tmp_path: Path) -> None:
    scenario = written(tmp_path / "given")
    files = serialise(scenario)
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    again, faults = load(World(tmp_path), Path("scenario.yaml"))
    assert (faults, again and again.scenario) == ([], scenario)


def test_a_review_changes_each_text_in_its_place(tmp_path: Path) -> None:
    written(tmp_path)
    file = Path("scenario.yaml")
    loaded, _ = load(World(tmp_path), file)
    assert loaded
    wanted = {f"{text.path}.en" for text in texts(loaded.scenario) if is_new(text.path)}
    assert len(wanted) == 25
    bases = block_texts(loaded, wanted)
    edits = [Edit(path, block, base, f"Rather: {base}") for (path, block), base in bases.items()]
    done, faults = write_changes(World(tmp_path), file, edits)
    assert (len(edits), faults) == (25, [])
    assert done and [each for each in done.outcomes if not isinstance(each, Applied)] == []
    after, faults = load(World(tmp_path), file)
    assert after and faults == []
    assert block_texts(after, wanted) == {key: f"Rather: {base}" for key, base in bases.items()}


def test_a_translation_comes_back_to_each_text(tmp_path: Path) -> None:
    (tmp_path / "bus").mkdir()
    file = tmp_path / "bus" / "scenario.yaml"
    file.write_text(TEXT, encoding="utf-8")
    root = sent(tmp_path, file, "fr")
    given = [name for name in units(root) if is_new(name)]
    scenario = written(tmp_path / "again")
    known = [text for text in texts(scenario) if is_new(text.path) and (not is_name(text.path) or len(text.texts) > 1)]
    assert sorted(given) == sorted(text.path for text in known)
    for unit in units(root).values():
        pseudo(unit)
    _, told = back(tmp_path, file, root)
    assert told == []
    made, _ = load(World(tmp_path / "bus"), Path("scenario.yaml"))
    assert made
    assert [text.path for text in texts(made.scenario) if is_new(text.path) and "‹" in text.texts.get("fr", "")] == [
        text.path for text in known
    ]


SECRET = "Zanzibar"
MARKED = [
    "asks: [{id: a, text: Ask Zanzibar., marking: TLP:AMBER}]",
    "asks: [{id: a, text: 'Ask [@secret].'}, {id: b, text: '[Zanzibar]{.marking-tlp-amber} decides.'}]",
    "next_steps: [{id: a, text: Ask Zanzibar., marking: TLP:AMBER}]",
    "next_steps: [{id: a, text: Ask., owner: '[Zanzibar]{.marking-tlp-amber}', due: 2026-04-15}]",
    "sections: [{id: a, title: Zanzibar, text: 'It is late [@last-bus].', marking: TLP:AMBER}]",
    "sections: [{id: a, title: Zanzibar, text: 'Zanzibar says no [@secret].'}]",
    "neutral: false\nrecommendation: {option: trial, text: Try it., confidence: low,"
    " conditions: [{id: a, text: Zanzibar agrees., marking: TLP:AMBER}]}",
    "judgements: [{id: a, statement: Few ride., reasoning: 'Zanzibar says so [@secret].',"
    " alternative: '[Zanzibar may be right.]{.marking-tlp-amber}'}]",
    "assumptions: [{id: a, statement: Few ride., if_wrong: 'Zanzibar pays [@secret].',"
    " test: 'Ask Zanzibar [@secret].'}]",
    "indicators: [{id: a, sign: Few ride., trigger: Then., observer: '[Zanzibar]{.marking-tlp-amber}',"
    " frequency: '[as Zanzibar says]{.marking-tlp-amber}'}]",
    "stakeholders: [{id: residents, name: Residents, group: '[Zanzibar]{.marking-tlp-amber}'}]",
    "sources: [{id: survey, title: T, authors: ['[Zanzibar]{.marking-tlp-amber}', A. Holm]},"
    " {id: s, title: S, doi: 10.5555/Zanzibar, archived: 'https://a.example/Zanzibar', pages: Zanzibar,"
    " marking: TLP:AMBER}]",
    "options: [{id: no-change, name: No change, baseline: true, ready: 'Zanzibar is ready [@secret].',"
    " risks: [{id: a, text: It fails., owner: '[Zanzibar]{.marking-tlp-amber}'}]}]",
    "options: [{id: no-change, name: No change, baseline: true,"
    " cost: {low: 1, high: 2, unit: Zanzibar dollars, marking: TLP:AMBER}}]",
    "options: [{id: no-change, name: No change, baseline: true,"
    " cost: {low: 1, high: 2, unit: Zanzibar dollars, facts: [secret]}}]",
    "options: [{id: no-change, name: No change, baseline: true,"
    " reversibility: {answer: yes, text: Zanzibar pays., marking: TLP:AMBER}}]",
    "options: [{id: no-change, name: No change, baseline: true,"
    " reversibility: {answer: yes, text: 'Zanzibar pays [@secret].'}}]",
    "options: [{id: no-change, name: No change, baseline: true,"
    " reversibility: {answer: yes, text: '[Zanzibar pays.]{.marking-tlp-amber}'}}]",
    "criteria: [{id: access, name: A, definition: D., weight: 100,"
    " swing: {worst: 'Zanzibar pays [@secret].', best: All ride.}}]",
]
"""Parts of a scenario in which a word is withheld from the public, in each of the keys of format 2."""

FACTS = """
facts:
  - {id: last-bus, statement: It is late., evidence: [{source: survey, quote: at 23:10}]}
  - id: secret
    statement: Zanzibar says no.
    marking: TLP:AMBER
    evidence: [{source: survey, quote: at 23:10}]
    quantities: {Zanzibar: {value: 3, unit: Zanzibar dollars}}
    checked_by: {name: Zanzibar, date: 2026-01-18}
"""


@pytest.mark.parametrize("part", MARKED)
def test_an_audience_sees_nothing_of_what_is_marked_higher(part: str, tmp_path: Path) -> None:
    lay([("scenario.yaml", f"{part}\n{FACTS}")], tmp_path)
    loaded, faults = load(World(tmp_path), Path("scenario.yaml"))
    assert loaded and [fault.message for fault in faults] == []
    public = filtered(loaded.scenario, Audience("public", loaded.scenario.title, "TLP:CLEAR")).scenario
    assert public
    assert SECRET in b"".join(serialise(loaded.scenario).values()).decode()
    left = b"".join(serialise(public).values()).decode()
    assert SECRET not in left
    assert not any(key in left for key in ("cost:\n", "reversibility:", "answer:", "swing:", "secret"))


def test_a_cost_stays_with_one_of_its_facts(tmp_path: Path) -> None:
    """The other one is not named."""
    part = (
        "options: [{id: no-change, name: No change, baseline: true,"
        " cost: {low: 1, high: 2, unit: euros, facts: [secret, last-bus]}}]"
    )
    lay([("scenario.yaml", f"{part}\n{FACTS}")], tmp_path)
    loaded, _ = load(World(tmp_path), Path("scenario.yaml"))
    assert loaded
    public = filtered(loaded.scenario, Audience("public", loaded.scenario.title, "TLP:CLEAR")).scenario
    assert public and public.options[0].cost and public.options[0].cost.facts == ("last-bus",)


TEMPLATE = """{% for ask in scenario.asks %}
1. {{ ask.text }}
{% endfor %}

{% for step in scenario.next_steps %}
- {{ step.text }} {{ step.owner }} {{ step.due }}
{% endfor %}
"""


def test_a_template_can_print_asks_and_next_steps(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "asks.md.j2").write_text(TEMPLATE, encoding="utf-8")
    printed = words_of(tmp_path, "asks")
    assert "Approve a trial of six months." in printed
    assert "Sign the contract. Transport desk 15 April 2026" in printed


def test_a_brief_prints_the_text_of_either_form_of_reversibility(tmp_path: Path) -> None:
    written(tmp_path)
    printed = words_of(tmp_path, "options-paper")
    assert "It can be changed every June." in printed
    assert "The contract binds the town for a month." in printed


def test_the_trace_has_each_sentence_of_the_new_keys(tmp_path: Path) -> None:
    written(tmp_path)
    printed = words_of(tmp_path, "evidence-annex")
    for sentence in ("Approve a trial of six months", "Publish the timetable", "The town asked residents"):
        assert sentence in printed


def words_of(folder: Path, template: str) -> str:
    """The words of a brief."""
    loaded, _ = load(World(folder), Path("scenario.yaml"))
    assert loaded
    made, faults = document(World(folder), loaded, template, load_locale("en"), "en")
    assert made, faults
    return " ".join(re.sub(r"\s+", " ", each) for each in words(made)).replace("\u00a0", " ")
