"""Spanish."""

from collections.abc import Mapping

from briefgen.claims.lexicon import Amounts, Contrast, Dates, Denials, Lexicon, Numerals, Reserves, Scope, Voices
from briefgen.claims.phrases import Cues

# Spanish: the words around numbers.

COUNTED = {
    "person": (
        "persona personas habitante habitantes residente residentes vecino vecinos vecina vecinas ciudadano ciudadanos"
        " ciudadana ciudadanas poblador pobladores pobladora pobladoras aldeanos adulto adultos adulta adultas"
        " individuo"
        " individuos gente encuestado encuestados encuestada encuestadas paciente pacientes migrante migrantes"
        " refugiado"
        " refugiados refugiada refugiadas votante votantes elector electores desplazados desplazadas damnificados"
        " damnificadas usuarios usuarias beneficiarios beneficiarias"
    ),
    "household": "hogar hogares familia familias",
    "dwelling": "vivienda viviendas casa casas apartamento apartamentos departamentos piso pisos domicilios",
    "building": "edificio edificios inmueble inmuebles edificaciones",
    "child": "nino ninos nina ninas menor menores alumno alumnos alumna alumnas escolares infantes",
    "woman": "mujer mujeres muchachas",
    "man": "hombre hombres varon varones muchachos",
    "worker": (
        "trabajador trabajadores trabajadora trabajadoras empleado empleados empleada empleadas obrero obreros obrera"
        " obreras empleo empleos puestos enfermero enfermeros enfermera enfermeras maestro maestros maestra maestras"
        " docente docentes profesores profesoras medico medicos medica medicas policias funcionarios funcionarias"
        " agentes"
    ),
    "school": "escuela escuelas colegio colegios instituto institutos aulas",
    "hospital": "hospital hospitales clinica clinicas ambulatorios",
    "village": "aldea aldeas pueblo pueblos caserio caserios",
    "town": "ciudad ciudades municipio municipios localidad localidades",
    "district": "barrio barrios distrito distritos vecindario vecindarios colonias comunas",
    "region": "region regiones provincia provincias comarcas",
    "country": "pais paises estado estados nacion naciones",
    "vehicle": "vehiculo vehiculos coche coches automovil automoviles autobus autobuses camion camiones autos carros",
    "death": (
        "muerte muertes muerto muertos muerta muertas fallecido fallecidos fallecidas victimas asesinados asesinadas"
    ),
    "injury": "herido heridos herida heridas lesionados lesionadas",
    "case": "caso casos infeccion infecciones contagios",
    "vote": "voto votos papeletas sufragios",
    "company": "empresa empresas compania companias firmas negocios sociedades",
}
_UNITS = {
    "nudo": "", "nudos": "knot",
    "por ciento": "percent", "porciento": "percent", "por mil": "per-mille", "punto": "point", "puntos": "point",
    "pp": "point", "puntos porcentuales": "point", "punto porcentual": "point", "puntos de": "", "punto de": "",
    "puntos basicos": "basis-point", "punto basico": "basis-point",
    "puntos de porcentaje": "point", "punto de porcentaje": "point", "puntos base": "basis-point",
    "euro": "eur", "euros": "eur", "dolar": "dollar", "dolares": "dollar", "dolares estadounidenses": "usd",
    "dolares americanos": "usd", "dolares canadienses": "cad", "libra": "", "libras": "lb",
    "libras esterlinas": "pound", "libra esterlina": "pound", "peso": "peso", "pesos": "peso",
    "pesos mexicanos": "mxn", "franco": "franc", "francos": "franc", "francos suizos": "chf", "yen": "yen",
    "yenes": "yen", "centimo": "cent", "centimos": "cent", "soles": "sol", "nuevos soles": "sol", "gourdes": "gourde",
    "m €": "eur", "k €": "eur", "segundo": "", "segundos": "second", "minuto": "minute", "minutos": "minute",
    "hora": "hour", "horas": "hour", "hrs": "hour", "dia": "day", "dias": "day", "jornada": "day", "jornadas": "day",
    "noche": "night", "noches": "night", "pernoctacion": "night", "pernoctaciones": "night", "semana": "week",
    "semanas": "week", "quincenas": "fortnight", "mes": "month", "meses": "month", "trimestre": "quarter",
    "trimestres": "quarter", "ano": "year", "anos": "year", "decada": "decade", "decadas": "decade",
    "decenio": "decade", "decenios": "decade", "siglo": "century", "siglos": "century",
    "metro": "m", "metros": "m", "kilometro": "km", "kilometros": "km", "centimetro": "cm", "centimetros": "cm",
    "milimetro": "mm", "milimetros": "mm", "millas": "mile", "milla": "mile", "millas nauticas": "", "gramo": "g",
    "gramos": "g", "kilogramo": "kg", "kilogramos": "kg", "kilo": "kg", "kilos": "kg", "miligramo": "mg",
    "miligramos": "mg", "tonelada": "t", "toneladas": "t", "toneladas metricas": "t", "quintal": "quintal",
    "quintales": "quintal", "kilotoneladas": "kt", "megatoneladas": "mt", "hectarea": "ha", "hectareas": "ha",
    "has": "ha", "acre": "acre", "acres": "acre", "litro": "l", "litros": "l", "mililitro": "ml", "mililitros": "ml",
    "hectolitro": "hl", "hectolitros": "hl", "barril": "barrel", "barriles": "barrel", "galon": "gallon",
    "galones": "gallon", "metro cubico": "m3", "metros cubicos": "m3", "metro cuadrado": "m2",
    "metros cuadrados": "m2", "kilometro cuadrado": "km2", "kilometros cuadrados": "km2", "hectometro cubico": "hm3",
    "hectometros cubicos": "hm3", "vatio": "w", "vatios": "w", "kilovatio": "kw", "kilovatios": "kw",
    "megavatio": "mw", "megavatios": "mw", "megawatts": "mw", "gigavatio": "gw", "gigavatios": "gw",
    "kilovatio hora": "kwh", "kilovatios hora": "kwh", "kilovatios horas": "kwh", "megavatio hora": "mwh",
    "megavatios hora": "mwh", "gigavatio hora": "gwh", "gigavatios hora": "gwh", "teravatio hora": "twh",
    "teravatios hora": "twh", "grado": "celsius", "grados": "celsius", "grados celsius": "celsius",
    "grados centigrados": "celsius", "grado centigrado": "celsius", "decibelio": "db", "decibelios": "db",
    "decibeles": "db", "km h": "kmh", "kilometros hora": "kmh", "pie": "", "pies": "foot", "pulgada": "inch",
    "pulgadas": "inch",
}  # fmt: skip

AMOUNTS = Amounts(
    units=_UNITS,
    counted={
        word: "household" if kind == "dwelling" else kind for kind, words in COUNTED.items() for word in words.split()
    },
    per={
        "hour": Cues("por hora", "a la hora", "la hora", "cada hora", "/h", "/hora"),
        "day": Cues(
            "al dia", "por dia", "diario|diarios|diaria|diarias|diariamente", "cada dia", "todos los dias", "/dia",
            "por persona y dia", "por jornada",
        ),
        "night": Cues("por noche", "la noche", "cada noche", "todas las noches", "/noche"),
        "week": Cues(
            "a la semana", "por semana", "semanal|semanales|semanalmente", "cada semana", "todas las semanas",
            "/semana",
        ),
        "month": Cues("al mes", "por mes", "mensual|mensuales|mensualmente", "cada mes", "todos los meses", "/mes"),
        "year": Cues("al ano", "por ano", "anual|anuales|anualmente", "cada ano", "todos los anos", "/ano"),
    },
    more=Cues("mas", "adicional*"),
    fewer=Cues("menos"),
    about=Cues(
        "casi", "casi un|una", "ronda|rondan|rondo|rondaba|rondaban los|las|el|la",
        "alrededor de|del", "aproximadamente", "aproximado|aproximada|aproximados|aproximadas de", "cerca de|del",
        "en torno a|al", "unos", "unas", "mas o menos", "del orden de", "en el orden de", "estimado|estimada en",
        "estimados|estimadas en", "se estima en", "se calcula en", "poco mas o menos", "ronda|rondan|rondaba|rondaban",
        "rondando", "circa", "algo asi como", "aprox", "unos|unas cuantos|cuantas", "en las inmediaciones de", "o asi",
    ),
    estimating=Cues("estim*", "calcul*", "cifra|cifran|cifro|cifrado en", "evalu*", "presum*"),
    least=Cues(
        "pasa|pasan del", "pasa|pasan de los|las", "sobrepasa|sobrepasan|sobrepaso|sobrepasaba",
        "mas de|del", "mas de la|los|las", "al menos", "por lo menos", "cuando menos", "como minimo", "minimo",
        "un minimo de", "superior|superiores a|al", "supera|superan|supero|superaron|superaba|superando|superado",
        "supera|superan los|las|el", "no menos de|del", "por encima de|del", "excede|exceden|excedio|excediendo",
        "o mas", "y mas", "mas alla de", "rebasa|rebasan|rebaso|rebasaron", "mucho mas de", "algo mas de",
        "poco mas de", "un poco mas de", "bastante mas de", "mayor|mayores a|de|que", "arriba de", "a partir de",
    ),
    most=Cues(
        "no llega|llegan|llegaba|llegaban a", "no alcanza|alcanzan|alcanzaba", "no supera|superan|superaba",
        "no excede|exceden",
        "menos de|del", "como maximo", "como mucho", "a lo sumo", "a lo mas", "maximo", "un maximo de", "hasta",
        "no mas de|del", "inferior|inferiores a|al", "por debajo de|del", "o menos",
        "poco menos de",
        "algo menos de", "un poco menos de", "mucho menos de", "menor|menores a|de|que", "debajo de", "cuando mucho",
        "roza|rozan|rozaba", "practicamente", "ni el|la|los|las", "ni siquiera", "ni siquiera el|los|las",
    ),
    behind_numbers=Cues(
        "o mas", "o menos", "como minimo", "como maximo", "al menos", "aproximadamente",
    ),
    behind_nouns=Cues("como minimo", "como maximo", "o mas", "o menos", "al menos"),
    terms=frozenset("semestre trimestre cuatrimestre mandato vuelta".split()),
    year_parts={"trimestre": 3, "cuatrimestre": 4, "semestre": 6},
    rest=Cues("resto", "los|las demas", "los otros", "las otras", "restante|restantes"),
    parting=Cues("y", "e", "pero", "frente a", "mientras que", "contra", "en comparacion con", "respecto a"
    "|de", "tras", "que", "desde"),
    spanning=frozenset(),
)  # fmt: skip


# Spanish: words of which a claim may not have the one where its passage has the other.

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


# Spanish: the words of dates.

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
DAYS = "lunes martes miercoles jueves viernes sabado domingo".split()
_EVERY_DAY = "|".join(DAYS)
_EVERY_MONTH = "|".join(MONTHS)

DATES = Dates(
    months={word: number for number, word in enumerate(MONTHS, 1)}
    | {
        "setiembre": 9, "ene": 1, "feb": 2, "abr": 4, "jun": 6, "jul": 7, "ago": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dic": 12,
    },
    weekdays={word: number for number, word in enumerate(DAYS, 1)} | {"sabados": 6, "domingos": 7},
    early=Cues(
        "principios", "comienzos", "inicios", "principio", "inicio", "comienzo", "primeros dias", "primeras semanas",
        "principios|comienzos|inicios del ano|mes", "principios|comienzos|inicios del mes de",
        "principios|comienzos|inicios de los anos",
    ),
    middle=Cues(
        "mediados", "mitad", "mediados del ano|mes", "mediados del mes de",
        "mediados de los anos",
    ),
    late=Cues(
        "finales", "fines", "fin", "final", "ultimos dias", "ultimas semanas",
        "finales|fines del ano|mes", "finales|fines del mes de", "finales|fines de los anos",
    ),
    before_month=Cues(
        "en", "de", "del", "desde", "hasta", "para", "entre", "y", "pasado", "proximo", "este", "cada", "mediados",
        "durante", "tras", "hacia", "e", "o", "antes", "mes", "principios", "finales", "a",
    ),
    # “Julio” is a name too.
    doubtful=frozenset({"julio", "may"}),
    same_month=Cues("de ese mes", "del mismo mes", "de ese mismo mes", "de dicho mes"),
    between=frozenset({"de", "del", "el", "ano", "mes"}),
    before_day=frozenset({"el", "al", "del"}),
    spans=frozenset({"a", "al", "y", "e", "o", "-", "–", "—"}),
    relative=Cues(
        "proximo enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre pasado|proximo",
        "en lo que va de mes|ano|semana", "a principios|finales|mediados de mes|ano", "a comienzos de mes|ano",
        "este mes|trimestre|semestre|verano|invierno|otono|ano|fin", f"este|pasado|proximo {_EVERY_DAY}",
        "esta semana|noche|manana|tarde|primavera|madrugada", "este mismo mes|ano",
        "mes|ano|trimestre|semestre|verano|invierno|otono|siglo pasado|proximo|anterior|siguiente",
        "semana|primavera|noche|decada pasada|proxima|anterior|siguiente", "dia anterior|siguiente",
        "pasado|proximo mes|ano|trimestre|semestre|verano|invierno|otono",
        "pasada|proxima semana|primavera|decada|noche",
        f"{_EVERY_DAY} pasado|proximo", f"{_EVERY_MONTH} pasado|proximo", f"pasado|proximo {_EVERY_MONTH}",
        "mes|ano|semana que viene", f"{_EVERY_DAY} que viene", "ultimo mes|ano|trimestre", "ultima semana|decada",
        "fin de semana pasado|proximo", "pasado|proximo fin de semana",
        "ayer", "anteayer", "antier", "antes de ayer", "anoche", "el otro dia", "pasado manana", "manana por la manana",
        "manana", "hoy mismo", "esta misma semana",
        "hace _ dias|semanas|meses|anos|horas|decadas|siglos", "hace _ _ dias|semanas|meses|anos",
        "hace un|una dia|semana|mes|ano|hora|decada|siglo",
        "hace mas|menos de _ dias|semanas|meses|anos|ano|mes|semana",
        "hace poco|mucho", "hace unos|unas _ dias|semanas|meses|anos", "_ dias|semanas|meses|anos atras",
        "dentro de _ dias|semanas|meses|anos|ano|mes|semana", "en _ dias|semanas|meses mas",
        "estos|estas ultimos|ultimas dias|semanas|meses|anos", "ultimos|ultimas dias|semanas|meses|anos|decadas|horas",
        "ultimos|ultimas _ dias|semanas|meses|anos|horas", "_ ultimos|ultimas dias|semanas|meses|anos",
        "proximos|proximas dias|semanas|meses|anos", "proximos|proximas _ dias|semanas|meses|anos",
        "estos dias|meses|anos", "estas semanas", "vispera", "a mas tardar manana", "mas adelante este mes|ano",
        "desde hace _ dias|semanas|meses|anos",
    ),
    other_years=Cues(
        "ano anterior|siguiente|pasado|previo", "anos antes|atras|despues", "un ano antes|despues", "interanual*",
    ),
    seasons={"primavera": 1, "verano": 2, "otono": 3, "invierno": 4},
    before_noon=Cues("am", "a.m.", "a. m.", "de la manana"),
    after_noon=Cues("pm", "p.m.", "p. m.", "de la tarde|noche"),
    decades=Cues("anos", "decada|decenio de", "decada|decenio de los"),
    first_day=frozenset({"primero"}),
    moving=Cues(
        "este mes|ano|trimestre", "esta semana", "de este ano|mes", "mes|ano|trimestre pasado|proximo",
        "semana pasada|proxima", "pasado|proximo mes|ano", "mes|ano|semana que viene", "ayer",
    ),
    owners=frozenset({"su", "sus"}),
    moving_before=frozenset({"pasado", "proximo"}),
    moving_behind=frozenset({"pasado", "proximo"}),
    passing=Cues(
        "actualmente", "hoy", "hoy en dia", "hoy dia", "en la actualidad", "al presente", "en este momento",
        "en estos momentos", "recientemente", "ultimamente", "a dia de hoy",
        "ahora mismo", "estos dias", "al dia de hoy", "en la hora actual",
    ),
)  # fmt: skip


# Spanish: the words of denial.

DENIALS = Denials(
    negation=Cues(
        "no", "nunca", "jamas", "ningun|ninguno|ninguna|ningunos|ningunas", "nada", "nadie", "ni", "ni siquiera",
        "tampoco", "en absoluto", "de ningun modo", "de ninguna manera", "en ningun momento|caso",
        "en ninguna parte", "nulo|nula|nulos|nulas", "tampoco ha|han",
    ),
    refusal=Cues(
        "se abst*", "abstenido|abstenida|abstenidos|abstenidas",
        "cerrado|cerrada|cerrados|cerradas", "cortado|cortada|cortados|cortadas", "roto|rota|rotos|rotas", "dimit*",
        "dimis*",
        "se libr*", "librarse", "a salvo de", "esquiv*", "escap*", "no hay",
        "a menos que", "salvo que", "agot*", "ignor*", "sin respuesta",
        "gratis", "gratuito|gratuita|gratuitos|gratuitas", "por debajo de|del", "fuera de", "apenas",
        "contra", "en contra", "pendiente*", "a la espera",
        "rechaz*", "rehus*", "nieg*", "nego|negado|negada|negaron|negar|negando|negaba|negativa|negarse", "deniega*",
        "denego|denegado|denegada|denegaron|denegacion|denegar", "desmient*", "desminti*", "desment*",
        "fracas*", "fallo|fallaron|fallado|fallar|fallido|fallida|fallidos|fallidas|fallos", "falta", "faltan",
        "faltaba|faltaban|faltar|falto|faltaron", "falta|faltas de", "carec*", "carenc*", "sin", "incapaz|incapaces",
        "incapacidad",
        "ausen*", "opon*", "opus*", "opuest*", "oposicion", "en contra", "declin*", "prohib*",
        "veda|vedado|vedada", "detener|detuvo|detuvieron|detenido|detenida|detenidos|detenidas|detencion",
        "paraliz*",
        "ceso|cesaron|cese|cesar|cesado|cesa|cesan", "suspen*", "cancel*", "anul*", "impid*", "imped*", "evit*",
        "exclu*", "salvo", "excepto", "excepcion", "a excepcion", "faltante*", "queda|quedan por",
        "por hacer|pagar|construir|decidir",
        "pendiente|pendientes", "sin cambios", "inalterad*", "inutilizad*", "intact*", "impagad*", "impago|impagos",
        "insegur*", "peligros*", "inhabil*", "inhabitable*", "irresuelt*", "desconoc*", "inciert*", "incomplet*",
        "inacabad*",
        "inconclus*", "imposib*", "insuficien*", "ilegal*", "ilicit*", "inelegible*", "invalid*", "inactiv*",
        "independ*", "apenas", "rara vez", "raramente", "escas*", "poco|poca|pocos|pocas", "cero",
        "nulo|nula|nulos|nulas", "clausur*", "desabastec*", "retuv*", "retenid*", "bloque*", "desestim*", "descart*",
        "disput*", "discrep*", "desacuerdo*", "disiden*",
        "fuera de|del", "libre|libres de", "exent*", "exim*", "exonerad*", "dispens*", "en lugar de", "en vez de",
        "vacio|vacia|vacios|vacias", "vacante*", "aplaz*", "pospon*", "pospus*", "pospuest*", "posterg*",
        "veto|vetado|vetada|vetaron|vetar",
        "en suspenso", "abandon*", "renunci*", "retiro|retiraron|retirado|retirada|retirados|retiradas",
        "desocupad*", "desprovist*", "privad* de", "lejos de", "fuera de servicio", "averiad*", "suprim*",
        "supresion*", "elimin*",
        "inexist*", "injustificad*", "infundad*", "ineficaz|ineficaces", "inaccesib*", "ignor*",
        "dejo|dejaron|deja|dejan|dejado de", "sigue|siguen sin", "incumpl*", "omit*", "omis*",
    ),
    contrasts=CONTRASTS,
    prefixes=("in", "im", "il", "ir", "dis", "non"),
    adjective_endings=(
        "ble", "bles", "al", "ales", "ente", "entes", "ante", "antes", "ivo", "iva", "eto", "eta", "cto", "cta", "lar",
    ),
    weak_denials=frozenset({"sin"}),
    restrictive=Cues("no _ mas que|de", "no _ _ mas que|de"),
    nobody=Cues("ningun*", "nadie", "nada", "nunca", "jamas"),
    able=Cues("puede|pueden|pudo|podia|podian|podra|podran", "capaz|capaces"),
    refusing=Cues(
        "se niega|niegan|nego|negaron|negaba|negaban|negado|negando", "se ha|han|habia|habian negado",
        "rehus*", "rechaz*",
    ),
    undone=Cues("no ha|han|habia|habian", "nunca ha|han", "aun|todavia no ha|han"),
    perfect=Cues("ha", "han"),
    correlative=frozenset({"ni"}),
    affirming=Cues(
        "no se ha|han _ ni la|el", "no ha|han _ ni la|el", "no llega|llegan ni a", "no _ ni la mitad|el",
        "ningun|ninguna|nadie|nada _ mas|peor|mejor|menos|tanto|tan que|como", "nadie|nada _ mas|peor|mejor|menos|tan",
        "ningun|ninguna _ _ mas|peor|mejor|menos|tanto|tan", "ningun|ninguna _ _ _ mas|peor|mejor|menos|tanto|tan",
        "en ninguna parte|otra _ _ mas|peor|mejor|menos|tan",
        "nunca|jamas tan|tanto|tanta|tantos|tantas", "nunca|jamas _ tan|tanto|tanta|tantos|tantas",
        "nunca|jamas _ _ tan|tanto|tanta|tantos|tantas",
        "nada mas", "ningun|ninguna otro|otra", "nadie mas", "ninguna otra parte", "no _ otro|otra|otros|otras",
        "no llega|llegan|llegaba|llegaban a", "no alcanza|alcanzan", "no supera|superan", "no excede|exceden",
        "no obstante", "no gubernamental|gubernamentales", "no lucrativ*", "sin embargo", "no cabe|hay duda", "o no",
        "no en vano", "sin cesar", "sin precedentes",
        "sin fines|animo de lucro", "no lejos", "no. *", "nada mas que",
        "no solo", "no solamente", "no menos de", "no mas de", "no unicamente", "sin duda", "nada menos que",
        "no es otro|otra que", "no _ mas que",
        "no tanto",
    ),
    denying=Cues(
        "desprovist*",
        "se ha|han|habia|habian abstenido de",
        "exent*", "exim*", "oponen|oponia|oponian|opondria|opondrian|opondra",
        "rechaz*", "neg|nego|nega|niega|niegan|negaron|negaba|negado", "rehus*", "se nego", "declin*", "fracas*",
        "sin", "carec*", "descart*",
        "desmint*", "desmient*", "incapa*", "se abst*", "opone|oponen|opuso|opusieron", "impid*", "renunci*",
    ),
)  # fmt: skip


# Spanish: the words of numbers.

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


# Spanish: the words of reserve.

RESERVES = Reserves(
    allegation=Cues(
        "acus*", "alega*", "alego", "alegato*", "presunt*", "presuntamente", "supuest*", "supuestamente", "sospech*",
        "segun", "de acuerdo con",
        "habria", "habrian", "afirma|afirman|afirmo|afirmaron|afirmaba|afirmando",
        "asegura|aseguran|aseguro|aseguraron", "rumor*", "sin confirmar", "no confirmad*",
        "no verificad*", "sin verificar", "denunci*", "queja|quejas", "imputa*", "imputo", "inculpa*", "reproch*",
        "sostiene|sostienen|sostuvo|sostuvieron|sosteniendo",
        "argument*", "argumenta*", "arguye*", "dice haber", "dicen haber", "dice ser", "dicen que", "se dice",
        "pretend*", "atribuy*", "atribuid*",
        "reivindic*", "al parecer", "reporta|reportan|reporto|reportaron", "senala|senalan|senalo", "mantiene que",
        "a decir de", "fuentes",
    ),
    suspicions=Cues("acus*", "sospech*", "rumor*"),
    doubt=Cues(
        "creible*", "concebible*", "verosimil*",
        "posibilidad*", "descart*", "excluid*", "excluye*", "no probad*", "opcion", "opinion", "impresion",
        "indicio|indicios", "prueba|pruebas", "evidencia|evidencias", "sugier*", "suger*",
        "indica|indican|indico|indicaron|indicarian", "parece|parecen|parecia|parecian|parecio|pareceria",
        "al parecer", "aparent*", "aparentemente", "podria|podrian|podra|podran", "puede|pueden|pudo|podia|podian",
        "pueda|puedan|pudiera|pudieran|pudiese", "seria|serian", "habria|habrian",
        "deberia|deberian", "tendria|tendrian", "estaria|estarian", "haria|harian", "costaria|costarian",
        "permitiria|permitirian", "afectaria|afectarian", "supondria|supondrian",
        "reduciria|reducirian", "aumentaria|aumentarian", "pondria|pondrian", "daria|darian", "quedaria|quedarian",
        "recibiria|recibirian", "iria|irian", "podriamos", "alcanzaria|alcanzarian",
        "llegaria|llegarian", "*erian", "*irian", "probabl*", "probabilidad*", "improbabl*", "verosimil*",
        "posible|posibles|posiblemente", "posibilidad*", "eventual*", "quiza|quizas",
        "tal vez", "a lo mejor", "acaso", "cree|creen|creia|creian", "se cree", "piensa|piensan que", "estima*",
        "estimo", "estimacion*", "esperado|esperada|esperados|esperadas",
        "se espera", "espera|esperan", "preve|preven|previsto|prevista|previstos|previstas", "prevision*",
        "proyeccion|proyecciones", "proyectado|proyectada", "pronostic*",
        "preliminar*", "provisional*", "potencial*", "presum*", "riesgo|riesgos", "suele|suelen|solia",
        "tiende|tienden", "tendencia|tendencias", "considera|consideran|considerado|considerada",
        "signo|signos", "senal|senales", "plausibl*", "inciert*", "incertidumbre*", "no esta claro", "poco claro",
        "sin confirmar", "no confirmad*", "supone|suponen|suponia", "suponer",
        "hipote*", "duda|dudas|dudan|dudo", "dudos*", "en teoria", "sobre el papel", "en principio",
        "parcial|parciales|parcialmente", "susceptible*", "propens*", "a priori", "se supone",
        "previsible*", "previsiblemente", "calcula|calculan|calculo|calculos", "apunta|apuntan a", "cabe",
        "peligro*", "amenaz*", "que se sepa",
    ),
    intention=Cues(
        "querido", "deseado",
        "acept*", "accedi*|acced*", "consinti*|consient*", "conven*|convin*",
        "cuenta con", "cuentan con", "confia en", "calcula|calculan",
        "plan", "planes", "planea|planean|planeaba|planeado|planeada|planeados|planeadas", "planific*",
        "previsto|prevista|previstos|previstas", "preve|preven|preveia|preveian", "prever",
        "proyecto|proyectos", "proyecta|proyectan", "intencion*", "pretend*", "objetivo|objetivos", "meta|metas",
        "busca|buscan|buscaba|buscaban|buscar|busco", "aspira|aspiran",
        "propon*", "propuest*", "propus*", "espera|esperan|esperaba|esperaban", "esperanza*", "promet*", "promesa*",
        "compromet*", "compromis*", "acordo|acordaron|acordado", "se comprometi*",
        "quiere|quieren|queria|querian|quiso|quisieron|quisiera", "desea|desean|deseaba", "voluntad", "contempl*",
        "estudia|estudian", "trata|tratan|trato|trataba de", "tratar de",
        "intenta*", "intento|intentos", "debe|deben|debia|debian", "debera|deberan", "deberia|deberian",
        "sera|seran", "habra|habran", "tendra|tendran", "va|van|iba|iban a", "estara|estaran",
        "borrador", "programa|programan|programo|programado|programada|programados|programadas", "calendario",
        "amenaz*", "ofrec*", "oferta*", "dispuest*", "listo|lista|listos|listas para", "a punto de",
        "anuncia*", "anuncio|anuncios", "solicit*", "pide|piden|pidio|pidieron|pedia|pedido|pidiendo", "reclam*",
        "exig*", "llama|llamo|llamaron|llamado|llamamiento a", "recomend*", "recomiend*",
        "insta|instan|insto|instaron",
        "en principio", "con miras a", "con vistas a", "con el fin de", "para que", "a fin de", "candidat*",
        "jura|juro|juraron", "se dispone", "disponen a", "en vias de", "podra|podran",
    ),
    future=frozenset(),
    condition=Cues(
        "de *arse|*erse|*irse",
        "si", "a menos que", "a no ser que", "salvo que", "siempre que", "siempre y cuando", "con tal de|que",
        "a condicion de", "con la condicion", "bajo la condicion",
        "condicion", "condiciones", "condicionad*", "condicional*", "mientras", "en caso de|que",
        "en el caso de|que", "en caso contrario", "suponiendo que", "en el supuesto",
        "solo si|cuando", "unicamente si|cuando", "en funcion de|del",
        "depende|dependen|dependia|dependera|dependeran|dependiendo", "una vez", "una vez que", "cuando",
        "en cuanto",
        "tan pronto como", "hasta que", "antes de que", "supeditad*", "sujeto|sujeta|sujetos|sujetas a", "sin",
        "exige|exigen", "requiere|requieren", "necesita|necesitan", "a falta de", "de ser", "donde",
        "seria|serian", "*aria|*arian", "*eria|*erian", "*iria|*irian", "en tanto que|no", "en tanto",
        "pide|piden|pidio",
        "reclama|reclaman", "a cambio de", "en la medida en que", "salvo", "con un|una", "de lo contrario",
        "previa|previo", "previa autorizacion", "sin que", "como condicion",
    ),
    extent=Cues(
        "hay|habia|hubo veces",
        "a menudo", "con frecuencia", "frecuentemente", "frecuente|frecuentes", "a veces", "algunas veces",
        "en ocasiones", "ocasionalmente", "ocasional|ocasionales", "habitualmente", "habitual|habituales",
        "por lo general", "en general", "generalmente", "normalmente", "por regla general", "usualmente",
        "principalmente", "mayormente", "mayoritariamente", "sobre todo", "en gran parte|medida",
        "en buena parte|medida", "en parte", "parcialmente", "parcial|parciales", "tipicamente", "rara vez",
        "raramente", "raras veces", "pocas veces", "en algunos|ciertos|muchos casos", "en la mayoria de los casos",
        "hasta cierto punto", "en cierta medida", "en cierto modo", "por momentos", "casi", "practicamente",
        "virtualmente", "ante todo", "en algunos lugares", "en su mayoria", "en su mayor parte",
        "suele|suelen|solia|solian", "tiende|tienden a", "relativamente", "algo", "un poco", "ligeramente",
        "ligero|ligera", "levemente", "leve|leves", "moderadamente", "moderado|moderada", "esporadic*",
        "esporadicamente",
        "regularmente", "con regularidad", "de vez en cuando", "repetidamente", "reiteradamente",
        "repetidas|reiteradas veces", "intermitent*", "limitado|limitada|limitados|limitadas", "no siempre", "poco",
        "apenas", "escasamente", "escaso|escasa|escasos|escasas", "en conjunto", "bastante", "mas bien",
        "mas o menos", "puntual|puntuales|puntualmente", "marginal*", "algunos|algunas", "en lo esencial",
        "al menos en parte",
    ),
    so_far=Cues(
        "queda|quedan|quedaba|quedaban por", "falta|faltan|faltaba|faltaban por", "pendiente*",
        "hasta ahora", "hasta la fecha", "hasta hoy", "hasta el momento", "hasta el presente", "hasta entonces",
        "hasta ese momento", "hasta esa fecha", "a la fecha", "a dia de hoy", "por ahora", "por el momento",
        "de momento", "por lo pronto", "por de pronto", "todavia", "todavia no", "aun", "aun no", "sigue|siguen sin",
        "seguia|seguian sin", "temporal|temporales|temporalmente", "provisional|provisionales|provisionalmente",
        "interino|interina", "en esa fecha", "a esa fecha", "para entonces", "para esa fecha", "en ese momento",
        "en aquel momento", "en aquel entonces", "entonces", "inicialmente", "en un principio", "al principio",
        "en un primer momento", "mientras tanto", "entretanto", "al momento", "al cierre", "en lo que va",
        "no habia", "no habian", "hasta _", "hasta el _", "antes de _", "a la espera", "cuando se",
        "con corte a|al",
    ),
    unreserved=Cues("si bien", "como si", "incluso si", "si acaso", "aunque si", "preguntar si",
    "considera|consideran que"),
    possible=Cues(
        "podria", "podrian", "podriamos", "puede que", "pudiera", "pudieran", "pudiese", "pudiesen",
    ),
    not_possible=Cues(
        "no podria", "no podrian", "no podriamos", "no pudiera", "no pudieran", "no pudiese", "no pudiesen",
    ),
    likelihoods={
        "almost no chance": ("casi ninguna posibilidad", "casi ninguna probabilidad"),
        "very unlikely": ("muy improbable", "muy poco probable", "muy improbables", "muy poco probables"),
        "highly unlikely": (
            "altamente improbable", "altamente improbables", "muy improbable", "muy poco probable", "muy improbables",
            "muy poco probables",
        ),
        "unlikely": ("improbable", "poco probable", "improbables", "poco probables"),
        "roughly even chance": ("aproximadamente una posibilidad entre dos",),
        "likely": ("probable", "probables", "probablemente"),
        "very likely": ("muy probable", "muy probables", "muy probablemente"),
        "highly likely": (
            "altamente probable", "altamente probables", "muy probable", "muy probables", "muy probablemente",
        ),
        "almost certain": (
            "casi seguro", "casi segura", "casi seguros", "casi seguras", "casi con certeza",
            "casi con seguridad",
        ),
        "highly improbable": ("altamente inverosimil", "altamente inverosimiles"),
        "improbable": ("inverosimil", "inverosimiles"),
        "roughly even odds": ("posibilidades casi iguales",),
        "probable": ("verosimil", "verosimiles", "verosimilmente", "probable", "probables", "probablemente"),
        "highly probable": ("altamente verosimil", "altamente verosimiles"),
        "nearly certain": (
            "practicamente seguro", "practicamente segura", "practicamente seguros", "practicamente seguras",
        ),
        "remote chance": ("posibilidad remota",),
        "realistic possibility": ("posibilidad realista",),
        "": (
            "bastante probable", "bastante improbable", "extremadamente probable", "con toda probabilidad",
            "buenas posibilidades",
            # the Spanish edition of the ICAO's Doc 9859 calls so what hardly ever happens
            "sumamente probable", "sumamente improbable",
        ),
    },
    comparing=Cues(
        "mas probable|probables", "menos probable|probables", "tan probable|probables",
        "igual de probable|probables", "mas improbable",
    ),
    confidence=Cues(
        "confianza alta|moderada|media|baja|limitada", "confianza es alta|moderada|media|baja|limitada",
        "alta|baja|gran|plena|escasa confianza", "nivel|grado de confianza", "con confianza",
        "nuestra confianza", "estamos seguros|seguras",
    ),
    weighty={
        "quantifier": Cues(
            "muchos|muchas", "varios|varias", "algunos|algunas", "la mayoria", "la mayor parte", "una minoria",
            "una parte", "un punado",
            "numerosos|numerosas", "pocos|pocas", "ciertos|ciertas", "un gran|pequeno numero", "no todos|todas",
            "casi todos|todas", "buena parte", "gran parte", "bastantes",
        ),
        "allegation": Cues(
            "acus*", "presunt*", "supuest*", "alega*", "alegan", "sospech*", "segun se dice", "rumor*",
            "sin confirmar", "afirma|afirman|afirmaba|afirmaban",
            "lo que llamo|llama", "lo que _ llamo|llama", "tach*", "habria", "habrian", "asegura|aseguran",
        ),
        "doubt": Cues(
            "impresion", "probable|probables", "probabilidad", "improbable", "no descarta|descartan",
            "no excluye|excluyen",
            "estima que", "estiman que", "se habla de", "por lo que se sabe", "que se sepa", "informacion fiable",
             "eventual*", "presumiblemente", "cabe la posibilidad", "da|dan a entender",
            "indicios", "pruebas creibles|solidas|fundadas", "indicios solidos|creibles", "elementos de prueba",
            "todo apunta", "hay motivos para creer", "pareceria", "seria|serian", "sugier*", "apunta|apuntan a que",
            "parece",
            "parecen", "al parecer", "podria", "podrian",
            "puede que", "quiza*", "tal vez", "deberia", "deberian", "probablemente", "posiblemente", "se cree",
            "cree que", "creen que", "se estima",
            "se espera", "espera que", "esperan que", "preve que", "preliminar*", "provisional*", "previsiblemente",
            "es posible",
        ),
        "wish": Cues(
            "propone", "proponen", "propuso", "espera", "esperan", "estudia", "contempla", "busca", "buscan",
            "se propone", "proyecto de", "considera",
        ),
        "intention": Cues(
            "planea", "planean", "preve", "preven", "tiene intencion", "intencion de", "pretende", "pretenden",
            "promete", "prometen",
            "prometio", "se comprometio", "acordo", "ha acordado", "amenaza con", "ofrecio",
        ),
        "condition": Cues(
            "si", "a menos que", "siempre que", "con tal de que", "a condicion de que", "solo si", "en caso de",
            "mientras", "suponiendo que", "sujeto a",
            "siempre y cuando", "salvo que",
        ),
        "extent": Cues(
            "a menudo", "a veces", "habitualmente", "generalmente", "en general", "principalmente", "en gran parte",
            "en parte", "parcialmente",
            "en algunos casos", "en la mayoria de los casos", "casi", "con frecuencia", "rara vez", "suele",
            "suelen", "sobre todo",
        ),
        "so-far": Cues(
            "hasta ahora", "hasta la fecha", "hasta el momento", "por ahora", "por el momento", "de momento",
            "hasta hoy",
            "provisionalmente", "temporalmente",
        ),
    },
)  # fmt: skip


# Spanish: the words of all and some.

SCOPE = Scope(
    quantifiers=Cues(
        "predomin*",
        "hay", "existen", "hubo", "habia", "existian", "mayoria",
        "muchos|muchas", "mucho|mucha", "varios|varias", "algunos|algunas", "algun|alguna|alguno",
        "unos|unas cuantos|cuantas",
        "unos pocos", "unas pocas", "pocos|pocas", "la mayoria", "una mayoria", "mayoria", "minoria",
        "la mayor parte", "gran parte",
        "buena parte", "buen numero", "una parte", "parte de|del", "partes de|del", "un punado", "numerosos|numerosas",
        "diversos|diversas", "distintos|distintas", "ciertos|ciertas", "cierto numero", "un numero de",
        "un gran numero",
        "un pequeno numero", "gran cantidad", "multitud de", "infinidad de", "cantidad de", "la mitad",
        "no todos|todas",
        "una porcion", "una fraccion", "un grupo de", "uno|una de los|las", "dos de los|las", "uno que otro",
        "casi todos|todas",
        "casi la totalidad", "mas de la mitad", "mayoritariamente", "mayoritario|mayoritaria", "decenas de",
        "cientos de",
        "centenares de", "miles de", "docenas de", "millones de", "bastantes", "demasiados|demasiadas", "un sector",
        "un segmento",
        "no pocos|pocas", "apenas algunos|algunas", "una proporcion", "el grueso", "ampliamente", "extendido|extendida",
        "sendos|sendas", "un tercio de", "un monton de", "incontables", "innumerables",
    ),
    majority=Cues("mayor*"),
    universal=Cues(
        "todo el", "todo", "toda", "todos", "todas", "cada", "cada uno|una", "entero|entera|enteros|enteras",
        "totalidad", "el conjunto de|del", "siempre",
        "en todas partes", "por doquier", "sin excepcion",
        "unanime*", "unanimidad", "todo el mundo",
        "en todo el pais", "a lo largo del pais",
        "sin distincion", "por entero",
    ),
    seeming_universal=Cues(
        "todo apunta|indica|parece|sugiere|hace|lleva",
        "siempre segun", "siempre que", "siempre y cuando", "sobre todo", "ante todo", "de todos modos",
        "en todo caso", "del todo",
    ),
    parts=Cues(
        "miembro de|del", "integrante de|del",
        "miembros de|del", "un|una miembro de|del", "algunos|algunas", "algunos|algunas de", "parte de|del",
        "partes de|del",
        "una parte de|del", "elementos de|del", "una faccion", "facciones de|del", "secciones de|del", "una seccion",
        "un grupo de",
        "ciertos|ciertas", "uno|una de los|las", "varios|varias", "varios|varias de", "muchos|muchas de",
        "la mayoria de|del",
        "la mayor parte", "un ala de|del", "cargos de|del",
        "representantes de|del", "integrantes de|del", "dirigentes de|del", "una minoria de", "una rama",
        "ramas de|del",
        "sucursales de|del", "individual*", "unos pocos", "unas pocas", "dos|tres de los|las", "la mitad de|del",
        "zonas de|del",
        "areas de|del", "sectores de|del", "segmentos de|del", "porciones de|del", "tramos de|del", "un punado de",
        "unos|unas cuantos|cuantas",
    ),
    asked=Cues(
        "encuestado|encuestados|encuestada|encuestadas", "encuesta|encuestas", "encuesto|encuestaron",
        "sondeo|sondeos", "sondeado*", "entrevistado*",
        "entrevistada*", "entrevistas", "entrevista", "preguntado|preguntados|preguntada|preguntadas", "consultado*",
        "consultada*", "cuestionario*", "muestra|muestras",
        "muestreo", "participantes", "respondieron", "respondio", "contestaron", "contesto", "que respondieron",
        "respuestas", "quienes",
        "dijeron", "dicen", "afirmaron", "declararon", "manifestaron", "interrogado*",
        "participaron", "que participaron",
    ),
    surveys=frozenset("encuesta encuestas sondeo estudio".split()),
    narrow_places=Cues(
        "capital", "ciudad", "ciudades", "pueblo", "pueblos", "aldea", "aldeas", "caserio|caserios", "barrio",
        "barrios", "distrito",
        "distritos", "distrital|distritales", "comarca", "comarcas", "comarcal|comarcales", "provincia",
        "provincias", "provincial|provinciales",
        "region", "regiones", "regional|regionales", "condado", "canton", "cantones", "comuna", "comunas",
        "comunal|comunales", "municipio",
        "municipios", "municipal|municipales", "ayuntamiento", "alcaldia", "isla", "islote", "puerto",
        "portuario|portuaria", "suburbio|suburbios",
        "afueras", "valle", "valles", "litoral", "costa", "costas", "costero|costera|costeros|costeras", "norte",
        "sur", "al este", "el este",
        "del este", "zona este", "oeste", "noreste|nordeste", "noroeste", "sureste|sudeste", "suroeste|sudoeste",
        "septentrional|septentrionales", "meridional|meridionales", "oriental|orientales", "occidental|occidentales",
        "oriente", "occidente",
        "norteno|nortena", "sureno|surena", "local|locales", "localidad|localidades",
        "urbano|urbana|urbanos|urbanas", "rural|rurales",
        "metropolitano|metropolitana", "area metropolitana", "parroquia", "centro", "casco antiguo|viejo",
        "centro historico", "colonia", "colonias", "calle",
        "aeropuerto", "campamento|campamentos", "cuenca", "delta", "peninsula", "rio abajo", "rio arriba",
        "aguas abajo|arriba", "llanura",
        "llanuras", "tierras bajas|altas", "altiplano", "periferia", "departamento", "departamentos",
        "departamental|departamentales", "vereda|veredas",
        "corregimiento*", "estuario", "sector", "zona",
    ),
    wide_places=Cues(
        "pais", "nacion", "nacional|nacionales", "nacionalmente", "a nivel nacional", "a escala nacional",
        "todo el pais", "en todo el pais",
        "el conjunto del pais", "territorio nacional", "todo el territorio", "a lo largo del pais", "mundo",
        "mundial|mundiales", "mundialmente",
        "global|globales|globalmente", "planeta", "continente", "toda la ciudad", "toda la region",
        "toda la provincia", "toda la isla",
        "todo el municipio", "todo el departamento", "todo el estado", "la region", "la provincia", "el estado",
        "el conjunto de la ciudad|region|provincia",
        "la ciudad entera", "la region entera", "en todas partes", "por doquier", "a nivel|escala mundial",
        "el pais entero",
    ),
    capitals=frozenset({"capital"}),
    each=frozenset("cada".split()),
    unanimity=Cues("unanim*"),
    exclusive=Cues("solo", "solamente", "unicamente", "exclusivamente", "nadie mas", "nada mas que", "unico|unica"),
    outside=Cues(
        "fuera de|del", "en otros|otras", "en otra parte", "aparte de|del", "salvo", "excepto", "los|las demas",
        "ningun|ninguna otro|otra", "el resto",
    ),
    indefinite=frozenset({"unos", "unas"}),
    existing=frozenset({"hay", "existen", "hubo", "habia", "existian"}),
    settlements=frozenset(
        "ciudad villa pueblo aldea puerto isla provincia region condado canton comuna municipio departamento distrito"
        " comarca"
        " parroquia localidad campamento".split()
    ),
    idle=Cues("del todo", "ante todo", "sobre todo", "todo caso", "cada vez", "con todo"),
)  # fmt: skip


# Spanish: the words around who speaks.

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


# Spanish.

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
