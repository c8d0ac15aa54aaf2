"""What comes with briefgen beside its code: templates and scenarios.

In a checkout (an editable install) they stand beside `src`; in a wheel they lie inside the package.
"""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent.parent

COMMIT = _PACKAGE / "_shipped" / "commit"
"""Where a wheel has the commit that it was built from."""


def shipped(what: Literal["templates", "scenarios"]) -> Path:
    """The folder of what is shipped."""
    inside = _PACKAGE / "_shipped" / what
    return inside if inside.is_dir() else _PACKAGE.parent.parent / what
