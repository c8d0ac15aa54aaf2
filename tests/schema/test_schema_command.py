"""`briefgen schema`: print, write, wire."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli.setup import schema_command
from briefgen.io.filesystem import shipped
from briefgen.model.json_schema import schemas

Run = Callable[..., Result]

SETTINGS = Path("bus/.vscode/settings.json")
FILES = [f"{kind}.schema.json" for kind in schemas()]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bus(here: Path) -> Path:
    shutil.copytree(shipped("scenarios") / "starter", here / "bus")
    return here / "bus"


@pytest.fixture
def schema() -> Run:
    def run(*arguments: str) -> Result:
        result = CliRunner().invoke(schema_command, list(arguments), prog_name="briefgen schema")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def mapped(settings: Path = SETTINGS) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(settings.read_text(encoding="utf-8"))["yaml.schemas"]
    return found


def test_it_prints_the_schema_of_a_scenario(schema: Run) -> None:
    result = schema()
    assert (json.loads(result.stdout), result.stderr, result.exit_code) == (schemas()["scenario"], "", 0)


@pytest.mark.parametrize("kind", schemas())
def test_it_prints_the_schema_of_any_kind(kind: str, schema: Run) -> None:
    assert json.loads(schema(kind).stdout) == schemas()[kind]


def test_a_kind_that_does_not_exist_is_told_with_those_that_do(schema: Run) -> None:
    result = schema("option")
    assert "There is no kind 'option'. Known: scenario, options," in result.stderr
    assert (result.stdout, result.exit_code) == ("", 2)


def test_it_writes_all_schemas(schema: Run, here: Path) -> None:
    result = schema("--write")
    assert result.stdout.splitlines() == [f".briefgen/schemas/{name}" for name in FILES]
    written = {
        path.name: json.loads(path.read_text(encoding="utf-8")) for path in (here / ".briefgen/schemas").iterdir()
    }
    assert written == dict(zip(FILES, schemas().values(), strict=True))


def test_it_writes_where_it_is_told_to_and_again(schema: Run, here: Path) -> None:
    before = schema("--write", "for editors").stdout
    assert before.splitlines()[0] == "for editors/scenario.schema.json"
    assert schema("--write", "for editors").stdout == before
    assert sorted(path.name for path in (here / "for editors").iterdir()) == sorted(FILES)


def test_it_writes_nothing_where_one_file_cannot_be_written(schema: Run, here: Path) -> None:
    (here / "out/options.schema.json").mkdir(parents=True)
    result = schema("--write", "out")
    assert "Nothing was changed. [not-a-file]" in result.stderr
    assert (result.stdout, result.exit_code) == ("", 2)
    assert [path.name for path in (here / "out").iterdir()] == ["options.schema.json"]


def test_writing_and_wiring_at_once_is_refused(schema: Run, bus: Path) -> None:
    result = schema("--write", "out", "--wire", "bus")
    assert "cannot be combined" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("name", ["bus", "bus/", "bus/scenario.yaml"])
def test_it_wires_a_scenario(name: str, schema: Run, bus: Path) -> None:
    texts = {path: path.read_bytes() for path in bus.rglob("*.yaml")}
    result = schema("--wire", name)
    assert result.stdout.splitlines() == [f"bus/.briefgen/schemas/{file}" for file in FILES] + [str(SETTINGS)]
    assert result.exit_code == 0
    assert mapped()["./.briefgen/schemas/scenario.schema.json"] == ["scenario.yaml"]
    assert mapped()["./.briefgen/schemas/facts.schema.json"] == ["facts.yaml", "facts/*.yaml"]
    assert {path: path.read_bytes() for path in bus.rglob("*.yaml")} == texts


def test_it_prints_the_line_for_the_top_of_each_file(schema: Run, bus: Path) -> None:
    lines = schema("--wire", "bus").stderr.splitlines()
    after = dict(zip(lines[2::2], (line.strip() for line in lines[3::2]), strict=True))
    assert lines[:2] == ["", "For editors other than VS Code, put this line at the top of:"]
    top = "# yaml-language-server: $schema="
    assert after == {
        "bus/scenario.yaml": f"{top}.briefgen/schemas/scenario.schema.json",
        "bus/options/no-change.yaml": f"{top}../.briefgen/schemas/options.schema.json",
        "bus/options/trial.yaml": f"{top}../.briefgen/schemas/options.schema.json",
        "bus/evidence/sources.yaml": f"{top}../.briefgen/schemas/sources.schema.json",
        "bus/evidence/facts.yaml": f"{top}../.briefgen/schemas/facts.schema.json",
        "bus/evidence/stakeholders.yaml": f"{top}../.briefgen/schemas/stakeholders.schema.json",
    }


def test_files_of_other_names_are_wired_too(schema: Run, bus: Path) -> None:
    file = bus / "scenario.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "facts: evidence/facts.yaml", "facts: [claims/**/*.yaml, ../all.yaml]"
    )
    file.write_text(text, encoding="utf-8")
    (bus / "claims/early").mkdir(parents=True)
    (bus / "evidence/facts.yaml").rename(bus / "claims/early/survey.yaml")
    result = schema("--wire", "bus")
    assert mapped()["./.briefgen/schemas/facts.schema.json"] == [
        "facts.yaml", "facts/*.yaml", "claims/**/*.yaml", "all.yaml",
    ]  # fmt: skip
    assert (
        "bus/claims/early/survey.yaml\n    # yaml-language-server: $schema=../../.briefgen/schemas/facts"
        in result.stderr
    )
    assert "all.yaml" not in result.stderr  # it does not exist, and lies outside


def test_a_folder_of_scenarios_is_wired_as_one(schema: Run, bus: Path, here: Path) -> None:
    shutil.copytree(bus, here / "tram")
    result = schema("--wire", ".")
    assert result.stdout.splitlines()[-1] == ".vscode/settings.json"
    assert mapped(Path(".vscode/settings.json")).keys() == {f"./.briefgen/schemas/{name}" for name in FILES}
    assert (
        "tram/options/trial.yaml\n    # yaml-language-server: $schema=../../.briefgen/schemas/options" in result.stderr
    )


def test_a_scenario_that_cannot_be_read_is_wired_all_the_same(schema: Run, bus: Path) -> None:
    (bus / "scenario.yaml").write_text("title: [\n", encoding="utf-8")
    assert schema("--wire", "bus").exit_code == 0
    assert mapped()["./.briefgen/schemas/options.schema.json"] == ["options.yaml", "options/*.yaml"]


def test_settings_that_are_there_are_kept(schema: Run, bus: Path) -> None:
    SETTINGS.parent.mkdir()
    SETTINGS.write_text(
        '{\n\t"editor.rulers": [100],\n\t"yaml.schemas": {\n'
        '\t\t"https://example.org/ci.json": "ci.yaml",\n'
        '\t\t"./.briefgen/schemas/facts.schema.json": "claims.yaml"\n\t},\n\t"window.title": "é"\n}\n',
        encoding="utf-8",
    )
    assert schema("--wire", "bus").exit_code == 0
    text = SETTINGS.read_text(encoding="utf-8")
    assert list(json.loads(text)) == ["editor.rulers", "yaml.schemas", "window.title"]
    assert mapped()["https://example.org/ci.json"] == "ci.yaml"
    assert mapped()["./.briefgen/schemas/facts.schema.json"] == ["claims.yaml", "facts.yaml", "facts/*.yaml"]
    assert '\n\t"window.title": "é"\n}\n' in text
    assert schema("--wire", "bus").exit_code == 0
    assert SETTINGS.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        '{\n  // how wide\n  "editor.rulers": [100]\n}\n',
        '{"editor.rulers": [100],}',
        '{"a": 1, "a": 2}',
        '{"yaml.schemas": []}',
        "[]",
        "{",
        "[" * 100_000,
    ],
    ids=["comment", "last comma", "key twice", "not a mapping", "not settings", "cut off", "deep"],
)
def test_settings_that_cannot_be_changed_without_loss_are_left_alone(text: str, schema: Run, bus: Path) -> None:
    SETTINGS.parent.mkdir()
    SETTINGS.write_text(text, encoding="utf-8")
    result = schema("--wire", "bus")
    assert SETTINGS.read_text(encoding="utf-8") == text
    assert "[settings-not-merged]" in result.stderr
    assert result.stdout.splitlines() == [f"bus/.briefgen/schemas/{file}" for file in FILES]
    assert result.exit_code == 1
    shown = result.stderr.partition("Add this to the settings:\n")[2].partition("\nFor editors other")[0]
    added = json.loads(f"{{{shown}}}")
    SETTINGS.unlink()
    schema("--wire", "bus")
    assert added["yaml.schemas"] == mapped()


@pytest.mark.parametrize(
    ("text", "code"), [(b"\xff\xfe{}", "wrong-encoding"), (None, "not-a-file")], ids=["not UTF-8", "folder"]
)
def test_settings_that_cannot_be_read_are_left_alone(text: bytes | None, code: str, schema: Run, bus: Path) -> None:
    if text is None:
        SETTINGS.mkdir(parents=True)
    else:
        SETTINGS.parent.mkdir()
        SETTINGS.write_bytes(text)
    result = schema("--wire", "bus")
    assert f"[{code}]" in result.stderr
    assert "Add this to the settings:" in result.stderr
    assert result.exit_code in (1, 2)
    assert SETTINGS.is_dir() if text is None else SETTINGS.read_bytes() == text


def test_settings_keep_their_line_ends(schema: Run, bus: Path) -> None:
    SETTINGS.parent.mkdir()
    SETTINGS.write_bytes(b'{\r\n    "editor.rulers": [100]\r\n}\r\n')
    schema("--wire", "bus")
    lines = SETTINGS.read_bytes().split(b"\n")
    assert lines[4] == b'    "yaml.schemas": {\r'
    assert all(line.endswith(b"\r") for line in lines[:-1])


def test_empty_settings_are_filled(schema: Run, bus: Path) -> None:
    SETTINGS.parent.mkdir()
    SETTINGS.write_text("\n", encoding="utf-8")
    assert schema("--wire", "bus").exit_code == 0
    assert len(mapped()) == len(FILES)


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_a_scenario_is_not_wired(name: str, schema: Run, here: Path) -> None:
    (here / "empty").mkdir()
    result = schema("--wire", name)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert list((here / "empty").iterdir()) == []


@pytest.mark.parametrize("place", ["a" * 5000, "a\\0b", "/etc/passwd", "../../../etc/passwd", "[", "!x.yaml", "."])
def test_odd_places_in_a_scenario_do_no_harm(place: str, schema: Run, bus: Path) -> None:
    (bus / "scenario.yaml").write_text(f'facts: ["{place}"]\n', encoding="utf-8")
    result = schema("--wire", "bus")
    assert result.exit_code == 0
    assert "passwd" not in result.stderr
