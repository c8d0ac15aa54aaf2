"""Standard streams that are closed or full, and other refusals of the system that are no fault of the program."""

import errno
import os
import sys

_REFUSALS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.EBADF})


def open_missing() -> None:
    """Opens the standard streams that were closed, so that they take everything and say nothing. Otherwise the next
    file to be opened would have their number, and what a library prints would be written into it."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)


def refusal(fault: OSError) -> str:
    """What the system refuses, for the person; empty where it may be a fault of the program."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError:
        return "briefgen: the working directory does not exist any more.\nChange to another folder, then try again."
    why = fault.strerror or str(fault)
    if fault.errno not in _REFUSALS and "No usable temporary directory" not in why:
        return ""
    what = os.fsdecode(fault.filename) if fault.filename else "the output"
    return f"briefgen: {what} cannot be written: {why}.\nThe run stopped there. Files that it had written are complete."


def report(text: str) -> None:
    """Prints lines on standard error, if it takes them, and leaves nothing in the streams that could fail later."""
    for number, stream, lines in ((1, sys.stdout, ""), (2, sys.stderr, text + "\n")):
        try:
            stream.write(lines)
            stream.flush()
        except (OSError, ValueError):  # full, or closed
            descriptor = os.open(os.devnull, os.O_RDWR)
            os.dup2(descriptor, number)
            os.close(descriptor)
