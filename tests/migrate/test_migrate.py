"""Scenarios in format 1 are read, and migrated to format 2: nothing but keys, `basis` and `format` changes, and no
inference becomes evidence."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace
from tests.command_line import run
from tests.migrate.older import FROZEN, older, texts, yaml_files
from tests.translation.scene import back, units
from tests.use_cases import reported

from briefgen.analysis.coverage import state
from briefgen.analysis.relevance import bears_on
from briefgen.commands.migrate import migrate
from briefgen.io.filesystem import World
from briefgen.markup.parse import cited_facts
from briefgen.model.formats import current_path, former_keys
from briefgen.model.read import load
from briefgen.model.scenario import Scenario

DOCS = Path(__file__).parents[2] / "docs" / "formats" / "format-2.md"


def read(folder: Path) -> Scenario:
    """A scenario without errors."""
    loaded, faults = load(World(folder), Path("scenario.yaml"))
    assert loaded and [fault.message for fault in faults if fault.severity == "error"] == []
    return loaded.scenario


def without_bases(scenario: Scenario) -> Scenario:
    """A scenario that does not say what its cells rest on."""
    options = tuple(
        replace(option, assessments={key: replace(cell, basis="inferred") for key, cell in option.assessments.items()})
        for option in scenario.options
    )
    return replace(scenario, options=options, format=2)


FORMER = r"rationale|certainty|supported_by|not_choosing|matters|closing|direction|author|basis|evidence|format"


def check_lines(before: str, after: str) -> None:
    """Every line stays, in its order, but for keys and the words that go with them; `format` and `basis` are new."""
    end = "\r\n" if "\r\n" in before else "\n"
    assert ("\r\n" in after) == ("\r\n" in before) and after.startswith("\ufeff") == before.startswith("\ufeff")
    assert re.findall(r"(?<=\s)#.*", before) == re.findall(r"(?<=\s)#.*", after)
    new = [line for line in after.split(end) if not re.fullmatch(r" *basis: stated|\ufeff?format: 2", line)]
    old = [line for line in before.split(end) if not re.fullmatch(r" *basis: stated", line)]
    old[0], new[0] = old[0].removeprefix("\ufeff"), new[0].removeprefix("\ufeff")
    assert len(old) == len(new)
    for was, now in zip(old, new, strict=True):
        by_language = now.lstrip() in (f"- {was.lstrip()}", was.lstrip())
        assert was == now or re.search(rf"""['"]?\b({FORMER})\b['"]? *:""", was) or by_language, (was, now)


SEEDS = [*range(10), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(10, 50))]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_scenario_of_0_1_is_migrated(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = older(seed, tmp_path)
    monkeypatch.chdir(tmp_path)
    before, scenario = texts(folder), read(folder)
    assert scenario.format == 1
    checked = run("check", folder.name)
    assert checked.exit_code == 0, checked.output
    assert checked.output.count("[old-format]") == 1 and "briefgen migrate" in checked.output
    assert "[former-key]" not in checked.output

    result = run("migrate", folder.name)
    assert result.exit_code == 0, result.output
    after = texts(folder)
    for path, text in after.items():
        check_lines(before[path], text)
    migrated = read(folder)
    assert migrated.format == 2
    assert without_bases(migrated) == without_bases(scenario)
    criteria = {each.id: each for each in scenario.criteria}
    for old, new in zip(scenario.options, migrated.options, strict=True):
        for key, cell in new.assessments.items():
            facts = frozenset(cell.facts) | (cited_facts(cell.reason) if cell.reason else frozenset())
            bears = state(old.assessments[key]) == "evidenced" and bears_on(scenario, old, criteria[key], facts)
            assert (cell.basis == "stated") == bears, (old.id, key)
            listed = f": options.{old.id}.assessments.{key}\n" in result.output
            assert listed == (state(old.assessments[key]) == "evidenced" and not bears)
    checked = run("check", folder.name)
    assert checked.exit_code == 0 and not re.search(r"\[(old-format|former-key)\]", checked.output)
    rendered = run("render", folder.name, "--to", "html")
    assert rendered.exit_code == 0, rendered.output

    again = run("migrate", folder.name)
    assert (again.exit_code, again.stdout, texts(folder)) == (0, "", after)


def test_a_dry_run_prints_a_diff_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FROZEN / "starter", tmp_path / "starter")
    monkeypatch.chdir(tmp_path)
    before = texts(tmp_path)
    result = run("migrate", "starter", "--dry-run")
    assert result.exit_code == 0
    assert "--- starter/scenario.yaml\n" in result.stdout
    assert "-    direction: less-is-better\n+    better: lower\n" in result.stdout
    assert texts(tmp_path) == before and not list(tmp_path.rglob(".briefgen"))


def test_a_scenario_with_an_error_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("haiti-2022", "starter"):
        shutil.copytree(FROZEN / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "starter" / "options" / "trial.yaml"
    file.write_text(file.read_text("utf-8").replace("name: Six", "nmae: Six"), "utf-8")
    before = texts(tmp_path)
    result = run("migrate", "starter", "haiti-2022")
    assert result.exit_code == 1 and "starter/options/trial.yaml:2:1" in result.stderr
    assert texts(tmp_path) == before


SHARED = """\
- id: trial
  name: Trial
  assessments:
    access: {score: 3, rationale: "Half would ride [@ride].", certainty: low}
    noise: &same {score: 2, rationale: "Nobody sleeps [@ride]."}
"""
EVIDENCE = """\
- id: ride
  statement: Half of them would ride.
  evidence: [{source: survey, quote: half of them would ride a night bus}]
"""


def lay_shared(folder: Path, *names: str) -> None:
    """Scenarios that share their register, a fact and an option. The title of `walk` has the word of the criterion."""
    shared = folder / "shared"
    shared.mkdir()
    (folder / "briefgen.yaml").touch()
    (shared / "trial.yaml").write_text(SHARED)
    (shared / "facts.yaml").write_text(EVIDENCE)
    (shared / "sources.yaml").write_text("- {id: survey, title: Survey, author: A. Holm}\n")
    for name in names:
        title = "Who would ride at night" if name == "walk" else "Evening service"
        (folder / name).mkdir()
        (folder / name / "scenario.yaml").write_text(
            f"title: {title}\nquestion: Q?\ndecision_maker: Council\nneutral: true\n"
            "options: [../shared/trial.yaml, none.yaml]\nfacts: ../shared/facts.yaml\n"
            "sources: ../shared/sources.yaml\ncriteria:\n"
            "  - {id: access, name: Access, weight: 60, definition: How many ride., supported_by: [ride]}\n"
            "  - {id: noise, name: Noise, weight: 40, definition: Who hears it., direction: less-is-better}\n"
        )
        (folder / name / "none.yaml").write_text("- {id: none, name: None of it, baseline: true}\n")


def test_scenarios_that_share_files_move_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_shared(tmp_path, "bus", "tram")
    monkeypatch.chdir(tmp_path)
    before = texts(tmp_path)
    alone = run("migrate", "bus")
    assert alone.exit_code == 1
    assert "tram/scenario.yaml" in alone.stderr and "briefgen migrate bus tram" in alone.stderr
    assert texts(tmp_path) == before

    both = run("migrate", "bus", "tram")
    assert both.exit_code == 0, both.output
    shared = (tmp_path / "shared" / "trial.yaml").read_text()
    assert '    access: {score: 3, basis: stated, reason: "Half would ride [@ride].", confidence: low}\n' in shared
    assert '    noise: &same {score: 2, reason: "Nobody sleeps [@ride]."}\n' in shared
    assert (tmp_path / "shared" / "sources.yaml").read_text() == "- {id: survey, title: Survey, authors: [A. Holm]}\n"
    for name in ("bus", "tram"):
        assert run("check", name).exit_code == 0


def test_a_shared_cell_is_stated_in_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In `walk`, the word that the passage and the criterion have in common is in the title."""
    lay_shared(tmp_path, "bus", "walk")
    monkeypatch.chdir(tmp_path)
    assert run("migrate", "bus", "walk").exit_code == 0
    assert "stated" not in (tmp_path / "shared" / "trial.yaml").read_text()


def test_a_cell_shared_with_format_2_stays_inferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_shared(tmp_path, "bus", "tram")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "tram" / "scenario.yaml"
    file.write_text("format: 2\n" + file.read_text())
    assert run("migrate", "bus", "tram").exit_code == 0
    assert "stated" not in (tmp_path / "shared" / "trial.yaml").read_text()


def test_what_cannot_be_changed_alone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An author whose anchor is used elsewhere: as a list, it would be one there too."""
    lay_shared(tmp_path, "bus")
    monkeypatch.chdir(tmp_path)
    register = tmp_path / "shared" / "sources.yaml"
    register.write_text("- {id: survey, title: Survey, author: &holm A. Holm, publisher: *holm}\n")
    before = texts(tmp_path)
    result = run("migrate", "bus")
    assert result.exit_code == 1
    assert "shared/sources.yaml:1:" in result.stderr and "[not-migrated]" in result.stderr
    assert texts(tmp_path) == before


def test_an_explicit_stated_that_nothing_supports_becomes_inferred(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.commands.migrate.bears_on", lambda *_: False)
    shutil.copytree(FROZEN / "starter", tmp_path / "starter")
    file = tmp_path / "starter" / "options" / "no-change.yaml"
    file.write_text(
        file.read_text("utf-8").replace("    certainty: high\n", "    certainty: high\n    basis: stated   # sure\n"),
        "utf-8",
    )
    made, told = reported(migrate, World(tmp_path), [Path("starter/scenario.yaml")])
    assert made and told == []
    assert "    basis: inferred   # sure\n" in file.read_text("utf-8")
    (scenario,) = made.scenarios
    assert [cell.path.rpartition(".")[0] for cell in scenario.inferred] == [
        "options.no-change.assessments", "options.trial.assessments",
    ]  # fmt: skip
    assert (scenario.share_before, scenario.share_after) == (60, 0)


@pytest.fixture
def migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The examples of 0.1, migrated, with what 0.1 sent out before."""
    shutil.copytree(FROZEN.parent, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    assert run("migrate", "scenarios").exit_code == 0
    return tmp_path


@pytest.mark.parametrize("name", ["haiti-2022", "kelmouth-2026-decision-note"])
def test_a_review_copy_of_0_1_is_applied_to_a_migrated_scenario(name: str, migrated: Path) -> None:
    scenario = f"scenarios/{name.removesuffix('-decision-note')}"
    shutil.copytree(FROZEN.parent / scenario, "former")
    old = run("review", f"review/{name}.docx", "--scenario", "former", "--apply")
    new = run("review", f"review/{name}.docx", "--scenario", scenario, "--apply")
    places = (re.sub(r"^\S+yaml:\d+|^ +\d+ │", "", each.stdout, flags=re.MULTILINE) for each in (old, new))
    assert next(places) == next(places)
    assert run("migrate", "former").exit_code == 0
    # Whether it is migrated before or after the review makes no difference.
    assert [path.read_bytes() for path in yaml_files(Path("former"))] == [
        path.read_bytes() for path in yaml_files(migrated / scenario)
    ]


def test_an_xliff_file_of_0_1_is_imported_into_a_migrated_scenario(migrated: Path) -> None:
    root = etree.parse(migrated / "xliff" / "starter-fr.xlf").getroot()
    made, told = back(migrated, Path("scenarios/starter/scenario.yaml"), root)
    assert made and told == []
    assert (made.written, made.untranslated) == (len(units(root)), 0)
    scenario = read(migrated / "scenarios" / "starter")
    assert scenario.gaps[0].reason and scenario.gaps[0].reason.texts["fr"].startswith("‹The› ‹council›")
    reason = scenario.options[0].assessments["access"].reason
    assert reason and reason.texts["fr"].startswith("‹There› ‹is›")


TEMPLATE = """\
{% for source in scenario.sources %}{{ source.author }}{% endfor %}

{% for gap in scenario.gaps | sort("matters") %}
- {{ gap.matters }} {{ gap.closing }}
{% endfor %}

{% for option in scenario.options %}
{{ option.not_choosing }}

{% for id, cell in option.assessments | items %}{% if cell.rationale %}{{ cell.rationale }} {% endif %}{% endfor %}

{% endfor %}

{% for criterion in scenario.criteria if criterion.direction == "less-is-better" %}
{{ criterion.name }} {{ criterion.supported_by | length }}
{% endfor %}

{{ scenario.judgements | map("basis") | first | length }}
"""


def test_a_template_may_use_the_former_names(migrated: Path) -> None:
    folder = migrated / "scenarios" / "starter"
    register = folder / "evidence" / "sources.yaml"
    register.write_text(register.read_text("utf-8") + "  authors: [A. Holm, B. Lund]\n", "utf-8")
    present = {
        "source.author": "source.authors[0]", "matters": "reason", "closing": "how_to_find_out", '"basis"': '"facts"',
        "not_choosing": "if_not_chosen", "rationale": "reason", "supported_by": "facts",
        'direction == "less-is-better"': 'better == "lower"',
    }  # fmt: skip
    now = re.sub("|".join(present), lambda found: present[found[0]], TEMPLATE)
    printed = []
    for number, text in enumerate((TEMPLATE, now)):
        (folder / "templates").mkdir(exist_ok=True)
        (folder / "templates" / f"note-{number}.md.j2").write_text(text, "utf-8")
        result = run("render", "scenarios/starter", "--to", "native", "--template", f"note-{number}", "--out", "out")
        assert result.exit_code == 0, result.output
        words = Path(result.stdout.strip()).read_text("utf-8")
        printed.append([line for line in re.sub(r"note-\d|j2:\d+", "", words).splitlines() if "template" not in line])
    assert printed[0] == printed[1]
    assert any("A. Holm" in line for line in printed[0])


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("gaps.price.matters.en", "gaps.price.reason.en"),
        ("options.trial.assessments.access.rationale.fr", "options.trial.assessments.access.reason.fr"),
        ("options.trial.assessments.access.evidence.2", "options.trial.assessments.access.facts.2"),
        ("facts.price.evidence.1.quote", "facts.price.evidence.1.quote"),
        ("sources.survey.author.en", "sources.survey.authors.1.en"),
        ("sources.survey.authors.2.en", "sources.survey.authors.2.en"),
        ("judgements.rides.basis.1", "judgements.rides.facts.1"),
        ("stakeholders.firm.positions.trial.basis", "stakeholders.firm.positions.trial.basis"),
        ("options.trial.reversibility.text.en", "options.trial.reversibility.text.en"),
        ("options.rationale.name.en", "options.rationale.name.en"),
        ("nothing.matters", "nothing.matters"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_path_has_its_present_name(former: str, now: str) -> None:
    assert current_path(former) == now
    assert current_path(now) == now


def test_the_page_lists_every_former_key() -> None:
    table = DOCS.read_text("utf-8").split("\n## ")[3]
    rows = re.findall(r"^\| (\w+) \| `(\w+)`.*?\| `(\w+)`", table, re.MULTILINE)
    assert {(owner, old, new) for owner, old, new in rows} == {
        (cls.__name__.lower(), field.former.name, field.name) for cls, field in former_keys() if field.former
    }


def test_both_names_of_a_key_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(
        "format: 2\ntitle: T\nquestion: Q?\ndecision_maker: D\noptions: [{id: a, name: A}]\n"
        "gaps:\n  - {id: a, text: A., matters: B., closing: C., reason: D.}\n"
    )
    _, faults = load(World(tmp_path), Path("scenario.yaml"))
    found = [(each.severity, each.code, each.span.text if each.span else "") for each in faults]
    assert found == [("error", "former-key", "matters"), ("info", "former-key", "closing")]
