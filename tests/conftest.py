"""Each test depends on itself alone and leaves no files behind."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis.internal.conjecture import providers
from tests import hypothesis_profiles, shared

from briefgen.core.source import SourceFile
from briefgen.theme import Theme, read, shipped

# Hypothesis mixes in constants from the modules loaded so far: the same seed gives other values in a whole run than in
# one file, and a failure cannot be reproduced. There is no setting for it; without that function this has no effect.
_NONE = providers.Constants() if hasattr(providers, "Constants") else None
providers._get_local_constants = lambda: _NONE
hypothesis_profiles.load()

# Tests compile thousands of generated scenarios; their cache must not fill the user's own.
_CACHE = TemporaryDirectory(prefix="briefgen-tests-")
os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = _CACHE.name

# Workers get the folder from the process that starts them, and so share it.
_SHARED = None
if "BRIEFGEN_TESTS_SHARED" not in os.environ or "PYTEST_XDIST_WORKER" not in os.environ:
    _SHARED = TemporaryDirectory(prefix="briefgen-tests-shared-")
    os.environ["BRIEFGEN_TESTS_SHARED"] = _SHARED.name
shared.folder = Path(os.environ["BRIEFGEN_TESTS_SHARED"])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Run all tests of a file on one worker, so that what they share is made once, and start the files in their own
    order: by number of tests, the order of xdist, the slowest files come last."""
    from xdist.scheduler import LoadFileScheduling

    config.option.loadscopereorder = False
    return LoadFileScheduling(config, log)


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The shipped theme."""
    path = shipped()["plain"]
    found, faults = read(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert found, faults
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the test runs in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
