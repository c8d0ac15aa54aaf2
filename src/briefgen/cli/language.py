"""Options that name a language: what they take, and why they refuse the rest."""

from typing import TypeVar

import click

from briefgen.locale import LANGUAGES
from briefgen.prose.language import same
from briefgen.scenario.reading.language_codes import is_language, language_cure
from briefgen.world.names import printable

_Given = TypeVar("_Given", str, tuple[str, ...])

ALL = "all"
"""In place of a code, where an option may be given more than once."""


def language_code(ctx: click.Context, param: click.Parameter, given: _Given) -> _Given:
    """The language codes that were given, if they are such codes."""
    for code in (given,) if isinstance(given, str) else given:
        if code and not is_language(code) and not (code == ALL and isinstance(given, tuple)):
            message = f"`{printable(code[:20])}` is not a language code. {language_cure(code)}"
            raise click.BadParameter(message, ctx, param)
    return given


def interface_language(ctx: click.Context, param: click.Parameter, given: str) -> str:
    """The language code that was given, if there are interface words in it."""
    if language_code(ctx, param, given) and not any(same(given, each) for each in LANGUAGES):
        message = f"There are no interface words in `{given}`. There are: {', '.join(sorted(LANGUAGES))}."
        raise click.BadParameter(message, ctx, param)
    return given
