"""Whether the PDF of a brief still says what it was made from, and whether that still says what its sources say."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.layout import paginate
from briefgen.locale import load as load_locale
from briefgen.release import Manifest
from briefgen.release.attached import MOST_PDF, Carried, carried
from briefgen.release.compare import difference, first_difference, tagged_words
from briefgen.release.manifest import State, this_build
from briefgen.scenario.read import SCENARIO
from briefgen.verbs.order import Order
from briefgen.verbs.prepare import Prepared, prepare
from briefgen.verbs.today import Standing, today
from briefgen.world import World
from briefgen.writers import write

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
    found = carried(data, name)
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


def _prepared(found: Carried, folder: Path) -> tuple[Prepared | None, list[Diagnostic]]:
    world = World(folder, folder)
    if faults := world.write_together({Path(name): data for name, data in found.files.items()}):
        return None, faults
    return prepare(world, Path(SCENARIO), Order())


def _unmade(found: Carried, faults: list[Diagnostic], name: str) -> Diagnostic:
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
