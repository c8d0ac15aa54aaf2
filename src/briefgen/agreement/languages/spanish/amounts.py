"""Spanish: the words around numbers."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Amounts

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
