"""Who speaks is read from the sentence."""

import pytest

from briefgen.claims.lexicon import lexicon
from briefgen.claims.speech import sayings, unattributed

SAID = [
    ("en", "The Guild says its 58 members were called out.", ["The Guild"]),
    ("en", "The port disputes that figure and puts the average at 62 hours.", ["The port", "The port"]),
    ("en", "“They are proxies,” said Ann Moor, a former judge.", ["Ann Moor"]),
    ("en", "Ann Moor, a former judge, said that it was late.", ["Ann Moor, a former judge"]),
    ("en", "She met the general, Osei Baddo, who stated that he would stay.", ["Osei Baddo"]),
    ("en", "The loss is put by the Treasury at 26 million.", ["the Treasury at 26 million"]),
    ("en", "According to the survey, most agree.", ["the survey"]),
    ("en", "The union has told me that it opposes the plan.", ["The union", ""]),
    ("en", "The report was called in, and the members were asked.", []),
    ("fr", "Les routes sont coupées, a indiqué le préfet, Luc Demarets.", ["le préfet, Luc Demarets"]),
    ("fr", "Deux écoles ont fermé, selon l’Ordre des pharmaciens.", ["l’Ordre des pharmaciens"]),
    ("fr", "« Oui », a déclaré sa présidente.", ["sa présidente"]),
    ("es", "Al menos 14 personas fueron detenidas, informó la policía.", ["la policía"]),
    ("es", "Según la concejala, las quejas vienen del barrio.", ["la concejala"]),
    ("es", "El informe está por escrito.", []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "subjects"), SAID, ids=[text for _, text, _ in SAID])
def test_the_subject_of_each_word_of_saying(lang: str, text: str, subjects: list[str]) -> None:
    known = lexicon(lang)
    assert known
    assert [each.subject for each in sayings(text, known)] == subjects


def test_a_text_without_who_says_it_keeps_its_length() -> None:
    known = lexicon("en")
    assert known
    text = "Gangs hold certain critical parts of the town, said Ann Moor."
    rest = unattributed(text, known)
    assert len(rest) == len(text)
    assert rest.split() == ["Gangs", "hold", "certain", "critical", "parts", "of", "the", "town,", "."]
