"""The schema of SARIF 2.1.0, as the npm package `@microsoft/jest-sarif` has it.

`npm install @microsoft/jest-sarif`, then name its `lib/schemas/sarif-2.1.0-rtm.5.json` in BRIEFGEN_SARIF_SCHEMA.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator


def validator() -> Draft4Validator:
    """It; without the schema the test is skipped, or fails where BRIEFGEN_REQUIRE_TOOLS=1."""
    given = os.environ.get("BRIEFGEN_SARIF_SCHEMA", "")
    if given and Path(given).is_file():
        schema: dict[str, Any] = json.loads(Path(given).read_text(encoding="utf-8"))
        assert schema["properties"]["version"]["enum"] == ["2.1.0"]
        return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)
    if os.environ.get("BRIEFGEN_REQUIRE_TOOLS") == "1":
        pytest.fail("BRIEFGEN_SARIF_SCHEMA names no schema, and BRIEFGEN_REQUIRE_TOOLS=1")
    pytest.skip("BRIEFGEN_SARIF_SCHEMA names no schema")


def faults(log: object) -> list[str]:
    """What the schema finds fault with, one line each."""
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}" for fault in validator().iter_errors(log)]
