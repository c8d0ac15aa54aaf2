"""What the rules on claims must know of a language."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Literal, TypeAlias

import msgspec

from briefgen.agreement.lexicon.amounts import Amounts
from briefgen.agreement.lexicon.dates import Dates
from briefgen.agreement.lexicon.denials import Denials
from briefgen.agreement.lexicon.numerals import Numerals
from briefgen.agreement.lexicon.reserves import Reserves
from briefgen.agreement.lexicon.scope import Scope
from briefgen.agreement.lexicon.voices import Voices

Lexicons: TypeAlias = Literal["en", "fr", "es"]


class Lexicon(msgspec.Struct, frozen=True):
    """One language."""

    code: Lexicons
    numerals: Numerals
    dates: Dates
    amounts: Amounts
    scope: Scope
    reserves: Reserves
    denials: Denials
    voices: Voices
    small_words: frozenset[str]
    """Too common to show what a sentence is about."""
    endings: tuple[str, ...]
    """Of words, longest first: what is left without them tells words of one stem."""
    capitalised: frozenset[str]
    """Words with a capital that name nothing (“Monday”, “French”)."""
    determiners: frozenset[str]
    """That open the words for a party: “the”, “its”."""
    prepositions: frozenset[str]
    """Before which no verb stands that says something: “in writing”."""
    opening: frozenset[str]
    """That join a clause to the one before: “but”, “whereas”."""
    contrasting: frozenset[str]
    """That go on with the same subject, beside the joiners of numbers: “but”."""
    definite: frozenset[str]
    """Articles of what is known: “below the mean”."""


CODES: tuple[Lexicons, ...] = ("en", "fr", "es")
"""The languages for which there is a lexicon."""

_FILES: Mapping[str, str] = {"en": "english", "fr": "french", "es": "spanish"}


def lexicon(lang: str) -> Lexicon | None:
    """The lexicon of a language tag (`fr-CA` has that of `fr`); None where there is none, and rules are silent."""
    return _loaded(lang.partition("-")[0].lower())


@lru_cache(16)
def _loaded(code: str) -> Lexicon | None:
    if code not in _FILES:
        return None
    found: Lexicon = import_module(f"briefgen.agreement.languages.{_FILES[code]}.lexicon").LEXICON
    return found
