"""What changed since an edition, in sentences."""

from collections.abc import Iterator, Mapping

import msgspec

from briefgen.analysis.editions import Change, Counted, Moved, Reworded, Since
from briefgen.document import Inlines
from briefgen.exhibits.words import Words
from briefgen.locale.locale import PASSAGES, THINGS

_ = str  # marks interface messages; they are translated where they are shown

_VALUES: Mapping[str, str] = {
    "supports": _("supports"),
    "opposes": _("opposes"),
    "conditional": _("on conditions"),
    "mixed": _("mixed"),
    "neutral": _("neutral"),
    "not-stated": _("not stated"),
    "for": _("speaks for it"),
    "against": _("speaks against it"),
    "pass": _("passes"),
    "fail": _("fails"),
}
"""What a stance or a cell without a score is called."""


class ChangedSince(msgspec.Struct, frozen=True):
    """What changed since an edition."""

    edition: str
    """Its number."""
    lines: tuple[Inlines, ...]
    """A sentence for each change; one that says that there is none."""


def changed_since(given: Since, words: Words) -> ChangedSince:
    """The changes in sentences."""
    lines = tuple(line for change in given.changes for line in _lines(change, words))
    nothing = ((words.figure(words.locale.text(_("Nothing that this paper shows has changed."))),),)
    return ChangedSince(words.locale.number(given.edition), lines or nothing)


def _lines(change: Change, words: Words) -> Iterator[Inlines]:
    match change:
        case Moved():
            yield (words.figure(_moved(change, words)),)
        case Counted():
            yield (words.figure(_counted(change, words)),)
        case Reworded(passages=passages):
            named = ", ".join(words.locale.text(PASSAGES[each]) for each in passages)
            yield (words.figure(words.locale.text(_("Reworded: {passages}.")).format(passages=named)),)


def _counted(change: Counted, words: Words) -> str:
    say = words.locale
    counts = [
        say.plural("{n} added", "{n} added", change.added).format(n=change.added) if change.added else "",
        say.plural("{n} removed", "{n} removed", change.removed).format(n=change.removed) if change.removed else "",
        say.plural("{n} changed", "{n} changed", change.changed).format(n=change.changed) if change.changed else "",
    ]
    return say.text("{things}: {counts}.").format(
        things=say.text(THINGS[change.things]), counts=", ".join(filter(None, counts))
    )


def _moved(change: Moved, words: Words) -> str:
    say, was, now = words.locale, _value(change.was, words), _value(change.now, words)
    of, on = change.of, change.on
    match change.what:
        case "position":
            message = say.text(_("The position of {party} on “{option}” changed from “{was}” to “{now}”."))
            return message.format(party=of, option=on, was=was, now=now)
        case "cell" if not was:
            message = say.text(_("The cell of “{option}” on “{criterion}” was empty, and now says: {now}."))
        case "cell" if not now:
            message = say.text(_("The cell of “{option}” on “{criterion}” said {was}, and is now empty."))
        case "cell":
            message = say.text(_("The cell of “{option}” on “{criterion}” changed from {was} to {now}."))
        case "weight":
            message = say.text(_("The weight of “{criterion}” changed from {was} to {now}."))
            return message.format(criterion=of, was=was, now=now)
        case "recommendation":
            return _advice(change.was, change.now, words)
    return message.format(option=of, criterion=on, was=was, now=now)


def _advice(was: str, now: str, words: Words) -> str:
    say = words.locale
    if not now:
        return say.text(_("No option is recommended any more."))
    if not was:
        return say.text(_("“{option}” is now recommended.")).format(option=now)
    return say.text(_("“{option}” is now recommended, in place of “{other}”.")).format(option=now, other=was)


def _value(value: str, words: Words) -> str:
    """A stance, a score, a weight or a name, as the language writes it."""
    if value in _VALUES:
        return words.locale.text(_VALUES[value])
    try:
        return "–".join(words.locale.number(float(part)) for part in value.split("–")) if value else ""
    except ValueError:
        return value
