"""Scenarios → a reading room: a folder of briefs that is searched and read without a server."""

from briefgen.commands.publish.page import Publication, Published
from briefgen.commands.publish.publish import publish

__all__ = ["Publication", "Published", "publish"]
