"""A scenario addressed to one audience: filtered, its quotes counted anew, and what there is to say of it."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from briefgen.commands.paper import Readers
from briefgen.commands.texts import Verified
from briefgen.core.diagnostic import Diagnostic, Finding, error, in_order
from briefgen.core.suggestions import did_you_mean
from briefgen.evidence import check_quotes
from briefgen.lint.settling import weighed
from briefgen.model.read import Loaded
from briefgen.model.reading.texts import is_id
from briefgen.model.scenario import Audience, Scenario
from briefgen.release import Released, Rendering
from briefgen.release.filter import filtered


class Addressed(msgspec.Struct, frozen=True):
    """What one audience may see."""

    loaded: Loaded
    verified: Verified | None
    """Of the quotes that are left: what is withheld is not counted."""
    readers: Readers
    whole: Scenario
    """What it was filtered from."""
    texts: Mapping[str, str]
    """Texts of all sources that are at hand, by their ids."""


def address(loaded: Loaded, name: str, verified: Verified | None) -> tuple[Addressed | None, list[Diagnostic]]:
    """The scenario for the audience of that id; none, and why, where there is no such audience or nothing for it."""
    audience = next((each for each in loaded.scenario.audiences if each.id == name), None)
    if audience is None:
        return None, [unknown(loaded, name)]
    released = _filtered(loaded.scenario, audience)
    told = loaded.placed(weighed(loaded.scenario, released.findings))
    if released.scenario is None:
        return None, told
    texts = {each: found.text.text for each, found in verified.texts.of.items()} if verified else {}
    if verified and released.withheld:
        checked = check_quotes(released.scenario, verified.texts.of, verified.lock)
        verified = replace(verified, checked=checked)
    left = replace(loaded, scenario=released.scenario)
    return Addressed(left, verified, Readers(audience.name, released.recomputed), loaded.scenario, texts), told


def address_sound(
    loaded: Loaded, name: str, verified: Verified, diagnostics: Sequence[Diagnostic]
) -> tuple[Addressed | None, list[Diagnostic]]:
    """`address`, of a scenario of which that much was found, and all that there is then to say. None as well where
    there is an error: a marking that cannot be read would let its words pass."""
    if any(each.severity == "error" for each in diagnostics):
        return None, [*diagnostics]
    addressed, told = address(loaded, name, verified)
    return addressed, in_order([*diagnostics, *told])


def _filtered(scenario: Scenario, audience: Audience) -> Released:
    return filtered(scenario, audience)


def readers(loaded: Loaded, asked: Rendering) -> Readers | None:
    """Whom a brief is for, as it says itself."""
    audience = next((each for each in loaded.scenario.audiences if each.id == asked.audience), None)
    return Readers(audience.name, asked.recomputed) if audience else None


def unknown(loaded: Loaded, name: str) -> Diagnostic:
    """That a scenario has no such audience."""
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


def missed(loaded: Loaded, name: str) -> list[Diagnostic]:
    """All that one audience would miss, and what would then hang in the air, each at its place; without a name, a line
    on each audience that would miss something."""
    scenario = loaded.scenario
    if not name:
        return loaded.placed(weighed(scenario, _in_short(loaded)))
    audience = next((each for each in scenario.audiences if each.id == name), None)
    if audience is None:
        return [unknown(loaded, name)]
    released = _filtered(scenario, audience)
    told = [each.finding_for(audience) for each in released.withheld]
    return loaded.placed(weighed(scenario, [*told, *released.findings]))


def _in_short(loaded: Loaded) -> Iterator[Finding]:
    for audience in loaded.scenario.audiences:
        released = _filtered(loaded.scenario, audience)
        if released.withheld:
            yield _counted(audience, released, loaded.scenario.language)


def _counted(audience: Audience, released: Released, lang: str) -> Finding:
    # Words in other languages are the same piece once more.
    own = [each for each in released.withheld if not each.place or each.path.endswith(f".{lang}")]
    pieces = _number(len(own or released.withheld), "piece")
    hanging = sum(each.code == "left-hanging" for each in released.findings)
    then = f"; {_number(hanging, 'thing')} would then hang in the air" if hanging else ""
    message = f"`{audience.id}` would miss {pieces}{then}."
    if released.scenario is None:
        message = f"`{audience.id}` would get no paper at all."
    hint = f"`briefgen check --audience {audience.id}` shows where."
    return Finding("audience-misses", f"audiences.{audience.id}", message, hint, severity="info", presumes=("",))


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
