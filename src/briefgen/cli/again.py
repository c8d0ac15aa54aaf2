"""The same `render` once more, when nothing has changed since: told without loading the rest of the program."""

import os
import sys
from collections.abc import Sequence

from briefgen.cli.streams import refusal, report
from briefgen.cli.summary import summary
from briefgen.kept import made
from briefgen.kept.made import Made
from briefgen.kept.seen import SCENARIO, Looking, Question, Seen, answer

_ANEW = ("--force", "--help", "-h", "--paginate-with", "--watch")
"""With these nothing is known beforehand."""


def told_again(words: Sequence[str]) -> bool:
    """Whether these words of a command line asked for briefs that are all there, with nothing changed since they were
    made. If so, their paths have been printed."""
    try:
        known = made.kept(_entry(words)) if _may_be_known(words) else []
        looking = Looking()
        if not known or not all(each.holds(looking) for each in known):
            return False
    except Exception:  # noqa: BLE001  (whatever is wrong with what is kept, the briefs are made as ever)
        return False
    _tell(known[1:])
    return True


def remember(words: Sequence[str], scenarios: Sequence[str], around: Seen, briefs: Sequence[Made | None]) -> None:
    """Keeps what a command line came to, all of whose briefs are as they should be: what was looked at to know which
    they are, and for all of them together; and the briefs, of which none may be unknown."""
    seen = Seen()
    seen.add(around)
    for name in scenarios:
        path = os.path.join(_here(), name)  # noqa: PTH118  (as it is asked the next time, without pathlib)
        if os.path.isdir(path):  # noqa: PTH112
            folder = Question("scenarios", path)
            seen.note(folder, answer(folder))
        elif os.path.basename(path) != SCENARIO:  # noqa: PTH119
            return  # a file that stands for the scenarios that may read it
    known = [each for each in briefs if each is not None]
    if seen.whole and len(known) == len(briefs) and _may_be_known(words):
        made.keep(_entry(words), [Made.of("", 0, (), seen), *known])


def _may_be_known(words: Sequence[str]) -> bool:
    return words[:1] == ["render"] and not any(word.startswith(_ANEW) for word in words)


def _entry(words: Sequence[str]) -> str:
    return "run-" + made.key(_here(), *words)


def _here() -> str:
    return os.getcwd()  # noqa: PTH109


def _tell(briefs: Sequence[Made]) -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.stdout.write("".join(f"{output.shown}\n" for each in briefs for output in each.outputs))
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
    except OSError as fault:
        report(refusal(fault))
        sys.exit(2)
    warned = sum(each.warnings > 0 for each in briefs)
    sys.stderr.write(summary(0, len(briefs), warned, 0) + "\n")
