"""`briefgen` itself: the list of commands, the standard streams, and the handler for all exceptions."""

import errno
import os
import signal
import sys
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from briefgen import __version__
from briefgen.cli.output import bug_report
from briefgen.core.suggestions import did_you_mean

GROUPS: dict[str, dict[str, str]] = {
    "Write a scenario": {
        "new": "Start a scenario that renders at once.",
        "source": "Add a source document to a scenario.",
        "quote": "Find a passage and print its evidence entry.",
        "lock": "Verify all quotes and record the result.",
        "migrate": "Rewrite a scenario in the newest format.",
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
"""Heading → command → its line in the help."""

MODULES: dict[str, str] = {
    "source": "sources",
    "quote": "sources",
    "lock": "sources",
    "trace": "analysis",
    "analyse": "analysis",
    "explain": "check",
    "extract": "verify",
    "review": "review_command",
    "reference": "setup",
    "schema": "setup",
    "completion": "setup",
    "doctor": "check",
}
"""Command → its module in `briefgen.cli`, if that has another name. A module is imported when its command is called,
and imports its use case when the command runs."""

COMMANDS: dict[str, str] = {name: line for commands in GROUPS.values() for name, line in commands.items()}
"""All commands, in the order of the help."""

_REFUSALS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.EBADF})

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
        module = import_module(f"briefgen.cli.{MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The names of the commands, without importing these."""
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
    """The entry point. No error is shown as a traceback."""
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
        print_error(refusal(fault) or bug_report(fault))
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        sys.exit(2)
    except MemoryError:
        click.echo("briefgen: out of memory.", err=True)
        sys.exit(2)
    except Exception as fault:  # noqa: BLE001  (a bug is reported in a line, not as a traceback)
        print_error(bug_report(fault))
        sys.exit(2)


# Standard streams that are closed or full, and other errors of the system that are not bugs.


def open_missing() -> None:
    """Opens the standard streams that are closed on the null device. Otherwise the next file to be opened would have
    their number, and what a library prints would be written into it."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)


def refusal(fault: OSError) -> str:
    """A message about what the system refuses; empty if it may be a bug."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError:
        return "briefgen: the working directory does not exist any more.\nChange to another folder, then try again."
    why = fault.strerror or str(fault)
    if fault.errno not in _REFUSALS and "No usable temporary directory" not in why:
        return ""
    what = os.fsdecode(fault.filename) if fault.filename else "the output"
    return f"briefgen: {what} cannot be written: {why}.\nThe run stopped there. Files that it had written are complete."


def print_error(text: str) -> None:
    """Prints lines on standard error, if possible, and leaves nothing in the streams that could fail later."""
    for number, stream, lines in ((1, sys.stdout, ""), (2, sys.stderr, text + "\n")):
        try:
            stream.write(lines)
            stream.flush()
        except (OSError, ValueError):  # full, or closed
            descriptor = os.open(os.devnull, os.O_RDWR)
            os.dup2(descriptor, number)
            os.close(descriptor)
