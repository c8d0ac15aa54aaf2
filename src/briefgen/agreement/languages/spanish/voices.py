"""Spanish: the words around who speaks."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Voices

VOICES = Voices(
    saying=Cues(
        "achac*",
        "dijo", "dijeron", "dice", "dicen", "decia", "decian", "dicho", "segun", "de acuerdo con", "declar*",
        "afirm*", "anunci*", "inform*", "reporta|reportan|reporto|reportaron|reportado", "advirti*", "adviert*",
        "advert*", "escrib*", "escrit*",
        "argument*", "sostien*", "sostuv*", "sosten*", "agrega|agregan|agrego|agregaron", "anadi*", "anade|anaden",
        "explic*", "insist*", "confirm*", "nego|negaron|niega|niegan", "desminti*", "llama|llaman|llamo|llamaron",
        "noto|notaron",
        "estim*", "constat*", "conclu*", "pregunt*", "pidi*", "piden", "pide", "promet*", "reconoc*", "reconoci*",
        "admit*", "admiti*", "testific*", "record*", "recuerd*", "se quej*", "mantien*", "mantuv*", "subray*",
        "en palabras de", "respond*", "contest*",
        "predij*", "predic*", "observ*", "precis*", "indica|indican|indico|indicaron|indicaba|indicando", "asegur*",
        "senal*", "conto|contaron|cuenta|cuentan",
        "relat*", "coment*", "manifest*", "expres*", "opin*", "acus*", "denunci*", "lament*", "consider*", "juzg*",
        "apunt*", "destac*", "recalc*", "enfatiz*",
        "revel*", "sugir*", "sugier*", "plante*", "a juicio de", "a decir de", "en opinion de",
        "hizo saber", "pretend*", "alert*", "reiter*",
    ),
    titles=frozenset(
        "sr sra sres srta don dona senor senora senorita dr dra doctor doctora prof profesor profesora presidente"
        " presidenta ministro ministra primer primera secretario secretaria general alcalde alcaldesa gobernador"
        " gobernadora senador senadora diputado diputada"
        " juez jueza jefe jefa director directora rey reina principe princesa coronel capitan capitana inspector"
        " inspectora concejal concejala consejero consejera comisario comisaria embajador embajadora portavoz vocero"
        " vocera vice vicepresidente vicepresidenta exministro"
        " expresidente ingeniero ingeniera lic licenciado licenciada fiscal prefecto intendente intendenta"
        " magistrado magistrada comandante teniente monsenor padre obispo papa canciller defensor defensora".split()
    ),
    bodies=frozenset((
        "ministerio departamento oficina agencia autoridad consejo comite comision junta corte tribunal "
        "sindicato union asociacion federacion liga grupo partido parlamento asamblea senado congreso "
        "gobierno gabinete tesoro hacienda banco fondo policia ejercito armada guardia servicio instituto "
        "universidad escuela facultad colegio hospital clinica centro fundacion sociedad compania empresa "
        "iglesia inspeccion inspector auditor auditoria intervencion defensor defensoria secretaria "
        "secretario camara casa estado provincia ciudad republica reino ley codigo carta convencion tratado "
        "acuerdo constitucion plan programa informe encuesta naciones estados conferencia alianza coalicion "
        "frente movimiento fuerzas direccion registro estadistica aguas agua ayuntamiento alcaldia "
        "mancomunidad fiscalia contraloria correo"
    ).split()),
    stances=Cues(
        "situa|situan|situo|situaron", "fija|fijan|fijo en", "coloca|colocan|coloco en",
        "recomienda|recomiendan|recomendo", "atribuye|atribuyen|atribuyo", "califica|califican|califico",
        "propone|proponen|propuso", "exige|exigen|exigio", "concluye|concluyen|concluyo", "se opone|oponen",
        "sostiene|sostienen|sostuvo", "denuncia|denuncian|denuncio", "considera|consideran",
        "rechaza|rechazan|rechazo|rechazaron", "impugna|impugnan|impugno|impugnaron", "teme|temen|temia|temian",
        "calcula|calculan|calculo|calcularon", "cifra|cifran|cifro|cifraron", "culpa|culpan|culpo|culparon",
        "critica|critican|critico|criticaron", "condena|condenan|condeno", "reclama|reclaman|reclamo|reclamaron",
        "cree|creen|creia", "piensa|piensan", "duda|dudan", "cuestiona|cuestionan|cuestiono",
        "replica|replican|replico",
        "aconseja|aconsejan|aconsejo", "desaconseja|desaconsejan|desaconsejo", "confia|confian", "advierte|advierten",
        "espera|esperan", "preve|preven", "solicita|solicitan|solicito", "insta|instan|insto", "reprocha|reprochan",
        "defiende|defienden", "alega|alegan|alego", "objeta|objetan|objeto que", "concede que",
        "detalla|detallan|detallo",
        "menciona|mencionan|menciono", "subraya|subrayan|subrayo", "valora|valoran|valoro", "tacha|tachan|tacho de",
        "deja|dejo|dejaron claro",
    ),
    according=Cues(
        "segun", "de acuerdo con", "a juicio de|del", "en opinion de|del", "a decir de|del", "en palabras de|del",
        "conforme a|al", "a ojos de|del", "en voz de|del", "al decir de|del",
    ),
    agents=Cues("por", "por parte de|del"),
    passives=frozenset("es son era eran fue fueron sido ser sea sean".split()),
    auxiliaries=frozenset("ha han habia habian habria habra".split()),
    relatives=frozenset("que quien quienes".split()),
    content=frozenset("de que del contra sobre".split()),
    first_person=Cues("yo", "nosotros", "mi|mis", "nuestro|nuestra|nuestros|nuestras", "me", "nos"),
    pronouns=frozenset("el ella ellos ellas que quien".split()),
)  # fmt: skip
