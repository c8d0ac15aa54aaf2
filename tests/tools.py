"""System programs that some tests need."""

import os
import shutil

import pytest


def require(program: str) -> str:
    """The path of a program; without it the test is skipped, or fails where BRIEFGEN_REQUIRE_TOOLS=1."""
    path = shutil.which(program)
    if path:
        return path
    if os.environ.get("BRIEFGEN_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{program} is not installed, and BRIEFGEN_REQUIRE_TOOLS=1")
    pytest.skip(f"{program} is not installed")
