"""Many briefs at once: on all cores, without those of which nothing has changed. One that fails does not stop the
others.

Processes of their own make the bytes, and this one writes them, in the order in which the briefs were asked for: so one
that is killed leaves nothing half written, and what is said does not hang on which of them ends first.
"""

import os
import pickle
import signal
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from briefgen.diagnostic import Diagnostic, error
from briefgen.kept.made import Made
from briefgen.kept.seen import Seen
from briefgen.verbs.house_style import dressed
from briefgen.verbs.order import Order
from briefgen.verbs.prepare import Examined, examine
from briefgen.verbs.record import Record
from briefgen.verbs.render import bytes_of
from briefgen.verbs.wanted import Wanted
from briefgen.world import World
from briefgen.world.spread import Lost, spread
from briefgen.writers import Format

if TYPE_CHECKING:
    from briefgen.writers.docx.house.opening import House  # which a PDF has no need of

_MOST_WAITING = 64
"""Briefs that are made and wait to be written, because one before them is not made yet."""
_SHARES = 4
"""Batches a process, at least: so that none has much left to do when the others have nothing."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of one brief."""

    wanted: Wanted
    state: Literal["written", "unchanged", "failed"]
    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    warnings: int
    """Of a brief that is unchanged: those that were told when it was made."""
    made: Made | None
    """For the record; None where it cannot be known again."""
    seen: Seen = msgspec.field(default_factory=Seen)
    """What was looked at to make it."""


class Answer(msgspec.Struct, frozen=True):
    """What a process has made of one brief."""

    data: dict[Path, bytes]
    diagnostics: list[Diagnostic]
    seen: Seen


class Shared(msgspec.Struct, frozen=True):
    """What the briefs of one run share."""

    seen: Seen = msgspec.field(default_factory=Seen)
    """What was looked at for all of them."""
    house: "House | None" = None
    warnings: int = 0
    """That were told of all of them: of the house style."""


def shared_by(world: World, order: Order) -> tuple[Shared | None, list[Diagnostic]]:
    """What briefs of one order share, and what there is to say of it; None where it cannot be had."""
    seen = Seen()
    order, found = dressed(world.noting(seen), order)
    if order.reference and order.house is None:
        return None, found
    return Shared(seen, order.house, sum(item.severity == "warning" for item in found)), found


class Watch(msgspec.Struct, frozen=True):
    """Who is told how it goes."""

    in_hand: Callable[[Sequence[Wanted], int, int], None] = lambda _briefs, _number, _of: None
    """The briefs that are being made, the number of the last of them, and how many are to be made."""
    format: Callable[[Format], None] = lambda _: None
    """Where one brief after the other is made: each of its formats in turn."""
    fault: Callable[[Exception], str] = lambda fault: type(fault).__name__
    """Puts a fault of the program into words."""


def batch(
    world: World,
    briefs: Sequence[Wanted],
    known: Sequence[Made | None],
    record: Record,
    shared: Shared,
    jobs: int | None = None,
    watch: Watch | None = None,
) -> Generator[Outcome]:
    """Each brief with what became of it, in order; to be closed, or read to its end.

    `known`: as each brief is in the record, if nothing of it has changed; it is not made again. What is written is
    noted in the record."""
    rest = [at for at, made in enumerate(known) if made is None]
    taken: dict[str, Wanted] = {}
    with closing(_making(world, briefs, rest, shared, jobs, watch or Watch())) as making:
        for brief, made in zip(briefs, known, strict=True):
            yield _unchanged(brief, made) if made else _written(world, brief, next(making), record, shared, taken)


def _unchanged(brief: Wanted, made: Made) -> Outcome:
    paths = tuple(Path(output.path) for output in made.outputs)
    seen = Seen()
    seen.answers, seen.states = dict(made.notes), dict(made.states)
    return Outcome(brief, "unchanged", paths, (), made.warnings, made, seen)


def _written(
    world: World, brief: Wanted, answer: Answer, record: Record, shared: Shared, taken: dict[str, Wanted]
) -> Outcome:
    """Writes what was made, unless another brief of the same run has taken the name of one of its files."""
    diagnostics = list(answer.diagnostics)
    for path in answer.data:
        first = taken.setdefault(str(path).casefold(), brief)
        if first != brief:
            diagnostics.append(_same(world, brief, first))
            return Outcome(brief, "failed", (), tuple(diagnostics), 0, None, answer.seen)
    faults = world.write_outputs(answer.data) or []
    if faults or not answer.data:
        return Outcome(brief, "failed", (), (*diagnostics, *faults), 0, None, answer.seen)
    answer.seen.add(shared.seen)
    warnings = shared.warnings + sum(each.severity == "warning" and not each.waived for each in diagnostics)
    made = record.add(brief, answer.data, warnings, answer.seen)
    return Outcome(brief, "written", tuple(answer.data), tuple(diagnostics), warnings, made, answer.seen)


def _making(
    world: World, briefs: Sequence[Wanted], rest: Sequence[int], shared: Shared, jobs: int | None, watch: Watch
) -> Generator[Answer]:
    """What is made of the rest, in its order, however the processes end."""
    maker = _Maker(world, briefs, shared, watch, alone=len(rest) == 1)
    waiting: dict[int, Answer] = {}
    number = {at: place for place, at in enumerate(rest, 1)}

    def in_hand(pieces: tuple[int, ...]) -> None:
        if pieces:
            watch.in_hand([briefs[at] for at in pieces], max(number[at] for at in pieces), len(rest))

    batches = _batches(briefs, rest, jobs or os.cpu_count() or 1)
    if len(batches) > 1 and jobs != 1:
        from briefgen.verbs.loaded import load_all  # one brief loads what it needs by itself

        load_all(briefs[at].order for at in rest)
    with closing(spread(batches, maker.made, jobs, in_hand, lambda: len(waiting) < _MOST_WAITING)) as making:
        for at in rest:
            while at not in waiting:
                done, answer = next(making)
                if isinstance(answer, Lost):
                    waiting[done] = _lost(world, briefs[done], answer)
                else:
                    waiting[done] = pickle.loads(answer)  # it comes from a process that we forked
            yield waiting.pop(at)


def _batches(briefs: Sequence[Wanted], rest: Sequence[int], jobs: int) -> list[list[int]]:
    """The briefs of a scenario together, since it is read and checked once for all of a batch; parted where there would
    be too few batches for all processes to have work until the end."""
    most = max(1, -(-len(rest) // (jobs * _SHARES)))
    out: list[list[int]] = []
    for at in rest:
        if out and briefs[out[-1][0]].file == briefs[at].file and len(out[-1]) < most:
            out[-1].append(at)
        else:
            out.append([at])
    return out


class _Maker:
    """Makes one brief after the other, and remembers the scenario of the last."""

    def __init__(self, world: World, briefs: Sequence[Wanted], shared: Shared, watch: Watch, alone: bool) -> None:
        self._world, self._briefs, self._shared, self._watch, self._alone = world, briefs, shared, watch, alone
        self._here = os.getpid()
        self._file: Path | None = None
        self._examined: tuple[Examined, Seen] | None = None

    def made(self, at: int) -> bytes:
        """The answer for a brief. With a single brief, a fault of the program ends the program."""
        brief = self._briefs[at]
        if self._alone:
            return pickle.dumps(self._answer(brief))
        try:
            return pickle.dumps(self._answer(brief))
        except MemoryError:
            fault = _failed(self._world, brief, "there is not enough memory for it", _LESS)
        except Exception as caught:  # noqa: BLE001  (a fault of ours must not stop the others; it is told)
            fault = _failed(self._world, brief, self._watch.fault(caught), _REPORT)
        self._file = self._examined = None
        return pickle.dumps(Answer({}, [fault], Seen()))

    def _answer(self, brief: Wanted) -> Answer:
        examined, at_first = self._scenario(brief)
        seen = Seen()
        seen.add(at_first)
        order = replace(brief.order, house=self._shared.house)
        begun = self._watch.format if os.getpid() == self._here else lambda _: None  # others have no terminal
        data, diagnostics = bytes_of(self._world.noting(seen), brief.file, order, begun, examined)
        return Answer(data, diagnostics, seen)

    def _scenario(self, brief: Wanted) -> tuple[Examined, Seen]:
        if self._examined is None or self._file != brief.file:
            seen = Seen()
            self._file = brief.file
            self._examined = examine(self._world.noting(seen), brief.file, brief.order.texts), seen
        return self._examined


_LESS = "With `--jobs 1` one brief after the other is made, which takes the least memory."
_REPORT = "Please report it, with what BRIEFGEN_DEBUG=1 shows."


def _lost(world: World, brief: Wanted, lost: Lost) -> Answer:
    why = "the process that made it ended"
    if lost.signal:
        name = signal.strsignal(lost.signal) or ""
        why = f"the process that made it was ended from outside (signal {lost.signal}{', ' if name else ''}{name})"
    return Answer({}, [_failed(world, brief, why, "Perhaps memory ran out. " + _LESS)], Seen())


def _failed(world: World, brief: Wanted, why: str, hint: str) -> Diagnostic:
    message = f"{brief.name(world)} could not be made: {why}."
    return error("brief-not-made", message, file=world.shown(brief.file.parent), hint=hint)


def _same(world: World, brief: Wanted, first: Wanted) -> Diagnostic:
    message = f"{brief.name(world)} would be written to the same files as {first.name(world)}."
    hint = "Rename one of them, or render it alone with `--out DIR`."
    return error("same-output", message, file=world.shown(brief.file.parent), hint=hint)
