"""The two judges of a file: its schema, and the reader."""

from pathlib import Path
from typing import Any, assert_never

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

from briefgen.core.diagnostic import Diagnostic
from briefgen.core.source import SourceFile
from briefgen.io.filesystem import World
from briefgen.model.json_schema import schemas
from briefgen.model.read import load
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, resolve

VALIDATORS = {kind: Draft7Validator(schema) for kind, schema in schemas().items()}


def value(text: str) -> Any:
    """The plain values of a file of YAML."""
    tree, faults = parse(SourceFile("f.yaml", text))
    assert tree is not None
    assert faults == []
    return plain(tree)


def plain(node: Node) -> Any:
    """A tree as plain values, each scalar as what YAML takes it for."""
    match node:
        case Scalar():
            return resolve(node)
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {entry.key.text: plain(entry.value) for entry in entries}
        case _:
            assert_never(node)


def refusal(kind: str, text: str) -> str:
    """Where a schema refuses a file: `options.0.name`, or `.` for the whole; empty where it does not."""
    found = best_match(VALIDATORS[kind].iter_errors(value(text)))
    return "" if found is None else ".".join(map(str, found.absolute_path)) or "."


def read(text: str, folder: Path) -> list[Diagnostic]:
    """The faults that the reader tells of a `scenario.yaml`."""
    (folder / "scenario.yaml").write_text(text, encoding="utf-8", newline="\n")
    return [fault for fault in load(World(folder), Path("scenario.yaml"))[1] if fault.severity == "error"]
