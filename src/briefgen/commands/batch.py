"""Many briefs at once: on all cores, without those of which nothing has changed. One that fails does not stop the
others.

Worker processes make the bytes, and this process writes them, in the order of the request: so a worker that is killed
leaves nothing half written, and the output does not depend on which worker finishes first.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from briefgen.commands.formats import Format
from briefgen.commands.options import Order, Wanted
from briefgen.commands.prepare import Examined, examine
from briefgen.commands.render import bytes_of
from briefgen.commands.themes import dressed
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io.cache import Entry, prune, store, unchanged
from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookups
from briefgen.io.pool import default_jobs, pooled

if TYPE_CHECKING:
    from briefgen.docx.reference.opening import ReferenceDocument

_MOST_TOGETHER = 16
"""Briefs of one scenario that one worker makes, at most: what it has made is lost if it dies."""
_SHARES = 4
"""Batches for each worker, at least: so that none has much left to do when the others have finished."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of one brief."""

    wanted: Wanted
    state: Literal["written", "unchanged", "failed"]
    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    warnings: int
    """Of a brief that is unchanged: those that were told when it was made."""
    lookups: Lookups
    """What it was made from."""


class Answer(msgspec.Struct, frozen=True):
    """What a process has made of one brief."""

    data: dict[Path, bytes]
    diagnostics: list[Diagnostic]
    lookups: Lookups


class Shared(msgspec.Struct, frozen=True):
    """What the briefs of one run share."""

    lookups: Lookups = msgspec.field(default_factory=Lookups)
    """What all of them are made from."""
    house: "ReferenceDocument | None" = None
    warnings: int = 0
    """That were told of all of them: of the house style."""


def shared_by(world: World, order: Order) -> tuple[Shared | None, list[Diagnostic]]:
    """What briefs of one order share, and what there is to say of it; None where it cannot be had."""
    lookups = Lookups()
    order, found = dressed(world.recording(lookups), order)
    if order.reference and order.house is None:
        return None, found
    return Shared(lookups, order.house, sum(item.severity == "warning" for item in found)), found


class Watch(msgspec.Struct, frozen=True):
    """Who is told how it goes."""

    in_hand: Callable[[Sequence[Wanted], int, int], None] = lambda _briefs, _number, _of: None
    """The briefs that are being made, the number of the last of them, and how many are to be made."""
    format: Callable[[Format], None] = lambda _: None
    """Where one brief after the other is made: each of its formats in turn."""
    fault: Callable[[Exception], str] = repr
    """Puts a fault of the program into words, in a worker."""


def cached(world: World, brief: Wanted) -> Entry | None:
    """The entry of a brief that need not be made again: nothing has changed, and no warning has to be shown."""
    key = "" if brief.order.force else brief.key(world)
    entry = unchanged(key) if key else None
    return None if entry and entry.warnings and brief.order.strict else entry


def batch(
    world: World,
    briefs: Sequence[Wanted],
    known: Sequence[Entry | None],
    shared: Shared,
    jobs: int | None = None,
    watch: Watch | None = None,
) -> Generator[Outcome]:
    """Each brief with what became of it, in order; to be closed, or read to its end.

    `known`: the entry of each brief that is not made again. What is written is stored in the cache."""
    rest = [at for at, entry in enumerate(known) if entry is None]
    taken: dict[str, Wanted] = {}
    with closing(_making(world, briefs, rest, shared, jobs, watch or Watch())) as making:
        for brief, entry in zip(briefs, known, strict=True):
            yield _unchanged(brief, entry) if entry else _written(world, brief, next(making), shared, taken)
    if rest:
        prune()


def _unchanged(brief: Wanted, entry: Entry) -> Outcome:
    return Outcome(brief, "unchanged", tuple(map(Path, entry.outputs)), (), entry.warnings, entry.lookups())


def _written(world: World, brief: Wanted, answer: Answer, shared: Shared, taken: dict[str, Wanted]) -> Outcome:
    """Writes what was made, unless another brief of the same run has taken the name of one of its files."""
    diagnostics = list(answer.diagnostics)
    for path in answer.data:
        first = taken.setdefault(str(path).casefold(), brief)
        if first != brief:
            diagnostics.append(_same(world, brief, first))
            return Outcome(brief, "failed", (), tuple(diagnostics), 0, answer.lookups)
    faults = world.write_outputs(answer.data) or []
    if faults or not answer.data:
        return Outcome(brief, "failed", (), (*diagnostics, *faults), 0, answer.lookups)
    answer.lookups.update(shared.lookups)
    warnings = shared.warnings + sum(each.severity == "warning" and not each.waived for each in diagnostics)
    if key := brief.key(world):
        outputs = {str(world.cwd / path): sha256(data).hexdigest() for path, data in answer.data.items()}
        store(key, outputs, answer.lookups, warnings)
    return Outcome(brief, "written", tuple(answer.data), tuple(diagnostics), warnings, answer.lookups)


def _making(
    world: World, briefs: Sequence[Wanted], rest: Sequence[int], shared: Shared, jobs: int | None, watch: Watch
) -> Generator[Answer]:
    """What is made of the rest, in its order."""
    jobs = jobs or default_jobs(len(rest))
    batches = _batches(briefs, rest, jobs)
    number = {at: place for place, at in enumerate(rest, 1)}

    def begun(items: Sequence[int]) -> None:
        watch.in_hand([briefs[at] for at in items], max(number[at] for at in items), len(rest))

    here = jobs == 1 or len(batches) == 1
    maker = _Maker(world, briefs, shared, watch.fault, watch.format if here else None)
    work = maker.answer if len(rest) == 1 else maker.answer_or_fault
    with closing(pooled(work, batches, jobs, begun)) as answers:
        for at, answer in zip(rest, answers, strict=True):
            yield answer or Answer({}, [_failed(world, briefs[at], _DIED, _MEMORY)], Lookups())


def _batches(briefs: Sequence[Wanted], rest: Sequence[int], jobs: int) -> list[list[int]]:
    """The briefs of a scenario together, since it is read and checked once for all of a batch; fewer of them where
    there would be too few batches for all workers to have work until the end."""
    most = min(_MOST_TOGETHER, max(1, -(-len(rest) // (jobs * _SHARES))))
    out: list[list[int]] = []
    for at in rest:
        if out and briefs[out[-1][0]].file == briefs[at].file and len(out[-1]) < most:
            out[-1].append(at)
        else:
            out.append([at])
    return out


class _Maker:
    """Makes one brief after the other. The scenario of the last is not read again for the next."""

    def __init__(
        self, world: World, briefs: Sequence[Wanted], shared: Shared, fault: Callable[[Exception], str],
        begun: Callable[[Format], None] | None,
    ) -> None:  # fmt: skip
        self._world, self._briefs, self._shared, self._fault = world, briefs, shared, fault
        self._begun = begun or _ignore
        self._file: Path | None = None
        self._examined: tuple[Examined, Lookups] | None = None

    def answer_or_fault(self, at: int) -> Answer:
        """The answer for one of several briefs: a fault of the program must not stop the others."""
        brief = self._briefs[at]
        try:
            return self.answer(at)
        except MemoryError:
            fault = _failed(self._world, brief, "there is not enough memory for it", _LESS)
        except Exception as caught:  # noqa: BLE001  (it is reported)
            fault = _failed(self._world, brief, self._fault(caught), _REPORT)
        self._file = self._examined = None
        return Answer({}, [fault], Lookups())

    def answer(self, at: int) -> Answer:
        """What is made of one brief."""
        brief = self._briefs[at]
        examined, at_first = self._scenario(brief)
        lookups = Lookups()
        lookups.update(at_first)
        order = replace(brief.order, house=self._shared.house)
        data, diagnostics = bytes_of(self._world.recording(lookups), brief.file, order, self._begun, examined)
        return Answer(data, diagnostics, lookups)

    def _scenario(self, brief: Wanted) -> tuple[Examined, Lookups]:
        if self._examined is None or self._file != brief.file:
            lookups = Lookups()
            self._file = brief.file
            self._examined = examine(self._world.recording(lookups), brief.file, brief.order.texts), lookups
        return self._examined


def _ignore(_: Format) -> None:
    """For workers, which have no terminal."""


_DIED = "the process that made it ended unexpectedly, also when it made nothing else"
_LESS = "With `--jobs 1`, briefs are made one at a time, which takes the least memory."
_MEMORY = f"Memory may have run out. {_LESS}"
_REPORT = "Please report it, with what BRIEFGEN_DEBUG=1 shows."


def _failed(world: World, brief: Wanted, why: str, hint: str) -> Diagnostic:
    message = f"{brief.name(world)} could not be made: {why}."
    return error("brief-not-made", message, file=world.shown(brief.file.parent), hint=hint)


def _same(world: World, brief: Wanted, first: Wanted) -> Diagnostic:
    message = f"{brief.name(world)} would be written to the same files as {first.name(world)}."
    hint = "Rename one of them, or render it alone with `--out DIR`."
    return error("same-output", message, file=world.shown(brief.file.parent), hint=hint)
