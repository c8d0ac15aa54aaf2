"""One scenario as pages of a site: the files of its brief in all its languages, scanned for what is withheld."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from briefgen import html
from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import Prepared, prepare
from briefgen.commands.publish.record import paths_of
from briefgen.commands.redline import compare_with
from briefgen.commands.render import produce
from briefgen.commands.scan import guard_for, reported_leaks
from briefgen.core.diagnostic import Diagnostic, warning
from briefgen.core.report import Report
from briefgen.document import Document, Inlines, plain
from briefgen.exhibits import Words
from briefgen.html.page import PageLink, PageLinks
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
from briefgen.site.model import DEFAULT_MARKING_COLOUR, Copy, Edition, Entry, Messages, Version, keys
from briefgen.site.pages import link
from briefgen.site.search import statements


class SiteOptions(msgspec.Struct, frozen=True):
    """How a site is made."""

    site: Path
    render: RenderOptions
    """How each brief is made. Its formats are those of the downloads of each page; `audience` is the site's."""
    title: str = ""
    """Empty: as before, or the default."""
    lang: str = ""
    """Of the site's own text; empty: as before, or the first scenario's."""


class Published(msgspec.Struct, frozen=True):
    """How many briefs of a site were made, are unchanged, or were not named in this run."""

    made: int = 0
    unchanged: int = 0
    not_named: int = 0

    @property
    def summary(self) -> str:
        """“3 briefs: 1 made, 2 unchanged.”"""
        parts = (
            f"{self.made} made", f"{self.unchanged} unchanged", f"{self.not_named} not named" if self.not_named else ""
        )  # fmt: skip
        every = self.made + self.unchanged + self.not_named
        return f"{every} brief{'' if every == 1 else 's'}: {', '.join(filter(None, parts))}."


# The edition before, from the files attached to its PDF in the site.


def attached_to(world: World, site: Path, version: Version | None) -> Attachments | None:
    """The files attached to the PDF of an edition; None if there is none that briefgen made."""
    path = next((copy.path for copy in version.copies if copy.form == "pdf"), "") if version else ""
    data = world.read_bytes(site / path, MOST_PDF) if path else None
    found = read_attachments(data, path) if isinstance(data, bytes) else None
    return None if isinstance(found, Diagnostic) else found


def changes(before: Attachments, now: Prepared, options: RenderOptions) -> Document | None:
    """What changed since then, as a brief with insertions and deletions; None if they cannot be compared."""
    with TemporaryDirectory(prefix="briefgen-") as name:
        world = World(Path(name), Path(name))
        if world.write_together({Path(file): data for file, data in before.files.items()}):
            return None
        compared = compare_with(Report(), world, Path(SCENARIO), options, now)
        return compared.document if compared else None


def has_same_text(before: Attachments, now: Prepared) -> bool:
    """Whether a brief has the same text as one that was published, whatever its theme and the version of briefgen."""
    then = {name: data for name, data in before.files.items() if name not in (MANIFEST, THEME)}
    return then == {each.name: each.data for each in now.attachments() if each.name not in (MANIFEST, THEME)}


# The scan of what is published: nothing that a scenario withholds from the audience may be in its pages, in the
# lists of the site, or in an earlier edition, which was published when less was withheld.
#
# PDF and DOCX are scanned where they are made (`produce`). The lists of the site are made of the entries alone.

_MOST_BYTES = 256 << 20
"""Of a file in a site."""


def leaks(
    world: World, options: SiteOptions, made: Mapping[str, Prepared], pages: Mapping[str, bytes], entry: Entry
) -> list[Diagnostic]:
    """An error for each leak. `made`: the brief by language; `pages`: the pages of the edition that is made now."""
    if all(each.whole == each.loaded.scenario for each in made.values()):
        return []
    first, *_others = made.values()
    number = first.loaded.scenario.edition.number
    guards = {
        lang: guard_for(each, options.render, tuple(_link_text(entry, lang)), keys()) for lang, each in made.items()
    }  # fmt: skip
    out: list[Diagnostic] = []
    for edition in entry.editions:
        for version in edition.versions:
            # An older edition may be in a language that the scenario no longer has.
            guard = guards.get(version.lang, guards[first.rendering.lang])
            if edition.number == number:
                files = {path: pages[path] for path in paths_of(version) if path in pages}
                files[f"{entry.name}/index.json"] = msgspec.json.encode(entry)
                out += reported_leaks(scan(files, guard))
            else:
                found = Report()
                older = _read(found, world, options.site, paths_of(version))
                found.extend(reported_leaks(scan(older, guard)))
                out += _of_older(world, options.site, found, edition, entry)
    return out


def _read(report: Report, world: World, site: Path, paths: Sequence[str]) -> dict[str, bytes]:
    """The files; an error for each that cannot be read, since it may contain anything."""
    out: dict[str, bytes] = {}
    for path in paths:
        data = world.read_bytes(site / path, _MOST_BYTES)
        if isinstance(data, Diagnostic):
            message = f"{data.message} So nobody can say whether it holds what is withheld from its readers."
            report.add(replace(data, code="brief-not-scanned", severity="error", message=message))
        else:
            out[path] = data
    return out


def _of_older(
    world: World, site: Path, found: Iterable[Diagnostic], edition: Edition, entry: Entry
) -> Iterator[Diagnostic]:
    """Leaks in an older edition: only the author can decide whether it is withdrawn."""
    folder = world.shown(site / entry.name / str(edition.number))
    withdraw = f"To withdraw that one, delete {folder} and publish again."
    for each in found:
        first = "Make the file readable: it was" if each.code == "brief-not-scanned" else "It was"
        yield replace(each, hint=f"{first} released in edition {edition.number}. {withdraw}")


def _link_text(entry: Entry, lang: str) -> Iterator[str]:
    """The text of links between pages, which is not from the scenario: languages, sizes and dates."""
    say = Messages(lang)
    yield "index.html index.json"
    for edition in entry.editions:
        yield from (edition.date, say.date(edition.date), say.edition(edition.number))
        for version in edition.versions:
            yield say.language(version.lang)
            yield from (text for copy in version.copies for text in (copy.path, say.size(copy.size)))


# One scenario → the files of its brief, in all its languages.

_ = str  # marks interface messages; they are translated where they are shown


class SiteAudience(msgspec.Struct, frozen=True):
    """The audience of the site, as a scenario defines it."""

    label: str
    """The highest marking that they may see."""
    texts: dict[str, str]
    """The text of this marking on pages, by language."""
    colour: str
    lang: str
    """Of the scenario."""


class Made(msgspec.Struct, frozen=True):
    """What was made of one scenario; without an entry if it cannot be published."""

    name: str
    entry: Entry | None
    audience: SiteAudience | None
    diagnostics: list[Diagnostic]
    files: dict[str, bytes]
    """By their paths in the site."""
    lookups: Lookups
    """What it was made from."""


class _Rejected(Exception):  # noqa: N818  (it is not a bug)
    """The brief cannot be published, for reasons that are in the report."""


def make(world: World, file: Path, name: str, options: SiteOptions, before: Entry | None) -> Made:
    """Makes the files of the newest edition. `before`: the brief as it is in the site."""
    lookups = Lookups()
    making = _Making(world.recording(lookups), file, name, options, before)
    entry, audience = None, None
    try:
        entry, audience = making.entry()
    except _Rejected:
        making.files = {}
    making.report.sort()
    return Made(name, entry, audience, list(making.report), making.files, lookups)


class _Making:
    def __init__(self, world: World, file: Path, name: str, options: SiteOptions, before: Entry | None) -> None:
        self.world = world
        self.file = file
        self.name = name
        self.options = options
        self.before = before
        self.report = Report()
        self.files: dict[str, bytes] = {}

    def entry(self) -> tuple[Entry, SiteAudience]:
        """Makes all files of the newest edition, and the entry of the brief in the lists."""
        first = self.prepared("")
        scenario = first.loaded.scenario
        edition, scheme = scenario.edition, scheme_of(scenario)
        given = tuple(dict.fromkeys((first.rendering.lang, *scenario.title.texts)))
        prepared = {lang: first if lang == first.rendering.lang else self.prepared(lang) for lang in given}
        older = tuple(each for each in self.before.editions if each.number != edition.number) if self.before else ()
        then = max((each for each in older if each.number < edition.number), key=lambda each: each.number, default=None)
        self.check_edition(first)
        versions = []
        for lang, made in prepared.items():
            stem = self.name if lang == scenario.language else f"{self.name}-{lang}"
            versions.append(self.version(made, f"{self.name}/{edition.number}", stem, given, then))
        date = edition.date or scenario.as_of
        step = scheme.step(scheme.highest(given_markings(scenario)))
        running = first.brief.document.running
        newest = Edition(
            edition.number, date.isoformat() if date else "", edition.status, running.marking,
            step.colour if step else DEFAULT_MARKING_COLOUR, tuple(versions),
        )  # fmt: skip
        editions = sorted((newest, *older), key=lambda each: -each.number)
        entry = Entry(self.name, (editions[0], *map(_not_searched, editions[1:])))
        self.add(leaks(self.world, self.options, prepared, self.files, entry))
        return entry, _site_audience(scenario, scheme, self.options.render.audience)

    def prepared(self, lang: str) -> Prepared:
        """The brief in one language; empty: in its own."""
        found = Report()
        made = prepare(found, self.world, self.file, replace(self.options.render, lang=lang))
        self.add([self.with_published(each) for each in found] if self.before else list(found))
        if made is None:
            raise _Rejected
        return made

    def with_published(self, fault: Diagnostic) -> Diagnostic:
        """A diagnostic with a note on what is still in the site, of a brief that the audience may no longer see."""
        if fault.code != "nothing-released":
            return fault
        folder = self.world.shown(self.options.site / self.name)
        hint = (
            f"What was published of it is still in the site: to withdraw that, delete {folder} and publish the others."
        )
        return replace(fault, hint=f"{hint} {fault.hint}".rstrip())

    def add(self, found: Sequence[Diagnostic]) -> None:
        """Reports diagnostics, and stops if they keep the brief from being published."""
        self.report.extend(found)
        if Report(found).fails(self.options.render.strict):
            raise _Rejected

    def check_edition(self, made: Prepared) -> None:
        """Reports a draft, and an edition that was published with another text."""
        edition = made.loaded.scenario.edition
        where = made.loaded.files[0].name
        if edition.status == "draft":
            message = f"Edition {edition.number} is a draft, and would be published as one."
            hint = "Write `status: cleared` when it is approved; each page then loses the word “Draft”."
            self.add([warning("draft-published", message, file=where, hint=hint)])
        editions = self.before.editions if self.before else ()
        was = next((each for each in editions if each.number == edition.number), None)
        if was is None or was.status == "draft":
            return
        published = attached_to(self.world, self.options.site, was.version(made.rendering.lang))
        if published and not has_same_text(published, made):
            message = f"Edition {edition.number} is published already, and says something else."
            hint = (
                "Give it the next number, with `changes`, so that readers see what is new; the old one stays beside it."
            )
            self.add([warning("edition-changed", message, file=where, hint=hint)])

    def version(self, made: Prepared, folder: str, stem: str, langs: Sequence[str], then: Edition | None) -> Version:
        """The files of one language."""
        options, lang = self.options.render, made.rendering.lang
        scenario, words = made.loaded.scenario, Words(load_locale(lang), lang)
        found = Report()
        data = produce(found, self.world, made, options)
        self.add(list(found))
        downloads = [(form, f"{stem}.{form}", data[form]) for form in options.formats if form in data]
        others = {each: f"{self.name}.html" if each == scenario.language else f"{self.name}-{each}.html"
                  for each in langs if each != lang}  # fmt: skip
        links = _links(lang, [(form, name, len(each)) for form, name, each in downloads], others)
        page = html.write(made.brief.document, made.theme, links)
        copies = [Copy("html", f"{folder}/{stem}.html", len(page))]
        self.files[copies[0].path] = page
        for form, name, each in downloads:
            copies.append(Copy("pdf" if form == "pdf" else "docx", f"{folder}/{name}", len(each)))
            self.files[f"{folder}/{name}"] = each
        changed = scenario.edition.changes
        return Version(
            lang, _text(words.label(scenario.title)), _text(words.line(scenario.question)),
            tuple(dict.fromkeys(_text(words.label(each)) for each in scenario.topics)), tuple(copies),
            _text(words.line(changed)) if changed else "", self.redline(made, folder, stem, then),
            statements(made.brief.document),
        )  # fmt: skip

    def redline(self, made: Prepared, folder: str, stem: str, then: Edition | None) -> str:
        """The page that shows what changed since the edition before, in the same language."""
        lang = made.rendering.lang
        was = next((each for each in then.versions if each.lang == lang), None) if then else None
        before = attached_to(self.world, self.options.site, was)
        document = changes(before, made, self.options.render) if before else None
        if document is None:
            return ""
        path = f"{folder}/{stem}-changes.html"
        say, of = Messages(lang), document.properties
        title = say.with_label(say.text(_("What changed")), of.title)
        document = replace(document, properties=replace(of, title=title))
        self.files[path] = html.write(document, made.theme, _links(lang, [], {lang: f"{stem}.html"}))
        return path


def _not_searched(edition: Edition) -> Edition:
    return replace(edition, versions=tuple(replace(each, statements=()) for each in edition.versions))


def _text(inlines: Inlines) -> str:
    return " ".join(plain(each for each in inlines if not isinstance(each, Citation)).split())


def _links(lang: str, downloads: Sequence[tuple[str, str, int]], others: dict[str, str]) -> PageLinks:
    """The links from the page of a brief to the lists, its downloads, and its pages in other languages; from a page of
    changes, to the brief."""
    say = Messages(lang)
    out = [
        PageLink(say.text(_("All briefs")), "../../index.html"),
        PageLink(say.text(_("All editions")), "../index.html"),
        *(PageLink(f"{say.form(form)}, {say.size(size)}", link(name)) for form, name, size in downloads),
    ]
    for other, name in others.items():
        same = other == lang
        out.append(
            PageLink(say.text(_("Web page")) if same else say.language(other), link(name), "" if same else other)
        )
    return PageLinks(say.text(_("This brief")), tuple(out))


def _site_audience(scenario: Scenario, scheme: Scheme, name: str) -> SiteAudience:
    audience = next(each for each in scenario.audiences if each.id == name)
    step = scheme.step(audience.marking)
    texts = dict(step.text.texts) if step and step.text else {}
    return SiteAudience(audience.marking, texts, step.colour if step else DEFAULT_MARKING_COLOUR, scenario.language)
