"""Edits in the corners of a brief: notes, cells, captions, looks, and comments over fields and each other."""

import re

import pytest
from tests.review.test_edits import BRIEF, BY_ANN, ISSUE, NAME, OFF, RUN, WORDS, news, paragraphs, with_comments
from tests.review.word import ANN, BOB, deleted, edited, inserted, run, sent, told
from tests.word_files import unzipped

from briefgen.document import Authored, Caption, Cell, Column, Note, NoteMark, Paragraph, Row, Run, Table, TemplateText
from briefgen.review.findings import review
from briefgen.review.model import Addition, Comment, Deletion, Edit, Finding, Formatting
from briefgen.review.open import Reviewed, opened

SHORT = Authored("sources.a.short.en")
NOTES = (
    Note(1, (Run("Le Monde", SHORT), Run(", 3 May", TemplateText()))),
    Note(2, (Run("The Times", Authored("sources.b.short.en")),)),
)
NOTED = sent((Run("One.", ISSUE), NoteMark(1, 1, ISSUE), Run(" Two.", ISSUE), NoteMark(2, 1, ISSUE)), notes=NOTES)
FEET = "word/footnotes.xml"


def in_note(old: str, new: str, data: bytes = NOTED) -> bytes:
    """The file with a piece of its notes replaced."""
    xml = unzipped(data)[FEET].decode()
    assert xml.count(old) == 1, xml
    return edited(data, parts={FEET: xml.replace(old, new)})


def mark(number: int) -> str:
    xml = unzipped(NOTED)["word/document.xml"].decode()
    (found,) = re.findall(rf'<w:r>(?:(?!</w:r>).)*<w:footnoteReference[^>]*w:id="{number}"/>.*?</w:r>', xml)
    return found


# Notes


@pytest.mark.parametrize("written", [run("Le ") + deleted("Monde") + inserted(run("Figaro")), run("Le Figaro")])
def test_an_edit_in_a_footnote_is_of_the_field_that_stands_there(written: str) -> None:
    assert news(told(in_note(run("Le Monde"), written)).found) == [("sources.a.short.en", "Le Figaro")]


def test_a_note_that_was_taken_out_takes_no_other_words_along() -> None:
    """Word takes the words of a note out with its mark; LibreOffice too. Only the citation is told."""
    gone = mark(1)
    note = re.findall(r'<w:footnote w:id="1">.*?</w:footnote>', unzipped(NOTED)[FEET].decode())[0]
    for change in (f'<w:del w:id="9" {ANN}>{gone}</w:del>', ""):
        for data in (edited(NOTED, (gone, change)), in_note(note, "", edited(NOTED, (gone, change)))):
            (edit,) = told(data).found
            assert isinstance(edit, Edit) and edit.path == "issue.en"
            assert [each.citations for each in edit.changes] == [(0,)]


def test_a_note_of_the_reviewer_s_own_is_told_with_its_words() -> None:
    new = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="7"/></w:r>'
    last = f"{mark(2)}"
    data = edited(NOTED, (last, last + inserted(new)))
    note = f'<w:footnote w:id="7"><w:p>{inserted(run("See the annex."))}</w:p></w:footnote></w:footnotes>'
    found = told(in_note("</w:footnotes>", note, data)).found
    (edit,) = [each for each in found if isinstance(each, Edit)]
    assert [each.notes for each in edit.changes] == [1]
    assert [each.words for each in found if isinstance(each, Addition)] == ["See the annex."]


def test_an_endnote_of_the_reviewer_s_own_is_told_with_its_words() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    new = '<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteReference w:id="2"/></w:r>'
    links = unzipped(BRIEF)["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
    link = f'<Relationship Id="rId95" Type="{kind}" Target="endnotes.xml"/></Relationships>'
    data = edited(BRIEF, (RUN, RUN + inserted(new)), parts={
        "word/endnotes.xml": f'<w:endnotes {space}><w:endnote w:id="2"><w:p>{run("See there.")}</w:p></w:endnote>'
                             "</w:endnotes>",
        "word/_rels/document.xml.rels": links.replace("</Relationships>", link),
    })  # fmt: skip
    found = told(data).found
    assert [type(each).__name__ for each in found] == ["Edit", "Addition"]
    assert isinstance(found[1], Addition) and found[1].words == "See there."


# Cells and captions


def cell(words: str, path: str) -> Cell:
    return Cell((Paragraph((Run(words, Authored(path)),)),))


def row(number: int) -> Row:
    return Row(
        (
            cell(f"Riders {number}", f"criteria.c{number}.name.en"),
            cell(f"Ten or {number}.", f"criteria.c{number}.reason.en"),
        )
    )


TABLED = sent(
    Table((Column(), Column()), (), (row(1), row(2), row(3)),
          Caption("Table 1", (Run("What counts", Authored("criteria_note.en")),))),
    Paragraph((Run("The end.", ISSUE),)),
)  # fmt: skip


@pytest.mark.parametrize("off", [False, True], ids=["tracked", "not tracked"])
def test_edits_in_cells_and_in_a_caption_are_of_their_fields(off: bool) -> None:
    cut = run("Nine or 2.") if off else deleted("Ten") + inserted(run("Nine")) + run(" or 2.")
    more = run("What counts most") if off else run("What counts") + inserted(run(" most"))
    found = told(edited(TABLED, (run("Ten or 2."), cut), (run("What counts"), more))).found
    assert sorted(news(found)) == [("criteria.c2.reason.en", "Nine or 2."), ("criteria_note.en", "What counts most")]


def rows(data: bytes) -> list[str]:
    return re.findall(r"<w:tr>.*?</w:tr>", unzipped(data)["word/document.xml"].decode())


@pytest.mark.parametrize("off", [False, True], ids=["tracked", "not tracked"])
def test_a_row_that_was_taken_out_is_its_fields(off: bool) -> None:
    second = rows(TABLED)[1]
    gone = second.replace("<w:tr>", f'<w:tr><w:trPr><w:del w:id="9" {ANN}/></w:trPr>', 1)
    if "<w:trPr>" in second:
        gone = second.replace("</w:trPr>", f'<w:del w:id="9" {ANN}/></w:trPr>', 1)
    found = told(edited(TABLED, (second, "" if off else gone))).found
    by = OFF if off else BY_ANN
    assert [(each.path, each.by) for each in found if isinstance(each, Deletion)] == [
        ("criteria.c2.name.en", by), ("criteria.c2.reason.en", by),
    ]  # fmt: skip
    assert len(found) == 2


def test_a_cell_that_was_taken_out_is_its_field() -> None:
    """Word says so of the cell alone, and nothing was told."""
    (cell_,) = re.findall(r"<w:tc>(?:(?!</w:tc>).)*Ten or 2\..*?</w:tc>", rows(TABLED)[1])
    gone = cell_.replace("</w:tcPr>", f'<w:cellDel w:id="9" {ANN}/></w:tcPr>', 1)
    assert told(edited(TABLED, (cell_, gone))).found == (Deletion("criteria.c2.reason.en", 0, "Ten or 2.", BY_ANN),)


def test_what_somebody_typed_into_a_row_that_another_took_out_went_with_it() -> None:
    second = rows(TABLED)[1]
    gone = second.replace("<w:tr>", f'<w:tr><w:trPr><w:del w:id="9" {ANN}/></w:trPr>', 1)
    gone = gone.replace(run("Riders 2"), run("Riders 2") + inserted(run(" a day"), BOB))
    found = told(edited(TABLED, (second, gone))).found
    assert [(type(each), getattr(each, "path", "")) for each in found] == [
        (Deletion, "criteria.c2.name.en"), (Deletion, "criteria.c2.reason.en"),
    ]  # fmt: skip


def test_words_that_went_from_one_cell_to_another_are_two_edits() -> None:
    found = told(edited(TABLED, (run("Ten or 1."), run("Ten.")), (run("Ten or 2."), run("Ten or 2 or 1.")))).found
    assert sorted(news(found)) == [("criteria.c1.reason.en", "Ten."), ("criteria.c2.reason.en", "Ten or 2 or 1.")]


# Looks


def looked(now: str, before: str) -> str:
    change = f'<w:rPrChange w:id="9" {ANN}><w:rPr>{before}</w:rPr></w:rPrChange>'
    return run("The ") + run("last", f"<w:rPr>{now}{change}</w:rPr>") + run(" bus leaves at 23:10.")


@pytest.mark.parametrize(
    ("now", "before", "told_of"),
    [
        ("<w:i/>", "", [("emphasis", True)]),
        ("<w:b/><w:i/>", "", [("strong", True), ("emphasis", True)]),
        ('<w:color w:val="FF0000"/>', "", []),
        ('<w:sz w:val="40"/><w:u w:val="single"/>', '<w:highlight w:val="yellow"/>', []),
        ('<w:b w:val="0"/>', "", []),
    ],
)
def test_of_looks_that_were_tracked_bold_and_italics_are_told(now: str, before: str, told_of: list[object]) -> None:
    found = told(edited(BRIEF, (RUN, looked(now, before)))).found
    assert [(each.mark, each.given) for each in found if isinstance(each, Formatting)] == told_of
    assert len(found) == len(told_of)


def test_another_style_of_a_paragraph_is_nothing() -> None:
    style = '<w:pStyle w:val="BodyText"/>'
    first = paragraphs(BRIEF)[0]
    change = f'<w:pPrChange w:id="9" {ANN}><w:pPr>{style}</w:pPr></w:pPrChange>'
    now = first.replace(f"{style}</w:pPr>", f'<w:pStyle w:val="Heading2"/>{change}</w:pPr>')
    assert now != first
    assert told(edited(BRIEF, (first, now))).found == ()


def test_words_that_were_made_bold_and_then_edited_are_both() -> None:
    bold = f'<w:rPr><w:b/><w:rPrChange w:id="9" {ANN}><w:rPr/></w:rPrChange></w:rPr>'
    written = run("The ") + run("last", bold) + deleted(" bus") + inserted(run(" tram")) + run(" leaves at 23:10.")
    found = told(edited(BRIEF, (RUN, written))).found
    assert {type(each) for each in found} == {Edit, Formatting}


# Comments


def begin(*names: int) -> str:
    return "".join(f'<w:commentRangeStart w:id="{name}"/>' for name in names)


def end(*names: int) -> str:
    return "".join(
        f'<w:commentRangeEnd w:id="{name}"/><w:r><w:commentReference w:id="{name}"/></w:r>' for name in names
    )


def said(*names: int) -> str:
    return "".join(
        f'<w:comment w:id="{name}" {(ANN, BOB)[name % 2]}><w:p><w:r><w:t>Remark {name}.</w:t></w:r></w:p></w:comment>'
        for name in names
    )


def hanging(found: tuple[Finding, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    assert all(isinstance(each, Comment) for each in found), found
    return [(each.path, each.words, each.others) for each in found if isinstance(each, Comment)]


def test_a_comment_over_two_fields_hangs_on_the_first_and_names_the_other() -> None:
    first, name = run("The last bus ") + begin(0) + run("leaves at 23:10."), run("Night bus") + end(0)
    data = with_comments(BRIEF, (RUN, first), (run("Night bus"), name), comments=said(0), extended="")
    ((path, words, others),) = hanging(told(data).found)
    assert (path, others) == ("issue.en", (NAME.path,))
    assert words.startswith("leaves at 23:10.") and words.endswith("Night bus")


def test_a_comment_is_told_with_all_that_is_in_it() -> None:
    """Tabs, new lines and signs were left out, and the paragraphs that it hangs on ran into each other."""
    said_ = (
        f'<w:comment w:id="0" {ANN}><w:p><w:r><w:t>See</w:t><w:tab/><w:t>2</w:t><w:cr/><w:t>non</w:t><w:noBreakHyphen/>'
        '<w:t>stop</w:t></w:r></w:p><w:p><w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:drawing/></w:r></w:p>'
        "</w:comment>"
    )
    first, name = begin(0) + RUN, run("Night bus") + end(0)
    (found,) = told(with_comments(BRIEF, (RUN, first), (run("Night bus"), name), comments=said_, extended="")).found
    assert isinstance(found, Comment)
    assert found.words == f"{WORDS}\n\nOption: Night bus"
    assert found.thread[0].text == "See\t2\nnon\u2011stop\n☺\ufffc"


def test_comments_that_overlap_hang_each_on_its_own_words() -> None:
    written = (
        run("The ") + begin(0) + run("last ") + begin(1) + run("bus ") + end(0) + run("leaves") + end(1)
        + run(" at 23:10.")
    )  # fmt: skip
    data = with_comments(BRIEF, (RUN, written), comments=said(0, 1), extended="")
    assert hanging(told(data).found) == [("issue.en", "last bus", ()), ("issue.en", "bus leaves", ())]


def test_one_comment_within_another_and_two_on_the_same_words() -> None:
    written = (
        begin(0) + run("The last ") + begin(1, 2) + run("bus") + end(1, 2) + run(" leaves at 23:10.") + end(0)
    )  # fmt: skip
    data = with_comments(BRIEF, (RUN, written), comments=said(0, 1, 2), extended="")
    assert hanging(told(data).found) == [("issue.en", WORDS, ()), ("issue.en", "bus", ()), ("issue.en", "bus", ())]


def test_a_comment_on_words_that_were_taken_out_hangs_on_the_place() -> None:
    written = run("The ") + begin(0) + deleted("last ") + end(0) + run("bus leaves at 23:10.")
    found = told(with_comments(BRIEF, (RUN, written), comments=said(0), extended="")).found
    assert {type(each) for each in found} == {Edit, Comment}
    assert [each.path for each in found if isinstance(each, Comment)] == ["issue.en"]


def test_a_comment_in_a_note_hangs_on_the_field_that_stands_there() -> None:
    data = with_comments(NOTED, comments=said(0), extended="")
    data = in_note(run("Le Monde"), begin(0) + run("Le Monde") + end(0), data)
    assert hanging(told(data).found) == [("sources.a.short.en", "Le Monde", ())]


# What the file says of itself


@pytest.mark.parametrize("broken", [r'\1tag=""', r"\1", r'\1tag="="', r'\1tag="sources.b.short.en"'])
@pytest.mark.parametrize("field", ["issue.en", "sources.a.short.en"])
def test_a_field_without_a_tag_of_its_own_makes_the_record_unreadable(field: str, broken: str) -> None:
    """The fields are then known by the tags of their controls alone; no edit is counted to another field."""
    data = in_note(run("The Times"), run("The Guardian"))
    name, record = next((name, part.decode()) for name, part in unzipped(data).items() if b"urn:briefgen" in part)
    made = opened(edited(data, parts={name: re.sub(rf'(<field )tag="{field}"', broken, record)}), "ann.docx")
    assert isinstance(made, Reviewed) and made.baseline is None
    known = {("issue.en", 0): "One.\ue000 Two.\ue000", ("sources.a.short.en", 0): "Le Monde",
             ("sources.b.short.en", 0): "The Times"}  # fmt: skip
    assert {each.path for each in review(made, known).found if isinstance(each, Edit)} <= {"sources.b.short.en"}
