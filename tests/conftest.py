"""What is tried in a test depends on that test alone, and leaves nothing behind."""

import os
from tempfile import TemporaryDirectory

from hypothesis.internal.conjecture import providers

# Hypothesis mixes in constants that it finds in the modules loaded so far: one seed gives other values in a whole run
# than in a file of tests run alone, and a failure is not had again. There is no setting for it; where a release knows
# no such function, this does nothing.
_NONE = providers.Constants() if hasattr(providers, "Constants") else None
providers._get_local_constants = lambda: _NONE

# Compiled templates and digests of claims, of thousands of scenarios that tests make up, are not the person's to keep.
_CACHE = TemporaryDirectory(prefix="briefgen-tests-")
os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = _CACHE.name
