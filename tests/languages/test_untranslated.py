"""A text that has no words in the language of a brief stands in another one, marked; or there is no brief."""

from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.batch.several import run
from tests.laws.briefs import brief, loaded, theme
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import prepare
from briefgen.commands.render import render, write
from briefgen.commands.untranslated import untranslated_texts, with_language_marks
from briefgen.document import Authored, NoteMark, Run, Running, TemplateText, plain
from briefgen.document.walk import texts, words
from briefgen.io.filesystem import World
from briefgen.locale import load
from briefgen.markup.model import Prose
from briefgen.markup.parse import parse
from briefgen.markup.plain import is_name, marked

SCENARIO = """
title: {en: A night bus, fr: Un bus de nuit}
question: {en: Should the town run a night bus?, fr: La ville doit-elle faire rouler un bus de nuit ?}
decision_maker: {en: Town council, fr: Conseil municipal}
issue:
  en: The last bus leaves at 23:10 [@last-bus]. People walk.
background:
  en: There is a taxi.
  fr: Il y a un taxi.
options:
  - {id: none, name: {en: No bus, fr: Aucun bus}, baseline: true, summary: {en: Nothing changes., fr: Rien ne change.}}
  - {id: bus, name: {en: Trial}, summary: {en: A bus runs., fr: Un bus roule.}}
facts:
  - id: last-bus
    statement: {en: The last bus leaves at 23:10., fr: Le dernier bus part à 23 h 10.}
    evidence: [{source: table, quote: "23:10"}]
sources:
  - {id: table, title: Timetable, publisher: Lindby Transit, language: en, kind: dataset}
"""


def scenario(folder: Path, more: str = "") -> Path:
    file = folder / "bus" / "scenario.yaml"
    file.parent.mkdir()
    file.write_text(SCENARIO + more, encoding="utf-8")
    return file


def told(folder: Path, file: Path, lang: str = "") -> list[tuple[str, int, str]]:
    found = reported(check, World(folder), file, lang=lang)[1]
    return [(each.severity, each.span.line if each.span else 0, each.message) for each in found
            if each.code == "not-translated"]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", "No text of this scenario is in `de`, and neither are the interface words."),
        ("xxxxxxxxxxxxxxxxx", "`xxxxxxxxxxxxxxxxx` is not a language code."),
        ("FR", "`FR` is not a language code. Did you mean `fr`?"),
    ],
)
def test_a_language_that_nobody_knows_makes_no_brief(lang: str, said: str, tmp_path: Path) -> None:
    scenario(tmp_path)
    done = run(tmp_path, "render", "bus", "--to", "native", "--lang", lang)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "briefs").exists()


@pytest.mark.parametrize("lang", ["pt", "pt-BR", "es"])
def test_a_language_of_some_texts_or_of_the_interface_makes_a_brief(lang: str, tmp_path: Path) -> None:
    scenario(tmp_path, "contact: {en: Clerk, pt: Secretário}\n")
    done = run(tmp_path, "render", "bus", "--to", "native", "--lang", lang)
    assert (done.returncode, done.stdout) == (0, f"briefs/bus-{lang}.native\n")


def test_check_tells_each_text_at_its_place(tmp_path: Path) -> None:
    file = scenario(tmp_path)
    assert told(tmp_path, file, "fr") == [("info", 6, "This has no `fr`."), ("info", 12, "This has no `fr`.")]
    assert told(tmp_path, file, "en") == []
    assert told(tmp_path, file, "fr-CA") == [("info", 6, "This has no `fr-CA`."), ("info", 12, "This has no `fr-CA`.")]


def test_of_a_language_in_which_nothing_is_said_one_line_a_file_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, scenario(tmp_path), "es") == [("info", 3, "None of 10 texts has `es` here.")]


def test_check_counts_them_for_each_language_that_is_begun(tmp_path: Path) -> None:
    assert told(tmp_path, scenario(tmp_path)) == [("info", 2, "2 texts have no `fr`, which others have.")]


def test_the_brief_shows_them_marked(tmp_path: Path) -> None:
    made, faults = reported(prepare, World(tmp_path), scenario(tmp_path), RenderOptions(lang="fr"))
    assert made, faults
    assert [each.message for each in faults if each.code == "not-translated"] == [
        "2 texts have no `fr` here: the brief gives what it needs in another language, and marks it."
    ]
    said = words(made.brief.document)
    assert "The last bus leaves at 23:10. People walk. [en]" in said
    assert any("No bus" not in text and "Trial [en]" in text for text in said)
    assert "Il y a un taxi." in said
    note = "Là où une traduction fait défaut, le texte figure dans une autre langue et porte la marque [en]."
    assert said.count(note) == 1
    assert note in said[:14]  # below the title
    assert "Lindby Transit [en]" not in " ".join(said)


def test_the_words_are_tagged_and_the_mark_is_not_theirs(tmp_path: Path) -> None:
    made, _ = reported(prepare, World(tmp_path), scenario(tmp_path), RenderOptions(lang="fr"))
    assert made
    runs = [
        each for block in made.brief.document.blocks for line in texts(block) for each in line if isinstance(each, Run)
    ]
    assert {each.lang for each in runs if "last bus" in each.text} == {"en"}
    marks = [each for each in runs if each.text == " [en]"]
    assert marks and all(isinstance(each.origin, TemplateText) and not each.lang for each in marks)
    page = write(made.brief.document, theme(), "a4", ("html",))["html"].decode()
    assert 'lang="en">The last bus leaves at 23:10.' in page


def test_there_is_no_brief_where_the_author_says_so(tmp_path: Path) -> None:
    file = scenario(tmp_path, "on_untranslated: report\n")
    assert [each[0] for each in told(tmp_path, file, "fr")] == ["error", "error"]
    paths, faults = reported(render, World(tmp_path), file, RenderOptions(lang="fr", out=tmp_path / "out"))
    assert paths == []
    assert [each.severity for each in faults if each.code == "not-translated"] == ["error"]
    assert reported(render, World(tmp_path), file, RenderOptions(lang="en", formats=("html",), out=tmp_path / "out"))[0]


def test_a_brief_that_is_whole_has_no_mark() -> None:
    for name, lang in product(("haiti-2022", "kelmouth-2026"), ("fr", "es")):
        assert untranslated_texts(loaded(name).scenario, lang) == []
        assert "[en]" not in " ".join(words(brief(name, lang, "evidence-annex")))


def test_a_brief_that_is_whole_is_not_made_anew() -> None:
    document = brief("haiti-2022", "fr")
    assert with_language_marks(document, load("fr")) is document


def test_words_that_stand_in_a_margin_alone_are_marked() -> None:
    title = (Run("A night bus", Authored("title.en"), lang="en"),)
    document = replace(brief("haiti-2022", "fr"), blocks=(), notes=(), running=Running(header=title))
    made = with_language_marks(document, load("fr"))
    assert plain(made.running.header) == "A night bus [en]"
    assert made.blocks == ()


@pytest.mark.parametrize("template", ["options-paper", "decision-note"])
def test_each_stretch_of_a_brief_without_translation_is_marked(template: str) -> None:
    """The scenario that `new` begins with is in English only."""
    document = brief("starter", "fr", template)
    foreign = [line for block in document.blocks for line in texts(block) if any(map(_wants, line))]
    assert foreign
    assert all("[en]" in plain(line) for line in foreign)


def _wants(inline: object) -> bool:
    """Whether these are words of an author in English, and no name."""
    match inline:
        case Run(origin=Authored(path=path), lang="en"):
            return not is_name(path.removesuffix(".en"))
        case _:
            return False


def test_a_note_mark_belongs_to_its_words() -> None:
    line = parse(Prose("issue", "factual", {"en": "They walk [@a]. *All* of [them](https://x.org)."}), "fr").blocks
    content = marked((*line[0].content, Run("; ", TemplateText())), "fr")  # type: ignore[union-attr]
    assert [each.text for each in content[-2:]] == [" [en]", "; "]  # type: ignore[union-attr]
    assert sum(isinstance(each, Run) and each.text == " [en]" for each in content) == 1
    assert marked((NoteMark(1, 1),), "fr") == (NoteMark(1, 1),)
