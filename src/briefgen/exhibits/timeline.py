"""Timeline: what happened and what falls due, with the deadline and the day up to which the evidence reaches."""

import datetime as dt

from briefgen.document import Caption, Figure, Inlines, LineBreak, Moment, Timeline, plain
from briefgen.document.walk import runs
from briefgen.exhibits.words import Words
from briefgen.scenario.model import Scenario
from briefgen.scenario.model.edition import KeyDate

_ = str  # marks interface messages; they are translated where they are shown

LEAST = 3
"""Days that are known; fewer make no timeline."""

MOST = 30
"""Dates; more are a table."""


def timeline(scenario: Scenario, words: Words) -> Figure | None:
    """The figure, or nothing where there are too few dates or too many."""
    moments = _moments(scenario, words)
    if sum(moment.day is not None for moment in moments) < LEAST or len(moments) > MOST:
        return None
    message = words.locale.text(_("{when}: {what}"))
    told = words.locale.text(_("; ")).join(
        message.format(when=plain(moment.when), what=_bare(plain(moment.label))) for moment in moments
    )
    return Figure(
        Timeline(tuple(moments)),
        words.locale.text(_("A timeline. {dates}.")).format(dates=told),
        Caption("", _finding(scenario, moments, words)),
        "timeline",
    )


def _moments(scenario: Scenario, words: Words) -> list[Moment]:
    """In order of time; what has no exact day stays behind the date that it is listed after."""
    groups: list[list[Moment]] = []
    due = scenario.deadline
    for key in scenario.key_dates:
        is_due = key.date is not None and key.date == due
        moment = Moment(
            words.label(key.when) if key.when else (words.figure(words.locale.date(key.date)),) if key.date else (),
            _label(key, words),
            key.date,
            "deadline" if is_due else "event",
        )
        due = None if is_due else due
        if key.date or not groups:
            groups.append([])
        groups[-1].append(moment)
    if due:
        day = (words.figure(words.locale.date(due)),)
        groups.append([Moment(day, (words.say(_("Decision due")),), due, "deadline")])
    if known := scenario.as_of:
        day = (words.figure(words.locale.date(known)),)
        groups.append([Moment(day, (words.say(_("The evidence reaches up to here")),), known, "as-of")])
    groups.sort(key=lambda group: group[0].day or dt.date.min)
    return [moment for group in groups for moment in group]


def _label(key: KeyDate, words: Words) -> Inlines:
    """The few words that the author has for it, or its own words without their citations."""
    if key.short:
        return words.label(key.short)
    line = words.line(key.event)
    return tuple(runs(tuple(words.figure(" ") if isinstance(each, LineBreak) else each for each in line)))


def _bare(text: str) -> str:
    """A sentence as a part of another one."""
    return " ".join(text.split()).rstrip(".")


def _finding(scenario: Scenario, moments: list[Moment], words: Words) -> Inlines:
    """What the timeline shows, in a sentence."""
    locale = words.locale
    dates = [moment for moment in moments if moment.kind != "as-of"]
    if scenario.deadline and scenario.as_of and scenario.deadline > scenario.as_of:
        days = (scenario.deadline - scenario.as_of).days
        after = len(moments) - 1 - next(at for at, moment in enumerate(moments) if moment.kind == "deadline")
        said = locale.plural(
            "From the evidence to the decision there is {n} day, with {after} of {all} key dates after it",
            "From the evidence to the decision there are {n} days, with {after} of {all} key dates after it",
            days,
        )
        counts = {"n": days, "after": after, "all": len(dates)}
        return (words.figure(said.format(**{slot: locale.number(count) for slot, count in counts.items()})),)
    first, last = plain(dates[0].when), plain(dates[-1].when)
    said = locale.plural("{n} date, from {first} to {last}", "{n} dates, from {first} to {last}", len(dates))
    return (words.figure(said.format(n=locale.number(len(dates)), first=first, last=last)),)
