"""Briefs of one run share compiled templates, and messages still name the file of each scenario."""

from pathlib import Path

from tests.use_cases import reported

from briefgen.commands.templates import FOLDER, SUFFIX, load_template, template_folders
from briefgen.io.filesystem import World


def slip(scenario: Path, text: str) -> Path:
    (scenario / FOLDER).mkdir(parents=True, exist_ok=True)
    (scenario / FOLDER / f"slip{SUFFIX}").write_text(text, encoding="utf-8")
    return scenario


def test_the_same_template_in_two_scenarios(tmp_path: Path) -> None:
    world = World(tmp_path)
    one, _ = reported(load_template, "slip", template_folders(world, slip(tmp_path / "a", "# One\n")), dict)
    other, _ = reported(load_template, "slip", template_folders(world, slip(tmp_path / "b", "# One\n")), dict)
    assert one
    assert other
    assert one.files["slip"].name == f"a/{FOLDER}/slip{SUFFIX}"
    assert other.files["slip"].name == f"b/{FOLDER}/slip{SUFFIX}"


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    world, folder = World(tmp_path), slip(tmp_path / "a", "# One\n")
    one, _ = reported(load_template, "slip", template_folders(world, folder), dict)
    slip(folder, "# Two\n")
    other, _ = reported(load_template, "slip", template_folders(world, folder), dict)
    slip(folder, "# {{ unknown }}\n")
    faulty, faults = reported(load_template, "slip", template_folders(world, folder), dict)
    assert one
    assert other
    assert faulty
    assert other.codes != one.codes
    assert faults
    _, again = reported(load_template, "slip", template_folders(world, folder), dict)
    assert [each.message for each in again] == [each.message for each in faults]
