"""Many briefs at once, in several processes, without those that are unchanged. One that fails does not stop the others.

Worker processes make the bytes, and this process writes them, in the order of the request. So a worker that is killed
leaves nothing half written, and the output does not depend on which worker finishes first.
"""

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.prepare import Examined, examine
from briefgen.commands.render import ignore_step, rendered_bytes
from briefgen.commands.themes import with_reference_document
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.io import cache
from briefgen.io.cache import Entry
from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookups
from briefgen.io.names import decoded, portable
from briefgen.io.pool import default_jobs, pooled
from briefgen.markup.model import same
from briefgen.model.read import load
from briefgen.release.manifest import this_build

ALL = "all"
"""In place of a name: every audience of a scenario, or every language that it is written in."""

_NOT_IN_KEY = ("reference_document", "strict", "force", "out")
"""Options that do not change the bytes, or that are otherwise in the key or among the lookups."""
_MOST_TOGETHER = 16
"""Briefs of one scenario that one worker makes, at most: what it has made is lost if it dies."""
_BATCHES_PER_WORKER = 4
"""At least, so that no worker has much left to do when the others have finished."""


class Target(msgspec.Struct, frozen=True):
    """One brief of one scenario, in the formats of its options."""

    file: Path
    """The `scenario.yaml`."""
    options: RenderOptions

    def name(self, world: World) -> str:
        """Its name in messages: the scenario, the audience and the language, if these are not the default."""
        apart = ", ".join(each for each in (self.options.audience, self.options.lang) if each)
        folder = world.shown(self.file.parent)
        return f"{folder} ({apart})" if apart else folder

    def key(self, world: World) -> str:
        """Its key in the cache; empty if it depends on more than files."""
        options = self.options
        if options.office_pages or options.since:  # LibreOffice, git
            return ""
        given = msgspec.structs.asdict(options)
        asked = [f"{name}={value!r}" for name, value in sorted(given.items()) if name not in _NOT_IN_KEY]
        build = repr(this_build()) if "pdf" in options.formats else ""  # its manifest names the build
        return cache.key(os.path.realpath(world.cwd / options.out), str(world.cwd), str(self.file), build, *asked)

    def cached(self, world: World) -> Entry | None:
        """Its entry in the cache, if nothing has changed and no warning has to be shown."""
        key = "" if self.options.force else self.key(world)
        entry = cache.unchanged(key) if key else None
        return None if entry and entry.warnings and self.options.strict else entry


def targets(
    world: World, files: Sequence[Path], options: RenderOptions, audiences: Sequence[str], langs: Sequence[str]
) -> list[Target]:
    """The briefs of some scenarios for some audiences in some languages, those of a scenario together, in the order in
    which they were named. Without a name, a brief is for no audience, and in the scenario's language."""
    audiences, langs = tuple(dict.fromkeys(audiences)) or ("",), tuple(dict.fromkeys(langs)) or ("",)
    return [
        Target(file, replace(options, audience=audience, lang=lang))
        for file in files
        for audience, lang in _combinations(world, file, audiences, langs)
    ]


def _combinations(
    world: World, file: Path, audiences: Sequence[str], langs: Sequence[str]
) -> Iterator[tuple[str, str]]:
    if ALL in (*audiences, *langs):
        loaded, _ = load(world, file)  # its faults are reported when the brief is made
        if loaded is not None:
            scenario = loaded.scenario
            ids = [audience.id for audience in scenario.audiences]
            if ids and ALL not in ids:  # otherwise it is reported that the scenario has no audience `all`
                audiences = _with_all(audiences, ids)
            others = [lang for lang in scenario.title.texts if not same(lang, scenario.language)]
            langs = _with_all(langs, [scenario.language, *others])
    yield from ((audience, lang) for audience in audiences for lang in langs)


def _with_all(named: Sequence[str], every: Sequence[str]) -> tuple[str, ...]:
    """The names, with all that there are in place of `all`; each once."""
    return tuple(dict.fromkeys(name for each in named for name in (every if each == ALL else (each,))))


def without_clashes(report: Report, world: World, files: Sequence[Path]) -> list[Path]:
    """The scenarios whose outputs have different names. Upper and lower case do not make a difference: on many systems
    `Bus.pdf` is `bus.pdf`."""
    taken: dict[str, Path] = {}
    for file in files:
        first = taken.setdefault(portable(decoded((world.cwd / file).resolve().parent.name)).casefold(), file)
        if first != file:
            name = world.shown(file.parent)
            message = f"{name} would be written to the same files as {world.shown(first.parent)}."
            hint = "Rename one of the folders, or render it alone with `--out DIR`."
            report.add(error("same-output", message, file=name, hint=hint))
    return list(taken.values())


class Outcome(msgspec.Struct, frozen=True):
    """The result for one brief."""

    target: Target
    state: Literal["written", "unchanged", "failed"]
    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    warnings: int
    """Of an unchanged brief: how many were shown when it was made."""
    lookups: Lookups
    """What it was made from."""


class Answer(msgspec.Struct, frozen=True):
    """What a worker made of one brief."""

    data: dict[Path, bytes]
    diagnostics: list[Diagnostic]
    lookups: Lookups


class Shared(msgspec.Struct, frozen=True):
    """What the briefs of one run share."""

    options: RenderOptions = RenderOptions()
    """With the reference document."""
    lookups: Lookups = msgspec.field(default_factory=Lookups)
    """What all of them are made from."""
    warnings: int = 0
    """About all of them: of the reference document."""


def shared_by(report: Report, world: World, options: RenderOptions) -> Shared | None:
    """What briefs with the same options share; None if the reference document cannot be read."""
    lookups, found = Lookups(), Report()
    options = with_reference_document(found, world.recording(lookups), options)
    report.extend(found)
    if options.reference and options.reference_document is None:
        return None
    return Shared(options, lookups, found.count("warning"))


class Watch(msgspec.Struct, frozen=True):
    """Callbacks that follow the progress of a run."""

    begun: Callable[[Sequence[Target], int, int], None] = lambda _targets, _number, _total: None
    """The briefs that are being made, the number of the last of them, and how many are to be made."""
    format: Callable[[Format], None] = ignore_step
    """Each format in turn, if one brief is made after the other."""
    fault: Callable[[Exception], str] = repr
    """Describes a bug, in a worker."""


def batch(
    world: World,
    briefs: Sequence[Target],
    cached: Sequence[Entry | None],
    shared: Shared,
    jobs: int | None = None,
    watch: Watch | None = None,
) -> Generator[Outcome]:
    """The result for each brief, in order; to be closed, or read to its end.

    `cached`: the entry of each brief that is not made again. What is written is stored in the cache."""
    rest = [at for at, entry in enumerate(cached) if entry is None]
    taken: dict[str, Target] = {}
    with closing(_answers(world, briefs, rest, shared, jobs, watch or Watch())) as answers:
        for brief, entry in zip(briefs, cached, strict=True):
            yield _unchanged(brief, entry) if entry else _written(world, brief, next(answers), shared, taken)
    if rest:
        cache.prune()


def _unchanged(brief: Target, entry: Entry) -> Outcome:
    return Outcome(brief, "unchanged", tuple(map(Path, entry.outputs)), (), entry.warnings, entry.lookups())


def _written(world: World, brief: Target, answer: Answer, shared: Shared, taken: dict[str, Target]) -> Outcome:
    """Writes what was made, unless another brief of the same run was written to one of its files."""
    report = Report(answer.diagnostics)
    for path in answer.data:
        first = taken.setdefault(str(path).casefold(), brief)
        if first != brief:
            report.add(_same_output(world, brief, first))
            return Outcome(brief, "failed", (), tuple(report), 0, answer.lookups)
    faults = world.write_outputs(answer.data) or []
    if faults or not answer.data:
        return Outcome(brief, "failed", (), (*report, *faults), 0, answer.lookups)
    answer.lookups.update(shared.lookups)
    warnings = shared.warnings + report.count("warning")
    if key := brief.key(world):
        outputs = {str(world.cwd / path): sha256(data).hexdigest() for path, data in answer.data.items()}
        cache.store(key, outputs, answer.lookups, warnings)
    return Outcome(brief, "written", tuple(answer.data), tuple(report), warnings, answer.lookups)


def _answers(
    world: World, briefs: Sequence[Target], rest: Sequence[int], shared: Shared, jobs: int | None, watch: Watch
) -> Generator[Answer]:
    """What is made of the rest, in its order."""
    jobs = jobs or default_jobs(len(rest))
    batches = _batches(briefs, rest, jobs)
    number = {at: place for place, at in enumerate(rest, 1)}

    def begun(items: Sequence[int]) -> None:
        watch.begun([briefs[at] for at in items], max(number[at] for at in items), len(rest))

    in_this_process = jobs == 1 or len(batches) == 1
    worker = _Worker(world, briefs, shared, watch.fault, watch.format if in_this_process else ignore_step)
    work = worker.answer if len(rest) == 1 else worker.answer_or_fault
    with closing(pooled(work, batches, jobs, begun)) as answers:
        for at, answer in zip(rest, answers, strict=True):
            yield answer or Answer({}, [_failed(world, briefs[at], _DIED, _MEMORY)], Lookups())


def _batches(briefs: Sequence[Target], rest: Sequence[int], jobs: int) -> list[list[int]]:
    """The briefs of a scenario together, since it is read and checked once for a batch; fewer of them if there would be
    too few batches for all workers to have work until the end."""
    most = min(_MOST_TOGETHER, max(1, -(-len(rest) // (jobs * _BATCHES_PER_WORKER))))
    out: list[list[int]] = []
    for at in rest:
        if out and briefs[out[-1][0]].file == briefs[at].file and len(out[-1]) < most:
            out[-1].append(at)
        else:
            out.append([at])
    return out


class _Worker:
    """Makes one brief after the other. The scenario of the last one is not read again for the next."""

    def __init__(
        self, world: World, briefs: Sequence[Target], shared: Shared, fault: Callable[[Exception], str],
        begun: Callable[[Format], None],
    ) -> None:  # fmt: skip
        self._world, self._briefs, self._shared, self._fault, self._begun = world, briefs, shared, fault, begun
        self._file: Path | None = None
        self._examined: tuple[Examined, Lookups] | None = None

    def answer_or_fault(self, at: int) -> Answer:
        """The answer for one of several briefs: a bug must not stop the others."""
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
        brief, report = self._briefs[at], Report()
        examined, read = self._scenario(brief)
        lookups = Lookups()
        lookups.update(read)
        options = replace(brief.options, reference_document=self._shared.options.reference_document)
        world = self._world.recording(lookups)
        data = rendered_bytes(report, world, brief.file, options, self._begun, examined)
        return Answer(data, list(report), lookups)

    def _scenario(self, brief: Target) -> tuple[Examined, Lookups]:
        if self._examined is None or self._file != brief.file:
            lookups = Lookups()
            self._file = brief.file
            self._examined = examine(self._world.recording(lookups), brief.file, brief.options.texts), lookups
        return self._examined


_DIED = "the process that made it ended unexpectedly, also when it made nothing else"
_LESS = "With `--jobs 1`, briefs are made one at a time, which takes the least memory."
_MEMORY = f"Memory may have run out. {_LESS}"
_REPORT = "Please report it, with what BRIEFGEN_DEBUG=1 shows."


def _failed(world: World, brief: Target, why: str, hint: str) -> Diagnostic:
    message = f"{brief.name(world)} could not be made: {why}."
    return error("brief-not-made", message, file=world.shown(brief.file.parent), hint=hint)


def _same_output(world: World, brief: Target, first: Target) -> Diagnostic:
    message = f"{brief.name(world)} would be written to the same files as {first.name(world)}."
    hint = "Rename one of them, or render it alone with `--out DIR`."
    return error("same-output", message, file=world.shown(brief.file.parent), hint=hint)
