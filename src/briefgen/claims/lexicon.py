"""What the rules on claims know of a language: numbers, dates, units, hedges, denial, scope and speech."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Literal, TypeAlias

import msgspec

from briefgen.claims.phrases import Cues

__all__ = [
    "CODES", "Amounts", "Contrast", "Dates", "Denials", "Hedge", "Lexicon", "Lexicons", "Numerals", "Reserves",
    "Scope", "Voices", "lexicon",
]  # fmt: skip


# The words around numbers in a language.


class Amounts(msgspec.Struct, frozen=True):
    """What is counted and measured, and the words that make a bound, a difference or a rate of a number."""

    units: Mapping[str, str]
    """A word or abbreviation → the unit of `units.UNITS`."""
    counted: Mapping[str, str]
    """A noun → what kind of thing is counted: `household`, `person`."""
    per: Mapping[str, Cues]
    """A period → how a rate says it: `day` → “a day”, “daily”."""
    more: Cues
    fewer: Cues
    """Behind a difference: “2,900 fewer”."""
    about: Cues
    estimating: Cues
    """Words for an estimate, which spreads over the figures of its sentence: “is put at”."""
    least: Cues
    most: Cues
    behind_numbers: Cues
    """Of these bounds, those that may stand behind their number: `40 or more`."""
    behind_nouns: Cues
    """And behind what is counted: `40 herders or more`."""
    terms: frozenset[str]
    """That are counted off: “the second quarter”."""
    year_parts: Mapping[str, int]
    """Parts of a year that are counted off → how many months they have: “quarter”."""
    rest: Cues
    """What is left of a whole: “the others”."""
    parting: Cues
    """That set one figure against another: “against”, “up from”."""
    spanning: frozenset[str]
    """Of the bounds, those that say how long something takes before a span of time: “over ten years”."""
    difference_gap: int = 1
    """How many words may stand between a number and its “more” or “fewer”: `2 900 ménages de plus`."""


# The words of dates in a language.


class Dates(msgspec.Struct, frozen=True):
    """The words of dates."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """From Monday, 1."""
    early: Cues
    middle: Cues
    late: Cues
    before_month: Cues
    """A month that is also another word (`May`, `March`) is one only behind these, or beside a number."""
    doubtful: frozenset[str]
    """Such months."""
    same_month: Cues
    """Behind the number of a day, instead of its month: “the 15th of that month”."""
    between: frozenset[str]
    """Small words inside a date: `2 de octubre de 2022`."""
    before_day: frozenset[str]
    """Before the number of a day without its month: “until the 12th”, “hasta el 12”."""
    spans: frozenset[str]
    """Between the first and the last day of a span: “from 8 to 13 August”."""
    relative: Cues
    """Dates that only the day of writing gives a meaning: `this month`, `last Thursday`."""
    moving: Cues
    """Of the relative ones, those that no other date explains: “last month” is always that of the reader."""
    owners: frozenset[str]
    """Before the “last year” of something: “its”."""
    moving_before: frozenset[str]
    """Before a day of a month, words that make it one of the year of writing: “last 2 October”."""
    moving_behind: frozenset[str]
    """The same, behind it: “le 2 octobre dernier”."""
    passing: Cues
    """Words for the time of writing: `now`, `currently`."""
    other_years: Cues
    """A year told by another: “the year before”."""
    seasons: Mapping[str, int]
    """From spring, 1."""
    decades: Cues
    """Before a decade: `les années 1990`."""
    first_day: frozenset[str] = frozenset()
    """The word for the first of a month: `premier`."""
    before_noon: Cues = Cues()
    after_noon: Cues = Cues()
    """Behind a time of day: “p.m.”, “in the evening”."""
    twelve_hours: bool = False
    """Whether a time of day without either may be before noon or after."""
    month_first: bool = False
    """Whether `03/05/2024` may be the fifth of March."""
    habitual: str = ""
    """The word before a weekday that makes it every one: “le dimanche”."""


# The words of denial in a language.

Contrast: TypeAlias = Literal[
    "confirming-disputing",
    "killed-injured",
    "adopted-voted-down",
    "upwards-downwards",
    "more-less",
    "for-against",
    "accepting-refusing",
    "open-closed",
    "greater-smaller",
    "before-after",
    "success-failure",
    "sound-unsound",
    "better-worse",
    "beginning-end",
    "allowed-banned",
    "included-excluded",
    "admitting-denying",
    "having-lacking",
    "returning-vanishing",
    "taking-losing",
    "clear-murky",
    "remembering-forgetting",
    "keeping-dropping",
    "convicted-cleared",
    "punctual-late",
    "surplus-deficit",
    "hired-dismissed",
    "voluntary-compulsory",
    "arrested-released",
    "encouraging-discouraging",
    "extended-expired",
    "imports-exports",
    "lending-borrowing",
    "strong-weak",
    "north-south",
    "east-west",
    "women-men",
    "urban-rural",
    "summer-winter",
    "public-private",
    "many-few",
    "fulfilled-broken",
    "helping-hindering",
    "hastening-delaying",
    "approving-criticising",
    "joining-leaving",
    "cheap-dear",
    "fast-slow",
    "domestic-foreign",
    "upstream-downstream",
    "morning-evening",
    "permanent-temporary",
    "staying-leaving",
]
"""What two words may be opposites in; the same in all languages."""


class Denials(msgspec.Struct, frozen=True):
    """What turns a statement into its contrary."""

    negation: Cues
    refusal: Cues
    """Words that deny without a “not”: “refuse”, “without”, “lack”."""
    contrasts: Mapping[Contrast, tuple[Cues, Cues]]
    """Words of which a claim may not have the one where its passage has the other."""
    prefixes: tuple[str, ...]
    """That make the contrary of an adjective: `un-`."""
    adjective_endings: tuple[str, ...]
    """How such adjectives end; “formation” and “information” have nothing to do with each other."""
    denying: Cues
    """Of the refusals, those that turn what follows into its contrary: “refused to”."""
    correlative: frozenset[str]
    """Of the denials, those that go together: “neither … nor”."""
    affirming: Cues
    """That hold a “not” and deny nothing: “not only”."""
    weak_denials: frozenset[str]
    """Of the denying words, those that deny a part of the sentence only: “without”."""
    restrictive: Cues
    """That hold a “not” and say “only”, unless another denial stands within: “n'a délivré que”."""
    nobody: Cues
    """That deny of all: “none”."""
    able: Cues
    """That say who can: “able to”."""
    refusing: Cues
    """That say that somebody will not: “refuse”."""
    undone: Cues
    """That say that something has not been done, be it willed or not: “have not”."""
    perfect: Cues
    """That tell of something up to now: “has”."""


# The words of numbers in a language.


class Numerals(msgspec.Struct, frozen=True):
    """The words of numbers, without accents."""

    atoms: Mapping[str, int]
    """That are added: `twenty` → 20, `doscientos` → 200."""
    hundreds: frozenset[str]
    magnitudes: Mapping[str, float]
    """That multiply what stands before: `million` → 1e6. A letter behind digits too: `12bn`."""
    collectives: Mapping[str, int]
    """`dozen` → 12; in the plural they are vague."""
    vague: Mapping[str, int]
    """`hundreds of` → 100: an order of magnitude."""
    shares: Mapping[str, int]
    """The denominators of fractions: `thirds` → 3."""
    halves: frozenset[str]
    weak_halves: frozenset[str]
    """Those that are a half only before a magnitude: “medio millón”, but “medio ambiente”."""
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str]
    """Behind digits: `th`, `er`."""
    articles: frozenset[str]
    """That stand for one before a word of quantity: `a hundred`."""
    joiners: frozenset[str]
    """Within a number: `two hundred and five`."""
    between: frozenset[str]
    """Between the ends of a range: `40 to 60`."""
    out_of: Cues
    """Between the numbers of a share: `one in three`."""
    factors: Mapping[str, float]
    """`doubled` → 2."""
    decimal: Literal[".", ","]
    """How decimals are parted; the other sign parts thousands."""
    of: frozenset[str]
    """Between a fraction and its whole: `a quarter of a million`."""
    doubtful: frozenset[str] = frozenset()
    """Numbers that are also adjectives: a number only before a noun (`neuf`)."""
    before_adjectives: frozenset[str] = frozenset()
    """Before which they are no numbers: `est neuf`."""
    part_nouns: frozenset[str] = frozenset()
    """That make a fraction of an ordinal: `la tercera parte`."""
    weak_out_of: frozenset[str] = frozenset()
    """Of `out_of`, those that part no share behind an article: `uno de tres`."""
    far_out_of: frozenset[str] = frozenset()
    """Of `out_of`, those before which several words may stand: “quatre usagers du car sur dix”."""
    before_years: frozenset[str] = frozenset()
    """Of `out_of`, those that stand before a year too: `Law 30 of 1992`."""
    before_spans: frozenset[str] = frozenset()
    """Of `out_of`, those that stand before a span of time too: `two in thirty hours`."""
    behind_half_hours: frozenset[str] = frozenset()
    """That make a time of day of a half: `half past nine`."""
    letters: bool = False
    """Whether a single letter behind digits multiplies them (`12m`); where not, it is a unit."""
    joins_hundreds: bool = False
    """Whether a joiner stands behind hundreds (`a hundred and five`), and not behind tens (`treinta y cinco`)."""


# The words of reserve in a language.

Hedge: TypeAlias = Literal["quantifier", "allegation", "doubt", "wish", "intention", "condition", "extent", "so-far"]
"""What keeps a statement from being a plain one about all, for ever."""


class Reserves(msgspec.Struct, frozen=True):
    """What keeps a statement from being a plain one about all, for ever; how likely and how sure it is said to be."""

    allegation: Cues
    suspicions: Cues
    """Of these, what somebody else is said to have done: naming who speaks of it leaves it a suspicion."""
    doubt: Cues
    """Evidence, likelihood, appearance: whatever keeps a statement from being a plain one."""
    intention: Cues
    future: frozenset[str]
    """Of these, those that keep no doubt: what may be is not what will be."""
    condition: Cues
    extent: Cues
    """Often, mostly, in part."""
    so_far: Cues
    unreserved: Cues
    """That hold a word of reserve and make none: “even if”, “the most crowded”."""
    possible: Cues
    """That leave open how likely something is: “may”, “could”."""
    not_possible: Cues
    """That hold such a word and say something else: “could not” is that it was not able to."""
    likelihoods: Mapping[str, tuple[str, ...]]
    """A term of the scales of likelihood → how it is said; under no term at all, what belongs to no scale."""
    comparing: Cues
    """That hold a word of likelihood and state none: “more likely”."""
    confidence: Cues
    """That say how sure the analyst is: “high confidence”, “we are confident”."""
    weighty: Mapping[Hedge, Cues]
    """Of each kind of hedge, the words that a claim may not drop. The lists above are longer: whatever of them stands
    in the claim keeps the hedge."""


# The words of all and some in a language.


class Scope(msgspec.Struct, frozen=True):
    """How far a statement reaches: all or some, here or everywhere, these alone or others too."""

    quantifiers: Cues
    """Many, some, most: not all, and not counted."""
    majority: Cues
    """Of these, those that are more than half."""
    universal: Cues
    seeming_universal: Cues
    """That hold such a word and are about something else: `after all`."""
    parts: Cues
    """That narrow what follows them: “members of”, “part of”."""
    asked: Cues
    """Who was asked: “respondents”, “of those surveyed”."""
    surveys: frozenset[str]
    """Of these, what may have asked people or counted something else."""
    narrow_places: Cues
    wide_places: Cues
    idle: Cues
    """That hold an “all” and mean none: “each other”, “after all”."""
    capitals: frozenset[str]
    """Places that an adjective tells the country of: “the Haitian capital”."""
    each: frozenset[str]
    """Of the universal words, those that part: “each direction”."""
    unanimity: Cues
    """Of them, those for a vote."""
    exclusive: Cues
    """That say of one thing what they deny of all others: “only”."""
    outside: Cues
    """That speak of all others: “outside”, “elsewhere”."""
    indefinite: frozenset[str]
    """Articles of some and not of all: “des familles”."""
    existing: frozenset[str]
    """Of the quantifiers, those that say that there are some: of whom, the words behind tell."""
    settlements: frozenset[str]
    """Places that have the name behind them: “the town of Ruhl” is Ruhl."""


# The words around who speaks, in a language.


class Voices(msgspec.Struct, frozen=True):
    """Who says it."""

    saying: Cues
    """Verbs and phrases that name a speaker."""
    titles: frozenset[str]
    """Before names: “Mr”, “President”."""
    stances: Cues
    """What parties do in words, beside saying: “opposes”, “recommends”."""
    according: Cues
    """That stand before who speaks: “according to”."""
    agents: Cues
    """That stand before who did it: “told by”."""
    passives: frozenset[str]
    """Before a verb of which the subject suffers: “was told”."""
    auxiliaries: frozenset[str]
    """That stand between who speaks and the verb: “has said”, “a dit”."""
    relatives: frozenset[str]
    """That take up who was named last: “who”."""
    content: frozenset[str]
    """That open what a noun says: “the accusation that”."""
    first_person: Cues
    """Who speaks of themselves needs no name: “I would advise”."""
    pronouns: frozenset[str]
    """That stand for a speaker named before: “it explained”."""
    bodies: frozenset[str]
    """Nouns in the names of bodies and papers, which are translated: “ministry”, “act”."""


# What the rules on claims must know of a language.

Lexicons: TypeAlias = Literal["en", "fr", "es"]


class Lexicon(msgspec.Struct, frozen=True):
    """One language."""

    code: Lexicons
    numerals: Numerals
    dates: Dates
    amounts: Amounts
    scope: Scope
    reserves: Reserves
    denials: Denials
    voices: Voices
    small_words: frozenset[str]
    """Too common to show what a sentence is about."""
    endings: tuple[str, ...]
    """Of words, longest first: what is left without them tells words of one stem."""
    capitalised: frozenset[str]
    """Words with a capital that name nothing (“Monday”, “French”)."""
    determiners: frozenset[str]
    """That open the words for a party: “the”, “its”."""
    prepositions: frozenset[str]
    """Before which no verb stands that says something: “in writing”."""
    opening: frozenset[str]
    """That join a clause to the one before: “but”, “whereas”."""
    contrasting: frozenset[str]
    """That go on with the same subject, beside the joiners of numbers: “but”."""
    definite: frozenset[str]
    """Articles of what is known: “below the mean”."""


CODES: tuple[Lexicons, ...] = ("en", "fr", "es")
"""The languages for which there is a lexicon."""

_FILES: Mapping[str, str] = {"en": "english", "fr": "french", "es": "spanish"}


def lexicon(lang: str) -> Lexicon | None:
    """The lexicon of a language tag (`fr-CA` has that of `fr`); None where there is none, and rules are silent."""
    return _loaded(lang.partition("-")[0].lower())


@lru_cache(16)
def _loaded(code: str) -> Lexicon | None:
    if code not in _FILES:
        return None
    found: Lexicon = import_module(f"briefgen.claims.languages.{_FILES[code]}").LEXICON
    return found
