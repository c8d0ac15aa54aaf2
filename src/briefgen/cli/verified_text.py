"""The result of verifying a brief, as text."""

from collections.abc import Iterator

from briefgen.cli.aligned import aligned
from briefgen.verbs.today import Standing
from briefgen.verbs.verify import Content, Then, Verified
from briefgen.world.names import printable

_CONTENT: dict[Content, str] = {
    "same-bytes": "the same bytes as its files make",
    "same-content": "the same as its files make; only the compression differs",
    "same-words": "the same words as its files make; bytes were not compared, since another version made it",
    "differs": "not what its files make",
    "not-compared": "not compared: another version made it",
}

_SPACES = {0xA0: " ", 0x202F: " "}
"""No-break spaces, which not every terminal shows as a space."""


def lines(verified: Verified) -> list[str]:
    """What it is, whether its files make the same, and what was and is found of its quotes."""
    return [printable(line.translate(_SPACES)) for line in aligned(list(_rows(verified)), ["left"])]


def _rows(verified: Verified) -> Iterator[tuple[str, ...]]:
    asked = verified.manifest.rendering
    on = f" on {asked.option}" if asked.option else ""
    yield "brief", f"{verified.title}, edition {verified.edition}"
    yield "made", f"{asked.template}{on}, {asked.lang}, {asked.page}, by briefgen {verified.manifest.maker}"
    yield "content", _CONTENT[verified.content]
    yield "files", f"{len(verified.manifest.files)}, each as it was attached"
    for then in verified.then:
        yield "then", f"{then.source}: {_then(then)}"
    for now in verified.now:
        yield "now", f"{now.source}: {_now(now)}"


def _then(then: Then) -> str:
    quotes = f"{then.quotes} quote{'s' if then.quotes != 1 else ''}"
    match then.state:
        case "verified":
            return f"{quotes}, found in its text"
        case "as-locked":
            return f"{quotes}, verified on {then.day}; its text was not available"
        case "unverified":
            return f"{quotes}, of which {then.unverified} could not be verified"


def _now(now: Standing) -> str:
    of_these = "1 quote" if now.quotes == 1 else f"{now.quotes} quotes"
    match now.text:
        case "absent":
            return f"its text is not available; {of_these} could not be checked"
        case "as-locked":
            return f"its text is not available; {now.found} of {of_these} as verified before"
        case "same":
            text = "its text is the same"
        case "changed":
            text = "its text has changed"
        case "unknown":
            text = "its text was not available then"
    return f"{text}; {now.found} of {of_these} found"
