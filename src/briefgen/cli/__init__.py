"""The command line: turns options into calls of commands, and diagnostics into lines and exit codes."""

from briefgen.cli.app import main

__all__ = ["main"]
