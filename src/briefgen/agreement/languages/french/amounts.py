"""French: the words around numbers."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Amounts

COUNTED = {
    "person": (
        "personne personnes habitant habitants habitante habitantes resident residents residente residentes riverains"
        " citoyen citoyens citoyenne citoyennes citoyennes villageois villageoise villageoises adulte adultes individu"
        " individus gens repondant repondants repondante repondantes patient patients patiente patientes migrant"
        " migrants migrante migrantes refugie refugies refugiee refugiees electeur electeurs electrice electrices"
        " administres usagers beneficiaires sondes sondees deplaces deplacees"
    ),
    "household": "menage menages foyer foyers famille familles",
    "dwelling": "logement logements maison maisons appartement appartements habitation habitations residences",
    "building": "batiment batiments immeuble immeubles edifice edifices",
    "child": "enfant enfants eleve eleves ecolier ecoliers ecoliere ecolieres mineurs mineures",
    "woman": "femme femmes fille filles fillettes",
    "man": "homme hommes garcon garcons",
    "worker": (
        "travailleur travailleurs travailleuse travailleuses employe employes employee employees salarie salaries"
        " salariee salariees ouvrier ouvriers ouvriere ouvrieres agents emploi emplois infirmier infirmiers infirmiere"
        " infirmieres enseignant enseignants enseignante enseignantes professeurs instituteurs institutrices medecin"
        " medecins policiers fonctionnaires"
    ),
    "school": "ecole ecoles college colleges lycee lycees classes",
    "hospital": "hopital hopitaux clinique cliniques dispensaire dispensaires",
    "village": "village villages",
    "town": "ville villes commune communes municipalite municipalites",
    "district": "quartier quartiers arrondissement arrondissements district districts",
    "region": "region regions province provinces departement departements",
    "country": "pays etat etats nation nations",
    "vehicle": "vehicule vehicules voiture voitures bus autobus autocars camion camions",
    "death": "mort morts morte mortes deces tue tues tuee tuees",
    "injury": "blesse blesses blessee blessees",
    "case": "cas infection infections contaminations",
    "vote": "voix vote votes bulletins suffrages",
    "company": "entreprise entreprises societe societes firme firmes",
}
_UNITS = {
    "nœud": "knot", "nœuds": "knot", "noeuds": "knot",
    "pour cent": "percent", "pourcent": "percent", "p cent": "percent", "pour mille": "per-mille",
    "pourcents": "percent",
    "point": "point", "points": "point", "pp": "point", "pdp": "point", "point de": "", "points de": "", "point d": "",
    "points d": "", "point de pourcentage": "point", "points de pourcentage": "point", "points de pour": "point",
    "point de pour": "point", "points de base": "basis-point", "point de base": "basis-point",
    "euro": "eur", "euros": "eur", "dollar": "dollar", "dollars": "dollar", "dollars americains": "usd",
    "dollars us": "usd", "dollars canadiens": "cad", "livres sterling": "pound", "livre sterling": "pound",
    "livres": "", "livre": "", "peso": "peso", "pesos": "peso", "pesos mexicains": "mxn", "franc": "franc",
    "francs": "franc", "francs suisses": "chf", "franc suisse": "chf", "yen": "yen", "yens": "yen",
    "centime": "cent", "centimes": "cent", "gourde": "gourde", "gourdes": "gourde", "soles": "sol", "m €": "eur",
    "md €": "eur", "mds €": "eur", "k €": "eur",
    "seconde": "second", "secondes": "second", "minute": "minute", "minutes": "minute", "heure": "hour",
    "heures": "hour", "jour": "day", "jours": "day", "journee": "day", "journees": "day", "nuit": "night",
    "nuits": "night", "nuitee": "night", "nuitees": "night", "semaine": "week", "semaines": "week", "mois": "month",
    "trimestre": "quarter", "trimestres": "quarter", "an": "year", "ans": "year", "annee": "year", "annees": "year",
    "decennie": "decade", "decennies": "decade", "siecle": "century", "siecles": "century", "sec": "second",
    "metre": "m", "metres": "m", "kilometre": "km", "kilometres": "km", "mille marin": "", "milles marins": "",
    "centimetre": "cm", "centimetres": "cm", "millimetre": "mm", "millimetres": "mm", "miles": "mile",
    "gramme": "g", "grammes": "g", "kilogramme": "kg", "kilogrammes": "kg", "kilo": "kg", "kilos": "kg",
    "milligramme": "mg", "milligrammes": "mg", "tonne": "t", "tonnes": "t", "quintal": "quintal",
    "quintaux": "quintal", "kilotonne": "kt", "kilotonnes": "kt", "megatonne": "mt", "megatonnes": "mt",
    "hectare": "ha", "hectares": "ha", "acre": "acre", "acres": "acre", "litre": "l", "litres": "l",
    "millilitre": "ml", "millilitres": "ml", "hectolitre": "hl", "hectolitres": "hl", "baril": "barrel",
    "barils": "barrel", "gallons": "gallon", "gallon": "gallon", "metre cube": "m3", "metres cubes": "m3",
    "metre carre": "m2", "metres carres": "m2", "kilometre carre": "km2", "kilometres carres": "km2",
    "hectometre cube": "hm3", "hectometres cubes": "hm3", "watt": "w", "watts": "w", "kilowatt": "kw",
    "kilowatts": "kw", "megawatt": "mw", "megawatts": "mw", "gigawatt": "gw", "gigawatts": "gw",
    "kilowattheure": "kwh", "kilowattheures": "kwh", "kilowatt heure": "kwh", "kilowatts heure": "kwh",
    "kilowatts heures": "kwh", "megawattheure": "mwh", "megawattheures": "mwh", "megawatts heures": "mwh",
    "gigawattheure": "gwh", "gigawattheures": "gwh", "terawattheure": "twh", "terawattheures": "twh",
    "degre": "celsius", "degres": "celsius", "degres celsius": "celsius", "degre celsius": "celsius",
    "decibel": "db", "decibels": "db", "km h": "kmh", "kilometres heure": "kmh", "kilometre heure": "kmh",
    "pied": "", "pieds": "", "pouce": "inch", "pouces": "inch",
}  # fmt: skip

AMOUNTS = Amounts(
    units=_UNITS,
    counted={
        word: "household" if kind == "dwelling" else kind for kind, words in COUNTED.items() for word in words.split()
    },
    per={
        "hour": Cues(
            "par heure", "de l'heure", "horaire|horaires", "chaque heure", "toutes les heures", "/h", "/heure",
        ),
        "day": Cues(
            "par jour", "par journee", "quotidien|quotidiens|quotidienne|quotidiennes|quotidiennement",
            "journalier|journaliers|journaliere|journalieres", "chaque jour", "tous les jours", "/jour", "/j",
            "par personne et par jour", "la journee",
        ),
        "night": Cues("par nuit", "par nuitee", "chaque nuit", "toutes les nuits", "la nuit", "la nuitee", "/nuit"),
        "week": Cues(
            "par semaine", "hebdomadaire|hebdomadaires", "chaque semaine", "toutes les semaines", "/semaine",
        ),
        "month": Cues(
            "par mois", "mensuel|mensuels|mensuelle|mensuelles|mensuellement", "chaque mois", "tous les mois", "/mois",
        ),
        "year": Cues(
            "par an", "par annee", "annuel|annuels|annuelle|annuelles|annuellement", "chaque annee", "tous les ans",
            "/an",
        ),
    },
    more=Cues("de plus", "en plus", "supplementaire*"),
    fewer=Cues("de moins", "en moins"),
    about=Cues(
        "pres de|des|du", "pres d'", "presque", "quasi", "quasiment",
        "environ", "autour de|des|du", "autour d'", "aux alentours de|des", "alentours de", "de l'ordre de",
        "de l'ordre d'", "a peu pres", "approximativement", "quelque", "estime|estimee|estimes|estimees a",
        "evalue|evaluee|evalues|evaluees a", "plus ou moins", "grosso modo", "peu ou prou", "aux environs de",
        "avoisin*",
        "avoisine|avoisinent|avoisinait les|le|la", "approche|approchent les|le|la",
        "dans les", "vers", "a peu de chose pres", "en gros", "ca", "aux environs d'", "circa",
    ),
    estimating=Cues("estim*", "evalu*", "chiffr*", "calcul*", "compterait|compteraient"),
    least=Cues(
        "plus de|des|du", "plus d'", "au moins", "au minimum", "minimum", "un minimum de", "un minimum d'",
        "depassant", "depasse|depassent|depassait|depassaient|depassee|depasses", "depasse les|le|la",
        "superieur|superieure|superieurs|superieures a", "excede|excedent|excedant|excedait", "pas moins de",
        "pas moins d'", "au dela de|des|du", "au dela d'", "bien plus de", "un peu plus de", "un peu plus d'",
        "ou plus", "et plus", "a tout le moins", "plus que", "franchi", "plus du|des",
    ),
    most=Cues(
        "depasse|depassent|depassait|depassaient|depasserait|depasseront|depassera pas", "excede|excedent pas",
        "atteint|atteignent pas",
        "moins de|des|du", "moins d'", "au plus", "tout au plus", "au maximum", "maximum", "un maximum de",
        "un maximum d'", "jusqu'a", "jusqu'aux", "pas plus de", "pas plus d'",
        "inferieur|inferieure|inferieurs|inferieures a", "un peu moins de", "un peu moins d'",
        "bien moins de", "ou moins", "en dessous de", "en deca de", "frole|frolent|frolait", "sous les", "au plus d'",
        "meme pas", "pas meme",
    ),
    behind_numbers=Cues(
        "au moins", "au plus", "environ", "ou plus", "ou moins", "au maximum", "au minimum",
    ),
    behind_nouns=Cues("au plus", "au maximum", "au minimum", "ou plus", "ou moins", "au moins"),
    terms=frozenset("semestre trimestre mandat tour".split()),
    year_parts={"trimestre": 3, "semestre": 6},
    rest=Cues("reste", "les autres", "restant|restants|restante|restantes"),
    parting=Cues("et", "mais", "contre", "alors que", "tandis que", "par rapport a|au"
    "|aux", "apres", "avant", "au lieu de", "que"),
    spanning=frozenset(),
)  # fmt: skip
