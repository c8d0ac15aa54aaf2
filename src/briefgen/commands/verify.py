"""Whether the PDF of a brief still says what it was made from, and whether that still says what its sources say."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

import msgspec

from briefgen.commands.formats import write
from briefgen.commands.options import Order
from briefgen.commands.prepare import Prepared, prepare
from briefgen.core.diagnostic import Diagnostic, Finding, error, in_order, warning
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


class Standing(msgspec.Struct, frozen=True):
    """The quotes of one source that the brief prints, today."""

    source: str
    quotes: int
    found: int
    """How many stand in its text, or are as they were verified."""
    text: Text
    """Beside that of the time of the brief. `as-locked`: by the record of its last verification, for it is not at hand;
    `absent`: neither text nor record is at hand; `unknown`: neither was at hand then."""


def today(
    world: World, brief: Loaded, name: str, manifest: Manifest, scenario: Path | None, texts: Sequence[Path]
) -> tuple[tuple[Standing, ...], list[Diagnostic]]:
    """How the quotes of a brief stand, and what has changed since it was made."""
    printed = {fact.id: fact for fact in brief.scenario.facts if all(e.quote != LEFT_OUT for e in fact.evidence)}
    current, lock = brief, None
    diagnostics: list[Diagnostic] = []
    if scenario:
        loaded, faults = load(world, scenario)
        diagnostics += (fault for fault in faults if fault.severity == "error")
        if loaded is None:
            return (), diagnostics
        current = loaded
        lock, faults = read_lock(world.around(loaded.folder / SCENARIO), loaded.folder)
        diagnostics += faults
        diagnostics += current.placed(_changes(printed, loaded.scenario, manifest.rendering.lang))
        known = {fact.id for fact in loaded.scenario.facts}
        diagnostics += [_gone(fact, name, world.shown(scenario)) for fact in printed if fact not in known]
    at_hand = find_texts(world, current, texts)
    kept = tuple(fact for fact in current.scenario.facts if fact.id in printed)
    checked = check_quotes(msgspec.structs.replace(current.scenario, facts=kept), at_hand.of, lock)
    lost = [finding for finding in checked.findings if finding.code.startswith("quote-")]
    diagnostics += current.placed(lost) if scenario else [_told(finding, name) for finding in lost]
    standings = tuple(_standings(checked, at_hand, lock, manifest))
    diagnostics += [_text_changed(each, name) for each in standings if each.text == "changed"]
    return standings, in_order(diagnostics)


def _changes(printed: Mapping[str, Fact], scenario: Scenario, lang: str) -> Iterator[Finding]:
    """The facts that say something else today than in the brief, or by another passage."""
    for fact in scenario.facts:
        before = printed.get(fact.id)
        if before is None:
            continue
        said = before.statement.texts
        if LEFT_OUT not in said.values() and _in(fact.statement, said) != said:
            yield Finding(
                "fact-changed", f"facts.{fact.id}.statement", f"The brief states `{fact.id}` in other words.",
                "Render the brief anew, so that its readers have the words of today.", severity="warning",
            )  # fmt: skip
        if [(e.source, e.quote) for e in before.evidence] != [(e.source, e.quote) for e in fact.evidence]:
            yield Finding(
                "fact-changed", f"facts.{fact.id}.evidence", f"The brief has other passages for `{fact.id}`.",
                "Render the brief anew, so that its readers have the passages of today.", severity="warning",
            )  # fmt: skip


def _in(prose: Prose, languages: Mapping[str, str]) -> dict[str, str]:
    return {lang: text for lang, text in prose.texts.items() if lang in languages}


def _gone(fact: str, name: str, scenario: str) -> Diagnostic:
    return warning(
        "fact-changed", f"The brief states `{fact}`, which {scenario} no longer does.", file=name,
        hint="Render the brief anew, or tell its readers that it was withdrawn.",
    )  # fmt: skip


def _told(finding: Finding, name: str) -> Diagnostic:
    """A finding on a quote of the brief itself, which has no place in a file of today."""
    fact = finding.path.split(".")[1]
    return Diagnostic(finding.severity, finding.code, f"`{fact}`: {finding.message}", file=name)


def _text_changed(standing: Standing, name: str) -> Diagnostic:
    lost = standing.quotes - standing.found
    stand = "stands" if lost == 1 else "stand"
    told = f"{lost} of its {standing.quotes} quotes no longer {stand} in it" if lost else "all quotes still stand in it"
    message = f"The text of `{standing.source}` is another one than when the brief was made: {told}."
    hint = "If the new text is meant, run `briefgen lock` and render the brief anew."
    return (error if lost else warning)("text-changed", message, file=name, hint=hint)


def _standings(checked: Checked, at_hand: Texts, lock: Lock | None, manifest: Manifest) -> Iterator[Standing]:
    for source, each in checked.statuses.items():
        then = manifest.verification.sources.get(source)
        here, locked = at_hand.of.get(source), lock.sources.get(source) if lock else None
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
        yield Standing(source, each.quotes, each.quotes - each.unverified, text)


# Whether the PDF of a brief still says what it was made from, and whether that still says what its sources say.

Content: TypeAlias = Literal["same-bytes", "same-content", "same-words", "differs", "not-compared"]
"""`same-words` and `not-compared` are said of a PDF of another build, whose bytes cannot be compared."""


class Then(msgspec.Struct, frozen=True):
    """How far the quotes of a source were verified when the brief was made, as it says itself."""

    source: str
    quotes: int
    state: State
    unverified: int
    day: str
    """ISO 8601; empty where the text was at hand, or never."""


class Verified(msgspec.Struct, frozen=True):
    """What is known of the PDF of a brief."""

    title: str
    edition: int
    manifest: Manifest
    content: Content
    then: tuple[Then, ...]
    now: tuple[Standing, ...]
    """How the quotes stand today, source by source; nothing where no scenario and no texts were named."""


def verify_brief(
    world: World, pdf: Path, scenario: Path | None = None, texts: Sequence[Path] = ()
) -> tuple[Verified | None, list[Diagnostic]]:
    """Renders a PDF anew from what it carries, and compares; looks its quotes up in `texts`, or in the `scenario` as it
    stands today. Nothing is known of a PDF that carries nothing, or not what was attached to it."""
    data = world.read_bytes(pdf, MOST_PDF)
    if isinstance(data, Diagnostic):
        return None, [data]
    name = world.shown(pdf)
    found = read_attachments(data, name)
    if isinstance(found, Diagnostic):
        return None, [found]
    with TemporaryDirectory(prefix="briefgen-") as folder:
        made, faults = _prepared(found, Path(folder))
        if made is None:
            return None, [_unmade(found, faults, name)]
        content, diagnostics = _compared(data, made, found.manifest, name)
        now: tuple[Standing, ...] = ()
        if scenario or texts:
            now, told = today(world, made.loaded, name, found.manifest, scenario, texts)
            diagnostics += told
    return Verified(_title(made), made.loaded.scenario.edition.number, found.manifest, content, _then(found.manifest),
                    now), diagnostics  # fmt: skip


def _prepared(found: Attachments, folder: Path) -> tuple[Prepared | None, list[Diagnostic]]:
    world = World(folder, folder)
    if faults := world.write_together({Path(name): data for name, data in found.files.items()}):
        return None, faults
    return prepare(world, Path(SCENARIO), Order())


def _unmade(found: Attachments, faults: list[Diagnostic], name: str) -> Diagnostic:
    first = next((fault for fault in faults if fault.severity == "error"), None)
    why = f" ({first.where}: {first.message})" if first else ""
    if found.manifest.build != this_build():
        message = f"{_made_with(found.manifest)} This version cannot make a brief of the files that it carries{why}."
        return error("other-version", message, file=name, hint=f"Verify it with briefgen {found.manifest.build.name}.")
    return error("content-differs", f"No brief can be made of the files that {name} carries{why}.", file=name)


def _compared(data: bytes, made: Prepared, manifest: Manifest, name: str) -> tuple[Content, list[Diagnostic]]:
    """Only where the same build made both is a difference somebody's change."""
    pages = paginate(made.brief.document, made.theme, made.rendering.page)
    carried = made.carried(manifest.build)
    anew = write(made.brief.document, made.theme, made.rendering.page, ("pdf",), pages, carried)["pdf"]
    if data == anew:
        return "same-bytes", []
    differs = difference(data, anew)
    if differs is None:
        return "same-content", []
    if manifest.build != this_build():
        return _by_words(data, anew, manifest, name)
    listed = ", ".join(map(str, differs.pages[:10])) + (" …" if len(differs.pages) > 10 else "")
    where = f"page {listed}" if len(differs.pages) == 1 else f"pages {listed}"
    message = (
        f"What stands on {where} is not what the files make that the PDF carries." if differs.pages
        else "The pages are those that the files make that the PDF carries, but the rest of it is not."
    )  # fmt: skip
    hint = "Someone changed it after it was rendered, or saved it with another program. Ask for the brief as it was."
    return "differs", [error("content-differs", message, file=name, hint=hint)]


def _by_words(data: bytes, anew: bytes, manifest: Manifest, name: str) -> tuple[Content, list[Diagnostic]]:
    """Two builds may lay out the same words differently, so that neither bytes nor pages can be compared."""
    made_with = _made_with(manifest)
    given, made = tagged_words(data), tagged_words(anew)
    hint = f"To compare all of it, verify it with briefgen {manifest.build.name}."
    if given is None or made is None:
        message = f"{made_with} Its words cannot be read, so they cannot be compared either."
        return "not-compared", [error("other-version", message, file=name, hint=hint)]
    apart = first_difference(given, made)
    if apart is None:
        message = f"{made_with} Its words are those of its files; its bytes cannot be compared."
        return "same-words", [Diagnostic("info", "other-version", message, file=name, hint=hint)]
    message = (
        f"{made_with} Where it says “{apart[0]}”, this version writes “{apart[1]}”. "
        "The reason may be the other version or a change by somebody: this version cannot tell."
    )
    return "not-compared", [error("other-version", message, file=name, hint=hint)]


def _made_with(manifest: Manifest) -> str:
    other = ", ".join(this_build().differences(manifest.build))
    return f"It was made with {other}; this is briefgen {this_build().name}."


def _then(manifest: Manifest) -> tuple[Then, ...]:
    return tuple(
        Then(name, each.quotes, each.state, each.unverified, each.day.isoformat() if each.day else "")
        for name, each in manifest.verification.sources.items()
    )


def _title(made: Prepared) -> str:
    return plain(Words(load_locale(made.rendering.lang), made.rendering.lang).label(made.loaded.scenario.title))
