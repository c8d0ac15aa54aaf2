"""Scenarios → a site, new or brought up to date: all of it, or nothing."""

import stat
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.commands.prepare import refused
from briefgen.commands.publish.page import Made, Publication, Published, Readership, make
from briefgen.commands.publish.record import RECORD, SUMS, Record, files_of, listed, record_of, sums_of
from briefgen.commands.themes import find_theme
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io import cache
from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookups
from briefgen.io.names import decoded, portable
from briefgen.io.pool import default_jobs, pooled
from briefgen.io.transaction import Transaction
from briefgen.markup.words import clean
from briefgen.model.marking import TLP
from briefgen.release.manifest import this_build
from briefgen.site.model import Entry, Room, Say
from briefgen.site.writer import editions_page, index_pages, is_taken
from briefgen.theme import Theme

_ = str  # marks interface messages; they are translated where they are shown


def publish(
    world: World, files: Sequence[Path], asked: Publication, begun: Callable[[Path], None] = lambda _: None
) -> tuple[Published, list[Diagnostic]]:
    """Makes or renews the site; tells what became of it. Where there is an error (or, with `strict`, a warning) it
    stays as it was. `begun` is told each scenario in its turn."""
    if faults := [fault for file in files for fault in world.around(file).recover()]:
        return Published(), faults
    with world.transaction(asked.site) as changes:
        if fault := changes.begin(wait=0):
            return Published(), [fault]
        record = record_of(world, asked.site)
        if isinstance(record, Diagnostic):
            return Published(), [record]
        named = {_name(world, file): file for file in files}
        faults = [*_taken(world, named), *_other_readers(world, asked, record)]
        theme, found = find_theme(world, asked.order.theme or "plain", None)
        if faults or theme is None:
            return Published(), faults + found
        return _Publishing(world, named, asked, record, changes).done(theme.theme, begun)


class _Publishing:
    def __init__(
        self, world: World, named: Mapping[str, Path], asked: Publication, record: Record | None, changes: Transaction
    ) -> None:
        self.world = world
        self.named = named
        self.asked = asked
        self.record = record
        self.changes = changes
        self.new: dict[str, str] = {}
        """The digests of the files that are new or changed."""
        self.site = world.shown(asked.site)
        self.sums = sums_of(world, asked.site)
        self.diagnostics: list[Diagnostic] = []
        self.faults: list[Diagnostic] = []
        """Why files cannot be written."""
        self.before = {entry.name: entry for entry in record.room.entries} if record else {}
        self.there = self.still_there()

    def still_there(self) -> dict[str, Entry]:
        """The briefs of the site, without editions of which somebody took files away."""
        out = {}
        for name, entry in self.before.items():
            kept = tuple(each for each in entry.editions if self.is_whole(replace(entry, editions=(each,))))
            for gone in (each for each in entry.editions if each not in kept):
                message = f"Edition {gone.number} of {name} is no longer whole in the site, and leaves its lists."
                hint = "Publish the scenario to put it back."
                self.diagnostics.append(_report("edition-taken-out", message, self.site, hint))
            if kept:
                out[name] = replace(entry, editions=kept)
        return out

    def is_whole(self, entry: Entry) -> bool:
        return all(path in self.sums and self.is_there(path) for path in files_of(entry))

    def done(self, theme: Theme, begun: Callable[[Path], None]) -> tuple[Published, list[Diagnostic]]:
        same = {name for name in self.named if self.is_same(name)}
        wanted = [name for name in self.named if name not in same]
        made = self.make(wanted, begun)
        for each in made:
            self.diagnostics += each.diagnostics
        if any(each.entry is None for each in made) or refused(self.diagnostics, self.asked.order):
            return Published(), self.diagnostics
        entries = self.there | {each.name: each.entry for each in made if each.entry}
        room = self.room(entries, [each.readers for each in made if each.readers])
        if room is None:
            return Published(), self.diagnostics
        kept = [name for name in entries if name not in self.named]
        if kept:
            shown = ", ".join(sorted(kept)[:3]) + (" …" if len(kept) > 3 else "")
            number = f"{len(kept)} brief{'' if len(kept) == 1 else 's'}"
            message = f"{number} of the site not named in this run, and left as before: {shown}."
            hint = "To take one out, delete its folder in the site and publish again."
            self.diagnostics.append(_report("brief-kept", message, self.site, hint))
        sums = self.written(room, theme)
        faults = self.exchanged(sums)
        self.diagnostics += faults
        if faults:
            return Published(), self.diagnostics
        for each in made:
            if each.entry:
                self.store(each, each.entry, sums)
        cache.prune()
        return Published(len(wanted), len(same), len(kept)), self.diagnostics

    def is_same(self, name: str) -> bool:
        """Whether the brief in the site is what would come of its scenario."""
        entry = self.there.get(name)
        if entry is None or entry != self.before[name] or self.asked.order.force:
            return False
        known = cache.unchanged(self.key(name, entry))
        return known is not None and not (known.warnings and self.asked.order.strict)

    def store(self, made: Made, entry: Entry, sums: Mapping[str, str]) -> None:
        """Stores what a brief was made from, in the cache and not in the site, since a digest of words that are
        withheld allows them to be guessed."""
        outputs = {str(self.world.cwd / self.asked.site / path): sums[path] for path in made.files}
        warnings = sum(each.severity == "warning" and not each.waived for each in made.diagnostics)
        cache.store(self.key(made.name, entry), outputs, made.lookups, warnings)

    def key(self, name: str, entry: Entry) -> str:
        """The key of a brief that has the editions of `entry`."""
        order = repr(replace(self.asked.order, force=False, strict=False))
        where = (str(self.world.cwd), str(self.asked.site), str(self.named[name]))
        return cache.key("site", *where, order, repr(this_build()), msgspec.json.encode(entry).decode())

    def make(self, wanted: Sequence[str], begun: Callable[[Path], None]) -> list[Made]:
        """Makes the briefs, on all cores."""
        shown: set[str] = set()

        def show(names: Sequence[str]) -> None:
            for name in names:
                if name not in shown:
                    shown.add(name)
                    begun(self.named[name])

        out: list[Made] = []
        work = partial(_made, self.world, self.named, self.asked, self.there)
        for name, made in zip(
            wanted, pooled(work, [[each] for each in wanted], default_jobs(len(wanted)), show), strict=True
        ):
            one = made or _died(self.world, name, self.named[name])
            for path, data in one.files.items():
                self.put(path, data)
            out.append(replace(one, files=dict.fromkeys(one.files, b"")))
        return out

    def room(self, entries: Mapping[str, Entry], readers: Sequence[Readership]) -> Room | None:
        """The site; None where its scenarios mean different readers by the name of its audience."""
        was = self.record.room if self.record else None
        first = readers[0] if readers else None
        label = was.marking if was else first.label if first else ""
        other = next((each.label for each in readers if each.label != label), None)
        if other is not None:
            here = f"`{self.asked.order.audience}` may see {label} in this site, and {other} in a scenario."
            hint = "Give the audience one marking in all scenarios, or make two sites."
            self.diagnostics.append(error("other-site", here, file=self.site, hint=hint))
            return None
        lang = self.asked.lang or (was.lang if was else first.lang if first else "en")
        asked = clean(self.asked.title)
        title = asked or (was.title if was and not self.asked.lang else Say(lang).text(_("Policy briefs")))
        texts = first.texts if first else {}
        text = texts.get(lang) or next(iter(texts.values()), "") or (was.text if was and not first else label)
        colour = first.colour if first else was.colour if was else TLP[0].colour
        return Room(title, lang, self.asked.order.audience, label, text, colour, tuple(entries.values()))

    def written(self, room: Room, theme: Theme) -> dict[str, str]:
        """Makes the pages of the site; returns the digests of all its files."""
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

    def exchanged(self, sums: Mapping[str, str]) -> list[Diagnostic]:
        """Writes the new files to the site, and deletes those that are no longer in it."""
        gone = [path for path in self.sums if path not in sums and self.is_there(path)]
        if not self.faults and not self.asked.order.force:
            self.faults += filter(None, map(self.refusal, (*self.new, *gone)))
        for path in gone:
            self.faults += filter(None, [self.changes.remove(Path(path))])
        return self.faults or list(filter(None, [self.changes.commit()]))

    def is_there(self, path: str) -> bool:
        """Whether there is a file, or one might be: a folder that nobody may enter is not empty for that."""
        try:
            status = (self.world.cwd / self.asked.site / path).stat()
        except OSError as fault:
            return isinstance(fault, PermissionError)
        return stat.S_ISREG(status.st_mode)

    def holds(self, path: str, data: bytes) -> bool:
        """Whether a file in the site has these bytes already."""
        return self.world.read_bytes(self.asked.site / path, 1 << 30, expected=False) == data

    def refusal(self, path: str) -> Diagnostic | None:
        """Why a file in the site may not be replaced: it is not as it was published."""
        if path == SUMS or not self.is_there(path):
            return None
        data = self.world.read_bytes(self.asked.site / path, 1 << 30)
        if isinstance(data, bytes) and sha256(data).hexdigest() == self.sums.get(path):
            return None
        name = self.world.shown(self.asked.site / path)
        hint = "Move it away, if somebody’s work is in it; `--force` writes over it."
        return error("edited-output", f"{name} is not as it was published.", file=name, hint=hint)


def _made(world: World, files: Mapping[str, Path], asked: Publication, there: Mapping[str, Entry], name: str) -> Made:
    """Makes one brief."""
    return make(world, files[name], name, asked, there.get(name))


def _died(world: World, name: str, file: Path) -> Made:
    message = f"{name} could not be made: the process that made it ended unexpectedly, also when it made nothing else."
    hint = "Memory may have run out. Close other programs, then publish again."
    return Made(
        name, None, None, [error("brief-not-made", message, file=world.shown(file.parent), hint=hint)], {}, Lookups()
    )


def _report(code: str, message: str, site: str, hint: str) -> Diagnostic:
    """What is worth knowing of the site."""
    return Diagnostic(severity="info", code=code, message=message, file=site, hint=hint)


def _name(world: World, file: Path) -> str:
    """The folder of a brief in the site: that of its scenario, as every system and every address can have it."""
    return portable(decoded((world.cwd / file).resolve().parent.name))


def _taken(world: World, named: Mapping[str, Path]) -> list[Diagnostic]:
    hint = "Rename its folder."
    return [
        error("same-output", f"The site has a file of its own called {name}.", file=world.shown(file.parent), hint=hint)
        for name, file in named.items()
        if is_taken(name)
    ]


def _other_readers(world: World, asked: Publication, record: Record | None) -> list[Diagnostic]:
    if record is None or record.room.audience == asked.order.audience:
        return []
    site = world.shown(asked.site)
    message = f"{site} is for `{record.room.audience}`, and not for `{asked.order.audience}`."
    return [error("other-site", message, file=site, hint="Make a site of its own for each audience.")]
