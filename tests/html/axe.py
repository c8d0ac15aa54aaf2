"""axe-core, the checker of accessible pages: what it finds in the page that a browser has open.

`npm install axe-core`, then name its `axe.min.js` in BRIEFGEN_AXE.
"""

import os
from pathlib import Path

import pytest
from tests.html.browser import Browser

_RUN = """
axe.run(document, {
  resultTypes: ["violations"],
  rules: Object.fromEntries(axe.getRules().map(({ ruleId, tags }) => [
    // Every rule, best practices and experiments too, but those of level AAA, to which pages do not keep.
    ruleId, { enabled: !tags.some((tag) => tag.endsWith("aaa") || tag === "deprecated") },
  ])),
}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))
"""


def axe() -> str:
    """Its script; without it the test is skipped, or fails where BRIEFGEN_REQUIRE_TOOLS=1."""
    given = os.environ.get("BRIEFGEN_AXE", "")
    if given and Path(given).is_file():
        return Path(given).read_text(encoding="utf-8")
    if os.environ.get("BRIEFGEN_REQUIRE_TOOLS") == "1":
        pytest.fail("BRIEFGEN_AXE names no axe.min.js, and BRIEFGEN_REQUIRE_TOOLS=1")
    pytest.skip("BRIEFGEN_AXE names no axe.min.js")


def found(browser: Browser, script: str) -> list[str]:
    """What axe-core finds fault with, one line an element."""
    browser.run(script)
    faults: list[str] = browser.run(_RUN)
    return faults
