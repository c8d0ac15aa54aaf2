"""A review as one audience may read it: of what they see, by files that went to readers who see no more.

What reviewers write bears no marking. Who was given more may say more, in a comment as well as in an edit; so of a file
that went to such readers nothing is shown."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from briefgen.analysis.acceptability import SAMPLES
from briefgen.commands.audiences import AudienceView, view_of_valid
from briefgen.commands.check import check_scenario
from briefgen.commands.lock import withheld_texts
from briefgen.commands.review import compared, read_files
from briefgen.commands.scan import computed_text, reported_leaks
from briefgen.commands.themes import Found
from briefgen.core.diagnostic import Diagnostic, error, warning
from briefgen.core.report import Report
from briefgen.document import Document
from briefgen.io.filesystem import World
from briefgen.model.walk import paths, texts
from briefgen.release.scan import Released, guard, scan
from briefgen.review.model import Reviews, authors, path_of
from briefgen.review.open import Reviewed
from briefgen.yaml.comments import uncommented


class Addressing(msgspec.Struct, frozen=True):
    """A review for an audience."""

    reviews: Reviews
    """Compared with what they see."""
    addressed: AudienceView
    audience: str


def review_for(
    world: World, files: Sequence[Path], scenario: Path, audience: str
) -> tuple[Addressing | None, list[Diagnostic]]:
    """Reads reviewed files for an audience; none, and why, where nothing of them is for it. What there is to say is for
    the author."""
    report = Report()
    checked = check_scenario(report, world, scenario)
    if checked is None:
        return None, list(report)
    loaded = checked.loaded
    addressed = view_of_valid(report, loaded, audience, checked.verified)
    if addressed is None:
        return None, list(report)
    read, diagnostics = read_files(world, files, loaded)
    if any(each.severity == "error" for each in diagnostics):
        return None, diagnostics
    left = addressed.loaded.scenario
    theirs = {each.id for each in left.audiences} | ({""} if addressed.whole == left else set())
    fit = [each for each in read if each.baseline and each.baseline.about.audience in theirs]
    diagnostics += [_of_others(each, audience) for each in read if each not in fit]
    if not fit:
        hint = f"Send out a brief with `render --review --audience {audience}`, and take what comes back."
        message = f"No file went out to `{audience}`, or to readers who see no more than they do."
        return None, [*diagnostics, error("nothing-released", message, hint=hint)]
    reviews, more = compared(fit, addressed.loaded)
    closed = paths(texts(addressed.whole)) - paths(texts(left))  # a file may name what they could see once
    visible = tuple(each for each in reviews.found if path_of(each) not in closed)
    if count := len(reviews.found) - len(visible):
        verb = "is" if count == 1 else "are"
        message = f"{count} of what was found {verb} in fields that are withheld from `{audience}` by now."
        more.append(warning("piece-withheld", message, hint="The summary does not tell them."))
    return Addressing(msgspec.structs.replace(reviews, found=visible), addressed, audience), diagnostics + more


def leaks_in(made: Addressing, document: Document, theme: Found, files: Mapping[str, bytes]) -> list[Diagnostic]:
    """Errors where the files of a summary contain something withheld from the audience. Words of reviewers are no more
    released than others are; the days on which they wrote are."""
    addressed = made.addressed
    left = addressed.loaded.scenario
    if addressed.whole == left:
        return []
    released = Released(
        interface=(str(SAMPLES), uncommented(theme.file)),
        computed=tuple(computed_text(document, theme.theme)),
        days=tuple(_days(made.reviews)),
        other=(made.audience, document.lang),
        called=addressed.loaded.name,
    )
    return reported_leaks(scan(files, guard(addressed.whole, left, released, withheld_texts(addressed.texts, left))))


def _days(reviews: Reviews) -> Iterator[dt.date]:
    """The days of the changes and comments."""
    for by in (by for found in reviews.found for by in authors(found)):
        with suppress(ValueError):  # as anyone may have put it there
            yield dt.date.fromisoformat(by.date[:10])


def _of_others(made: Reviewed, audience: str) -> Diagnostic:
    message = f"{made.name} did not go out to `{audience}`, or to readers who see no more; it is left out."
    hint = "Tell what may be told of it in a file of theirs, or make the summary for those who got this one."
    return warning("piece-withheld", message, file=made.name, hint=hint)
