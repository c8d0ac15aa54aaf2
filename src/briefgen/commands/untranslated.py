"""The texts of a scenario that have no translation, and how its brief shows that."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from briefgen.core.diagnostic import Diagnostic, Finding, Severity, error
from briefgen.document import Document, Paragraph, Run, TemplateText, TitleBlock
from briefgen.document.transform import transform_node
from briefgen.document.walk import texts as lines_of
from briefgen.locale import LANGUAGES, Locale
from briefgen.markup.model import Label, Prose, own, same
from briefgen.markup.parse import as_inlines
from briefgen.markup.plain import lacks, languages, marked
from briefgen.model.read import Loaded
from briefgen.model.scenario import Scenario
from briefgen.model.walk import texts

_ = str  # marks interface messages; they are translated where they are shown


def unknown_language(loaded: Loaded, lang: str) -> Diagnostic | None:
    """Why no brief can be made in a language: neither the scenario nor the interface has text in it."""
    if any(same(lang, each) for each in LANGUAGES):
        return None
    codes = {code for text in texts(loaded.scenario) for code in text.texts}
    if any(same(lang, code) for code in codes):
        return None
    return error(
        "unknown-language",
        f"No text of this scenario is in `{lang}`, and neither are the interface words.",
        file=loaded.files[0].name,
        hint=f"The scenario is in {_listed(codes)}; interface words are in {_listed(LANGUAGES)}.",
    )


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in sorted(codes))


def untranslated_texts(scenario: Scenario, lang: str) -> list[Prose | Label]:
    """The fields without text in a language, in the order of the model."""
    return [text for text in texts(scenario) if lacks(text, lang)]


def untranslated(loaded: Loaded, lang: str) -> list[Diagnostic]:
    """A diagnostic for each field without text in a language; one for a file in which no field has any."""
    given = Counter(_file(loaded, text) for text in texts(loaded.scenario) if own(text.texts, lang))
    out: list[Diagnostic] = []
    for file, found in _by_file(loaded, lang).items():
        out += (
            found
            if given[file] or len(found) == 1
            else [_first(found, f"None of {len(found)} texts has `{lang}` here.")]
        )
    return out


def untranslated_by_file(loaded: Loaded, lang: str) -> list[Diagnostic]:
    """One diagnostic a file for a brief that is made: how many fields have no text in its language."""
    report = loaded.scenario.on_untranslated == "report"
    then = "no brief is made" if report else "the brief gives what it needs in another language, and marks it"
    hint = f"`briefgen check --lang {lang}` shows which."
    return [
        msgspec.structs.replace(_first(found, f"{_number(len(found))} no `{lang}` here: {then}."), hint=hint)
        for found in _by_file(loaded, lang).values()
    ]


def _by_file(loaded: Loaded, lang: str) -> dict[str, list[Diagnostic]]:
    severity: Severity = "error" if loaded.scenario.on_untranslated == "report" else "info"
    hint = f"Write it beside the other language, as `{lang}: …`, or give it out with `briefgen translations export`."
    found: dict[str, list[Diagnostic]] = {}
    for one in loaded.placed(
        Finding("not-translated", _where(text), f"This has no `{lang}`.", hint, severity=severity)
        for text in untranslated_texts(loaded.scenario, lang)
    ):
        found.setdefault(one.where, []).append(one)
    return found


def _first(found: list[Diagnostic], message: str) -> Diagnostic:
    return msgspec.structs.replace(found[0], message=message)


def _file(loaded: Loaded, text: Prose | Label) -> str:
    span = loaded.origins.at(_where(text))
    return span.file.name if span else ""


def _number(count: int) -> str:
    return f"{count} {'text has' if count == 1 else 'texts have'}"


def untranslated_by_language(loaded: Loaded) -> list[Diagnostic]:
    """One diagnostic for each language in which some fields have text, and others not."""
    return loaded.placed(_counted(loaded.scenario))


def _counted(scenario: Scenario) -> Iterator[Finding]:
    fields = list(texts(scenario))
    given = {code.partition("-")[0]: code for text in fields if isinstance(text, Prose) for code in text.texts}
    for code in given.values():
        missing = sum(lacks(text, code) for text in fields)
        if missing:
            message = f"{_number(missing)} no `{code}`, which others have."
            hint = f"`briefgen check --lang {code}` shows where."
            yield Finding("not-translated", "title", message, hint, severity="info", presumes=("",))


def _where(text: Prose | Label) -> str:
    return f"{text.path}.{next(iter(text.texts))}"


def with_language_marks(document: Document, locale: Locale) -> Document:
    """The document with a mark on text in another language, and a note on these marks below its title."""
    lines = [line for block in document.blocks for line in lines_of(block)] + [note.content for note in document.notes]
    codes = {code for line in lines for code in languages(line, document.lang)}
    margins = document.running.header, document.running.footer
    if not codes and not any(languages(line, document.lang) for line in margins):
        return document
    made = transform_node(document, text=lambda text: as_inlines(marked(text, document.lang)))
    if not codes:  # only in a margin
        return made
    at = next((number for number, block in enumerate(made.blocks, 1) if isinstance(block, TitleBlock)), 0)
    note = Paragraph((Run(_said(codes, locale), TemplateText()),), "small")
    return msgspec.structs.replace(made, blocks=(*made.blocks[:at], note, *made.blocks[at:]))


def _said(codes: Iterable[str], locale: Locale) -> str:
    message = locale.text(_("Where a translation is wanting, words stand in another language and are marked {marks}."))
    return message.format(marks=locale.join([f"[{code}]" for code in sorted(codes)]))
