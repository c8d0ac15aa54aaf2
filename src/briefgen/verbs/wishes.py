"""What the author says about a new scenario before it is written."""

import datetime as dt
import re

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.prose.words import clean
from briefgen.scenario.reading.language_codes import is_language, language_cure
from briefgen.scenario.reading.texts import proposed_id
from briefgen.world.names import is_reserved
from briefgen.yamltree import is_value

LONGEST = 300
"""Characters of an answer. What needs more has a field of its own."""


class Wishes(msgspec.Struct, frozen=True):
    """The answers, each empty where nothing was said. The first option is the one without a change."""

    question: str = ""
    title: str = ""
    decision_maker: str = ""
    options: tuple[str, ...] = ()
    language: str = ""
    as_of: str = ""
    """As `2026-01-31`."""
    deadline: str = ""
    """As `2026-12-31`."""


def tidy(wishes: Wishes) -> Wishes:
    """The same, each answer on one line, without what no brief can hold; options that say nothing are left out."""
    lines = {name: _line(getattr(wishes, name)) for name in Wishes.__struct_fields__ if name != "options"}
    return Wishes(options=tuple(name for each in wishes.options if (name := _line(each))), **lines)


def filled(wishes: Wishes, today: dt.date, folder: str) -> Wishes:
    """The same, with something for each answer that was not given but for the deadline. The title is by default made
    of the name of the scenario's folder: `Night bus` of `night-bus`."""
    name = _line(re.sub(r"[\W_]+", " ", folder))[:LONGEST]
    return Wishes(
        question=wishes.question or "What should be done?",
        title=wishes.title or name[:1].upper() + name[1:] or "Options for decision",
        decision_maker=wishes.decision_maker or "The decision-maker",
        options=wishes.options or ("No change", "A first option"),
        language=wishes.language or "en",
        as_of=wishes.as_of or today.isoformat(),
        deadline=wishes.deadline,
    )


def faults(wishes: Wishes) -> list[Diagnostic]:
    """Why no scenario can be made of them, if none can."""
    out = [
        error("too-long", f"An answer has {len(text):,} characters; at most {LONGEST} are taken.", hint="Shorten it.")
        for text in (wishes.question, wishes.title, wishes.decision_maker, *wishes.options)
        if len(text) > LONGEST
    ]
    if wishes.language and not is_language(wishes.language):
        hint = language_cure(wishes.language)
        out.append(error("unknown-language", f"`{wishes.language[:20]}` is not a language code.", hint=hint))
    for day in (wishes.as_of, wishes.deadline):
        if day and not is_day(day):
            hint = "Write year, month and day: `2026-01-31`."
            out.append(error("not-a-date", f"`{day[:20]}` is not a date.", hint=hint))
    if len(wishes.options) == 1:
        hint = 'Name at least two, first the one without a change: `--option "No change" --option "Night bus"`.'
        out.append(error("too-few-options", "One option is no choice.", hint=hint))
    return out


def is_day(text: str) -> bool:
    """Whether a text is a date as scenarios have them."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def ids(names: tuple[str, ...]) -> tuple[str, ...]:
    """An id for each option: of its name's letters, each different, none that Windows keeps for itself, and none that
    YAML takes for something else than a text."""
    out: list[str] = []
    for number, name in enumerate(names, 1):
        stem = proposed_id(name, 56) or f"option-{number}"
        stem = f"option-{stem}" if is_reserved(stem) or is_value(stem) else stem
        free = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(names) + 2))
        out.append(next(each for each in free if each not in out))
    return tuple(out)


def _line(text: str) -> str:
    return " ".join(clean(text).split())
