"""A brief carries what it used and no more: and what it carries makes the same document, whatever its template asks."""

from pathlib import Path
from random import Random

import msgspec
import pytest
from PIL import Image
from tests.laws.briefs import SHIPPED, loaded
from tests.laws.hostile import harmless
from tests.release.rendered import pdf, taken_out
from tests.scenarios import as_yaml, filled, leaves, tree
from tests.use_cases import reported

from briefgen.commands.options import RenderOptions
from briefgen.commands.paper import Brief, brief
from briefgen.document import Document
from briefgen.document.pictures import blank
from briefgen.evidence import Checked
from briefgen.exhibits.charts import Charts
from briefgen.exhibits.exhibits import Exhibits
from briefgen.io.filesystem import World
from briefgen.model.read import Loaded, load
from briefgen.release import Materials, Rendering, Verification, bundle

NOTHING = Checked((), {}, {}, {}, frozenset())


def composed(one: Loaded, template: str, lang: str, option: str = "") -> Brief:
    made, faults = reported(brief, World(one.folder), one, Rendering(template, "plain", lang, "a4", option), NOTHING)
    assert made, faults
    return made


def carried(one: Loaded, made: Brief, template: str, lang: str, option: str, folder: Path) -> Loaded:
    """The scenario that a brief carries, read from a folder."""
    materials = Materials(
        one.scenario,
        {name: file.text for name, file in made.templates.items()},
        "",
        {each.id: each.picture.png for each in made.figures},
        blank().png,
        "annex" in made.uses,
    )
    asked = Rendering(template, "plain", lang, "a4", option)
    for each in bundle(made.document, materials, asked, Verification.of(NOTHING, {})):
        (folder / each.name).parent.mkdir(parents=True, exist_ok=True)
        (folder / each.name).write_bytes(each.data)
    again, _ = load(World(folder), Path("scenario.yaml"))
    assert again
    return msgspec.structs.replace(again, folder=folder)


def same(one: Document, other: Document) -> bool:
    """The name of the folder aside."""
    named = msgspec.structs.replace(other.properties, scenario=one.properties.scenario)
    return one == msgspec.structs.replace(other, properties=named)


@pytest.mark.parametrize("seed", range(40))
def test_any_scenario_makes_the_same_document_of_what_it_carries(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    made = tree(random)
    made.pop("figures", None)  # there are no files behind them, so no brief would be made
    words = {leaf: harmless(number) for number, leaf in enumerate(leaves(made))}
    (tmp_path / "scenario.yaml").write_text(as_yaml(filled(made, words.__getitem__)), encoding="utf-8")
    one, _ = load(World(tmp_path), Path("scenario.yaml"))
    assert one
    one = msgspec.structs.replace(one, folder=tmp_path)
    lang = random.choice(["en", "fr"])
    template = random.choice(["options-paper", "decision-note", "evidence-annex", "option-note"])
    option = one.scenario.options[0].id if template == "option-note" else ""
    before = composed(one, template, lang, option)
    again = carried(one, before, template, lang, option, tmp_path / "out")
    assert same(before.document, composed(again, template, lang, option).document)


PRINTED = [f"exhibits.{name}" for name in Exhibits.__struct_fields__ if name not in ("likelihoods", "ranking")] + [
    f"charts.{name}" for name in Charts.__struct_fields__
] + ["exhibits.ranking.scores", "silence.table", "sourcing.statement"]  # fmt: skip


@pytest.mark.parametrize("value", PRINTED)
@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_each_exhibit_alone_is_made_of_what_is_carried_with_it(
    name: str, lang: str, value: str, tmp_path: Path
) -> None:
    whole = value.rpartition(".")[0] if value == "exhibits.ranking.scores" else value
    text = f"{{% if {whole} %}}\n:::{{figure}}\n{{{{ {value} }}}}\n:::\n{{% endif %}}\n"
    if not value.startswith("charts"):
        text = text.replace(":::{figure}\n", "").replace(":::\n", "")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "one.md.j2").write_text(text, encoding="utf-8")
    given = loaded(name)
    without = msgspec.structs.replace(given.scenario, figures=())
    one = msgspec.structs.replace(given, folder=tmp_path, scenario=without)
    option = one.scenario.options[-1].id if "option_" in value or "on_option" in value else ""
    before = composed(one, "one", lang, option)
    again = carried(one, before, "one", lang, option, tmp_path / "out")
    assert same(before.document, composed(again, "one", lang, option).document)


def test_pictures_are_carried_whatever_their_ids_and_only_those_that_are_shown(tmp_path: Path) -> None:
    """`con` is a device on Windows, where no file can have that name."""
    (tmp_path / "bus").mkdir()
    for name, shade in (("con", "red"), ("other", "blue")):
        Image.new("RGB", (40, 30), shade).save(tmp_path / "bus" / f"{name}.png")
    figures = "".join(
        f"  - {{id: {name}, file: {name}.png, alt: A square, caption: '[One.]{{.assumption}}', marking: 'TLP:AMBER'}}\n"
        for name in ("con", "other")
    )
    (tmp_path / "bus" / "scenario.yaml").write_text(
        "title: T\nquestion: Q?\ndecision_maker: C\nneutral: true\nas_of: 2026-01-15\nmarking: 'TLP:AMBER'\n"
        f"options: [{{id: a, name: A, baseline: true}}, {{id: b, name: B}}]\nfigures:\n{figures}", "utf-8",
    )  # fmt: skip
    (tmp_path / "bus" / "templates").mkdir()
    (tmp_path / "bus" / "templates" / "one.md.j2").write_text(
        ':::{figure} {{ (figures | find("con")).caption }}\n{{ (figures | find("con")).figure }}\n:::\n', "utf-8"
    )
    made = pdf(tmp_path, tmp_path / "bus", RenderOptions(template="one"))
    out, faults = taken_out(tmp_path, made)
    assert faults == []
    sizes = {path.name: Image.open(path).size for path in (out / "figures").iterdir()}
    assert sizes == {"figure-con.png": (40, 30), "figure-other.png": (1, 1)}
    assert pdf(tmp_path, out) == made


def test_what_a_brief_does_not_print_is_not_in_it(tmp_path: Path) -> None:
    """A decision note has no room for most of a scenario; its readers do not get the rest with it."""
    source = tmp_path / "bus"
    source.mkdir()
    (source / "texts").mkdir()
    (source / "texts" / "survey.txt").write_text("One in three say they would use a night bus. SECRET-TEXT", "utf-8")
    (source / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    made = pdf(tmp_path, source, RenderOptions(template="decision-note"))
    out, faults = taken_out(tmp_path, made)
    assert faults == []
    words = "\n".join(each.read_text(encoding="utf-8") for each in sorted(out.rglob("*.yaml")))
    assert "Should the town run a night bus?" in words and "one in three" in words.lower()
    assert "SECRET" not in words and "waive" not in words and "fr:" not in words
    assert pdf(tmp_path, out) == made


SCENARIO = """\
# SECRET-COMMENT
title: {en: A night bus, fr: SECRET-DRAFT}
question: Should the town run a night bus?
decision_maker: Town council
as_of: 2026-01-15
contact: SECRET-CONTACT
background: "The town has one line [@used]. SECRET-BACKGROUND [@used]."
handling: SECRET-HANDLING
waive: {single-source: SECRET-WAIVER}
rules: {orphaned-fact: "off"}
options:
  - id: none
    name: {en: No change, fr: SECRET-NAME}
    baseline: true
    definition: All stays as it is.
    exit: "SECRET-EXIT [@used]."
  - id: bus
    name: A bus
neutral: true
issue: One in three would use it [@used].
sources:
  - id: survey
    title: The survey
    url: https://example.org/survey
  - {id: other, title: SECRET-TITLE, publisher: SECRET-PUBLISHER, url: "https://example.org/SECRET"}
facts:
  - id: used
    statement: One in three would use a night bus.
    evidence: [{source: survey, quote: One in three say they would use a night bus}]
  - id: unused
    statement: SECRET-STATEMENT.
    evidence: [{source: other, quote: SECRET-QUOTE of a source that nobody cites}]
"""
