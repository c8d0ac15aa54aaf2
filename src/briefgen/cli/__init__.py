"""The command line: turns what was asked into a call of a verb, and diagnostics into lines and exit codes.

A command's module is loaded only when that command runs, so that `briefgen --help` is instant.
"""

import sys

from briefgen.cli.streams import open_missing


def main() -> None:
    """The entry point."""
    from briefgen.cli.again import told_again

    open_missing()
    try:
        done = told_again(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        sys.exit(2)
    if not done:
        from briefgen.cli.app import main as run

        run()


__all__ = ["main"]
