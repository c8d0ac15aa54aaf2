"""Briefs as PDFs, rendered and taken apart as a person would, without a process of their own."""

from functools import cache
from pathlib import Path

from msgspec.structs import replace
from tests.use_cases import reported

from briefgen.commands.extract import extract
from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import Examined, examine
from briefgen.commands.render import render, rendered_bytes
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World, shipped

TEXTS = shipped("scenarios")


def pdf(folder: Path, scenario: Path, order: RenderOptions = RenderOptions()) -> bytes:  # noqa: B008  (a frozen value)
    """The PDF of a scenario, rendered in a folder."""
    asked = replace(order, formats=("pdf",), out=Path("briefs"), force=True)
    written, faults = reported(render, World(folder), scenario / "scenario.yaml", asked)
    assert written, [fault.message for fault in faults if fault.severity == "error"]
    return (folder / written[0]).read_bytes()


@cache
def _examined(name: str) -> Examined:
    return examine(World(TEXTS), Path(name, "scenario.yaml"), ())


def pdf_of_example(name: str, order: RenderOptions) -> bytes:
    """The PDF of a shipped scenario, which is read and checked once for all its briefs."""
    asked = replace(order, formats=("pdf",), force=True)
    made, faults = reported(rendered_bytes, World(TEXTS), Path(name, "scenario.yaml"), asked, examined=_examined(name))
    assert made, [fault.message for fault in faults if fault.severity == "error"]
    (data,) = made.values()
    return data


def taken_out(folder: Path, data: bytes, name: str = "out") -> tuple[Path, list[Diagnostic]]:
    """The folder into which what a PDF carries was taken out, and what was said of it."""
    (folder / "brief.pdf").write_bytes(data)
    _, faults = reported(extract, World(folder), Path("brief.pdf"), Path(name))
    return folder / name, faults
