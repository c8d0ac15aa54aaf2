"""One scenario as pages of a site: the files of its brief in all its languages, scanned before they are written."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from briefgen import html
from briefgen.commands.options import Order
from briefgen.commands.prepare import Prepared, prepare, refused
from briefgen.commands.publish.record import paths_of
from briefgen.commands.redline import compared
from briefgen.commands.render import produce
from briefgen.commands.scan import guarding, told
from briefgen.core.diagnostic import Diagnostic, in_order, warning
from briefgen.document import Document, Inlines, plain
from briefgen.exhibits import Words
from briefgen.html.page import Beside, Neighbour
from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookups
from briefgen.io.read import SCENARIO
from briefgen.locale import load as load_locale
from briefgen.markup.model import Citation
from briefgen.model.marking import Scheme, scheme_of
from briefgen.model.scenario import Scenario
from briefgen.model.walk import given_markings
from briefgen.release import MANIFEST, THEME
from briefgen.release.attached import MOST_PDF, Attachments, read_attachments
from briefgen.release.scan import scan
from briefgen.site.model import MARK, Copy, Edition, Entry, Say, Version
from briefgen.site.pages import link
from briefgen.site.search import statements


class Publication(msgspec.Struct, frozen=True):
    """What was asked for."""

    site: Path
    order: Order
    """How each brief is made. Its formats are those that lie beside each page; `audience` is the site's."""
    title: str = ""
    """Empty: as the site was called before, or by default."""
    lang: str = ""
    """Of the site's own words; empty: as before, or the first scenario's."""


class Published(msgspec.Struct, frozen=True):
    """What became of the briefs of a site."""

    made: int = 0
    """Made in this run."""
    same: int = 0
    """Named, and as they were."""
    kept: int = 0
    """Not named, and kept."""

    def told(self) -> str:
        """In a line."""
        parts = (f"{self.made} made", f"{self.same} unchanged", f"{self.kept} not named" if self.kept else "")
        every = self.made + self.same + self.kept
        return f"{every} brief{'' if every == 1 else 's'}: {', '.join(filter(None, parts))}."


# What the edition before said. Its PDF lies in the site, and carries all that its brief used, for the same
# readers.


def carried_by(world: World, site: Path, version: Version | None) -> Attachments | None:
    """What the PDF of an edition carries; None where there is none of ours."""
    path = next((copy.path for copy in version.copies if copy.form == "pdf"), "") if version else ""
    data = world.read_bytes(site / path, MOST_PDF) if path else None
    found = read_attachments(data, path) if isinstance(data, bytes) else None
    return None if isinstance(found, Diagnostic) else found


def changed(before: Attachments, now: Prepared, order: Order) -> Document | None:
    """What changed since then, as a brief with insertions and deletions; None where that cannot be told."""
    with TemporaryDirectory(prefix="briefgen-") as name:
        world = World(Path(name), Path(name))
        if world.write_together({Path(file): data for file, data in before.files.items()}):
            return None
        both, _faults = compared(world, Path(SCENARIO), order, now)
        return both.document if both else None


def is_said_alike(before: Attachments, now: Prepared) -> bool:
    """Whether a brief is made of the same words as one that was published: whatever made it, and however it looks."""
    then = {name: data for name, data in before.files.items() if name not in (MANIFEST, THEME)}
    return then == {each.name: each.data for each in now.carried() if each.name not in (MANIFEST, THEME)}


# The last look at what gets into a site: nothing that a scenario withholds from its readers stands in its
# pages, in what the lists say of it, or in an edition that went out when less was withheld.
#
# PDF and DOCX are looked through where they are made (`produce`). The lists of the site are made of the entries
# alone.

_MOST = 256 << 20
"""Bytes of a file in a site."""


def leaks(
    world: World, site: Path, order: Order, made: Mapping[str, Prepared], pages: Mapping[str, bytes], entry: Entry
) -> list[Diagnostic]:
    """An error for each thing found. `made`: the brief by language; `pages`: of the edition that is made now."""
    if all(each.whole == each.loaded.scenario for each in made.values()):
        return []
    first, *_others = made.values()
    number = first.loaded.scenario.edition.number
    guards = {lang: guarding(each, order, tuple(_said_beside(entry, lang))) for lang, each in made.items()}
    out: list[Diagnostic] = []
    for edition in entry.editions:
        for version in edition.versions:
            # An older edition may be there in a language that the scenario has no longer.
            guard = guards.get(version.lang, guards[first.rendering.lang])
            if edition.number == number:
                files = {path: pages[path] for path in paths_of(version) if path in pages}
                out += told(scan({**files, f"{entry.name}/index.json": msgspec.json.encode(entry)}, guard))
            else:
                older, unread = _read(world, site, paths_of(version))
                out += _of_older(world, site, [*unread, *told(scan(older, guard))], edition, entry)
    return out


def _read(world: World, site: Path, paths: Sequence[str]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The files, and an error for each that cannot be read: nobody knows what it holds."""
    found = {path: world.read_bytes(site / path, _MOST) for path in paths}
    unread = [_unread(each) for each in found.values() if isinstance(each, Diagnostic)]
    return {path: data for path, data in found.items() if isinstance(data, bytes)}, unread


def _unread(fault: Diagnostic) -> Diagnostic:
    message = f"{fault.message} So nobody can say whether it holds what is withheld from its readers."
    return replace(fault, code="brief-not-scanned", severity="error", message=message)


def _of_older(
    world: World, site: Path, found: Sequence[Diagnostic], edition: Edition, entry: Entry
) -> Iterator[Diagnostic]:
    """The author alone can say whether an edition is to be withdrawn."""
    folder = world.shown(site / entry.name / str(edition.number))
    withdraw = f"To withdraw that one, delete {folder} and publish again."
    for each in found:
        first = "Make the file readable: it was" if each.code == "brief-not-scanned" else "It was"
        yield replace(each, hint=f"{first} released in edition {edition.number}. {withdraw}")


def _said_beside(entry: Entry, lang: str) -> Iterator[str]:
    """What links between pages say, which is no word of the scenario: languages, sizes and days."""
    say = Say(lang)
    yield "index.html index.json"
    for edition in entry.editions:
        yield from (edition.date, say.date(edition.date), say.edition(edition.number))
        for version in edition.versions:
            yield say.language(version.lang)
            yield from (text for copy in version.copies for text in (copy.path, say.size(copy.size)))


# One scenario → the files of its brief, in all its languages, beside the site that they go into.

_ = str  # marks interface messages; they are translated where they are shown


class Readership(msgspec.Struct, frozen=True):
    """Whom a scenario means by the audience of the site."""

    label: str
    """The highest marking that they may see."""
    texts: dict[str, str]
    """How pages say it, by language."""
    colour: str
    lang: str
    """Of the scenario."""


class Made(msgspec.Struct, frozen=True):
    """What was made of one scenario; no entry where it is not fit to be published."""

    name: str
    entry: Entry | None
    readers: Readership | None
    diagnostics: list[Diagnostic]
    files: dict[str, bytes]
    """By their paths in the site."""
    lookups: Lookups
    """What it was made from."""


class _Faulty(Exception):  # noqa: N818  (it is no fault of ours)
    """It is not fit to be published, as `diagnostics` say."""


def make(world: World, file: Path, name: str, asked: Publication, before: Entry | None) -> Made:
    """Makes the files of the newest edition. `before`: the brief as it is in the site."""
    lookups = Lookups()
    making = _Making(world.recording(lookups), file, name, asked, before)
    try:
        entry, readers = making.entry()
    except _Faulty:
        return Made(name, None, None, in_order(making.diagnostics), {}, lookups)
    return Made(name, entry, readers, in_order(making.diagnostics), making.put, lookups)


class _Making:
    def __init__(self, world: World, file: Path, name: str, asked: Publication, before: Entry | None) -> None:
        self.world = world
        self.file = file
        self.name = name
        self.asked = asked
        self.before = before
        self.diagnostics: list[Diagnostic] = []
        self.put: dict[str, bytes] = {}

    def entry(self) -> tuple[Entry, Readership]:
        """The brief, all files of its newest edition made."""
        first = self.prepared("")
        scenario = first.loaded.scenario
        edition, scheme = scenario.edition, scheme_of(scenario)
        given = tuple(dict.fromkeys((first.rendering.lang, *scenario.title.texts)))
        prepared = {lang: first if lang == first.rendering.lang else self.prepared(lang) for lang in given}
        older = tuple(each for each in self.before.editions if each.number != edition.number) if self.before else ()
        then = max((each for each in older if each.number < edition.number), key=lambda each: each.number, default=None)
        self.look(first)
        versions = []
        for lang, made in prepared.items():
            stem = self.name if lang == scenario.language else f"{self.name}-{lang}"
            versions.append(self.version(made, f"{self.name}/{edition.number}", stem, given, then))
        date = edition.date or scenario.as_of
        step = scheme.step(scheme.highest(given_markings(scenario)))
        running = first.brief.document.running
        now = Edition(
            edition.number, date.isoformat() if date else "", edition.status, running.marking,
            step.colour if step else MARK, tuple(versions),
        )  # fmt: skip
        editions = sorted((now, *older), key=lambda each: -each.number)
        done = Entry(self.name, (editions[0], *map(_not_searched, editions[1:])))
        self.scan(done, prepared)
        return done, _readership(scenario, scheme, self.asked.order.audience)

    def prepared(self, lang: str) -> Prepared:
        """The brief in one language; empty: in its own."""
        made, found = prepare(self.world, self.file, replace(self.asked.order, lang=lang))
        self.told([self.still_out(each) for each in found] if self.before else found)
        if made is None:
            raise _Faulty
        return made

    def still_out(self, fault: Diagnostic) -> Diagnostic:
        """A fault with what stands in the site all the same: of a brief that its readers may see no longer, they can
        read what was published when they might."""
        if fault.code != "nothing-released":
            return fault
        folder = self.world.shown(self.asked.site / self.name)
        hint = (
            f"What was published of it is still in the site: to withdraw that, delete {folder} and publish the others."
        )
        return replace(fault, hint=f"{hint} {fault.hint}".rstrip())

    def told(self, found: Sequence[Diagnostic]) -> None:
        """Takes note of what was found, and goes no further where that forbids it."""
        self.diagnostics += found
        if refused(list(found), self.asked.order):
            raise _Faulty

    def look(self, made: Prepared) -> None:
        """What its authors should know before it goes out."""
        edition = made.loaded.scenario.edition
        where = made.loaded.files[0].name
        if edition.status == "draft":
            message = f"Edition {edition.number} is a draft, and would be published as one."
            hint = "Write `status: cleared` when it is approved; each page then loses the word “Draft”."
            self.told([warning("draft-published", message, file=where, hint=hint)])
        was = (
            next((each for each in self.before.editions if each.number == edition.number), None)
            if self.before
            else None
        )
        if was is None or was.status == "draft":
            return
        carried = carried_by(self.world, self.asked.site, was.version(made.rendering.lang))
        if carried and not is_said_alike(carried, made):
            message = f"Edition {edition.number} is published already, and says something else."
            hint = (
                "Give it the next number, with `changes`, so that readers see what is new; the old one stays beside it."
            )
            self.told([warning("edition-changed", message, file=where, hint=hint)])

    def version(self, made: Prepared, folder: str, stem: str, langs: Sequence[str], then: Edition | None) -> Version:
        """The files of one language."""
        order, lang = self.asked.order, made.rendering.lang
        scenario, words = made.loaded.scenario, Words(load_locale(lang), lang)
        data, found = produce(self.world, made, order)
        self.told(found)
        beside = [(form, f"{stem}.{form}", data[form]) for form in order.formats if form in data]
        others = {each: f"{self.name}.html" if each == scenario.language else f"{self.name}-{each}.html"
                  for each in langs if each != lang}  # fmt: skip
        links = _links(lang, [(form, name, len(each)) for form, name, each in beside], others)
        page = html.write(made.brief.document, made.theme, links)
        copies = [Copy("html", f"{folder}/{stem}.html", len(page))]
        self.keep(copies[0].path, page)
        for form, name, each in beside:
            copies.append(Copy("pdf" if form == "pdf" else "docx", f"{folder}/{name}", len(each)))
            self.keep(f"{folder}/{name}", each)
        changes = scenario.edition.changes
        return Version(
            lang, _text(words.label(scenario.title)), _text(words.line(scenario.question)),
            tuple(dict.fromkeys(_text(words.label(each)) for each in scenario.topics)), tuple(copies),
            _text(words.line(changes)) if changes else "", self.redline(made, folder, stem, then),
            statements(made.brief.document),
        )  # fmt: skip

    def redline(self, made: Prepared, folder: str, stem: str, then: Edition | None) -> str:
        """The page that shows what changed since the edition before, in the same language."""
        lang = made.rendering.lang
        was = next((each for each in then.versions if each.lang == lang), None) if then else None
        before = carried_by(self.world, self.asked.site, was)
        document: Document | None = changed(before, made, self.asked.order) if before else None
        if document is None:
            return ""
        path = f"{folder}/{stem}-changes.html"
        say, of = Say(lang), document.properties
        title = say.behind(say.text(_("What changed")), of.title)
        document = replace(document, properties=replace(of, title=title))
        self.keep(path, html.write(document, made.theme, _links(lang, [], {lang: f"{stem}.html"})))
        return path

    def keep(self, path: str, data: bytes) -> None:
        """A file of the brief, until it was looked at."""
        self.put[path] = data

    def scan(self, done: Entry, made: Mapping[str, Prepared]) -> None:
        """Goes no further if words that are withheld are in one of the files."""
        self.told(leaks(self.world, self.asked.site, self.asked.order, made, self.put, done))


def _not_searched(edition: Edition) -> Edition:
    return replace(edition, versions=tuple(replace(each, statements=()) for each in edition.versions))


def _text(inlines: Inlines) -> str:
    return " ".join(plain(each for each in inlines if not isinstance(each, Citation)).split())


def _links(lang: str, beside: Sequence[tuple[str, str, int]], others: dict[str, str]) -> Beside:
    """From the page of a brief to all others, to its files, and to what stands for it in another language. A page of
    changes leads to the brief itself."""
    say = Say(lang)
    out = [
        Neighbour(say.text(_("All briefs")), "../../index.html"),
        Neighbour(say.text(_("All editions")), "../index.html"),
        *(Neighbour(f"{say.form(form)}, {say.size(size)}", link(name)) for form, name, size in beside),
    ]
    for other, name in others.items():
        same = other == lang
        out.append(
            Neighbour(say.text(_("Web page")) if same else say.language(other), link(name), "" if same else other)
        )
    return Beside(say.text(_("This brief")), tuple(out))


def _readership(scenario: Scenario, scheme: Scheme, name: str) -> Readership:
    audience = next(each for each in scenario.audiences if each.id == name)
    step = scheme.step(audience.marking)
    texts = dict(step.text.texts) if step and step.text else {}
    return Readership(audience.marking, texts, step.colour if step else MARK, scenario.language)
