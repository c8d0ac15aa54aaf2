"""What becomes of what an author writes, case by case."""

import pytest
from tests.markup.cited_notation import blocks, line

from briefgen.core.diagnostic import Finding
from briefgen.markup.faults import MOST_ALIKE
from briefgen.markup.model import Label, Prose
from briefgen.markup.parse import parse, parse_label

CASES = {
    "plain words": ("Ottawa sends a team.", "Ottawa sends a team."),
    "white space around": ("  Ottawa sends a team.\n", "Ottawa sends a team."),
    "a wrapped line": ("Ottawa sends\na team.", "Ottawa sends a team."),
    "a forced line end": ("Ottawa\\\nHaiti", "Ottawa / Haiti"),
    "two paragraphs": ("One.\n\nTwo.", "One.\nTwo."),
    "emphasis": ("a *b* **c** `d`", "a {emphasis:b} {strong:c} {code:d}"),
    "nested emphasis": ("***both***", "{emphasis strong:both}"),
    "typography is left alone": ("“13-year” -- it's 50 %...", "“13-year” -- it's 50 %..."),
    "entities": ("R&amp;D &copy;", "R&D ©"),
    "escapes": (r"\*not emphasis\* \[@x]", "*not emphasis* [@x]"),
    "a list": ("- a\n- b", "- a\n- b"),
    "a list with numbers": ("3. a\n4. b", "3. a\n4. b"),
    "a list in a list": ("- a\n  1. b\n- c", "- a\n  1. b\n- c"),
    "a list that is indented by tabs": ("- a\n\t- b", "- a\n  - b"),
    "an item of two paragraphs": ("- a\n\n  b", "- a\n  b"),
    "a year at the start is no list": ("2010 was a bad year.", "2010 was a bad year."),
    "a link": ("see [the page](https://example.org/a?b=c)", "see <the page → https://example.org/a?b=c>"),
    "a mail address": ("<mailto:a@example.org>", "<mailto:a@example.org → mailto:a@example.org>"),
    "a link inside the brief": ("[gaps](#gaps)", "<gaps → #gaps>"),
    "emphasis in a link": ("[a *b*](https://example.org)", "<a {emphasis:b} → https://example.org>"),
    "a citation": ("Gangs hold it [@gangs-hold-capital].", "Gangs hold it.[@gangs-hold-capital]"),
    "two citations": ("Both [@a; @b] say so.", "Both[@a][@b] say so."),
    "two citations side by side": ("Both [@a] [@b].", "Both.[@a][@b]"),
    "a locator": ("So [@a, par. 3] it is.", "So[@a, par. 3] it is."),
    "a locator of one of two": ("So [@a, par. 3; @b].", "So.[@a, par. 3][@b]"),
    "a citation within a sentence": ("Asked for troops [@x], and got none.", "Asked for troops,[@x] and got none."),
    "a citation before a closing quotation mark": ("“Send troops [@x].” They said.", "“Send troops.”[@x] They said."),
    "a citation before a bracket": ("(so they said [@x]) again", "(so they said[@x]) again"),
    "a citation behind emphasis": ("*troops* [@x].", "{emphasis:troops}.[@x]"),
    "a citation that is wrapped": ("troops\n[@x].", "troops.[@x]"),
    "a citation alone": ("[@x]", "[@x]"),
    "a judgement": ("[This would help.]{.judgement}", "{judgement:This would help.}"),
    "a judgement that cites": ("[It would help [@x].]{.judgement}", "{judgement:It would help.}[@x]"),
    "two classes": ("[so]{.judgement .inferred}", "{inferred judgement:so}"),
    "a marking has no look": ("[secret]{.marking-tlp-amber}", "secret"),
    "another language": ("[Ausländer]{lang=de}", "{lang=de:Ausländer}"),
    "NUL and private use": ("a\x00b\ue000c", "a�b�c"),
    "controls and strange line ends": ("a\x07b\u2028c\x85d", "a b c d"),
    "marks that turn the writing around": ("a\u202eb\u2066c\u200fd", "abcd"),
    "a turned mark by entity": ("a&#x202e;b", "ab"),
}


@pytest.mark.parametrize("text, shown", CASES.values(), ids=CASES)
def test_prose_is_read(text: str, shown: str) -> None:
    found = parse(Prose("options.force.summary", "factual", {"en": text}), "en")
    assert blocks(found.blocks) == shown
    assert found.findings == ()


FRENCH = {
    "before the full stop": ("Des troupes [@x].", "Des troupes[@x]."),
    "before a spaced sign": ("Des troupes [@x] ; non.", "Des troupes[@x] ; non."),
}


@pytest.mark.parametrize("text, shown", FRENCH.values(), ids=FRENCH)
@pytest.mark.parametrize("lang", ["fr", "fr-CA", "es"])
def test_in_french_and_spanish_the_mark_stands_before_the_punctuation(text: str, shown: str, lang: str) -> None:
    assert blocks(parse(Prose("p", "factual", {lang: text}), lang).blocks) == shown


def at(text: str, finding: Finding) -> str:
    """The words that a finding is about."""
    return text[finding.place.start : finding.place.end] if finding.place else ""


WRONG = {
    "a heading": ("# Big", "# Big", [("not-in-prose", "# Big")]),
    "a picture": ("![map](map.png)", "![map](map.png)", [("not-in-prose", "![map](map.png)")]),
    "HTML": ("<b>bold</b>", "<b>bold</b>", [("not-in-prose", "<b>"), ("not-in-prose", "</b>")]),
    "a code block": ("```\nx\n```", "``` x ```", None),
    "a table": ("| a | b |\n|---|---|\n| c | d |", "| a | b | |---|---| | c | d |", [("not-in-prose", "|---|---|")]),
    "an indented block is a paragraph": ("    x", "x", []),
    "a quotation block": ("> x", "> x", [("not-in-prose", "> x")]),
    "a script": ("[go](javascript:alert(1))", "go", [("bad-link", "javascript:alert(1)")]),
    "a file": ("[go](file:///etc/passwd)", "go", [("bad-link", "file:///etc/passwd")]),
    "a class that is not": ("[so]{.judgment}", "so", [("unknown-span", ".judgment")]),
    "a style": ("[so]{style=x}", "so", [("unknown-span", "style=")]),
    "a language that is not": ("[so]{lang=x!}", "so", None),
    "a citation without comma": ("So [@a p. 3].", "So [@a p. 3].", [("bad-citation", "[@a p. 3]")]),
    "a citation with words before": ("So [see @a].", "So [see @a].", [("bad-citation", "[see @a]")]),
    "a citation without id": ("So [@ ].", "So [@ ].", [("bad-citation", "[@ ]")]),
    "a mail address in brackets is none": ("[me@example.org]", "[me@example.org]", []),
}


@pytest.mark.parametrize("text, shown, findings", WRONG.values(), ids=WRONG)
def test_what_prose_cannot_hold_is_shown_as_text_and_told(
    text: str, shown: str, findings: list[tuple[str, str]] | None
) -> None:
    found = parse(Prose("options.force.summary", "factual", {"en": text}), "en")
    if findings is not None:
        assert blocks(found.blocks) == shown
        assert [(each.code, at(text, each)) for each in found.findings] == findings
    assert {each.path for each in found.findings} <= {"options.force.summary.en"}
    assert all(at(text, each) for each in found.findings)


def test_a_misspelt_class_comes_with_a_suggestion() -> None:
    (finding,) = parse(Prose("p", "factual", {"en": "[so]{.judgment}"}), "en").findings
    assert finding.hint == "Did you mean `.judgement`?"


def test_each_run_knows_its_field_and_a_foreign_one_its_language() -> None:
    prose = Prose("options.force.summary", "factual", {"fr": "Des *troupes*."})
    (paragraph,) = parse(prose, "en").blocks
    assert [(run.origin.path, run.lang) for run in paragraph.content] == [("options.force.summary.fr", "fr")] * 3
    (paragraph,) = parse(prose, "fr-CA").blocks
    assert paragraph.content[0].origin.path == "options.force.summary.fr"
    assert parse(Prose("p", "factual", {}), "en").blocks == ()


@pytest.mark.parametrize("lang, words", [("en", "No action"), ("fr", "Ne rien faire"), ("de", "No action")])
def test_a_label_is_plain_words_in_the_wanted_language(lang: str, words: str) -> None:
    (run,) = parse_label(Label("options.no.name", {"en": "No action", "fr": "Ne rien faire"}), lang)
    assert run.text == words


def test_a_label_is_not_markdown() -> None:
    (run,) = parse_label(Label("name", {"en": " *A*\n[b](c) {{ d }}\x00 "}), "en")
    assert run.text == "*A* [b](c) {{ d }}�"
    assert parse_label(Label("name", {"en": " "}), "en") == ()


def test_a_citation_knows_where_it_stands() -> None:
    (paragraph,) = parse(Prose("facts.x.statement", "factual", {"en": "So [@y]."}), "en").blocks
    assert paragraph.content[1].path == "facts.x.statement.en"
    assert line(paragraph.content) == "So.[@y]"


def test_a_field_without_end_is_shown_as_plain_paragraphs() -> None:
    found = parse(Prose("p", "factual", {"en": "[" * 30_000 + "\n\n*b*"}), "en")
    assert [line(block.content) for block in found.blocks] == ["[" * 30_000, "*b*"]
    assert [(each.code, each.path) for each in found.findings] == [("prose-too-long", "p.en")]


@pytest.mark.parametrize("fault", ["{.a} ", "<!-- ", "[a](b) ", "[a]{.b} ", "[a @b] "])
def test_a_field_of_nothing_but_faults_has_the_first_of_each_kind_told(fault: str) -> None:
    found = parse(Prose("p", "factual", {"en": fault * 1_000}), "en").findings
    assert len(found) == MOST_ALIKE
    starts = [each.place.start for each in found if each.place]
    assert starts == sorted(set(starts))
    assert len(starts) == MOST_ALIKE
