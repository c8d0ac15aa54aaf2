"""All that was found in reviewed files → a Document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

import msgspec

from briefgen.document import (
    Block,
    Document,
    Heading,
    Inlines,
    Paragraph,
    Properties,
    Reviser,
    Running,
    TitleBlock,
    TitleEntry,
)
from briefgen.locale import Locale
from briefgen.prose import parse_label
from briefgen.review.edits import Found
from briefgen.review.summary.counts import counted, table
from briefgen.review.summary.entries import Telling
from briefgen.review.summary.sections import field, order, section, thing
from briefgen.review.summary.voice import Voice, own, shown, small
from briefgen.scenario.model import Scenario

_ = str  # marks interface messages; they are translated where they are shown


class Reviewers(msgspec.Struct, frozen=True):
    """What was found, and in which files."""

    found: tuple[Found, ...]
    """In the order of the scenario's files."""
    files: tuple[str, ...]
    cited: Mapping[tuple[str, int], tuple[str, ...]]
    """Path and block → the facts that it cites."""


def summarised(
    reviewers: Reviewers, scenario: Scenario, locale: Locale, lang: str, properties: Properties, running: Running
) -> Document:
    """The summary. `properties` and `running` are those of any paper on the scenario; it bears the scenario's marking,
    for it holds the words of a brief."""
    voice = Voice(locale, several=len(reviewers.files) > 1)
    kind, strip = voice.say(_("Summary of a review")), tuple(_strip(reviewers, scenario, voice))
    head = TitleBlock((kind,), parse_label(scenario.title, lang), (), strip)
    title = f"{kind.text}: {properties.title}"
    return Document(
        lang,
        msgspec.structs.replace(properties, title=title, template=""),
        running,
        (head, *_first(reviewers, voice), *_sections(reviewers, scenario, voice)),
        reviser=Reviser(
            "",
            inserted=(locale.text("Inserted:"), locale.text("End of insertion.")),
            deleted=(locale.text("Deleted:"), locale.text("End of deletion.")),
            tracked=False,
        ),
    )


def _strip(reviewers: Reviewers, scenario: Scenario, voice: Voice) -> Iterator[TitleEntry]:
    edition = scenario.edition
    number = voice.locale.number(edition.number)
    day = f" ({voice.locale.date(edition.date)})" if edition.date else ""
    yield TitleEntry((voice.say(_("Edition")),), (own(f"{number}{day}"),))
    files = voice.locale.plural("File", "Files", len(reviewers.files))
    yield TitleEntry((own(files),), (own(", ".join(map(shown, reviewers.files))),))


def _first(reviewers: Reviewers, voice: Voice) -> Iterator[Block]:
    yield Paragraph((own(counted(reviewers.found, voice)),), "lead")
    if not reviewers.found:
        return
    label = voice.locale.text("Table {number}").format(number=1)
    yield from table(reviewers.found, label, voice)
    yield small((
        voice.say(_("Struck through: taken out."), "deleted"), own(" "),
        voice.say(_("Underlined twice: put in."), "inserted"), own(" "),
        voice.say(_("Each change stands in words below its place.")),
    ))  # fmt: skip


def _sections(reviewers: Reviewers, scenario: Scenario, voice: Voice) -> Iterator[Block]:
    """The sections in the order in which the files come to them; in each, the things, then what is said of each."""
    telling = Telling(voice, reviewers.cited)
    held: dict[str, list[Found]] = {}
    for each in reviewers.found:
        held.setdefault(section(each), []).append(each)
    for number, (name, found) in enumerate(sorted(held.items(), key=lambda each: order(each[0])), 1):
        yield Heading(1, (voice.say(name),), f"section-{number}")
        for below, (about, inner) in enumerate(_parted(found, lambda each: thing(each, scenario, voice)), 1):
            if about:
                yield Heading(2, about, f"section-{number}-{below}")
            for last, (within, held_there) in enumerate(_parted(inner, lambda each: field(each, voice)), 1):
                if within:
                    yield Heading(3 if about else 2, within, f"section-{number}-{below}-{last}")
                for one in held_there:
                    yield from telling.told(one)


def _parted(found: Iterable[Found], name: Callable[[Found], Inlines]) -> Iterator[tuple[Inlines, list[Found]]]:
    """What follows one upon the other and has the same name, together."""
    return ((about, list(inner)) for about, inner in groupby(found, name))
