"""The sources embedded in a brief, and how they are read back.

`filter` makes a scenario for an audience; all else is given one that is filtered already, and looks at no marking.
"""

from briefgen.release.bundle import Materials, bundle
from briefgen.release.filter import Recomputed, Released, Withheld
from briefgen.release.manifest import MANIFEST, THEME, Manifest, Rendering, Verification

__all__ = [
    "MANIFEST", "THEME", "Manifest", "Materials", "Recomputed", "Released", "Rendering", "Verification", "Withheld",
    "bundle",
]  # fmt: skip
