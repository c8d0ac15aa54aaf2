"""Every interface word is said in every language, and what is compiled is what was translated."""

import re

import pytest

from languages.catalogues import CATALOGUES, LANGUAGES, compiled, messages, read

SLOT = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_is_translated_and_keeps_its_slots(lang):
    catalogue = read(lang)
    faults = []
    for message in messages():
        forms = (message,) if isinstance(message, str) else message
        entry = catalogue.get(forms[0])
        said = [] if entry is None else [entry.string] if isinstance(entry.string, str) else list(entry.string)
        if not said or not all(said):
            faults.append(f"not translated: {forms[0]}")
        elif any(set(SLOT.findall(text)) != set(SLOT.findall(forms[-1])) for text in said):
            faults.append(f"other slots: {forms[0]}")
    assert not faults, "run `make catalogues`\n" + "\n".join(faults)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_translated_that_is_no_longer_said(lang):
    said = {message if isinstance(message, str) else message[0] for message in messages()}
    kept = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in read(lang) if entry.id}
    assert kept <= said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_translators(lang):
    assert (CATALOGUES / f"{lang}.mo").read_bytes() == compiled(read(lang))
