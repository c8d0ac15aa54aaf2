"""The address of a source is one that a reader can open."""

import re
from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario

_BARE = r"<?(?:h\w{0,4}ps?:?/*)?((?:[\w-]+\.)+[A-Za-z]{2,}(?:/[^\s<>\"]*)?)>?"
"""A host with its path, with half a beginning or with none."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `bad-link`, of sources."""
    for source in scenario.sources:
        address = source.url.strip()
        if not address or (address.startswith(("https://", "http://")) and not any(c in address for c in ' \t\n<>"')):
            continue
        bare = re.fullmatch(_BARE, address)
        yield Finding(
            "bad-link",
            f"sources.{source.id}.url",
            f"`{address[:64]}` is no address on the web that a reader can open.",
            f"Write `https://{bare[1][:100]}`."
            if bare
            else "Write it as a browser shows it, from `https://` on, with `%20` for a space.",
            severity="warning",
        )
