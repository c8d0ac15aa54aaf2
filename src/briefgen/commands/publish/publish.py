"""Scenarios → a site, new or updated: all of it, or nothing."""

import stat
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.commands.publish.page import Made, Published, SiteAudience, SiteOptions, make
from briefgen.commands.publish.record import RECORD, SUMS, Record, files_of, listed, record_of, sums_of
from briefgen.commands.themes import find_theme
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.io import cache
from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookups
from briefgen.io.names import decoded, portable
from briefgen.io.pool import default_jobs, pooled
from briefgen.io.transaction import Transaction
from briefgen.markup.words import clean
from briefgen.model.marking import TLP
from briefgen.release.manifest import this_build
from briefgen.site.model import Entry, Messages, Site
from briefgen.site.writer import editions_page, index_pages, is_taken
from briefgen.theme import Theme

_ = str  # marks interface messages; they are translated where they are shown


def publish(
    report: Report,
    world: World,
    files: Sequence[Path],
    options: SiteOptions,
    begun: Callable[[Path], None] = lambda _: None,
) -> Published:
    """Builds or updates the site. If there is an error or, with `strict`, a warning, it stays as it was. `begun` is
    called with each scenario in its turn."""
    if faults := [fault for file in files for fault in world.around(file).recover()]:
        report.extend(faults)
        return Published()
    with world.transaction(options.site) as changes:
        if fault := changes.begin(wait=0):
            report.add(fault)
            return Published()
        record = record_of(world, options.site)
        if isinstance(record, Diagnostic):
            report.add(record)
            return Published()
        named = {_name(world, file): file for file in files}
        faults = [*_taken_names(world, named), *_other_audience(world, options, record)]
        report.extend(faults)
        found = Report()
        theme = find_theme(found, world, options.render.theme or "plain")
        if faults or theme is None:
            report.extend(found)
            return Published()
        return _Publishing(report, world, named, options, record, changes).publish(theme.theme, begun)


class _Publishing:
    """The steps to a new state of the site."""

    def __init__(
        self, report: Report, world: World, named: Mapping[str, Path], options: SiteOptions, record: Record | None,
        changes: Transaction,
    ) -> None:  # fmt: skip
        self.report = report
        self.world = world
        self.named = named
        self.options = options
        self.record = record
        self.changes = changes
        self.new: dict[str, str] = {}
        """The digests of the files that are new or changed."""
        self.site = world.shown(options.site)
        self.sums = sums_of(world, options.site)
        self.faults: list[Diagnostic] = []
        """Why files cannot be written."""
        self.before = {entry.name: entry for entry in record.room.entries} if record else {}
        self.existing = self.existing_entries()

    def existing_entries(self) -> dict[str, Entry]:
        """The briefs of the site, without editions of which a file is missing."""
        out = {}
        for name, entry in self.before.items():
            complete = tuple(each for each in entry.editions if self.is_complete(replace(entry, editions=(each,))))
            for gone in (each for each in entry.editions if each not in complete):
                message = f"Edition {gone.number} of {name} is no longer whole in the site, and leaves its lists."
                self.report.add(
                    _report("edition-taken-out", message, self.site, "Publish the scenario to put it back.")
                )
            if complete:
                out[name] = replace(entry, editions=complete)
        return out

    def is_complete(self, entry: Entry) -> bool:
        return all(path in self.sums and self.exists(path) for path in files_of(entry))

    def publish(self, theme: Theme, begun: Callable[[Path], None]) -> Published:
        unchanged = {name for name in self.named if self.is_unchanged(name)}
        rest = [name for name in self.named if name not in unchanged]
        made = self.make(rest, begun)
        for each in made:
            self.report.extend(each.diagnostics)
        if any(each.entry is None for each in made) or self.report.fails(self.options.render.strict):
            return Published()
        entries = self.existing | {each.name: each.entry for each in made if each.entry}
        room = self.room(entries, [each.audience for each in made if each.audience])
        if room is None:
            return Published()
        not_named = [name for name in entries if name not in self.named]
        if not_named:
            shown = ", ".join(sorted(not_named)[:3]) + (" …" if len(not_named) > 3 else "")
            number = f"{len(not_named)} brief{'' if len(not_named) == 1 else 's'}"
            message = f"{number} of the site not named in this run, and left as before: {shown}."
            hint = "To take one out, delete its folder in the site and publish again."
            self.report.add(_report("brief-kept", message, self.site, hint))
        sums = self.add_pages(room, theme)
        faults = self.commit(sums)
        self.report.extend(faults)
        if faults:
            return Published()
        for each in made:
            if each.entry:
                self.store(each, each.entry, sums)
        cache.prune()
        return Published(len(rest), len(unchanged), len(not_named))

    def is_unchanged(self, name: str) -> bool:
        """Whether the brief in the site is what would be made of its scenario."""
        entry = self.existing.get(name)
        if entry is None or entry != self.before[name] or self.options.render.force:
            return False
        cached = cache.unchanged(self.key(name, entry))
        return cached is not None and not (cached.warnings and self.options.render.strict)

    def store(self, made: Made, entry: Entry, sums: Mapping[str, str]) -> None:
        """Stores what a brief was made from, in the cache and not in the site, since a digest of words that are
        withheld allows them to be guessed."""
        outputs = {str(self.world.cwd / self.options.site / path): sums[path] for path in made.files}
        warnings = sum(each.severity == "warning" and not each.waived for each in made.diagnostics)
        cache.store(self.key(made.name, entry), outputs, made.lookups, warnings)

    def key(self, name: str, entry: Entry) -> str:
        """The key of a brief that has the editions of `entry`."""
        render = repr(replace(self.options.render, force=False, strict=False))
        where = (str(self.world.cwd), str(self.options.site), str(self.named[name]))
        return cache.key("site", *where, render, repr(this_build()), msgspec.json.encode(entry).decode())

    def make(self, names: Sequence[str], begun: Callable[[Path], None]) -> list[Made]:
        """Makes some of the briefs, in several processes."""
        shown: set[str] = set()

        def show(batch: Sequence[str]) -> None:
            for name in batch:
                if name not in shown:
                    shown.add(name)
                    begun(self.named[name])

        out: list[Made] = []
        work = partial(_made, self.world, self.named, self.options, self.existing)
        for name, made in zip(
            names, pooled(work, [[each] for each in names], default_jobs(len(names)), show), strict=True
        ):
            one = made or _died(self.world, name, self.named[name])
            for path, data in one.files.items():
                self.put(path, data)
            out.append(replace(one, files=dict.fromkeys(one.files, b"")))
        return out

    def room(self, entries: Mapping[str, Entry], audiences: Sequence[SiteAudience]) -> Site | None:
        """The site; None if its scenarios give its audience different markings."""
        was = self.record.room if self.record else None
        first = audiences[0] if audiences else None
        label = was.marking if was else first.label if first else ""
        other = next((each.label for each in audiences if each.label != label), None)
        if other is not None:
            here = f"`{self.options.render.audience}` may see {label} in this site, and {other} in a scenario."
            hint = "Give the audience one marking in all scenarios, or make two sites."
            self.report.add(error("other-site", here, file=self.site, hint=hint))
            return None
        lang = self.options.lang or (was.lang if was else first.lang if first else "en")
        title = clean(self.options.title) or (
            was.title if was and not self.options.lang else Messages(lang).text(_("Policy briefs"))
        )
        texts = first.texts if first else {}
        text = texts.get(lang) or next(iter(texts.values()), "") or (was.text if was and not first else label)
        colour = first.colour if first else was.colour if was else TLP[0].colour
        return Site(title, lang, self.options.render.audience, label, text, colour, tuple(entries.values()))

    def add_pages(self, room: Site, theme: Theme) -> dict[str, str]:
        """Makes the pages of the site, and returns the digests of all its files."""
        pages: dict[str, bytes] = dict(index_pages(room, theme))
        for entry in room.entries:
            pages[f"{entry.name}/index.html"] = editions_page(room, entry, theme)
        pages[RECORD] = msgspec.json.encode(Record(1, room)) + b"\n"
        sums = {path: self.sums[path] for entry in room.entries for path in files_of(entry) if path in self.sums}
        sums |= self.new
        for path, data in pages.items():
            sums[path] = sha256(data).hexdigest()
            if not self.holds(path, data):
                self.put(path, data)
        self.put(SUMS, listed(sums))
        return sums

    def put(self, path: str, data: bytes) -> None:
        """Adds a file to the changes of the site; a fault is reported when they are made."""
        if not self.faults:
            self.new[path] = sha256(data).hexdigest()
            self.faults += filter(None, [self.changes.put(Path(path), data)])

    def commit(self, sums: Mapping[str, str]) -> list[Diagnostic]:
        """Writes the new files to the site, and deletes those that are no longer in it."""
        gone = [path for path in self.sums if path not in sums and self.exists(path)]
        if not self.faults and not self.options.render.force:
            self.faults += filter(None, map(self.refusal, (*self.new, *gone)))
        for path in gone:
            self.faults += filter(None, [self.changes.remove(Path(path))])
        return self.faults or list(filter(None, [self.changes.commit()]))

    def exists(self, path: str) -> bool:
        """Whether there is a file, or there may be one, in a folder that cannot be read."""
        try:
            status = (self.world.cwd / self.options.site / path).stat()
        except OSError as fault:
            return isinstance(fault, PermissionError)
        return stat.S_ISREG(status.st_mode)

    def holds(self, path: str, data: bytes) -> bool:
        """Whether a file in the site has these bytes."""
        return self.world.read_bytes(self.options.site / path, 1 << 30, expected=False) == data

    def refusal(self, path: str) -> Diagnostic | None:
        """Why a file in the site may not be replaced: it was changed."""
        if path == SUMS or not self.exists(path):
            return None
        data = self.world.read_bytes(self.options.site / path, 1 << 30)
        if isinstance(data, bytes) and sha256(data).hexdigest() == self.sums.get(path):
            return None
        name = self.world.shown(self.options.site / path)
        hint = "Move it away, if somebody’s work is in it; `--force` writes over it."
        return error("edited-output", f"{name} is not as it was published.", file=name, hint=hint)


def _made(
    world: World, files: Mapping[str, Path], options: SiteOptions, existing: Mapping[str, Entry], name: str
) -> Made:
    return make(world, files[name], name, options, existing.get(name))


def _died(world: World, name: str, file: Path) -> Made:
    message = f"{name} could not be made: the process that made it ended unexpectedly, also when it made nothing else."
    hint = "Memory may have run out. Close other programs, then publish again."
    return Made(
        name, None, None, [error("brief-not-made", message, file=world.shown(file.parent), hint=hint)], {}, Lookups()
    )


def _report(code: str, message: str, site: str, hint: str) -> Diagnostic:
    return Diagnostic(severity="info", code=code, message=message, file=site, hint=hint)


def _name(world: World, file: Path) -> str:
    """The folder of a brief in the site: the name of its scenario, made valid for every system and every URL."""
    return portable(decoded((world.cwd / file).resolve().parent.name))


def _taken_names(world: World, named: Mapping[str, Path]) -> list[Diagnostic]:
    hint = "Rename its folder."
    return [
        error("same-output", f"The site has a file of its own called {name}.", file=world.shown(file.parent), hint=hint)
        for name, file in named.items()
        if is_taken(name)
    ]


def _other_audience(world: World, options: SiteOptions, record: Record | None) -> list[Diagnostic]:
    if record is None or record.room.audience == options.render.audience:
        return []
    site = world.shown(options.site)
    message = f"{site} is for `{record.room.audience}`, and not for `{options.render.audience}`."
    return [error("other-site", message, file=site, hint="Make a site of its own for each audience.")]
