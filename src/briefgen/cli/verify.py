"""`briefgen extract` and `verify`."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
import msgspec

from briefgen.cli.arguments import files, folders, scenarios, texts_option
from briefgen.cli.output import Table, as_json, as_objects, exit_code, for_terminal, show
from briefgen.commands.options import scenario_files
from briefgen.core.diagnostic import Diagnostic
from briefgen.core.report import Report
from briefgen.io.filesystem import World

if TYPE_CHECKING:
    from briefgen.commands.verify import Content, QuotesNow, QuotesThen, Verified


@click.command("extract")
@click.argument("brief", metavar="BRIEF.pdf", shell_complete=files)
@click.argument("folder", metavar="DIR", shell_complete=folders)
def extract_command(brief: str, folder: str) -> None:
    """Recover the source files from the PDF of a brief, and print the path of each.

    DIR must be new or empty. It will contain a scenario with what the brief used, its templates and its theme;
    `briefgen render DIR` makes the same PDF again. docs/archive.md says what is included.
    """
    from briefgen.commands.extract import extract  # 70 ms

    world, report = World.here(), Report()
    written = extract(report, world, Path(brief), Path(folder))
    show(report)
    for path in written:
        click.echo(world.printed(path))
    if written:
        click.echo(f"Next: briefgen render {world.printed(Path(folder))} --to pdf", err=True)
    sys.exit(exit_code(report))


@click.command("verify")
@click.argument("brief", metavar="BRIEF.pdf", shell_complete=files)
@click.option(
    "--scenario", default="", metavar="DIR", shell_complete=scenarios,
    help="The scenario as it is today, to see what changed since.",
)  # fmt: skip
@texts_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
def verify_command(brief: str, scenario: str, texts: tuple[Path, ...], form: Literal["text", "json"]) -> None:
    """Check that a PDF still matches its source files, and that its quotes are still in the sources.

    The brief is rendered again from the files attached to it, and compared. Its quotes are looked up in the texts that
    you name, or in the scenario as it is today. Nothing is written.
    """
    from briefgen.commands.verify import verify_brief  # 210 ms

    world, report = World.here(), Report()
    found = scenario_files(report, world, (scenario,)) if scenario else []
    verified = None if report else verify_brief(report, world, Path(brief), found[0] if found else None, texts)
    if form == "json":
        click.echo(verified_as_json(verified, report))
    else:
        show(report)
        for line in for_terminal(Table(_rows(verified)).lines()) if verified else ():
            click.echo(line)
    sys.exit(exit_code(report))


def verified_as_json(verified: "Verified | None", diagnostics: Iterable[Diagnostic]) -> str:
    """One object with `brief`, null if it could not be verified, and `diagnostics` as in `check`."""
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
    return as_json({"brief": brief, "diagnostics": as_objects(diagnostics)})


_CONTENT: dict["Content", str] = {
    "same-bytes": "the same bytes as its files make",
    "same-content": "the same as its files make; only the compression differs",
    "same-words": "the same words as its files make; bytes were not compared, since another version made it",
    "differs": "not what its files make",
    "not-compared": "not compared: another version made it",
}


def _rows(verified: "Verified") -> Iterator[tuple[str, ...]]:
    rendering = verified.manifest.rendering
    on = f" on {rendering.option}" if rendering.option else ""
    yield "brief", f"{verified.title}, edition {verified.edition}"
    yield "made", f"{rendering.template}{on}, {rendering.lang}, {rendering.page}, by briefgen {verified.manifest.maker}"
    yield "content", _CONTENT[verified.content]
    yield "files", f"{len(verified.manifest.files)}, each as it was attached"
    for then in verified.then:
        yield "then", f"{then.source}: {_then(then)}"
    for now in verified.now:
        yield "now", f"{now.source}: {_now(now)}"


def _then(then: "QuotesThen") -> str:
    quotes = f"{then.quotes} quote{'s' if then.quotes != 1 else ''}"
    match then.state:
        case "verified":
            return f"{quotes}, found in its text"
        case "as-locked":
            return f"{quotes}, verified on {then.day}; its text was not available"
        case "unverified":
            return f"{quotes}, of which {then.unverified} could not be verified"


def _now(now: "QuotesNow") -> str:
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
