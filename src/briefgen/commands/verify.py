"""Whether the PDF of a brief still matches its source files, and these match the sources."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

import msgspec

from briefgen import pdf
from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import Prepared, prepare
from briefgen.core.diagnostic import Diagnostic, Finding, error, warning
from briefgen.core.report import Report
from briefgen.document import plain
from briefgen.evidence import Checked, Texts, check_quotes, find_texts
from briefgen.evidence.lock import Lock, read_lock
from briefgen.exhibits import Words
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.layout import paginate
from briefgen.locale import load as load_locale
from briefgen.markup.model import Prose
from briefgen.model.evidence import Fact
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.release import Manifest
from briefgen.release.attached import MOST_PDF, Attachments, read_attachments
from briefgen.release.bundle import LEFT_OUT
from briefgen.release.compare import difference, first_difference, tagged_words
from briefgen.release.manifest import State, this_build

Text: TypeAlias = Literal["same", "as-locked", "changed", "absent", "unknown"]


class QuotesNow(msgspec.Struct, frozen=True):
    """The quotes of one source in the brief, as they are today."""

    source: str
    quotes: int
    found: int
    """How many are in its text, or are recorded as verified."""
    text: Text
    """Compared with the text when the brief was made. `as-locked`: known only from the record of its last verification;
    `absent`: neither text nor record is available; `unknown`: neither was available then."""


def quotes_now(
    report: Report,
    world: World,
    brief: Loaded,
    name: str,
    manifest: Manifest,
    scenario: Path | None,
    texts: Sequence[Path],
) -> tuple[QuotesNow, ...]:
    """The quotes of a brief as they are today. Reports what has changed since it was made."""
    printed = {fact.id: fact for fact in brief.scenario.facts if all(e.quote != LEFT_OUT for e in fact.evidence)}
    current, lock = brief, None
    found = Report()
    if scenario:
        loaded, faults = load(world, scenario)
        errors = [fault for fault in faults if fault.severity == "error"]
        if loaded is None:
            report.extend(errors)
            return ()
        found, current = Report(errors), loaded
        lock = read_lock(found, world.around(loaded.folder / SCENARIO), loaded.folder)
        found.extend(current.placed(_changes(printed, loaded.scenario, manifest.rendering.lang)))
        known = {fact.id for fact in loaded.scenario.facts}
        found.extend(_removed(fact, name, world.shown(scenario)) for fact in printed if fact not in known)
    available = find_texts(world, current, texts)
    facts = tuple(fact for fact in current.scenario.facts if fact.id in printed)
    checked = check_quotes(msgspec.structs.replace(current.scenario, facts=facts), available.of, lock)
    lost = [finding for finding in checked.findings if finding.code.startswith("quote-")]
    found.extend(current.placed(lost) if scenario else [_of_brief(finding, name) for finding in lost])
    now = tuple(_by_source(checked, available, lock, manifest))
    found.extend(_text_changed(each, name) for each in now if each.text == "changed")
    found.sort()
    report.extend(found)
    return now


def _changes(printed: Mapping[str, Fact], scenario: Scenario, lang: str) -> Iterator[Finding]:
    """A finding for each fact with another statement or another passage today than in the brief."""
    for fact in scenario.facts:
        before = printed.get(fact.id)
        if before is None:
            continue
        said = before.statement.texts
        if LEFT_OUT not in said.values() and _in_languages(fact.statement, said) != said:
            yield Finding(
                "fact-changed", f"facts.{fact.id}.statement", f"The brief states `{fact.id}` in other words.",
                "Render the brief anew, so that its readers have the words of today.", severity="warning",
            )  # fmt: skip
        if [(e.source, e.quote) for e in before.evidence] != [(e.source, e.quote) for e in fact.evidence]:
            yield Finding(
                "fact-changed", f"facts.{fact.id}.evidence", f"The brief has other passages for `{fact.id}`.",
                "Render the brief anew, so that its readers have the passages of today.", severity="warning",
            )  # fmt: skip


def _in_languages(prose: Prose, languages: Mapping[str, str]) -> dict[str, str]:
    return {lang: text for lang, text in prose.texts.items() if lang in languages}


def _removed(fact: str, name: str, scenario: str) -> Diagnostic:
    return warning(
        "fact-changed", f"The brief states `{fact}`, which {scenario} no longer does.", file=name,
        hint="Render the brief anew, or tell its readers that it was withdrawn.",
    )  # fmt: skip


def _of_brief(finding: Finding, name: str) -> Diagnostic:
    """The diagnostic for a quote of the brief itself, which has no position in a file."""
    fact = finding.path.split(".")[1]
    return Diagnostic(finding.severity, finding.code, f"`{fact}`: {finding.message}", file=name)


def _text_changed(now: QuotesNow, name: str) -> Diagnostic:
    lost = now.quotes - now.found
    stand = "stands" if lost == 1 else "stand"
    quotes = f"{lost} of its {now.quotes} quotes no longer {stand} in it" if lost else "all quotes still stand in it"
    message = f"The text of `{now.source}` is another one than when the brief was made: {quotes}."
    hint = "If the new text is meant, run `briefgen lock` and render the brief anew."
    return (error if lost else warning)("text-changed", message, file=name, hint=hint)


def _by_source(checked: Checked, available: Texts, lock: Lock | None, manifest: Manifest) -> Iterator[QuotesNow]:
    for source, each in checked.statuses.items():
        then = manifest.verification.sources.get(source)
        here, locked = available.of.get(source), lock.sources.get(source) if lock else None
        now = here.text.sha256 if here else locked.sha256 if locked else ""
        text: Text
        if not now:
            text = "absent"
        elif not then or not then.sha256:
            text = "unknown"
        elif then.sha256 != now:
            text = "changed"
        else:
            text = "same" if here else "as-locked"
        yield QuotesNow(source, each.quotes, each.quotes - each.unverified, text)


# The PDF compared with the one that its source files make.

Content: TypeAlias = Literal["same-bytes", "same-content", "same-words", "differs", "not-compared"]
"""`same-words` and `not-compared` are for a PDF of another build, whose bytes cannot be compared."""


class QuotesThen(msgspec.Struct, frozen=True):
    """How far the quotes of a source were verified when the brief was made, by its manifest."""

    source: str
    quotes: int
    state: State
    unverified: int
    day: str
    """ISO 8601; empty if the text was available, or never was."""


class Verified(msgspec.Struct, frozen=True):
    """The result for the PDF of a brief."""

    title: str
    edition: int
    manifest: Manifest
    content: Content
    then: tuple[QuotesThen, ...]
    now: tuple[QuotesNow, ...]
    """By source; empty if neither a scenario nor texts were named."""


def verify_brief(
    report: Report, world: World, file: Path, scenario: Path | None = None, texts: Sequence[Path] = ()
) -> Verified | None:
    """Renders a PDF again from the files attached to it, and compares it; looks up its quotes in `texts`, or in the
    `scenario` as it is today. None for a PDF without attached files, or with other files than were attached to it."""
    data = world.read_bytes(file, MOST_PDF)
    if isinstance(data, Diagnostic):
        report.add(data)
        return None
    name = world.shown(file)
    found = read_attachments(data, name)
    if isinstance(found, Diagnostic):
        report.add(found)
        return None
    with TemporaryDirectory(prefix="briefgen-") as folder:
        faults = Report()
        made = _rendered_again(faults, found, Path(folder))
        if made is None:
            report.add(_cannot_render(found, faults.errors, name))
            return None
        content = _compared(report, data, made, found.manifest, name)
        now: tuple[QuotesNow, ...] = ()
        if scenario or texts:
            now = quotes_now(report, world, made.loaded, name, found.manifest, scenario, texts)
    then = tuple(
        QuotesThen(source, each.quotes, each.state, each.unverified, each.day.isoformat() if each.day else "")
        for source, each in found.manifest.verification.sources.items()
    )
    title = plain(Words(load_locale(made.rendering.lang), made.rendering.lang).label(made.loaded.scenario.title))
    return Verified(title, made.loaded.scenario.edition.number, found.manifest, content, then, now)


def _rendered_again(report: Report, found: Attachments, folder: Path) -> Prepared | None:
    world = World(folder, folder)
    if faults := world.write_together({Path(name): data for name, data in found.files.items()}):
        report.extend(faults)
        return None
    return prepare(report, world, Path(SCENARIO), RenderOptions())


def _cannot_render(found: Attachments, errors: Sequence[Diagnostic], name: str) -> Diagnostic:
    why = f" ({errors[0].where}: {errors[0].message})" if errors else ""
    if found.manifest.build != this_build():
        message = f"{_made_with(found.manifest)} This version cannot make a brief of the files that it carries{why}."
        return error("other-version", message, file=name, hint=f"Verify it with briefgen {found.manifest.build.name}.")
    return error("content-differs", f"No brief can be made of the files that {name} carries{why}.", file=name)


def _compared(report: Report, data: bytes, made: Prepared, manifest: Manifest, name: str) -> Content:
    """Only if the same build made both is a difference a change by somebody."""
    pages = paginate(made.brief.document, made.theme, made.rendering.page)
    again = pdf.paint(made.brief.document, made.theme, pages, made.attachments(manifest.build))
    if data == again:
        return "same-bytes"
    differs = difference(data, again)
    if differs is None:
        return "same-content"
    if manifest.build != this_build():
        return _by_words(report, data, again, manifest, name)
    listed = ", ".join(map(str, differs.pages[:10])) + (" …" if len(differs.pages) > 10 else "")
    where = f"page {listed}" if len(differs.pages) == 1 else f"pages {listed}"
    message = (
        f"What stands on {where} is not what the files make that the PDF carries." if differs.pages
        else "The pages are those that the files make that the PDF carries, but the rest of it is not."
    )  # fmt: skip
    hint = "Someone changed it after it was rendered, or saved it with another program. Ask for the brief as it was."
    report.add(error("content-differs", message, file=name, hint=hint))
    return "differs"


def _by_words(report: Report, data: bytes, again: bytes, manifest: Manifest, name: str) -> Content:
    """Two builds may lay out the same words differently, so that neither bytes nor pages can be compared."""
    made_with = _made_with(manifest)
    given, made = tagged_words(data), tagged_words(again)
    hint = f"To compare all of it, verify it with briefgen {manifest.build.name}."
    if given is None or made is None:
        message = f"{made_with} Its words cannot be read, so they cannot be compared either."
        report.add(error("other-version", message, file=name, hint=hint))
        return "not-compared"
    apart = first_difference(given, made)
    if apart is None:
        message = f"{made_with} Its words are those of its files; its bytes cannot be compared."
        report.add(Diagnostic("info", "other-version", message, file=name, hint=hint))
        return "same-words"
    message = (
        f"{made_with} Where it says “{apart[0]}”, this version writes “{apart[1]}”. "
        "The reason may be the other version or a change by somebody: this version cannot tell."
    )
    report.add(error("other-version", message, file=name, hint=hint))
    return "not-compared"


def _made_with(manifest: Manifest) -> str:
    other = ", ".join(this_build().differences(manifest.build))
    return f"It was made with {other}; this is briefgen {this_build().name}."
