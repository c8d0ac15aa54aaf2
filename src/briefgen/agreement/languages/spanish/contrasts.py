"""Spanish: words of which a claim may not have the one where its passage has the other."""

from collections.abc import Mapping

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Contrast

CONTRASTS: Mapping[Contrast, tuple[Cues, Cues]] = {
    "more-less": (
        Cues(
            "aument*", "subi|subio|subieron|suben|sube|subir|subida|subidas|subido|subiendo", "alza|alzas",
            "increment*", "crece|crecen|crecio|crecieron|crecer|crecido|creciendo|creciente|crecientes|crecimiento",
            "gana|ganan|gano|ganaron|ganado|ganar|ganancia|ganancias", "ascend*", "ascens*", "ascien*", "elev*",
            "dispar*", "repunt*", "mas alto|alta|altos|altas", "salto|saltos", "acrecent*",
            "amplia|amplian|amplio|ampliaron|ampliado|ampliada|ampliacion|ampliar", "al alza", "encarec*",
        ),
        Cues(
            "disminu*", "baja", "bajas", "bajo|bajaron|bajan|bajar|bajado|bajando|bajada|bajadas",
            "cae|caen|cayo|cayeron|caer|caido|caida|caidas|cayendo", "desciend*", "descend*", "descens*", "descen*",
            "redu*", "reduccion*", "recort*", "merma*", "retroced*", "retroces*", "pierd*", "perd*", "perdid*",
            "decrec*", "declive", "declin*", "desplom*", "a la baja", "contrajo|contrae|contraccion", "abarat*",
            "mas bajo|baja|bajos|bajas", "encog*",
        ),
    ),
    "for-against": (
        Cues(
            "apoy*", "respald*", "favorable*", "a favor", "aprob*", "aprueb*", "partidari*", "defiend*", "defend*",
            "avala*", "avalo", "secund*",
        ),
        Cues(
            "opon*", "opus*", "opuest*", "oposicion", "en contra", "rechaz*", "desfavorable*", "resist*", "desaprob*",
            "desaprueb*", "hostil*", "combat*", "objetan|objetaron|objecion|objeciones", "contrari*",
        ),
    ),
    "accepting-refusing": (
        Cues(
            "acept*", "acord*", "aprob*", "aprueb*", "adopt*", "otorg*", "conced*", "ratific*",
            "valida|validan|valido|validaron", "admit*", "votado|votada a favor",
        ),
        Cues(
            "rechaz*", "rehus*", "desacuerd*", "deneg*", "denieg*", "declin*", "nego|negado|negada|negaron|negar",
            "niega*", "desestim*", "invalid*", "descart*", "tumb*",
        ),
    ),
    "open-closed": (
        Cues(
            "abre|abren|abrio|abrieron|abrir|abriendo|abrira|abriran", "abiert*", "apertur*", "reabr*", "reabiert*",
            "reapertura*",
        ),
        Cues("cierr*", "cerr*", "cierre*", "clausur*"),
    ),
    "greater-smaller": (
        Cues(
            "superior*", "mayor|mayores", "mas alto|alta|altos|altas", "mas grande|grandes",
            "mas largo|larga|largos|largas", "mas numeros*", "mas important*", "mas car*", "mas rapid*", "mas a menudo",
            "por encima", "cada vez mas", "mas fuerte|fuertes", "mas frecuen*",
        ),
        Cues(
            "inferior*", "menor|menores", "mas bajo|baja|bajos|bajas", "mas pequen*", "mas corto|corta|cortos|cortas",
            "menos numeros*", "menos important*", "menos car*", "mas barat*", "menos rapid*", "mas lent*",
            "menos a menudo", "por debajo", "cada vez menos", "menos fuerte|fuertes", "menos frecuen*", "mas debil*",
            "menos alto|alta",
        ),
    ),
    "before-after": (
        Cues(
            "antes", "previo|previa|previos|previas|previamente", "anterior*", "con anterioridad", "preced*",
            "mas temprano",
        ),
        Cues(
            "despues", "tras", "posterior*", "mas tarde", "luego", "a raiz", "siguiente*", "ulterior*",
            "con posterioridad",
        ),
    ),
    "success-failure": (
        Cues(
            "exito*", "logr*", "gana|ganan|gano|ganaron|ganado|ganar", "cumpl*", "alcanz*", "consigu*", "consegu*",
            "triunf*", "victoria*", "satisf*",
        ),
        Cues(
            "fracas*", "fallo|fallaron|fallado|fallar|fallido|fallida|falla|fallan", "pierd*", "perd*", "incumpl*",
            "viola|violan|violo|violaron|violado|violada|violacion|violaciones", "infring*", "infracc*", "derrot*",
            "vulner*", "no cumpl*",
        ),
    ),
    "sound-unsound": (
        Cues(
            "seguro|segura|seguros|seguras", "legal|legales|legalmente", "licito|licita|licitos|licitas",
            "posible|posibles", "capaz|capaces", "probable|probables", "suficiente|suficientes", "adecuad*",
            "estable|estables", "fiable|fiables", "confiable*", "potable|potables", "apto|apta|aptos|aptas",
            "valido|valida|validos|validas",
        ),
        Cues(
            "insegur*", "peligros*", "ilegal*", "ilicit*", "imposible*", "incapa*", "improbable*", "insuficient*",
            "inadecuad*", "inestable*", "poco fiable*", "poco segur*", "no potable*", "no apto|apta|aptos|aptas",
            "invalid*", "no es suficiente",
        ),
    ),
    "better-worse": (
        Cues("mejor*", "refuerz*", "reforz*", "fortalec*", "alivi*", "flexibiliz*", "consolid*", "suaviz*"),
        Cues("peor*", "empeor*", "agrav*", "deterior*", "degrad*", "debilit*", "endurec*", "fragiliz*"),
    ),
    "beginning-end": (
        Cues(
            "comienz*", "comenz*", "empiez*", "empez*", "inicia|inician|inicio|iniciaron|iniciado|iniciada|iniciar",
            "arranc*", "arranqu*", "lanz*", "reanud*", "inaugur*", "emprend*", "puso en marcha", "puesta en marcha",
        ),
        Cues(
            "puso|pusieron|poner|puesto fin", "finaliz*", "acab*", "termin*", "ceso|cesaron|cese|cesar|cesa|cesan",
            "suspen*", "interrump*", "interrupcion*", "detuvo|detuvieron|detener", "detenid*", "paraliz*",
        ),
    ),
    "allowed-banned": (
        Cues("permit*", "permis*", "autoriz*", "legaliz*", "levant*", "toler*", "habilit*"),
        Cues(
            "prohib*", "prohibicion*", "veto|vetado|vetada|vetaron", "vedad*", "impus*", "impon*", "impuso",
            "ilegaliz*", "proscri*",
        ),
    ),
    "included-excluded": (
        Cues("inclu*", "comprend*", "incorpor*", "abarc*"),
        Cues("exclu*", "salvo", "excepto", "a excepcion", "con excepcion"),
    ),
    "admitting-denying": (
        Cues("confirm*", "admit*", "admite*", "reconoc*"),
        Cues("nego|negaron|negado|negar|niega|niegan|negaba", "desmient*", "desminti*"),
    ),
    "having-lacking": (
        Cues("goza|gozan|gozaba", "posee|poseen", "cuenta|cuentan con"),
        Cues("carec*", "carent*", "desprovist*", "privad*"),
    ),
    "returning-vanishing": (
        Cues("regreso", "ha|habia vuelto|regresado", "reaparec*", "reaparicion", "resurg*", "rebrot*"),
        Cues("desaparec*", "erradic*"),
    ),
    "taking-losing": (
        Cues(
            "se apoder*", "apoderad*", "tomado el control", "domin*", "controla|controlan|controlaban", "toman|tomaron",
        ),
        Cues("perdido el control", "perdieron el control", "expuls*", "desaloj*", "cedieron|cedido"),
    ),
    "clear-murky": (
        Cues("claro|clara|claros|claras|claramente", "evidente*", "transparent*", "nitid*", "manifiest*"),
        Cues("turbi*", "oscur*", "opac*", "vago|vaga|vagos|vagas", "difus*", "borros*", "confus*"),
    ),
    "remembering-forgetting": (
        Cues("recuerda|recuerdan|recordaba|recordaban", "se acuerda|acuerdan", "memoria"),
        Cues("olvid*"),
    ),
    "keeping-dropping": (
        Cues("conserv*", "preserv*", "mantien*|manten*|mantuv*"),
        Cues("aboli*", "abandon*", "suprim*", "derog*", "renunci*"),
    ),
    "convicted-cleared": (
        Cues("conden*", "culpable*"),
        Cues("absuel*", "absolvi*", "absolv*", "inocent*", "exculp*", "exoner*"),
    ),
    "punctual-late": (
        Cues("a tiempo", "puntual*", "con antelacion"),
        Cues("con retraso", "retrasad*", "atrasad*", "demorad*", "fuera de plazo"),
    ),
    "surplus-deficit": (Cues("superavit*", "excedente*", "ganancias", "beneficios"), Cues("deficit*", "perdidas")),
    "hired-dismissed": (
        Cues("nombr*", "contrat|contrata|contratan|contrato|contrataron|contratado|contratados", "reclut*", "readmit*"),
        Cues("despid*", "despedid*", "destitu*", "ces|cesad*", "dimit*", "dimision*"),
    ),
    "voluntary-compulsory": (Cues("voluntari*", "facultativ*", "opcional*"), Cues("obligatori*", "forzos*")),
    "arrested-released": (
        Cues("arrest*", "detenid*|detien*|detuv*|detencion*", "encarcel*", "pres|preso|presos|presa|presas"),
        Cues("liber|liberad*|liberaron|liberacion", "puest* en libertad", "en libertad", "excarcel*"),
    ),
    "encouraging-discouraging": (
        Cues("alent*", "anim|anima|animan|animo", "aconsej*", "fomenta|fomentan"),
        Cues("desalent*", "desaconsej*", "disuad*", "desanim*"),
    ),
    "extended-expired": (Cues("prorrog*", "renov*", "prolong*"), Cues("expir*", "venci*", "caduc*", "acort*")),
    "imports-exports": (Cues("importa*|importo|importacion*"), Cues("exporta*|exporto|exportacion*")),
    "lending-borrowing": (Cues("presta|prestan|presto|prestamista*", "acreedor*"), Cues("tom* prestado", "deudor*")),
    "strong-weak": (Cues("fuerte|fuertes|fuertemente", "solid*"), Cues("debil*", "fragil*")),
    "north-south": (Cues("norte|septentrional*"), Cues("sur|meridional*")),
    "east-west": (Cues("oriental|orientales|oriente"), Cues("oeste|occidental|occidentales|occidente")),
    "women-men": (Cues("mujer|mujeres|nina|ninas|femenin*"), Cues("hombre|hombres|nino|masculin*")),
    "urban-rural": (Cues("urban*"), Cues("rural|rurales|campo")),
    "summer-winter": (Cues("verano|estival*"), Cues("invierno|invernal*")),
    "public-private": (Cues("public|publica|publico|publicas|publicos"), Cues("privad*")),
    "many-few": (
        Cues("muchos|muchas", "la mayoria", "la mayor parte", "numeros*"),
        Cues("pocos|pocas", "una minoria", "un punado", "apenas unos"),
    ),
    "fulfilled-broken": (
        Cues("cumplio|cumplieron|cumple|cumplen|cumplido"),
        Cues("incumpl*", "infring*", "viola|violan|violo|violaron|vulner*"),
    ),
    "helping-hindering": (
        Cues("ayuda|ayudan|ayudo|ayudar", "facilit*"),
        Cues("obstacul*", "dificult*", "entorpec*", "impid*|imped*", "complic*", "fren|frena|frenan|freno"),
    ),
    "hastening-delaying": (
        Cues("aceler*", "adelant*", "anticip*"),
        Cues("ralentiz*", "retras*", "aplaz*", "pospus*|pospon*|pospuest*", "posterg*", "demor*"),
    ),
    "approving-criticising": (
        Cues("elogi*", "celebra|celebran|celebro|celebraron", "felicit*", "aplaud*"),
        Cues("critic*", "conden*", "denunci*", "deplor*", "reprob*", "censur*"),
    ),
    "joining-leaving": (
        Cues("se une|unen|unio|unieron", "ingres*", "se adhiri*", "adhesion", "se incorpor*"),
        Cues("abandon*", "se retir*|retirada", "sali|salio|salieron|salida de", "se march*"),
    ),
    "cheap-dear": (Cues("barat*", "economic*"), Cues("caro|cara|caros|caras", "costos*", "oneros*")),
    "fast-slow": (Cues("rapid*", "veloz"), Cues("lent*")),
    "domestic-foreign": (Cues("nacional*", "interior*", "local|locales"), Cues("extranjer*", "exterior*")),
    "upstream-downstream": (Cues("rio|aguas arriba"), Cues("rio|aguas abajo")),
    "morning-evening": (Cues("por la manana|mananas"), Cues("por la tarde|noche")),
    "permanent-temporary": (
        Cues("permanente*", "definitiv*", "indefinid*"),
        Cues("temporal|temporales|temporalmente", "provisional*", "transitori*"),
    ),
    "staying-leaving": (
        Cues("permanec*", "queda|quedan|quedo|quedaron", "se mantien*"),
        Cues("sale|salen|salio|salieron", "se alej*", "abandon*"),
    ),
}  # fmt: skip
