"""The words of a trace: what a sentence is, where a passage stands, how far it is verified, what is missing."""

from collections.abc import Mapping

from briefgen.agreement.statements import Nature
from briefgen.agreement.trace import About, Hole, Passage
from briefgen.document import Inlines, plain
from briefgen.exhibits.words import Words

_ = str  # marks interface messages; they are translated where they are shown

KINDS: Mapping[Nature | About, str] = {
    "factual": _("stated as a fact"),
    "definition": _("definition"),
    "judgement": _("judgement"),
    "assumption": _("assumption"),
    "computed": _("worked out"),
    "inferred": _("inferred"),
    "cell": _("cell of the comparison"),
    "position": _("position"),
}

HOLES: Mapping[Hole, str] = {
    "cites-nothing": _("cites nothing"),
    "no-such-fact": _("there is no such fact"),
    "no-passage": _("no passage"),
    "no-such-source": _("there is no such source"),
    "not-found": _("not found in the text"),
    "not-verified": _("not verified"),
    "empty-cell": _("empty cell"),
    "not-stated": _("not stated"),
}
"""As they stand behind a sentence, a fact or a passage."""

MEANINGS: Mapping[Nature | About | Hole, str] = {
    "factual": _("Says how things are; a fact and its passage stand beside it."),
    "definition": _("Says what is meant or asked; no passage is needed."),
    "judgement": _("What the authors conclude; the facts that speak for it stand beside it."),
    "assumption": _("Taken as given, without evidence."),
    "computed": _("Worked out by the authors from figures of the sources."),
    "inferred": _("What no source says in these words: the authors read it from the facts beside it."),
    "cell": _("Without words of its own: empty, or with facts alone."),
    "position": _("Without words of its own: not stated, or said to be stated and not where."),
    "cites-nothing": _("Says how things are, and rests on no fact."),
    "no-such-fact": _("Names a fact that is not in the scenario."),
    "no-passage": _("Rests on a fact without a passage."),
    "no-such-source": _("Rests on a passage of a source that is not in the scenario."),
    "not-found": _("Rests on words that do not stand in the text of their source."),
    "not-verified": _("Rests on words that were not compared with the text of their source."),
    "empty-cell": _("Nothing is said of the option on this criterion."),
    "not-stated": _("Nothing is said of where the party stands on this option."),
}
"""What it is that is counted, for a reader who has not met these words."""


def kinds(of: tuple[Nature | About, ...], words: Words) -> str:
    """What a sentence is: “stated as a fact, inferred”."""
    return ", ".join(words.locale.text(KINDS[kind]) for kind in of)


def holes(of: tuple[Hole, ...], words: Words) -> str:
    """What is missing: “no passage”."""
    return ", ".join(words.locale.text(HOLES[hole]) for hole in of)


def source_and_page(passage: Passage, words: Words) -> Inlines:
    """“The article, par. 3”: as a note names it."""
    source = passage.source
    name: Inlines = words.label(source.short or source.title) if source else (words.figure(passage.evidence.source),)
    page = passage.evidence.page
    return (*name, words.figure(", "), *words.label(page)) if page else name


def place(passage: Passage, words: Words) -> str:
    """Where it stands in the text that is at hand, unless the page that is given says it: “line 4”."""
    unit, _space, number = passage.where.rpartition(" ")
    if not number:
        return ""
    said = words.locale.text(_("line {number}") if unit else _("page {number}")).format(number=number)
    page = passage.evidence.page
    given = plain(words.label(page)) if page else ""
    return "" if given in (said, number) else said


def state(passage: Passage, words: Words) -> str:
    """How far it is verified; empty where that is a hole."""
    if passage.state == "as-locked" and passage.day:
        told = words.locale.text(_("as verified on {date}"))
        return told.format(date=words.locale.date(passage.day))
    return words.locale.text(_("found word for word")) if passage.state == "verified" else ""
