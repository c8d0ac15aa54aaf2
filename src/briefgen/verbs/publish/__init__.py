"""Scenarios → a reading room: a folder of briefs that is searched and read without a server."""

from briefgen.verbs.publish.publication import Publication, Published
from briefgen.verbs.publish.publish import publish

__all__ = ["Publication", "Published", "publish"]
