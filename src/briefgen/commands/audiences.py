"""A scenario as one audience sees it: filtered, with its quotes counted again."""

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from briefgen.analysis.relevance import counted
from briefgen.commands.lock import Verified
from briefgen.commands.paper import Readers
from briefgen.core.diagnostic import Diagnostic, Finding, error
from briefgen.core.report import Report
from briefgen.core.suggestions import did_you_mean
from briefgen.evidence import check_quotes
from briefgen.lint.waivers import with_severities
from briefgen.model.read import Loaded
from briefgen.model.reading.texts import is_id
from briefgen.model.scenario import Audience, Scenario
from briefgen.release import Released
from briefgen.release.filter import filtered


class AudienceView(msgspec.Struct, frozen=True):
    """What one audience may see of a scenario."""

    loaded: Loaded
    verified: Verified | None
    """Of the quotes that are left."""
    readers: Readers
    whole: Scenario
    """The scenario before it was filtered."""
    texts: Mapping[str, str]
    """Texts of all sources that are available, by their ids."""


def view_for(report: Report, loaded: Loaded, name: str, verified: Verified | None) -> AudienceView | None:
    """The scenario for the audience with that id; None if there is no such audience, or nothing for it."""
    audience = next((each for each in loaded.scenario.audiences if each.id == name), None)
    if audience is None:
        report.add(unknown_audience(loaded, name))
        return None
    released = filtered(loaded.scenario, audience)
    report.extend(loaded.placed(with_severities(loaded.scenario, released.findings)))
    if released.scenario is None:
        return None
    texts = verified.by_source() if verified else {}
    if verified and released.withheld:
        checked = check_quotes(released.scenario, verified.texts.of, verified.lock)
        verified = replace(verified, checked=checked)
    seen = counted(released.scenario) if released.withheld else released.scenario
    left = replace(loaded, scenario=seen)
    return AudienceView(left, verified, Readers(audience.name, released.recomputed), loaded.scenario, texts)


def view_of_valid(report: Report, loaded: Loaded, name: str, verified: Verified) -> AudienceView | None:
    """`view_for`, of a scenario whose check filled the report. None as well if it has an error: text whose marking
    cannot be read would not be left out."""
    if report.errors:
        return None
    view = view_for(report, loaded, name, verified)
    report.sort()
    return view


def unknown_audience(loaded: Loaded, name: str) -> Diagnostic:
    """The diagnostic that a scenario has no such audience."""
    known = [each.id for each in loaded.scenario.audiences]
    file = loaded.files[0].name
    if known:
        hint = did_you_mean(name, known) or f"Its audiences are: {', '.join(known)}."
        return error("unknown-audience", f"There is no audience `{name}`.", hint=hint, file=file)
    first = loaded.scenario.markings[0].label if loaded.scenario.markings else "TLP:CLEAR"
    new = name if is_id(name) else "public"
    hint = f'Add one to {file}: `audiences: [{{id: {new}, name: The {new}, marking: "{first}"}}]`, with the highest '
    return error(
        "unknown-audience", f"There is no audience `{name}`: the scenario has no `audiences`.",
        hint=hint + "marking that it may see.", file=file,
    )  # fmt: skip


def withheld_from(loaded: Loaded, name: str) -> list[Diagnostic]:
    """A diagnostic for each item that one audience would not see, and for each dangling reference; without a name, one
    for each audience that would not see everything."""
    scenario = loaded.scenario
    if not name:
        return loaded.placed(with_severities(scenario, _by_audience(loaded)))
    audience = next((each for each in scenario.audiences if each.id == name), None)
    if audience is None:
        return [unknown_audience(loaded, name)]
    released = filtered(scenario, audience)
    withheld = [each.finding_for(audience) for each in released.withheld]
    return loaded.placed(with_severities(scenario, [*withheld, *released.findings]))


def _by_audience(loaded: Loaded) -> Iterator[Finding]:
    for audience in loaded.scenario.audiences:
        released = filtered(loaded.scenario, audience)
        if released.withheld:
            yield _counted(audience, released, loaded.scenario.language)


def _counted(audience: Audience, released: Released, lang: str) -> Finding:
    # The same text in another language is not counted again.
    own = [each for each in released.withheld if not each.place or each.path.endswith(f".{lang}")]
    pieces = _number(len(own or released.withheld), "piece")
    dangling = sum(each.code == "left-hanging" for each in released.findings)
    then = f"; {_number(dangling, 'thing')} would then hang in the air" if dangling else ""
    message = f"`{audience.id}` would miss {pieces}{then}."
    if released.scenario is None:
        message = f"`{audience.id}` would get no paper at all."
    hint = f"`briefgen check --audience {audience.id}` shows where."
    return Finding("audience-misses", f"audiences.{audience.id}", message, hint, severity="info", presumes=("",))


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
