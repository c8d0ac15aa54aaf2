"""What reviewers do every day, as Word and LibreOffice write it, and what is told of it."""

import re

import pytest
from tests.review.test_edits import BRIEF, ISSUE, NAME, RUN, WORDS, news, paragraphs
from tests.review.test_sessions import for_review
from tests.review.test_sessions import found as found_in
from tests.review.word import ANN, BOB, deleted, edited, inserted, run, sent, told
from tests.word_files import unzipped, zipped

from briefgen.document import Authored, Heading, Note, NoteMark, Run, TemplateText
from briefgen.markup.model import MARK
from briefgen.review.model import Addition, Edit, Finding, Move, OutsideEdit, Unplaced

RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


@pytest.mark.parametrize(
    ("typed", "raised", "new"),
    [(" on the 20", "th", f"{WORDS} on the 20th"), (" of 30 m", "2", f"{WORDS} of 30 m2")],
    ids=["a date that Word sets", "a unit"],
)
def test_letters_and_digits_that_somebody_raised_are_words(typed: str, raised: str, new: str) -> None:
    """Word raises the “th” of “20th” by itself; it was taken for a note mark, and the letters were lost."""
    assert news(told(edited(BRIEF, (RUN, RUN + inserted(run(typed) + run(raised, RAISED))))).found) == [
        ("issue.en", new)
    ]


def test_a_word_that_was_replaced_with_the_template_s_space_behind_it_is_the_field_s() -> None:
    """A double click in Word takes a word with the space behind it, which here is the template's."""
    name, rest = run("Night bus"), run(" costs ")
    data = edited(
        BRIEF, (name, run("Night ") + deleted("bus")), (rest, deleted(" ") + inserted(run("tram ")) + run("costs "))
    )
    assert news(told(data).found) == [(NAME.path, "Night tram")]


def test_a_picture_that_was_put_in_is_told_and_is_no_word() -> None:
    picture = "<w:r><w:drawing/></w:r>"
    for put in (picture, inserted(picture)):
        (found,) = told(edited(BRIEF, (RUN, RUN + put))).found
        assert isinstance(found, Unplaced)
        assert (found.why, found.path) == ("picture", "issue.en")


def test_words_replaced_in_a_heading_are_not_told_as_bold() -> None:
    """LibreOffice gives the words that it replaces the look of the heading, run by run."""
    data = sent(Heading(1, (Run("Night bus", NAME),), "bus"), (Run(WORDS, ISSUE),))
    heading = next(each for each in paragraphs(data) if "Night bus" in each and "Heading1" in each)
    written = run("Night ") + deleted("bus") + inserted(run("tram", "<w:rPr><w:b/></w:rPr>"))
    assert news(told(edited(data, (heading, heading.replace(run("Night bus"), written)))).found) == [
        (NAME.path, "Night tram")
    ]


CITED = sent(
    (Run("One.", ISSUE), NoteMark(1, 1, ISSUE), Run(" Two.", ISSUE), NoteMark(1, 2, ISSUE), Run(" Three.", ISSUE)),
    (Run(WORDS, NAME),), notes=(Note(1, (Run("Le Monde", TemplateText()),)),),
)  # fmt: skip


def by_libreoffice(paragraph: str, what: str, of: str) -> str:
    """A paragraph of which each run that `of` matches is tracked. Of a field it tracks where it begins, not where it
    ends or its result begins."""

    def tracked(found: re.Match[str]) -> str:
        if "separate" in found[0] or '"end"' in found[0]:
            return found[0]
        words = re.sub(r"(</?w:)(t|instrText)\b", r"\1del\2", found[0]) if what == "del" else found[0]
        words = words.replace("w:delt", "w:delText").replace("w:delinstrText", "w:delInstrText")
        return f'<w:{what} w:id="9" {ANN}>{words}</w:{what}>'

    return re.sub(of, tracked, paragraph)


def test_a_citation_whose_field_libreoffice_tracked_by_half_was_taken_out() -> None:
    """Nothing was told of it: its end is not tracked."""
    first = paragraphs(CITED)[0]
    at = first.index(" Two.")
    gone = first[:at] + by_libreoffice(first[at:], "del", r"<w:r>(?:(?!</w:r>|Three).)*</w:r>")
    (edit,) = told(edited(CITED, (first, gone))).found
    assert isinstance(edit, Edit)
    assert [each.citations for each in edit.changes] == [(1,)]


def test_a_paragraph_moved_by_the_keys_of_libreoffice_is_moved() -> None:
    """Of its words it says that they were taken out and put in, and of the paragraph's mark that it was moved. It was
    told as a copy in another place, as words taken out, and as two paragraphs joined."""
    first, second = paragraphs(CITED)[:2]
    marks = {
        what: f'<w:rPr><w:{move} w:id="9" {ANN}/></w:rPr></w:pPr>'
        for what, move in (("del", "moveFrom"), ("ins", "moveTo"))
    }
    gone, came = (
        by_libreoffice(first, what, r"<w:r>(?:(?!</w:r>).)*</w:r>").replace("</w:pPr>", mark, 1)
        for what, mark in marks.items()
    )
    found = told(edited(CITED, (first + second, gone + second + came))).found
    assert [(type(each), getattr(each, "words", "")) for each in found] == [(Move, "One. Two. Three.")]


def test_a_paragraph_that_lost_its_control_in_a_detour_is_found_by_its_words() -> None:
    """Saved as .odt in between, a brief has lost what it carried, and the control of a paragraph with a note. An edit
    there was told as one of the template's words."""
    files = unzipped(CITED)
    links = files["word/_rels/document.xml.rels"].decode()
    files["word/_rels/document.xml.rels"] = re.sub(r"<Relationship [^>]*customXml[^>]*/>", "", links).encode()
    body = files["word/document.xml"].decode()
    first = paragraphs(CITED)[0]
    loose = re.sub(r"<w:sdt>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\1", first)
    loose = loose.replace(run(" Two."), run(" ") + deleted("Two") + inserted(run("Nine")) + run("."))
    files["word/document.xml"] = body.replace(first, loose).encode()
    known = {("issue.en", 0): f"One.{MARK} Two.{MARK} Three.", (NAME.path, 0): WORDS}
    assert news(told(zipped(files), known).found) == [("issue.en", "One. Nine. Three.")]
    twice = known | {("background.en", 0): known["issue.en", 0]}
    (found,) = told(zipped(files), twice).found  # nobody knows of which of two fields it is
    assert isinstance(found, OutsideEdit)


def heading(words: str) -> Heading:
    return Heading(1, (Run(words, TemplateText()),), words.lower())


SECTIONS = {
    "H": heading("The issue"), "a": (Run("Many walk.", Authored("issue.en")),),
    "b": (Run("Some drive.", Authored("issue.en", 1)),), "I": heading("Background"),
    "c": (Run("It ran at two.", Authored("background.en")),), "d": (Run("It was full.", Authored("background.en", 1)),),
}  # fmt: skip


@pytest.mark.parametrize(
    ("now", "went"),
    [
        ("H a I b c d", ["Some drive. → background.en"]),
        ("H I a b c d", ["Many walk. → background.en", "Some drive. → background.en"]),
        ("H a b c I d", ["It ran at two. → issue.en"]),
        ("H a c I b d", ["It ran at two. → issue.en", "Some drive. → background.en"]),
        ("H a I c b d", ["Some drive. → background.en"]),
    ],
)
def test_a_paragraph_goes_past_a_heading_and_not_the_heading_past_it(now: str, went: list[str]) -> None:
    """While tracking was off the last paragraph of a section was put below the next heading: the heading was told as
    having moved, and `--apply` left the paragraph where it was."""
    data = sent(*SECTIONS.values())
    stood = dict(
        zip(SECTIONS, [each for each in paragraphs(data) if "<w:sdt>" in each or "Heading1" in each], strict=True)
    )
    found = told(edited(data, ("".join(stood.values()), "".join(stood[each] for each in now.split())))).found
    assert all(isinstance(each, Move) and each.target for each in found), found
    assert sorted(f"{each.words} → {each.target.path}" for each in found) == sorted(went)  # type: ignore[union-attr]


def shown(found: Finding) -> tuple[str, ...]:
    match found:
        case Edit():
            return "edit", found.path, found.new
        case Unplaced():
            return found.why, found.path, found.new
        case Addition():
            return "added", found.after, found.words
        case _:
            return (str(found),)


def test_what_one_moved_and_another_edited_is_told_of_both() -> None:
    """What Bob typed into a paragraph that Ann had moved was told as a copy of the field's words."""
    first = paragraphs(BRIEF)[0]
    gone, came = (
        first.replace("</w:pPr>", f'<w:rPr><w:{move} w:id="9" {ANN}/></w:rPr></w:pPr>', 1).replace(
            RUN, f'<w:{move}RangeStart w:id="{n}" w:name="m" {ANN}/>{RUN}<w:{move}RangeEnd w:id="{n}"/>'
        )
        for n, move in enumerate(("moveFrom", "moveTo"), 1)
    )
    gone = gone.replace(RUN, f'<w:moveFrom w:id="8" {ANN}>{RUN}</w:moveFrom>')
    there = (f'<w:moveTo w:id="8" {ANN}>{run(words)}</w:moveTo>' for words in ("The last ", "bus leaves at 23:10."))
    came = came.replace(RUN, inserted(run("night "), BOB).join(there))
    second = paragraphs(BRIEF)[1]
    for left in (gone, ""):  # the half of it that was accepted
        edit, move = told(edited(BRIEF, (first + second, left + second + came))).found
        assert isinstance(edit, Edit) and isinstance(move, Move)
        assert (edit.new, [each.by.author for each in edit.changes]) == ("The last night bus leaves at 23:10.", ["Bob"])
        assert (move.path, move.by.author) == ("issue.en", "Ann")


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
BOX = f"<w:r><w:drawing><w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent></w:drawing></w:r>"


@pytest.mark.parametrize(
    ("put", "said"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', [("edit", "issue.en", f"{WORDS}→")]),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', [("edit", "issue.en", f"{WORDS}α")]),
        ('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>', [("picture", "issue.en", "")]),
        (f"<m:oMath {MATH}><m:r><m:t>x=1</m:t></m:r></m:oMath>", [("equation", "issue.en", "x=1")]),
        (BOX, [("added", "", "In a box."), ("picture", "issue.en", "")]),
    ],
    ids=["an arrow that Word makes of -->", "a Greek letter", "a sign without a letter", "an equation", "a text box"],
)  # fmt: skip
def test_what_is_more_than_letters_is_told(put: str, said: list[tuple[str, ...]]) -> None:
    """Of an equation nothing was told; signs came as “\ufffd”; and a text box was said to be in the field on which it
    hangs."""
    for written in (put, inserted(put)):
        found = told(edited(BRIEF, (RUN, RUN + written))).found
        assert sorted(map(shown, found)) == sorted(said)


def test_a_file_that_was_saved_as_strict_open_xml_is_read() -> None:
    """All of it was told as taken out, and `--apply` would have done so."""
    data = edited(BRIEF, (RUN, run("The ") + deleted("last") + inserted(run("first")) + run(" bus leaves at 23:10.")))
    before, after = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    names = ("wordprocessingml", "main"), ("officeDocument", "relationships"), ("officeDocument", "customXml")
    files = unzipped(data)
    for part in (each for each in files if each.endswith((".xml", ".rels"))):
        for subject, rest in names:
            old, new = f"{before}{subject}/2006/{rest}", f"{after}{subject}/{rest}"
            files[part] = files[part].replace(old.encode(), new.encode())
    assert news(told(zipped(files)).found) == [("issue.en", WORDS.replace("last", "first"))]


MANY = sent(*[(Run(f"Paragraph {at}.", Authored(f"gaps.g{at}.statement.en")),) for at in range(20)])


@pytest.mark.parametrize("there", [range(10), range(10, 20), range(5, 15)], ids=["beginning", "end", "middle"])
def test_of_a_brief_that_was_split_nothing_is_taken_out_that_the_other_part_has(there: range) -> None:
    """Sent back by halves, a brief was told as taken out twice, and `--apply` took out all of it."""
    held = [each for each in paragraphs(MANY) if "Paragraph " in each]
    text = "".join(held[at] for at in there).replace("Paragraph 8.", "Number 8.").replace("Paragraph 11.", "Number 11.")
    made = told(edited(MANY, ("".join(held), text)))
    gone = [f"gaps.g{at}.statement.en" for at in range(20) if at not in there]
    assert {each for ends in made.lost for each in ends} <= set(gone) and {gone[0], gone[-1]} <= {
        each for ends in made.lost for each in ends
    }
    assert news(made.found) == [(f"gaps.g{at}.statement.en", f"Number {at}.") for at in (8, 11) if at in there]


def test_a_section_that_somebody_took_out_is_taken_out() -> None:
    held = [each for each in paragraphs(MANY) if "Paragraph " in each]
    for cut in (held[14:], held[5:15]):
        made = told(edited(MANY, ("".join(cut), "")))
        assert made.lost == () and len(made.found) == len(cut)


def test_fields_that_were_made_plain_words_are_no_edits() -> None:
    """Ctrl+A, Ctrl+Shift+F9 in Word: every number of a table was told, and each line of the list of contents as new."""
    data = for_review(("haiti-2022", "en", "options-paper", ""))
    files = unzipped(data)
    body = files["word/document.xml"].decode()
    files["word/document.xml"] = re.sub(
        r"<w:r>(?:(?!</w:r>).)*<w:(?:fldChar|instrText)\b.*?</w:r>|</?w:fldSimple[^>]*>", "", body
    ).encode()
    assert files["word/document.xml"] != body.encode()
    assert found_in(zipped(files), "haiti-2022") == ()


def test_words_under_a_phonetic_guide_are_still_there() -> None:
    """They were told as taken out."""
    guide = f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('bus')}</w:rubyBase></w:ruby></w:r>"
    assert told(edited(BRIEF, (RUN, run("The last ") + guide + run(" leaves at 23:10.")))).found == ()


def test_a_control_that_was_pasted_is_a_copy_and_it_is_told_where() -> None:
    """It was told whose words these are, and not where they stand."""
    first, second = paragraphs(BRIEF)[:2]
    control = re.findall(r"<w:sdt>.*</w:sdt>", first)[0]
    name = run("Night bus")
    for place, written in ((second, second + first), (name, name + inserted(control))):
        (found,) = told(edited(BRIEF, (place, written))).found
        assert isinstance(found, Unplaced)
        assert (found.why, found.path, found.new, found.other) == ("copy", "issue.en", WORDS, NAME.path)
