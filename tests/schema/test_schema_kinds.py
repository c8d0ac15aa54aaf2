"""The schemas: one for each kind of file, described throughout; they take what is right and refuse what is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.explanations.pages import BASE
from tests.schema.reading import read, refusal, value

from briefgen.commands.schema import kinds_of
from briefgen.io.filesystem import World, shipped
from briefgen.model.json_schema import schemas

SHIPPED = [
    pytest.param(scenario.parent, path, kind, id=path.relative_to(shipped("scenarios")).as_posix())
    for scenario in sorted(shipped("scenarios").glob("*/scenario.yaml"))
    for path, kind in kinds_of(World(scenario.parent), scenario).items()
]


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema that the model has, with its name."""
    for name, definition in schema["definitions"].items():
        if name[0].isupper():
            for key, each in definition["properties"].items():
                yield f"{name}.{key}", each


@pytest.mark.parametrize("kind", schemas())
def test_a_schema_is_draft_07(kind: str) -> None:
    schema = schemas()[kind]
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)


def test_there_is_a_schema_for_the_scenario_and_for_each_list_of_items() -> None:
    assert list(schemas()) == [
        "scenario", "options", "markings", "audiences", "asks", "next_steps", "sections", "key_dates", "criteria",
        "sources", "facts", "stakeholders", "figures", "judgements", "assumptions", "gaps", "indicators", "dissents",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", schemas())
def test_every_property_is_described_with_an_example(kind: str) -> None:
    for name, each in properties(schemas()[kind]):
        words, _, example = each["description"].partition(" For example: ")
        assert words, name
        assert value(example).keys() == {name.partition(".")[2]}
        assert example in each["markdownDescription"]


def test_every_word_of_a_choice_is_described() -> None:
    choices = [
        branch
        for _, each in properties(schemas()["scenario"])
        for branch in each.get("anyOf", [])
        if "enumDescriptions" in branch
    ]
    assert len(choices) > 15
    for choice in choices:
        assert len(choice["enumDescriptions"]) == len(choice["enum"])
        assert all(choice["enumDescriptions"])


def test_what_is_left_out_has_the_default_of_the_model() -> None:
    defaults = {name: each["default"] for name, each in properties(schemas()["scenario"]) if "default" in each}
    assert defaults["Criterion.kind"] == "weighted"
    assert defaults["Scale.high"] == 5
    assert defaults["Option.baseline"] is False
    assert "Option.marking" not in defaults


@pytest.mark.parametrize(("folder", "path", "kind"), SHIPPED)
def test_what_is_shipped_is_taken(folder: Path, path: Path, kind: str) -> None:
    assert refusal(kind, path.read_text(encoding="utf-8")) == ""


def test_every_shipped_file_has_a_kind() -> None:
    known = {param.values[1] for param in SHIPPED}
    assert {path for path in shipped("scenarios").rglob("*.yaml") if path.name != "evidence.lock"} == known


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("options", "id: a\nname: One option in a file\n"),
        ("options", "- id: a\n  name: A\n- id: b\n  name: B\n"),
        ("options", "- {id: 2010, name: 2010, marking: true}\n"),  # a text takes what looks like a number
        ("options", "- {id: a, name: {en: A, fr: B, pt-BR: C, zh-Hant-TW: D, es-419: E}}\n"),
        ("options", "- {id: a, name: A, summary: , risks: , baseline: }\n"),  # a key with nothing behind it yet
        ("options", "- {id: a, name: A, assessments: {x: {score: {low: 1, high: 3}}, y: {score: 2.5}, z: }}\n"),
        (
            "facts",
            "- {id: a, statement: A., evidence: [{source: s, quote: no, page: 12}], waive: {long-quote: It is law.}}\n",
        ),
        ("key_dates", "- {id: a, event: E., date: 2022-10-28}\n- {id: b, event: E., when: early October}\n"),
        ("judgements", "- {id: a, statement: S., likelihood: our own word}\n"),
        ("criteria", "- id: a\n  name: A\n  definition: |\n    Two\n\n    paragraphs.\n  scale: {labels: {1: none}}\n"),
        ("sources", "[]\n"),
    ],
)
def test_what_is_right_is_taken(kind: str, text: str) -> None:
    assert refusal(kind, text) == ""


KEY, TRIAL, PARTY = "neutral: true", "name: Six-month trial", "name: Residents"
"""Where the sound scenario is broken, mostly."""


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        (KEY, "neutrl: true", "."),
        (KEY, "neutral: yes", "neutral"),
        (KEY, "neutral: 'true'", "neutral"),
        (KEY, "deadline: 28 October 2022", "deadline"),
        (KEY, "deadline: 2022-13-01", "deadline"),
        (KEY, "deadline: 2022-10-32", "deadline"),
        (KEY, "deadline: 0000-01-01", "deadline"),
        (KEY, "evidence_threshold: half", "evidence_threshold"),
        (KEY, "edition: 2", "edition"),
        (KEY, "edition: {number: 1.5}", "edition.number"),
        (KEY, "edition: {status: final}", "edition.status"),
        (KEY, "likelihood_scale: icd", "likelihood_scale"),
        (KEY, "distribution: Office of the mayor", "distribution"),
        (KEY, "distribution: [The mayor, ]\ncontact: [me]", "contact"),
        (KEY, "contact: |\n  Two\n  lines", "contact"),
        (KEY, "contact: {}", "contact"),
        (KEY, "contact: {english: Transport desk}", "contact"),
        (KEY, "issue: [The last bus, leaves]", "issue"),
        (KEY, "recommendation: {option: trial, confidence: low}", "recommendation"),
        (KEY, "recommendation: trial", "recommendation"),
        ("title: A night bus for Lindby\n", "", "."),
        ("title: A night bus for Lindby", "title:", "title"),
        ("id: trial", "id: Six Months", "options.1.id"),
        ("id: trial", "id: " + "trial" * 13, "options.1.id"),
        ("id: trial", "id: -1", "options.1.id"),
        (TRIAL, "nmae: Six-month trial", "options.1"),
        (TRIAL, "name: T, assessments: [access]", "options.1.assessments"),
        (TRIAL, "name: T, assessments: {access: 4}", "options.1.assessments.access"),
        (TRIAL, "name: T, assessments: {access: {score: four}}", "options.1.assessments.access.score"),
        (TRIAL, "name: T, assessments: {access: {score: {low: 1}}}", "options.1.assessments.access.score"),
        (TRIAL, "name: T, assessments: {access: {confidence: hihg}}", "options.1.assessments.access.confidence"),
        (TRIAL, "name: T, benefits: [It is cheap]", "options.1.benefits.0"),
        (TRIAL, "name: T, benefits: {id: a, text: It is cheap.}", "options.1.benefits"),
        (PARTY, "name: R, positions: {trial: {basis: stated}}", "stakeholders.0.positions.trial"),
        (PARTY, "name: R, positions: {trial: }", "stakeholders.0.positions.trial"),
        (PARTY, "name: R, positions: {trial: {stance: in favour}}", "stakeholders.0.positions.trial.stance"),
        (PARTY, "name: R, members_of: town", "stakeholders.0.members_of"),
        ("weight: 60", "weight: 60 %", "criteria.0.weight"),
        ("weight: 60", "weight: '60'", "criteria.0.weight"),
        ("weight: 60", "wieght: 60", "criteria.0"),
        ("weight: 60", "scale: {least: 1}", "criteria.0.scale"),
        ('quote: "the last bus leaves the station at 23:10"', "page: 4", "facts.0.evidence.0"),
        ('quote: "the last bus leaves the station at 23:10"', "quote: ''", "facts.0.evidence.0.quote"),
        ("    evidence:\n      - {source: survey", "    evidence:\n      {source: survey", "facts.0.evidence"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_by_the_schema_and_by_the_reader(
    before: str, after: str, place: str, tmp_path: Path
) -> None:
    good = BASE.read_text(encoding="utf-8")
    assert before in good
    broken = good.replace(before, after, 1)
    assert (refusal("scenario", good), read(good, tmp_path)) == ("", [])
    assert refusal("scenario", broken) == place
    assert read(broken, tmp_path) != []


@pytest.mark.parametrize("kind", [kind for kind in schemas() if kind != "scenario"])
@pytest.mark.parametrize(
    "text",
    [
        "just words\n",
        "12\n",
        "[one, two]\n",
        "[[{id: a}]]\n",
        "{surprise: 1}\n",
        "- surprise: 1\n",
        "- id: a\n  surprise: 1\n",
    ],
)
def test_a_file_of_something_else_is_refused(kind: str, text: str) -> None:
    assert refusal(kind, text) != ""


def test_the_schemas_of_editors_know_no_other_place_than_themselves() -> None:
    """Nothing is fetched: each reference leads into the schema that it stands in."""

    def references(part: Any) -> Iterator[str]:
        match part:
            case dict():
                for key, inner in part.items():
                    if key == "$ref":
                        yield inner
                    else:
                        yield from references(inner)
            case list():
                for inner in part:
                    yield from references(inner)

    for schema in schemas().values():
        found = set(references(schema))
        assert found
        assert found <= {f"#/definitions/{name}" for name in schema["definitions"]}
