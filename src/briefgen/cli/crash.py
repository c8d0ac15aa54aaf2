"""What is said when briefgen itself is at fault."""

import os
import traceback


def report_of(fault: Exception) -> str:
    """Two lines for the person, and the whole story where the variable BRIEFGEN_DEBUG asks for it."""
    if os.environ.get("BRIEFGEN_DEBUG"):
        return "".join(traceback.format_exception(fault))
    return f"briefgen: {in_short(fault)}.\nPlease report it, with what BRIEFGEN_DEBUG=1 shows."


def in_short(fault: Exception) -> str:
    """What and where, without a word of what was being read."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{os.path.basename(os.path.dirname(last.filename))}/{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119, PTH120
    return f"a bug in briefgen, not a problem in your files: {type(fault).__name__} at {place}"


def of_one(fault: Exception) -> str:
    """The same of one brief among others, which go on; the whole story goes to the standard error at once."""
    if os.environ.get("BRIEFGEN_DEBUG"):
        traceback.print_exception(fault)
    return in_short(fault)
