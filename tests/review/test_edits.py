"""What Word writes, and what is told of it."""

import re

import pytest
from tests.review.word import ANN, BOB, deleted, edited, inserted, run, sent, told
from tests.word_files import unzipped, zipped

from briefgen.document import Authored, Computed, Note, NoteMark, Run, TemplateText
from briefgen.review.combine import merged
from briefgen.review.model import (
    Addition,
    By,
    Comment,
    Deletion,
    Disagreement,
    Edit,
    Finding,
    Formatting,
    Join,
    Move,
    OutsideEdit,
    Reply,
    Unplaced,
)

ISSUE, NAME = Authored("issue.en"), Authored("options.bus.name.en")
WORDS = "The last bus leaves at 23:10."
COSTS = (Run("Option: ", TemplateText()), Run("Night bus", NAME), Run(" costs ", TemplateText()),
         Run("40 dollars", Computed()), Run(" a day", TemplateText()))  # fmt: skip
BRIEF = sent((Run(WORDS, ISSUE),), COSTS)
COSTED = "Option: Night bus costs 40 dollars a day"
BY_ANN, BY_BOB = By("Ann", "2026-03-04T10:11:00Z", "ann.docx"), By("Bob", "2026-03-05T09:00:00Z", "ann.docx")
OFF = By(file="ann.docx")


def news(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Path and new words of each edit; there is nothing else."""
    assert all(isinstance(each, Edit) for each in found), found
    return [(each.path, each.new) for each in found if isinstance(each, Edit)]


RUN = run(WORDS)
EDITS = {
    "a word replaced": (
        run("The ") + deleted("last") + inserted(run("first")) + run(" bus leaves at 23:10."),
        "The first bus leaves at 23:10.",
    ),
    "while tracking was off": (run("The first bus leaves at 23:10."), "The first bus leaves at 23:10."),
    "in runs that Word split": (
        '<w:r w:rsidR="00AB12CD"><w:t>The la</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>st</w:t></w:r>'
        + inserted(run(" ni") + run("ght")) + run(" bus leaves at 23:10."),
        "The last night bus leaves at 23:10.",
    ),
    "put in by one, taken out by another": (
        run("The last bus ") + inserted(run("always ") + deleted("nearly ", BOB)) + run("leaves at 23:10."),
        "The last bus always leaves at 23:10.",
    ),
    "within a word": (run("The last bus leave") + deleted("s") + run(" at 23:10."), "The last bus leave at 23:10."),
    "a new line": (run("The last bus") + inserted("<w:r><w:br/></w:r>") + run(" leaves at 23:10."),
                   "The last bus\n leaves at 23:10."),
    "all of it": (deleted(WORDS) + inserted(run("No bus.")), "No bus."),
    "tracked and not": (run("The last coach ") + deleted("leaves") + inserted(run("goes")) + run(" at 23:10."),
                        "The last coach goes at 23:10."),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_with_its_old_and_its_new_words(name: str) -> None:
    written, new = EDITS[name]
    found = told(edited(BRIEF, (RUN, written))).found
    assert news(found) == [("issue.en", new)]
    assert isinstance(found[0], Edit) and found[0].old == WORDS


def test_who_did_it_and_when_is_told_of_each_stroke() -> None:
    written = (
        run("The ") + deleted("last ") + run("bus leaves at ") + deleted("23:10", BOB) + inserted(run("22:30"), BOB)
    )
    (edit,) = told(edited(BRIEF, (RUN, written + run(".")))).found
    assert isinstance(edit, Edit)
    assert [(each.at, each.removed, each.added, each.by) for each in edit.changes] == [
        (4, "last ", "", BY_ANN),
        (23, "23:10", "22:30", BY_BOB),
    ]


def test_what_was_not_tracked_is_nobody_s() -> None:
    (edit,) = told(edited(BRIEF, (RUN, run("The bus leaves at 23:10.")))).found
    assert isinstance(edit, Edit) and [each.by for each in edit.changes] == [OFF]


def test_other_spaces_and_the_same_words_again_are_no_edit() -> None:
    written = run("The\u00a0last ") + deleted("bus") + inserted(run("bus")) + run(" leaves at 23:10.")
    assert told(edited(BRIEF, (RUN, written))).found == ()


CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="issue.en"/>'


def outside(data: bytes, before: str = "", behind: str = "") -> bytes:
    """Runs typed just outside the control of the issue."""
    return edited(
        data, (CONTROL, before + CONTROL), (f"{RUN}</w:sdtContent></w:sdt>", f"{RUN}</w:sdtContent></w:sdt>{behind}")
    )


@pytest.mark.parametrize("off", [False, True], ids=["tracked", "not tracked"])
def test_words_typed_at_the_edge_of_a_control_are_the_field_s(off: bool) -> None:
    behind, before = run(" It is full."), run("Now: ")
    data = outside(BRIEF, before if off else inserted(before), behind if off else inserted(behind))
    assert news(told(data).found) == [("issue.en", f"Now: {WORDS} It is full.")]


def test_beside_a_space_between_two_fields_a_run_tells_whose_its_words_are() -> None:
    """“A. B” → “A. C. B”, while tracking was off: C was always taken for the beginning of B."""
    data = sent((Run(WORDS, ISSUE), Run(" ", TemplateText()), Run("Night bus", NAME)))
    space, full = run(" "), f"{WORDS} It is full."
    assert news(told(edited(data, (space, run(" It is full.") + space))).found) == [("issue.en", full)]
    assert news(told(edited(data, (space, space + run("The ")))).found) == [("options.bus.name.en", "The Night bus")]


def test_words_between_two_fields_are_nobody_s() -> None:
    data = sent((Run(WORDS, ISSUE), Run("Night bus", NAME)))
    (found,) = told(outside(data, behind=inserted(run(" Or not. ")))).found
    assert found == Unplaced(Addition(" Or not. ", "issue.en", BY_ANN), "between-fields", "options.bus.name.en")


def test_a_control_that_a_program_dropped_is_found_by_its_words() -> None:
    files = unzipped(BRIEF)
    body = files["word/document.xml"].decode()
    loose = run("The last ") + inserted(run("night ")) + run("bus leaves at 23:10.")
    pattern = r"<w:sdt><w:sdtPr><w:alias w:val=\"issue.en\"/>.*?</w:sdt>"
    files["word/document.xml"] = re.sub(pattern, lambda _: loose, body, count=1).encode()
    assert news(told(zipped(files)).found) == [("issue.en", "The last night bus leaves at 23:10.")]


def test_a_control_that_was_emptied_shows_what_word_holds_its_place_with() -> None:
    written = (RUN, run("Click or tap here to enter text."))
    lock = '<w:tag w:val="issue.en"/>'
    data = edited(BRIEF, written, (lock, lock + '<w:showingPlcHdr w:val="1"/>'))
    assert news(told(data).found) == [("issue.en", "")]


def test_enter_parts_a_paragraph_and_both_halves_are_the_field_s() -> None:
    paragraph = 'w:val="BodyText"/></w:pPr>' + CONTROL
    mark = f'w:val="BodyText"/><w:rPr><w:ins w:id="9" {ANN}/></w:rPr></w:pPr>{CONTROL}'
    halves = (
        run("The last bus.") + "</w:sdtContent></w:sdt></w:p><w:p>" + inserted(run("It")) + run(" leaves at 23:10.")
    )
    halves = run("The last bus") + inserted(run(".")) + "</w:sdtContent></w:sdt></w:p><w:p>" + run(" leaves at 23:10.")
    data = edited(BRIEF, (paragraph, mark), (f"{RUN}</w:sdtContent></w:sdt>", halves))
    assert news(told(data).found) == [("issue.en", "The last bus.\n\n leaves at 23:10.")]


@pytest.mark.parametrize("first", [True, False], ids=["the first half is loose", "the second half is loose"])
def test_enter_while_tracking_was_off_and_half_of_it_outside_of_the_control(first: bool) -> None:
    """LibreOffice drops the control in which a footnote is set, and with it the half that has one."""
    paragraph = paragraphs(BRIEF)[0]
    halves = [paragraph.replace(RUN, run(words)) for words in ("The last bus", " leaves at 23:10.")]
    loose = 0 if first else 1
    halves[loose] = re.sub(r"<w:sdt>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\1", halves[loose])
    data = edited(BRIEF, (paragraph, "".join(halves)))
    assert news(told(data).found) == [("issue.en", "The last bus\n\n leaves at 23:10.")]


def test_a_citation_that_was_taken_out_is_told_by_its_number() -> None:
    notes = (Note(1, (Run("A", TemplateText()),)), Note(2, (Run("B", TemplateText()),)))
    data = sent((Run("One.", ISSUE), NoteMark(1, 1, ISSUE), Run(" Two.", ISSUE), NoteMark(2, 1, ISSUE)), notes=notes)
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    for gone in (f'<w:del w:id="9" {ANN}>{mark}</w:del>', ""):
        (edit,) = told(edited(data, (mark, gone))).found
        assert isinstance(edit, Edit)
        assert (edit.old, edit.new) == ("One. Two.", "One. Two.")
        assert [each.citations for each in edit.changes] == [(1,)]


def test_words_that_are_no_field_s_are_told_as_such() -> None:
    label = deleted("Option") + inserted(run("Course")) + run(": ")
    found = told(edited(BRIEF, (run("Option: "), label), (run("40 dollars"), run("50 dollars")))).found
    assert found == (
        OutsideEdit("template", "Option", "Course", "issue.en", BY_ANN),
        OutsideEdit("computed", "40", "50", "options.bus.name.en", OFF),
    )


def test_a_paragraph_of_the_reviewer_s_own_is_told_with_the_field_before_it() -> None:
    data = outside(BRIEF, behind=f"</w:p><w:p>{inserted(run('And who pays?'))}")
    assert told(data).found == (Addition("And who pays?", "issue.en", BY_ANN),)


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs of a body as they are written."""
    return re.findall(r"<w:p>.*?</w:p>", unzipped(data)["word/document.xml"].decode())


def test_a_paragraph_that_was_taken_out() -> None:
    first = paragraphs(BRIEF)[0]
    gone = first.replace(RUN, deleted(WORDS)).replace("</w:pPr>", f'<w:rPr><w:del w:id="9" {ANN}/></w:rPr></w:pPr>', 1)
    assert told(edited(BRIEF, (first, gone))).found == (Deletion("issue.en", 0, WORDS, BY_ANN),)
    assert told(edited(BRIEF, (first, ""))).found == (Deletion("issue.en", 0, WORDS, OFF),)


def test_a_paragraph_that_was_moved() -> None:
    first, second = paragraphs(BRIEF)[:2]
    assert told(edited(BRIEF, (first + second, second + first))).found == (
        Move("options.bus.name.en", 0, "Option: Night bus costs 40 dollars a day", "", OFF, base=COSTED),
    )
    mark = "<w:rPr><w:move{}/></w:rPr></w:pPr>"
    gone = first.replace(
        "</w:pPr>", mark.format(f'From w:id="8" {ANN}') + f'<w:moveFromRangeStart w:id="7" w:name="m" {ANN}/>', 1
    )
    gone = gone.replace(RUN, f'<w:moveFrom w:id="9" {ANN}>{RUN}</w:moveFrom>')
    came = first.replace(
        "</w:pPr>", mark.format(f'To w:id="8" {ANN}') + f'<w:moveToRangeStart w:id="6" w:name="m" {ANN}/>', 1
    )
    came = came.replace(RUN, f'<w:moveTo w:id="9" {ANN}>{RUN}</w:moveTo>')
    data = edited(
        BRIEF, (first + second, f'{gone}<w:moveFromRangeEnd w:id="7"/>{second}{came}<w:moveToRangeEnd w:id="6"/>')
    )
    assert told(data).found == (Move("issue.en", 0, WORDS, "options.bus.name.en", BY_ANN, base=WORDS),)
    # As LibreOffice saves it: without the name of the move on one side, and without the control on the other.
    bare = re.sub(r"<w:sdt>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\1", came)
    lost = re.sub(r"<w:moveFromRangeStart[^>]*>", "", gone)
    data = edited(BRIEF, (first + second, f'{lost}{second}{bare}<w:moveToRangeEnd w:id="6"/>'))
    assert told(data).found == (Move("issue.en", 0, WORDS, "options.bus.name.en", BY_ANN, base=WORDS),)


def test_two_paragraphs_that_became_one() -> None:
    first = paragraphs(BRIEF)[0]
    data = edited(BRIEF, (first, first.replace("</w:pPr>", f'<w:rPr><w:del w:id="9" {ANN}/></w:rPr></w:pPr>', 1)))
    assert told(data).found == (Join("issue.en", 0, "options.bus.name.en", 0, BY_ANN, bases=(WORDS, "Night bus")),)


def bold(change: str) -> str:
    return run("The ") + run("last", f"<w:rPr><w:b/>{change}</w:rPr>") + run(" bus leaves at 23:10.")


def test_bold_has_a_meaning_in_markdown_and_is_told() -> None:
    tracked = f'<w:rPrChange w:id="9" {ANN}><w:rPr/></w:rPrChange>'
    for change, by in ((tracked, BY_ANN), ("", OFF)):
        found = told(edited(BRIEF, (RUN, bold(change)))).found
        assert found == (Formatting("issue.en", 0, "last", "strong", True, by, WORDS),)


def test_words_have_the_look_of_those_whose_place_they_take() -> None:
    """Word puts new words in front of the old ones at times; they were compared with what stands before both."""
    data = sent((Run("It leaves ", ISSUE), Run("at noon", ISSUE, frozenset({"strong"})), Run(".", ISSUE)))
    bold = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'
    gone = deleted("at noon").replace("<w:r>", f"<w:r>{bold}")
    for written in (inserted(run("at ten", bold)) + gone, gone + inserted(run("at ten", bold))):
        assert news(told(edited(data, (run("at noon", bold), written))).found) == [("issue.en", "It leaves at ten.")]


def test_a_change_of_look_that_says_nothing_is_nothing() -> None:
    """LibreOffice leaves such remarks where nothing changed."""
    noise = f'<w:rPr><w:color w:val="FF0000"/><w:rPrChange w:id="9" {ANN}/></w:rPr>'
    assert told(edited(BRIEF, (RUN, run(WORDS, noise)))).found == ()


SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
RELATION = '<Relationship Id="rId{}" Type="{}/relationships/{}" Target="{}.xml"/>'


def with_comments(data: bytes, *changes: tuple[str, str], comments: str, extended: str) -> bytes:
    links = unzipped(data)["word/_rels/document.xml.rels"].decode()
    ours = RELATION.format(91, "http://schemas.openxmlformats.org/officeDocument/2006", "comments", "comments")
    ours += RELATION.format(92, "http://schemas.microsoft.com/office/2011", "commentsExtended", "commentsExtended")
    return edited(data, *changes, parts={
        "word/comments.xml": f"<w:comments {SPACES}>{comments}</w:comments>",
        "word/commentsExtended.xml": f"<w15:commentsEx {SPACES}>{extended}</w15:commentsEx>",
        "word/_rels/document.xml.rels": links.replace("</Relationships>", ours + "</Relationships>"),
    })  # fmt: skip


def test_a_comment_is_told_with_its_answers_and_the_words_that_it_hangs_on() -> None:
    marked = (run("The ") + '<w:commentRangeStart w:id="0"/>' + run("last bus") + '<w:commentRangeEnd w:id="0"/>'
              '<w:r><w:commentReference w:id="0"/></w:r>' + run(" leaves at 23:10."))  # fmt: skip
    said = "".join(
        f'<w:comment w:id="{at}" {by}><w:p w14:paraId="1000000{at}"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
        for at, by, words in ((0, ANN, "Since when?"), (1, BOB, "2019."))
    )
    answers = '<w15:commentEx w15:paraId="10000000"/><w15:commentEx w15:paraId="10000001" w15:paraIdParent="10000000"/>'
    found = told(with_comments(BRIEF, (RUN, marked), comments=said, extended=answers)).found
    assert found == (Comment("issue.en", 0, "last bus", (Reply("Since when?", BY_ANN), Reply("2019.", BY_BOB))),)


def test_a_comment_without_a_place_is_told_all_the_same() -> None:
    said = f'<w:comment w:id="0" {ANN}><w:p><w:r><w:t>All in all: good.</w:t></w:r></w:p></w:comment>'
    found = told(with_comments(BRIEF, comments=said, extended="")).found
    assert found == (Comment("", 0, "", (Reply("All in all: good.", BY_ANN),)),)


def test_a_path_that_the_scenario_has_not_is_told_as_unplaced() -> None:
    data = edited(BRIEF, (RUN, run("No bus.")))
    (found,) = told(data, known={}).found
    assert isinstance(found, Unplaced)
    assert (found.why, found.path) == ("no-such-path", "issue.en")
    assert (found.old, found.new, found.by) == (WORDS, "No bus.", OFF)


def test_a_field_that_was_changed_since_is_compared_with_what_went_out() -> None:
    data = edited(BRIEF, (RUN, run("The first bus leaves at 23:10.")))
    made = told(data, known={("issue.en", 0): "Buses leave until 23:10."})
    assert [each.old for each in made.found if isinstance(each, Edit)] == [WORDS]
    assert made.changed == {("issue.en", 0)}


def test_the_words_of_the_scenario_keep_their_own_spaces() -> None:
    data = edited(BRIEF, (RUN, run("The first bus leaves at 23:10.")))
    (edit,) = told(data, known={("issue.en", 0): "The last bus leaves at\u00a023:10."}).found
    assert isinstance(edit, Edit)
    assert (edit.old, edit.new) == ("The last bus leaves at\u00a023:10.", "The first bus leaves at\u00a023:10.")


TWICE = sent((Run(WORDS, ISSUE), Run(" (1)", TemplateText())), (Run(WORDS, ISSUE), Run(" (2)", TemplateText())))
ONE, TWO = (f"{RUN}</w:sdtContent></w:sdt>{run(f' ({n})')}" for n in (1, 2))


def test_equal_edits_of_a_field_that_stands_twice_are_one() -> None:
    new = inserted(run("Now: ")) + RUN
    (edit,) = told(edited(TWICE, (ONE, ONE.replace(RUN, new)), (TWO, TWO.replace(RUN, new)))).found
    assert isinstance(edit, Edit) and (edit.new, edit.places) == (f"Now: {WORDS}", 2)


def test_an_edit_in_one_of_two_places_is_an_edit_of_the_field() -> None:
    (edit,) = told(edited(TWICE, (ONE, ONE.replace(RUN, run("No bus."))))).found
    assert isinstance(edit, Edit) and (edit.new, edit.places) == ("No bus.", 1)


def test_unequal_edits_of_a_field_that_stands_twice_are_a_disagreement() -> None:
    data = edited(TWICE, (ONE, ONE.replace(RUN, run("No bus."))), (TWO, TWO.replace(RUN, run("Some bus."))))
    (found,) = told(data).found
    assert isinstance(found, Disagreement)
    assert [version.new for version in found.versions] == ["No bus.", "Some bus."]


def by_two(first: str, second: str) -> list[Finding]:
    """What two reviewers of the issue did."""
    reviews = [
        told(edited(BRIEF, (RUN, written)), name=name) for written, name in ((first, "ann.docx"), (second, "bob.docx"))
    ]
    return merged([each.found for each in reviews])


def test_two_reviewers_who_changed_other_words_are_both_heard() -> None:
    found = by_two(run("The first bus leaves at 23:10."), run("The last bus leaves at 22:30."))
    assert news(tuple(found)) == [("issue.en", "The first bus leaves at 22:30.")]


def test_two_reviewers_who_changed_the_same_words_alike_are_one_edit() -> None:
    """The paper of the review showed the new words twice."""
    found = by_two(run("The first bus leaves at 23:10."), run("The first bus leaves at 23:10."))
    assert news(tuple(found)) == [("issue.en", "The first bus leaves at 23:10.")]
    assert isinstance(found[0], Edit)
    assert [(each.by.file, [by.file for by in each.also]) for each in found[0].changes] == [("ann.docx", ["bob.docx"])]


def test_of_two_reviewers_who_took_a_paragraph_out_both_are_told() -> None:
    gone = paragraphs(BRIEF)[0]
    (found,) = merged([told(edited(BRIEF, (gone, "")), name=name).found for name in ("ann.docx", "bob.docx")])
    assert isinstance(found, Deletion)
    assert (found.by.file, [by.file for by in found.also]) == ("ann.docx", ["bob.docx"])


def test_two_reviewers_who_disagree_are_both_shown_and_nothing_is_chosen() -> None:
    (found,) = by_two(run("The first bus leaves at 23:10."), run("The next bus leaves at 23:10."))
    assert isinstance(found, Disagreement)
    assert [(version.new, [by.file for by in version.by]) for version in found.versions] == [
        ("The first bus leaves at 23:10.", ["ann.docx"]),
        ("The next bus leaves at 23:10.", ["bob.docx"]),
    ]
