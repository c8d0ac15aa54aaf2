"""A template is compiled once for all briefs of a run; whose file it is, each brief knows of its own."""

from pathlib import Path

import pytest

from briefgen.kept import cache
from briefgen.verbs import templates
from briefgen.verbs.templates import FOLDER, SUFFIX, ready, shelves
from briefgen.world import World


def slip(scenario: Path, text: str) -> Path:
    (scenario / FOLDER).mkdir(parents=True, exist_ok=True)
    (scenario / FOLDER / f"slip{SUFFIX}").write_text(text, encoding="utf-8")
    return scenario


def test_the_same_template_in_two_scenarios(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(tmp_path)
    first, second = slip(tmp_path / "a", "# One\n"), slip(tmp_path / "b", "# One\n")
    one, _ = ready("slip", shelves(world, first), dict)
    monkeypatch.setattr(cache, "kept", lambda _: pytest.fail("it is remembered, and not read again"))
    other, _ = ready("slip", shelves(world, second), dict)
    assert one
    assert other
    assert other.codes == one.codes
    assert one.files["slip"].name == f"a/{FOLDER}/slip{SUFFIX}"
    assert other.files["slip"].name == f"b/{FOLDER}/slip{SUFFIX}"


def test_a_changed_template_is_another(tmp_path: Path) -> None:
    world, folder = World(tmp_path), slip(tmp_path / "a", "# One\n")
    one, _ = ready("slip", shelves(world, folder), dict)
    slip(folder, "# Two\n")
    other, _ = ready("slip", shelves(world, folder), dict)
    slip(folder, "# {{ unknown }}\n")
    faulty, faults = ready("slip", shelves(world, folder), dict)
    assert one
    assert other
    assert faulty
    assert other.codes != one.codes
    assert faults
    _, again = ready("slip", shelves(world, folder), dict)
    assert [each.message for each in again] == [each.message for each in faults]


def test_as_many_are_remembered_as_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "_MOST_READY", 2)
    monkeypatch.setattr(templates, "_ready", {})
    for number in range(5):
        ready("slip", shelves(World(tmp_path), slip(tmp_path / "a", f"# {number}\n")), dict)
        assert len(templates._ready) <= 2
