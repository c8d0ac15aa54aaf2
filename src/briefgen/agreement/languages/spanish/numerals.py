"""Spanish: the words of numbers."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.languages.spanish.amounts import COUNTED
from briefgen.agreement.lexicon import Numerals

_ONES = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis".split()
_ONES += "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco".split()
_ONES += "veintiseis veintisiete veintiocho veintinueve".split()
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_HUNDREDS = "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient".split()
_ORDINALS = "primer segund tercer cuart quint sext septim octav noven decim undecim duodecim".split()
_NOUNS = "|".join(word for words in COUNTED.values() for word in words.split())

NUMERALS = Numerals(
    atoms={word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, 3)}
    | {stem + ending: 100 * number for number, stem in enumerate(_HUNDREDS, 2) for ending in ("os", "as")}
    | {"un": 1, "una": 1, "veintiun": 21, "veintiuna": 21},
    hundreds=frozenset({"cien", "ciento"}),
    magnitudes={
        "mil": 1e3, "millon": 1e6, "millones": 1e6, "millardo": 1e9, "millardos": 1e9, "billon": 1e12,
        "billones": 1e12, "mill": 1e6, "mdp": 1e6, "mdd": 1e6, "k": 1e3, "m": 1e6,
    },
    # “Quincena” is a fortnight as well, of fifteen days.
    collectives={
        "decena": 10, "docena": 12, "quincena": 15, "veintena": 20, "treintena": 30, "cuarentena": 40,
        "cincuentena": 50, "centena": 100, "centenar": 100, "millar": 1000,
    },
    vague={
        "decenas": 10, "docenas": 12, "veintenas": 20, "centenas": 100, "centenares": 100, "cientos": 100,
        "miles": 1000,
        "millares": 1000, "millones": 1_000_000,
    },
    shares={
        "tercio": 3, "tercios": 3, "tercera": 3, "terceras": 3, "cuarto": 4, "cuartos": 4, "cuarta": 4, "cuartas": 4,
        "quinto": 5, "quintos": 5, "quinta": 5, "quintas": 5, "sexto": 6, "sextos": 6, "sexta": 6, "sextas": 6,
        "septimo": 7, "septimos": 7, "septima": 7, "septimas": 7, "octavo": 8, "octavos": 8, "octava": 8, "octavas": 8,
        "noveno": 9, "novenos": 9, "novena": 9, "novenas": 9, "decimo": 10, "decimos": 10, "decima": 10, "decimas": 10,
        "vigesima": 20, "centesimo": 100, "centesima": 100, "centesimas": 100, "milesima": 1000,
    },
    halves=frozenset({"mitad", "mitades", "medio", "media"}),
    weak_halves=frozenset({"medio", "media", "medios", "medias"}),
    ordinals={
        stem + ending: number for number, stem in enumerate(_ORDINALS, 1) for ending in ("o", "a", "os", "as")
    }
    | {"primer": 1, "tercer": 3, "vigesimo": 20, "vigesima": 20, "trigesimo": 30, "centesimo": 100},
    ordinal_endings=frozenset({"º", "ª", "er", "ro", "ra", "do", "da", "to", "ta", "vo", "va", "mo", "ma", "no", "na"}),
    articles=frozenset({"un", "una", "uno"}),
    joiners=frozenset({"y", "e"}),
    between=frozenset({"a", "al", "y", "o", "u", "hasta", "-", "–", "—"}),
    # “Tres hogares de cada cinco”: what is counted may stand between.
    out_of=Cues("de cada", "entre", "de", "de los|las", "de sus", "de nuestros|nuestras|estos|estas|esos|esas",
    "por cada", "sobre", f"{_NOUNS} de cada",
    f"{_NOUNS} por cada"),
    far_out_of=frozenset({"de cada"}),
    factors={
        "doble": 2, "dobles": 2, "doblo": 2, "doblado": 2, "doblar": 2, "duplica": 2, "duplican": 2, "duplico": 2,
        "duplicaron": 2, "duplicado": 2, "duplicada": 2, "duplicados": 2, "duplicadas": 2, "duplicar": 2,
        "duplicando": 2, "duplicara": 2, "duplicaran": 2, "duplicaria": 2, "duplicaba": 2, "duplicarse": 2,
        "duplicandose": 2, "duplicacion": 2, "duplique": 2,
        "triple": 3, "triples": 3, "triplica": 3, "triplican": 3, "triplico": 3, "triplicaron": 3, "triplicado": 3,
        "triplicada": 3, "triplicados": 3, "triplicar": 3, "triplicando": 3, "triplicara": 3, "triplicaria": 3,
        "triplicarse": 3, "triplicandose": 3, "triplique": 3,
        "cuadruple": 4, "cuadruplica": 4, "cuadruplico": 4, "cuadruplicaron": 4, "cuadruplicado": 4, "cuadruplicar": 4,
        "cuadruplicando": 4, "quintuple": 5, "quintuplico": 5, "quintuplicado": 5, "quintuplicar": 5, "sextuple": 6,
        "decuplico": 10, "decuplicado": 10, "centuplico": 100,
    },
    decimal=",",
    of=frozenset({"de"}),
    part_nouns=frozenset({"parte", "partes"}),
    weak_out_of=frozenset({"de"}),
    before_years=frozenset({"de"}),
)  # fmt: skip
