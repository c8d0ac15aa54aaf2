"""What docs/templates.md promises, and the list of directives."""

from pathlib import Path

import pytest

from briefgen.template.directives import DIRECTIVES
from briefgen.template.environment import FILTER_NAMES, FUNCTION_NAMES, HOLES, OUTPUT, RANGE, bound_to

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted({*DIRECTIVES, *FILTER_NAMES, *FUNCTION_NAMES}))
def test_the_reference_names(name: str) -> None:
    assert f"`{name}" in REFERENCE


def test_the_reference_names_every_code() -> None:
    import re

    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/briefgen/template").rglob("*.py"))
    codes = set(re.findall(r'"(template-[a-z-]+)"', sources)) - {"template-unknown-"}
    told = set(re.findall(r"`(template-[a-z-]+|-[a-z]+)`", REFERENCE))
    assert {code for code in codes if code not in told and "-" + code.rpartition("-")[2] not in told} == set()


def test_the_reference_names_the_bounds() -> None:
    assert f"{OUTPUT:,}" in REFERENCE
    assert f"{HOLES:,}" in REFERENCE
    assert f"{RANGE:,}" in REFERENCE


def test_the_filters_are_those_that_are_named() -> None:
    assert set(bound_to("en")) == FILTER_NAMES
