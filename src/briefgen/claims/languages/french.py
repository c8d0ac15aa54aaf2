"""French."""

from collections.abc import Mapping

from briefgen.claims.lexicon import Amounts, Contrast, Dates, Denials, Lexicon, Numerals, Reserves, Scope, Voices
from briefgen.claims.phrases import Cues

# French: the words around numbers.

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


# French: words of which a claim may not have the one where its passage has the other.

CONTRASTS: Mapping[Contrast, tuple[Cues, Cues]] = {
    "more-less": (
        Cues(
            "hausse|hausses", "augment*", "accroi*", "accru*", "croissa*", "croissent",
            "monte|montee|montent|monter|montait|montes", "grimp*", "progress*", "en hausse", "a la hausse",
            "gagne|gagnes|gagner|gain|gains", "bond*", "s'envol*", "s'accroi*", "relev*", "flamb*", "grandi*",
            "multipli*", "alourdi*",
        ),
        Cues(
            "baisse*", "baissa*", "diminu*", "decroi*", "decru*", "chut*", "recul*", "redui*", "reduction*", "regress*",
            "en baisse", "a la baisse", "perd|perdent|perdu|perdue|perdus|perdre|perte|pertes", "abaiss*",
            "coupe|coupes", "retreci*", "declin*", "s'effondr*", "effondr*", "plong*",
            "tombe|tombent|tombee|tombes|tomber", "repli*", "amoindri*",
        ),
    ),
    "for-against": (
        Cues(
            "soutien*", "soutenu*", "soutenir", "appui*", "appuy*", "favorable*", "en faveur", "approuv*",
            "approbation*", "defend*",
        ),
        Cues(
            "oppos*", "rejet*", "defavorable*", "desapprouv*", "resist*", "hostil*", "combat*", "conteste*", "s'elev*",
        ),
    ),
    "accepting-refusing": (
        Cues(
            "accept*", "accorde*", "accordait", "approuv*", "approbation", "adopt*", "octroy*", "agree*", "valid*",
            "ratifi*",
        ),
        Cues(
            "refus*", "rejet*", "desaccord*", "decline*", "repouss*", "nie|nient", "deboute*", "rejette*", "invalid*",
            "ecart*",
        ),
    ),
    "open-closed": (
        Cues("ouvr*", "ouvert*", "rouvr*", "rouvert*", "reouvert*"),
        Cues(
            "ferme", "fermes", "fermee", "fermees", "fermer*", "ferment", "fermeture*", "fermait", "fermaient",
            "fermant", "ferma", "clos|close|closes",
        ),
    ),
    "greater-smaller": (
        Cues(
            "davantage", "superieur*", "plus eleve*", "plus grand*", "plus gros*", "plus fort*", "plus haut*",
            "plus long*", "plus nombreu*", "plus important*", "plus cher*", "plus rapide*", "plus souvent", "au dessus",
            "de plus en plus", "plus vite", "plus lourd*",
        ),
        Cues(
            "inferieur*", "moins eleve*", "moins grand*", "moins gros*", "moins fort*", "moins haut*", "moins long*",
            "moins nombreu*", "moins important*", "moins cher*", "moins rapide*", "moins souvent", "au dessous",
            "en dessous", "plus petit*", "plus faible*", "plus bas*", "plus court*", "de moins en moins", "moindre*",
            "moins vite", "moins lourd*",
        ),
    ),
    "before-after": (
        Cues("avant", "prealable*", "plus tot", "anterieur*", "precede*"),
        Cues("apres", "plus tard", "ulterieur*", "posterieur*", "a la suite", "suivant*", "par la suite", "ensuite"),
    ),
    "success-failure": (
        Cues(
            "succes", "reussi*", "reussite*", "gagne*", "remport*", "atteint*", "atteign*", "respect*", "conforme*",
            "rempli*", "satisfai*", "victoire*", "parvien*", "parvenu*",
        ),
        Cues(
            "echec*", "echou*", "perd|perdent|perdu|perdue|perdre", "manqu*", "rate|ratee|rater",
            "viol|viole|violent|viole|violation|violations", "enfrei*", "non conforme*", "defaite*", "enfreint*",
            "non respect",
        ),
    ),
    "sound-unsound": (
        Cues(
            "sure|surs|sures", "legal|legale|legaux|legales", "licite*", "possible|possibles", "capable|capables",
            "probable|probables", "suffisan*", "adequat*", "stable|stables", "fiable|fiables", "potable|potables",
            "apte|aptes", "valide|valides",
        ),
        Cues(
            "dangereu*", "illegal|illegale|illegaux|illegales", "illicite*", "impossible*", "incapable*", "improbable*",
            "insuffisan*", "inadequat*", "inadapte*", "instable*", "peu fiable*", "non potable*", "inapte*",
            "invalide*", "pas assez", "peu sur|sure|surs|sures",
        ),
    ),
    "better-worse": (
        Cues("amelior*", "meilleur*", "mieux", "renforc*", "assoupli*", "alleg*", "consolid*"),
        Cues(
            "pire|pires", "empir*", "aggrav*", "deterior*", "degrad*", "affaibli*", "durci*", "resserr*", "moins bon*",
            "moins bien", "fragilis*",
        ),
    ),
    "beginning-end": (
        Cues(
            "commenc*", "debut*", "demarr*", "lance*", "lancement", "lanca*", "entam*",
            "repris|reprise|reprend|reprennent|reprendre", "inaugur*", "engage*",
        ),
        Cues(
            "finir", "fini*", "pris|prend|prit|prenant|mis|met|mit fin", "termin*", "achev*", "arret*", "cess*",
            "suspen*", "interromp*", "interruption*", "stopp*",
        ),
    ),
    "allowed-banned": (
        Cues("autoris*", "perme*", "permis*", "legalis*", "lever|leve|levee|leves|levees", "toler*"),
        Cues("interdi*", "prohib*", "proscri*", "impos*", "banni*", "bannir"),
    ),
    "included-excluded": (
        Cues("inclu*", "compris|comprise|comprises|comprend|comprennent", "y compris", "englob*"),
        Cues("exclu*", "sauf", "hormis", "excepte*", "a l'exception", "hors"),
    ),
    "admitting-denying": (
        Cues("confirm*", "admet*", "admis*", "reconnai*", "reconnu*"),
        Cues("nie|nient|niait|nier|niant", "dement*", "dementi*", "conteste*"),
    ),
    "having-lacking": (
        Cues("jouit|jouissent|jouissait", "possed*", "beneficie|beneficient", "est dote|dotee"),
        Cues("manque|manquent de|d", "depourvu*", "denue*", "prive|privee|prives|privees de|d"),
    ),
    "returning-vanishing": (
        Cues("est|etait revenu|revenue", "reappar*", "ressurg*", "resurg*", "de retour"),
        Cues("dispar*", "eradiqu*"),
    ),
    "taking-losing": (
        Cues(
            "s'empar*|emparent|emparer|emparee|empares", "empare*", "pris le controle", "domin*",
            "controle|controlent|controlaient", "maitris*",
        ),
        Cues(
            "perdu le controle", "perdu du terrain", "chasse|chasses|chassee|chassees", "expulse*", "delog*",
            "cede|cedent",
        ),
    ),
    "clear-murky": (
        Cues("clair|claire|clairs|claires|clairement", "evident*", "limpid*", "transparen*", "manifeste*"),
        Cues("obscur*", "flou|floue|floues|flous", "opaque*", "trouble|troubles", "vague|vagues", "nebuleu*"),
    ),
    "remembering-forgetting": (
        Cues("se souvien*", "souvien*", "se souvenir", "se rappel*", "en memoire"),
        Cues("oubli*"),
    ),
    "keeping-dropping": (
        Cues("conserv*", "preserv*", "garde|gardent|garder", "maintenu*|maintien|maintient|maintiennent|maintenir"),
        Cues("aboli*", "abandonn*", "supprim*", "abrog*", "renonc*"),
    ),
    "convicted-cleared": (
        Cues("condamn*", "coupable*", "reconnu coupable"),
        Cues("acquitt*", "blanchi*", "innocent*", "disculp*", "relax*"),
    ),
    "punctual-late": (
        Cues("a temps", "dans les delais|temps", "en avance", "a l'heure"),
        Cues("en retard", "retarde|retardes|retardee", "hors delai"),
    ),
    "surplus-deficit": (Cues("excedent*", "benefices"), Cues("deficit*", "perte|pertes")),
    "hired-dismissed": (
        Cues("nomm*", "embauch*", "recrut*", "reintegr*"),
        Cues("licenci*", "revoqu*", "limog*", "demission*", "renvoy*"),
    ),
    "voluntary-compulsory": (Cues("volontaire*", "facultati*", "optionnel*"), Cues("obligatoire*", "force|forcee")),
    "arrested-released": (
        Cues("arret|arrete|arretes|arretee|arretees|arrestation*", "deten*", "incarcer*", "emprisonn*"),
        Cues("liber|libere|liberes|liberee|liberees|liberation|liberations", "relach*"),
    ),
    "encouraging-discouraging": (
        Cues("encourag*", "conseill*", "incit*"),
        Cues("decourag*", "deconseill*", "dissuad*"),
    ),
    "extended-expired": (
        Cues("prolong*", "prorog*", "renouvel*", "reconduit*"),
        Cues("expir*", "echu|echue", "a pris fin", "raccourci*", "ecourt*"),
    ),
    "imports-exports": (Cues("import|importe*|importation*"), Cues("export|exporte*|exportation*")),
    "lending-borrowing": (Cues("prete|pretent|preteur*", "creancier*"), Cues("emprunt*", "debiteur*")),
    "strong-weak": (Cues("fort|forte|forts|fortes|fortement", "solide*"), Cues("faible*", "fragile*")),
    "north-south": (Cues("nord|septentrional*"), Cues("sud|meridional*")),
    "east-west": (
        Cues("l'est|oriental|orientale|orientaux|orientales"),
        Cues("ouest|l'ouest|occidental|occidentale|occidentaux|occidentales"),
    ),
    "women-men": (Cues("femme|femmes|fille|filles|feminin*"), Cues("homme|hommes|garcon|garcons|masculin*")),
    "urban-rural": (Cues("urbain*|citadin*"), Cues("rural|rurale|ruraux|rurales|campagne|campagnes")),
    "summer-winter": (Cues("estival*", "en ete", "l'ete", "cet ete"), Cues("hiver|hivernal*")),
    "public-private": (Cues("public|publique|publics|publiques"), Cues("prive|privee|prives|privees")),
    "many-few": (
        Cues("beaucoup", "nombreux|nombreuses", "la plupart", "la majorite"),
        Cues("peu de|d", "une minorite", "rares sont", "une poignee", "tres peu"),
    ),
    "fulfilled-broken": (
        Cues("honor|honore|honores|honoree", "tenu parole", "se conform*"),
        Cues("enfrei*", "viole*", "manque a|aux", "transgress*"),
    ),
    "helping-hindering": (
        Cues("aide|aident|aidait|aider", "facilit*"),
        Cues("entrav*", "gen|gene|genent|gener", "empech*", "compliqu*", "frein*"),
    ),
    "hastening-delaying": (
        Cues("acceler*", "avance|avancee|avances au", "hat|hate|hater"),
        Cues("ralenti*", "retard*", "report|reporte*", "ajourn*", "differe*", "repouss*"),
    ),
    "approving-criticising": (
        Cues("salu|salue|saluent|salua", "felicit*", "lou|loue|louent"),
        Cues("critiqu*", "condamn*", "denonc*", "deplor*", "blam*", "fustig*"),
    ),
    "joining-leaving": (
        Cues("rejoin|rejoint|rejoignent|rejoindre", "adher*", "entre|entrent|entree dans"),
        Cues("quitte*", "se retir*", "retrait", "sorti|sortie|sortent de"),
    ),
    "cheap-dear": (Cues("bon marche", "moins cher*"), Cues("plus cher|chere|chers|cheres", "couteu*", "onereu*")),
    "fast-slow": (Cues("rapide*|rapidement", "vite"), Cues("lent|lente|lents|lentes|lentement")),
    "domestic-foreign": (
        Cues("interieur*", "local|locale|locaux|locales", "national*"),
        Cues("etranger*", "exterieur*"),
    ),
    "upstream-downstream": (Cues("amont"), Cues("aval")),
    "morning-evening": (Cues("matin|matinee|matins"), Cues("soir|soiree|nuit|apres midi")),
    "permanent-temporary": (
        Cues("permanent*", "definitif|definitive|definitivement", "pour de bon"),
        Cues("temporaire*", "provisoire*"),
    ),
    "staying-leaving": (
        Cues("reste|restent|restait|restaient|resteront|restera", "demeur*"),
        Cues("sort|sortent|sortait|sorti|sortis", "quitt*", "s'ecart*", "s'eloign*"),
    ),
}  # fmt: skip


# French: the words of dates.

MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_EVERY_DAY = "|".join(DAYS)
_EVERY_MONTH = "|".join(MONTHS)

DATES = Dates(
    months={word: number for number, word in enumerate(MONTHS, 1)}
    | {"janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
    weekdays={word: number for number, word in enumerate(DAYS, 1)}
    | {word + "s": number for number, word in enumerate(DAYS, 1)},
    early=Cues(
        "debut", "debut du mois de|d", "debut de l'annee|l'an", "debut des annees",
        "premiers jours", "premieres semaines",
    ),
    middle=Cues("mi", "milieu", "milieu du mois de|d", "milieu de l'annee|l'an", "milieu des annees"),
    late=Cues(
        "fin", "fin du mois de|d", "fin de l'annee|l'an", "fin des annees",
        "derniers jours", "dernieres semaines",
    ),
    before_month=Cues("debut", "mi", "fin", "courant"),
    # “Sept.” is seven unless a day or a year stands beside it: “en sept ans”, “de sept à dix”.
    doubtful=frozenset({"sept"}),
    same_month=Cues("de ce mois", "du meme mois", "de ce meme mois"),
    between=frozenset({"de", "d", "du", "le", "l", "mois", "an"}),
    before_day=frozenset({"le", "au", "du"}),
    spans=frozenset({"au", "et", "ou", "-", "–", "—"}),
    relative=Cues(
        "janvier|fevrier|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre prochain|dernier",
        "debut|fin du mois", "le debut du mois|de l'annee", "depuis le debut du mois",
        "ce mois|trimestre|semestre|matin|midi|soir|printemps|week", "ce mois ci", "cet ete|automne|hiver",
        "cet apres midi", "cette semaine|annee|nuit", "cette semaine|annee ci",
        "mois|trimestre|semestre|an|ete|automne|hiver|printemps|siecle dernier|passe|prochain",
        "semaine|annee|nuit|decennie derniere|passee|prochaine", "week end dernier|passe|prochain",
        f"{_EVERY_DAY} dernier|passe|prochain|soir|matin", f"ce {_EVERY_DAY}", f"{_EVERY_MONTH} dernier|prochain",
        "prochain|dernier mois|trimestre|ete|hiver", "prochaine|derniere semaine|annee",
        "hier", "hier soir|matin", "avant hier", "demain", "apres demain", "l'autre jour", "la nuit derniere",
        "il y a _ jours|semaines|mois|ans|annees|heures|decennies|jour|semaine|an|heure|siecle",
        "il y a plus|moins de _ jours|semaines|mois|ans|annees|heures", "il y a plus|moins d'un|d'une an|mois|semaine",
        "il y a peu|longtemps", "voici|voila _ jours|semaines|mois|ans", "d'ici _ jours|semaines|mois|ans",
        "d'ici a|la", "d'ici la fin", "dans _ jours|semaines|mois|ans", "dans un|une an|mois|semaine|decennie",
        "ces derniers|dernieres jours|semaines|mois|ans|annees|temps|decennies",
        "ces _ derniers|dernieres jours|semaines|mois|ans|annees|decennies",
        "derniers|dernieres jours|semaines|mois|annees", "les _ derniers|dernieres jours|semaines|mois|annees|ans",
        "des _ derniers|dernieres jours|semaines|mois|annees|ans",
        "prochains|prochaines jours|semaines|mois|annees", "prochainement", "sous peu",
        "_ prochains|prochaines jours|semaines|mois|annees", "depuis quelques|plusieurs jours|semaines|mois|annees",
        "jours|semaines|mois|annees a venir", "mois|jour|trimestre suivant|precedent",
        "semaine|annee suivante|precedente", "la veille", "l'avant veille", "le lendemain", "le surlendemain",
        "plus tot|tard cette semaine|annee", "plus tot|tard ce mois|dans|mois", "en fin|debut de semaine|mois",
        "en fin|debut d'annee", "tout a l'heure",
    ),
    other_years=Cues(
        "annee precedente|suivante|derniere|passee", "an plus tot|tard", "ans plus tot|tard", "an auparavant|avant",
        "ans auparavant|avant", "annee d'avant|d'apres", "sur un an", "en un an",
    ),
    habitual="le",
    seasons={"printemps": 1, "ete": 2, "automne": 3, "hiver": 4},
    decades=Cues("annees"),
    before_noon=Cues("du matin"),
    after_noon=Cues("du soir", "de l'apres midi"),
    first_day=frozenset({"premier"}),
    moving=Cues(
        "mois|an|trimestre dernier|prochain", "semaine|annee derniere|prochaine", "ce mois ci", "cette annee|semaine",
        "de cette annee", "hier", "demain",
    ),
    owners=frozenset("son sa ses leur leurs".split()),
    moving_before=frozenset(),
    moving_behind=frozenset({"dernier", "prochain"}),
    passing=Cues(
        "actuellement", "a present", "a l'heure actuelle", "pour l'heure", "aujourd'hui", "en ce moment",
        "a ce jour", "de nos jours", "recemment", "dernierement", "ces temps ci", "desormais", "a l'heure qu'il est",
        "presentement", "depuis peu", "tout recemment", "pour le moment",
    ),
)  # fmt: skip


# French: the words of denial.

DENIALS = Denials(
    negation=Cues(
        "ne", "n'*", "pas", "jamais", "aucun|aucune|aucuns|aucunes", "aucunement", "rien", "personne ne",
        "personne n'*",
        "ni", "nul|nulle|nuls|nulles", "nullement", "nulle part", "non", "guere", "non plus", "ne plus", "point de",
    ),
    refusal=Cues(
        "abstenu|abstenue|abstenus|abstenues|abstient|abstiennent de|d", "fermee|fermees",
        "coupe|coupes|coupee|coupees", "rompu*", "quitte|quittent|quitter", "demission*",
        "epargn*", "libre|libres", "delivre de",
        "ferme|fermes|fermee|fermees a|aux|au",
        "a moins que|de|d", "sauf si", "epuis*", "ignor*",
        "gratuit*", "limite*", "echapp*", "impossible*", "invérifiable*", "inverifiable*", "hors de portee", "a l'abri",
        "contre", "attend|attendent|attente",
        "refus*", "rejet*", "rejette*", "nie|nient|niait|niaient|niant|nier", "dementi*", "dement|dementent", "echec*",
        "echou*", "echoue*", "manqu*", "manque|manques", "sans", "incapable*", "incapacite", "absen*", "oppos*",
        "decline|declinent|declinant|decliner", "interdi*", "arret*", "cess*", "suspen*", "annul*", "empech*", "evit*",
        "exclu*", "sauf", "hormis", "excepte|exceptee|exception", "defaut", "fait|font defaut", "faute de|d",
        "reste a", "restent a", "reste encore", "pas encore", "inchange*", "inutilis*", "intact*", "impaye*",
        "non paye*", "non signe*", "dangereu*", "insalubre*", "inapte*", "irresolu*", "inconnu*", "incertain*",
        "incomplet*", "inacheve*", "impossib*", "insuffisan*", "illegal*|illegaux", "illicite*", "ineligible*",
        "invalid*",
        "inacti*", "independan*", "a peine", "guere", "rarement", "peu de|d", "peu", "zero", "nul|nulle|nuls|nulles",
        "neant", "penurie*", "rare|rares|rarete", "carence*", "ecart*", "bloqu*", "retenu*", "classe|classee sans",
        "debout*", "conteste*", "contest*", "desaccord*", "desapprouv*", "dissiden*", "hors de|d",
        "prive|prives|privee|privees de|d",
        "exempt*", "dispens*", "exoner*", "plutot que|qu", "au lieu de|d", "vide|vides", "report|reporte*", "ajourn*",
        "differe|differee|differes|repousse*", "veto", "en souffrance", "en suspens", "abandon*", "renonc*",
        "invalide*",
        "vacant*", "inoccup*", "inoper*", "ignor*", "neglig*", "plus aucun|aucune", "depourvu*", "denue*",
        "loin de|d", "hors service", "en panne", "retire|retiree|retires|retirees|retrait", "supprim*", "suppression*",
        "ne que", "inexist*", "injustifi*", "infond*", "inefficac*", "insatisf*", "inaccessib*",
    ),
    contrasts=CONTRASTS,
    prefixes=("in", "im", "il", "ir", "dis", "non"),
    adjective_endings=(
        "ble", "bles", "al", "ales", "aux", "ent", "ents", "ant", "ants", "ente", "entes", "ante", "antes", "if", "ive",
        "ives", "ct",
    ),
    weak_denials=frozenset({"sans"}),
    restrictive=Cues(
        "ne _ que", "ne _ qu'*", "ne _ _ que", "ne _ _ qu'*", "n'* que", "n'* qu'*", "n'* _ que", "n'* _ qu'*",
        "n'* _ _ que", "n'* _ _ qu'*",
    ),
    nobody=Cues("aucun*", "personne", "rien", "jamais", "nul|nulle", "nulle part"),
    able=Cues("peut|peuvent|pouvait|pouvaient|pourra|pourront", "libre de", "capable*"),
    refusing=Cues("refus*", "se refus*", "rejet*", "s'y refus*"),
    undone=Cues("n'a|n'ont|n'avait|n'avaient pas|jamais", "n'a|n'ont pas encore"),
    perfect=Cues("n'a", "n'ont", "a|ont ete", "a|ont pas", "a|ont jamais"),
    correlative=frozenset({"ni"}),
    affirming=Cues(
        "nulle part|personne|rien ne|n'est|n'a _ plus|moins|pire|autant|aussi",
        "nulle part _ _ _ plus|moins|pire|autant|aussi", "nulle part _ _ _ _ plus|moins|pire|autant|aussi",
        "aucun|aucune _ n'est|n'a plus|moins|aussi|autant", "aucun|aucune _ n'est|n'a _ plus|moins|aussi|autant",
        "jamais aussi|autant|si", "_ jamais _ aussi|autant|si",
        "nulle part ailleurs", "rien d'autre", "personne d'autre", "pas d'autre|d'autres", "aucun|aucune autre",
        "ne depasse|depassent|depassait|depassaient|depasserait|depasseront|depassera pas", "n'excede|excedent pas",
        "non gouvernemental*|gouvernementaux", "non lucratif*", "rien d'autre que", "sans aucun doute",
        "nul|aucun doute", "pas de calais", "pas de porte",
        "un|le|premier|grand pas", "n°*", "n.", "sans cesse", "sans precedent", "sans conteste", "ou non",
        "non loin", "n'importe qui|quel|quelle|quels|quelles|ou|quand",
        "non seulement", "pas seulement", "pas moins de|d", "pas plus de|d", "pas uniquement", "sans doute",
        "rien moins que",
        "n'est autre que", "n'est pas seulement", "pas plus tard que", "ne * pas seulement",
    ),
    denying=Cues(
        "depourvu*", "denue*",
        "s'abst*", "s'est|s'etait|se sont|s'etaient abstenu|abstenue|abstenus|abstenues de|d",
        "refus*", "rejet*", "nie|nient|niait|nia|niaient|nie|nier", "dement|dementi|dementent", "echou*", "renonc*",
        "exempt*", "dispens*", "exclu*", "ecart*",
        "incapable*", "sans", "manqu*", "decline|declinent|decline", "s'abst*", "s'oppos*", "oppos*",
        "empech*",
    ),
)  # fmt: skip


# French: the words of numbers.

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


# French: the words of reserve.

RESERVES = Reserves(
    allegation=Cues(
        "accus*", "allegu*", "allegation*", "pretend|pretendent|pretendait|pretendu|pretendue|pretendus|pretendues",
        "pretendument", "soi disant", "suppose|supposee|supposes|supposees", "soupcon*", "suspect*", "selon",
        "d'apres", "aurait", "auraient", "serait", "seraient", "affirm*", "rumeur*", "non confirme*", "non verifie*",
        "plainte|plaintes", "inculp*", "mis|mise|mises en cause|examen|accusation", "denonc*", "reproch*", "imput*",
        "argue|arguent|arguant", "soutient", "soutiennent", "soutenait", "maintient que", "assure que", "assurent que",
        "dit avoir", "disent avoir", "dit etre", "presume*", "revendiqu*", "a en croire", "rapporte|rapportent",
        "de source|sources", "il parait", "impute*", "mis en doute", "au dire|dires de",
    ),
    suspicions=Cues("accus*", "soupcon*", "suspec*", "rumeur*", "allegation*"),
    doubt=Cues(
        "credible*", "concevable*",
        "possibilite*", "exclu|exclut|excluent|exclure", "ecarte|ecarter|ecartee", "non etabli*", "pas etabli*",
        "*erait|*eraient|*ettrait|*ettraient|*oudrait|*oudraient|*ourrait|*ourraient|*iendrait|*iendraient",
        "indice|indices", "preuve|preuves", "elements de preuve", "element|elements", "sugger*",
        "laisse|laissent penser|croire|supposer",
        "laissant penser|croire|supposer", "indiqu*", "sembl*", "parait", "paraissent", "apparait",
        "apparaissent", "apparemment", "pourrai*", "peut", "peuvent", "pouvait", "pouvaient", "puisse|puissent",
        "peut etre", "serait", "seraient", "aurait", "auraient", "devrait", "devraient", "*erait", "*eraient",
        "*irait", "*iraient", "*drait", "*draient", "probabl*", "probabilite*", "vraisembl*", "invraisembl*",
        "possible|possibles|possiblement|possibilite*", "eventuel*", "sans doute", "croit", "croient", "pense que",
        "pensent que", "estim*", "attendu|attendue|attendus|attendues", "s'attend*", "on s'attend", "prevoi*",
        "prevision*", "projection|projections", "preliminaire*", "provisoire*", "potentiel*", "presum*", "risqu*",
        "risque|risques", "tend a", "tendent a", "tendance", "tendances", "juge|jugee|jugent", "considere*",
        "signe|signes",
        "plausib*", "incertain*", "incertitude*", "flou|floue", "pas certain*", "pas sur|sure", "pas confirme*",
        "suppos*", "hypothe*", "dout*", "sous reserve", "susceptible*", "en theorie", "sur le papier",
        "en principe", "partiel*", "cense|censee|censes|censees", "a priori", "semble t", "il se peut",
        "selon toute", "chance|chances", "reput*", "passe|passent pour", "attend|attendent|attendait|attendaient",
        "escompt*", "dirait", "approximati*", "danger*",
        "menac*", "autant qu'on sache",
    ),
    intention=Cues(
        "voulu*",
        "accept*", "convenu*|conviennent", "resolu*|decide|decident de|d",
        "prevoi*", "prevu|prevue|prevus|prevues", "prevoyait", "projet|projets", "projett*", "projete*",
        "plan", "plans", "planifi*", "programm*", "entend", "entendent", "intention|intentions", "vise a", "visent a",
        "visant a", "vise|visent|visait", "objectif|objectifs", "but", "propos*", "proposition*", "espere*", "espoir*",
        "promet*", "promis|promise|promises", "promesse*", "engag*", "s'engag*",
        "accepte|acceptent|accepter|acceptera|accepterait de|d", "consenti*", "convenu de|d",
        "envisag*", "souhait*", "veut", "veulent", "voulait", "voulaient", "voudrai*", "volonte", "desir*", "cherch*",
        "tent*", "tente|tentent de", "essaie|essaient", "essay*", "compte|comptent|comptait|comptaient", "doit",
        "doivent",
        "devait", "devaient", "devra", "devront", "devrai*", "sera", "seront", "aura", "auront", "va", "vont",
        "ira|iront",
        "ebauche", "avant projet", "calendrier", "menac*", "offr*", "pret|prete|prets|pretes a", "dispose|disposes a",
        "annonc*", "demand*", "reclam*", "appel|appelle|appellent|appele a", "sollicit*", "requis|requiert",
        "recommand*", "preconis*", "exhort*", "en principe", "s'apprete*", "appretent", "a l'etude", "en vue de|d",
        "afin de|d", "candidat*", "jure", "en cours de negociation",
    ),
    future=frozenset(),
    condition=Cues(
        "si", "s'il", "s'ils", "sinon", "a moins que|qu|de|d", "pourvu que|qu", "a condition que|qu|de|d",
        "a la condition", "condition", "conditions", "conditionn*", "sous condition", "sous reserve",
        "sous reserve de|que",
        "tant que|qu", "en cas", "en cas de|d", "au cas ou", "dans le cas ou", "dans l'hypothese", "a supposer que",
        "en supposant", "seulement si|lorsque|quand", "uniquement si", "selon que|qu", "en fonction de|du|des|d",
        "depend|dependent|dependait|dependra|dependant", "une fois que|qu", "une fois", "des lors que|qu", "des que|qu",
        "lorsque", "lorsqu", "quand", "jusqu'a ce que", "avant que|qu", "subordonn*", "tributaire*", "exige|exigent",
        "necessit*", "requiert", "requierent", "moyennant", "faute de|d", "quitte a", "le cas echeant",
        "aussi longtemps que|qu", "pour autant que|qu", "demand*", "reclam*",
        "en echange", "en contrepartie", "dans l'attente", "*erait", "*eraient", "*irait", "*iraient", "*drait",
        "*draient",
        "sans", "avec un|une", "sauf", "serait",
        "seraient",
    ),
    extent=Cues(
        "il arrive que|qu", "il arrivait que|qu",
        "souvent", "parfois", "quelquefois", "habituellement", "d'habitude", "d'ordinaire", "generalement",
        "en general",
        "en regle generale", "principalement", "essentiellement", "surtout", "majoritairement", "largement",
        "en grande partie",
        "en partie", "partiellement", "partiel|partielle|partiels|partielles", "occasionnel*", "typiquement",
        "frequemment", "frequent*", "rarement", "rare|rares", "dans certains|plusieurs cas", "dans la plupart des cas",
        "dans de nombreux cas", "dans une certaine mesure", "dans une large mesure", "par moments", "presque", "quasi",
        "quasiment", "pratiquement", "normalement", "avant tout", "par endroits", "pour l'essentiel", "pour la plupart",
        "tend a", "tendent a", "a tendance", "ont tendance", "relativement", "quelque peu", "un peu", "legerement",
        "moderement", "modere*", "sporadique*", "sporadiquement", "regulier*", "regulierement", "de temps en temps",
        "de temps a autre", "a plusieurs reprises", "a maintes reprises", "intermitten*", "a l'occasion", "globalement",
        "limite|limitee|limites|limitees", "pas toujours", "peu", "a peine", "guere", "dans l'ensemble", "plutot",
        "assez", "plus ou moins", "ponctuel*", "ponctuellement", "certains|certaines", "la plupart", "quelques",
        "marginal*", "au moins en partie", "le plus souvent", "plus souvent",
    ),
    so_far=Cues(
        "reste|restent|restait|restaient a", "en suspens",
        "jusqu'a present", "jusqu'ici", "jusque la", "jusqu'alors", "jusqu'a maintenant", "jusqu'a ce jour",
        "a ce jour",
        "a ce stade", "pour l'instant", "pour le moment", "pour l'heure", "pas encore", "encore", "toujours pas",
        "toujours", "provisoire*", "provisoirement", "temporaire*", "temporairement", "a cette date", "a la date",
        "en date du", "alors", "a l'epoque", "a ce moment la", "a ce moment", "initialement",
        "dans un premier temps", "d'abord", "au depart", "en attendant", "dans l'attente", "entre temps", "d'ici la",
        "n'avait", "n'avaient", "avait pas", "avaient pas", "n'a encore|toujours", "interimaire*", "jusqu'en _",
        "jusqu'au _", "jusqu'a _", "avant _", "lors de", "au moment de|ou",
    ),
    unreserved=Cues("si bien que", "comme si", "meme si", "si ce n'est", "et si"),
    possible=Cues(
        "pourrait", "pourraient", "pourrions", "il se peut", "se pourrait",
    ),
    not_possible=Cues("ne pourrait", "ne pourraient", "ne pourrions"),
    likelihoods={
        "almost no chance": ("presque aucune chance",),
        "very unlikely": ("tres peu probable", "tres peu probables"),
        "unlikely": ("peu probable", "peu probables"),
        "roughly even chance": ("a peu pres une chance sur deux",),
        "likely": ("probable", "probables", "probablement"),
        "very likely": ("tres probable", "tres probables", "tres probablement"),
        "almost certain": (
            "presque certain", "presque certaine", "presque certains", "presque certaines", "presque certainement",
        ),
        "highly improbable": ("hautement invraisemblable", "hautement invraisemblables"),
        "improbable": ("invraisemblable", "invraisemblables"),
        "roughly even odds": ("chances a peu pres egales",),
        "probable": ("vraisemblable", "vraisemblables", "vraisemblablement"),
        "highly probable": ("hautement vraisemblable", "hautement vraisemblables"),
        "nearly certain": (
            "quasi certain", "quasi certaine", "quasi certains", "quasi certaines", "quasi certainement",
        ),
        "remote chance": ("chance infime", "chances infimes"),
        "highly unlikely": ("hautement improbable", "hautement improbables"),
        "realistic possibility": ("possibilite realiste",),
        "highly likely": ("hautement probable", "hautement probables"),
        "": (
            "assez probable", "fort probable", "plutot probable", "extremement probable",
            "fort peu probable", "assez peu probable",
            "tres vraisemblable", "tres vraisemblablement", "tres improbable", "tres probablement pas",
            "selon toute probabilite",
            "selon toute vraisemblance", "de bonnes chances", "de fortes chances", "une bonne chance",
        ),
    },
    comparing=Cues(
        "plus probable|probables", "moins probable|probables", "aussi probable|probables",
        "plus vraisemblable|vraisemblables",
        "moins vraisemblable|vraisemblables", "plus probablement", "aussi peu probable|probables",
    ),
    confidence=Cues(
        "confiance elevee|forte|moderee|moyenne|faible|limitee",
        "confiance est elevee|forte|moderee|moyenne|faible|limitee",
        "faible|forte|grande|pleine|haute confiance", "degre|niveau de confiance", "avec confiance",
        "notre confiance",
        "sommes confiants|convaincus|persuades",
    ),
    weighty={
        "quantifier": Cues(
            "de nombreux|nombreuses", "nombreux|nombreuses", "plusieurs", "certains|certaines", "quelques",
            "la plupart", "beaucoup de|d",
            "une partie", "une majorite", "la majorite", "une minorite", "une poignee",
            "un certain|grand|petit nombre", "pas tous|toutes",
            "presque tous|toutes", "bon nombre", "peu de|d",
        ),
        "allegation": Cues(
            "accus*", "allegu*", "allegation*", "pretendu*", "soi disant", "soupcon*", "suspect*",
            "affirme|affirment|affirmait|affirmaient",
            "rumeur*", "non confirme*", "pretend|pretendent", "ce qu'elle|il appelle", "qualifi*", "aurait",
            "auraient", "reproch*",
        ),
        "doubt": Cues(
            "impression", "il est probable", "probable|probables", "possible que|qu", "eventuel*",
            "n'exclut|excluent pas",
            "n'est pas exclu", "laisse|laissent entendre", "credite|creditee|credites", "croit savoir", "prudence",
            "sous toutes reserves", "autant qu'on sache", "a notre connaissance", "selon toute vraisemblance",
            "indices", "des indices", "elements|element de preuve", "elements credibles", "faisceau d'indices",
            "preuves credibles|solides|serieuses", "indices credibles|serieux", "tout porte a croire", "semblerait",
            "on peut penser", "il se pourrait", "est cense|censee", "sugger*", "laisse|laissent penser",
            "sembl*", "parait", "paraissent",
            "apparemment", "pourrait", "pourraient", "peut etre", "devrait", "devraient", "probablement",
            "vraisemblablement", "sans doute",
            "croit", "croient", "estime|estiment que", "s'attend", "prevoit", "preliminaire*", "provisoire*",
            "risque de", "risquent de",
            "il est possible",
        ),
        "wish": Cues(
            "propose", "proposent", "propose de", "espere", "esperent", "envisag*", "souhaite", "souhaitent",
            "cherche a",
            "projet de",
        ),
        "intention": Cues(
            "prevoit de", "prevoient de", "intention de", "projette de", "compte|comptent bien", "entend", "entendent",
            "a l'intention", "promet", "promettent", "promis",
            "s'engage", "s'est engage", "accepte de", "menace de", "menacent de",
        ),
        "condition": Cues(
            "si", "s'il", "s'ils", "a moins que", "pourvu que", "a condition", "sous reserve", "tant que",
            "en cas de", "a supposer que", "seulement si",
            "des lors que",
        ),
        "extent": Cues(
            "souvent", "parfois", "habituellement", "generalement", "en general", "principalement",
            "en grande partie", "en partie",
            "partiellement", "dans certains cas", "dans la plupart des cas", "presque", "frequemment", "rarement",
            "par endroits", "la plupart du temps",
        ),
        "so-far": Cues(
            "jusqu'a present", "jusqu'ici", "a ce jour", "pour l'instant", "pour le moment", "pour l'heure",
            "a ce stade", "provisoirement",
            "temporairement",
        ),
    },
)  # fmt: skip


# French: the words of all and some.

SCOPE = Scope(
    quantifiers=Cues(
        "predomin*",
        "beaucoup", "beaucoup de|d", "plusieurs", "quelques", "quelques uns|unes", "certains|certaines", "la plupart",
        "nombre de|d", "bon nombre de|d", "bon nombre", "un nombre", "un grand|petit|certain nombre", "de nombreux",
        "nombreux|nombreuses", "nombreux sont", "majorite", "la majorite", "une majorite", "minorite", "une minorite",
        "une partie", "en partie", "une part", "une bonne part|partie", "une grande part|partie", "une poignee",
        "divers|diverses", "differents|differentes", "maint|maints|maintes", "peu de|d", "la moitie", "une moitie",
        "pas tous|toutes", "tous|toutes ne", "une fraction", "un groupe de|d", "l'un|l'une des|d'entre|de",
        "un|une des", "deux des", "deux d'entre", "d'aucuns", "une foule de|d", "quantite de|d", "tant de|d",
        "des dizaines", "des centaines", "des milliers", "des millions", "presque tous|toutes", "presque tout|toute",
        "quasi totalite", "plus de la moitie", "plus d'un", "plus d'une", "une grande majorite", "les uns|unes",
        "le plus souvent", "largement", "l'essentiel", "le gros", "une section", "un segment", "guere de|d",
        "quelque", "une proportion", "une multitude", "un pan", "il y a|avait", "il existe|existait",
    ),
    majority=Cues("major*", "la plupart"),
    universal=Cues(
        "tous", "toutes", "toute", "tout le|la|les|un|une|l", "tout", "chaque", "chacun|chacune", "quiconque",
        "entier|entiere|entiers|entieres", "integralite", "integral|integrale|integralement",
        "totalite", "l'ensemble", "ensemble de|des|du|d", "toujours",
        "partout", "sans exception",
        "unanime*", "unanimite",
        "tout le monde", "dans tout le pays", "a travers le pays", "systematiquement", "de bout en bout",
        "sans distinction",
    ),
    seeming_universal=Cues(
        "tout porte|indique|laisse|donne|semble|concorde",
        "toujours selon|d'apres", "tout de suite", "tout d'abord", "avant tout", "malgre tout", "tout a fait",
        "tout de meme",
        "en tout cas", "tout au plus", "tout au moins", "toutefois",
    ),
    parts=Cues(
        "membre de|des|du|d",
        "membres de|des|du|d", "un|une membre de|des|du", "certains|certaines", "certains|certaines des|de|d'entre",
        "une partie de|des|du", "partie de|des|du", "parties de|des|du",
        "elements de la", "elements de l'", "elements des|du", "une faction",
        "sections de|des|du", "une section", "un groupe de|d", "l'un|l'une des|de|d'entre", "un|une des", "plusieurs",
        "beaucoup de|des|d'entre", "la plupart de|des|du", "une aile de|du", "quelques",
        "quelques uns|unes",
        "une minorite de|des", "une branche", "branches de|des|du",
        "antennes de|des|du", "individuel*", "deux des|d'entre", "trois des|d'entre", "la moitie de|des|du",
        "zones de|des|du", "secteurs de|des|du", "segments de|des|du", "portions de|des|du", "une part de|des|du",
        "une poignee de", "pans de|des|du", "fragments de",
    ),
    asked=Cues(
        "repondant|repondants|repondante|repondantes", "sonde|sondes|sondee|sondees", "sondage|sondages",
        "interroge|interroges|interrogee|interrogees", "enquete|enquetes|enquetee|enquetees", "questionnaire*",
        "questionne|questionnes|questionnee|questionnees", "echantillon|echantillons", "participants|participantes",
        "ont repondu", "ayant repondu", "qui ont repondu", "a repondu", "personnes interrogees", "reponses",
        "consulte|consultes|consultee|consultees", "parmi ceux|celles", "declarent", "disent",
        "ont declare", "ont dit", "se disent", "se declarent", "entretien|entretiens", "interviewe*", "ont participe",
        "ayant participe",
    ),
    surveys=frozenset("enquete enquetes sondage sondages entretien entretiens questionnaire".split()),
    narrow_places=Cues(
        "capitale", "ville", "villes", "village", "villages", "bourg", "bourgade", "quartier", "quartiers", "district",
        "districts", "arrondissement|arrondissements", "departement|departements", "departemental*|departementaux",
        "province", "provinces", "provincial|provinciale|provinciaux|provinciales", "region", "regions",
        "regional|regionale|regionaux|regionales", "comte", "canton", "cantons", "cantonal*|cantonaux", "commune",
        "communes", "communal|communale|communaux|communales", "municipalite|municipalites",
        "municipal|municipale|municipaux|municipales", "ile", "ilot", "port", "portuaire|portuaires", "banlieue",
        "banlieues", "faubourg|faubourgs", "vallee", "vallees", "littoral|littorale|littoraux", "cotier*", "la cote",
        "nord", "sud", "l'est", "l'ouest", "ouest", "nord est", "sud est", "septentrion*", "meridional*|meridionaux",
        "oriental|orientale|orientaux|orientales", "occidental|occidentale|occidentaux|occidentales",
        "local|locale|locaux|locales", "localite|localites", "urbain|urbaine|urbains|urbaines",
        "rural|rurale|ruraux|rurales", "metropole", "metropolitain*", "agglomeration", "centre ville", "vieille ville",
        "basse|haute ville", "paroisse", "rue", "aeroport", "camp", "camps", "bassin", "delta", "peninsule", "aval",
        "amont", "en aval", "en amont", "plaine", "plaines", "basses terres", "hauts plateaux", "peripherie",
        "peripherique*", "estuaire", "rive", "hameau|hameaux", "ilots", "secteur",
    ),
    wide_places=Cues(
        "pays", "nation", "national|nationale|nationaux|nationales", "nationalement", "a l'echelle nationale",
        "au niveau national", "tout le pays", "l'ensemble du pays", "ensemble du territoire", "territoire national",
        "dans le pays entier", "a travers le pays", "monde", "monde entier", "mondial|mondiale|mondiaux|mondiales",
        "mondialement", "planete", "planetaire", "global|globale|globaux|globales", "continent", "toute la ville",
        "toute la region", "toute la province", "toute l'ile", "tout le departement", "la region", "la province",
        "l'etat", "l'ensemble de la ville|region|province|commune", "partout",
        "a l'echelle de la ville|region|province",
        "a l'echelle du pays|departement", "toute l'agglomeration", "la ville entiere", "la region entiere",
    ),
    capitals=frozenset({"capitale"}),
    each=frozenset("chaque".split()),
    unanimity=Cues("unanim*"),
    exclusive=Cues(
        "seul|seule|seuls|seules", "seulement", "uniquement", "exclusivement", "ne _ que|qu", "n'* que|qu",
        "n'* _ que|qu",
    ),
    outside=Cues(
        "hors de|du|des|d", "en dehors", "ailleurs", "a part", "sauf", "excepte", "hormis", "les autres",
        "aucun|aucune autre", "le reste", "hors",
    ),
    indefinite=frozenset({"des"}),
    existing=frozenset({"il y a", "il existe", "il y avait", "il existait"}),
    settlements=frozenset(
        "ville village bourg bourgade port ile province region comte canton commune municipalite departement district"
        " paroisse agglomeration camp".split()
    ),
    idle=Cues(
        "tout a fait", "pas du tout", "du tout", "tout au plus", "tout au moins", "tout de meme", "avant tout",
        "tout de suite", "en tout cas", "tout court", "tout d'abord",
    ),
)  # fmt: skip


# French: the words around who speaks.

VOICES = Voices(
    saying=Cues(
        "parle|parlent|parlait|parlaient de|d", "fait|font etat de|d",
        "dit", "disent", "disait", "disaient", "a dit", "ont dit", "selon", "d'apres", "declar*", "affirm*",
        "annonc*", "rapport|rapporte|rapportent|rapporter",
        "averti*", "ecrit|ecrivent|ecrivait|ecrivit", "argue|arguent", "soutient", "soutiennent", "ajout*",
        "expliqu*", "insist*", "confirm*", "dementi*",
        "dement", "nie|nient", "appelle|appelle|appele", "note|notent|notait|notant", "estim*", "constat*",
        "conclu*", "demand*", "promet*",
        "promis", "reconnai*", "reconnu*", "admet*", "admis", "temoign*", "rappel*", "se plain*", "plaint",
        "maintient", "soulign*", "aux termes de",
        "aux yeux de", "pour reprendre", "repond|repondent|repondait|repondaient|repondit", "repondu", "predi*",
        "remarqu*", "observ*", "precis*", "indiqu*",
        "assur*", "signal*",
        "raconte*", "confie|confient|confiait", "pretend|pretendent", "accus*", "denonc*", "deplor*", "regrett*",
        "juge|jugent", "lance|lancait",
        "releve|relevent", "fait|font savoir|valoir|remarquer|etat", "mis en garde", "met|mettent en garde",
        "au dire de", "propos de", "evoqu*",
    ),
    titles=frozenset(
        "m mm mme mmes mlle me monsieur madame mademoiselle dr docteur docteure pr prof professeur professeure"
        " president presidente ministre premier"
        " premiere secretaire general generale maire mairesse gouverneur gouverneure senateur senatrice depute deputee"
        " juge chef cheffe directeur directrice"
        " roi reine prince princesse colonel capitaine inspecteur inspectrice conseiller conseillere commissaire"
        " ambassadeur ambassadrice porte parole"
        " adjoint adjointe vice ancien ancienne ingenieur ingenieure prefet prefete procureur procureure echevin"
        " bourgmestre sous avocat avocate maitre"
        " commandant lieutenant monseigneur mgr pere soeur".split()
    ),
    bodies=frozenset((
        "ministere departement office agence autorite conseil comite commission bureau cour tribunal syndicat "
        "union association federation ligue groupe parti parlement assemblee senat congres gouvernement "
        "cabinet tresor banque fonds police armee marine garde service institut universite ecole faculte "
        "college hopital clinique centre fondation societe compagnie eglise inspection inspecteur auditeur "
        "mediateur secretariat secretaire chambre maison province ville republique royaume loi code charte "
        "convention traite accord constitution plan programme rapport enquete nations conference alliance "
        "coalition front mouvement forces direction registre statistique eaux eau etats mairie prefecture "
        "etat"
    ).split()),
    stances=Cues(
        "situe|situent", "fixe|fixent a", "ramene|ramenent",
        "recommande|recommandent|recommande", "attribue|attribuent", "qualifie|qualifient", "propose|proposent",
        "exige|exigent", "conteste|contestent", "conclut|concluent", "s'oppose|opposent", "affirme|affirment",
        "impute|imputent", "denonce|denoncent", "juge|jugent", "craint|craignent", "redoute|redoutent",
        "chiffre|chiffrent", "evalue|evaluent", "critique|critiquent", "condamne|condamnent", "salue|saluent",
        "pense|pensent", "croit|croient", "considere|considerent", "reclame|reclament", "preconise|preconisent",
        "conseille|conseillent", "deconseille|deconseillent", "rejette|rejettent", "refute|refutent",
        "calcule|calculent", "commente|commentent", "doute|doutent", "met|mettent en doute",
        "argumente|argumentent", "allegue|alleguent", "suggere|suggerent", "martele|martelent", "avance|avancent",
        "propose que", "replique|repliquent", "retorque|retorquent", "plaide|plaident", "s'attend|attendent a",
        "prevoit|prevoient", "espere|esperent", "exhorte|exhortent", "appelle|appellent a", "reproche|reprochent",
        "impute", "relate|relatent", "mentionne|mentionnent", "atteste|attestent", "s'inquiete|inquietent",
        "repete|repetent", "souhaite|souhaitent", "voit|voient",
    ),
    according=Cues(
        "selon", "d'apres", "aux termes de|du|des", "aux yeux de|du|des", "pour reprendre", "au dire|dires de|du|des",
        "de l'avis de|du|des", "a en croire", "de l'aveu de|du|des", "au jugement de|du|des",
        "d'apres les propos de|du|des",
    ),
    agents=Cues("par", "de la part de"),
    passives=frozenset("est sont etait etaient ete etre fut furent soit".split()),
    auxiliaries=frozenset("a ont avait avaient aura aurait auraient".split()),
    relatives=frozenset("qui lequel laquelle".split()),
    content=frozenset("que qu' de d' des du contre selon d'avoir d'etre visant".split()),
    first_person=Cues("je", "j'*", "nous", "mon|ma|mes", "notre|nos", "moi", "me", "m'*"),
    pronouns=frozenset("il elle ils elles on qui".split()),
)  # fmt: skip


# French.

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
