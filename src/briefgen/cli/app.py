"""`briefgen` itself: the list of commands, and the last net under them."""

import gc
import sys
from importlib import import_module

import click

from briefgen import __version__
from briefgen.cli.streams import refusal, report

COMMANDS: dict[str, str] = {
    "render": "Write the briefs of scenarios, in Word and PDF.",
    "check": "Tell every problem of scenarios, each with its place.",
    "redline": "Show what changed between two editions, as tracked changes.",
    "trace": "Show how each sentence is known: fact, passage, source.",
    "analyse": "Compare the options: scores, preferences, and what would turn them.",
    "explain": "Show the page of a diagnostic.",
    "new": "Begin a scenario that renders at once.",
    "source": "Take the text out of a document, and make its entry.",
    "quote": "Find a passage, and print the evidence entry for it.",
    "lock": "Verify all quotes of a scenario, and record it.",
    "extract": "Take out of a PDF what it was made from.",
    "verify": "Tell whether a PDF still says what its sources say.",
    "review": "Tell what reviewers changed in Word, each edit at its place.",
    "translations": "Give the texts of a scenario to a translator, and take them back.",
    "reference": "Write a Word file that shows each style, to make a house style of.",
    "publish": "Make a reading room: a folder of briefs with a page to find them.",
    "schema": "Print the JSON Schemas, and wire them for editors.",
    "completion": "Teach a shell to complete the command line.",
}
"""Command → the line that stands for it in the list. Its code is `cli/NAME.py`, loaded when it is called."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"briefgen.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="briefgen", message="%(prog)s %(version)s")
def app() -> None:
    """Policy briefs from plain YAML, each statement traced to a passage or marked as a judgement."""


def main() -> None:
    """The entry point. An error is never a traceback."""
    # A command makes many small values that live as long as it does: looking through them over and over for cycles
    # costs a twentieth of its time, and finds none.
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(app.main(prog_name="briefgen", standalone_mode=False))
    except click.ClickException as fault:
        fault.show()
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
    except OSError as fault:
        from briefgen.cli.crash import report_of

        report(refusal(fault) or report_of(fault))
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        sys.exit(2)
    except MemoryError:
        click.echo("briefgen: out of memory.", err=True)
        sys.exit(2)
    except Exception as fault:  # noqa: BLE001  (the last net: a fault of ours is told in a line, not shown as a traceback)
        from briefgen.cli.crash import report_of

        report(report_of(fault))
        sys.exit(2)
    finally:
        gc.freeze()  # the end of the program looks for cycles once more
