"""What a brief carries of what it was made from, and how that is read again.

All of it is given a scenario that is already filtered for its audience: nothing here looks at markings.
"""

from briefgen.release.bundle import Materials, bundle
from briefgen.release.manifest import MANIFEST, THEME, Manifest, Rendering, Verification

__all__ = ["MANIFEST", "THEME", "Manifest", "Materials", "Rendering", "Verification", "bundle"]
