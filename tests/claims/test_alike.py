"""Words of two languages that are one word."""

import pytest

from briefgen.claims.cross_language import EXONYMS, alike, words_alike

ALIKE = [
    ("haitian", "haitiano"), ("mission", "mision"), ("pharmacie", "farmacia"), ("international", "internacional"),
    ("legitimacy", "legitimite"), ("clesca", "clesca"),
]  # fmt: skip
APART = [("council", "consejo"), ("water", "eau"), ("port", "portugal")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the UN and Canada", "la ONU y Canadá"),
        ("the U.S. said", "los Estados Unidos"),
        ("Organisation mondiale de la santé", "the WHO"),
    ],
)
def test_known_names_are_one_in_every_language(one: str, other: str) -> None:
    shared = words_alike(one) & words_alike(other)
    assert any(word.startswith("#") for word in shared)


def test_each_name_stands_in_one_row() -> None:
    forms = [form for row in EXONYMS for form in dict.fromkeys(row)]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []
