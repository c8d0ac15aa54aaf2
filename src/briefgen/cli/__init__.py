"""The command line: turns what was asked into a call of a verb, and diagnostics into lines and exit codes.

A command's module is loaded only when that command runs, so that `briefgen --help` is instant.
"""

from briefgen.cli.app import main

__all__ = ["main"]
