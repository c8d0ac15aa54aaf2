"""Honest paraphrases of one shape, each beside the mistake that it resembles: what part i of the corpus taught, and
sentences that were written to look for more of its kind."""

from pathlib import Path

import pytest
from tests.claims.trial import Case, told

PAIRS = [
    # Days of a span that says its month once, and a day of a month that is named elsewhere.
    (
        "es", "Fecha de la visita: del 8 al 13 de agosto de 2023",
        "La visita empezó el 8 de agosto de 2023 y terminó el 13 del mismo mes.",
        "La visita empezó el 9 de agosto de 2023 y terminó el 13 del mismo mes.", "date-not-in-passage",
    ),
    (
        "en", "The Office was open from 6 March to 19 May 2023",
        "The Office opened on 6 March 2023 and closed on the 19th of May.",
        "The Office opened on 6 March 2022 and closed on the 19th of May.", "date-not-in-passage",
    ),
    (
        "es", "Hasta el 12 de agosto se habían confirmado 74 casos",
        "Hasta el 12 se habían confirmado 74 casos.",
        "Hasta el 14 se habían confirmado 74 casos.", "number-not-in-passage",
    ),
    (
        "en", "The ban begins before June 2025", "The ban begins before 1 June 2025.",
        "The ban begins before 3 June 2025.", "date-not-in-passage",
    ),
    # The part of a month is that of the passage.
    (
        "en", "In early October the officials requested troops", "Early in October, the officials requested troops.",
        "In late October the officials requested troops.", "date-not-in-passage",
    ),
    # A quarter is three months, and has its own.
    (
        "fr", "La Banque a acheté des titres au quatrième trimestre de 2023",
        "Au cours des trois derniers mois de 2023, la Banque a acheté des titres.",
        "Au cours des deux derniers mois de 2023, la Banque a acheté des titres.", "number-not-in-passage",
    ),
    (
        "fr", "Carviel a annulé 310 courses au premier trimestre 2024",
        "Carviel a annulé 310 courses entre janvier et mars 2024.",
        "Carviel a annulé 310 courses entre janvier et avril 2024.", "date-not-in-passage",
    ),
    (
        "en", "The port was shut between January and March 2024", "The port was shut in the first quarter of 2024.",
        "The port was shut in the second quarter of 2024.", "number-not-in-passage",
    ),
    (
        "en", "From January to September 2024 the office counted 486 attacks",
        "In nine months, from January to September 2024, the office counted 486 attacks.",
        "In seven months, from January to September 2024, the office counted 486 attacks.", "number-not-in-passage",
    ),
    # Units and shares.
    (
        "fr", "Le Conseil a relevé le taux de 50 points de base", "Le Conseil a relevé le taux d'un demi-point.",
        "Le Conseil a relevé le taux d'un point et demi.", "number-not-in-passage",
    ),
    (
        "en", "About two-thirds of them stay with families; the others live in camps",
        "Roughly a third live in camps, the rest with families.",
        "Roughly a fifth live in camps, the rest with families.", "number-not-in-passage",
    ),
    (
        "fr", "Parmi les élèves du car, 43 % voyagent debout",
        "Plus de quatre élèves du car sur dix voyagent debout.",
        "Plus de six élèves du car sur dix voyagent debout.", "number-not-in-passage",
    ),
    (
        "es", "Las autoridades notificaron 73 casos de desnutrición en menores",
        "Las autoridades notificaron desnutrición en 73 niños.",
        "Las autoridades notificaron desnutrición en 73 hogares.", "unit-differs",
    ),
    # Who is counted is said once.
    (
        "en", "The motion was not adopted, two members being in favour and three against",
        "The motion was voted down, three members against two.",
        "The motion was voted down, four members against two.", "number-not-in-passage",
    ),
    # A denial in other words: only here is nowhere else, abstaining is not doing, none is in the answer.
    (
        "es", "El freno automático solo existe en la línea costera",
        "Fuera de la línea costera no existe freno automático.",
        "El freno automático no existe en la línea costera.", "negation-differs",
    ),
    (
        "fr", "La Banque n'est pas intervenue sur le marché des changes",
        "La Banque s'est abstenue d'intervenir sur le marché des changes.",
        "La Banque est intervenue sur le marché des changes.", "negation-differs",
    ),
    (
        "en", "Answer of the Agency: none received by 7 July 2023", "The Agency had not answered by 7 July 2023.",
        "The Agency had not answered by 9 July 2023.", "date-not-in-passage",
    ),
    (
        "es", "Los promotores cobraron anticipos sin aval", "Los promotores cobraron anticipos sin ningún aval.",
        "Los promotores cobraron anticipos con aval.", "negation-differs",
    ),
    (
        "fr", "Les filles sont plus nombreuses que les garçons à se dire inquiètes",
        "Les garçons sont moins nombreux que les filles à se dire inquiets.",
        "Les filles sont moins nombreuses que les garçons à se dire inquiètes.", "negation-differs",
    ),
    (
        "en", "Fighting resumed on 30 July 2025 in Danu", "Fighting resumed in Danu at the end of July 2025.",
        "Fighting ended in Danu on 30 July 2025.", "negation-differs",
    ),
    # How many are left is worked out, and said so.
    (
        "fr", "Sept des neuf membres ont approuvé la décision",
        "[Deux]{.computed} des neuf membres n'ont pas approuvé la décision.",
        "Deux des neuf membres n'ont pas approuvé la décision.", "negation-differs",
    ),
    # Reserves.
    (
        "en", "Repairs would cost an estimated £860,000", "The cost of repairs is put at £0.86 million.",
        "The cost of repairs is £0.86 million.", "hedge-dropped",
    ),
    (
        "es", "La doctora Zaldúa considera que el brote empezó en la feria de Ocre",
        "El brote empezó, a juicio de la doctora Zaldúa, en la feria de Ocre.",
        "El brote empezó en 2020, a juicio de la doctora Zaldúa, en la feria de Ocre.", "date-not-in-passage",
    ),
    (
        "en", "The council noted reports of unlicensed fishing by foreign vessels; the coast guard has confirmed three",
        "The coast guard has confirmed three cases of unlicensed fishing.",
        "The council noted unlicensed fishing by foreign vessels.", "hedge-dropped",
    ),
    (
        "fr", "Il existe des indices sérieux que deux marchés ont été attribués sans concurrence",
        "Tout porte à croire que deux marchés ont été attribués sans concurrence.",
        "Deux marchés ont été attribués sans concurrence.", "hedge-dropped",
    ),
    # Quotation marks and initials.
    (
        "en", "“Nobody has shown us a plan,” said the mayor", "The mayor said that “[n]obody has shown us a plan”.",
        "The mayor said that “[n]obody gave us a plan”.", "quotation-not-in-passage",
    ),
    (
        "en", "Members of parliament want the licence suspended", "The suspension of the licence is what MPs want.",
        "The suspension of the licence is what NGOs want.", "name-not-in-passage",
    ),
    # Shares, spans and bounds in other words.
    (
        "en", "At 870 million marks, aid is a fifth less than in 2021",
        "At 870 million marks, aid is 20 per cent below 2021.",
        "At 870 million marks, aid is 30 per cent below 2021.", "number-not-in-passage",
    ),
    (
        "en", "Eleven children have died, none of them vaccinated",
        "Not one of the eleven children who have died was vaccinated.",
        "Not one of the twelve children who have died was vaccinated.", "number-not-in-passage",
    ),
    (
        "fr", "L'inspection s'est tenue sur place du 5 au 7 décembre 2023",
        "L'inspection s'est tenue trois jours sur place, du 5 au 7 décembre 2023.",
        "L'inspection s'est tenue six jours sur place, du 5 au 7 décembre 2023.", "number-not-in-passage",
    ),
    (
        "fr", "Le ministère compte pourvoir ces postes avant la fin de l'année 2024",
        "Le ministère compte pourvoir ces postes d'ici au 31 décembre 2024.",
        "Le ministère compte pourvoir ces postes d'ici au 30 novembre 2024.", "date-not-in-passage",
    ),
    (
        "fr", "On compte 28 postes de surveillants vacants sur 164",
        "On compte près d'un poste de surveillant sur six de vacant.",
        "On compte près d'un poste de surveillant sur trois de vacant.", "number-not-in-passage",
    ),
    (
        "es", "El canal pierde hasta 22 millones de metros cúbicos al año",
        "El canal pierde cada año un máximo de 22 hm³.",
        "El canal pierde cada año un máximo de 32 hm³.", "number-not-in-passage",
    ),
    (
        "es", "El margen de error es de unos dos puntos", "El margen de error ronda los dos puntos.",
        "El margen de error es de dos puntos.", "hedge-dropped",
    ),
    (
        "fr", "La part des produits biologiques atteint 14 %, alors que la loi exige au moins 20 %",
        "La part des produits biologiques atteint 14 %, sous le minimum légal de 20 %.",
        "La part des produits biologiques atteint 14 %, sous le minimum légal de 30 %.", "number-not-in-passage",
    ),
    # A date that moves with the reader is one beside another date too; the last year of something is none.
    (
        "fr", "L'inflation a atteint 8,4 % en janvier 2024, contre 7,1 % en décembre 2023",
        "L'inflation a atteint 8,4 % en janvier 2024, contre 7,1 % le mois d'avant.",
        "L'inflation a atteint 8,4 % le mois dernier, contre 7,1 % en décembre 2023.", "relative-date",
    ),
    (
        "es", "El informe se publicará antes del 31 de marzo de 2024",
        "El informe se publicará antes del 31 de marzo de 2024.",
        "El informe se publicará antes del 31 de marzo de este año.", "relative-date",
    ),
    (
        "en", "The mission was unpopular by the time it ended in 2017",
        "In its last year, 2017, the mission was unpopular.",
        "The mission, which ended in 2017, was unpopular last year.", "relative-date",
    ),
    # Half of it is one in two.
    (
        "es", "No hay agua potable en la mitad de los albergues de Quirá",
        "Uno de cada dos albergues de Quirá carece de agua potable.",
        "Los albergues de Quirá carecen de agua potable.", "scope-widened",
    ),
]  # fmt: skip


def codes(tmp_path: Path, lang: str, quote: str, claim: str) -> list[str]:
    entry = {"text": quote + ".\n", "fact": {"statement": claim, "evidence": [{"quote": quote}]}}
    return told(Case("", "", True, lang, entry), tmp_path)


@pytest.mark.parametrize(("lang", "quote", "claim"), [each[:3] for each in PAIRS], ids=[each[2] for each in PAIRS])
def test_nothing_is_told_of_an_honest_paraphrase(tmp_path: Path, lang: str, quote: str, claim: str) -> None:
    assert codes(tmp_path, lang, quote, claim) == []


WRONG = [(lang, quote, claim, code) for lang, quote, _, claim, code in PAIRS]


@pytest.mark.parametrize(("lang", "quote", "claim", "code"), WRONG, ids=[each[2] for each in WRONG])
def test_the_mistake_that_it_resembles_is_told(tmp_path: Path, lang: str, quote: str, claim: str, code: str) -> None:
    assert code in codes(tmp_path, lang, quote, claim)
