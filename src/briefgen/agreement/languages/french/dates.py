"""French: the words of dates."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Dates

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
