"""Which lines of prose are a list, and how a list is shown among other words."""

import pytest

from briefgen.document import Blocks, LineBreak, List, Paragraph, Run, TemplateText, plain
from briefgen.markup.model import Prose
from briefgen.markup.parse import as_inlines, parse
from briefgen.markup.plain import in_line, joined, parted, running

CASES = {
    "a year": ("2027.", ["2027."]),
    "a bullet": ("-", ["-"]),
    "a sentence that begins with a year": ("1986. A great year.", ["1986. A great year."]),
    "years of which each begins an item": ("1986. War.\n1990. Peace.", ["1986. War.", "1990. Peace."]),
    "a year after a list": ("1. War.\n\n1986. Peace.", ["1. War.", "1986. Peace."]),
    "no number of a list": ("10000. Many.\n10001. More.", ["10000. Many. 10001. More."]),
    "a list": ("1. a\n2. b", ["1. a", "2. b"]),
    "a list that goes on from another": ("3. a\n4. b", ["3. a", "4. b"]),
    "a list that leaves the counting to Markdown": ("1. a\n1. b\n1. c", ["1. a", "2. b", "3. c"]),
    "numbers of the author's own": ("2. a\n2. b\n7. c\n8. d", ["2. a", "2. b", "7. c", "8. d"]),
    "a number with nothing after it": ("1. a\n2.\n3. b", ["1. a 2.", "3. b"]),
    "a number with nothing to show after it": ("1. [](https://x.example)\n2. b", ["1.", "2. b"]),
    "other signs": ("7) a\n8) b", ["7. a", "8. b"]),
    "lists in a list": ("- a\n  1. b\n  2. c\n- d", ["• a", "  1. b", "  2. c", "• d"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_a_list(name: str) -> None:
    written, shown = CASES[name]
    assert laid_out(read(written)) == shown


def test_a_list_nested_deeper_than_word_can_is_refused_at_its_line() -> None:
    text = "".join(f"{'  ' * level}- level {level + 1}\n" for level in range(30))
    parsed = parse(Prose("issue", "factual", {"en": text}), "en")
    (finding,) = parsed.findings
    assert finding.code == "prose-too-deep" and finding.place
    assert text[finding.place.start : finding.place.end] == "- level 10"
    assert "more than 9 deep" in finding.message
    assert all(f"level {level}" in plain(as_inlines(joined(parsed.blocks))) for level in range(1, 31))
    assert parse(Prose("issue", "factual", {"en": "\n".join(text.splitlines()[:9])}), "en").findings == ()


def test_among_other_words_a_list_ends_the_paragraph() -> None:
    line = (word("Timing. "), *running(read("First:\n\n3. a\n4. b\n\nThen.\n\nAt last.")), word(" End."))
    assert laid_out(parted(line, tuple)) == ["Timing. First:", "3. a", "4. b", "Then. / At last. End."]


def test_where_there_is_no_room_for_a_list_each_item_has_its_sign() -> None:
    line = in_line((word("Why: "), *running(read("All:\n\n3. a\n4. b\n   - c\n\nThen."))))
    assert laid_out((Paragraph(as_inlines(line)),)) == ["Why: All: / 3.\xa0a / 4.\xa0b / •\xa0c / Then."]


def word(text: str) -> Run:
    return Run(text, TemplateText())


def read(text: str) -> Blocks:
    return parse(Prose("issue", "factual", {"en": text}), "en").blocks


def laid_out(blocks: Blocks, indent: str = "") -> list[str]:
    out: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(content=content):
                slashed = (word(" / ") if isinstance(each, LineBreak) else each for each in content)
                out.append(indent + plain(slashed))
            case List(items=items, ordered=ordered, start=start):
                for number, item in enumerate(items, start):
                    first, *others = laid_out(item.blocks)
                    out.append(f"{indent}{f'{number}.' if ordered else '•'} {first}")
                    out += [f"{indent}  {each}" for each in others]
    return out
