"""`briefgen verify`."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import click
import msgspec

from briefgen.cli.arguments import files, folders
from briefgen.cli.arguments import scenarios as known_scenarios
from briefgen.cli.output import aligned, as_objects, exit_code, show
from briefgen.commands.options import targets
from briefgen.commands.verify import Content, Standing, Then, Verified, verify_brief
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.io.names import printable


def verified_as_json(verified: Verified | None, diagnostics: Iterable[Diagnostic]) -> str:
    """One object with `brief`, null where nothing is known of it, and `diagnostics` as `check` has them."""
    brief = None
    if verified:
        brief = {
            "title": verified.title,
            "edition": verified.edition,
            "maker": verified.manifest.maker,
            "commit": verified.manifest.commit,
            "libraries": verified.manifest.libraries,
            "rendering": msgspec.to_builtins(verified.manifest.rendering),
            "content": verified.content,
            "files": sorted(verified.manifest.files),
            "then": msgspec.to_builtins(verified.then),
            "now": msgspec.to_builtins(verified.now),
        }
    # ASCII, so that no control or bidi character reaches a terminal.
    return json.dumps({"brief": brief, "diagnostics": as_objects(diagnostics)}, ensure_ascii=True, indent=1)


# The result of verifying a brief, as text.

_CONTENT: dict[Content, str] = {
    "same-bytes": "the same bytes as its files make",
    "same-content": "the same as its files make; only the compression differs",
    "same-words": "the same words as its files make; bytes were not compared, since another version made it",
    "differs": "not what its files make",
    "not-compared": "not compared: another version made it",
}

_SPACES = {0xA0: " ", 0x202F: " "}
"""No-break spaces, which not every terminal shows as a space."""


def verified_lines(verified: Verified) -> list[str]:
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


# `briefgen verify`.


@click.command("verify")
@click.argument("brief", metavar="BRIEF.pdf", shell_complete=files)
@click.option(
    "--scenario", default="", metavar="DIR", shell_complete=known_scenarios,
    help="The scenario as it is today, to see what changed since.",
)  # fmt: skip
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
def command(brief: str, scenario: str, texts: tuple[str, ...], form: Literal["text", "json"]) -> None:
    """Check that a PDF still matches its source files, and that its quotes are still in the sources.

    The brief is rendered again from the files attached to it, and compared. Its quotes are looked up in the texts that
    you name, or in the scenario as it is today. Nothing is written.
    """
    world = World.here()
    found, diagnostics = targets(world, (scenario,)) if scenario else ([], [])
    verified = None
    if not diagnostics:
        named = [Path(folder) for folder in texts]
        verified, diagnostics = verify_brief(world, Path(brief), found[0] if found else None, named)
    if form == "json":
        click.echo(verified_as_json(verified, diagnostics))
    else:
        show(diagnostics)
        for line in verified_lines(verified) if verified else ():
            click.echo(line)
    sys.exit(exit_code(diagnostics))
