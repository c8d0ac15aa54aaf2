"""French."""

from briefgen.agreement.languages.french.amounts import AMOUNTS
from briefgen.agreement.languages.french.dates import DATES, DAYS, MONTHS
from briefgen.agreement.languages.french.denials import DENIALS
from briefgen.agreement.languages.french.numerals import NUMERALS
from briefgen.agreement.languages.french.reserves import RESERVES
from briefgen.agreement.languages.french.scope import SCOPE
from briefgen.agreement.languages.french.voices import VOICES
from briefgen.agreement.lexicon import Lexicon

LEXICON = Lexicon(
    code="fr",
    numerals=NUMERALS,
    dates=DATES,
    amounts=AMOUNTS,
    scope=SCOPE,
    reserves=RESERVES,
    denials=DENIALS,
    voices=VOICES,
    small_words=frozenset(
        "le la les l un une des du de d au aux a en dans sur sous par pour avec sans chez vers entre et ou mais donc"
        " or ni car comme que qu qui quoi dont"
        " ou lequel laquelle lesquels lesquelles duquel auquel ce c cet cette ces ceci cela ca ci celui celle ceux"
        " celles son sa ses leur leurs mon ma mes"
        " ton ta tes notre nos votre vos il elle ils elles on nous vous je j tu te t me m se s lui eux soi y en est"
        " sont etait etaient ete etre sera seront"
        " serait seraient soit soient fut furent etant a ont avait avaient avoir eu aura auront aurait auraient ait"
        " aient ayant fait font faire peut peuvent"
        " pourrait pourraient doit doivent devrait devraient va vont si quand lorsque lorsqu alors puis ensuite ici la"
        " ne n pas plus moins tres trop peu"
        " beaucoup tout toute tous toutes chaque aucun aucune autre autres tel telle tels telles meme memes aussi"
        " ainsi encore deja toujours apres avant"
        " pendant depuis durant jusque jusqu contre lors selon quelque quelques certains certaines plusieurs dit"
        " disent deux m mm mme mmes mlle dr pr me afin"
        " bien non oui hormis outre sauf excepte malgre parmi"
        " parce puisque puisqu tandis alors quel quelle quels quelles environ hors des dela lui".split()
    ),
    endings=(
        "issements", "issement", "ifications", "ification", "isations", "isation", "atrices", "ateurs", "ations",
        "atrice", "ateur", "ation", "ements",
        "ement", "ments", "aient", "euses", "ment", "ions", "eurs", "euse", "ants", "ante", "ites", "ives", "ales",
        "elle", "ance", "ence", "ion", "eur",
        "eux", "ait", "ant", "ent", "ite", "ive", "ifs", "aux", "ale", "els", "ees", "ee", "es", "er", "ir", "ez",
        "if", "al", "el", "is", "it", "e", "s", "x",
    ),
    capitalised=frozenset(
        [
            *MONTHS, *DAYS, "je", "internet", "noel", "paques", "toussaint", "covid", "ok", "ong", "etat", "etats",
            "francais", "francaise", "francaises",
            "anglais", "anglaise", "allemand", "allemande", "allemands", "espagnol", "espagnole", "espagnols",
            "italien", "italienne", "europeen",
            "europeenne", "europeens", "europeennes", "americain", "americaine", "africain", "africaine",
        ]
    ),
    determiners=frozenset("le la les l un une des son sa ses leur leurs notre nos ce cet cette plusieurs".split()),
    opening=frozenset(
        "mais et alors que qu tandis bien quoique parce puisque comme si or cependant toutefois quand"
        " lorsque".split()
    ),
    prepositions=frozenset(
        "par de d en sans pour a au aux sur avec du des hormis outre sauf excepte malgre parmi hors".split()
    ),
    contrasting=frozenset("mais puis ou".split()),
    definite=frozenset("le la les ce cet cette ces".split()),
)  # fmt: skip
