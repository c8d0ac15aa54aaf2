"""Office Open XML: opening untrusted files (`ooxml.opening`), and names."""

import zipfile
import zlib

from briefgen.ooxml.elements import Element

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises on broken archives; NotImplementedError: an unknown compression."""

__all__ = ["BROKEN", "Element"]
