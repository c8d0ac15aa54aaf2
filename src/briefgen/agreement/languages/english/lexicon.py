"""English."""

from briefgen.agreement.languages.english.amounts import AMOUNTS
from briefgen.agreement.languages.english.dates import DATES, DAYS, MONTHS
from briefgen.agreement.languages.english.denials import DENIALS
from briefgen.agreement.languages.english.numerals import NUMERALS
from briefgen.agreement.languages.english.reserves import RESERVES
from briefgen.agreement.languages.english.scope import SCOPE
from briefgen.agreement.languages.english.voices import VOICES
from briefgen.agreement.lexicon import Lexicon

LEXICON = Lexicon(
    code="en",
    numerals=NUMERALS,
    dates=DATES,
    amounts=AMOUNTS,
    scope=SCOPE,
    reserves=RESERVES,
    denials=DENIALS,
    voices=VOICES,
    determiners=frozenset("the a an its their his her our".split()),
    opening=frozenset("but and while whereas although though because since as when if that so yet however".split()),
    prepositions=frozenset(
        "by in of to for with from on at without except excluding including besides outside inside near".split()
    ),
    contrasting=frozenset("but then or".split()),
    definite=frozenset("the this that these those such its their".split()),
    small_words=frozenset(
        "the a an of to in on at by for from with and or but as is are was were be been being has have had do"
        " does did it its this that these those they them their he she his her we our you your i who whom which"
        " what when where while than then there here into over under about after before between through during"
        " against not no nor so if will would can could may might shall should must also only just very more most"
        " much many some any all each every other another such own same s t per up down out off again once both"
        " few said says say according mr mrs ms dr beyond despite until since among within without although because"
        " however meanwhile unlike upon toward towards along across"
        " except excluding including besides outside inside near".split()
    ),
    endings=("ations", "ation", "ments", "ment", "ings", "ing", "ness", "ies", "ied", "ed", "es", "ly", "al", "s",
    "e", "y"),
    capitalised=frozenset(
        [*MONTHS, *DAYS, "i", "english", "french", "german", "spanish", "european", "christmas", "easter",
        "internet", "covid", "ok"]
    ),
)  # fmt: skip
