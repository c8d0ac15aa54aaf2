"""A claim compared with passages in another language: shared words, names that change, and what both are about."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from briefgen.claims.claim import Claim, Passage
from briefgen.claims.lexicon import Lexicon
from briefgen.claims.lexicon import lexicon as loaded
from briefgen.claims.quantities import quantities
from briefgen.claims.text import clauses, folded
from briefgen.markup.model import same

EXONYMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(row.split("|"))
    for row in (
        "united nations|un|nations unies|onu|naciones unidas",
        "united states|us|usa|american|americans|america|washington|etats unis|americain|americaine|americains"
        "|americaines|estados unidos|eeuu|ee uu|eua|estadounidense|estadounidenses|americano|americana",
        "united kingdom|uk|british|britain|great britain|royaume uni|grande bretagne|britannique|britanniques"
        "|reino unido|gran bretana|britanico|britanica|britanicos",
        "european union|eu|union europeenne|ue|union europea",
        "nato|otan|north atlantic treaty organization|organisation du traite de l atlantique nord",
        "world health organization|world health organisation|who|organisation mondiale de la sante|oms"
        "|organizacion mundial de la salud",
        "world trade organization|wto|organisation mondiale du commerce|omc|organizacion mundial del comercio",
        "international monetary fund|imf|fonds monetaire international|fmi|fondo monetario internacional",
        "world bank|banque mondiale|banco mundial",
        "organization of american states|oas|organisation des etats americains|oea"
        "|organizacion de los estados americanos",
        "african union|au|union africaine|ua|union africana",
        "world food programme|wfp|programme alimentaire mondial|pam|programa mundial de alimentos|pma",
        "high commissioner for refugees|unhcr|haut commissariat pour les refugies|hcr|acnur"
        "|alto comisionado de las naciones unidas para los refugiados",
        "international organization for migration|iom|organisation internationale pour les migrations|oim"
        "|organizacion internacional para las migraciones",
        "international labour organization|ilo|organisation internationale du travail|oit"
        "|organizacion internacional del trabajo",
        "international committee of the red cross|icrc|comite international de la croix rouge|cicr"
        "|comite internacional de la cruz roja",
        "red cross|croix rouge|cruz roja",
        "international criminal court|icc|cour penale internationale|cpi|corte penal internacional",
        "human rights watch|hrw",
        "amnesty international|amnistia internacional",
        "doctors without borders|msf|medecins sans frontieres|medicos sin fronteras",
        "security council|conseil de securite|consejo de seguridad",
        "general assembly|assemblee generale|asamblea general",
        "supreme court|cour supreme|corte suprema|tribunal supremo",
        "white house|maison blanche|casa blanca",
        "gdp|gross domestic product|pib|produit interieur brut|producto interno bruto|producto interior bruto",
        "ngo|ngos|ong|organisation non gouvernementale|organizacion no gubernamental",
        "haiti|haitian|haitians|haitien|haitienne|haitiens|haitiennes|haitiano|haitiana|haitianos|haitianas",
        "canada|canadian|canadians|ottawa|canadien|canadienne|canadiens|canadiennes|canadiense|canadienses",
        "germany|german|germans|allemagne|allemand|allemande|allemands|alemania|aleman|alemana|alemanes",
        "spain|spanish|espagne|espagnol|espagnole|espagnols|espana|espanol|espanola|espanoles",
        "switzerland|swiss|suisse|suisses|suiza|suizo|suiza|suizos",
        "netherlands|dutch|holland|pays bas|neerlandais|neerlandaise|hollandais|paises bajos|neerlandes|holanda"
        "|holandes",
        "england|english|angleterre|anglais|anglaise|inglaterra|ingles|inglesa|ingleses",
        "wales|welsh|pays de galles|gallois|galloise|gales|gales",
        "scotland|scottish|ecosse|ecossais|ecossaise|escocia|escoces|escocesa",
        "ireland|irish|irlande|irlandais|irlandaise|irlanda|irlandes|irlandesa",
        "france|french|francais|francaise|francaises|francia|frances|francesa|franceses",
        "greece|greek|grece|grec|grecque|grecs|grecia|griego|griega|griegos",
        "sweden|swedish|suede|suedois|suedoise|suecia|sueco|sueca",
        "norway|norwegian|norvege|norvegien|norvegienne|noruega|noruego",
        "denmark|danish|danemark|danois|danoise|dinamarca|danes|danesa",
        "finland|finnish|finlande|finlandais|finlandaise|finlandia|finlandes",
        "hungary|hungarian|hongrie|hongrois|hongroise|hungria|hungaro|hungara",
        "poland|polish|pologne|polonais|polonaise|polonia|polaco|polaca",
        "austria|austrian|autriche|autrichien|autrichienne|austriaco|austriaca",
        "belgium|belgian|belgique|belge|belges|belgica",
        "portugal|portuguese|portugais|portugaise|portugues|portuguesa",
        "turkey|turkish|turquie|turc|turque|turquia|turco|turca",
        "egypt|egyptian|egypte|egyptien|egyptienne|egipto|egipcio|egipcia",
        "morocco|moroccan|maroc|marocain|marocaine|marruecos|marroqui",
        "algeria|algerian|algerie|algerien|argelia|argelino",
        "lebanon|lebanese|liban|libanais|libanaise|libano|libanes",
        "cyprus|cypriot|chypre|chypriote|chipre|chipriota",
        "japan|japanese|japon|japonais|japonaise|japones|japonesa",
        "india|indian|inde|indien|indienne|indio|indios",
        "china|chinese|chine|chinois|chinoise|chino|chinos",
        "mexico|mexican|mexique|mexicain|mexicaine|mexicano|mexicana",
        "brazil|brazilian|bresil|bresilien|bresilienne|brasil|brasileno|brasilena",
        "chile|chilean|chili|chilien|chileno|chilena",
        "peru|peruvian|perou|peruvien|peruano|peruana",
        "dominican republic|republique dominicaine|republica dominicana",
        "ivory coast|cote d ivoire|costa de marfil",
        "cape verde|cap vert|cabo verde",
        "south africa|afrique du sud|sudafrica",
        "south korea|coree du sud|corea del sur",
        "north korea|coree du nord|corea del norte",
        "czech republic|czechia|republique tcheque|tchequie|republica checa|chequia",
        "london|londres",
        "port au prince|puerto principe",
        "cape town|le cap|ciudad del cabo",
        "havana|la havane|la habana",
        "holy see|saint siege|santa sede",
        "geneva|geneve|ginebra",
        "brussels|bruxelles|bruselas",
        "the hague|la haye|la haya",
        "vienna|vienne|viena",
        "moscow|moscou|moscu",
        "beijing|pekin",
        "cairo|le caire|el cairo",
        "new york|nueva york",
        "athens|athenes|atenas",
        "warsaw|varsovie|varsovia",
        "mediterranean|mediterranee|mediterraneo",
        "black sea|mer noire|mar negro",
        "red sea|mer rouge|mar rojo",
        "king|roi|rey",
        "north|northern|nord|norte",
        "south|southern|sud|sur",
        "east|eastern|est|este",
        "west|western|ouest|oeste",
        "river|riviere|fleuve|rio",
        "sea|mer|mar",
        "lake|lac|lago",
    )
)
"""Each row is one name; folded, without points."""


# Words of two languages that are one word: names, and words that both have from Latin or Greek.

_SPELLINGS = (
    ("tion", "cion"), ("sion", "cion"),
    ("ph", "f"), ("th", "t"), ("rh", "r"), ("ch", "c"), ("qu", "c"), ("ck", "c"), ("k", "c"), ("y", "i"), ("w", "v"),
    ("x", "s"), ("z", "s"), ("ç", "c"), ("j", "i"), ("h", ""),
)  # fmt: skip
"""How one sound is written here and there: `pharmacie`, `farmacia`."""

_SHORTEST = 4
_COMMON_PREFIX = 0.6
"""Letters that two words must have in common at their beginning, and how much of the longer that must be."""

_DOUBLED = re.compile(r"([a-z])\1")
_WORD = re.compile(r"[^\W_]+")


def alike(one: str, other: str) -> bool:
    """Whether two folded words are one word: `haitian` and `haitiano`, `mission` and `mision`."""
    if one == other:
        return True
    first, second = _spelled(one), _spelled(other)
    shared = next((n for n, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(first), len(second)) if shared is None else shared
    return shared >= _SHORTEST and shared >= _COMMON_PREFIX * max(len(first), len(second))


def akin(one: str, other: str) -> bool:
    """Whether two folded words begin alike: “bloqueos”, “blockades”."""
    return _spelled(one)[:_SHORTEST] == _spelled(other)[:_SHORTEST]


def stands_alike(word: str, others: Iterable[str]) -> bool:
    """Whether a word stands among words of another language."""
    return any(alike(word, other) for other in others)


@lru_cache(8192)
def words_alike(text: str) -> frozenset[str]:
    """The folded words of a text, and for each name that changes with the language one that does not."""
    plain = folded(text).replace(".", "")
    words = set(_WORD.findall(plain))
    spaced = f" {' '.join(_WORD.findall(plain))} "
    for number, forms in enumerate(EXONYMS):
        if any(f" {form} " in spaced for form in forms):
            words.add(f"#{number}")
    return frozenset(words)


def exonyms(text: str) -> frozenset[str]:
    """The names in a text that change with the language, each by a sign of its own."""
    return frozenset(word for word in words_alike(text) if word.startswith("#"))


def of_exonyms(word: str, signs: Iterable[str]) -> bool:
    """Whether a folded word belongs to one of some such names."""
    return any(word in form.split() for sign in signs for form in EXONYMS[int(sign[1:])])


def _spelled(word: str) -> str:
    word = _DOUBLED.sub(r"\1", word)
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    return word


# A claim beside passages in another language that have no translation: what both are about, as far as words are
# alike.
#
# The questions are the same as in one language. Each asks its words of the passage in the lexicon of the
# passage, and those of the claim in the lexicon of the claim.

_WHOLE = 0.75
"""How long a claim is, at least, that restates a whole passage."""

_SMALLEST = 3
"""Letters of a word that may show what a text is about."""


class Abroad(msgspec.Struct, frozen=True):
    """A clause of a passage in another language."""

    text: str
    lexicon: Lexicon
    whole: bool
    """Whether the claim is about the whole passage: it is this one clause, or no longer than the claim."""


def abroad(claim: Claim) -> Iterator[Abroad]:
    """The clauses that a claim is held to: of the quotes for a statement, and of the statements for a sentence."""
    if not claim.foreign:
        return
    others = [passage for passage in claim.passages if not same(passage.lang, claim.lang)]
    stated = [passage for passage in others if passage.kind == "statement"]
    for passage in stated or others:
        if read := passage.lexicon:
            spans = clauses(passage.text, read)
            whole = len(spans) == 1 or len(claim.text.split()) >= _WHOLE * len(passage.text.split())
            for start, end in spans:
                yield Abroad(passage.text[start:end], read, whole)


def texts_abroad(claim: Claim) -> list[Passage]:
    """All passages in another language that a lexicon reads."""
    return [passage for passage in claim.passages if passage.lexicon and not same(passage.lang, claim.lang)]


def speaks_of(claim: Claim, there: Abroad, strictly: bool = False) -> bool:
    """Whether a claim is about what a clause is about: they share words that are alike, or figures. `strictly`: that
    the claim is about the whole passage does not do."""
    if there.whole and not strictly:
        return True
    mine = words_alike(claim.text)
    telling = _telling(there.text, there.lexicon.code)
    shared = [word for word in telling if any(alike(word, other) for other in mine)]
    shared += [word for word in words_alike(there.text) & mine if word.startswith("#")]
    counted = {value for each in quantities(claim.text, claim.lexicon) for value in each.values}
    shared += ["" for each in quantities(there.text, there.lexicon) if not counted.isdisjoint(each.values)]
    return len(shared) >= 2 or (
        bool(telling) and len(shared) >= (_STRICT if strictly else _SHARED_WORDS) * len(telling)
    )


_SHARED_WORDS, _STRICT = 0.25, 0.34
"""The least share of the words of a clause that a claim about it has, in words that are alike."""


@lru_cache(4096)
def _telling(text: str, code: str) -> tuple[str, ...]:
    lexicon = loaded(code)
    small = lexicon.small_words if lexicon else frozenset[str]()
    words = dict.fromkeys(_WORD.findall(folded(text)))
    return tuple(word for word in words if word not in small and (len(word) > _SMALLEST or word.isdecimal()))
