"""A translator who may not read all gets what an audience sees; what comes home leaves the rest alone."""

import re
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from lxml import etree
from tests.explanations.pages import lay
from tests.release.extracted import extracted
from tests.release.marked import LABELS, marked, secret
from tests.release.remarked import remarked
from tests.scenarios import as_yaml
from tests.translation.scene import back, loaded, pseudo, tag, translate, units

from briefgen.cli.app import app
from briefgen.commands.translations import export
from briefgen.io.filesystem import World, shipped
from briefgen.model.marking import as_span
from briefgen.model.walk import texts
from briefgen.release.filter import filtered
from briefgen.translation import Unit, write
from briefgen.translation import units as units_of

BUS = """
language: en
audiences:
  - {id: public, name: The public, marking: TLP:CLEAR}
  - {id: council, name: The council, marking: TLP:AMBER}
marking: TLP:CLEAR
issue:
  en: |
    They walk home [@last-bus]. [The operator wants 11,400 a night [@last-bus].]{.marking-tlp-amber} It is dark there.

    [Harbourline is named.]{.marking-tlp-amber}
  fr: |
    Ils rentrent à pied [@last-bus]. [Il en veut 11 400 par nuit [@last-bus].]{.marking-tlp-amber} Il y fait noir.

    [Harbourline est nommée.]{.marking-tlp-amber}
background: "Night fell early [@last-bus]. [Sooner than anyone at Harbourline said.]{.marking-tlp-amber}"
gaps:
  - {id: price, text: What Harbourline would ask for., marking: TLP:AMBER}
  - {id: demand, text: How many would ride.}
"""


@pytest.fixture
def bus(tmp_path: Path) -> Path:
    lay([("scenario.yaml", BUS)], tmp_path / "bus")
    return tmp_path / "bus" / "scenario.yaml"


def sent(folder: Path, file: Path, audience: str = "public") -> etree._Element:
    made, faults = export(World(folder), file, "fr", folder / "out.xlf", force=True, audience=audience)
    assert made, [each.message for each in faults]
    return etree.fromstring((folder / "out.xlf").read_bytes())


def words(root: etree._Element, name: str) -> str:
    target = units(root)[name].find(tag("target"))
    return "" if target is None else "".join(each for each in target.itertext() if not each.startswith(("[", "]")))


def test_what_is_withheld_does_not_go_out(tmp_path: Path, bus: Path) -> None:
    """In no language, and under no path; what they see of a field goes."""
    root = sent(tmp_path, bus)
    data = (tmp_path / "out.xlf").read_text(encoding="utf-8")
    for secret_word in ("Harbourline", "11,400", "11 400", "gaps.price", "tlp-amber"):
        assert secret_word not in data
    assert {"issue", "background", "gaps.demand.text"} <= units(root).keys()
    assert words(root, "issue").strip() == "Ils rentrent à pied . Il y fait noir."
    whole = etree.tostring(sent(tmp_path, bus, "council")).decode()
    assert "Harbourline" in whole and "gaps.price" in whole


def test_what_comes_home_stands_beside_what_they_did_not_see(tmp_path: Path, bus: Path) -> None:
    root = sent(tmp_path, bus)
    translate(units(root)["issue"], "Ils rentrent à pied {1}. Il y fait très noir.")
    translate(units(root)["gaps.demand.text"], "Combien monteraient.")
    before = loaded(tmp_path, bus).scenario
    made, told = back(tmp_path, bus, root)
    assert (made and made.written, told) == (2, [])
    after = loaded(tmp_path, bus).scenario
    assert before.issue and after.issue
    assert after.issue.texts["fr"] == before.issue.texts["fr"].replace("Il y fait noir", "Il y fait très noir")
    assert after.issue.texts["en"] == before.issue.texts["en"]
    assert after.gaps[0] == before.gaps[0]
    assert after.gaps[1].text.texts["fr"] == "Combien monteraient."


def test_a_part_is_not_written_for_the_whole(tmp_path: Path, bus: Path) -> None:
    """In French, what is marked would be gone for those who may see it."""
    root = sent(tmp_path, bus)
    translate(units(root)["background"], "La nuit tombait tôt {1}.")
    before = bus.read_bytes()
    made, told = back(tmp_path, bus, root)
    assert made and made.written == 0
    assert [each.split(":")[0] for each in told] == ["translation-refused"]
    assert bus.read_bytes() == before


def test_what_nobody_touched_is_as_it_was(tmp_path: Path, bus: Path) -> None:
    made, told = back(tmp_path, bus, sent(tmp_path, bus))
    assert made and (made.written, made.files, told) == (0, (), [])


def test_a_file_that_lost_its_audience_is_not_taken_for_the_whole(tmp_path: Path, bus: Path) -> None:
    root = sent(tmp_path, bus)
    for each in root.iter(tag("file")):
        del each.attrib["category"]
    translate(units(root)["issue"], "Ils rentrent à pied {1}. Il y fait très noir.")
    before = loaded(tmp_path, bus).scenario.issue
    _, told = back(tmp_path, bus, root)
    assert any(each.startswith("translation-outdated") for each in told)
    assert loaded(tmp_path, bus).scenario.issue == before


def test_a_leak_is_found_before_the_file_is_written(tmp_path: Path, bus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def leaking(found: list[Unit], *of: str) -> bytes:
        return write(found, *of).replace(b"How many would", b"How many <bpt id='1'>*</bpt>Harbourline would")

    monkeypatch.setattr("briefgen.commands.translations.write", leaking)
    made, faults = export(World(tmp_path), bus, "fr", tmp_path / "out.xlf", audience="public")
    assert made is None and "withheld-words-found" in {each.code for each in faults}
    assert not (tmp_path / "out.xlf").exists()


def test_an_audience_that_is_not_there(tmp_path: Path, bus: Path) -> None:
    made, faults = export(World(tmp_path), bus, "fr", tmp_path / "out.xlf", audience="press")
    assert made is None and [each.code for each in faults if each.severity == "error"] == ["unknown-audience"]


def test_the_command_says_how_much_is_withheld(tmp_path: Path, bus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["translations", "export", "bus", "--lang", "fr", "--audience", "public"])
    assert done.exit_code == 0, done.output
    assert done.stdout == "bus-public-fr.xlf\n"
    assert "3 more are withheld from `public`, whole or in part." in done.stderr


def sift(seed: int, folder: Path) -> None:
    """No word that an audience may not see is in its file; whatever comes home, the withheld words stay as they are."""
    made = marked(seed)
    file = folder / "scenario.yaml"
    file.write_text(as_yaml(made.values), encoding="utf-8")
    limit = LABELS[seed % 4]
    whole = loaded(folder, file)
    readers = next(each for each in whole.scenario.audiences if each.id == as_span(limit))
    left = filtered(whole.scenario, readers).scenario
    if left is None:
        return
    data = write(units_of(left, "fr"), "paper", whole.scenario.language, "fr", readers.id)
    assert secret(made, limit).isdisjoint(extracted(data).split()), seed
    root = etree.fromstring(data)
    for unit in units(root).values():
        pseudo(unit)
    seen = {each.path for each in texts(left)}
    back(folder, file, root)
    after = {each.path: each.texts for each in texts(loaded(folder, file).scenario)}
    for text in texts(whole.scenario):
        assert text.path in seen or after[text.path] == text.texts, (seed, text.path)
        for lang, words_ in text.texts.items():
            kept = secret(made, limit) & set(re.findall(r"w\d+w", words_))
            assert kept <= set(re.findall(r"w\d+w", after[text.path][lang])), (seed, text.path)


def test_of_any_scenario_what_is_withheld_stays(tmp_path: Path) -> None:
    for seed in range(6):
        sift(seed, tmp_path)


@pytest.mark.soak
def test_of_300_scenarios_what_is_withheld_stays() -> None:
    for seed in range(300):
        with TemporaryDirectory() as place:
            sift(seed, Path(place))


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, pytest.param(30, marks=pytest.mark.soak)])
def test_no_false_alarm_stops_a_file(tmp_path: Path, count: int) -> None:
    for seed in range(count):
        folder = tmp_path / f"paper-{seed}"
        folder.mkdir()
        remarked(shipped("scenarios") / "kelmouth-2026", folder, Random(seed), 0.1)
        for audience in ("public", "partners"):
            _, faults = export(World(tmp_path), folder / "scenario.yaml", "fr", tmp_path / "o.xlf", True, audience)
            assert [each.message for each in faults if each.code in ("withheld-words-found", "brief-not-scanned")] == []


def test_no_number_that_is_wanting_tells_of_what_stands_before(tmp_path: Path) -> None:
    """Readers of a paper have no id: the second of three was called so where the first was withheld."""
    readers = "distribution:\n" + "\n".join((
        "  - {en: '[The bank]{.marking-tlp-amber}', fr: '[La banque]{.marking-tlp-amber}'}",
        "  - {en: The mayor, fr: Le maire}",
        "  - {en: The press, fr: La presse}",
    ))  # fmt: skip
    lay([("scenario.yaml", BUS + readers + "\n")], tmp_path / "bus")
    file = tmp_path / "bus" / "scenario.yaml"
    root = sent(tmp_path, file)
    assert [name for name in units(root) if name.startswith("distribution")] == ["distribution.1", "distribution.2"]
    target = units(root)["distribution.2"].find(tag("target"))
    assert target is not None
    target.text = "Les journaux"
    made, told = back(tmp_path, file, root)
    assert made is not None and told == []
    assert "  - {en: The press, fr: Les journaux}" in file.read_text(encoding="utf-8")
