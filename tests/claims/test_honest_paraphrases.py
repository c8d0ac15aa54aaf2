"""Honest paraphrases of one shape, each beside the mistake that it resembles: what part i of the corpus taught, and
sentences that were written to look for more of its kind."""

from pathlib import Path

import pytest

from claims.trial import Case, told

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
