"""What is tried in a test depends on that test alone, and leaves nothing behind."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis.internal.conjecture import providers
from tests import shared

# Hypothesis mixes in constants that it finds in the modules loaded so far: one seed gives other values in a whole run
# than in a file of tests run alone, and a failure is not had again. There is no setting for it; where a release knows
# no such function, this does nothing.
_NONE = providers.Constants() if hasattr(providers, "Constants") else None
providers._get_local_constants = lambda: _NONE

# Compiled templates and digests of claims, of thousands of scenarios that tests make up, are not the person's to keep.
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
    """A file of tests is one worker's, so that what its tests share is made once. Files are begun in their order: by
    the number of their tests, which xdist would go by, those that take longest came last."""
    from xdist.scheduler import LoadFileScheduling

    config.option.loadscopereorder = False
    return LoadFileScheduling(config, log)
