"""Office Open XML from outside, opened without trust (`ooxml.opening`), and its names."""

import zipfile
import zlib

from briefgen.ooxml.elements import Element

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises on broken archives; NotImplementedError: an unknown compression."""

__all__ = ["BROKEN", "Element"]
