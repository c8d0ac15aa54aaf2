"""`briefgen` itself: the list of commands, standard streams, and the handler of last resort."""

import signal
import sys
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from briefgen import __version__
from briefgen.cli.render import report_of
from briefgen.cli.streams import open_missing, refusal, report
from briefgen.core.suggestions import did_you_mean

GROUPS: dict[str, dict[str, str]] = {
    "Write a scenario": {
        "new": "Start a scenario that renders at once.",
        "source": "Add a source document to a scenario.",
        "quote": "Find a passage and print its evidence entry.",
        "lock": "Verify all quotes and record the result.",
    },
    "Check it": {
        "check": "Report every problem, with file and line.",
        "trace": "Show what each sentence is based on: fact, passage, source.",
        "analyse": "Compare the options: scores, preferences, sensitivity.",
        "explain": "Explain a diagnostic code.",
    },
    "Make briefs": {
        "render": "Write briefs in Word, PDF and HTML.",
        "redline": "Show what changed between two editions, as tracked changes.",
        "publish": "Build a website of briefs, with a search page.",
        "reference": "Write a Word file to set your office's styles in.",
    },
    "Work with others": {
        "review": "Show what reviewers changed in Word, and import it.",
        "translations": "Export texts for a translator, and import the translation.",
        "extract": "Recover the source files from a PDF.",
        "verify": "Check that a PDF still matches its files and sources.",
    },
    "Set up": {
        "schema": "Print the JSON Schemas, or set up your editor to use them.",
        "completion": "Print a script for tab completion in your shell.",
        "doctor": "Show what is installed, for a bug report.",
    },
}
"""Heading → command → its line in the help. Its module `cli/NAME.py` is imported when it is called: with all that it
uses, that takes up to 180 ms."""

COMMANDS: dict[str, str] = {name: line for commands in GROUPS.values() for name, line in commands.items()}
"""All commands, in the order of the help."""

WELCOME = """\
briefgen turns scenario files in YAML into policy briefs.

  briefgen new DIR       start a scenario: an example, or an outline of your own
  briefgen check DIR     list every problem in it
  briefgen render DIR    write the brief, in Word and PDF

`briefgen --help` lists all commands, `briefgen COMMAND --help` the options of one."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"briefgen.cli.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands by name, none of which has to be imported for that."""
        found = [CompletionItem(name, help=line) for name, line in COMMANDS.items() if name.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            meant = did_you_mean(name, COMMANDS) or "`briefgen --help` lists all commands."
            raise click.UsageError(f"There is no command {name!r}. {meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, COMMANDS))
        for heading, commands in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), line) for name, line in commands.items()])


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--version", prog_name="briefgen", message="%(prog)s %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Policy briefs from plain YAML, each statement traced to a source or marked as a judgement."""
    if context.invoked_subcommand is None:
        click.echo(WELCOME)


def main() -> None:
    """The entry point. An error is never a traceback."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # `kill` stops a run as Ctrl-C does
    open_missing()
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
        report(refusal(fault) or report_of(fault))
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        sys.exit(2)
    except MemoryError:
        click.echo("briefgen: out of memory.", err=True)
        sys.exit(2)
    except Exception as fault:  # noqa: BLE001  (the last net: a bug is reported in a line, not as a traceback)
        report(report_of(fault))
        sys.exit(2)
