"""French: the words of numbers."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.languages.french.amounts import COUNTED
from briefgen.agreement.lexicon import Numerals

_ONES = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
_TENS = "vingt trente quarante cinquante soixante septante huitante nonante".split()
_ORDINALS = "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme".split()
_ORDINALS += "douzieme treizieme quatorzieme quinzieme seizieme".split()
_NOUNS = "|".join(word for words in COUNTED.values() for word in words.split())

NUMERALS = Numerals(
    atoms={word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {"une": 1, "vingts": 20, "octante": 80},
    hundreds=frozenset({"cent", "cents"}),
    magnitudes={
        "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e12,
        "billions": 1e12, "mio": 1e6, "mrd": 1e9, "mds": 1e9, "k": 1e3, "m": 1e6, "md": 1e9,
    },
    collectives={
        "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
        "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    },
    vague={
        "dizaines": 10, "douzaines": 12, "vingtaines": 20, "centaines": 100, "milliers": 1000, "millions": 1_000_000,
        "milliards": 10**9,
    },
    shares={
        "tiers": 3, "quart": 4, "quarts": 4, "cinquieme": 5, "cinquiemes": 5, "sixieme": 6, "sixiemes": 6,
        "septieme": 7, "septiemes": 7, "huitieme": 8, "huitiemes": 8, "neuvieme": 9, "neuviemes": 9, "dixieme": 10,
        "dixiemes": 10, "vingtieme": 20, "vingtiemes": 20, "centieme": 100, "centiemes": 100, "millieme": 1000,
    },
    halves=frozenset({"demi", "demie", "demis", "demies", "moitie"}),
    weak_halves=frozenset({"demi", "demie", "demis", "demies"}),
    ordinals={word: number for number, word in enumerate(_ORDINALS, 1)}
    | {
        "premiere": 1, "premiers": 1, "premieres": 1, "seconde": 2, "second": 2, "seconds": 2, "secondes": 2,
        "deuxiemes": 2, "troisiemes": 3, "vingtieme": 20, "trentieme": 30, "quarantieme": 40, "cinquantieme": 50,
        "centieme": 100,
    },
    ordinal_endings=frozenset({"er", "ers", "re", "res", "ere", "eres", "e", "es", "eme", "emes", "ieme", "nd", "nde"}),
    # “Le quart des ménages” is one quarter too.
    articles=frozenset({"un", "une", "le"}),
    joiners=frozenset({"et"}),
    doubtful=frozenset({"neuf"}),
    between=frozenset({"a", "et", "ou", "-", "–", "—"}),
    # “Un ménage sur trois”: only what is counted may stand between, for “un rapport sur deux villes” is no share.
    out_of=Cues("sur", "sur les", "des", "de nos|ses|leurs|ces", "sur chaque", f"{_NOUNS} sur", f"{_NOUNS} sur les"),
    far_out_of=frozenset({"sur"}),
    factors={
        "double": 2, "doubles": 2, "doublee": 2, "doublees": 2, "doubler": 2, "doublent": 2, "doublant": 2,
        "doublait": 2, "doublaient": 2, "doublera": 2, "doubleront": 2, "doublerait": 2, "doublement": 2, "doubla": 2,
        "triple": 3, "triples": 3, "triplee": 3, "triplees": 3, "tripler": 3, "triplent": 3, "triplant": 3,
        "triplait": 3, "triplera": 3, "tripleront": 3, "triplerait": 3, "triplement": 3, "tripla": 3,
        "quadruple": 4, "quadruples": 4, "quadruplee": 4, "quadrupler": 4, "quadruplent": 4, "quadruplement": 4,
        "quintuple": 5, "quintuplee": 5, "quintupler": 5, "sextuple": 6, "decuple": 10, "decuplee": 10,
        "decupler": 10, "centuple": 100,
    },
    decimal=",",
    of=frozenset({"de", "d"}),
    before_adjectives=frozenset({"est", "sont", "etait", "tout", "remis", "flambant", "battant"}),
)  # fmt: skip
