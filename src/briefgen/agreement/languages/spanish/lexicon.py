"""Spanish."""

from briefgen.agreement.languages.spanish.amounts import AMOUNTS
from briefgen.agreement.languages.spanish.dates import DATES, DAYS, MONTHS
from briefgen.agreement.languages.spanish.denials import DENIALS
from briefgen.agreement.languages.spanish.numerals import NUMERALS
from briefgen.agreement.languages.spanish.reserves import RESERVES
from briefgen.agreement.languages.spanish.scope import SCOPE
from briefgen.agreement.languages.spanish.voices import VOICES
from briefgen.agreement.lexicon import Lexicon

LEXICON = Lexicon(
    code="es",
    numerals=NUMERALS,
    dates=DATES,
    amounts=AMOUNTS,
    scope=SCOPE,
    reserves=RESERVES,
    denials=DENIALS,
    voices=VOICES,
    small_words=frozenset(
        "el la los las lo un una unos unas uno de del al a ante bajo con contra desde durante en entre hacia hasta"
        " para por segun sin sobre tras y e o u ni pero mas sino que quien quienes cual cuales cuyo cuya cuyos cuyas"
        " como cuando donde"
        " si porque pues aunque mientras este esta esto estos estas ese esa eso esos esas aquel aquella aquello"
        " aquellos aquellas su sus mi mis tu tus nuestro nuestra nuestros nuestras vuestro ellos ellas el ella"
        " nosotros yo usted ustedes se le les me te"
        " nos os es son era eran fue fueron ser sido siendo sera seran seria serian sea sean esta estan estaba estaban"
        " estar estado estuvo ha han habia habian haber hay hubo haya hayan habra habria habrian he tiene tienen tenia"
        " tenian tener tuvo hace hacen hacer hizo"
        " hecho puede pueden podria podrian poder debe deben deberia va van no nunca muy tan tanto tambien ademas ya"
        " aun todavia solo asi entonces luego despues antes ahora aqui alli todo toda todos todas cada cualquier otro"
        " otra otros otras mismo misma mismos mismas"
        " tal tales mucho mucha muchos muchas poco poca pocos pocas algun alguno alguna algunos algunas ningun"
        " ninguno ninguna varios varias menos mas bien mayor menor sr sra sres dr dra dijo dice dicen dijeron"
        " cerca unos salvo excepto mediante incluso fuera aparte".split()
    ),
    endings=(
        "amientos", "imientos", "amiento", "imiento", "aciones", "iciones", "adoras", "adores", "adora", "ancias",
        "encias", "mente", "acion", "icion", "iones", "ieron", "iendo", "ancia", "encia", "ables", "ibles", "idades",
        "arian", "erian", "irian", "abais", "ados", "adas", "idos", "idas", "ando", "aron", "aria", "eria", "iria",
        "aban", "idad", "able", "ible", "ador", "ados", "oras", "ales", "ivos", "ivas", "ion", "ado", "ada", "ido",
        "ida", "aba", "ian", "ara", "era", "ira",
        "ivo", "iva", "ora", "or", "ia", "io", "ar", "er", "ir", "an", "en", "al", "es", "os", "as", "o", "a", "e", "s",
    ),
    capitalised=frozenset(
        [
            *MONTHS, *DAYS, "setiembre", "yo", "internet", "navidad", "pascua", "covid", "ok", "ong", "estado",
            "estados", "espanol", "espanola", "espanoles", "ingles", "inglesa", "frances", "francesa", "aleman",
            "alemana", "europeo", "europea", "europeos", "europeas", "latinoamericano", "latinoamericana",
            "italiano", "italiana",
        ]
    ),
    determiners=frozenset("el la los las un una unos unas su sus este esta".split()),
    opening=frozenset("pero y e mientras que aunque porque pues como si sino cuando puesto ya".split()),
    prepositions=frozenset(
        "por de en sin con para a al sobre del salvo excepto mediante incluso fuera aparte".split()
    ),
    contrasting=frozenset("pero luego o".split()),
    definite=frozenset("el la los las este esta estos estas esos esas dicho dicha dichos dichas".split()),
)  # fmt: skip
