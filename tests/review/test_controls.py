"""What stands in a brief for review: controls that know their field, locked figures, and what the file was."""

from msgspec.structs import replace
from tests.docx.linter import faults
from tests.factory import document
from tests.laws.briefs import brief, called, every_brief, theme
from tests.word_files import xml_parts

from briefgen import docx
from briefgen.document import Authored, Block, Computed, Inlines, LineBreak, Link, Note, NoteMark, Paragraph, Run
from briefgen.document import TemplateText as Template
from briefgen.docx.context import ReviewOptions, WordOptions
from briefgen.ooxml import Element
from briefgen.ooxml.tags import w
from briefgen.review.baseline import Baseline, digest, read
from briefgen.review.tags import COMPUTED, LONGEST, read_tag, tag_of

REVIEW = WordOptions(review=ReviewOptions("team"))
SUMMARY = Authored("options.team.summary.en")


def written(*blocks: Block, notes: tuple[Note, ...] = ()) -> dict[str, Element]:
    """The parts of a document for review."""
    made = replace(document(*blocks), notes=notes)
    return xml_parts(docx.write(made, theme(), options=REVIEW))


def controls(root: Element) -> list[tuple[str, str, str]]:
    """Tag, lock and words of each control, in order."""
    found = []
    for control in root.iter(w("sdt")):
        tag, lock = (control.find(f"{w('sdtPr')}/{w(name)}") for name in ("tag", "lock"))
        words = "".join(each.text or "" for each in control.iter(w("t")))
        found.append((tag.get(w("val"), ""), lock.get(w("val"), ""), words)) if tag is not None else None
    return found


def carried(parts: dict[str, Element]) -> Baseline:
    made = read(parts["customXml/item1.xml"])
    assert made is not None
    return made


def test_words_of_a_field_stand_in_one_control_that_cannot_be_deleted() -> None:
    line: Inlines = (
        Run("Summary: ", Template()), Run("Ottawa sends ", SUMMARY), Run("a team", SUMMARY, frozenset({"strong"})),
        NoteMark(1, 1, SUMMARY), LineBreak(), Link((Run("at once", SUMMARY),), "https://example.org"),
        Run(" by ", Template()), Run("1 May", Computed("date")),
    )  # fmt: skip
    parts = written(Paragraph(line), notes=(Note(1, (Run("Le Monde", Authored("sources.a.short.en")),)),))
    assert controls(parts["word/document.xml"]) == [
        ("options.team.summary.en", "sdtLocked", "Ottawa sends a teamat once"),
        (COMPUTED, "sdtContentLocked", "1\u00a0May"),
    ]
    assert controls(parts["word/footnotes.xml"]) == [("sources.a.short.en", "sdtLocked", "Le Monde")]
    control = next(parts["word/document.xml"].iter(w("sdt")))
    assert control.find(f".//{w('footnoteReference')}") is not None, "the citation is the field's"


def test_each_paragraph_of_a_field_has_a_control_of_its_own() -> None:
    line = (Run("One.", Authored("issue.en", 0)), LineBreak(), Run("Two.", Authored("issue.en", 1)))
    parts = written(Paragraph(line))
    assert [each[0] for each in controls(parts["word/document.xml"])] == ["issue.en", "issue.en~1"]
    assert {tag: (field.path, field.block) for tag, field in carried(parts).fields.items()} == {
        "issue.en": ("issue.en", 0), "issue.en~1": ("issue.en", 1),
    }  # fmt: skip


def test_a_citation_of_a_field_of_which_no_words_are_shown_is_in_no_control() -> None:
    parts = written(Paragraph((Run("Canada", Authored("stakeholders.canada.name.en")), NoteMark(1, 1, SUMMARY))))
    (control,) = parts["word/document.xml"].iter(w("sdt"))
    assert control.find(f".//{w('vertAlign')}") is None
    assert "".join(each.text or "" for each in control.iter(w("t"))) == "Canada"


def test_a_long_path_has_a_short_tag() -> None:
    path = "options.multinational-force.assessments.relations-with-the-united-states.reason.en"
    parts = written(Paragraph((Run("x", Authored(path)),)))
    ((tag, _, _),) = controls(parts["word/document.xml"])
    assert len(tag) == LONGEST
    assert carried(parts).fields[tag].path == path
    assert tag_of(path, 0) != tag_of(path, 1)
    assert read_tag(tag_of("issue.en", 3)) == ("issue.en", 3)


def test_changes_are_tracked_and_the_file_says_what_it_was_made_from() -> None:
    parts = written(Paragraph((Run("Ottawa sends a team.", SUMMARY), Run(" (rests on 4 May)", Template()))))
    assert parts["word/settings.xml"].find(w("trackRevisions")) is not None
    made = carried(parts)
    assert (made.about.lang, made.about.option) == ("en-CA", "team")
    assert made.fields["options.team.summary.en"].digest == digest("Ottawa sends a team.")
    (line,) = (line for line in made.stories["document"] if line.stretches)
    assert [(each.text, each.tag) for each in line.stretches] == [
        ("Ottawa sends a team.", "options.team.summary.en"),
        (" (rests on 4\u00a0May)", ""),
    ]


def test_a_brief_that_is_not_for_review_has_none_of_it() -> None:
    parts = xml_parts(docx.write(document(Paragraph((Run("x", SUMMARY),))), theme()))
    assert "customXml/item1.xml" not in parts
    assert controls(parts["word/document.xml"]) == []


def for_review(of: tuple[str, str, str, str]) -> bytes:
    return docx.write(brief(*of), theme(), options=WordOptions(review=ReviewOptions(of[3])))


def test_every_example_is_sound_to_our_linter() -> None:
    assert {called(of): told for of in every_brief() if (told := faults(for_review(of)))} == {}
