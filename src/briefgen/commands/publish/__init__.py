"""Scenarios → a site: a folder of briefs that can be searched and read without a server."""

from briefgen.commands.publish.page import Published, SiteOptions
from briefgen.commands.publish.publish import publish

__all__ = ["Published", "SiteOptions", "publish"]
